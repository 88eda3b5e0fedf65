"""Who sees which knowledge items."""

from typing import Any, Self

from django.db import models
from django.db.models import Q

from samenspel.knowledge.choices import Status
from samenspel.organisations.choices import Role


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
        return self.filter(public | Q(owner__in=owners_for(user, self.model.written_by)))

    def managed_by(self, user: Any) -> Self:
        """Those of the organisations for which this person writes."""
        if not getattr(user, "pk", None):
            return self.none()
        return self.filter(owner__in=owners_for(user, self.model.written_by))

    def findable(self) -> Self:
        """What search may index."""
        return self.published()


def owners_for(user: Any, roles: tuple[Role, ...]) -> Any:
    """The numbers of the organisations at which somebody has one of the roles."""
    return user.memberships.current().filter(role__in=roles).values("organisation")
