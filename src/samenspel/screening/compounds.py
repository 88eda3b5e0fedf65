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
SHORTEST_WORD = 6
SHORTEST_PART = 3

_NEEDED_ZIPF = {4: 3.3, 5: 2.9}
_NEEDED_ZIPF_LONG = 2.0
_LINK_COST = {"": 0.0, "s": 0.5, "en": 0.8, "e": 1.6, "n": 2.2}
_PART_COST = 1.2
_EVERYDAY = 4.6
"""Words as common as this have a meaning of their own, whatever they were built from."""

_SHORT_PARTS = frozenset(
    "art bal bad bio boa bus dag duo eis gym hal ict kar kok kop lab les lid mbo hbo net oog pad "
    "pop pta rol set tak tas tip top vak vmbo wet wis zee zin".split()
)
"""The words of three or four letters that build compounds; all others cause false splits."""

_NEVER = frozenset(
    "aan acht achter alle alles ander andere anders beide bent bieden bij binnen boven buiten "
    "daar daarna deden deze doen door drie dubbel echt eens eigen elke even eerst eerste ging "
    "gaan graag groot haar halve hard heel hele hier hoort hoeft ieder iets jouw kende kunnen "
    "laat langs laten maar mede meer meest best mijn minder moet naar naast niet nooit onder onze "
    "open over recht slag snel soms steeds stel tegen terug toch tussen twee vaak vast veel "
    "verder vier voor vroeg waar want weer weet welke wezen wordt wijs zeer zelf zelfs zich zien "
    "zijn zonder zoek stond staan vert inge demo raging eraan eraf".split()
)
_NEVER_LAST = frozenset(
    "achtig baar eling ende erij eren ers heid heden ieve ingen ische isten kers lijk lijke lijks "
    "ling lingen loos loze rijk rijke rijkste schap schappen sing sten teit teiten thans toren "
    "ties tjes volle waarts zaam zame iteit nissen sters matig matige gene ganger gangers daags "
    "actief actie ieren allen vers gevend graads jarige jarigen gelijk gegaan "
    "aris ellen grafisch grafische logisch logische ping rekken ring schreven uren".split()
)
_WHOLE = frozenset(
    "aandacht aanbod achtergrond afdeling antwoord avontuur bestuur bijzonder boodschap "
    "documentatie eenvoudig element gemeente geslacht gezondheid gisteren handelen handleiding "
    "hogeschool instrument interactie interesse kandidaat kenmerk leerling leraar loopbaan "
    "maatregel maatschappij manager netwerk onderwijs onderzoek ondersteuning overeenkomst "
    "overzicht papier particulier partner portaal probleem programma project register resultaat "
    "samenhang samenhangend specialist universiteit vaardigheid vernieuwing vertrouwen voorbeeld "
    "woordenschat waarschijnlijk wetenschap wetenschappelijk wiskunde".split()
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
    """The parts of a (lower-case) compound, left to right, without linking letters; () if none.

    The parts are words as they stand in the compound (*klassen* in *klassenmanagement*):
    lemmatise them to compare.
    """
    return _best(word)[1]


def _best(word: str) -> tuple[float, tuple[str, ...]]:
    """The worth and the parts of the best split; (0, ()) when there is none."""
    best: tuple[float, tuple[str, ...]] = (0.0, ())
    if len(word) < SHORTEST_WORD or word in _WHOLE or word.endswith("eren"):
        return best
    if zipf(word) >= _EVERYDAY:
        return best
    for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        tail = word[cut:]
        tail_worth = 0.0 if tail in _NEVER_LAST else _worth(tail)
        if not tail_worth:
            continue
        for link in LINKS:
            if not word[:cut].endswith(link):
                continue
            head = word[: cut - len(link)]
            head_worth = _worth(head)
            parts: tuple[str, ...] = (head,)
            if not head_worth:
                head_worth, parts = _best(head)
                head_worth -= _PART_COST
            worth = min(head_worth, tail_worth) - _LINK_COST[link]
            if head_worth > 0 and worth > best[0]:
                best = (worth, (*parts, tail))
    return best


def _worth(part: str) -> float:
    """How good a word this part is: its Zipf frequency, or 0 when it is not to be trusted."""
    if part in _NEVER or (len(part) == SHORTEST_PART and part not in _SHORT_PARTS):
        return 0.0
    if len(part) < SHORTEST_PART:
        return 0.0
    frequency = zipf(part)
    return frequency if frequency >= _NEEDED_ZIPF.get(len(part), _NEEDED_ZIPF_LONG) else 0.0
