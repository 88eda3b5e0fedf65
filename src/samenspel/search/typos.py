"""The word somebody meant: one edit away, known to index or language, and likely enough.

Damerau-Levenshtein distance 1 is found by trying every edit, distance 2 (long words only) among
index terms that begin alike. Which candidate is meant follows from how often the index and the
language use it, and from how people err: letters doubled, undoubled, swapped, heard alike.
"""

from collections.abc import Callable, Iterable, Iterator
from math import log10

from samenspel.screening.compounds import split, zipf
from samenspel.screening.dutch import STOPWORDS, lemma

SHORTEST = 4
REAL_WORD = 2.5
"""From this Zipf frequency on a word is taken as meant, however rare."""
TWO_EDITS_FROM = 8
NEARBY_TERMS = 500
UNINDEXED_FROM = 6
"""Shorter words are only mended to words that the index has."""
LETTERS = "abcdefghijklmnopqrstuvwxyz"
_HEARD_ALIKE = frozenset(
    {"dt", "td", "fv", "vf", "sz", "zs", "ck", "kc", "gc", "cg", "iy", "yi", "xk", "ie", "ei"}
)

Frequency = Callable[[str], int]
"""In how many documents a term stands."""


Beginning = Callable[[str, int], Iterable[str]]
"""Index terms that begin so, at most that many, the most used first."""


def intended(word: str, frequency: Frequency, beginning: Beginning) -> str | None:
    """The known word that an unknown one stands for; None when no candidate is convincing.

    A compound of real words is no mistake, but may have been joined otherwise in the index
    (*kwaliteitzorg*, *kwaliteitszorg*). `word` is in lower case without accents.
    """
    if len(word) < SHORTEST or not word.isalpha():
        return None
    own = zipf(word)
    if own >= REAL_WORD:
        return None
    parts = split(word)
    if parts and not STOPWORDS.intersection(parts):
        joined = [link.join(parts) for link in ("s", "", "en", "e")]
        return next((whole for whole in joined if frequency(lemma(whole))), None)
    best, best_worth = None, 0.0
    for candidate, penalty in _near(word, frequency, beginning):
        documents = frequency(candidate) or frequency(lemma(candidate))
        common = zipf(candidate)
        if own and common < own + 1.0:
            continue
        if not documents and (len(word) < UNINDEXED_FROM or common < REAL_WORD):
            continue
        worth = 10 + bool(documents) * 0.7 + 0.3 * log10(1 + documents) + common / 2 - penalty
        if worth > best_worth or (worth == best_worth and candidate < (best or "")):
            best, best_worth = candidate, worth
    return best or _in_compound(word, own, frequency)


def _near(word: str, frequency: Frequency, beginning: Beginning) -> Iterator[tuple[str, float]]:
    found = False
    for candidate, penalty in edits(word):
        if frequency(candidate) or zipf(candidate) >= 1.5:
            found = True
            yield candidate, penalty
    if not found and len(word) >= TWO_EDITS_FROM:
        for candidate in beginning(word[:3], NEARBY_TERMS):
            if distance(word, candidate, 2) <= 2:
                yield candidate, 3.0


def _in_compound(word: str, own: float, frequency: Frequency) -> str | None:
    """A compound that no index term equals, mended so that all its parts are known."""
    if own or len(word) < TWO_EDITS_FROM or split(word):
        return None
    best, best_worth = None, 0.0
    for candidate, penalty in edits(word):
        parts = split(candidate)
        joined = "".join(parts) == candidate or "s".join(parts) == candidate
        if joined and all(frequency(lemma(part)) for part in parts):
            worth = 10 - penalty + min(zipf(part) for part in parts)
            if worth > best_worth:
                best, best_worth = candidate, worth
    return best


def edits(word: str) -> Iterator[tuple[str, float]]:
    """Every word one edit away, with how unlikely that edit is (0: people do it all the time)."""
    for at in range(len(word)):
        head, tail = word[:at], word[at + 1 :]
        # A mistake in the first letter is rare.
        extra = 1.5 if at == 0 else 0.0
        doubled = at > 0 and word[at - 1] == word[at]
        yield head + tail, extra + (0.0 if doubled else 1.2)
        if at + 1 < len(word) and word[at] != word[at + 1]:
            yield head + word[at + 1] + word[at] + word[at + 2 :], extra + 0.5
        for letter in LETTERS:
            if letter != word[at]:
                alike = word[at] + letter in _HEARD_ALIKE
                yield head + letter + tail, extra + (0.1 if alike else 2.6)
                repeats = letter == word[at - 1 : at]
                yield head + letter + word[at:], extra + (0.0 if repeats else 1.0)
        yield head + word[at] + word[at:], 0.0
    for letter in LETTERS:
        yield word + letter, 0.0 if letter == word[-1] else 0.8


def distance(one: str, other: str, most: int) -> int:
    """Edits (insert, delete, replace, swap neighbours) between two words; `most` + 1 if more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [i]
        for j, against in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
