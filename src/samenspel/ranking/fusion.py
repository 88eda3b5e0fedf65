"""One order out of what words and meaning found, from named signals between 0 and 1.

The score is a weighted sum, so that every position can be explained. Nothing in it knows whose
offering it is: documents with equal signals come in an order that is drawn anew for every seed
(one a day), the same for everyone, and that nobody can influence.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from statistics import median

MEANING, WORDS = "meaning", "words"

WEIGHTS: Mapping[str, float] = {MEANING: 1.0, WORDS: 1.1}
"""How much each signal counts; found on two sets of Dutch questions (`bench/README.md`)."""

REACH = 4.0
"""The meaning of a document this many spreads below the nearest one counts for nothing."""


@dataclass(frozen=True)
class Candidate:
    """A document that might be shown.

    `words` is the share of the question that its words cover, `cosine` its nearness in meaning
    (None: unknown, for instance not embedded yet). `extra` holds further signals by name.
    """

    key: str
    words: float = 0.0
    cosine: float | None = None
    extra: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Ranked:
    """A candidate in its place, with the signals that brought it there."""

    key: str
    score: float
    signals: Mapping[str, float]


def fuse(
    candidates: Iterable[Candidate],
    *,
    spread: float,
    seed: str = "",
    weights: Mapping[str, float] = WEIGHTS,
) -> list[Ranked]:
    """The candidates, best first.

    `spread` is the standard deviation of the cosines that one question has with random documents;
    it depends on the model. A document of unknown meaning gets the middle of what is known: it is
    neither helped nor harmed. Signals without a weight are kept, and count for nothing.
    """
    known = list(candidates)
    nearness = _nearness(known, spread)
    ranked = []
    for candidate in known:
        signals = {**candidate.extra, WORDS: candidate.words}
        if nearness:
            signals[MEANING] = nearness[candidate.key]
        score = sum(weights.get(name, 0.0) * signals[name] for name in sorted(signals))
        ranked.append(Ranked(candidate.key, round(score, 6), signals))
    return sorted(ranked, key=lambda one: (-one.score, lot(one.key, seed)))


def lot(key: str, seed: str) -> bytes:
    """The place of `key` among equals: fixed for one seed, unrelated between seeds."""
    return blake2b(key.encode(), key=seed.encode()[:64], digest_size=8).digest()


def _nearness(candidates: list[Candidate], spread: float) -> dict[str, float]:
    """Cosines as signals: 1 for the nearest, 0 for what is `REACH` spreads further away."""
    cosines = [one.cosine for one in candidates if one.cosine is not None]
    if not cosines:
        return {}
    best, middle = max(cosines), median(cosines)
    return {
        one.key: max(
            0.0, 1 + ((middle if one.cosine is None else one.cosine) - best) / (REACH * spread)
        )
        for one in candidates
    }
