"""The word index, on small collections of our own."""

import subprocess
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from samenspel.search.documents import FACETS, Document, Query
from samenspel.search.words import IndexMissing, WordIndex


def doc(number: int, title: str, **values: object) -> Document:
    return Document(f"offering:{number}", "offering", title, **values)  # type: ignore[arg-type]


@pytest.fixture
def words(tmp_path: Path) -> WordIndex:
    return WordIndex(tmp_path / "index")


def fill(words: WordIndex, documents: Iterable[Document]) -> None:
    words.index(documents)
    words.commit()


def found(words: WordIndex, text: str, **values: object) -> list[str]:
    query = Query(text, **values)  # type: ignore[arg-type]
    hits = words.search(query, words.ask(query), limit=query.limit)
    return [hit.key for hit in hits]


def mended(words: WordIndex, text: str) -> str:
    return words.ask(Query(text)).mended


def test_title_lead_and_text_are_all_searched(words: WordIndex) -> None:
    fill(words, [doc(1, "Lezen", lead="in de kleuterklas", text="met prentenboeken")])
    for word in ("lezen", "kleuters", "prentenboek"):
        assert found(words, word) == ["offering:1"]


def test_other_forms_and_compound_parts_are_found(words: WordIndex) -> None:
    fill(words, [doc(1, "Woordenschatontwikkeling"), doc(2, "Burgerschapsonderwijs")])
    assert found(words, "woordenschat") == ["offering:1"]
    assert found(words, "burgerschap") == ["offering:2"]
    assert found(words, "burgerschapslessen") == ["offering:2"]


def test_what_schools_call_the_same_is_found_but_comes_later(words: WordIndex) -> None:
    fill(words, [doc(1, "Voortijdig schoolverlaten"), doc(2, "Vsv"), doc(3, "Rekenen")])
    assert found(words, "vsv") == ["offering:2", "offering:1"]


def test_share_is_about_one_when_all_is_said_and_less_for_half(words: WordIndex) -> None:
    fill(
        words, [doc(1, "rekenen dyscalculie"), doc(2, "rekenen spelling"), doc(3, "schrijven les")]
    )
    query = Query("rekenen dyscalculie")
    best, second = words.search(query, words.ask(query), limit=9)
    assert (best.key, second.key) == ("offering:1", "offering:2")
    assert 0.8 < best.share < 1.2
    assert second.share < 0.6 * best.share


def test_same_key_replaces_and_remove_removes(words: WordIndex) -> None:
    fill(words, [doc(1, "rekenen"), doc(2, "rekenen")])
    fill(words, [doc(1, "spelling"), doc(1, "schrijven")])
    words.remove(["offering:2", "offering:unknown"])
    words.commit()
    assert found(words, "rekenen") == found(words, "spelling") == []
    assert found(words, "schrijven") == ["offering:1"]
    assert len(words) == 1


def test_same_key_twice_in_a_first_build_leaves_the_last(words: WordIndex) -> None:
    fill(words, [doc(1, "rekenen"), doc(1, "spelling")])
    assert found(words, "rekenen") == []
    assert found(words, "spelling") == ["offering:1"]


def test_nothing_is_seen_before_commit(words: WordIndex) -> None:
    fill(words, [doc(1, "rekenen")])
    words.index([doc(2, "rekenen")])
    assert found(words, "rekenen") == ["offering:1"]
    words.commit()
    assert len(found(words, "rekenen")) == 2


def test_reader_sees_the_commit_of_another_process(words: WordIndex) -> None:
    fill(words, [doc(1, "rekenen")])
    assert found(words, "spelling") == []
    script = (
        "import sys; from pathlib import Path;"
        "from samenspel.search.documents import Document;"
        "from samenspel.search.words import WordIndex;"
        "words = WordIndex(Path(sys.argv[1]));"
        "words.index([Document('offering:2', 'offering', 'spelling')]); words.commit()"
    )
    subprocess.run([sys.executable, "-c", script, str(words.path)], check=True)
    assert found(words, "spelling") == ["offering:2"]


def test_reader_sees_only_what_its_tokens_allow(words: WordIndex) -> None:
    fill(
        words,
        [
            doc(1, "rekenen"),
            doc(2, "rekenen", audience=("org:7", "user:12")),
            doc(3, "rekenen", audience=()),
        ],
    )
    assert found(words, "rekenen") == ["offering:1"]
    assert set(found(words, "rekenen", audience=("public", "org:7"))) == {
        "offering:1",
        "offering:2",
    }
    assert found(words, "rekenen", audience=("user:1",)) == []
    assert found(words, "rekenen", audience=()) == []


