"""Reading the shape of a name from a row of tokens; whether it is one is decided elsewhere."""

from collections.abc import Sequence
from typing import NamedTuple

from samenspel.screening.gazetteer import is_dutch_word, words
from samenspel.screening.name_words import (
    CAPITAL_INFIXES,
    INFIX_ROWS,
    INFIXES,
    INSTITUTION_ENDINGS,
    SURNAME_ENDINGS,
)
from samenspel.screening.tokens import Token, key_at

_MOST_PARTS = 4
_MOST_INITIALS = 6


class Reading(NamedTuple):
    """A possible name: tokens `start` up to `end`, ending at character `end_char`."""

    start: int
    end: int
    end_char: int
    given: int
    surname: bool


def given_key(token: Token) -> str:
    """The first name in a token, or nothing: Kevin, kevin, Kevin's."""
    known = words("given_names")
    if token.key in known:
        return token.key
    if token.key.endswith("'s") and token.key[:-2] in known:
        return token.key[:-2]
    return ""


def read_person(tokens: Sequence[Token], at: int) -> Reading:
    """Read on from a first name: more first names, initials, a surname."""
    first = tokens[at]
    key = given_key(first)
    if key != first.key:  # a genitive closes the name
        return Reading(at, at + 1, first.start + len(key), 1, False)
    end, given = at + 1, 1
    while given < _MOST_PARTS:
        step = _attached_given(tokens, end) or _following_given(tokens, end, first.capital)
        if not step:
            break
        end, given = end + step, given + 1
    if first.capital:
        after = read_initials(tokens, end)
        if after > end and read_surname(tokens, after):
            end = after
    last = read_surname(tokens, end, lower=not first.capital)
    return _reading(tokens, at, last or end, given, bool(last))


def read_initials(tokens: Sequence[Token], at: int) -> int:
    """Return where a row of initials (J.H., Th. J.) ends; `at` when there is none."""
    last = min(at + 2 * _MOST_INITIALS, len(tokens) - 1)
    while at < last:
        token, stop = tokens[at], tokens[at + 1]
        if not (token.capital and token.word and stop.text == "." and not stop.blank):
            break
        if len(token.text) > 1 and token.text not in ("Th", "Ch", "Ph", "Chr", "IJ", "Joh"):
            break
        at += 2
    return at


def read_surname(
    tokens: Sequence[Token],
    at: int,
    *,
    lower: bool = False,
    any_case: bool = False,
    bare: bool = False,
) -> int:
    """Return where a surname from `at` on ends, or 0.

    `lower`: the writer leaves capitals out; `any_case`: Van and De may have a capital here;
    `bare`: nothing before `at` is part of the name, so the word may touch what stands before it.
    """
    if at >= len(tokens) or not (bare or tokens[at].joined or tokens[at - 1].text == "."):
        return 0
    row = _infixes(tokens, at, any_case=any_case or tokens[at].text.isupper())
    word_at = at + row
    if word_at >= len(tokens) or (row and not tokens[word_at].joined):
        return _hyphened_infix(tokens, word_at) if row == 1 else 0
    token = tokens[word_at]
    if token.capital and len(token.text) == 1 and token.word:
        return _single_letter(tokens, word_at)
    if not is_surname(token, infix=row > 0, lower=lower):
        return 0
    end = word_at + 1
    if lower:
        return end
    for _ in range(2):
        more = _second_part(tokens, end)
        if not more:
            break
        end = more
    return end


def is_surname(token: Token, *, infix: bool, lower: bool = False) -> bool:
    """Say whether a word can be a surname behind a first name or a form of address."""
    if not token.word or len(token.text) < 2 or token.key in INFIXES:
        return False
    if token.key in words("surnames") and token.capital:
        return True
    if lower and token.key in words("surnames"):
        return infix or not is_dutch_word(token.key)
    if lower:
        if token.capital or token.key in words("towns") or is_dutch_word(token.key):
            return False
        return infix or token.key.endswith(SURNAME_ENDINGS)
    if not token.capital:
        return False
    if token.key in words("not_names") or (token.text.isupper() and len(token.text) < 6):
        return False
    return not ends_like_institution(token)


