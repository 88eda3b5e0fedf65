"""Distance and edits; mending itself is tested on an index in `test_words`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.search.typos import distance, edits

word = st.text("abcd", min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("lezen", "lezen", 0),
        ("lezen", "leezn", 1),
        ("lezen", "leezen", 1),
        ("lezen", "lesen", 1),
        ("lezen", "lzen", 1),
        ("lezen", "lozin", 2),
        ("lezen", "rekenen", 3),
        ("", "abc", 3),
    ],
)
def test_distance_counts_edits_up_to_the_most(one: str, other: str, expected: int) -> None:
    assert distance(one, other, 2) == expected


@given(word, word)
def test_distance_is_symmetric(one: str, other: str) -> None:
    assert distance(one, other, 8) == distance(other, one, 8)


@given(word)
def test_every_edit_is_one_edit_away(one: str) -> None:
    for other, penalty in edits(one):
        assert distance(one, other, 2) <= 1
        assert penalty >= 0


@given(word, word)
def test_every_word_one_edit_away_is_tried(one: str, other: str) -> None:
    if distance(one, other, 2) == 1 and other:
        assert other in {candidate for candidate, _ in edits(one)}
