"""One question, answered by words and by meaning together.

The engine knows its parts only by what they answer: the word index, a vector store and an
embedder, of which the last two may be absent. When the embedder does not answer, words go on
alone and the result says so (`degraded`). Nothing here decides who may see what: the audience of
the query goes into both searches, and whoever shows a result checks again.
"""

import re
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from datetime import date
from threading import Lock
from typing import Protocol

import numpy as np

from samenspel.ranking.fusion import Candidate, Ranked, fuse
from samenspel.screening.dutch import analyse_token, tokens
from samenspel.screening.jargon import written_out
from samenspel.search.asked import Asked
from samenspel.search.documents import Hit, Query, Results
from samenspel.search.embedding import Embedder, EmbedderUnavailable
from samenspel.search.vectors import Vector, VectorStore, Wish
from samenspel.search.words import WordHit

POOL = 100
"""How many candidates words and meaning bring in each."""

REACH = 4.0
"""What lies more spreads of cosine below the nearest document is not found by meaning."""

SHORT = 12
"""Up to this many words a question is embedded without its function words."""

REMEMBERED = 256
"""Vectors of recent questions kept: one page asks the same thing for several groups."""


class Words(Protocol):
    """What the engine asks of the word index; see `samenspel.search.words.WordIndex`."""

    def ask(self, query: Query) -> Asked: ...

    def search(self, query: Query, asked: Asked, *, limit: int) -> list[WordHit]: ...

    def shares(self, asked: Asked, keys: Sequence[str]) -> dict[str, float]: ...

    def matched(self, asked: Asked, keys: Sequence[str]) -> dict[str, tuple[str, ...]]: ...

    def count(self, query: Query, asked: Asked, *, besides: Sequence[str] = ()) -> int: ...

    def facets(
        self, query: Query, asked: Asked, *, besides: Sequence[str] = ()
    ) -> dict[str, dict[str, int]]: ...


