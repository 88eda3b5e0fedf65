"""One question, answered by words and by meaning together.

The engine knows its parts only by what they answer: the word index, a vector store and an
embedder, of which the last two may be absent. When the embedder does not answer, words go on
alone and the result says so (`degraded`). Nothing here decides who may see what: the audience of
the query goes into both searches, and whoever shows a result checks again.
"""

import re
from collections import OrderedDict
from collections.abc import Sequence
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
from samenspel.search.vectors import Vector, VectorStore
from samenspel.search.words import WordHit

POOL = 100
"""How many candidates words and meaning bring in each."""

REACH = 4.0
"""What lies more spreads of cosine below the nearest document is not found by meaning."""

SHORT = 20
"""Up to this many words the essence of a question is embedded beside the question itself."""

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
        asked = self.words.ask(query)
        near, degraded = self._near(query, asked)
        found = self._found(query, asked, near)
        seed = date.today().isoformat() if seed is None else seed
        ranked = fuse(found, spread=self.embedder.spread if self.embedder else 1.0, seed=seed)
        if query.newest_first or not query.text.strip():
            place = {candidate.key: at for at, candidate in enumerate(found)}
            ranked.sort(key=lambda one: place[one.key])
        page = ranked[query.offset : query.offset + query.limit]
        besides = list(near)
        return Results(
            hits=self._hits(page, asked),
            total=self.words.count(query, asked, besides=besides),
            facets=self.words.facets(query, asked, besides=besides) if query.facets else {},
            degraded=degraded,
            mended=asked.mended if asked.mended != query.text else "",
        )

    def _near(self, query: Query, asked: Asked) -> tuple[dict[str, float], str]:
        """The cosine of each document found by meaning, and what did not answer."""
        wanted = query.meaning and not query.prefix and not query.newest_first
        if not (wanted and asked.mended.strip() and self.vectors and self.embedder):
            return {}, ""
        try:
            vector = self._embedded(asked.mended)
        except EmbedderUnavailable:
            return {}, "meaning"
        nearest = self.vectors.nearest(
            vector, audience=query.audience, filters=query.filters, limit=_pool(query)
        )
        if not nearest:
            return {}, ""
        floor = nearest[0][1] - REACH * self.embedder.spread
        return {key: cosine for key, cosine in nearest if cosine >= floor}, ""

    def _found(self, query: Query, asked: Asked, near: dict[str, float]) -> list[Candidate]:
        """Everything found, with both signals wherever they can be known."""
        shares = {hit.key: hit.share for hit in self.words.search(query, asked, limit=_pool(query))}
        if near:
            shares |= self.words.shares(asked, [key for key in near if key not in shares])
            near = near | self._cosines(asked, [key for key in shares if key not in near])
        return [
            Candidate(key, words=shares.get(key, 0.0), cosine=near.get(key))
            for key in dict.fromkeys([*shares, *near])
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
        """The question as a vector: as asked, and for a short one its essence as well.

        The mean of two views of one question is a better vector than either.
        """
        assert self.embedder is not None
        with self._lock:
            known = self._remembered.get(text)
        if known is not None:
            return known
        views = [text]
        if len(text.split()) <= SHORT:
            views.append(essence(text) or text)
        total = np.sum([self.embedder.query(view) for view in dict.fromkeys(views)], axis=0)
        vector: Vector = total / np.linalg.norm(total)
        with self._lock:
            self._remembered[text] = vector
            while len(self._remembered) > REMEMBERED:
                self._remembered.popitem(last=False)
        return vector


def essence(text: str) -> str:
    """A question without its function words and with school abbreviations written out."""
    kept = [word for word in text.split() if any(map(analyse_token, tokens(word)))]
    return re.sub(r"[?!.,;:]+(?=\s|$)", "", written_out(" ".join(kept)))


def _pool(query: Query) -> int:
    return max(POOL, query.offset + query.limit)
