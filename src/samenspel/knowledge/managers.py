"""Who sees which knowledge items."""

from typing import Any, Self

from django.db import models
from django.db.models import Q

from samenspel.knowledge.choices import Status
from samenspel.organisations.choices import Role

AUTHORS = (Role.RESEARCHER, Role.BROKER)
"""Who writes knowledge for the organisation they belong to."""


class ItemQuerySet(models.QuerySet[Any]):
    """Publications, summaries, answers or open materials."""

    def published(self) -> Self:
        """What everybody may see."""
        return self.filter(status=Status.PUBLISHED)

    def visible_to(self, user: Any) -> Self:
        """Published ones; authors see all their own, administrators what was public before."""
        if not getattr(user, "pk", None):
            return self.published()
        public = Q(status=Status.PUBLISHED)
        if user.is_administrator:
            public = ~Q(status=Status.DRAFT)
        return self.filter(public | Q(owner__in=_owners_of(user)))

    def managed_by(self, user: Any) -> Self:
        """Those of the organisations for which this person writes."""
        if not getattr(user, "pk", None):
            return self.none()
        return self.filter(owner__in=_owners_of(user))

    def findable(self) -> Self:
        """What search may index."""
        return self.published()


def _owners_of(user: Any) -> Any:
    return user.memberships.current().filter(role__in=AUTHORS).values("organisation")
