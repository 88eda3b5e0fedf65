"""One page of a room's own list, found by words: which documents, how many, and facet counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator

from samenspel import search
from samenspel.search.documents import Query, Results

FURTHEST = 1000
"""Results after this many are not shown: whoever is still looking there narrows the question."""

Filters = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Listed:
    """The numbers of the documents on a page, in order, as (kind, number); `page` holds those."""

    page: Page[Any]
    counts: Mapping[str, Mapping[str, int]]
    degraded: str


def listed(
    words: str, *, filters: Filters, facets: Sequence[str], number: Any, per_page: int
) -> Listed | None:
    """A page of what everybody may see that these words find; None while there is no index.

    `number` is the page as an address has it; what is no page is the first or the last one.
    """
    wanted = number if str(number).isdigit() and len(str(number)) < 6 else 1
    offset = min((max(int(wanted), 1) - 1) * per_page, FURTHEST - per_page)
    results = _ask(words, filters, facets, per_page, offset)
    if results is None:
        return None
    pages: Paginator[Any] = Paginator(range(min(results.total, FURTHEST)), per_page)
    page = pages.get_page(offset // per_page + 1)
    if page.start_index() - 1 != offset and results.total:
        again = _ask(words, filters, (), per_page, page.start_index() - 1)
        hits = again.hits if again else ()
    else:
        hits = results.hits
    keys = [hit.key.split(":") for hit in hits]
    page.object_list = [(kind, int(pk)) for kind, pk in keys]
    return Listed(page, results.facets, results.degraded)


def counted(*, filters: Filters, facets: Sequence[str]) -> Mapping[str, Mapping[str, int]] | None:
    """How many documents each facet value would give; None while there is no index."""
    results = _ask("", filters, facets, 1, 0)
    return results.facets if results else None


def _ask(
    words: str, filters: Filters, facets: Sequence[str], limit: int, offset: int
) -> Results | None:
    results = search.query(
        Query(words, filters=dict(filters), facets=tuple(facets), limit=limit, offset=offset)
    )
    return None if results.degraded == "rebuilding" else results
