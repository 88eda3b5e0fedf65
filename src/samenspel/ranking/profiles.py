"""What a question is about, seen through the documents that could answer it.

Two people with one need share almost no words, and a sentence embedding mostly hears their tone.
The documents that answer them are the same, though. So a question is profiled by where it would
look for an answer:

1. score it against every document, by meaning and a little by words;
2. standardise per document (some documents attract everything), then per question;
3. keep the few best documents and average their vectors, the better ones heavier;
4. average that with the profiles of its nearest questions, which takes out chance hits.

Without documents only the question's own meaning and words are left.
"""

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray
from scipy import sparse

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

LOOK_AT = 10
"""Documents that make up a question's profile."""
SHARPNESS = 0.6
"""How much heavier a better document weighs: its weight is exp(SHARPNESS * standard score)."""
WORDS_IN_ATTENTION = 0.4
"""Weight of words beside meaning (1) when a question is scored against documents."""
SMOOTHED_OVER = 5
"""Nearest questions that a profile is averaged with."""
FEWEST_DOCUMENTS = 4 * LOOK_AT
"""With fewer documents than this, being among the best ones says nothing."""
MOST_DOCUMENTS = 3_000
"""Of more documents an even sample is used: enough to tell needs apart, and it bounds the cost."""

_SAMPLE = 2_000
_CHUNK = 2_048
_EXACT_UP_TO = 5_000
_CELLS_SEARCHED = 16
_DIMENSIONS = 192
_GRAM = 5
_BUCKETS = 1 << 20
_TOKEN = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Texts:
    """Texts and their embeddings: `vectors` is (n, dimensions), rows of length 1."""

    texts: Sequence[str]
    vectors: Floats


@dataclass(frozen=True)
class Profiles:
    """What questions are compared by; all rows have length 1 (or 0 when there is nothing).

    `meaning` (n, d) are the centred embeddings, `words` (n, buckets) weighted pieces of words,
    `answers` (n, d) the averaged documents and `looked_at` (n, LOOK_AT) their indices, best
    first; both None without documents.
    """

    meaning: Floats
    words: sparse.csr_matrix
    answers: Floats | None = None
    looked_at: Ints | None = None

    def __len__(self) -> int:
        return len(self.meaning)


def profile(questions: Texts, documents: Texts | None = None) -> Profiles:
    """Profiles of all questions. Deterministic: the same input gives the same profiles."""
    if documents is None or len(documents.texts) < FEWEST_DOCUMENTS:
        return Profiles(centred(questions.vectors), weighted_words(questions.texts))
    sample = _even_sample(len(documents.texts))
    documents = Texts([documents.texts[i] for i in sample], documents.vectors[sample])
    words = weighted_words([*questions.texts, *documents.texts])
    asked, answering = words[: len(questions.texts)], words[len(questions.texts) :]
    looked_at, weights = attend(questions.vectors, documents.vectors, asked, answering)
    places = centred(documents.vectors)
    averaged = np.empty((len(looked_at), places.shape[1]), dtype=np.float32)
    for start in range(0, len(looked_at), _CHUNK):
        part = slice(start, start + _CHUNK)
        averaged[part] = np.einsum("nm,nmd->nd", weights[part], places[looked_at[part]])
    answers = smoothed(unit(averaged))
    return Profiles(centred(questions.vectors), asked, answers, sample[looked_at])


