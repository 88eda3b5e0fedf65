"""Documents, queries and vectors by the million, the same for every engine and every run."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import numpy as np
from numpy.typing import NDArray
from wordfreq import top_n_list

from samenspel.screening.dutch import STOPWORDS
from samenspel.search.documents import Document
from samenspel.search.vectors import Matrix

SEED = 20260101
VOCABULARY = 50_000
SHIFT = 20
"""A word of rank r is used as often as 1/(r + SHIFT) (Zipf, with the correction of Mandelbrot).

With 20 the words of a query touch about a fifth of all documents, as in Dutch sets of questions
and texts about education, where they touch 9 to 24 %.
"""

STOPWORD_SHARE = 0.4
TITLE, TEXT = (4, 9), (40, 90)
"""Fewest and most words of a title and a text, stopwords included."""

QUERY = (3, 8)
"""Fewest and most words of a query."""

BLOCK = 5_000
"""Documents made at a time, each block from a seed of its own."""

CENTRES = 400
"""Between as many real embeddings the vectors lie."""

DIRECTIONS, VARIATION = 64, 0.7
"""Chosen so that vectors are as close to their neighbours, and spread in as many directions, as
those of 953 real Dutch texts about education (nearest neighbour .94, intrinsic dimension 18).
"""

KINDS = ("question", "answer", "publication", "offering", "organisation")
VALUES = {
    "sectors": ("po", "vo", "mbo"),
    "domain": tuple(f"domein-{n}" for n in range(4)),
    "service_type": tuple(f"dienst-{n}" for n in range(25)),
    "region": tuple(f"provincie-{n}" for n in range(12)),
    "price_band": tuple(f"prijs-{n}" for n in range(6)),
    "evidence_level": tuple(f"bewijs-{n}" for n in range(6)),
}
PRIVATE = 0.05
"""The share of documents that the reader may not see."""


@dataclass(frozen=True)
class Corpus:
    """`size` documents of Dutch words."""

    size: int
    seed: int = SEED

    def documents(self) -> Iterator[list[Document]]:
        """All documents in blocks, never more than one block in memory."""
        content, stop = vocabulary()
        words = np.array(content + stop, dtype=object)
        shares = (_zipf(content) * (1 - STOPWORD_SHARE), _zipf(stop) * STOPWORD_SHARE)
        steps = np.cumsum(np.concatenate(shares))
        for start in range(0, self.size, BLOCK):
            random = np.random.default_rng([self.seed, start])
            yield _block(start, min(BLOCK, self.size - start), words, steps, random)

    def queries(self, count: int) -> list[str]:
        """`count` queries of content words, used as often as the documents use them."""
        random = np.random.default_rng([self.seed, 1 << 40])
        words = np.array(vocabulary()[0], dtype=object)
        weights = _zipf(vocabulary()[0])
        lengths = random.integers(QUERY[0], QUERY[1] + 1, count)
        return [" ".join(random.choice(words, n, replace=False, p=weights)) for n in lengths]

    def filters(self, count: int) -> list[dict[str, tuple[str, ...]]]:
        """`count` filters as a reader sets them: one kind and one sector."""
        random = np.random.default_rng([self.seed, 1 << 41])
        return [
            {
                "kind": (KINDS[random.integers(len(KINDS))],),
                "sectors": (VALUES["sectors"][random.integers(3)],),
            }
            for _ in range(count)
        ]

    def typed(self, count: int) -> list[str]:
        """`count` beginnings of what somebody types: the last word is not finished."""
        random = np.random.default_rng([self.seed, 1 << 42])
        found = []
        for query in self.queries(count):
            *before, last = query.split()[: random.integers(1, 4)]
            found.append(" ".join([*before, last[: random.integers(3, max(4, len(last)))]]))
        return found

    def vectors(self, centres: Matrix, start: int, count: int) -> Matrix:
        """Unit vectors that lie as real ones do: between three of the `centres`, varied along the
        directions in which the centres vary most.
        """
        random = np.random.default_rng([self.seed, start, 1 << 43])
        shares = random.dirichlet(np.full(3, 0.5), count)
        mixed = np.einsum(
            "nk,nkd->nd", shares, centres[random.integers(0, len(centres), (count, 3))]
        )
        _, lengths, directions = np.linalg.svd(centres - centres.mean(0), full_matrices=False)
        reach = VARIATION * lengths[:DIRECTIONS] / len(centres) ** 0.5
        mixed += random.normal(0, 1, (count, len(reach))) * reach @ directions[:DIRECTIONS]
        return np.asarray(mixed / np.linalg.norm(mixed, axis=1, keepdims=True), dtype=np.float32)


@cache
def vocabulary() -> tuple[list[str], list[str]]:
    """Dutch content words and stopwords, the commonest first."""
    words = [word for word in top_n_list("nl", VOCABULARY) if word.isalpha()]
    content = [word for word in words if word not in STOPWORDS]
    return content, [word for word in words if word in STOPWORDS]


def _zipf(words: list[str]) -> NDArray[np.float64]:
    weights = 1.0 / (np.arange(1, len(words) + 1) + SHIFT)
    return np.asarray(weights / weights.sum())


def _block(
    start: int,
    count: int,
    words: NDArray[np.object_],
    steps: NDArray[np.float64],
    random: np.random.Generator,
) -> list[Document]:
    titles = random.integers(TITLE[0], TITLE[1] + 1, count)
    texts = random.integers(TEXT[0], TEXT[1] + 1, count)
    total = int((titles + texts).sum())
    stream = words[np.searchsorted(steps[:-1], random.random(total), side="right")].tolist()
    kinds = random.integers(0, len(KINDS), count)
    columns = {name: random.integers(0, len(values), count) for name, values in VALUES.items()}
    private = random.random(count) < PRIVATE
    days = random.integers(0, 2000, count)
    found, at = [], 0
    for i in range(count):
        title = " ".join(stream[at : at + titles[i]])
        text = " ".join(stream[at + titles[i] : at + titles[i] + texts[i]])
        at += int(titles[i] + texts[i])
        values = {name: VALUES[name][columns[name][i]] for name in VALUES}
        kind = KINDS[kinds[i]]
        found.append(
            Document(
                key=f"{kind}:{start + i + 1}",
                kind=kind,
                title=title,
                text=text,
                audience=(f"org:{start + i}",) if private[i] else ("public",),
                modified=date(2020, 1, 1) + timedelta(days=int(days[i])),
                **values | {"sectors": (values["sectors"],)},
            )
        )
    return found
