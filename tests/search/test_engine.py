"""The engine on a real word index, exact vectors and embedders that anyone can predict."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from samenspel.search.documents import Document, Query, Results
from samenspel.search.embedding import text_of
from samenspel.search.engine import Engine, essence
from samenspel.search.vectors import MemoryVectors
from samenspel.search.words import IndexMissing, WordIndex
from search.fakes import BrokenEmbedder, FakeEmbedder

MEANINGS = {"kleuters": 0, "jonge kinderen": 0, "rekenen": 1, "tafels": 1, "dak": 2}


class Themes(FakeEmbedder):
    """Texts on one theme have one direction; 0.1 of every other theme is mixed in."""

    name = "themes"
    dim = 3

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def query(self, text: str) -> np.ndarray:
        self.asked.append(text)
        return self._vector(text)

    def _vector(self, text: str) -> np.ndarray:
        vector = np.full(self.dim, 0.1, dtype=np.float32)
        for word, theme in MEANINGS.items():
            vector[theme] += word in text.lower()
        return vector / np.linalg.norm(vector)


DOCUMENTS = [
    Document("offering:1", "offering", "Kleuters leren woorden", sectors=("po",)),
    Document("offering:2", "offering", "Spelen met jonge kinderen", sectors=("po",)),
    Document("answer:3", "answer", "Tafels oefenen", sectors=("po", "vo")),
    Document("answer:4", "answer", "Het dak vervangen", sectors=("mbo",)),
    Document("offering:5", "offering", "Kleuters en hun geheim", audience=("org:7",)),
    Document("organisation:6", "organisation", "De Kleuterschool", meaning=False),
]


@pytest.fixture
def words(tmp_path: Path) -> Iterator[WordIndex]:
    index = WordIndex(tmp_path / "index")
    index.index(DOCUMENTS)
    index.commit()
    yield index
    index.close()


def vectors_of(documents: Sequence[Document], embedder: FakeEmbedder) -> MemoryVectors:
    vectors = MemoryVectors()
    embedded = [document for document in documents if document.meaning]
    vectors.put(embedded, embedder.passages([text_of(document) for document in embedded]))
    return vectors


@pytest.fixture
def engine(words: WordIndex) -> Engine:
    embedder = Themes()
    return Engine(words, vectors_of(DOCUMENTS, embedder), embedder)


def keys(results: Results) -> list[str]:
    return [hit.key for hit in results.hits]


def test_words_and_meaning_are_found_together_and_both_explained(engine: Engine) -> None:
    results = engine.query(Query("kleuters"), seed="x")
    assert keys(results)[0] == "offering:1"
    assert set(keys(results)) == {"offering:1", "offering:2", "organisation:6"}
    by_key = {hit.key: hit for hit in results.hits}
    assert by_key["offering:1"].matched == ("kleuters",)
    assert by_key["offering:1"].signals["words"] > 0.5
    assert by_key["offering:2"].matched == ()
    assert by_key["offering:2"].signals == {"words": 0.0, "meaning": 1.0}
    assert (results.total, results.degraded, results.mended) == (3, "", "")


def test_what_lies_far_in_meaning_is_not_found(engine: Engine) -> None:
    assert "answer:4" not in keys(engine.query(Query("tafels"), seed="x"))


def test_hidden_documents_are_found_by_neither_way(engine: Engine) -> None:
    assert "offering:5" not in keys(engine.query(Query("kleuters geheim"), seed="x"))
    member = engine.query(Query("kleuters geheim", audience=("public", "org:7")), seed="x")
    assert keys(member)[0] == "offering:5"


def test_filters_and_facets_hold_for_both_ways(engine: Engine) -> None:
    query = Query("kleuters", filters={"kind": ("offering",)}, facets=("kind", "sectors"))
    results = engine.query(query, seed="x")
    assert set(keys(results)) == {"offering:1", "offering:2"}
    assert results.facets == {"kind": {"offering": 2, "organisation": 1}, "sectors": {"po": 2}}
    assert results.total == 2


def test_embedder_that_fails_leaves_words_and_says_so(words: WordIndex) -> None:
    embedder = BrokenEmbedder()
    engine = Engine(words, MemoryVectors(), embedder)
    results = engine.query(Query("kleuters"), seed="x")
    assert set(keys(results)) == {"offering:1", "organisation:6"}
    assert results.degraded == "meaning"
    assert "meaning" not in results.hits[0].signals


def test_without_an_embedder_words_answer_and_nothing_is_degraded(words: WordIndex) -> None:
    results = Engine(words).query(Query("kleuters"), seed="x")
    assert set(keys(results)) == {"offering:1", "organisation:6"}
    assert results.degraded == ""


@pytest.mark.parametrize(
    "query",
    [
        Query("kleuters", meaning=False),
        Query("kleut", prefix=True),
        Query("kleuters", newest_first=True),
        Query(""),
        Query("   "),
    ],
)
def test_meaning_is_not_asked_when_it_has_nothing_to_say(engine: Engine, query: Query) -> None:
    results = engine.query(query, seed="x")
    assert engine.embedder.asked == []  # type: ignore[union-attr]
    assert "offering:1" in keys(results)


def test_question_of_stopwords_is_found_by_meaning_only(words: WordIndex) -> None:
    embedder = Themes()
    engine = Engine(words, vectors_of(DOCUMENTS, embedder), embedder)
    results = engine.query(Query("hoe dan?"), seed="x")
    assert results.total == len(results.hits)
    assert all(hit.signals["words"] == 0 for hit in results.hits)


def test_question_is_embedded_once_for_several_searches(engine: Engine) -> None:
    for kind in ("offering", "answer"):
        engine.query(Query("Hoe leren kleuters?", filters={"kind": (kind,)}), seed="x")
    assert engine.embedder.asked == ["leren kleuters"]  # type: ignore[union-attr]


def test_long_question_keeps_its_function_words() -> None:
    assert essence("Hoe leren kleuters in het vmbo " + "nog meer " * 20).startswith(
        "Hoe leren kleuters in het voorbereidend middelbaar beroepsonderwijs nog meer"
    )


def test_mended_text_is_embedded_and_told(engine: Engine) -> None:
    results = engine.query(Query("kleuterz"), seed="x")
    assert results.mended == "kleuters"
    assert engine.embedder.asked == ["kleuters"]  # type: ignore[union-attr]
    assert keys(results)[0] == "offering:1"


def test_pages_follow_each_other_without_gap_or_repeat(engine: Engine) -> None:
    whole = keys(engine.query(Query("kleuters", limit=9), seed="x"))
    pages = [keys(engine.query(Query("kleuters", limit=1, offset=at), seed="x")) for at in range(4)]
    assert [key for page in pages for key in page] == whole
    assert engine.query(Query("kleuters", limit=1, offset=3), seed="x").total == 3


def test_equals_have_one_order_a_day(tmp_path: Path) -> None:
    index = WordIndex(tmp_path / "equals")
    index.index([Document(f"offering:{n}", "offering", "Rekenen") for n in range(40)])
    index.commit()
    engine = Engine(index)
    monday = keys(engine.query(Query("rekenen", limit=5), seed="monday"))
    tuesday = keys(engine.query(Query("rekenen", limit=5), seed="tuesday"))
    assert monday == keys(engine.query(Query("rekenen", limit=5), seed="monday"))
    assert monday != tuesday
    assert monday != [f"offering:{n}" for n in range(5)]


def test_missing_index_is_told(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing):
        Engine(WordIndex(tmp_path / "none")).query(Query("kleuters"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hoe kan ik kleuters helpen?", "kleuters helpen"),
        ("Hoeveel mbo-studenten zijn er?", "middelbaar beroepsonderwijs-studenten"),
        ("hoe dan?", "hoe dan?"),
        ("", ""),
    ],
)
def test_essence_drops_function_words_and_spells_out(text: str, expected: str) -> None:
    assert essence(text) == expected
