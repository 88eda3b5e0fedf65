"""Profiles: what questions look at, and which pairs that makes likely."""

import numpy as np
import pytest

from samenspel.ranking import profiles as module
from samenspel.ranking.pairs import (
    compare,
    explain,
    likely_pairs,
    nearest_question,
)
from samenspel.ranking.profiles import (
    FEWEST_DOCUMENTS,
    LOOK_AT,
    MOST_DOCUMENTS,
    Texts,
    centred,
    nearest,
    profile,
    unit,
    weighted_words,
)

TOPICS, EACH = 6, 20


def _rows(rng: np.random.Generator, size: int) -> np.ndarray:
    return rng.standard_normal((size, 48)).astype(np.float32)


@pytest.fixture
def asked_and_answered() -> tuple[Texts, Texts, np.ndarray]:
    """Questions with strong tones of their own and a weak topic that documents share."""
    rng = np.random.default_rng(3)
    topics, tones = _rows(rng, TOPICS), _rows(rng, TOPICS)
    about = np.repeat(np.arange(TOPICS), 4)
    questions = unit(0.5 * topics[about] + tones[np.arange(24) % TOPICS] + 0.1 * _rows(rng, 24))
    covered = np.repeat(np.arange(TOPICS), EACH)
    documents = unit(topics[covered] + 0.3 * _rows(rng, TOPICS * EACH))
    return (
        Texts([f"vraag {'abcdefghijklmnopqrstuvwx'[i] * 6}" for i in range(24)], questions),
        Texts([f"document nummer{i}" for i in range(TOPICS * EACH)], documents),
        about,
    )


def test_questions_that_share_answers_are_nearest_whatever_their_tone(asked_and_answered):
    questions, documents, about = asked_and_answered

    with_documents = profile(questions, documents)
    without = profile(questions)

    def right(profiles):
        first = nearest_question(24, likely_pairs(profiles))
        return float((about[first] == about).mean())

    assert right(with_documents) == 1.0
    assert right(without) < 0.3


