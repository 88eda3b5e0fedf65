"""Split Dutch compounds: burgerschapsonderwijs -> burgerschap + onderwijs.

A split is worth what its parts are worth as words of their own. Frequencies come from `wordfreq`
(Zipf scale: log10 of the uses per thousand million words); the parts are joined by nothing, `s`,
`e` or `en`. The rules favour too few splits over wrong ones: a wrong part finds wrong documents, a
missing part only leaves the whole word to do the work.
"""

from functools import cache, lru_cache
from math import log10

from wordfreq import get_frequency_dict

LINKS = ("", "s", "en", "e", "n")
SHORTEST_WORD = 7
SHORTEST_PART = 3

_NEEDED_ZIPF = {3: 4.2, 4: 3.4, 5: 3.0}
_NEEDED_ZIPF_LONG = 2.2
_LINK_COST = {"": 0.0, "s": 0.5, "en": 0.8, "e": 1.6, "n": 2.2}

_NEVER_FIRST = frozenset(
    [
        "aan",
        "achter",
        "af",
        "alle",
        "beide",
        "bij",
        "binnen",
        "boven",
        "buiten",
        "dan",
        "dat",
        "den",
        "der",
        "die",
        "dit",
        "door",
        "een",
        "elk",
        "eten",
        "gaan",
        "gelijk",
        "ging",
        "haar",
        "heb",
        "heel",
        "hem",
        "het",
        "hier",
        "hij",
        "hoe",
        "hun",
        "ieder",
        "iets",
        "ij",
        "in",
        "jij",
        "jou",
        "kan",
        "kom",
        "kun",
        "laat",
        "langs",
        "mag",
        "men",
        "met",
        "mij",
        "min",
        "mis",
        "moet",
        "naar",
        "naast",
        "niet",
        "nog",
        "non",
        "nooit",
        "ochtend",
        "ogen",
        "om",
        "onder",
        "ons",
        "onze",
        "ook",
        "open",
        "over",
        "per",
        "post",
        "prof",
        "sin",
        "soms",
        "tegen",
        "ten",
        "ter",
        "terug",
        "toch",
        "toe",
        "tot",
        "tussen",
        "uit",
        "van",
        "vast",
        "veel",
        "ver",
        "vol",
        "voor",
        "vroeg",
        "waar",
        "wat",
        "weg",
        "wel",
        "weer",
        "wie",
        "wij",
        "zal",
        "zelf",
        "zich",
        "zijn",
        "zij",
        "zit",
        "zou",
        "even",
        "maar",
        "mede",
        "over",
        "ben",
        "bent",
        "was",
        "wil",
        "zonder",
        "zeg",
        "hen",
        "hey",
        "del",
        "des",
        "com",
        "pro",
        "pre",
        "est",
        "las",
        "los",
        "the",
        "and",
        "ont",
        "con",
        "ant",
        "mat",
        "van",
    ]
) - {"eten", "ochtend", "ogen", "open", "post"}
_NEVER_LAST = frozenset(
    [
        "aan",
        "achtig",
        "baar",
        "dom",
        "eling",
        "end",
        "ende",
        "er",
        "erij",
        "eren",
        "ers",
        "heid",
        "heden",
        "ieve",
        "ing",
        "ingen",
        "isch",
        "ische",
        "ist",
        "isten",
        "lijk",
        "lijke",
        "lijks",
        "ling",
        "lingen",
        "loos",
        "loze",
        "rijk",
        "rijke",
        "schap",
        "schappen",
        "teit",
        "teiten",
        "thans",
        "tie",
        "ties",
        "tje",
        "tjes",
        "vol",
        "volle",
        "waarts",
        "zaam",
        "zame",
        "ben",
        "den",
        "dat",
        "die",
        "een",
        "het",
        "ien",
        "iteit",
        "kan",
        "men",
        "met",
        "niet",
        "nen",
        "nis",
        "nissen",
        "ons",
        "op",
        "rij",
        "sel",
        "ster",
        "sters",
        "sten",
        "ten",
        "ter",
        "ters",
        "uit",
        "van",
        "ven",
        "wel",
        "zijn",
        "zij",
        "matig",
        "matige",
        "gaan",
        "doen",
        "gen",
        "gene",
        "ging",
        "der",
        "des",
        "vast",
        "ren",
        "lang",
        "mens",
        "naar",
        "dan",
        "del",
        "dus",
        "nam",
        "ver",
        "wat",
        "zal",
        "eer",
        "ooit",
        "gel",
    ]
)
_WHOLE = frozenset(
    [
        "aandacht",
        "aanbod",
        "aanpak",
        "afdeling",
        "allemaal",
        "antwoord",
        "avontuur",
        "bestuur",
        "bijzonder",
        "boodschap",
        "documentatie",
        "eenvoudig",
        "elkaar",
        "element",
        "gemeente",
        "geslacht",
        "gezondheid",
        "gisteren",
        "handelen",
        "instrument",
        "inspectie",
        "interesse",
        "kandidaat",
        "leerling",
        "leerlingen",
        "leraar",
        "leraren",
        "loopbaan",
        "maatregel",
        "maatschappij",
        "manager",
        "meester",
        "methode",
        "middelen",
        "netwerk",
        "onderwijs",
        "onderzoek",
        "ondersteuning",
        "ontwikkeling",
        "opleiding",
        "overzicht",
        "papier",
        "particulier",
        "partner",
        "portaal",
        "probleem",
        "programma",
        "project",
        "register",
        "restaurant",
        "resultaat",
        "schouder",
        "secretaris",
        "specialist",
        "tegenwoordig",
        "universiteit",
        "vaardigheid",
        "verlangen",
        "vernieuwing",
        "vertrouwen",
        "voorbeeld",
        "voorschot",
        "woordenschat",
        "waarschijnlijk",
        "wetenschap",
        "wetenschappelijk",
        "wiskunde",
    ]
)