SCHOOLS = [
    doc(1, "rekenen", sectors=("po", "vo"), domain="leermiddelen"),
    doc(2, "rekenen", sectors=("vo",), domain="leermiddelen"),
    doc(3, "rekenen", sectors=("mbo",), domain="organisatie"),
    doc(4, "rekenen", sectors=("po",), domain="organisatie", audience=("org:7",)),
    doc(5, "spelling", sectors=("po",), domain="organisatie"),
]


def test_filters_take_any_value_within_a_facet_and_all_facets_together(words: WordIndex) -> None:
    fill(words, SCHOOLS)
    assert set(found(words, "rekenen", filters={"sectors": ("po", "mbo")})) == {
        "offering:1",
        "offering:3",
    }
    both = {"sectors": ("po", "vo"), "domain": ("organisatie",)}
    assert found(words, "rekenen", filters=both) == []


def test_facet_counts_leave_out_their_own_filter_and_what_is_hidden(words: WordIndex) -> None:
    fill(words, SCHOOLS)
    query = Query("rekenen", filters={"sectors": ("vo",)}, facets=("sectors", "domain", "region"))
    asked = words.ask(query)
    assert words.facets(query, asked) == {
        "sectors": {"vo": 2, "mbo": 1, "po": 1},
        "domain": {"leermiddelen": 2},
        "region": {},
    }
    assert words.count(query, asked) == 2


def test_documents_found_otherwise_are_counted_with_the_rest(words: WordIndex) -> None:
    fill(words, SCHOOLS)
    query = Query("rekenen", facets=("domain",))
    asked = words.ask(query)
    besides = ["offering:5", "offering:1"]
    assert words.count(query, asked, besides=besides) == 4
    assert words.facets(query, asked, besides=besides) == {
        "domain": {"leermiddelen": 2, "organisatie": 2}
    }


def test_without_text_everything_is_given_newest_first(words: WordIndex) -> None:
    fill(
        words,
        [
            doc(1, "rekenen", modified=date(2026, 1, 1)),
            doc(2, "spelling", modified=date(2026, 3, 1)),
            doc(3, "lezen"),
        ],
    )
    assert found(words, "") == ["offering:2", "offering:1", "offering:3"]
    assert words.count(Query(""), words.ask(Query(""))) == 3


def test_words_without_content_find_nothing(words: WordIndex) -> None:
    fill(words, [doc(1, "hoe kan het dat ik")])
    assert found(words, "hoe kan ik het") == []
    assert words.count(Query("hoe kan ik"), words.ask(Query("hoe kan ik"))) == 0


def test_newest_first_asks_for_half_of_the_words(words: WordIndex) -> None:
    fill(
        words,
        [
            doc(1, "rekenen spelling lezen", modified=date(2026, 1, 1)),
            doc(2, "rekenen", modified=date(2026, 3, 1)),
            doc(3, "rekenen lezen", modified=date(2026, 2, 1)),
        ],
    )
    assert found(words, "rekenen spelling lezen", newest_first=True) == [
        "offering:3",
        "offering:1",
    ]


def test_equals_at_the_limit_all_come_along(words: WordIndex) -> None:
    fill(words, [doc(number, "rekenen") for number in range(30)])
    query = Query("rekenen")
    assert len(words.search(query, words.ask(query), limit=10)) == 30


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("woorde", 1), ("kleuters woorde", 1), ("vergadere", 2), ("zzz", None)],
)
def test_prefix_finds_words_that_are_not_finished(
    words: WordIndex, typed: str, expected: int | None
) -> None:
    fill(words, [doc(1, "Woordenschat van kleuters"), doc(2, "Vergaderen"), doc(3, "Rekenen")])
    assert found(words, typed, prefix=True)[:1] == ([f"offering:{expected}"] if expected else [])


def test_without_prefix_an_unfinished_word_finds_nothing(words: WordIndex) -> None:
    fill(words, [doc(1, "Woordenschat")])
    assert found(words, "woorde") == []


VOCABULARY = [
    doc(1, "Begrijpend lezen"),
    doc(2, "Automatiseren van tafels"),
    doc(3, "Hulpmiddelen bij dyslexie"),
    doc(4, "Klassenmanagement voor starters"),
    doc(5, "Kwaliteitszorg"),
    doc(6, "Ouderbetrokkenheid"),
    doc(7, "Stagebegeleiding"),
]


