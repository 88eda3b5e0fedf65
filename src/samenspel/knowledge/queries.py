"""What pages read."""

from typing import Any, TypeVar

from django.db.models import Count, QuerySet

from samenspel.knowledge.managers import owners_for
from samenspel.knowledge.models import (
    Answer,
    Item,
    PracticeSummary,
    Publication,
    Record,
)
from samenspel.organisations.models import Organisation

AnyItem = TypeVar("AnyItem", bound=Item)

RELATED = 4
FEWEST_DENIED = 5
"""Below this number, how often access was denied is not shown."""


def items_to_read(model: type[AnyItem], user: Any) -> QuerySet[AnyItem]:
    """Items of a kind with all that their page shows."""
    found: QuerySet[AnyItem] = model._default_manager.visible_to(user)
    found = found.select_related("owner")
    return found.select_related("source") if issubclass(model, Record) else found


def publications_behind(item: Item, user: Any) -> list[Publication]:
    """The publications that a summary or answer rests on."""
    if not isinstance(item, PracticeSummary | Answer):
        return []
    return list(item.publications.visible_to(user).order_by("-year", "title"))


def built_on(publication: Publication) -> list[Item]:
    """The published summaries and answers that rest on a publication."""
    return [
        *publication.summaries.published().order_by("title"),
        *publication.answers.published().order_by("title"),
    ]


def others_like(item: Item) -> list[Item]:
    """Other published items of the same kind about the same service type, newest first."""
    if not item.service_type:
        return []
    same = type(item)._default_manager.published().exclude(pk=item.pk)
    return list(same.filter(service_type=item.service_type)[:RELATED])


def denied_count(publication: Publication) -> int | None:
    """How often people could not get at the full text; None while there are few."""
    number = publication.denials.count()
    return number if number >= FEWEST_DENIED else None


def items_managed_by(model: type[Item], user: Any) -> QuerySet[Item]:
    """The items of a kind that somebody keeps, last changed first, with the number of versions."""
    found: QuerySet[Item] = model._default_manager.managed_by(user)
    return found.select_related("owner").annotate(version_count=Count("versions"))


def owners_of(model: type[Item], user: Any) -> QuerySet[Organisation]:
    """The organisations for which somebody may write this kind."""
    return Organisation.objects.filter(pk__in=owners_for(user, model.written_by)).order_by(
        "name", "id"
    )


def versions_of(item: Item) -> QuerySet[Any]:
    """The published versions, newest first."""
    versions: QuerySet[Any] = item.versions.select_related("author")  # type: ignore[attr-defined]
    return versions
