"""Reads on organisations and memberships."""

from typing import Any

from django.db.models import F

from samenspel.organisations.models import Membership, MembershipQuerySet, SchoolSite


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


def register_by_code() -> dict[str, dict[str, Any]]:
    """Every school site by its code, with the fields of `planning.FIELDS`, `pk` and `is_demo`."""
    rows = SchoolSite.objects.values(
        *("location_code", "school_type", "denomination", "education_area", "pupils", "opened_on"),
        pk=F("organisation_id"),
        is_demo=F("organisation__is_demo"),
        board_number=F("organisation__parent__registry_number"),
        **{
            name: F(f"organisation__{name}")
            for name in (
                *("name", "street", "postcode", "place", "municipality", "region", "sectors"),
                *("website", "longitude", "latitude", "closed_on"),
            )
        },
    )
    return {row.pop("location_code"): row for row in rows}
