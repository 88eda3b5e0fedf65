"""Nearest documents by meaning in PostgreSQL, with visibility and filters inside the query."""

import logging
from collections.abc import Mapping, Sequence
from functools import lru_cache, reduce
from operator import or_
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
from django.db import connection
from django.db.models import BinaryField, F, Func, IntegerField, Q, QuerySet, Value
from pgvector import HalfVector
from pgvector.django import CosineDistance

from samenspel.search.documents import FACETS, Document, kind_and_id
from samenspel.search.models import DocumentVector
from samenspel.search.rarity import shares
from samenspel.search.vectors import Vector, Wish

logger = logging.getLogger(__name__)

SCANNED = 20_000
"""At most so many documents are looked at for a rare filter before the list stays short."""


LEAST_DEEP, MOST_DEEP = 400, 1000
"""Between which the index is searched. Less than the least misses too much of a million documents;
the most is pgvector's own bound.
"""

_tuned: WeakKeyDictionary[Any, int] = WeakKeyDictionary()
"""How deep each open connection was told to search."""


class PgVectors:
    """The `VectorStore` of the site; finds vectors of one model only."""

    def __init__(self, model: str) -> None:
        self.model = model

    def nearest(
        self,
        vector: Vector,
        *,
        audience: Sequence[str],
        filters: Mapping[str, Sequence[str]],
        limit: int,
    ) -> list[tuple[str, float]]:
        """See `VectorStore.nearest`; the cosines come from half-precision vectors."""
        return self.nearest_each(vector, [Wish(audience, filters, limit)])[0]

    def nearest_each(self, vector: Vector, wishes: Sequence[Wish]) -> list[list[tuple[str, float]]]:
        """See `VectorStore.nearest_each`: one query, a branch for each wish."""
        found: list[list[tuple[str, float]]] = [[] for _ in wishes]
        branches = [
            self._branch(vector, wish, number)
            for number, wish in enumerate(wishes)
            if wish.limit > 0 and wish.audience
        ]
        if not branches:
            return found
        rows = branches[0] if len(branches) == 1 else branches[0].union(*branches[1:], all=True)
        _tune(max(wish.limit for wish in wishes))
        for number, kind, pk, distance in rows:
            found[number].append((f"{kind}:{pk}", 1.0 - distance))
        return [sorted(pairs, key=lambda pair: (-pair[1], pair[0])) for pairs in found]

    def _branch(self, vector: Vector, wish: Wish, number: int) -> QuerySet[Any, Any]:
        """The nearest for one wish as rows of (number, kind, object id, distance)."""
        found = DocumentVector.objects.filter(
            model=self.model, embedding__isnull=False, audience__overlap=list(wish.audience)
        )
        wanted = [
            [label(facet, value) for value in values] for facet, values in wish.filters.items()
        ]
        for labels in wanted:
            found = found.filter(labels__overlap=labels)
        # No index gives the order of a sum, so that this leaves the vector index out.
        nearest = F("distance") + Value(0.0) if shares().few(wanted, wish.limit) else F("distance")
        return (
            found.annotate(
                wish=Value(number, output_field=IntegerField()),
                distance=CosineDistance("embedding", HalfVector(vector)),
            )
            .order_by(nearest)
            .values_list("wish", "kind", "object_id", "distance")[: wish.limit]
        )

    def fetch(self, keys: Sequence[str]) -> dict[str, Vector]:
        """See `VectorStore.fetch`."""
        by_kind: dict[str, list[int]] = {}
        for key in keys:
            kind, pk = kind_and_id(key)
            by_kind.setdefault(kind, []).append(pk)
        if not by_kind:
            return {}
        wanted = reduce(or_, (Q(kind=kind, object_id__in=pks) for kind, pks in by_kind.items()))
        rows = (
            DocumentVector.objects.filter(wanted, model=self.model, embedding__isnull=False)
            .annotate(sent=Func("embedding", function="halfvec_send", output_field=BinaryField()))
            .values_list("kind", "object_id", "sent")
        )
        # Two numbers of two bytes (the length and nothing), then the halves: far faster than text.
        return {
            f"{kind}:{pk}": np.frombuffer(sent, dtype=">f2", offset=4).astype(np.float32)
            for kind, pk, sent in rows
        }


def label(facet: str, value: str) -> str:
    """One value of one facet as it stands in `DocumentVector.labels`."""
    return f"{facet}:{value}"


def labels_of(document: Document) -> list[str]:
    """Every facet value of a document as labels."""
    found = []
    for facet in FACETS:
        value = getattr(document, facet)
        values = value if isinstance(value, tuple) else (value,)
        found += [label(facet, each) for each in values if each]
    return found


def _tune(limit: int) -> None:
    """Have the index searched deep enough: once for each connection that is asked as deep.

    `random_page_cost` is of disks without moving parts: with the default, a rare filter would be
    searched through the whole vector index instead of through the index on the filters.
    """
    deep = min(max(limit, LEAST_DEEP), MOST_DEEP)
    connection.ensure_connection()
    if _tuned.get(connection.connection, 0) >= deep:
        return
    wanted = {"random_page_cost": "1.1", "hnsw.ef_search": str(deep)}
    if _knows_iterative_scan():
        wanted |= {
            "hnsw.iterative_scan": "relaxed_order",
            "hnsw.max_scan_tuples": str(SCANNED),
            "hnsw.scan_mem_multiplier": "2",
        }
    calls = ", ".join("set_config(%s, %s, false)" for _ in wanted)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {calls}", [part for pair in wanted.items() for part in pair])
    _tuned[connection.connection] = deep


@lru_cache(maxsize=1)
def _knows_iterative_scan() -> bool:
    """Whether pgvector is 0.8 or newer; older ones find too little under a rare filter."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT extversion FROM pg_extension WHERE extname = 'vector'")
        version = cursor.fetchone()[0]
    new = tuple(int(part) for part in version.split(".")[:2]) >= (0, 8)
    if not new:
        logger.warning(
            "pgvector %s is older than 0.8: with filters, meaning finds fewer results", version
        )
    return new
