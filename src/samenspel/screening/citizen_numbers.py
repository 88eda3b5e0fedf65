"""Citizen service numbers (BSN): by what they are called, or by their check digit."""

import re

from stdnum.nl import bsn

from samenspel.screening.labels import label_of
from samenspel.screening.spans import Span

_NUMBER = re.compile(r"(?<![\w+])(?<!\d[.,/-])\d(?:[ .\-]?\d){7,8}(?![.,/-]?\d)(?!\w)")
_PLAIN = re.compile(r"\d{9}|\d{4}\.\d{2}\.\d{3}")


def find(text: str) -> list[Span]:
    """Find BSNs. A number that is called a BSN counts even when its check digit is wrong."""
    spans: list[Span] = []
    for match in _NUMBER.finditer(text):
        label = label_of(text, *match.span())
        if label == "bsn":
            spans.append(Span("bsn", *match.span(), "bsn-label"))
        elif not label and _PLAIN.fullmatch(match.group()) and bsn.is_valid(match.group()):
            spans.append(Span("bsn", *match.span(), "bsn-check"))
    return spans
