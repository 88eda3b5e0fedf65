"""A title for a question whose asker gave none: its own first words."""

import re

LONGEST = 120
"""Characters; what fits on two lines of a card."""


def title_of(text: str) -> str:
    """The sentence that asks, else the first sentence, cut at a word when it is too long."""
    sentences = [part.strip() for part in re.split(r"(?<=[.?!])\s+|\n+", text) if part.strip()]
    if not sentences:
        return ""
    asking = next((part for part in sentences if part.endswith("?")), sentences[0])
    if len(asking) <= LONGEST:
        return asking
    return asking[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:.") + "…"
