"""Personal data of pupils and others in a text: the one door to the finders of this room."""

import re

from samenspel.screening import addresses, birth_dates, citizen_numbers, contacts, names, traits
from samenspel.screening.spans import KINDS, REASONS, Span, mask, merge
from samenspel.screening.tokens import cover, tokenise, without

__all__ = ["KINDS", "REASONS", "Span", "find", "mask"]

# No names are looked for in web addresses and account names.
_LINK = re.compile(r"(?:https?://|www\.)\S{1,2000}|(?<!\S)[@#]\w{1,60}")


def find(text: str) -> list[Span]:
    """Return the personal data in a text, sorted, without overlaps.

    A span holds the datum only (the name without its form of address); `REASONS` tells in Dutch
    why. Runs in time linear in the length of the text and raises nothing on any string.
    """
    numbers = merge(
        contacts.find_emails(text), citizen_numbers.find(text), contacts.find_phones(text)
    )
    links = [Span("link", *match.span(), "") for match in _LINK.finditer(text)]
    rest = without(text, merge(numbers, links))
    births = birth_dates.find(rest)
    tokens = tokenise(rest)
    homes = addresses.find(rest, tokens)
    firm = merge(numbers, births, homes)
    people = names.find(cover(tokens, merge(births, homes)))
    if people.public and births:
        births = birth_dates.find(rest, people.public)
        firm = merge(numbers, births, homes)
    return merge(firm, people.spans, traits.find(text, tokens))
