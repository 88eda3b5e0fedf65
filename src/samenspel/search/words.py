"""The word index: documents in, hits by words and facet counts out. Only this file knows tantivy.

Analysis is ours (`samenspel.screening.dutch`): the index gets lemmas and compound parts between
spaces. One process writes at a time; any number read, and each sees a commit with its next query.
"""

import contextlib
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tantivy

from samenspel.screening.dutch import index_terms
from samenspel.search.asked import Asked, Unit, Vocabulary, ask
from samenspel.search.documents import FACETS, Document, Query

LAYOUT = "1"
"""Raise when the fields or the analysis change: older indexes are then refused."""

COMMON_SHARE, COMMON_LEAST = 0.05, 5000
"""A word in more documents than this finds nothing by itself, next to words that tell more."""

TERMS_REMEMBERED = 100_000
FACET_VALUES = 200
TIED_AT_MOST = 2000
WRITER_MEMORY = 100_000_000

_SHOULD, _MUST = tantivy.Occur.Should, tantivy.Occur.Must


class IndexMissing(Exception):
    """There is no usable index here: it was never built, is damaged, or is of another layout."""


@dataclass(frozen=True)
class WordHit:
    """A document with the share (about 0 to 1) of the question's weight that its words cover."""

    key: str
    share: float


