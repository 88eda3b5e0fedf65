"""One name for each licence, whatever way a source writes it."""

import re
from collections.abc import Iterable

OPEN = ("cc0-1.0", "pdm-1.0", "cc-by-", "cc-by-sa-")

_URL = re.compile(
    r"creativecommons\.org/(?:licenses/(by(?:-(?:nc|nd|sa))*)|publicdomain/(zero|mark))"
    r"/(\d\.\d)",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"\bcc[\s_-]*(by(?:[\s_-]*(?:nc|nd|sa))*)(?![a-z])[\s_-]*(?:v(?:ersion)?\s*)?(\d)?\.?(\d)?",
    re.IGNORECASE,
)
_ZERO = re.compile(r"\bcc[\s_-]*(?:0|zero)\b(?:[\s_-]*1\.?0)?", re.IGNORECASE)
_MARK = re.compile(r"\bpdm(?:[\s_-]*1\.?0)?\b|public domain mark", re.IGNORECASE)
_WORDS = {
    "yes": "copyright",
    "ja": "copyright",
    "no": "none",
    "nee": "none",
    "unknown": "unknown",
    "onbekend": "unknown",
}


def stated(texts: Iterable[str]) -> tuple[str, str]:
    """The most telling of what a source says about the licence, and our code for it.

    A Creative Commons licence goes before a plain yes or no; without anything that we recognise
    it is the first text, without a code.
    """
    said = [text for text in texts if text]
    for read in (_creative_commons, _plain_words):
        for text in said:
            if code := read(text):
                return text, code
    return (said[0] if said else ""), ""


def normalise(text: str) -> str:
    """Our code for a licence.

    `cc-by-nc-4.0`, `cc0-1.0`, `pdm-1.0`; a Creative Commons licence without a version keeps none
    (`cc-by`). `copyright` when the source says that rights are held, `none` when it says that
    they are not, `unknown` when it says so itself; empty when we do not recognise it.
    """
    return stated([text])[1]


def _plain_words(text: str) -> str:
    word = " ".join(text.lower().split()).rstrip(".")
    if "alle rechten voorbehouden" in word or "all rights reserved" in word:
        return "copyright"
    return _WORDS.get(word, "")


def _creative_commons(text: str) -> str:
    if match := _URL.search(text):
        kind, domain, version = match.groups()
        if domain:
            return "cc0-1.0" if domain.lower() == "zero" else "pdm-1.0"
        return f"cc-{kind.lower()}-{version}"
    if _ZERO.search(text):
        return "cc0-1.0"
    if _MARK.search(text):
        return "pdm-1.0"
    if match := _CODE.search(text):
        kind = "-".join(re.findall(r"by|nc|nd|sa", match[1].lower()))
        version = f"-{match[2]}.{match[3] or 0}" if match[2] else ""
        return f"cc-{kind}{version}"
    return ""


def may_be_adapted(code: str) -> bool:
    """Whether the licence lets anyone change and share the work, also for money."""
    return code.startswith(OPEN) and "-nc" not in code and "-nd" not in code


def license_url(code: str) -> str:
    """The address of a Creative Commons licence; empty for anything else."""
    if code == "cc0-1.0":
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    if code == "pdm-1.0":
        return "https://creativecommons.org/publicdomain/mark/1.0/"
    match = re.fullmatch(r"cc-(by(?:-(?:nc|nd|sa))*)-(\d\.\d)", code)
    return f"https://creativecommons.org/licenses/{match[1]}/{match[2]}/" if match else ""
