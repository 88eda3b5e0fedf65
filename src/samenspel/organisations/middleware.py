"""As what somebody is here now: the membership chosen for this session."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from samenspel.organisations import queries
from samenspel.organisations.models import Membership

SESSION_KEY = "membership"


class MembershipMiddleware:
    """Sets `request.memberships` and the chosen `request.membership` (or None).

    The user gets it too (`current_membership`, `current_role`), for pages and audit events.

    Without a choice it is the oldest membership; an ended or unconfirmed one no longer counts, so
    a choice made before that falls back to the oldest too.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user = request.user
        memberships: list[Membership] = []
        membership = None
        if user.is_authenticated:
            memberships = list(queries.memberships_for(user))
            membership = chosen_of(memberships, request.session.get(SESSION_KEY))
            user.current_membership = membership  # type: ignore[attr-defined]
            user.current_role = membership.role if membership else ""
        request.memberships = memberships  # type: ignore[attr-defined]
        request.membership = membership  # type: ignore[attr-defined]
        return self.get_response(request)


def chosen_of(memberships: list[Membership], chosen: int | None) -> Membership | None:
    """The chosen membership if it still counts, else the first; None without any."""
    return next(
        (membership for membership in memberships if membership.pk == chosen),
        memberships[0] if memberships else None,
    )
