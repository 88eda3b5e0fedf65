"""How well found spans agree with spans marked by people.

Two spans agree when their kind is the same and the characters they share are at least half of
each; every span agrees with one other at most. Exact figures ask for equal ends as well.
Prints the figures of a file: python -m samenspel.screening.measure FILE.jsonl, with on each line
{"text": ..., "pii": [{"kind": ..., "start": ..., "end": ...}]}.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from samenspel.screening.personal_data import Span, find


def agrees(gold: Span, found: Span) -> bool:
    """Same kind, and sharing at least half of both."""
    shared = min(gold.end, found.end) - max(gold.start, found.start)
    return gold.kind == found.kind and 2 * shared >= max(
        gold.end - gold.start, found.end - found.start
    )


def is_same(gold: Span, found: Span) -> bool:
    """Same kind and the same ends."""
    return (gold.kind, gold.start, gold.end) == (found.kind, found.start, found.end)


def measure(gold: Iterable[Sequence[Span]], found: Iterable[Sequence[Span]]) -> dict[str, float]:
    """Compare spans text by text: one sequence of spans per text on both sides.

    Returns precision, recall, exact_precision and exact_recall over all texts together
    (1.0 where there was nothing to find). Raises ValueError for unequal numbers of texts.
    """
    total: Counter[str] = Counter()
    for wanted, got in zip(gold, found, strict=True):
        total["gold"] += len(wanted)
        total["found"] += len(got)
        total["agreed"] += len(_pairs(wanted, got, agrees))
        total["exact"] += len(_pairs(wanted, got, is_same))
    return {
        "precision": _share(total["agreed"], total["found"]),
        "recall": _share(total["agreed"], total["gold"]),
        "exact_precision": _share(total["exact"], total["found"]),
        "exact_recall": _share(total["exact"], total["gold"]),
    }


def _pairs(
    gold: Sequence[Span], found: Sequence[Span], rule: Callable[[Span, Span], bool]
) -> list[tuple[Span, Span]]:
    free = list(found)
    pairs: list[tuple[Span, Span]] = []
    for wanted in gold:
        match = next((span for span in free if rule(wanted, span)), None)
        if match:
            free.remove(match)
            pairs.append((wanted, match))
    return pairs


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def main(path: str) -> None:
    """Print overall figures and figures per kind for a JSON-lines file."""
    rows = [
        json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line
    ]
    gold = [[Span(p["kind"], p["start"], p["end"], "") for p in row["pii"]] for row in rows]
    found = [find(row["text"]) for row in rows]
    sys.stdout.write(f"{len(rows)} texts, {sum(map(len, gold))} spans\n")
    for kind in ("", *sorted({span.kind for spans in gold + found for span in spans})):
        figures = measure(
            [[s for s in spans if kind in ("", s.kind)] for spans in gold],
            [[s for s in spans if kind in ("", s.kind)] for spans in found],
        )
        shown = "  ".join(f"{name} {value:.3f}" for name, value in figures.items())
        sys.stdout.write(f"{kind or 'all':<14}{shown}\n")


if __name__ == "__main__":
    main(sys.argv[1])
