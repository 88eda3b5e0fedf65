"""Dutch words: normalising, tokens, lemmas, compounds, jargon."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.screening.compounds import split
from samenspel.screening.dutch import (
    STOPWORDS,
    analyse,
    index_terms,
    lemma,
    normalise,
    tokens,
)
from samenspel.screening.jargon import ABBREVIATIONS, ALIKE, alike, written_out


def lemmas(text: str) -> list[str]:
    return [word.lemma for word in analyse(text)]


def test_normalise_folds_case_accents_and_compatible_characters() -> None:
    assert normalise("Één ﬁets ＡＢＣ naïef") == "een fiets abc naief"


def test_tokens_keep_joined_words_together_and_drop_punctuation() -> None:
    assert tokens("Zij-instromers (PABO's), groep 1/2!") == [
        "zij-instromers",
        "pabo's",
        "groep",
        "1",
        "2",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("leerlingen", "leerling"),
        ("kleuters", "kleuter"),
        ("gelezen", "lezen"),
        ("scholen", "school"),
        ("klassen", "klas"),
        ("cijfers", "cijfer"),
        ("peuters", "peuter"),
        ("uitbarstingen", "uitbarsting"),
        ("woedeuitbarstingen", "woedeuitbarsting"),
        ("uitstromers", "uitstromer"),
        ("pabo's", "pabo"),
        ("hbo'ers", "hbo"),
        ("ideeën", "idee"),
        ("reële", "reëel"),
        ("zij-instromer", "zijinstromer"),
        ("agressieve", "agressief"),
    ],
)
def test_forms_of_one_word_meet(one: str, other: str) -> None:
    assert lemmas(one)[0] == lemmas(other)[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [("begeleiding", "beleid"), ("gedrag", "drag"), ("begeleiding", "beleiding")],
)
def test_words_that_stemmers_confuse_stay_apart(one: str, other: str) -> None:
    assert lemma(one) != lemma(other)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("burgerschapsonderwijs", ("burgerschap", "onderwijs")),
        ("leesvaardigheid", ("lees", "vaardigheid")),
        ("woordenschatontwikkeling", ("woordenschat", "ontwikkeling")),
        ("klassenmanagement", ("klassen", "management")),
        ("leerlingenvervoer", ("leerlingen", "vervoer")),
        ("gedragsspecialist", ("gedrag", "specialist")),
        ("gedragspecialist", ("gedrag", "specialist")),
        ("studiedag", ("studie", "dag")),
        ("lesmateriaal", ("les", "materiaal")),
        ("arbeidsmarktpositie", ("arbeidsmarkt", "positie")),
        ("startkwalificatiebezit", ("startkwalificatie", "bezit")),
    ],
)
def test_split_finds_the_parts_of_a_compound(word: str, parts: tuple[str, ...]) -> None:
    assert split(word) == parts


@pytest.mark.parametrize(
    "word",
    [
        "onderwijs",
        "leerling",
        "woordenschat",
        "vaardigheid",
        "burgerschap",
        "achtergrond",
        "begeleiding",
        "verwerken",
        "promoveren",
        "les",
        "",
        "xqzwvkjhgf",
    ],
)
def test_split_leaves_simple_words_whole(word: str) -> None:
    assert split(word) == ()


def test_compound_is_found_by_its_parts() -> None:
    terms = index_terms("Woordenschatontwikkeling bij kleuters").split()
    assert terms == ["woordenschatontwikkeling", "woordenschat", "ontwikkeling", "kleuter"]


def test_hyphenated_words_are_words_of_their_own() -> None:
    assert lemmas("mbo-studenten") == ["mbo", "student"]


def test_stopwords_say_nothing() -> None:
    assert analyse(" ".join(sorted(STOPWORDS))) == []


def test_surface_is_the_word_as_written() -> None:
    assert [word.surface for word in analyse("De Kleuters lezen")] == ["kleuters", "lezen"]


@given(st.text(max_size=200))
def test_any_text_is_analysed_without_spaces_inside_terms(text: str) -> None:
    for word in analyse(text):
        for term in (word.lemma, *word.parts):
            assert term
            assert term == normalise(term)
            assert not any(character.isspace() for character in term)


def test_alike_works_both_ways_and_never_names_itself() -> None:
    assert ("voortijdig", "schoolverlater") in alike(("vsv",))
    assert ("vsv",) in alike(("voortijdig", "schoolverlater"))
    assert alike(("fiets",)) == ()
    for members in (*ALIKE, *((short, *long) for short, long in ABBREVIATIONS.items())):
        for member in members:
            own = tuple(word.lemma for word in analyse(member))
            assert own
            assert own not in alike(own)


def test_written_out_spells_out_abbreviations_but_not_words_that_look_like_them() -> None:
    assert written_out("hulp bij TOS") == "hulp bij taalontwikkelingsstoornis"
    assert written_out("stage in het mbo") == "stage in het middelbaar beroepsonderwijs"
    assert written_out("de bol en de mr") == "de bol en de mr"
