"""A rare diagnosis with a school and a class: nobody is named, yet everybody there knows who."""

import re

from samenspel.screening.spans import Span

_RARE = re.compile(
    r"(?<!\w)(?:"
    r"(?:syndroom|ziekte) van (?:[A-Z][\w-]{1,20})(?: (?:de la [A-Z]\w{2,15}|[A-Z][\w-]{2,15}))?"
    r"|(?:[A-Z][\w-]{1,20}(?:-| ))?(?:[\w-]{2,20})?syndroom(?! van)"
    r"|(?:[A-Z][\w]{1,20}-)?syndroom(?! van)"
    r"|prader[- ]willi|duchenne|sanfilippo|rett|angelman|noonan|marfan|usher|klinefelter|turnersyndroom|tourette|gilles de la tourette"
    r"|williams|huntington|asperger|fragiele[- ]x|ehlers[- ]danlos|crohn|lyme|kabuki|kleefstra|sotos|dravet|west|pompe|gaucher"
    r"|narcolepsie|cochleair implantaat|cochleaire implantaten|taaislijmziekte|cystic fibrosis|cf|hemofilie|sikkelcelziekte"
    r"|sikkelcelanemie|thalassemie|leukemie|kanker|hersentumor|tumor|botkanker|lymfeklierkanker|albinisme|progeria"
    r"|spina bifida|open rug(?:getje)?|spierdystrofie|spierziekte|dwerggroei|achondroplasie|hiv|schizofrenie"
    r"|selectief mutisme|mutisme|dissociatieve stoornis|stofwisselingsziekte|osteogenesis imperfecta|broze botten"
    r"|cerebrale parese|schisis|hydrocefalus|waterhoofd|microcefalie|epidermolysis bullosa|vlinderhuid|nierdialyse|dialyse"
    r"|donornier|donorhart|harttransplantatie|niertransplantatie|levertransplantatie|orgaantransplantatie|stoma|sondevoeding"
    r"|tracheacanule|beenprothese|armprothese|kunstbeen|kunstarm|doofblindheid|doofblind|doof|blind|anorexia|boulimia"
    r"|multiple sclerose|als|sma|nah|hersenletsel|psychose|brandwonden|dwarslaesie|amputatie|ziekte \w{3,15}"
    r"|foetaal alcoholsyndroom|fas|fasd|galactosemie|pku|hartafwijking|moyamoya|neurofibromatose|tubereuze sclerose"
    r")(?!\w)",
    re.IGNORECASE,
)
# Short or everyday words count only when spelled as the diagnosis.
_EXACT = {"cf": "CF", "als": "ALS", "sma": "SMA", "nah": "NAH", "hiv": None, "fas": "FAS", "west": "West",
          "williams": "Williams", "pku": "PKU", "fasd": "FASD", "rett": "Rett", "lyme": "Lyme", "pompe": "Pompe"}  # fmt: skip