@cache
def _frequencies() -> dict[str, float]:
    return dict(get_frequency_dict("nl", wordlist="best"))


@lru_cache(maxsize=1 << 18)
def zipf(word: str) -> float:
    """How common a (lower-case) Dutch word is: 0 unknown, 3 uncommon, 5 everyday."""
    frequency = _frequencies().get(word, 0.0)
    return log10(frequency) + 9 if frequency else 0.0


@lru_cache(maxsize=1 << 18)
def split(word: str) -> tuple[str, ...]:
    """The parts of a compound from left to right, without linking letters; () when it is none.

    Parts are words as they stand in the compound (`klassen` in *klassenmanagement* comes out as
    `klas` or `klassen`, whichever is a word); lemmatise them to compare.
    """
    return _best(word)[1] if len(word) >= SHORTEST_WORD and word not in _WHOLE else ()


def _best(word: str) -> tuple[float, tuple[str, ...]]:
    best: tuple[float, tuple[str, ...]] = (0.0, ())
    for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        tail = word[cut:]
        tail_worth = _worth(tail, _NEVER_LAST)
        if not tail_worth:
            continue
        for link in LINKS:
            head = word[: cut - len(link)] if link else word[:cut]
            if link and not word[:cut].endswith(link):
                continue
            if len(head) < SHORTEST_PART:
                continue
            head_worth = _worth(head, _NEVER_FIRST)
            parts = (head,)
            if not head_worth and len(head) >= SHORTEST_WORD:
                head_worth, parts = _best(head)
                head_worth -= 0.5
            worth = min(head_worth, tail_worth) + 0.2 * (head_worth + tail_worth)
            worth -= _LINK_COST[link]
            if head_worth > 0 and worth > best[0]:
                best = (worth, (*parts, tail))
    return best


def _worth(part: str, never: frozenset[str]) -> float:
    if part in never or len(part) < SHORTEST_PART:
        return 0.0
    frequency = zipf(part)
    return frequency if frequency >= _NEEDED_ZIPF.get(len(part), _NEEDED_ZIPF_LONG) else 0.0
