"""Who sees which offerings, and in what order when nothing else decides."""

import secrets
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Case, Q, Value, When

from samenspel.catalogue.choices import Status
from samenspel.organisations.choices import Role

if TYPE_CHECKING:
    from samenspel.catalogue.models import Offering  # noqa: F401

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

    def in_fair_order(self, on: date) -> "OfferingQuerySet":
        """The circle of places, read from a point that moves on every day.

        Everybody sees the same order on a day, and over the days every offering comes first
        equally often, whatever it is called, costs or when it was last changed.
        """
        start = on.toordinal() * 618_034 % PLACES  # golden-section steps spread the days evenly
        turn = Case(When(fair_place__gte=start, then=Value(0)), default=Value(1))
        return self.order_by(turn, "fair_place", "id")


def _suppliers_of(user: Any) -> Any:
    return user.memberships.current().filter(role=Role.SUPPLIER).values("organisation")
