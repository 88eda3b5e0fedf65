import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from samenspel.screening.text import CleanText, clean_input, clean_with_report


def test_clean_input_keeps_lines_and_tabs_and_drops_control_signs():
    assert clean_input("a\x00b\tc\nd\x1be\r\nf") == "ab\tc\nde\nf"


def test_clean_input_composes_letters():
    assert clean_input("Zoe\u0308") == "Zoë"


def test_report_counts_what_was_removed():
    assert clean_with_report("a\x00\x00\u202eb") == CleanText("ab", {"U+0000": 2, "U+202E": 1})


def test_clean_input_keeps_emoji_whole():
    family = "\U0001f469\u200d\U0001f467"

    assert clean_input(family) == family


@given(st.text(alphabet=st.characters(codec=None), max_size=100))
def test_any_text_becomes_storable_and_stays_the_same_when_cleaned_again(text):
    cleaned = clean_input(text)

    cleaned.encode("utf-8")
    assert unicodedata.is_normalized("NFC", cleaned)
    assert clean_input(cleaned) == cleaned
    assert "\x00" not in cleaned
