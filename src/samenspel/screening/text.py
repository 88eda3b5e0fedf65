"""Text from outside, made fit to keep: one form for each letter, no invisible characters."""

import unicodedata
from dataclasses import dataclass

_KEPT = frozenset("\n\t")
# Zero-width and direction signs: invisible, and able to hide or turn around what is read. The
# joiner (200D) and variation selectors stay, as emoji and some scripts are built with them.
_INVISIBLE = frozenset(
    "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)


@dataclass(frozen=True, slots=True)
class CleanText:
    """A cleaned text, and the names of the characters that were removed with how often."""

    text: str
    removed: dict[str, int]


def clean_input(text: str) -> str:
    """Return the text in NFC, with line ends as \\n, without NUL, control and invisible signs."""
    return clean_with_report(text).text


def clean_with_report(text: str) -> CleanText:
    """Clean a text and tell what was removed: `{"U+0000": 2}`. Raises nothing on any string."""
    removed: dict[str, int] = {}
    kept: list[str] = []
    for character in text.replace("\r\n", "\n").replace("\r", "\n"):
        if _is_removed(character):
            name = f"U+{ord(character):04X}"
            removed[name] = removed.get(name, 0) + 1
        else:
            kept.append(character)
    return CleanText(unicodedata.normalize("NFC", "".join(kept)), removed)


def _is_removed(character: str) -> bool:
    # Lone surrogates (Cs) cannot be stored as UTF-8.
    return character in _INVISIBLE or (
        character not in _KEPT and unicodedata.category(character) in ("Cc", "Cs")
    )
