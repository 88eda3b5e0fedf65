"""What the words just before a number say that it is."""

import re

_WINDOW = 48
_BSN = (
    r"bsn(?:[- ]?n(?:umme)?r)?|b\.s\.n|burger ?service ?n(?:umme)?r|sofi(?:[- ]?n(?:umme)?r)?"
    r"|persoonsgebonden n(?:umme)?r|pgn|onderwijsn(?:umme)?r"
)
_PHONE = (
    r"tel|telefoon\w{0,15}|mobiel\w{0,15}|gsm|06|noodn(?:umme)?r|whatsapp|app|bel|bellen|belt"
    r"|bereikbaar|bereiken|doorkiesn(?:umme)?r"
    r"|thuisn(?:umme)?r|sms|opbellen|terugbellen"
)
# Any other compound with "nummer" or "code" says that the number is something else.
_OTHER = (
    r"code|kenmerk|\w{2,20}?(?:nummer|nr|code|kenmerk)|nrs?\.? van|isbn|issn|ean|iban|bic|kvk"
    r"|brin|oin|order|factuur|offerte|bestelling"
    r"|klant|debiteur|dossier|ticket|artikel|polis|contract|serie|referentie|rekening|budget"
    r"|bedrag|begroting|kost|kosten"
    r"|kost|subsidie|versie|project|zaak|id|ref|barcode|crebo|sku|leerlingnr|studentnr"
)
_LABEL = re.compile(
    rf"(?<!\w)(?:(?P<bsn>{_BSN})|(?P<phone>{_PHONE})|(?P<other>{_OTHER}))(?!\w)", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[!?\n]|\.\s{1,3}(?=[A-Z])")
_OTHER_AFTER = re.compile(
    r"\s?(?:euro|eur|€|,-|stuks|leerlingen|inwoners|keer|x)(?!\w)", re.IGNORECASE
)
_BSN_AFTER = re.compile(
    r"[\s,]{0,2}\(?(?:is|was|als)?\s?(?:(?:het|zijn|haar|mijn|een|hun)\s)?(?:bsn"
    r"|burgerservicenummer)(?!\w)",
    re.IGNORECASE,
)


def label_of(text: str, start: int, end: int) -> str:
    """Return `bsn`, `phone`, `other` or nothing for the number at these places.

    The nearest label before it counts, within the sentence; then the words right after it.
    """
    window = text[max(0, start - _WINDOW) : start]
    for match in _SENTENCE_END.finditer(window):
        window = " " * match.end() + window[match.end() :]
    found = ""
    for match in _LABEL.finditer(window):
        found = match.lastgroup or ""
    if _BSN_AFTER.match(text, end):
        return "bsn"
    if _OTHER_AFTER.match(text, end):
        return "other"
    if not found and text[max(0, start - 2) : start].strip() in ("€", "#", "№"):
        return "other"
    return found
