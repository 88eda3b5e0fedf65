"""Reads on organisations and memberships."""

from typing import Any

from samenspel.organisations.models import Membership, MembershipQuerySet


def memberships_for(user: Any) -> MembershipQuerySet:
    """What this person is now, with the organisations, oldest first."""
    mine = Membership.objects.filter(user_id=getattr(user, "pk", None) or 0)
    return mine.current().select_related("organisation").order_by("started", "id")


def membership_to_act_as(user: Any, *, chosen: int | None) -> Membership | None:
    """The chosen membership if it still counts, else the oldest; None without any."""
    memberships = list(memberships_for(user))
    for membership in memberships:
        if membership.pk == chosen:
            return membership
    return memberships[0] if memberships else None
