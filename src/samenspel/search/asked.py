"""What a reader asks for in words: per word or phrase the ways in which a document may say it.

Pure: the index is known only through how many documents hold a term. A unit's `weight` and its
`rarity` decide how much of the question it is; the sum over all units is what a perfect document
would score, so that scores of different questions can be compared.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from samenspel.screening.compounds import zipf
from samenspel.screening.dutch import Word, analyse_token, normalise, tokens
from samenspel.screening.jargon import MAXIMUM_PHRASE, alike
from samenspel.search.typos import Beginning, Frequency, intended

PARTS_WEIGHT = 1.0
ALIKE_WEIGHT = 0.4
COMPLETED_WEIGHT = 0.9
COMPLETIONS = 8
"""How many words an unfinished one may become; the most used come first."""
MAXIMUM_WORDS = 64
"""A question is cut after this many words of content; every word costs the index time."""


@dataclass(frozen=True, slots=True)
class Way:
    """Terms by which a document may say it: `every` one of them, or any."""

    terms: tuple[str, ...]
    weight: float = 1.0
    every: bool = True


@dataclass(frozen=True, slots=True)
class Unit:
    """A word or phrase of the question, as the reader wrote it, with the ways to say it."""

    written: tuple[str, ...]
    ways: tuple[Way, ...]
    rarity: float
    """The score of a document that says it once: weight times inverse document frequency."""


@dataclass(frozen=True)
class Asked:
    """A question as the index sees it; `mended` is its text with typing mistakes corrected."""

    units: tuple[Unit, ...]
    mended: str

    @property
    def ideal(self) -> float:
        """What a document scores that says every unit once."""
        return sum(unit.rarity for unit in self.units)


@dataclass(frozen=True)
class Vocabulary:
    """What an index can tell about its terms."""

    size: int
    frequency: Frequency
    beginning: Beginning

    def rarity(self, term: str) -> float:
        """Inverse document frequency as BM25 has it."""
        documents = self.frequency(term)
        return log(1 + (self.size - documents + 0.5) / (documents + 0.5))


def ask(text: str, vocabulary: Vocabulary, *, unfinished: bool = False) -> Asked:
    """Analyse a question. `unfinished`: its last word may be the beginning of a word."""
    written = tokens(text)
    last = written.pop() if unfinished and written and not text[-1:].isspace() else ""
    mended: dict[str, str] = {}
    words: list[tuple[str, Word]] = []
    for token in dict.fromkeys(written):
        for word in analyse_token(token):
            better = _mended(word, vocabulary)
            if better:
                mended[word.surface] = better
                words += [(word.surface, new) for new in analyse_token(better)]
            else:
                words.append((word.surface, word))
    units = list(_units(words[:MAXIMUM_WORDS], vocabulary))
    if last:
        units.append(_completed(last, vocabulary))
    return Asked(tuple(units), _with(text, mended))


def weight_of(term: str) -> float:
    """How much a word tells, from how common it is in the language: everyday words tell little.

    A rare word in a small collection may be everyday Dutch ("zoeken", "graag"), which its inverse
    document frequency does not show.
    """
    return min(1.0, max(0.2, 1 - (zipf(term) - 4.5) / 2.5))


def _units(words: Sequence[tuple[str, Word]], vocabulary: Vocabulary) -> Iterable[Unit]:
    start = 0
    while start < len(words):
        length = next(
            (
                length
                for length in range(min(MAXIMUM_PHRASE, len(words) - start), 1, -1)
                if alike(_lemmas(words[start : start + length]))
            ),
            1,
        )
        yield _unit(words[start : start + length], vocabulary)
        start += length


def _lemmas(words: Sequence[tuple[str, Word]]) -> tuple[str, ...]:
    return tuple(word.lemma for _, word in words)


def _unit(words: Sequence[tuple[str, Word]], vocabulary: Vocabulary) -> Unit:
    lemmas = _lemmas(words)
    weight = sum(map(weight_of, lemmas)) / len(lemmas)
    rarity = sum(weight_of(term) * vocabulary.rarity(term) for term in lemmas)
    ways = [Way(lemmas, weight, every=False)]
    if len(words) == 1 and words[0][1].parts:
        parts = words[0][1].parts
        ways.append(Way(parts, PARTS_WEIGHT * weight, every=False))
        if not vocabulary.frequency(lemmas[0]):
            rarity = PARTS_WEIGHT * weight * sum(map(vocabulary.rarity, parts))
    ways += [Way(other, ALIKE_WEIGHT * weight) for other in alike(lemmas)]
    return Unit(tuple(dict.fromkeys(written for written, _ in words)), tuple(ways), rarity)


def _completed(beginning: str, vocabulary: Vocabulary) -> Unit:
    """The unfinished last word: itself, or what the index has that begins so."""
    start = normalise(beginning)
    whole = tuple(term for word in analyse_token(beginning) for term in (word.lemma,))
    ways = [Way(whole)] if whole and vocabulary.frequency(whole[0]) else []
    if len(start) > 1:
        ways += [
            Way((term,), COMPLETED_WEIGHT) for term in vocabulary.beginning(start, COMPLETIONS)
        ]
    known = [vocabulary.rarity(way.terms[0]) for way in ways]
    return Unit((beginning,), tuple(ways), max(known, default=vocabulary.rarity("")))


def _mended(word: Word, vocabulary: Vocabulary) -> str | None:
    if vocabulary.frequency(word.lemma):
        return None
    if word.parts and zipf(word.surface):
        return None
    return intended(normalise(word.surface), vocabulary.frequency, vocabulary.beginning)


def _with(text: str, mended: dict[str, str]) -> str:
    if not mended:
        return text
    pieces = text.split()
    for at, piece in enumerate(pieces):
        found = tokens(piece)
        if len(found) == 1 and found[0] in mended:
            pieces[at] = piece.lower().replace(found[0], mended[found[0]])
    return " ".join(pieces)