def test_profile_looks_at_documents_of_the_topic_best_first(asked_and_answered):
    questions, documents, about = asked_and_answered

    looked_at = profile(questions, documents).looked_at

    assert looked_at.shape == (24, LOOK_AT)
    assert (looked_at // EACH == about[:, None]).mean() > 0.9
    assert all(len(set(row)) == LOOK_AT for row in looked_at.tolist())


def test_profile_twice_is_the_same(asked_and_answered):
    questions, documents, _ = asked_and_answered

    first, second = profile(questions, documents), profile(questions, documents)

    assert np.array_equal(first.answers, second.answers)
    assert np.array_equal(first.looked_at, second.looked_at)


def test_too_few_documents_say_nothing(asked_and_answered):
    questions, documents, _ = asked_and_answered
    few = FEWEST_DOCUMENTS - 1

    profiles = profile(questions, Texts(documents.texts[:few], documents.vectors[:few]))

    assert profiles.answers is None
    assert profiles.looked_at is None


def test_of_many_documents_a_sample_is_used_under_their_own_numbers(
    asked_and_answered, monkeypatch
):
    questions, documents, about = asked_and_answered
    monkeypatch.setattr(module, "MOST_DOCUMENTS", 60)

    looked_at = profile(questions, documents).looked_at

    assert MOST_DOCUMENTS > 60
    assert looked_at.max() > 60
    assert len(set(looked_at.ravel().tolist())) <= 60
    assert (looked_at // EACH == about[:, None]).mean() > 0.8


def test_words_meet_across_compounds_and_endings():
    words = weighted_words(
        ["toetsmatrijs maken", "goede toetsmatrijzen", "iets over zwemles", "toetsmatrijs maken"]
    )

    likeness = (words @ words.T).todense()

    assert likeness[0, 1] > 0.2
    assert likeness[0, 2] == 0
    assert likeness[0, 3] == pytest.approx(1)


def test_words_that_half_of_the_texts_have_are_left_out():
    texts = [f"leerlingen {name}" for name in "zwemmen rekenen schrijven muziek".split() * 5]

    words = weighted_words(texts)

    assert (words[0] @ words[1].T).sum() == 0


@pytest.mark.parametrize("text", ["", "a b", "!?"])
def test_text_without_words_has_no_length(text):
    assert weighted_words([text, "woorden"])[0].sum() == 0


def test_nearest_leaves_out_the_question_itself_even_among_copies():
    vectors = unit(np.ones((8, 4), dtype=np.float32))

    found = nearest(vectors, 3)

    assert found.shape == (8, 3)
    assert not (found == np.arange(8)[:, None]).any()


def test_nearest_of_one_question_is_nobody():
    assert nearest(np.ones((1, 4), dtype=np.float32), 5).shape == (1, 0)


def test_nearest_in_a_large_set_finds_what_the_exact_search_finds(monkeypatch):
    rng = np.random.default_rng(5)
    groups = np.repeat(_rows(rng, 100), 5, axis=0)
    vectors = unit(groups + 0.2 * _rows(rng, 500))
    exact = nearest(vectors, 4)
    monkeypatch.setattr(module, "_EXACT_UP_TO", 100)

    quick = nearest(vectors, 4)

    shared = [len(set(a) & set(b)) for a, b in zip(exact.tolist(), quick.tolist(), strict=True)]
    assert sum(shared) / 2000 > 0.95


def test_centred_takes_out_what_all_have_in_common():
    vectors = np.array([[5, 1], [5, -1]], dtype=np.float32)

    assert np.allclose(centred(vectors), [[0, 1], [0, -1]])


def test_one_question_makes_no_pairs():
    profiles = profile(Texts(["alleen"], np.ones((1, 4), dtype=np.float32)))

    pairs = likely_pairs(profiles)

    assert len(pairs) == 0
    assert nearest_question(1, pairs).tolist() == [-1]


def test_each_pair_comes_once_and_in_order(asked_and_answered):
    questions, documents, _ = asked_and_answered

    pairs = likely_pairs(profile(questions, documents))

    both = list(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True))
    assert both == sorted(set(both))
    assert all(left < right for left, right in both)
    assert ((pairs.weight > 0) & (pairs.weight < 1)).all()


def test_pair_is_explained_by_the_documents_that_both_look_at(asked_and_answered):
    questions, documents, _ = asked_and_answered
    profiles = profile(questions, documents)
    same = compare(profiles, np.array([0]), np.array([1]))
    apart = compare(profiles, np.array([0]), np.array([23]))

    reasons = {reason.code: reason for reason in explain(profiles, same, 0)}

    shared = set(reasons["same_answers"].documents)
    assert shared
    assert shared <= set(profiles.looked_at[0].tolist()) & set(profiles.looked_at[1].tolist())
    assert explain(profiles, apart, 0) == ()


def test_pair_is_explained_by_traits_that_are_known_of_both(asked_and_answered):
    questions, documents, _ = asked_and_answered
    profiles = profile(questions, documents)
    pairs = compare(profiles, np.array([0]), np.array([23]))

    reasons = explain(
        profiles,
        pairs,
        0,
        {"sector": "po", "goal": "lezen", "domain": ""},
        {"sector": "vo", "goal": "lezen", "domain": "organisatie"},
    )

    assert [(reason.code, reason.values) for reason in reasons] == [
        ("other_sector", ("po", "vo")),
        ("same_goal", ("lezen", "lezen")),
    ]


def test_copies_are_called_so():
    texts = Texts(
        ["hoe houd je leerlingen rustig"] * 2 + ["waar koop ik kleuterstoeltjes"] * 2,
        unit(np.array([[1, 0, 0], [1, 0, 0], [0, 1, 0], [0, 1, 0.1]], dtype=np.float32)),
    )
    profiles = profile(texts)

    codes = [r.code for r in explain(profiles, compare(profiles, np.array([0]), np.array([1])), 0)]

    assert "copy" in codes
    assert "same_words" not in codes
