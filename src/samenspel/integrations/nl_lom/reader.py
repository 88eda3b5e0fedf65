"""A `lom` element into a `Record`."""

from collections.abc import Iterator

from lxml import etree

from samenspel.integrations import levels, licences, people, text
from samenspel.integrations.records import BadMetadata, Record

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
PUBLISHING = ("publisher", "university", "hogeschool", "content provider", "educational validator")


def read(lom: etree._Element) -> Record:
    """The record of a `lom` element. Raises BadMetadata (`no_title`)."""
    language = text.language_code(_one(lom, "general", "language"))
    title = text.plain(_in_language(lom, language, "general", "title"), text.TITLE)
    if not title:
        raise BadMetadata("no_title")
    kinds = text.distinct(_values(lom, "educational", "learningresourcetype"))
    publication = people.is_publication(kinds)
    said = text.distinct([*_values(lom, "educational", "context"), *_level_entries(lom)])
    rights = _values(lom, "rights", "copyrightandotherrestrictions")
    explained = [_string(found) for found in _find(lom, "rights", "description")]
    licence, licence_code = licences.stated([*rights, *explained])
    authors, publisher = _contributors(lom, publication)
    description = _in_language(lom, language, "general", "description")
    return Record(
        title=title,
        description=text.plain(description, text.DESCRIPTION, keep_lines=True),
        language=language,
        keywords=text.distinct(
            text.plain(_string(word), text.KEYWORD) for word in _find(lom, "general", "keyword")
        ),
        licence=text.plain(licence, text.TITLE),
        licence_code=licence_code,
        urls=text.web_addresses(_texts(lom, "technical", "location")),
        media_types=text.distinct(word.lower() for word in _texts(lom, "technical", "format")),
        resource_types=kinds,
        is_publication=publication,
        levels=said,
        sectors=levels.sectors(said),
        published=_published(lom),
        publisher=publisher,
        authors=authors,
        is_open=_is_open(lom),
        is_free={"no": True, "yes": False}.get(_one(lom, "rights", "cost", "value").lower()),
    )


def _find(element: etree._Element, *path: str) -> list[etree._Element]:
    found = [element]
    for name in path:
        found = [
            child for parent in found for child in parent.iterchildren("*") if _name(child) == name
        ]
    return found


def _name(element: etree._Element) -> str:
    return str(etree.QName(element).localname).lower()


def _string(element: etree._Element) -> str:
    """All text inside, of the first language string when there are several."""
    strings = [child for child in element.iterchildren("*") if _name(child) in _STRINGS]
    chosen = strings[0] if strings else element
    return "".join(str(part) for part in chosen.itertext()).strip()


_STRINGS = ("langstring", "string")


def _in_language(lom: etree._Element, language: str, *path: str) -> str:
    """The text in the record's own language, else Dutch, else the first one."""
    for element in _find(lom, *path):
        strings = [child for child in element.iterchildren("*") if _name(child) in _STRINGS]
        by_language = {
            text.language_code(child.get(LANG) or child.get("language") or ""): child
            for child in reversed(strings)
        }
        chosen = by_language.get(language or "nl", by_language.get("nl"))
        found = "".join(map(str, chosen.itertext())).strip() if chosen is not None else ""
        if found or _string(element):
            return found or _string(element)
    return ""


def _texts(lom: etree._Element, *path: str) -> list[str]:
    return [found for element in _find(lom, *path) if (found := _string(element))]


def _one(lom: etree._Element, *path: str) -> str:
    return next(iter(_texts(lom, *path)), "")


def _values(lom: etree._Element, *path: str) -> list[str]:
    """The value of source-and-value pairs, tidied; a vocabulary address keeps its last part."""
    found = [text.plain(word, text.KEYWORD) for word in _texts(lom, *path, "value")]
    return [word.rsplit("/", 1)[-1] if word.startswith("http") else word for word in found]


def _classified(lom: etree._Element, purpose: str) -> Iterator[etree._Element]:
    for element in _find(lom, "classification"):
        if _one(element, "purpose", "value").lower() == purpose:
            yield from _find(element, "taxonpath", "taxon")


def _level_entries(lom: etree._Element) -> Iterator[str]:
    for taxon in _classified(lom, "educational level"):
        yield text.plain(_one(taxon, "entry"), text.KEYWORD)


def _is_open(lom: etree._Element) -> bool | None:
    known = {"openaccess": True, "restrictedaccess": False, "closedaccess": False}
    for taxon in _classified(lom, "access rights"):
        if _one(taxon, "id").lower() in known:
            return known[_one(taxon, "id").lower()]
    return None


def _contributors(lom: etree._Element, publication: bool) -> tuple[tuple[str, ...], str]:
    authors: list[str] = []
    publishers: dict[str, str] = {}
    for contribution in _find(lom, "lifecycle", "contribute"):
        role = _one(contribution, "role", "value").lower()
        for card in _cards(contribution):
            if role == "author":
                authors.append(people.author(card, publication=publication))
            elif role in PUBLISHING:
                publishers.setdefault(role, people.organisation(card))
    publisher = next((publishers[role] for role in PUBLISHING if publishers.get(role)), "")
    return text.distinct(authors), publisher


def _cards(contribution: etree._Element) -> Iterator[people.Card]:
    for element in [*_find(contribution, "centity", "vcard"), *_find(contribution, "entity")]:
        yield people.vcard("".join(map(str, element.itertext())))


def _published(lom: etree._Element) -> str:
    """The publisher's date when there is one, else the first date of a contribution."""
    dates: dict[str, str] = {}
    for contribution in _find(lom, "lifecycle", "contribute"):
        found = text.partial_date(_one(contribution, "date", "datetime"))
        if found:
            dates.setdefault(_one(contribution, "role", "value").lower(), found)
    return dates.get("publisher") or next(iter(dates.values()), "")