class Engine:
    """Answers queries; safe to share between threads when its parts are."""

    def __init__(
        self, words: Words, vectors: VectorStore | None = None, embedder: Embedder | None = None
    ) -> None:
        self.words = words
        self.vectors = vectors
        self.embedder = embedder
        self._remembered: OrderedDict[str, Vector] = OrderedDict()
        self._lock = Lock()

    def query(self, query: Query, *, seed: str | None = None) -> Results:
        """The documents for a question. `seed` decides the order of equals; default: the day.

        Sorted by date, or without any text, only the word index answers: there is no meaning in
        what came last. Raises `IndexMissing`.
        """
        return self.query_each([query], seed=seed)[0]

    def query_each(self, queries: Sequence[Query], *, seed: str | None = None) -> list[Results]:
        """Several queries with one text, such as the groups of a page: the store is asked once."""
        seed = date.today().isoformat() if seed is None else seed
        asked = self.words.ask(queries[0])
        nears, degraded = self._near(queries, asked)
        founds = self._found(queries, asked, nears)
        return [
            self._results(query, asked, near, found, degraded=degraded, seed=seed)
            for query, near, found in zip(queries, nears, founds, strict=True)
        ]

    def _results(
        self,
        query: Query,
        asked: Asked,
        near: dict[str, float],
        found: list[Candidate],
        *,
        degraded: str,
        seed: str,
    ) -> Results:
        ranked = fuse(found, spread=self.embedder.spread if self.embedder else 1.0, seed=seed)
        if query.newest_first or not query.text.strip():
            place = {candidate.key: at for at, candidate in enumerate(found)}
            ranked.sort(key=lambda one: place[one.key])
        page = ranked[query.offset : query.offset + query.limit]
        besides = list(near)
        facets = self.words.facets(query, asked, besides=besides) if query.facets else {}
        return Results(
            hits=self._hits(page, asked),
            total=_total(query, facets, len(found))
            or self.words.count(query, asked, besides=besides),
            facets=facets,
            degraded=degraded,
            mended=asked.mended if asked.mended != query.text else "",
        )

    def _near(self, queries: Sequence[Query], asked: Asked) -> tuple[list[dict[str, float]], str]:
        """For each query the cosines of what meaning found, and what did not answer."""
        nothing: list[dict[str, float]] = [{} for _ in queries]
        first = queries[0]
        wanted = first.meaning and not first.prefix and not first.newest_first
        if not (wanted and asked.mended.strip() and self.vectors and self.embedder):
            return nothing, ""
        try:
            vector = self._embedded(asked.mended)
        except EmbedderUnavailable:
            return nothing, "meaning"
        reach = REACH * self.embedder.spread
        wishes = [Wish(query.audience, query.filters, _pool(query)) for query in queries]
        return [_within(reach, found) for found in self.vectors.nearest_each(vector, wishes)], ""

    def _found(
        self, queries: Sequence[Query], asked: Asked, nears: Sequence[dict[str, float]]
    ) -> list[list[Candidate]]:
        """For each query everything found, with both signals wherever they can be known."""
        shares = [
            {hit.key: hit.share for hit in self.words.search(query, asked, limit=limit)}
            for query, limit in zip(queries, _limits(queries, nears), strict=True)
        ]
        cosines: dict[str, float] = {}
        if any(nears):
            for share, near in zip(shares, nears, strict=True):
                share |= self.words.shares(asked, [key for key in near if key not in share])
            known = {key for near in nears for key in near}
            unknown = dict.fromkeys(key for share in shares for key in share if key not in known)
            cosines = self._cosines(asked, list(unknown))
        return [
            [
                Candidate(key, words=share.get(key, 0.0), cosine=near.get(key, cosines.get(key)))
                for key in dict.fromkeys([*share, *near])
            ]
            for share, near in zip(shares, nears, strict=True)
        ]

    def _cosines(self, asked: Asked, keys: Sequence[str]) -> dict[str, float]:
        assert self.vectors is not None
        vector = self._embedded(asked.mended)
        fetched = self.vectors.fetch(keys)
        return {key: float(np.dot(vector, fetched[key])) for key in fetched}

    def _hits(self, page: Sequence[Ranked], asked: Asked) -> tuple[Hit, ...]:
        matched = self.words.matched(asked, [one.key for one in page])
        return tuple(
            Hit(one.key, one.score, matched.get(one.key, ()), dict(one.signals)) for one in page
        )

    def _embedded(self, text: str) -> Vector:
        """The question as a vector."""
        assert self.embedder is not None
        with self._lock:
            known = self._remembered.get(text)
        if known is not None:
            return known
        vector = self.embedder.query(essence(text))
        with self._lock:
            self._remembered[text] = vector
            while len(self._remembered) > REMEMBERED:
                self._remembered.popitem(last=False)
        return vector


def _within(reach: float, nearest: Sequence[tuple[str, float]]) -> dict[str, float]:
    """What lies at most `reach` below the nearest."""
    return {key: cosine for key, cosine in nearest if cosine >= nearest[0][1] - reach}


def essence(text: str) -> str:
    """What is embedded of a question: school abbreviations written out, which models do not know.

    A short question loses its function words too: in "Hoeveel ... zijn er?" they weigh as much as
    the subject. In a long one they hold the story together.
    """
    words = text.split()
    if len(words) > SHORT:
        return written_out(text)
    kept = [word for word in words if any(map(analyse_token, tokens(word)))]
    return re.sub(r"[?!.,;:]+(?=\s|$)", "", written_out(" ".join(kept))) or text


def _total(query: Query, facets: Mapping[str, Mapping[str, int]], found: int) -> int:
    """How many there are, if that shows from the rest; 0 if they must be counted."""
    if "kind" in facets:
        # Every document has one kind, and a facet's counts leave out its own filter only.
        accepted = query.filters.get("kind", tuple(facets["kind"]))
        return sum(facets["kind"].get(kind, 0) for kind in accepted)
    return found if found < query.offset + query.limit else 0


def _limits(queries: Sequence[Query], nears: Sequence[dict[str, float]]) -> list[int]:
    """How many candidates words bring in: no more than are shown when there is nothing to fuse."""
    return [
        _pool(query) if near else query.offset + query.limit
        for query, near in zip(queries, nears, strict=True)
    ]


def _pool(query: Query) -> int:
    return max(POOL, query.offset + query.limit)
