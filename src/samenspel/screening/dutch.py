"""Dutch words for search: the same word, however it is written, comes out the same.

The order is: normalise, cut into tokens, drop stopwords, lemmatise (`simplemma`), split compounds
(`compounds`). No stemmer: the Dutch ones merge words that have nothing to do with each other.
Every step is cached per word, so that text of any length costs little more than its tokens.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import simplemma

from samenspel.screening.compounds import split, zipf

_TOKEN = re.compile(r"[^\W_]+(?:['’\-‐‑][^\W_]+)*")
_SUFFIX = re.compile(r"['’](?:s|er|ers|en|tje|tjes|n|t|ster)$")
_JOINERS = re.compile(r"['’\-‐‑]")
_CACHE = 1 << 18

STOPWORDS = frozenset(
    "aan al alle allemaal alleen als alsof andere anders beide ben bent bij bijna binnen daar "
    "daarbij daardoor daarin daarna daarom daarvan dan dat de den der des deze dezelfde die dit "
    "doe doen doet door dus echt een eens eerder eigen eigenlijk elk elkaar elke en enkele er erg "
    "ergens ertoe ervan even gaan gaat ga geen gewoon ging haar had hadden heb hebben hebt heeft "
    "heel hele hem hen het hier hij hoe hoeveel hun iedere iedereen iemand iets ik in is ja je "
    "jij jou jouw jullie kan kon konden kun kunnen kunt laat laten lang maar me mee meer meest "
    "men met mij mijn misschien moest moet moeten mogen mag na naar naast niemand niet niets nog "
    "nogal nu of om omdat onder ons onze ook op over per s soms steeds t te tegen terwijl toch "
    "toe toen tot tussen u uit uw van vanaf vanuit vaak veel verder via vol voor vooral waar "
    "waarbij waardoor waarin waarmee waarom waaronder waarvan waarop wanneer want waren was wat "
    "we wel welk welke wellicht werd werden wie wij wil willen word worden wordt zal ze zeer zelf "
    "zelfs zei zich zij zijn zo zoals zou zouden zonder zullen zult".split()
)
"""Words that say nothing about the subject. Numbers and short abbreviations are not among them."""

_LEMMAS = {
    "beste": "best",
    "beter": "beter",
    "bovenbouw": "bovenbouw",
    "data": "data",
    "docente": "docent",
    "ict": "ict",
    "klasse": "klas",
    "klassen": "klas",
    "lerares": "leraar",
    "leraressen": "leraar",
    "media": "media",
    "onderbouw": "onderbouw",
}
"""Where the dictionary errs or where schools use a word in one sense only."""


_PLURALS = (
    ("heden", "heid"),
    ("ingen", "ing"),
    ("ties", "tie"),
    ("ers", "er"),
    ("eurs", "eur"),
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: as written, as dictionary form, and the parts of a compound.

    `lemma` and `parts` are normalised (lower case, no accents); `parts` is empty for a simple word.
    """

    surface: str
    lemma: str
    parts: tuple[str, ...] = ()


def normalise(text: str) -> str:
    """Lower case, compatible characters made equal (NFKC), accents folded."""
    return _fold(unicodedata.normalize("NFKC", text).lower())


def tokens(text: str) -> list[str]:
    """The words and numbers of a text in lower case, accents kept, in order.

    Words joined by a hyphen or an apostrophe stay together: *zij-instromer*, *pabo's*.
    """
    return _TOKEN.findall(unicodedata.normalize("NFKC", text).lower())


def analyse(text: str) -> list[Word]:
    """The words that carry the meaning of a text, in order: no stopwords."""
    return [word for token in tokens(text) for word in analyse_token(token)]


class _Terms(dict[str, str]):
    """Per token its index terms; a plain dictionary, because this is the loop of every build."""

    def __missing__(self, token: str) -> str:
        if len(self) >= 4 * _CACHE:
            self.clear()
        words = analyse_token(token)
        found = self[token] = " ".join(term for word in words for term in (word.lemma, *word.parts))
        return found


_TERMS = _Terms()


def index_terms(text: str) -> str:
    """What a text is found by: the lemmas and compound parts of its words, between spaces."""
    return " ".join(map(_TERMS.__getitem__, tokens(text)))


@lru_cache(maxsize=_CACHE)
def analyse_token(token: str) -> tuple[Word, ...]:
    """One token of `tokens` as words: none for a stopword, several for a hyphenated one.

    *mbo-studenten* is a phrase of two words, but *zij-instromer* is one word of which the first
    piece is a stopword: then the joined form is a word too.
    """
    stem = _SUFFIX.sub("", token)
    pieces = [piece for piece in _JOINERS.split(stem) if piece]
    if len(pieces) > 1:
        words = [word for piece in pieces for word in analyse_token(piece)]
        if len(words) < len(pieces):
            words.insert(0, Word(token, lemma("".join(pieces))))
        return tuple(words)
    if not pieces or stem in STOPWORDS:
        return ()
    form = lemma(stem)
    return (Word(token, form, _parts(stem, form)),)


@lru_cache(maxsize=_CACHE)
def lemma(word: str) -> str:
    """The dictionary form of one lower-case word, accents folded; the word itself if unknown."""
    found = _dictionary_form(word)
    if found != word:
        return _fold(found)
    parts = split(word)
    if parts:
        head = parts[-1]
        return _fold(word[: len(word) - len(head)] + _dictionary_form(head))
    return _fold(_uninflected(word))


def _dictionary_form(word: str) -> str:
    """What the dictionary leads to in the end; it leads *cijfers* to *cijfer* and that to
    *cijferen*, and *leer* and *leren* to each other (then the shorter one is taken)."""
    seen = [word]
    while len(seen) < 5:
        found = _LEMMAS.get(seen[-1]) or _looked_up(seen[-1])
        if found in seen:
            return min(seen[seen.index(found) :], key=lambda form: (len(form), form))
        seen.append(found)
    return seen[-1]


def _looked_up(word: str) -> str:
    found = simplemma.lemmatize(word, lang="nl").lower().replace("_", "")
    related = found[:2] == word[:2] or word.startswith("ge")
    return found if related else word


def _uninflected(word: str) -> str:
    """A word that no dictionary knows, without the plural endings that are safe to cut."""
    if len(word) > 6:
        for plural, singular in _PLURALS:
            if word.endswith(plural):
                return word.removesuffix(plural) + singular
        if word.endswith("s") and zipf(word[:-1]) > max(zipf(word), 2.0):
            return word[:-1]
    return word


def _parts(word: str, form: str) -> tuple[str, ...]:
    found = split(form) or split(word)
    return tuple(dict.fromkeys(lemma(part) for part in found if part not in STOPWORDS))


def _fold(text: str) -> str:
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char))