_SCHOOL = re.compile(
    r"(?<!\w)(?:"
    r"(?i:basisschool|daltonschool|montessorischool|jenaplanschool|vrijeschool|praktijkschool|obs|cbs|rkbs|pcbs|kbs|pcb|rkb|ikc|kc|sbo|vso|so"
    r"|kindcentrum|school|college|lyceum|gymnasium|mavo|roc|mbo|scholengemeenschap|peuterspeelzaal|kinderopvang)"
    r" (?:(?:[Dd]e|[Hh]et|['’][tT]|van|der) ){0,2}[A-Z][\w'’-]{1,30}(?: [A-Z][\w'’-]{1,30}){0,2}"
    r"|(?:[A-Z][\w'’-]{1,30} ){0,3}[A-Z][\w-]{1,30}?(?:school|college|lyceum|gymnasium|scholengemeenschap)"
    r"|(?:[A-Z][\w'’-]{1,30} ){1,3}(?:School|College|Lyceum|Gymnasium|Mavo)"
    r"|(?<=van )(?:De|Het|['’]t) [A-Z][\w'’-]{2,30}(?: [A-Z][\w'’-]{2,30})?"
    r"|(?<=op )(?:De|Het|['’]t) [A-Z][\w'’-]{2,30}(?: [A-Z][\w'’-]{2,30})?"
    r")(?!\w)"
)
_TYPE_FIRST = re.compile(r"(?i:basisschool|obs|cbs|rkbs|pcbs|ikc|roc|sbo|vso)")
_PLACE = re.compile(r"(?<=\bin )(?!Nederland|Europa)[A-Z][a-zë-]{3,25}(?!\w)")
_CLASS = re.compile(
    r"(?<!\w)(?:(?:groep|klas|leerjaar|jaar) ?[1-8](?: ?[a-zA-Z](?!\w))?(?: (?:vwo|havo|vmbo|mavo|kader|basis|vmbo-\w{1,3}))?"
    r"|[1-6] ?(?:vwo|havo|vmbo(?:-\w{1,3})?|mavo|kader|basis|gymnasium|atheneum|tl|vmbo-tl)|(?:vwo|havo|mavo|vmbo) ?[1-6]"
    r"|[1-6][a-zA-Z](?:\d)?|brugklas|examenklas|kleuterklas|kleutergroep|groep \d[/-]\d|bbl-?\d|bol-?\d)(?!\w)",
    re.IGNORECASE,
)
_UNIQUE = re.compile(r"(?<!\w)(?:als )?enige?(?: \w{3,15}){0,2}", re.IGNORECASE)
_ONLY = re.compile(r"(?<!\w)enige (?:\w{3,12} )?(?:leerling|kind|jongen|meisje|student|kleuter)|als enige", re.IGNORECASE)
_MANY = re.compile(
    r"(?<!\w)(?:leerlingen|kinderen|studenten|kleuters|jongeren|jongens|meisjes) (?:met|die|hebben)(?!\w)[^.!?]{0,40}\Z",
    re.IGNORECASE,
)
_GENERAL = re.compile(r"(?<!\w)(?:les|lesmateriaal|gastles|spreekbeurt|expertise|lezing|training) (?:over|in)[^.!?]{0,40}\Z", re.I)
_SENTENCE_END = re.compile(r"[.!?](?=\s|\Z)|\n")
_REACH = 220


def find(text: str) -> list[Span]:
    """Find stretches that hold a rare diagnosis, a school or place, and a class or 'the only one'."""
    spans: list[Span] = []
    done = 0
    for match in _RARE.finditer(text):
        if match.start() < done or not _is_meant(match):
            continue
        start, end = _sentence(text, *match.span())
        span = _combination(text[start:end], match.start() - start, match.end() - start)
        if span:
            spans.append(Span("combinatie", span[0] + start, span[1] + start, "rare-trait"))
            done = end
    return spans


def _is_meant(match: re.Match[str]) -> bool:
    word = match.group()
    exact = _EXACT.get(word.lower(), word)
    return exact is None or word == exact


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    left = max(0, start - _REACH)
    for stop in _SENTENCE_END.finditer(text, left, start):
        if text[max(0, stop.start() - 3) : stop.start()].strip().lower() not in ("st", "dr", "mgr"):
            left = stop.end()
    right = _SENTENCE_END.search(text, end, end + _REACH)
    return left, right.start() if right else min(len(text), end + _REACH)


def _combination(sentence: str, start: int, end: int) -> tuple[int, int] | None:
    if _MANY.search(sentence[:start]) or _GENERAL.search(sentence[:start]):
        return None
    outside = sentence[:start] + " " * (end - start) + sentence[end:]
    school = _SCHOOL.search(outside) or _PLACE.search(outside)
    level = _CLASS.search(outside)
    only = _ONLY.search(outside)
    if not school or not (level or only):
        return None
    parts = [part for part in (school, level) if part] or []
    starts = [part.start() for part in parts]
    ends = [part.end() for part in parts]
    return min(start, *starts), max(end, *ends)
