"""Text as people type it, made fit to keep."""

import unicodedata

KEPT = {"\n", "\t"}


def clean_input(text: str) -> str:
    """The text in composed form (NFC), newlines as `\\n`, without control characters or NUL."""
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in text if c in KEPT or unicodedata.category(c) not in {"Cc", "Cs"})