@pytest.mark.parametrize(
    ("typed", "meant", "number"),
    [
        ("begrijpent", "begrijpend", 1),
        ("automatisseren", "automatiseren", 2),
        ("hulpmidelen", "hulpmiddelen", 3),
        ("klassenmanagment", "klassenmanagement", 4),
        ("kwaliteitzorg", "kwaliteitszorg", 5),
        ("ouderbetrokenheid", "ouderbetrokkenheid", 6),
        ("stagebegeleding", "stagebegeleiding", 7),
        ("dylsexie", "dyslexie", 3),
    ],
)
def test_typing_mistakes_are_mended(words: WordIndex, typed: str, meant: str, number: int) -> None:
    fill(words, VOCABULARY)
    assert mended(words, f"iets met {typed}?") == f"iets met {meant}?"
    assert found(words, typed)[0] == f"offering:{number}"


@pytest.mark.parametrize(
    "text", ["Fries", "schoolhond", "woordenschat", "leesmotivatie", "groep 3", "n0nsens", "xqz"]
)
def test_words_that_may_be_meant_are_left_alone(words: WordIndex, text: str) -> None:
    fill(words, [*VOCABULARY, doc(8, "vries schoolbord")])
    assert mended(words, text) == text


def test_matched_words_are_given_as_the_reader_wrote_them(words: WordIndex) -> None:
    fill(words, [doc(1, "Woordenschat voor kleuters"), doc(2, "Rekenen")])
    asked = words.ask(Query("Hoe leer ik kleuter meer Woordenschatt en rekenen?"))
    assert words.matched(asked, ["offering:1", "offering:2", "offering:3"]) == {
        "offering:1": ("kleuter", "woordenschatt"),
        "offering:2": ("rekenen",),
        "offering:3": (),
    }


def test_shares_are_of_the_keys_asked_for(words: WordIndex) -> None:
    fill(words, [doc(1, "rekenen"), doc(2, "rekenen"), doc(3, "spelling")])
    asked = words.ask(Query("rekenen"))
    assert set(words.shares(asked, ["offering:2", "offering:3"])) == {"offering:2"}
    assert words.shares(asked, []) == {}


@pytest.mark.parametrize(
    "text", ["\0", "a" * 5000, "AND OR ( \" ' \\ [", "🙂", "<script>", "- -", "lezen " * 3000]
)
def test_any_text_can_be_searched_and_indexed(words: WordIndex, text: str) -> None:
    fill(words, [doc(1, text), doc(2, "rekenen")])
    for prefix in (False, True):
        query = Query(text, prefix=prefix, facets=FACETS)
        asked = words.ask(query)
        words.search(query, asked, limit=5)
        words.facets(query, asked)
    assert found(words, "rekenen") == ["offering:2"]


def test_missing_index_raises_one_clear_exception(words: WordIndex) -> None:
    for use in (lambda: words.ask(Query("lezen")), lambda: len(words)):
        with pytest.raises(IndexMissing, match="cannot be used"):
            use()


def test_index_that_disappears_under_a_reader_is_missing(words: WordIndex) -> None:
    fill(words, [doc(1, "rekenen")])
    assert found(words, "rekenen")
    words.clear()
    with pytest.raises(IndexMissing):
        found(words, "rekenen")


def test_damaged_index_is_missing(words: WordIndex) -> None:
    fill(words, [doc(1, "rekenen")])
    (words.path / "meta.json").write_text("{")
    with pytest.raises(IndexMissing):
        found(WordIndex(words.path), "rekenen")


def test_truncated_segment_is_missing(words: WordIndex) -> None:
    fill(words, [doc(1, "rekenen")])
    for file in words.path.glob("*.term"):
        file.write_bytes(b"")
    with pytest.raises(IndexMissing):
        found(WordIndex(words.path), "rekenen")


def test_index_of_another_layout_is_missing(words: WordIndex) -> None:
    fill(words, [doc(1, "rekenen")])
    (words.path / "layout").write_text("0")
    reader = WordIndex(words.path)
    with pytest.raises(IndexMissing, match="layout 0"):
        found(reader, "rekenen")
    with pytest.raises(IndexMissing, match="layout 0"):
        reader.index([doc(2, "lezen")])


def test_common_word_adds_to_the_order_but_finds_nothing_beside_telling_words(
    words: WordIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("samenspel.search.words.COMMON_LEAST", 3)
    fill(
        words,
        [doc(n, "groep") for n in range(6)]
        + [doc(8, "dyscalculie groep"), doc(9, "dyscalculie thema")],
    )
    assert found(words, "groep dyscalculie") == ["offering:8", "offering:9"]
    assert len(found(words, "groep")) == 7
