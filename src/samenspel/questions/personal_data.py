"""What in a question looks like personal data, in words for its asker (A8)."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samenspel.screening.personal_data import find

NAMES: dict[str, str | Promise] = {
    "naam": _("een naam"),
    "bsn": _("een burgerservicenummer"),
    "telefoon": _("een telefoonnummer"),
    "email": _("een e-mailadres"),
    "geboortedatum": _("een geboortedatum"),
    "adres": _("een adres"),
    "combinatie": _("een combinatie waaraan je iemand kunt herkennen"),
}


@dataclass(frozen=True)
class Concern:
    """A piece of the text and what it looks like."""

    words: str
    looks_like: str | Promise


def concerns_in(*texts: str) -> list[Concern]:
    """Every piece that looks like personal data, each once, in the order of the texts."""
    found = {}
    for text in texts:
        for span in find(text):
            words = text[span.start : span.end]
            found.setdefault(words, Concern(words, NAMES.get(span.kind, span.kind)))
    return list(found.values())
