"""What a harvested record becomes here: a publication or an open material. Pure."""

import hashlib
import re
from dataclasses import asdict, dataclass
from datetime import datetime

from samenspel.common.taxonomy import Domain, Sector
from samenspel.integrations.oai_pmh import Provenance
from samenspel.integrations.records import Record
from samenspel.knowledge.choices import Access, PublicationType

LONGEST_ADDRESS = 1000
MOST_IDENTIFIERS = 20
TYPES = (
    (PublicationType.REVIEW, r"review|overzicht"),
    (PublicationType.EVALUATION, r"evaluati"),
    (PublicationType.THESIS, r"thesis|scriptie|proefschrift|dissertati"),
    (PublicationType.BOOK, r"book|boek"),
    (PublicationType.REPORT, r"report|rapport"),
    (PublicationType.ARTICLE, r"arti[ck]|periodical|preprint|paper"),
    (PublicationType.GUIDE, r"handreiking|guide|guideline"),
)
"""What a source's own word for the type comes down to, the first that fits."""


@dataclass(frozen=True)
class Values:
    """The fields of a publication or material; `type` is a `PublicationType` or the source's word.

    Lengths are those that the tables hold. The name of the source is not in it.
    """

    is_publication: bool
    harvested_identifier: str
    title: str
    description: str
    authors: tuple[str, ...]
    domain: str
    sectors: tuple[str, ...]
    year: int | None
    publisher: str
    language: str
    keywords: tuple[str, ...]
    access: str
    url: str
    licence: str
    licence_code: str
    doi: str
    identifiers: tuple[str, ...]
    type: str
    datestamp: datetime | None

    @property
    def digest(self) -> str:
        """Changes when anything but the datestamp does: sources touch records for nothing."""
        said = {name: value for name, value in asdict(self).items() if name != "datestamp"}
        return hashlib.sha256(repr(said).encode()).hexdigest()


def values_of(record: Record, provenance: Provenance) -> Values:
    """The values under which a harvested record is kept."""
    urls = [url for url in record.urls if len(url) <= LONGEST_ADDRESS]
    dois = [url for url in urls if url.startswith(("https://doi.org/", "http://dx.doi.org/"))]
    url = next((url for url in urls if url not in dois), "") or next(iter(dois), "")
    known_sectors = [sector for sector in record.sectors if sector in Sector.values]
    origins = [origin.identifier for origin in provenance.origins if origin.identifier]
    return Values(
        is_publication=record.is_publication,
        harvested_identifier=provenance.identifier,
        title=record.title,
        description=record.description,
        authors=record.authors,
        domain="" if record.is_publication else str(Domain.LEARNING_MATERIALS),
        sectors=tuple(known_sectors),
        year=_year(record.published),
        publisher=record.publisher[:200],
        language=record.language[:8],
        keywords=record.keywords,
        access=_access(record, url),
        url=url,
        licence=record.licence[:300],
        licence_code=record.licence_code,
        doi=re.sub(r"^https?://(?:dx\.)?doi\.org/", "", dois[0])[:200] if dois else "",
        identifiers=tuple(dict.fromkeys([*origins, *urls]))[:MOST_IDENTIFIERS],
        type=_type(record),
        datestamp=provenance.datestamp,
    )


def _year(published: str) -> int | None:
    year = int(published[:4]) if published[:4].isdigit() else 0
    return year if 1500 <= year <= 2200 else None


def _access(record: Record, url: str) -> Access:
    """Open only when the source says so, by right of access, free of cost or an open licence."""
    if record.is_open is False:
        return Access.LIBRARY if url else Access.SUMMARY
    said = record.is_open or record.is_free or record.licence_code.startswith(("cc", "pdm"))
    return Access.OPEN if said and url else Access.SUMMARY


def _type(record: Record) -> str:
    if not record.is_publication:
        return record.resource_types[0][:80] if record.resource_types else ""
    words = " ".join(record.resource_types).lower()
    for kind, pattern in TYPES:
        if re.search(pattern, words):
            return str(kind)
    return str(PublicationType.OTHER)