class WordIndex:
    """An index in the folder `path`.

    Writing: `index`, `remove`, then `commit`; nothing is seen by readers before. Reading raises
    `IndexMissing` when there is nothing that can be read.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._index: Any = None
        self._searcher: Any = None
        self._seen: tuple[int, int] | None = None
        self._writer: Any = None
        self._added: set[int] | None = None
        self._frequencies: dict[str, int] = {}

    # Writing

    def index(self, documents: Iterable[Document]) -> None:
        """Add these documents, each in place of an earlier one with the same key."""
        writer = self._writing()
        for document in documents:
            if self._may_exist(document.key):
                writer.delete_documents_by_term("key", document.key)
            writer.add_document(_entry(document))

    def remove(self, keys: Iterable[str]) -> None:
        """Remove these documents; unknown keys are fine."""
        writer = self._writing()
        for key in keys:
            writer.delete_documents_by_term("key", key)

    def _may_exist(self, key: str) -> bool:
        """Whether a deletion is needed; a million needless ones would take a gigabyte."""
        if self._added is None:
            return True
        number = hash(key)
        seen = number in self._added
        self._added.add(number)
        return seen

    def commit(self) -> None:
        """Make what was written durable and visible, and let another process write."""
        if self._writer is not None:
            self._writer.commit()
            self._writer.wait_merging_threads()
            self._writer = self._added = None

    def close(self) -> None:
        """Let go of the index; what was not committed is lost."""
        self._writer = self._added = self._index = self._searcher = None
        self._seen = None

    def clear(self) -> None:
        """Throw the index away."""
        self.close()
        shutil.rmtree(self.path, ignore_errors=True)

    def _writing(self) -> Any:
        if self._writer is None:
            self.path.mkdir(parents=True, exist_ok=True)
            marker = self.path / "layout"
            if not (self.path / "meta.json").exists():
                marker.write_text(LAYOUT)
            with _readable(self.path):
                _check_layout(self.path)
                index = tantivy.Index(_schema(), path=str(self.path))
                _register(index)
                self._writer = index.writer(heap_size=WRITER_MEMORY, num_threads=1)
                self._added = None if index.searcher().num_docs else set()
        return self._writer

    # Reading

    def __len__(self) -> int:
        """How many documents there are, whoever may see them."""
        with self._reading() as searcher:
            return int(searcher.num_docs)

    def ask(self, query: Query) -> Asked:
        """The question as this index sees it, with typing mistakes mended."""
        with self._reading() as searcher:
            vocabulary = Vocabulary(searcher.num_docs, self._frequency, self._beginning)
            return ask(query.text, vocabulary, unfinished=query.prefix)

    def search(self, query: Query, asked: Asked, *, limit: int) -> list[WordHit]:
        """The best `limit` documents by words (or the newest ones), filters and audience applied.

        A question without a word (only filters) gives everything, newest first. When more
        documents tie at the limit than fit, all of them are returned (up to a bound), so that the
        caller's order decides and not the order of indexing.
        """
        if not asked.units and query.text.strip():
            return []
        newest = query.newest_first or not asked.units
        with self._reading() as searcher:
            wanted = self._filtered(self._matching(asked, strict=newest), query)
            order = {"order_by_field": "modified"} if newest else {}
            # Asking for the ties at once is cheaper than asking twice.
            found = searcher.search(wanted, limit + TIED_AT_MOST, count=False, **order).hits
            edge = found[limit - 1][0] if len(found) > limit else None
            found = [hit for at, hit in enumerate(found) if at < limit or hit[0] == edge]
            ideal = asked.ideal or 1.0
            return [
                WordHit(searcher.doc(address)["key"][0], 0.0 if newest else score / ideal)
                for score, address in found
            ]

    def shares(self, asked: Asked, keys: Sequence[str]) -> dict[str, float]:
        """The share of each of these documents that holds a word of the question."""
        return self._scores(_any_unit(asked.units), keys, asked.ideal or 1.0)

    def matched(self, asked: Asked, keys: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Per document the words that it holds, as the reader wrote them, most telling first."""
        found: dict[str, list[str]] = {key: [] for key in keys}
        for unit in sorted(asked.units, key=lambda unit: -unit.rarity):
            for key in self._scores(_said(unit), keys, 1.0):
                found[key] += unit.written
        return {key: tuple(words) for key, words in found.items()}

    def count(self, query: Query, asked: Asked, *, besides: Sequence[str] = ()) -> int:
        """How many documents are found, by words or because they are in `besides`."""
        with self._reading() as searcher:
            wanted = self._filtered(self._matching(asked, besides=besides, query=query), query)
            # Every document has a kind; counting those is faster than a search that counts.
            kinds = {"found": {"value_count": {"field": "kind"}}}
            return int(searcher.aggregate(wanted, kinds)["found"]["value"])

    def facets(
        self, query: Query, asked: Asked, *, besides: Sequence[str] = ()
    ) -> dict[str, dict[str, int]]:
        """Counts per value of each facet asked for, each without its own filter.

        The documents counted are those of `count`.
        """
        together = [facet for facet in query.facets if facet not in query.filters]
        groups = [together] if together else []
        groups += [[facet] for facet in query.facets if facet in query.filters]
        found: dict[str, dict[str, int]] = {}
        with self._reading() as searcher:
            matching = self._matching(asked, besides=besides, query=query)
            for group in groups:
                wanted = self._filtered(matching, query, without=group[0])
                terms = {f: {"terms": {"field": f, "size": FACET_VALUES}} for f in group}
                for facet, answer in searcher.aggregate(wanted, terms).items():
                    buckets = {b["key"]: b["doc_count"] for b in answer["buckets"] if b["key"]}
                    found[facet] = dict(sorted(buckets.items(), key=lambda it: (-it[1], it[0])))
        return {facet: found.get(facet, {}) for facet in query.facets}

    def _scores(self, wanted: Any, keys: Sequence[str], ideal: float) -> dict[str, float]:
        if not keys:
            return {}
        with self._reading() as searcher:
            both = tantivy.Query.boolean_query([(_MUST, wanted), (_MUST, _among(keys))])
            hits = searcher.search(both, len(keys), count=False).hits
            return {searcher.doc(address)["key"][0]: score / ideal for score, address in hits}

    def _matching(
        self,
        asked: Asked,
        *,
        strict: bool = False,
        besides: Sequence[str] = (),
        query: Query | None = None,
    ) -> Any:
        """Documents that hold a telling word; `strict`: at least half of the words."""
        if not asked.units:
            if query is not None and query.text.strip():
                return _among(besides) if besides else tantivy.Query.empty_query()
            return tantivy.Query.all_query()
        if strict or (query is not None and query.newest_first):
            units = [(_SHOULD, _said(unit)) for unit in asked.units]
            wanted = tantivy.Query.boolean_query(units, (len(units) + 1) // 2)
        else:
            telling, common = self._by_commonness(asked.units)
            wanted = _any_unit(telling)
            if common:
                wanted = tantivy.Query.boolean_query(
                    [(_MUST, wanted), *((_SHOULD, _said(unit)) for unit in common)]
                )
        if besides:
            return tantivy.Query.boolean_query([(_SHOULD, wanted), (_SHOULD, _among(besides))])
        return wanted

    def _by_commonness(self, units: Sequence[Unit]) -> tuple[list[Unit], list[Unit]]:
        most = max(COMMON_SHARE * self._searcher.num_docs, COMMON_LEAST)
        telling: list[Unit] = []
        common: list[Unit] = []
        for unit in units:
            often = max(
                (self._frequency(term) for way in unit.ways[:1] for term in way.terms), default=0
            )
            (common if often > most else telling).append(unit)
        return (telling, common) if telling else (common, [])

    def _filtered(self, wanted: Any, query: Query, *, without: str = "") -> Any:
        clauses = [(_MUST, wanted), (_MUST, _silent("audience", query.audience))]
        clauses += [
            (_MUST, _silent(facet, values))
            for facet, values in query.filters.items()
            if facet != without
        ]
        return tantivy.Query.boolean_query(clauses)

    def _frequency(self, term: str) -> int:
        known = self._frequencies.get(term)
        if known is None:
            if len(self._frequencies) > TERMS_REMEMBERED:
                self._frequencies.clear()
            known = self._frequencies[term] = self._searcher.doc_freq("words", term)
        return known

    def _beginning(self, start: str, most: int) -> list[str]:
        return [term for term, _ in self._searcher.terms_with_prefix("words", start, None, most)]

    @contextlib.contextmanager
    def _reading(self) -> Iterator[Any]:
        """A searcher that sees the last commit of any process."""
        with _readable(self.path):
            now = (self.path / "meta.json").stat()
            seen = (now.st_mtime_ns, now.st_ino)
            if self._index is None:
                _check_layout(self.path)
                self._index = tantivy.Index.open(str(self.path))
                _register(self._index)
                self._index.config_reader("manual")
            if seen != self._seen:
                self._index.reload()
                self._searcher = self._index.searcher()
                self._frequencies = {}
                self._seen = seen
            yield self._searcher


@contextlib.contextmanager
def _readable(path: Path) -> Iterator[None]:
    try:
        yield
    except IndexMissing:
        raise
    except (OSError, ValueError) as error:
        raise IndexMissing(f"the word index in {path} cannot be used: {error}") from error


def _check_layout(path: Path) -> None:
    layout = (path / "layout").read_text()
    if layout != LAYOUT:
        raise IndexMissing(f"the word index in {path} has layout {layout}, not {LAYOUT}")


def _schema() -> Any:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("key", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("words", tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field("audience", tokenizer_name="raw", index_option="basic")
    for facet in FACETS:
        builder.add_text_field(facet, tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_integer_field("modified", fast=True)
    return builder.build()


def _register(index: Any) -> None:
    whitespace = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer("whitespace", whitespace)


def _entry(document: Document) -> Any:
    entry = tantivy.Document()
    entry.add_text("key", document.key)
    entry.add_text("words", index_terms(f"{document.title} {document.lead} {document.text}"))
    for token in document.audience:
        entry.add_text("audience", token)
    for facet in FACETS:
        value = getattr(document, facet)
        for one in value if isinstance(value, tuple) else (value,):
            if one:
                entry.add_text(facet, one)
    entry.add_integer("modified", document.modified.toordinal() if document.modified else 0)
    return entry


def _silent(field: str, values: Sequence[str] | Mapping[str, Any]) -> Any:
    """Any of these values, without a say in the score."""
    terms = [(_SHOULD, _exact(field, value)) for value in values]
    wanted = tantivy.Query.boolean_query(terms) if terms else tantivy.Query.empty_query()
    return tantivy.Query.const_score_query(wanted, 0.0)


def _among(keys: Sequence[str]) -> Any:
    return _silent("key", keys)


def _exact(field: str, value: str) -> Any:
    return tantivy.Query.term_query(_SCHEMA, field, value, index_option="basic")


def _any_unit(units: Sequence[Unit]) -> Any:
    return tantivy.Query.boolean_query([(_SHOULD, _said(unit)) for unit in units])


def _said(unit: Unit) -> Any:
    """Documents that say this unit in one way or another, scored by the best way."""
    ways = []
    for way in unit.ways:
        occur = _MUST if way.every else _SHOULD
        terms = [(occur, _word(term)) for term in way.terms]
        wanted = terms[0][1] if len(terms) == 1 else tantivy.Query.boolean_query(terms)
        if way.weight != 1.0:
            wanted = tantivy.Query.boost_query(wanted, way.weight)
        ways.append(wanted)
    return ways[0] if len(ways) == 1 else tantivy.Query.disjunction_max_query(ways)


def _word(term: str) -> Any:
    return tantivy.Query.term_query(_SCHEMA, "words", term, index_option="freq")


_SCHEMA = _schema()
