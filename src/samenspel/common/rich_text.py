"""The one gate for text with mark-up that people write: Markdown in, safe HTML out.

Raw HTML is not passed on, images are left out (a page makes no request to a third party), and
links say that we do not vouch for them.
"""

import re

import nh3
from django.utils.safestring import SafeString
from markdown_it import MarkdownIt
from markdown_it.token import Token

MAX_LENGTH = 50_000
"""Characters; what is longer is cut off, so that no text can keep the renderer busy for long."""

TAGS = {
    *("p", "br", "hr", "strong", "em", "a", "ul", "ol", "li", "blockquote", "code", "pre"),
    *("h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}

_markdown = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")


def render(text: str, *, top_heading: int = 3) -> SafeString:
    """Markdown as HTML for in a page; `top_heading` (2-6) is the level of its first heading."""
    tokens = _markdown.parse(text[:MAX_LENGTH])
    _lower_headings(tokens, top_heading)
    html = _markdown.renderer.render(tokens, _markdown.options, {})
    clean = nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow noopener noreferrer ugc",
    )
    return SafeString(clean)  # nosec B703 - nh3 has cleaned it


def plain(text: str) -> str:
    """The words of a Markdown text without mark-up, on one line: for search and summaries."""
    words = [
        child.content
        for token in _markdown.parse(text[:MAX_LENGTH])
        for child in (token.children or [token])
        if child.content
    ]
    return re.sub(r"\s+", " ", " ".join(words)).strip()


def _lower_headings(tokens: list[Token], top: int) -> None:
    """Give the headings their level below the page's own, without skipping one."""
    depths: list[int] = []
    for token in tokens:
        if token.type == "heading_open":
            written = int(token.tag[1])
            while depths and depths[-1] >= written:
                depths.pop()
            depths.append(written)
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(top + len(depths) - 1, 6)}"
