"""As what somebody is here now: the membership chosen for this session."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from samenspel.organisations import queries

SESSION_KEY = "membership"


class MembershipMiddleware:
    """Sets `request.membership` (or None), and on the user what pages show and audit events name.

    Without a choice it is the oldest membership; an ended or unconfirmed one no longer counts, so
    a choice made before that falls back to the oldest too.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        membership = None
        if request.user.is_authenticated:
            membership = queries.membership_to_act_as(
                request.user, chosen=request.session.get(SESSION_KEY)
            )
            request.user.current_membership = membership  # type: ignore[attr-defined]
            request.user.current_role = membership.role if membership else ""
        request.membership = membership  # type: ignore[attr-defined]
        return self.get_response(request)
