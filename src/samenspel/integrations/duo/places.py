"""Names of places and provinces as they are written, out of a register that writes in capitals."""

import re
import unicodedata

PROVINCES = {
    "drenthe": "drenthe",
    "flevoland": "flevoland",
    "friesland": "fryslan",
    "fryslan": "fryslan",
    "gelderland": "gelderland",
    "groningen": "groningen",
    "limburg": "limburg",
    "noord brabant": "noord-brabant",
    "noord holland": "noord-holland",
    "overijssel": "overijssel",
    "utrecht": "utrecht",
    "zeeland": "zeeland",
    "zuid holland": "zuid-holland",
}
_SPELLED = {
    "bergen lb": "Bergen (L)",
    "bergen nh": "Bergen (NH)",
    "noardeast fryslan": "Noardeast-Fryslân",
    "nuenen ca": "Nuenen c.a.",
    "reusel de mierden": "Reusel-De Mierden",
    "sudwest fryslan": "Súdwest-Fryslân",
}
_SMALL = {"aan", "bij", "de", "den", "der", "en", "het", "in", "op", "ten", "ter", "van", "'t"}
_WORD = re.compile(r"[^\s\-()/.]+")


def province(name: str) -> str:
    """Our value for a province; empty when there is no such province."""
    return PROVINCES.get(compared(name), "")


def place_name(name: str, *, like: str = "") -> str:
    """A name in capitals as it is written: `BERGEN OP ZOOM` gives `Bergen op Zoom`.

    A name that has small letters already stays as it is. `like` is a spelling to prefer when it is
    the same name (the city for the municipality).
    """
    name = " ".join(name.split())
    if like and compared(like) == compared(name) and not like.isupper():
        return like
    if not name.isupper():
        return name
    if compared(name) in _SPELLED:
        return _SPELLED[compared(name)]
    name = re.sub(r"^'?S[ -](?=[A-Z]{3})", "'s-", name)
    name = re.sub(r"^'?T (?=[A-Z]{3})", "'t ", name)
    return _WORD.sub(_cased, name)


def _cased(match: re.Match[str]) -> str:
    word = match[0].lower()
    if match.start() > 0 and word in _SMALL:
        return word
    if word.startswith("ij"):
        return "IJ" + word[2:]
    return word[:1].upper() + word[1:]


def compared(name: str) -> str:
    """A name without capitals, accents and punctuation, to compare with."""
    folded = unicodedata.normalize("NFKD", name.lower())
    letters = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", letters).split())
