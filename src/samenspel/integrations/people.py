"""Which names may come in: organisations always, people only as author of a publication.

A name that cannot be told apart counts as a person's: leaving out the name of a publisher harms
less than letting in that of a teacher.
"""

import re
from dataclasses import dataclass

_CUES = re.compile(
    r"""
    stichting|vereniging|coöperatie|universit|hogeschool|college|school|scholen|lyceum|gymnasium
    |academ|instituut|institut|centrum|centre|center|museum|bibliotheek|librar|ministerie|ministry
    |inspectie|onderwijs|educat|education|uitgever|publish|press\b|verlag|media\b|group\b|groep\b
    |books\b|foundation|fonds|raad\b|dienst\b|bureau|netwerk|network|platform|federatie|bond\b
    |lectoraat|practoraat|faculteit|faculty|department|afdeling|opleiding|laborator|kennis|learning
    |\bb\.?v\.?$|\bn\.?v\.?$|\bltd\b|\binc\b|gmbh|\.nl\b|\.org\b|\.com\b|\broc\b|\bumc\b|\bslo\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_PLACEHOLDER = re.compile(
    r"^\W*(?:naam verwijderd|verwijderd|onbekend|unknown|anoniem|n\.?v\.?t\.?|none|-)?\W*$",
    re.IGNORECASE,
)
_PUBLICATIONS = re.compile(
    r"""
    (?:info:eu-repo/semantics/)?
    (?: (?:wetenschappelijk\ |vak|journal\ |research\ |review\ )?(?:article|artikel)
    | book(?:part|\ part|\ chapter)? | boek(?:hoofdstuk)? | review | preprint | working\ ?paper
    | (?:conference|congress)\ ?(?:object|paper|proceeding)s? | doctoral\ ?thesis | proefschrift
    | dissertation | dissertatie | (?:onderzoeks|research\ |technical\ )?(?:rapport|report)
    | (?:wetenschappelijke\ )?publicati(?:e|on) | lectorale\ rede | contribution\ ?to\ ?periodical
    | https?://purl\.org/coar/resource_type/
      (?:c_6501|c_2df8fbb1|c_2f33|c_3248|c_93fc|c_18ws|c_5794|c_db06|c_8042|c_816b|c_dcae04bc)
    )$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MAIL = re.compile(r"\S+@\S+")
_PHONE = re.compile(r"\+?\d[\d\s().-]{7,}\d")


@dataclass(frozen=True)
class Card:
    """The only parts of a vCard that are kept: no mail, phone, address or birthday."""

    name: str = ""
    organisation: str = ""


def vcard(text: str) -> Card:
    """Name and organisation of a vCard; empty when it holds none."""
    found: dict[str, str] = {}
    unfolded = re.sub(r"\r?\n(?![ \t]*[A-Z-]+[;:])[ \t]+", "", text.strip())
    for line in unfolded.splitlines():
        key, separator, value = line.strip().partition(":")
        if separator:
            found.setdefault(key.split(";")[0].strip().upper(), value)
    organisation = name_only(found.get("ORG", "").split(";")[0])
    name = name_only(found.get("FN", "")) or name_only(_from_parts(found.get("N", "")))
    return Card(name=name, organisation=organisation)


def _from_parts(structured: str) -> str:
    last, *rest = [part.strip() for part in structured.split(";")]
    first = rest[0] if rest else ""
    return f"{first} {last}".strip()


def name_only(text: str) -> str:
    """A name without mail address, phone number or the placeholder of a removed name."""
    text = text.replace("\\,", ",").replace("\\;", ";").replace("\\n", " ")
    text = _PHONE.sub("", _MAIL.sub("", text))
    text = re.sub(r"[<(]\s*[>)]", "", text)
    text = " ".join(text.split()).strip(" ,;<>")
    return "" if _PLACEHOLDER.match(text) else text[:200]


def is_organisation(name: str) -> bool:
    """Whether a name is surely that of an organisation."""
    if "," in name and not _CUES.search(name):
        return False
    return bool(_CUES.search(name)) or (name.isupper() and len(name) <= 8 and " " not in name)


def is_publication(resource_types: tuple[str, ...]) -> bool:
    """Whether one of the types is something whose author steps into public under their name.

    Learning materials and students' theses are not.
    """
    return any(_PUBLICATIONS.match(" ".join(kind.split())) for kind in resource_types)


def author(card: Card, *, publication: bool) -> str:
    """The name to show as author: of the person for a publication, else the organisation's."""
    if publication and card.name:
        return card.name
    return organisation(card)


def organisation(card: Card) -> str:
    """The organisation on a card; empty when it only names a person."""
    if card.organisation:
        return card.organisation
    return card.name if is_organisation(card.name) else ""
