"""The word lists in `words/`, read once, and one way to fold a word for looking it up."""

import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

import simplemma

from samenspel.screening.compounds import split, zipf

_LONGEST_COMPOUND = 30
_RARE_ZIPF = 2.5
_EVERYDAY_ZIPF = 4.0
_PLAIN = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "’": "'"})


@lru_cache(maxsize=50_000)
def _fold_marks(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_PLAIN)


def fold(word: str) -> str:
    """Lower case without accents, so that `Zoë`, `ZOE` and `zoe` are one key."""
    return word.lower() if word.isascii() else _fold_marks(word)


def _lines(name: str) -> list[str]:
    text = (files("samenspel.screening") / "words" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def words(name: str) -> frozenset[str]:
    """The folded words of `words/<name>.txt`, which are separated by spaces or lines."""
    return frozenset(fold(word) for line in _lines(f"{name}.txt") for word in line.split())


@cache
def public_figures() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Folded names of public figures under their first word, longest name first."""
    figures: dict[str, list[tuple[str, ...]]] = {}
    for line in _lines("public_figures.txt"):
        name = tuple(fold(line).replace("-", " - ").replace(".", " . ").split())
        figures.setdefault(name[0], []).append(name)
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in figures.items()}


@lru_cache(maxsize=50_000)
def is_dutch_word(word: str) -> bool:
    """Say whether a dictionary of ordinary Dutch knows the word (names mostly are not in it)."""
    return simplemma.is_known(word.lower(), "nl")


@lru_cache(maxsize=50_000)
def is_word(word: str) -> bool:
    """Say whether a dictionary of Dutch or English knows the word; English names many products."""
    return simplemma.is_known(word.lower(), ("nl", "en"))


def is_everyday(key: str) -> bool:
    """Say whether a folded word is a Dutch word that is met all the time."""
    return zipf(key) > _EVERYDAY_ZIPF and is_dutch_word(key)


def is_rare(key: str) -> bool:
    """Say whether a folded word is hardly met in ordinary text."""
    return zipf(key) < _RARE_ZIPF


def is_compound(key: str) -> bool:
    """Say whether a folded word is put together of Dutch words: rugzakleerling."""
    return len(key) <= _LONGEST_COMPOUND and bool(split(key))


def is_ambiguous_name(key: str) -> bool:
    """Say whether this first name (folded) is an ordinary word as well."""
    return key in words("ambiguous")