def ends_like_institution(token: Token) -> bool:
    """Say whether a word is a compound such as Wilhelminaschool or Citotoets."""
    return token.key.endswith(INSTITUTION_ENDINGS) and not (
        token.key in words("surnames") or token.key in words("given_names")
    )


def _reading(tokens: Sequence[Token], start: int, end: int, given: int, surname: bool) -> Reading:
    last = tokens[end - 1]
    end_char = last.end
    if last.word and last.key.endswith("'s") and len(last.key) > 2:
        end_char -= 2
    return Reading(start, end, end_char, given, surname)


def _attached_given(tokens: Sequence[Token], at: int) -> int:
    if at + 1 < len(tokens) and tokens[at].text == "-" and not tokens[at].blank:
        after = tokens[at + 1]
        if not after.blank and after.key in words("given_names") and after.capital:
            return 2
    return 0


def _following_given(tokens: Sequence[Token], at: int, capital: bool) -> int:
    if not capital or at >= len(tokens):
        return 0
    token = tokens[at]
    known = token.key in words("given_names") and token.key not in words("not_names")
    return int(known and token.joined and token.capital)


def _infixes(tokens: Sequence[Token], at: int, *, any_case: bool) -> int:
    """Count the words of the longest row of tussenvoegsels (van der) from here."""
    best = 0
    row = ""
    for count in range(1, 4):
        place = at + count - 1
        if place >= len(tokens) or tokens[place].key not in INFIXES:
            break
        token = tokens[place]
        if count > 1 and not token.joined:
            break
        # "van De Ark": a capital after a small letter opens the name of a school.
        if count > 1 and token.capital and not tokens[at].capital:
            return 0
        if token.capital and not any_case and token.key in ("het", "in", "op", "uit", "aan"):
            return 0
        if not token.capital and token.key in CAPITAL_INFIXES and count == 1:
            return int(_hyphened_infix(tokens, place + 1) > 0)
        row = f"{row} {token.key}".strip()
        if row in INFIX_ROWS:
            best = count
    return best


def _hyphened_infix(tokens: Sequence[Token], at: int) -> int:
    """Al-Hassan, El-Idrissi: the infix is tied to the surname."""
    if at + 1 >= len(tokens) or tokens[at].text != "-" or tokens[at].blank:
        return 0
    after = tokens[at + 1]
    return at + 2 if not after.blank and after.capital and len(after.text) > 1 else 0


def _single_letter(tokens: Sequence[Token], at: int) -> int:
    """Kevin de B.: a surname cut down to its first letter."""
    if at + 1 < len(tokens) and tokens[at + 1].text == "." and not tokens[at + 1].blank:
        return at + 2
    return 0 if at + 1 < len(tokens) and tokens[at + 1].text in "&/+-'" else at + 1


def _second_part(tokens: Sequence[Token], at: int) -> int:
    """Read a second surname: -de Haan, -Bakker, or one more capitalised word."""
    if at >= len(tokens):
        return 0
    if tokens[at].text == "-" and at + 1 < len(tokens) and not tokens[at + 1].blank:
        row = _infixes(tokens, at + 1, any_case=True)
        word_at = at + 1 + row
        if word_at < len(tokens) and is_surname(tokens[word_at], infix=row > 0):
            return word_at + 1
        return 0
    if not tokens[at].joined:
        return 0
    row = _infixes(tokens, at, any_case=False)
    word_at = at + row
    if word_at >= len(tokens) or (row and not tokens[word_at].joined):
        return 0
    if not is_surname(tokens[word_at], infix=row > 0):
        return 0
    # A plain capitalised Dutch word after a complete name starts something else.
    plain = is_dutch_word(tokens[word_at].key) and tokens[word_at].key not in words("surnames")
    return (
        0
        if plain or (row and key_at(tokens, at) in ("van", "in", "op", "uit", "aan"))
        else word_at + 1
    )
