"""Who sees which offerings, and in what order when nothing else decides."""

import secrets
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q, Value
from django.utils.functional import cached_property

from samenspel.catalogue.choices import Status
from samenspel.organisations.choices import Role

if TYPE_CHECKING:
    from samenspel.catalogue.models import Offering

PLACES = 1_000_000


def fair_place() -> int:
    """A place by lot in the circle in which offerings stand when nothing else orders them."""
    return secrets.randbelow(PLACES)


class OfferingQuerySet(models.QuerySet["Offering"]):
    """Offerings."""

    def published(self) -> "OfferingQuerySet":
        """What everybody may see."""
        return self.filter(status=Status.PUBLISHED)

    def visible_to(self, user: Any) -> "OfferingQuerySet":
        """Published ones; suppliers see all their own, administrators what was public before."""
        if not getattr(user, "pk", None):
            return self.published()
        public = Q(status=Status.PUBLISHED)
        if user.is_administrator:
            public = ~Q(status=Status.DRAFT)
        return self.filter(public | Q(supplier__in=_suppliers_of(user)))

    def managed_by(self, user: Any) -> "OfferingQuerySet":
        """Those of the suppliers for which this person works."""
        if not getattr(user, "pk", None):
            return self.none()
        return self.filter(supplier__in=_suppliers_of(user))

    def findable(self) -> "OfferingQuerySet":
        """What search may index, with what its document needs."""
        return (
            self.published()
            .select_related("supplier")
            .prefetch_related("price_lines__tiers", "claims")
        )

    def in_fair_order(self, on: date) -> "FairCircle":
        """The circle of places, read from a point that moves on every day."""
        return FairCircle(self, on)


class FairCircle:
    """Offerings in the fair order of a day, for pages: `len` and slices.

    Everybody sees the same order on a day, and over the days every offering comes first equally
    often, whatever it is called, costs or when it was last changed. The two arcs of the circle are
    read apart, so that each is a walk along the index no longer than the slice needs.
    """

    def __init__(self, found: OfferingQuerySet, on: date) -> None:
        start = on.toordinal() * 618_034 % PLACES  # golden-section steps spread the days evenly
        self.found = found
        self.arcs = (found.filter(fair_place__gte=start), found.filter(fair_place__lt=start))

    def __len__(self) -> int:
        return self.number

    @cached_property
    def number(self) -> int:
        """How many there are."""
        return self.found.count()

    def __getitem__(self, wanted: slice) -> "list[Offering]":
        if not wanted.stop:
            return []
        first, second = (
            arc.annotate(arc=Value(number))
            .order_by("fair_place", "pk")
            .values_list("arc", "fair_place", "pk")[: wanted.stop]
            for number, arc in enumerate(self.arcs)
        )
        places = first.union(second, all=True).order_by("arc", "fair_place", "pk")
        pks = [pk for _arc, _place, pk in places[wanted]]
        offerings = self.found.in_bulk(pks)
        return [offerings[pk] for pk in pks if pk in offerings]


def _suppliers_of(user: Any) -> Any:
    return user.memberships.current().filter(role=Role.SUPPLIER).values("organisation")
