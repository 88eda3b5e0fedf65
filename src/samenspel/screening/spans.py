"""A found piece of personal data, and what can be done with a list of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

KINDS = ("naam", "bsn", "telefoon", "email", "geboortedatum", "adres", "combinatie")

# Why something was marked, in words for the asker. Keys are stable, texts may be translated.
REASONS = {
    "given-name": "Dit is een voornaam.",
    "full-name": "Dit is een voornaam met een achternaam.",
    "initials": "Dit zijn voorletters met een achternaam.",
    "person-cue": "Hiervoor staat een woord dat een persoon aankondigt.",
    "person-context": "De zin gebruikt dit woord als naam van een persoon.",
    "bsn-label": "Dit getal wordt een burgerservicenummer genoemd.",
    "bsn-check": "Dit getal voldoet aan de controle van burgerservicenummers.",
    "mobile": "Dit is een mobiel telefoonnummer.",
    "landline": "Dit is een telefoonnummer.",
    "international": "Dit is een buitenlands telefoonnummer.",
    "phone-label": "Dit getal wordt een telefoonnummer genoemd.",
    "email": "Dit is een e-mailadres.",
    "email-spelled": "Dit is een uitgeschreven e-mailadres.",
    "birth-label": "Deze datum wordt een geboortedatum genoemd.",
    "birth-person": "Deze datum staat direct bij een persoon.",
    "street": "Dit is een straat met een huisnummer.",
    "postcode": "Dit is een postcode.",
    "rare-trait": "Met deze gegevens bij elkaar is te raden om welk kind het gaat.",
}


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` up to but not including `end` of a text; `kind` is one of `KINDS`."""

    kind: str
    start: int
    end: int
    reason_code: str


def overlaps(span: Span, others: Iterable[Span]) -> bool:
    """Say whether the span shares a character with one of the others."""
    return any(span.start < other.end and other.start < span.end for other in others)


def merge(*groups: Sequence[Span]) -> list[Span]:
    """Return the spans of all groups, sorted; where two overlap, the earlier group wins."""
    length = max((span.end for group in groups for span in group), default=0)
    taken = bytearray(length)
    kept: list[Span] = []
    for group in groups:
        for span in group:
            if not any(taken[span.start : span.end]):
                taken[span.start : span.end] = b"\x01" * (span.end - span.start)
                kept.append(span)
    return sorted(kept, key=lambda span: span.start)


def mask(text: str, spans: Iterable[Span]) -> str:
    """Replace each span by its kind between square brackets: `[naam]`. Spans may not overlap."""
    parts: list[str] = []
    position = 0
    for span in sorted(spans, key=lambda span: span.start):
        if span.start < position:
            raise ValueError(f"Spans overlap at character {span.start}; merge them first.")
        parts += [text[position : span.start], f"[{span.kind}]"]
        position = span.end
    return "".join([*parts, text[position:]])
