"""What pages read."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from samenspel.catalogue.managers import OfferingQuerySet
from samenspel.catalogue.models import Offering, OfferingVersion
from samenspel.organisations.choices import OrganisationKind, Role
from samenspel.organisations.models import Membership, Organisation


def offerings_to_read(user: Any) -> OfferingQuerySet:
    """Offerings with all that their page shows."""
    return (
        Offering.objects.visible_to(user)
        .select_related("supplier")
        .prefetch_related("price_lines__tiers", "claims")
    )


def offerings_of(supplier: Organisation, user: Any) -> OfferingQuerySet:
    """What a supplier offers, as far as this reader may see it, in alphabetical order."""
    return (
        Offering.objects.visible_to(user)
        .filter(supplier=supplier)
        .select_related("supplier")
        .order_by("title", "id")
    )


def offerings_managed_by(user: Any) -> OfferingQuerySet:
    """The offerings that somebody works on, last changed first, with the number of versions."""
    return (
        Offering.objects.managed_by(user)
        .select_related("supplier")
        .annotate(version_count=Count("versions"))
        .order_by("-modified", "-id")
    )


def others_like(offering: Offering, *, on: date, limit: int = 4) -> list[Offering]:
    """Other suppliers' published offerings of the same service type, in the order of the day."""
    same = Offering.objects.published().filter(
        domain=offering.domain, service_type=offering.service_type
    )
    others = same.exclude(supplier=offering.supplier_id).select_related("supplier")
    return others.in_fair_order(on)[:limit]


def suppliers_with_offerings() -> QuerySet[Organisation]:
    """Organisations that have something to offer."""
    return Organisation.objects.filter(
        Q(kind=OrganisationKind.SUPPLIER) | Q(offerings__isnull=False)
    ).distinct()


def suppliers_of(user: Any) -> QuerySet[Organisation]:
    """The organisations for which somebody may offer things."""
    return Organisation.objects.filter(
        pk__in=user.memberships.current().filter(role=Role.SUPPLIER).values("organisation")
    ).order_by("name", "id")


def versions_of(offering: Offering) -> QuerySet[OfferingVersion]:
    """The published versions, newest first."""
    return offering.versions.select_related("author")


@dataclass(frozen=True)
class KnownSchool:
    """What the register knows of the reader's own school."""

    name: str
    pupils: int | None
    teachers: int | None
    source: str
    source_date: date | None


def school_of(membership: Membership | None) -> KnownSchool | None:
    """The school of the membership with which somebody is here now, None if it is none."""
    if membership is None or membership.organisation.kind != OrganisationKind.SCHOOL:
        return None
    organisation = membership.organisation
    site = getattr(organisation, "site", None)
    return KnownSchool(
        organisation.name,
        getattr(site, "pupils", None),
        getattr(site, "teachers", None),
        organisation.source,
        organisation.source_date,
    )
