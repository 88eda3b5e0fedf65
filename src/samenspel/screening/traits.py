"""A rare diagnosis with a school and a class: nobody is named, yet everybody there knows who."""

import re
from collections.abc import Sequence

from samenspel.screening.spans import Span
from samenspel.screening.tokens import Token

# Diagnoses that few children have; looked up by their first word, then matched in full.
_RARE = re.compile(
    r"(?:"
    r"(?:syndroom|ziekte) van [A-Z][\w-]{1,20}(?: (?:de la [A-Z]\w{2,15}|[A-Z][\w-]{2,15}))?"
    r"|ziekte van \w{3,15}|\w{2,25}ziekte|[\w]{0,30}syndroom(?! van)"
    r"|prader[- ]willi|duchenne|sanfilippo|rett|angelman|noonan|marfan|usher|klinefelter|tourette"
    r"|gilles de la tourette|williams|huntington|asperger|fragiele[- ]x|ehlers[- ]danlos|crohn"
    r"|lyme|kabuki"
    r"|kleefstra|sotos|dravet|west|pompe|gaucher|narcolepsie|cochleair implantaat"
    r"|cochleaire implantaten"
    r"|taaislijmziekte|cystic fibrosis|cf|hemofilie|sikkelcelziekte|sikkelcelanemie|thalassemie"
    r"|leukemie|kanker"
    r"|hersentumor|tumor|botkanker|lymfeklierkanker|albinisme|progeria|spina bifida"
    r"|open rug(?:getje)?"
    r"|spierdystrofie|spierziekte|dwerggroei|achondroplasie|hiv|schizofrenie|selectief mutisme"
    r"|mutisme"
    r"|dissociatieve stoornis|stofwisselingsziekte|osteogenesis imperfecta|broze botten"
    r"|cerebrale parese|schisis"
    r"|hydrocefalus|waterhoofd|microcefalie|epidermolysis bullosa|vlinderhuid|nierdialyse"
    r"|dialyse|donornier"
    r"|donorhart|harttransplantatie|niertransplantatie|levertransplantatie|orgaantransplantatie"
    r"|stoma|sondevoeding"
    r"|tracheacanule|beenprothese|armprothese|kunstbeen|kunstarm|doofblindheid|doofblind|doof"
    r"|blind|anorexia"
    r"|boulimia|multiple sclerose|als|sma|nah|hersenletsel|psychose|brandwonden|dwarslaesie"
    r"|amputatie|fas|fasd"
    r"|galactosemie|pku|hartafwijking|moyamoya|neurofibromatose|tubereuze sclerose|porfyrie"
    r"|cystinose|gehoorimplantaat"
    r")(?!\w)",
    re.IGNORECASE,
)
FIRST_WORDS_OF_DIAGNOSES = frozenset(
    "syndroom ziekte prader duchenne sanfilippo rett angelman noonan marfan usher klinefelter"
    " tourette gilles williams"
    " huntington asperger fragiele ehlers crohn lyme kabuki kleefstra sotos dravet west pompe"
    " gaucher narcolepsie cochleair"
    " cochleaire taaislijmziekte cystic cf hemofilie sikkelcelziekte sikkelcelanemie thalassemie"
    " leukemie kanker hersentumor"
    " tumor botkanker lymfeklierkanker albinisme progeria spina open spierdystrofie spierziekte"
    " dwerggroei achondroplasie hiv"
    " schizofrenie selectief mutisme dissociatieve stofwisselingsziekte osteogenesis broze"
    " cerebrale schisis hydrocefalus"
    " waterhoofd microcefalie epidermolysis vlinderhuid nierdialyse dialyse donornier donorhart"
    " harttransplantatie"
    " niertransplantatie levertransplantatie orgaantransplantatie stoma sondevoeding"
    " tracheacanule beenprothese armprothese"
    " kunstbeen kunstarm doofblindheid doofblind doof blind anorexia boulimia multiple als sma"
    " nah hersenletsel psychose"
    " brandwonden dwarslaesie amputatie fas fasd galactosemie pku hartafwijking moyamoya"
    " neurofibromatose tubereuze porfyrie"
    " cystinose gehoorimplantaat".split()
)
# Short or everyday words count only when spelled as the diagnosis.
_EXACT = {
    word.lower(): word
    for word in "CF ALS SMA NAH FAS FASD PKU West Williams Rett Lyme Pompe".split()
}
_COMMON = frozenset(
    "kinderziekte reisziekte wagenziekte infectieziekte geslachtsziekte zeeziekte".split()
)
_SCHOOL = re.compile(
    r"(?<!\w)(?:"
    r"(?i:basisschool|daltonschool|montessorischool|jenaplanschool|vrijeschool|praktijkschool"
    r"|obs|cbs|rkbs|pcbs|kbs|pcb|rkb|ikc|kc|sbo|vso|so"
    r"|kindcentrum|school|college|lyceum|gymnasium|mavo|roc|mbo|scholengemeenschap"
    r"|peuterspeelzaal|kinderopvang)"
    r" (?:(?:[Dd]e|[Hh]et|['’][tT]|van|der) ){0,2}[A-Z][\w'’-]{1,30}(?: [A-Z][\w'’-]{1,30}){0,2}"
    r"|(?:[A-Z][\w'’-]{1,30} ){0,3}[A-Z][\w-]{1,30}?(?:school|college|lyceum|gymnasium"
    r"|scholengemeenschap)"
    r"|(?:[A-Z][\w'’-]{1,30} ){1,3}(?:School|College|Lyceum|Gymnasium|Mavo)"
    r"|(?<=van )(?:De|Het|['’]t) [A-Z][\w'’-]{2,30}(?: [A-Z][\w'’-]{2,30})?"
    r"|(?<=[Oo]p )(?:De|Het|['’]t) [A-Z][\w'’-]{2,30}(?: [A-Z][\w'’-]{2,30})?"
    r")(?!\w)"
)
_TYPE_FIRST = re.compile(r"(?i:basisschool|obs|cbs|rkbs|pcbs|ikc|roc|sbo|vso)")
_PLACE = re.compile(r"(?<=\bin )(?!Nederland|Europa)[A-Z][a-zë-]{3,25}(?!\w)")
_CLASS = re.compile(
    r"(?<!\w)(?:(?:groep|klas|leerjaar|jaar) ?[1-8](?: ?[a-zA-Z](?!\w))?(?: (?:vwo|havo|vmbo"
    r"|mavo|kader|basis|vmbo-\w{1,3}))?"
    r"|[1-6] ?(?:vwo|havo|vmbo(?:-\w{1,3})?|mavo|kader|basis|gymnasium|atheneum|tl|vmbo-tl)"
    r"|(?:vwo|havo|mavo|vmbo) ?[1-6]"
    r"|[1-6][a-zA-Z](?:\d)?|brugklas|examenklas|kleuterklas|kleutergroep|groep \d[/-]\d|bbl-?\d"
    r"|bol-?\d)(?!\w)",
    re.IGNORECASE,
)
_UNIQUE = re.compile(r"(?<!\w)(?:als )?enige?(?: \w{3,15}){0,2}", re.IGNORECASE)
_ONLY = re.compile(
    r"(?<!\w)enige (?:\w{3,12} )?(?:leerling|kind|jongen|meisje|student|kleuter)|als enige",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"(?<!\w)(?:leerlingen|kinderen|studenten|kleuters|jongeren|jongens|meisjes) (?:met|die"
    r"|hebben)(?!\w)[^.!?]{0,40}\Z",
    re.IGNORECASE,
)
_GENERAL = re.compile(
    r"(?<!\w)(?:les|lesmateriaal|gastles|spreekbeurt|expertise|lezing|training) (?:over"
    r"|in)[^.!?]{0,40}\Z",
    re.I,
)
_SENTENCE_END = re.compile(r"[.!?](?=\s|\Z)|\n")
_REACH = 220