def attend(
    questions: Floats, documents: Floats, asked: sparse.csr_matrix, answering: sparse.csr_matrix
) -> tuple[Ints, Floats]:
    """The LOOK_AT best documents per question, best first, and their weights (summing to 1).

    `questions` and `documents` are embeddings, `asked` and `answering` their words.
    """
    step = -(-len(questions) // _SAMPLE)
    answering_columns = answering.T.tocsc()

    def scores(rows: slice) -> tuple[Floats, Floats]:
        by_words = np.asarray((asked[rows] @ answering_columns).todense(), dtype=np.float32)
        return questions[rows] @ documents.T, by_words

    typical = [_mean_and_spread(scored) for scored in scores(slice(None, None, step))]
    looked_at = np.empty((len(questions), LOOK_AT), dtype=np.int64)
    weights = np.empty((len(questions), LOOK_AT), dtype=np.float32)
    for start in range(0, len(questions), _CHUNK):
        rows = slice(start, start + _CHUNK)
        meaning, words = (
            _standard((scored - mean) / spread)
            for scored, (mean, spread) in zip(scores(rows), typical, strict=True)
        )
        total = _standard(meaning + WORDS_IN_ATTENTION * words)
        best = np.argpartition(-total, LOOK_AT - 1, axis=1)[:, :LOOK_AT]
        score = np.take_along_axis(total, best, axis=1)
        order = np.lexsort((best, -score), axis=1)
        looked_at[rows] = np.take_along_axis(best, order, axis=1)
        weight = np.exp(SHARPNESS * np.take_along_axis(score, order, axis=1))
        weights[rows] = weight / weight.sum(axis=1, keepdims=True)
    return looked_at, weights


def smoothed(vectors: Floats) -> Floats:
    """Each vector averaged with those of its nearest neighbours, weighted by likeness."""
    neighbours = nearest(vectors, SMOOTHED_OVER)
    total = vectors.copy()
    for others in neighbours.T:
        likeness = np.einsum("nd,nd->n", vectors, vectors[others])
        total += (np.maximum(likeness, 0) * (others >= 0))[:, None] * vectors[others]
    return unit(total)


def nearest(vectors: Floats, k: int) -> Ints:
    """Indices (n, k) of the k rows with the greatest inner product, itself left out; -1 for none.

    Exact for small sets. For larger ones an inverted file is searched in fewer dimensions, which
    finds most of them: score what it finds with the vectors themselves.
    """
    size = len(vectors)
    if size > _EXACT_UP_TO:
        vectors = _in_fewer_dimensions(vectors)
    vectors = np.ascontiguousarray(vectors, dtype=np.float32)
    index = _index(vectors)
    index.add(vectors)
    found: Ints = index.search(vectors, min(k + 1, size))[1]
    others = found != np.arange(size)[:, None]
    others[others.all(axis=1), -1] = False
    neighbours: Ints = found[others].reshape(size, found.shape[1] - 1)
    return neighbours


def weighted_words(texts: Sequence[str]) -> sparse.csr_matrix:
    """Texts by the pieces of their words: (n, buckets), rarer pieces heavier, rows of length 1.

    Pieces of five letters meet where a compound or an ending keeps words apart: *toetsmatrijs*,
    *toetsen*. Pieces found in more than a tenth of the texts say nothing and are left out.
    """
    counts = [np.unique(_pieces_of(text), return_counts=True) for text in texts]
    columns = np.concatenate([piece for piece, _ in counts] or [np.empty(0, dtype=np.int32)])
    often = np.concatenate([count for _, count in counts] or [np.empty(0, dtype=np.int64)])
    ends = np.cumsum([0] + [len(piece) for piece, _ in counts])
    spread = np.bincount(columns, minlength=_BUCKETS)
    rarity = np.log1p(len(texts) / np.maximum(spread, 1)) * (spread < 0.1 * len(texts) + 3)
    values = ((1 + np.log(often)) * rarity[columns]).astype(np.float32)
    matrix = sparse.csr_matrix((values, columns, ends), shape=(len(texts), _BUCKETS))
    matrix.eliminate_zeros()
    length = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return sparse.diags_array((1 / np.maximum(length, 1e-9)).astype(np.float32)) @ matrix


def centred(vectors: Floats) -> Floats:
    """Rows without what they all have in common, at length 1."""
    return unit(vectors - vectors.mean(axis=0))


def unit(vectors: Floats) -> Floats:
    """Rows at length 1; a row of zeros stays so."""
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled: Floats = (vectors / np.maximum(length, 1e-9)).astype(np.float32)
    return scaled


def _pieces_of(text: str) -> NDArray[np.int32]:
    words = [word for word in _TOKEN.findall(text.lower()) if len(word) > 3]
    return np.concatenate([_pieces(word) for word in words] or [np.empty(0, dtype=np.int32)])


@lru_cache(maxsize=1 << 18)
def _pieces(word: str) -> NDArray[np.int32]:
    framed = f" {word} "
    pieces = (framed[i : i + _GRAM] for i in range(max(1, len(framed) - _GRAM + 1)))
    return np.array([zlib.crc32(p.encode()) % _BUCKETS for p in pieces], dtype=np.int32)


def _even_sample(size: int) -> Ints:
    return np.linspace(0, size - 1, min(size, MOST_DOCUMENTS)).astype(np.int64)


def _in_fewer_dimensions(vectors: Floats) -> Floats:
    """Rotated so that inner products are kept best, and cut to the first dimensions."""
    step = -(-len(vectors) // _EXACT_UP_TO)
    sample = vectors[::step]
    _, axes = np.linalg.eigh(sample.T @ sample)
    return np.ascontiguousarray(vectors @ axes[:, ::-1][:, :_DIMENSIONS], dtype=np.float32)


def _index(vectors: Floats) -> Any:
    """An empty FAISS index, trained where that is needed."""
    size, dimensions = vectors.shape
    flat = faiss.IndexFlatIP(dimensions)
    if size <= _EXACT_UP_TO:
        return flat
    cells = int(2 * size**0.5)
    index = faiss.IndexIVFFlat(flat, dimensions, cells, faiss.METRIC_INNER_PRODUCT)
    index.nprobe = _CELLS_SEARCHED
    index.cp.niter = 8
    index.cp.max_points_per_centroid = 64
    index.train(vectors)
    return index


def _mean_and_spread(scores: Floats) -> tuple[Floats, Floats]:
    """Per document. One that nothing in the sample touches gets the usual spread, not zero."""
    spread = scores.std(axis=0)
    usual = np.median(spread[spread > 0]) if (spread > 0).any() else 1.0
    return scores.mean(axis=0), np.maximum(spread, 0.1 * usual)


def _standard(scores: Floats) -> Floats:
    mean, spread = scores.mean(axis=1, keepdims=True), scores.std(axis=1, keepdims=True)
    standard: Floats = (scores - mean) / np.maximum(spread, 1e-6)
    return standard
