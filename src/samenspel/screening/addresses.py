"""Addresses: a street with a house number, with or without postcode and town; a postcode."""

import re
from collections.abc import Sequence

from samenspel.screening.address_words import (
    BEFORE_STREET,
    COUNTED,
    INFIXES,
    LIVING,
    MOVING,
    NO_STREET,
    NUMBERED,
    PERHAPS_STREET_ENDINGS,
    SCHOOL,
    STREET_ENDINGS,
    STREET_HEADS,
    TITLES,
)
from samenspel.screening.gazetteer import fold, is_dutch_word, words
from samenspel.screening.spans import Span, merge
from samenspel.screening.tokens import Token, key_at

_NUMBER = re.compile(
    r"\d{1,5}(?: ?[a-zA-Z](?!\w)(?! (?:en|of)\b))?(?:[-/ ](?:\d{1,3}|[a-zA-Z]|hs|bis|I{1,3}"
    r"|IV)(?!\w))?"
)
_POSTCODE = re.compile(r"(?<![\w.,-])[1-9]\d{3} ?[A-Z]{2}(?![\w-])")
_POSTCODE_BEHIND = re.compile(r",? {0,2}[1-9]\d{3} ?[A-Za-z]{2}(?!\w)")
_TOWN = re.compile(
    r"(?:,? {1,2}(?:te|in) |, ?| )((?:'s-|'s |[Dd]en |[Dd]e |[Hh]et |[Ss]int "
    r"|[Ss]t\. ?)?[A-Z][a-zA-Zëéöüï]{2,25}"
    r"(?:-[A-Za-zëéöüï]{2,25}){0,3}(?: (?:aan|op|bij)(?: (?:de|den|het))? [A-Z][a-z]{2,20})?)"
)
_LOWER_TOWN = re.compile(r",? (?:te|in) ([a-zëéöüï-]{3,25})(?!\w)")
_HOUSE_BEHIND = re.compile(r",? (?:nr\.? ?|nummer |huisnummer )?\d{1,4}[a-zA-Z]?(?![.,:]\d)(?!\w)")
_PLACE_BEHIND = re.compile(r",? \d{1,4}[a-z]?\b|,? [A-Z][a-z]{2,30}")
_ADDRESS_BEFORE = re.compile(r"(?:postcode|woon\w{1,8}|adres|huisnummer)\W")
# Pairs of capitals that stand behind years and numbers in texts about schools; SA, SD and SS are
# never given out as postcodes.
_NO_POSTCODE = frozenset(
    "PO VO SO SA SD SS EU AI IB IQ NT BV OV GL TL ME MB HB WO VS VK NL".split()
)
_LEFT, _RIGHT, _LONGEST_NAME = 12, 8, 7


def find(text: str, tokens: Sequence[Token]) -> list[Span]:
    """Find addresses of homes; the address of a school or an office is no personal data."""
    spans: list[Span] = []
    for at in range(1, len(tokens)):
        number = tokens[at]
        if number.joined and number.text.isdigit() and len(number.text) < 6:
            span = _street(text, tokens, at)
            if span and not (spans and spans[-1].end > span.start):
                spans.append(span)
    return merge(spans, _postcodes(text))


def _postcodes(text: str) -> list[Span]:
    spans: list[Span] = []
    for match in _POSTCODE.finditer(text):
        if _is_postcode(text, match):
            house = _HOUSE_BEHIND.match(text, match.end())
            end = house.end() if house else match.end()
            spans.append(
                Span("adres", match.start(), _town_end(text, end, True) or end, "postcode")
            )
    return spans


def _street(text: str, tokens: Sequence[Token], at: int) -> Span | None:
    last = at - 1
    if tokens[last].key in ("nr", "nummer", "huisnummer"):
        last -= 1
    start = _street_start(tokens, last) if last >= 0 else -1
    number = _NUMBER.match(text, tokens[at].start)
    if start < 0 or number is None:
        return None
    if tokens[at + 1 :] and tokens[at + 1].key in COUNTED and tokens[at + 1].joined:
        return None
    end = number.end()
    code = _POSTCODE_BEHIND.match(text, end)
    if code:
        end = code.end()
    if not _is_home(tokens, start, last, at, coded=code is not None):
        return None
    return Span(
        "adres", tokens[start].start, _town_end(text, end, code is not None) or end, "street"
    )


