"""Foreign text made plain: no markup, no control characters, no endless fields."""

import html
import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import urlsplit

import nh3

TITLE = 500
DESCRIPTION = 20_000
KEYWORD = 100
KEYWORDS = 60

_BREAKS = re.compile(r"<\s*(?:br|/p|/li|/div|/h[1-6])\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[a-zA-Z/!?]")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:$|[T ])")


def plain(text: str, limit: int = DESCRIPTION, *, keep_lines: bool = False) -> str:
    """The text without markup and control characters, at most `limit` characters."""
    text = text[: limit * 4]
    if _TAG.search(text):
        text = html.unescape(nh3.clean(_BREAKS.sub("\n", text), tags=set()))
    text = "".join(
        character
        for character in text
        if character in "\n\t" or unicodedata.category(character) not in ("Cc", "Cs", "Cf")
    )
    if keep_lines:
        lines = (" ".join(line.split()) for line in text.splitlines())
        text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    else:
        text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def distinct(texts: Iterable[str], limit: int = KEYWORDS) -> tuple[str, ...]:
    """Every text once, whatever its capitals, empty ones left out, in the order found."""
    found: dict[str, str] = {}
    for text in texts:
        if text:
            found.setdefault(text.casefold(), text)
    return tuple(found.values())[:limit]


def web_addresses(texts: Iterable[str]) -> tuple[str, ...]:
    """The web addresses among the texts, a DOI as its address; anything else is left out."""
    return distinct(address for address in map(_web_address, texts) if address)


def _web_address(text: str) -> str:
    text = text.strip()
    if re.match(r"(?:doi:\s*)?10\.\d{4,9}/\S+$", text, re.IGNORECASE):
        return "https://doi.org/" + re.sub(r"^doi:\s*", "", text, flags=re.IGNORECASE)
    try:
        parts = urlsplit(text)
        usable = parts.scheme in ("http", "https") and parts.hostname and not parts.username
    except ValueError:
        return ""
    return text if usable and len(text) <= 2000 and not re.search(r"\s", text) else ""


def partial_date(text: str) -> str:
    """`2017`, `2017-05` or `2017-05-03` out of a date text; empty when it holds none."""
    match = _DATE.match(text.strip())
    if not match:
        return ""
    year, month, day = match.groups()
    if month and not 1 <= int(month) <= 12:
        return year
    if day and not 1 <= int(day) <= 31:
        return f"{year}-{month}"
    return "-".join(part for part in (year, month, day) if part)


_LANGUAGES = {"nld": "nl", "dut": "nl", "eng": "en", "deu": "de", "ger": "de", "fra": "fr"}
_LANGUAGES |= {"fre": "fr", "fry": "fy", "spa": "es", "nederlands": "nl", "engels": "en"}


def language_code(text: str) -> str:
    """Two letters: `nl` for `nld`, `dut` and `nl-NL`; empty when unknown or said to be none."""
    first = re.split(r"[-_]", text.strip().lower())[0]
    code = _LANGUAGES.get(first, first)
    return code if re.fullmatch(r"[a-z]{2}", code) else ""