def find(text: str, tokens: Sequence[Token]) -> list[Span]:
    """Find a rare diagnosis with a school or place, and a class or 'the only one'."""
    spans: list[Span] = []
    done = 0
    for at, token in enumerate(tokens):
        if token.start < done or not (
            token.key in FIRST_WORDS_OF_DIAGNOSES or token.key.endswith(("syndroom", "ziekte"))
        ):
            continue
        match = _RARE.match(text, token.start)
        if not match or not _is_meant(match):
            continue
        first = _head(tokens, at)
        start, end = _sentence(text, first, match.end())
        span = _combination(text[start:end], first - start, match.end() - start)
        if span:
            spans.append(Span("combinatie", span[0] + start, span[1] + start, "rare-trait"))
        done = end  # one look per sentence, so that a text full of diagnoses stays quick
    return spans


def _head(tokens: Sequence[Token], at: int) -> int:
    """CHARGE-syndroom, Klinefelter syndroom: where the diagnosis starts."""
    token = tokens[at]
    if token.key == "syndroom" and at:
        before = tokens[at - 1]
        if before.text == "-" and at > 1 and not (token.blank or before.blank):
            return tokens[at - 2].start
        if before.capital and token.joined:
            return before.start
    return token.start


def _is_meant(match: re.Match[str]) -> bool:
    word = match.group()
    if word.lower() in _COMMON:
        return False
    return word == _EXACT.get(word.lower(), word)


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
