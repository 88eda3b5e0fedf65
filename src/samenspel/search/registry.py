"""Which rooms have findable things, and how one of theirs becomes a document."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models.signals import post_delete

from samenspel.search.documents import Document


@dataclass(frozen=True)
class Source:
    """One kind of findable thing.

    `queryset` gives every object that may be in the index (with `select_related` done);
    `to_document` returns None for an object that must not be found at all. `to_shown` gives what a
    page shows of a hit: the same document, but perhaps without the text that only words are found
    in, so that less is read from the database.
    """

    kind: str
    model: type[models.Model]
    to_document: Callable[[Any], Document | None]
    queryset: Callable[[], models.QuerySet[Any]]
    to_shown: Callable[[Any], Document | None]

    def visible(self, reader: Any) -> models.QuerySet[Any]:
        """What this reader may see, from the model's own `visible_to`, joined as showing needs."""
        visible: models.QuerySet[Any] = self.model._default_manager.visible_to(reader)  # type: ignore[attr-defined]
        indexed = self.queryset()
        joined = indexed.query.select_related
        if isinstance(joined, dict):
            visible = visible.select_related(*_paths(joined))
        if self.to_shown is not self.to_document:
            return visible
        return visible.prefetch_related(*indexed._prefetch_related_lookups)  # type: ignore[attr-defined]


def _paths(joined: dict[str, Any], prefix: str = "") -> list[str]:
    """The `select_related` tree as names such as `site__board`."""
    found = []
    for name, inner in joined.items():
        found += [f"{prefix}{name}", *_paths(inner, f"{prefix}{name}__")]
    return found


_sources: dict[str, Source] = {}


def register(
    kind: str,
    model: type[models.Model],
    to_document: Callable[[Any], Document | None],
    queryset: Callable[[], models.QuerySet[Any]] | None = None,
    to_shown: Callable[[Any], Document | None] | None = None,
) -> None:
    """Make `model` findable as `kind`; called in the `ready` of a room's app config.

    A deletion, by a cascade too, takes the document out by itself.
    """
    _sources[kind] = Source(
        kind,
        model,
        to_document,
        queryset or model._default_manager.all,
        to_shown or to_document,
    )
    post_delete.connect(_gone, sender=model, dispatch_uid=f"search.{kind}")


def _gone(sender: type[models.Model], instance: models.Model, **_: Any) -> None:
    from samenspel.search import outbox

    if any(found.model is sender for found in _sources.values()):
        outbox.changed(instance)


def sources() -> tuple[Source, ...]:
    """Every registered kind, in the order of registration."""
    return tuple(_sources.values())


def source(kind: str) -> Source:
    """The source of a kind; KeyError when no room registered it."""
    return _sources[kind]


def kind_of(instance: models.Model) -> str:
    """The kind that an object is found as; LookupError when its room did not register it."""
    for found in _sources.values():
        if isinstance(instance, found.model) and found.model is type(instance):
            return found.kind
    raise LookupError(f"{type(instance).__name__} is not registered for search")
