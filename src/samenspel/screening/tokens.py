"""A text as a row of tokens with their places: the common ground of the finders."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from samenspel.screening.gazetteer import fold
from samenspel.screening.spans import Span

_LETTER = r"(?:[^\W\d_]|[\u0300-\u036f])"
# Words keep an inner apostrophe (Kevin's, D'Angelo); hyphens and stops are tokens of their own.
_TOKEN = re.compile(rf"{_LETTER}+(?:['’]{_LETTER}+)*|\d+|['’][^\W\d_]\b|[^\w\s]|_")
_ENDS = frozenset('.!?:;•–—"“”„…|')
_OPENERS = frozenset("'’‘-*")
_ABBREVIATIONS = frozenset(
    "dhr mw mevr mej fam dr drs ir ing mr prof ds st pr burg mgr past tel geb nr".split()
)
_START = attrgetter("start")
BARRIER = "\ufffc"


class Token(NamedTuple):
    """`key` is the folded text; `joined`: only spaces part it from the token before;
    `opening`: it opens a sentence or a clause, so that a capital says nothing."""

    text: str
    key: str
    start: int
    end: int
    word: bool
    capital: bool
    blank: bool
    joined: bool
    opening: bool


def tokenise(text: str) -> list[Token]:
    """Split a text into words, numbers and single signs, in one pass."""
    found: list[Token] = []
    keys: dict[str, str] = {}
    previous_end = 0
    opening = True
    before, before_key = "", ""
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        piece = match.group()
        blank = start > previous_end
        newline = blank and "\n" in text[previous_end:start]
        if found:
            if newline:
                opening = True
            elif before == ".":
                opening = before_key not in _ABBREVIATIONS
            elif before not in _OPENERS:
                opening = before in _ENDS
        word = piece[-1].isalpha() or "\u0300" <= piece[-1] <= "\u036f"
        key = keys.get(piece) or keys.setdefault(piece, fold(piece))
        found.append(
            Token(
                piece,
                key,
                start,
                end,
                word,
                piece[0].isupper(),
                blank,
                blank and not newline,
                opening,
            )
        )
        before_key, before = (before_key if piece == "." else key), piece
        previous_end = end
    return found


def cover(tokens: Sequence[Token], spans: Sequence[Span]) -> list[Token]:
    """Put one barrier in the place of the tokens of each span (spans sorted and apart)."""
    kept: list[Token] = []
    place = 0
    for span in spans:
        start = bisect_left(tokens, span.start, lo=place, key=_START)
        kept += tokens[place:start]
        place = bisect_left(tokens, span.end, lo=start, key=_START)
        if start < place:
            kept.append(
                tokens[start]._replace(text=BARRIER, key=BARRIER, word=False, capital=False)
            )
    return kept + list(tokens[place:])


def without(text: str, spans: Iterable[Span]) -> str:
    """Blank out spans, keeping every other character in its place."""
    parts: list[str] = []
    position = 0
    for span in spans:
        parts += [text[position : span.start], BARRIER, " " * (span.end - span.start - 1)]
        position = span.end
    return "".join([*parts, text[position:]])


def key_at(tokens: Sequence[Token], at: int) -> str:
    """The folded text of a token; empty outside the row."""
    return tokens[at].key if 0 <= at < len(tokens) else ""
