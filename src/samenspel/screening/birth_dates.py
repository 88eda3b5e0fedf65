"""Dates of birth: dates in digits or words that the text ties to a birth or to a person."""

import re
from collections.abc import Sequence

from samenspel.screening.gazetteer import fold, words
from samenspel.screening.spans import Span

_MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?"
    r"|sept?(?:ember)?"
    r"|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_UNITS = (
    r"(?:een|één|eerste|twee|drie|derde|vier|vijf|zes|zeven|acht|achtste|negen|tien|elf|twaalf|dertien"
    r"|veertien|vijftien|zestien|zeventien|achttien|negentien|twintig|dertig)"
)
_DAY_WORD = rf"(?:(?:{_UNITS}(?:en|ën))?{_UNITS}(?:de|ste)?)"
_YEAR = r"(?:(?:19|20)\d{2}|['’]\d{2}|tweeduizend[a-zë ]{0,16}|negentien ?honderd ?[a-zë]{0,18})"
_DATE = re.compile(
    r"(?<![\w.,/-])(?:"
    r"(?P<iso>\d{4}[-/.]\d{2}[-/.]\d{2})"
    r"|(?P<digits>\d{1,2} ?(?P<sign>[-/.]) ?\d{1,2} ?(?P=sign) ?(?:\d{4}|['’]?\d{2}))"
    rf"|(?P<named>(?:\d{{1,2}}(?:e|ste|de)?|{_DAY_WORD}) {_MONTH},?(?: {_YEAR}"
    rf"| \d{{2}}(?! ?(?:uur|u|:|leerlingen)))?)"
    r"|(?P<row>(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d{2})"
    r")(?![\w/-])(?!\.\d)",
    re.IGNORECASE,
)
_BIRTH = re.compile(
    r"(?<!\w)(?:geb(?:oren|oorte(?:datum|dag)?|\.? ?datum|dat(?:um)?|d)?|dob|jarig|verjaardag"
    r"|verjaart|g\.d|ter wereld)(?!\w)|(?<=\S)[ (]\* ?\Z",
    re.IGNORECASE,
)
_BORN_AFTER = re.compile(
    r"[\s,(]{1,3}(?:is |werd |was )?(?:\w{1,12} ){0,3}?(?:geboren|jarig|geboortedatum)(?!\w)",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"geboren(?: \w{1,8}){0,2} (?:na|voor|vóór|tussen|vanaf|tot|t/m|sinds)\s|(?:kinderen"
    r"|leerlingen|kleuters|iedereen|alle"
    r"|jongens|meisjes|peuters|wie|mensen|studenten|generatie)(?: \w{1,10}){0,3} geboren",
    re.IGNORECASE,
)
_OTHER_EVENT = re.compile(
    r"(?<!\w)(?:toets|examen|afspraak|gesprek|start|aangemeld|ingeschreven|vergadering"
    r"|schoolplein|onderzoek|test|verwezen)(?!\w)",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"(?<!\w)(?:(?:leerling|student|studente|jongen|meisje|kind|zoon|dochter|zoontje|dochtertje"
    r"|kleuter|peuter|cliënt)"
    r"[ ,:]{0,2}\(?|(?:hij|zij|ze|dochter|zoon|zoontje|dochtertje|kind|kleuter"
    r"|leerling|jongen|meisje|student) (?:(?:is|komt) )?van )\Z",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"(?<![\w])([A-Z][^\W\d_]{1,30})(?: ?,? ?\(|, )\Z")
_SENTENCE_END = re.compile(r"[!\n]|\.\s{1,3}(?=[A-Z])")
_WINDOW = 60
_FIGURE_REACH = 80
_OLDEST = 1915


def find(text: str, public: Sequence[int] = ()) -> list[Span]:
    """Find dates of birth; `public` holds the places where names of public figures end."""
    spans: list[Span] = []
    previous_end = 0
    for match in _DATE.finditer(text):
        reason = _reason(text, match, previous_end)
        previous_end = match.end()
        if reason and not any(0 <= match.start() - place < _FIGURE_REACH for place in public):
            start, end = match.span()
            spans.append(
                Span("geboortedatum", start, start + len(text[start:end].rstrip(" .,")), reason)
            )
    return spans


def _is_name(key: str) -> bool:
    return key in words("given_names") or key in words("surnames")


def _reason(text: str, match: re.Match[str], previous_end: int) -> str:
    start, end = match.span()
    before = text[max(previous_end, start - _WINDOW, 0) : start]
    for stop in _SENTENCE_END.finditer(before):
        before = " " * stop.end() + before[stop.end() :]
    years = re.findall(r"\d{4}", match.group())
    if years and int(years[-1]) < _OLDEST and not match["iso"]:
        return ""
    if match["iso"] and int(match["iso"][:4]) < _OLDEST:
        return ""
    if _GROUP.search(before):
        return ""
    births = list(_BIRTH.finditer(before))
    if births and not _OTHER_EVENT.search(before, births[-1].end()):
        # A birthday without its year says little, and may be that of a school.
        festive = births[-1].group().lower() in ("jarig", "verjaardag", "verjaart")
        return "" if festive and not years else "birth-label"
    if match["row"]:
        return ""
    if _BORN_AFTER.match(text, end):
        return "birth-label"
    if not (years or "'" in match.group() or match["digits"]):
        return ""
    if _PERSON.search(before):
        return "birth-person"
    name = _NAME_BEFORE.search(before)
    if name and text[end : end + 1] in (",", ")") and _is_name(fold(name.group(1))):
        return "birth-person"
    return ""
