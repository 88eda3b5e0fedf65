import pytest

from samenspel.questions.titles import LONGEST, title_of


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("", ""),
        ("Woordenschat kleuters", "Woordenschat kleuters"),
        ("Ze zeggen weinig. Hoe help ik ze? Dank!", "Hoe help ik ze?"),
        ("Eerste regel\nTweede regel", "Eerste regel"),
    ],
)
def test_title_is_the_asking_sentence_or_the_first(text, title):
    assert title_of(text) == title


def test_long_title_is_cut_at_a_word():
    title = title_of("woord " * 60)
    assert (len(title) <= LONGEST + 1, title.endswith("woord…")) == (True, True)
