"""Which questions might belong together, how much so, and why.

The weight of a pair is a small model of three likenesses. Its few constants were set on two sets
of Dutch texts whose clusters are known (teachers' questions with documents, curriculum goals
without); they are constants here so that nobody has to train anything.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from samenspel.ranking.profiles import Floats, Ints, Profiles, nearest

NEIGHBOURS = 15
"""Candidates per question. Communities grow through chains of these, so it bounds no bundle."""


@dataclass(frozen=True)
class Model:
    """weight = 1 / (1 + exp(-(score - even) / slope)), score = the likenesses times these.

    At a score of `even` a pair weighs one half. `density` is what a member of a bundle has to
    weigh with the others on average.
    """

    answers: float
    meaning: float
    words: float
    even: float
    slope: float
    density: float


WITH_DOCUMENTS = Model(answers=1.0, meaning=0.3, words=0.3, even=0.92, slope=0.1, density=0.5)
WITHOUT_DOCUMENTS = Model(answers=0.0, meaning=1.0, words=0.5, even=0.5, slope=0.1, density=0.3)


def model_for(profiles: Profiles) -> Model:
    """The model that fits what is known of the questions."""
    return WITHOUT_DOCUMENTS if profiles.answers is None else WITH_DOCUMENTS


LIKE_ANSWERS = 0.7
LIKE_MEANING = 0.5
LIKE_WORDS = 0.2
COPY = 0.9
"""From these likenesses on, a likeness is a reason that can be shown."""

_CHUNK = 1 << 15


@dataclass(frozen=True)
class Pairs:
    """Pairs of questions, `left` < `right`, with their likenesses (-1 to 1), score and weight."""

    left: Ints
    right: Ints
    answers: Floats
    meaning: Floats
    words: Floats
    score: Floats
    weight: Floats

    def __len__(self) -> int:
        return len(self.left)

    def links(self) -> Iterator[tuple[int, int, float]]:
        """(left, right, weight) as `clustering.communities` wants them."""
        lists = self.left.tolist(), self.right.tolist(), self.weight.tolist()
        return zip(*lists, strict=True)


@dataclass(frozen=True)
class Reason:
    """Why two questions do, or do not, belong together.

    `code` is `copy`, `same_answers` (`documents` are those both would look at), `same_meaning`,
    `same_words`, `same_<trait>` or `other_<trait>` (`values` are the traits of both).
    """

    code: str
    documents: tuple[int, ...] = ()
    values: tuple[str, str] = ("", "")


def likely_pairs(profiles: Profiles) -> Pairs:
    """Every question with its nearest ones, each pair once, in a fixed order."""
    model = model_for(profiles)
    parts = [profiles.meaning * np.float32(model.meaning**0.5)]
    if profiles.answers is not None:
        parts.append(profiles.answers * np.float32(model.answers**0.5))
    found = nearest(np.hstack(parts), NEIGHBOURS)
    here = np.repeat(np.arange(len(found)), found.shape[1])
    there = found.ravel()
    here, there = here[there >= 0], there[there >= 0]
    both = np.unique(np.stack([np.minimum(here, there), np.maximum(here, there)], axis=1), axis=0)
    return compare(profiles, both[:, 0], both[:, 1])


def compare(profiles: Profiles, left: Ints, right: Ints) -> Pairs:
    """The given pairs of questions with their likenesses and weights."""
    model = model_for(profiles)
    meaning = _cosines(profiles.meaning, left, right)
    words = _cosines(profiles.words, left, right)
    answers = np.zeros_like(meaning)
    if profiles.answers is not None:
        answers = _cosines(profiles.answers, left, right)
    score = model.answers * answers + model.meaning * meaning + model.words * words
    weight = 1 / (1 + np.exp(-(score - model.even) / model.slope))
    return Pairs(left, right, answers, meaning, words, score, weight)


def nearest_question(size: int, pairs: Pairs) -> Ints:
    """For each of `size` questions the one it goes with best; -1 where there is no pair."""
    here = np.concatenate([pairs.left, pairs.right])
    there = np.concatenate([pairs.right, pairs.left])
    score = np.concatenate([pairs.score, pairs.score])
    order = np.lexsort((-there, score))
    best = np.full(size, -1, dtype=np.int64)
    best[here[order]] = there[order]
    return best


def explain(
    profiles: Profiles,
    pairs: Pairs,
    index: int,
    left: Mapping[str, str] | None = None,
    right: Mapping[str, str] | None = None,
) -> tuple[Reason, ...]:
    """Why the pair at `index` belongs together, and in which known traits the two differ.

    `left` and `right` are what is known of both questions, such as sector or goal; a trait that
    is empty for either says nothing.
    """
    reasons = []
    if pairs.words[index] >= COPY:
        reasons.append(Reason("copy"))
    if profiles.looked_at is not None and pairs.answers[index] >= LIKE_ANSWERS:
        seen = set(profiles.looked_at[pairs.right[index]].tolist())
        shared = [i for i in profiles.looked_at[pairs.left[index]].tolist() if i in seen]
        if shared:
            reasons.append(Reason("same_answers", documents=tuple(shared)))
    if pairs.meaning[index] >= LIKE_MEANING:
        reasons.append(Reason("same_meaning"))
    if LIKE_WORDS <= pairs.words[index] < COPY:
        reasons.append(Reason("same_words"))
    for trait, value in (left or {}).items():
        other = (right or {}).get(trait, "")
        if value and other:
            code = f"same_{trait}" if value == other else f"other_{trait}"
            reasons.append(Reason(code, values=(value, other)))
    return tuple(reasons)


def _cosines(rows: Floats | sparse.csr_matrix, left: Ints, right: Ints) -> Floats:
    """Inner products of pairs of rows, some at a time: memory stays flat."""
    cosines = np.empty(len(left), dtype=np.float32)
    for start in range(0, len(left), _CHUNK):
        part = slice(start, start + _CHUNK)
        here, there = rows[left[part]], rows[right[part]]
        product = here * there if isinstance(here, np.ndarray) else here.multiply(there)
        cosines[part] = np.asarray(product.sum(axis=1)).ravel()
    return cosines
