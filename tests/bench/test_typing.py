"""Mistakes made on purpose."""

import pytest

from samenspel.bench.typing import mistyped
from samenspel.search.typos import distance


@pytest.mark.parametrize(
    "text",
    ["woordenschat kleuters", "begrijpend lezen", "rekenen", "eeeee", "orde in de klas nu aub"],
)
def test_one_edit_in_one_word_and_always_the_same(text: str) -> None:
    wrong = mistyped(text)
    if wrong is None:
        assert max(map(len, text.split())) < 5
        return
    pairs = [(a, b) for a, b in zip(text.split(), wrong.split(), strict=True) if a != b]
    ((right, mistake),) = pairs
    assert distance(right, mistake, 2) == 1
    assert right[0] == mistake[0]
    assert wrong == mistyped(text)


@pytest.mark.parametrize("text", ["", "pta", "tos mbo", "2035 12345"])
def test_texts_without_a_long_word_stay(text: str) -> None:
    assert mistyped(text) is None
