"""From hits to what a page shows: the object itself, as this reader may see it, now."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from samenspel.search.documents import Document, Hit
from samenspel.search.registry import source


@dataclass(frozen=True)
class Shown:
    """One result on a page. `reasons` are sentences in the reader's language."""

    key: str
    kind: str
    document: Document
    instance: Any
    hit: Hit
    reasons: tuple[str, ...] = field(default=())

    @property
    def url(self) -> str:
        """The page of the thing itself."""
        address: str = self.instance.get_absolute_url()
        return address

    @property
    def pk(self) -> int:
        """The number of the thing within its kind."""
        return int(self.key.split(":")[1])


def shown(hits: Sequence[Hit], reader: Any, *, without: Iterable[str] = ()) -> list[Shown]:
    """The hits in their order, less what has gone, is dismissed, or this reader may not see.

    One query for each kind among the hits, whatever their number.
    """
    unwanted = set(without)
    ids: dict[str, list[int]] = defaultdict(list)
    for hit in hits:
        if hit.key not in unwanted:
            kind, pk = hit.key.split(":")
            ids[kind].append(int(pk))
    found: dict[str, tuple[Document, Any]] = {}
    for kind, pks in ids.items():
        for instance in source(kind).visible(reader).filter(pk__in=pks):
            document = source(kind).to_shown(instance)
            if document is not None:
                found[document.key] = (document, instance)
    return [
        Shown(hit.key, hit.key.split(":")[0], *found[hit.key], hit)
        for hit in hits
        if hit.key in found
    ]
