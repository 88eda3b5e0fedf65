"""`samenspel bench samenspel`: everything that helps somebody who asks, on one set.

Questions and short searches to documents, typing mistakes, the guesses at domain and kind of
service, and personal data. `bench/README.md` describes the files.
"""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import click

from samenspel.bench.measures import circumstances, macro_f1
from samenspel.bench.retrieval import (
    MODES,
    Bench,
    Question,
    bench,
    cache_option,
    folder_argument,
    judgements,
    lines,
    modes_option,
    print_figures,
    shown,
)
from samenspel.bench.typing import mistyped
from samenspel.ranking.classification import Classifier
from samenspel.screening.measure import measure as compare_spans
from samenspel.screening.personal_data import Span, find
from samenspel.search.documents import Document

Pair = tuple[Question, Question]
"""A search with a typing mistake, and the same one without."""


def measure(
    folder: Path, *, modes: Sequence[str] = MODES, cache: Path | None = None
) -> dict[str, Any]:
    """All figures of the set in `folder`; raises OSError and ValueError for unusable files."""
    documents = [_document(row) for row in lines(folder / "documents.jsonl")]
    judged = judgements(folder / "qrels.tsv")
    questions = [
        Question(row["text"], judged[row["need"]])
        for row in lines(folder / "questions.jsonl")
        if row["need"] in judged
    ]
    short = [
        Question(text, judged[need])
        for text, need in pairs_in(folder / "queries_short.tsv")
        if need in judged
    ]
    with bench(documents, modes=modes, cache=cache) as engine:
        figures = {
            "questions": shown(engine.measure(questions)) | {"n": len(questions)},
            "short": shown(_short(engine, short, folder)) | {"n": len(short)},
            **classification(folder, engine=engine),
        }
    return figures | {
        "pii": personal_data(folder / "pii.jsonl"),
        "documents": len(documents),
        "latency_includes_embedding": cache is None,
        "measured": circumstances(),
    }


def _document(row: dict[str, Any]) -> Document:
    return Document(
        f"{row['kind']}:{row['id']}",
        row["kind"],
        row["title"],
        lead=row["text"],
        sectors=tuple(row["sector"]),
        domain=row["domain"],
        service_type=row["service_type"],
    )


def _short(engine: Bench, short: Sequence[Question], folder: Path) -> dict[str, dict[str, Any]]:
    figures = engine.measure(short)
    made = made_typos(short)
    known = known_typos(short, folder / "typos.tsv") or made
    for mode in figures:
        figures[mode]["typo_ratio"] = _typo_ratio(engine, mode, known)
        figures[mode]["made_typo_ratio"] = _typo_ratio(engine, mode, made)
    return figures


def _typo_ratio(engine: Bench, mode: str, pairs: Sequence[Pair]) -> float:
    """nDCG@10 with the mistakes as a share of nDCG@10 without."""
    wrong, right = (
        engine.measure_mode(mode, [pair[side] for pair in pairs])["ndcg@10"] for side in (0, 1)
    )
    return round(wrong / right, 4) if right else 0.0


def known_typos(short: Sequence[Question], file: Path) -> list[Pair]:
    """The mistakes of people that `typos.tsv` lists (mistaken, TAB, corrected), if it is there."""
    if not file.exists():
        return []
    corrected = dict(pairs_in(file))
    return [
        (question, Question(corrected[question.text], question.judged))
        for question in short
        if question.text in corrected
    ]


def made_typos(short: Sequence[Question]) -> list[Pair]:
    """For every search one mistake made by us."""
    made = [(mistyped(question.text), question) for question in short]
    return [(Question(wrong, right.judged), right) for wrong, right in made if wrong]


def classification(folder: Path, *, engine: Bench) -> dict[str, Any]:
    """Macro-F1 of the guessed domain and kind of service, for questions and documents.

    `macro_f1` is over both together, by words and meaning (`fused`) if that is asked for.
    """
    groups = {
        "questions": lines(folder / "questions.jsonl"),
        "documents": [
            row | {"text": f"{row['title']}. {row['text']}"}
            for row in lines(folder / "documents.jsonl")
        ],
    }
    groups = {"macro_f1": groups["questions"] + groups["documents"], **groups}
    figures: dict[str, dict[str, Any]] = {}
    # Telling words always count along: meaning alone is not a way of guessing.
    for mode in [mode for mode in engine.engines if mode != "meaning"] or ["fused"]:
        classifier = Classifier(None if mode == "words" else engine.embedder)
        guess = lru_cache(maxsize=None)(classifier.classify)
        for label in ("domain", "service_type"):
            found = {
                name: macro_f1(
                    [row[label] for row in rows],
                    [getattr(guess(row["text"]), label) for row in rows],
                )
                for name, rows in groups.items()
            }
            rounded = {name: round(value, 4) for name, value in found.items()}
            figures.setdefault(label, {})[mode] = rounded
    return {label: shown(per_mode) for label, per_mode in figures.items()}


def personal_data(file: Path) -> dict[str, Any]:
    """Precision and recall of spans (same kind, sharing at least half)."""
    rows = lines(file)
    marked = [[Span(p["kind"], p["start"], p["end"], "") for p in row["pii"]] for row in rows]
    figures = compare_spans(marked, [find(row["text"]) for row in rows])
    return {name: round(value, 4) for name, value in figures.items()} | {
        "n": len(rows),
        "spans": sum(map(len, marked)),
    }


def pairs_in(file: Path) -> list[tuple[str, str]]:
    """The two columns of a file with tabs and without a heading."""
    rows = [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines() if line]
    return [(first, second) for first, second in rows]


@click.command("samenspel")
@folder_argument
@modes_option
@cache_option
def command(folder: Path, modes: list[str], cache: Path | None) -> None:
    """Measure search, classification and personal data on DIR (see bench/README.md)."""
    print_figures(measure, folder, modes=modes, cache=cache)
