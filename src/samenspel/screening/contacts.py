"""Telephone numbers and e-mail addresses in all the ways people write them."""

import re

from samenspel.screening.labels import label_of
from samenspel.screening.spans import Span

# E-mail: look for the sign first and read outwards over a bounded stretch: no input is slow.
_AT = re.compile(r"(?<=[\w.+-])@(?=\w)|(?<=\w) @ (?=\w)")
_SPELLED_AT = re.compile(
    r" ?[(\[{] ?(?:at|apenstaartje|a) ?[)\]}] ?| (?:at|apenstaartje|apestaartje) ", re.I
)
_LOCAL = re.compile(r"[\w.+%'-]{1,64}\Z")
_DOMAIN = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_SPELLED_DOMAIN = re.compile(
    r"[\w-]{1,63}(?:(?: (?:punt|dot) | ?[(\[{](?:punt|dot|\.)[)\]}] ?|\.)[\w-]{2,63}){1,5}", re.I
)
_LEFT = 64
_RIGHT = 300

_GAP = r"[ .\-–/]{0,3}"
_PLUS_31 = rf"(?:\+|00)31{_GAP}(?:\(0\){_GAP}|0(?=6))?"
_MOBILE = re.compile(
    rf"(?<![\w+])(?:{_PLUS_31}|\(?0)6\)?{_GAP}\d(?:{_GAP}\d){{7}}(?![.\-/]?\d)(?!\w)"
)
_LANDLINE = re.compile(
    rf"(?<![\w+])(?<!\d[.,/-])(?:{_PLUS_31}[1-57-9]\d{{1,2}}|\(0[1-57-8]\d{{1,2}}\)"
    rf"|0[1-57-8]\d{{1,2}}){_GAP}\d(?:{_GAP}\d){{5,6}}"
    r"(?![.,\-/]?\d)(?!\w)"
)
_ABROAD = re.compile(
    r"(?<![\w+])(?:\+|00)(?!31)[1-9]\d{0,2}(?:[ .\-/()]{0,2}\d){6,12}(?![.\-/]?\d)(?!\w)"
)
_LABELLED = re.compile(r"(?<![\w+])(?<!\d[.,/:-])[1-9]\d(?:[ .\-]?\d){4,7}(?![.,\-/:]?\d)(?!\w)")
_FREE_NUMBERS = ("0800", "0900", "0906", "0909")


def find_emails(text: str) -> list[Span]:
    """Find e-mail addresses, those written with "at" or "apenstaartje" included."""
    spans: list[Span] = []
    for pattern, domain, reason in (
        (_AT, _DOMAIN, "email"),
        (_SPELLED_AT, _SPELLED_DOMAIN, "email-spelled"),
    ):
        for match in pattern.finditer(text):
            local = _LOCAL.search(text[max(0, match.start() - _LEFT) : match.start()])
            host = domain.match(text, match.end(), min(len(text), match.end() + _RIGHT))
            if not local or not host:
                continue
            left = local.group()
            start = match.start() - len(left.lstrip(".'-"))
            if start < match.start():
                end = host.end() - (len(host.group()) - len(host.group().rstrip(".-_")))
                spans.append(Span("email", start, end, reason))
    return spans


def find_phones(text: str) -> list[Span]:
    """Find Dutch numbers of ten digits, foreign ones with a plus, and what is called a number."""
    spans: list[Span] = []
    for match in _MOBILE.finditer(text):
        if label_of(text, *match.span()) != "other":
            spans.append(Span("telefoon", *match.span(), "mobile"))
    for match in _LANDLINE.finditer(text):
        if text[max(0, match.start() - 5) : match.start()].rstrip()[-4:].isupper():
            continue  # the tail of an IBAN
        if _is_landline(match.group()) and label_of(text, *match.span()) not in ("other", "bsn"):
            spans.append(Span("telefoon", *match.span(), "landline"))
    for match in _ABROAD.finditer(text):
        if match.group()[0] == "+" or label_of(text, *match.span()) == "phone":
            spans.append(Span("telefoon", *match.span(), "international"))
    for match in _LABELLED.finditer(text):
        if label_of(text, *match.span()) == "phone" and not _looks_like_time_or_date(match.group()):
            spans.append(Span("telefoon", *match.span(), "phone-label"))
    return spans


def _is_landline(number: str) -> bool:
    digits = re.sub(r"\D", "", number)
    if digits.startswith(_FREE_NUMBERS):
        return False
    if number.startswith(("+31", "0031")):
        local = digits.removeprefix("00").removeprefix("31").lstrip("0")
        return len(local) == 9
    # Two digits apart after a short row (12 00) would be clock times, not a number of ten digits.
    return len(digits) == 10


def _looks_like_time_or_date(number: str) -> bool:
    groups = re.split(r"[ .\-]", number)
    if len(groups) == 3 and len(groups[-1]) == 4 and all(len(part) <= 2 for part in groups[:2]):
        return True
    return len(groups) == 2 and len(groups[0]) == 4 and len(groups[1]) == 4 and number[4] == "-"
