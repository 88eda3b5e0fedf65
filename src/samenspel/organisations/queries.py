"""Reads on organisations and memberships."""

from typing import Any

from django.db.models import F

from samenspel.organisations.choices import OrganisationKind
from samenspel.organisations.models import (
    Membership,
    MembershipQuerySet,
    Organisation,
    OrganisationQuerySet,
    SchoolSite,
)


def memberships_for(user: Any) -> MembershipQuerySet:
    """What this person is now, with the organisations, oldest first."""
    mine = Membership.objects.filter(user_id=getattr(user, "pk", None) or 0)
    return mine.current().select_related("organisation").order_by("started", "id")


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


def organisation_pages(user: Any) -> OrganisationQuerySet:
    """Organisations with what their page shows."""
    return Organisation.objects.visible_to(user).select_related("site", "parent")


def sites_beside(organisation: Organisation, user: Any) -> OrganisationQuerySet:
    """The open sites of a board; for a school those of its board, else of its BRIN."""
    sites = Organisation.objects.visible_to(user).filter(kind=OrganisationKind.SCHOOL).open()
    if organisation.kind != OrganisationKind.SCHOOL:
        sites = sites.filter(parent=organisation)
    elif organisation.parent_id:
        sites = sites.filter(parent=organisation.parent_id)
    else:
        sites = sites.filter(site__brin=organisation.site.brin)
    return sites.exclude(pk=organisation.pk).select_related("site")


def people_of(organisation: Organisation) -> MembershipQuerySet:
    """Who is here now or says so, those waiting first; only for who may see them (`rules`)."""
    return (
        Membership.objects.filter(organisation=organisation, ended__isnull=True)
        .select_related("user", "organisation")
        .order_by("confirmed", "role", "started", "id")
    )


def own_at(organisation: Organisation, user: Any) -> MembershipQuerySet:
    """What this person is here, confirmed or not."""
    return Membership.objects.filter(
        organisation=organisation, user_id=getattr(user, "pk", None) or 0, ended__isnull=True
    )
