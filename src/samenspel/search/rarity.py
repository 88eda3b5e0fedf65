"""How many documents a filter leaves, from what PostgreSQL counted last: exact enough to choose.

The vector index is fast when many documents pass the filter, and hopeless when few do: it meets
them one in a hundred. The index on the filters is the other way round. PostgreSQL's own estimate
of the vector index is far too low under a filter, so the choice is made here.
"""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.db import connection

from samenspel.search.models import DocumentVector

KEPT = 600
"""Seconds that the counts are kept."""

DEARER = 5
"""Looking at a document through the vector index costs as much as so many through the filter."""


@dataclass(frozen=True)
class Shares:
    """The number of documents and the share of them under each label."""

    documents: float
    of: dict[str, float]

    def few(self, filters: Iterable[Iterable[str]], limit: int) -> bool:
        """Whether so few documents pass that looking at all of them is cheaper.

        The vector index has to look at `limit` divided by the share that passes. Each filter holds
        the labels of which one must be there; filters are taken to be independent.
        """
        passing = 1.0
        for labels in filters:
            passing *= min(1.0, sum(self.of.get(label, 0.0) for label in labels))
        looked_at = self.documents * passing
        return bool(looked_at * passing <= DEARER * limit) and passing < 1.0


def shares() -> Shares:
    """The counts of the last ten minutes; asks the database once in that time."""
    return _shares(int(time.monotonic() // KEPT))


@lru_cache(maxsize=1)
def _shares(_period: int) -> Shares:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT reltuples, most_common_elems::text::text[], most_common_elem_freqs "
            "FROM pg_class LEFT JOIN pg_stats ON tablename = relname AND attname = 'labels' "
            "AND schemaname = current_schema() WHERE oid = %s::regclass",
            [DocumentVector._meta.db_table],
        )
        documents, labels, frequencies = cursor.fetchone()
    # After the frequencies of the labels come three others: the least, the most, that of null.
    return Shares(max(documents, 0.0), dict(zip(labels or (), frequencies or (), strict=False)))
