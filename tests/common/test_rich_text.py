import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.common.rich_text import MAX_LENGTH, plain, render


def test_markdown_becomes_html():
    assert render("**Let op**: lees *dit*.\n\n- een\n- twee") == (
        "<p><strong>Let op</strong>: lees <em>dit</em>.</p>\n"
        "<ul>\n<li>een</li>\n<li>twee</li>\n</ul>\n"
    )


def test_link_does_not_vouch_for_its_target():
    assert render("[hier](https://example.org)") == (
        '<p><a href="https://example.org" rel="nofollow noopener noreferrer ugc">hier</a></p>\n'
    )


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[klik](javascript:alert(1))",
        "[klik](data:text/html;base64,PHNjcmlwdD4=)",
        "![plaatje](https://example.org/pixel.gif)",
        '<a href="https://example.org" style="position:fixed">x</a>',
        "<svg/onload=alert(1)>",
    ],
)
def test_hostile_text_is_harmless(text):
    html = render(text)
    assert "<script" not in html
    assert "<img" not in html
    assert "<svg" not in html
    assert 'href="javascript' not in html
    assert 'href="data' not in html
    assert not html.startswith("<p><a href=")


def test_headings_go_below_those_of_the_page():
    assert render("# Een\n\n### Twee\n\n# Drie", top_heading=3) == (
        "<h3>Een</h3>\n<h4>Twee</h4>\n<h3>Drie</h3>\n"
    )


def test_table_is_allowed():
    assert "<th>a</th>" in render("| a | b |\n|---|---|\n| 1 | 2 |")


def test_too_long_text_is_cut():
    assert len(render("a" * (MAX_LENGTH * 2))) < MAX_LENGTH + 100


def test_plain_leaves_the_words():
    assert plain("# Kop\n\nLees **dit**\nen [dat](https://example.org).") == "Kop Lees dit en dat ."


@given(st.text(max_size=300))
def test_any_text_gives_html_without_scripts_or_handlers(text):
    html = render(text)
    assert "<script" not in html.lower()
    assert "<img" not in html.lower()