def _is_home(tokens: Sequence[Token], start: int, last: int, at: int, *, coded: bool) -> bool:
    """Weigh the name of the street and the words around it."""
    before = {token.key for token in tokens[max(0, start - _LEFT) : start]}
    after = {token.key for token in tokens[at + 1 : at + 1 + _RIGHT]}
    living = not before.isdisjoint(LIVING)
    if not living and not SCHOOL.isdisjoint(before | after):
        return False
    parts = [token for token in tokens[start : last + 1] if token.word]
    if not parts:
        return False
    if not any(part.capital for part in parts):
        street = parts[-1]
        return street.key.endswith(STREET_ENDINGS) and (
            living or coded or not is_dutch_word(street.key)
        )
    if len(parts) == 1 and parts[0].key in NO_STREET:
        return parts[0].capital and (coded or _is_moved_to(tokens, start))
    if any(part.key.endswith(STREET_ENDINGS) for part in parts) or parts[0].key in STREET_HEADS:
        return True
    if any(part.key.endswith(PERHAPS_STREET_ENDINGS) for part in parts):
        return living or coded
    return coded or _is_moved_to(tokens, start)


def _is_moved_to(tokens: Sequence[Token], start: int) -> bool:
    """Woont op De Hucht 2: any name with a number is an address right behind such a word."""
    near = {token.key for token in tokens[max(0, start - 6) : start]}
    return not near.isdisjoint(MOVING) and key_at(tokens, start - 1) in (
        "op",
        "aan",
        "naar",
        "in",
        ":",
        "is",
        "adres",
    )


def _street_start(tokens: Sequence[Token], last: int) -> int:
    """Return where the name of a street that ends at `last` starts, or -1 when there is none."""
    word = tokens[last]
    if not word.word or word.key in NUMBERED or word.key in words("given_names"):
        return -1
    tied = last > 1 and tokens[last - 1].text == "-" and not (word.blank or tokens[last - 1].blank)
    if not word.capital and not (tied and tokens[last - 2].capital):
        return last if word.key not in NO_STREET and word.key.endswith(STREET_ENDINGS) else -1
    start = last
    for place in range(last - 1, max(-1, last - _LONGEST_NAME), -1):
        token, after = tokens[place], tokens[place + 1]
        if after.blank and not after.joined:
            break
        if token.text == "." and not token.blank and key_at(tokens, place - 1) in TITLES:
            continue
        if token.text == "-" and not token.blank and not after.blank:
            continue
        if token.text.isdigit() or token.key in ("e", "ste"):
            if token.key in ("e", "ste") or after.key in ("e", "ste"):
                start = place if token.text.isdigit() else start
                continue
            break
        if token.key in INFIXES and not token.capital:
            start = place if token.key == "'t" and after.capital else start
            continue
        if not token.capital or not token.word:
            break
        if token.opening and (token.key in BEFORE_STREET or token.key.endswith("adres")):
            break
        if token.opening and key_at(tokens, place - 1) != ":" and token.key in INFIXES:
            break
        start = place
    return start


def _town_end(text: str, end: int, coded: bool) -> int:
    """Return where a town that follows an address ends, or 0."""
    match = _TOWN.match(text, end)
    if match and fold(match.group(1)) not in words("given_names"):
        first = fold(match.group(1).split()[0])
        bare = not text[match.start() : match.start(1)].strip()
        if bare:  # Without comma or preposition only right behind a postcode.
            return match.end() if coded else 0
        if first in ("den", "de", "het") or _is_town(first) or not is_dutch_word(first):
            return match.end()
        return 0
    lower = _LOWER_TOWN.match(text, end)
    return lower.end() if lower and _is_town(fold(lower.group(1))) else 0


def _is_town(key: str) -> bool:
    return key in words("towns")


def _is_postcode(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 40) : match.start()].lower()
    if "postbus" in before:
        return False
    if _ADDRESS_BEFORE.search(before):
        return "vestiging" not in before and "school" not in before
    if match.group()[-2:] in _NO_POSTCODE or match.group()[:2] in ("19", "20"):
        return False
    return _PLACE_BEHIND.match(text, match.end()) is not None
