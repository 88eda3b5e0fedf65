"""The figures by which quality is judged: pure functions from results and judgements to numbers."""

import math
import os
import platform
from collections.abc import Mapping, Sequence
from datetime import date
from statistics import fmean

Judgements = Mapping[str, int]
"""Per document how well it answers: 3 exactly, 2 clearly helps, 1 somewhat; the rest is 0."""


def ndcg(found: Sequence[str], judged: Judgements, *, depth: int = 10) -> float:
    """Normalised discounted cumulative gain, gain 2^grade - 1, discount log2(place + 1)."""
    got = _gain([judged.get(key, 0) for key in found[:depth]])
    ideal = _gain(sorted(judged.values(), reverse=True)[:depth])
    return got / ideal if ideal else 0.0


def mrr(found: Sequence[str], judged: Judgements, *, depth: int = 10) -> float:
    """One over the place of the first relevant document, 0 when none is within `depth`."""
    places = (at for at, key in enumerate(found[:depth], start=1) if judged.get(key, 0) > 0)
    return 1 / next(places, math.inf)


def recall(found: Sequence[str], judged: Judgements, *, depth: int = 100) -> float:
    """The share of the relevant documents that is within `depth`."""
    relevant = {key for key, grade in judged.items() if grade > 0}
    return len(relevant.intersection(found[:depth])) / len(relevant) if relevant else 0.0


def ranking(found: Sequence[Sequence[str]], judged: Sequence[Judgements]) -> dict[str, float]:
    """The three measures above, averaged over questions; zeros when there are none."""
    pairs = list(zip(found, judged, strict=True))
    measures = {"ndcg@10": ndcg, "mrr@10": mrr, "recall@100": recall}
    return {
        name: round(fmean(measure(*pair) for pair in pairs), 4) if pairs else 0.0
        for name, measure in measures.items()
    }


def macro_f1(true: Sequence[str], told: Sequence[str]) -> float:
    """F1 per class that occurs in `true`, averaged: every class counts the same."""
    scores = []
    for label in set(true):
        right = sum(t == label == g for t, g in zip(true, told, strict=True))
        scores.append(2 * right / (true.count(label) + list(told).count(label)))
    return fmean(scores) if scores else 0.0


def percentiles(milliseconds: Sequence[float]) -> dict[str, float]:
    """The median and the 95th percentile (nearest rank), rounded to 0.1 ms."""
    ordered = sorted(milliseconds)
    if not ordered:
        return {"p50": 0.0, "p95": 0.0}
    return {
        name: round(ordered[max(0, math.ceil(share * len(ordered)) - 1)], 1)
        for name, share in (("p50", 0.5), ("p95", 0.95))
    }


def circumstances() -> dict[str, str | int]:
    """Where and when something was measured, to print beside a figure."""
    return {
        "date": date.today().isoformat(),
        "machine": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count() or 1,
        "python": platform.python_version(),
    }


def _gain(grades: Sequence[int]) -> float:
    return math.fsum((2**grade - 1) / math.log2(at + 2) for at, grade in enumerate(grades))
