"""An element with Dublin Core children into a `Record`."""

from collections import defaultdict

from lxml import etree

from samenspel.integrations import levels, licences, people, text
from samenspel.integrations.records import BadMetadata, Record

ACCESS = {
    "openaccess": True,
    "open access": True,
    "restrictedaccess": False,
    "closedaccess": False,
    "embargoedaccess": False,
}


def read(element: etree._Element) -> Record:
    """The record of an `oai_dc:dc` (or like) element. Raises BadMetadata (`no_title`)."""
    said = _fields(element)
    title = text.plain(next(iter(said["title"]), ""), text.TITLE)
    if not title:
        raise BadMetadata("no_title")
    kinds = text.distinct(text.plain(kind, text.KEYWORD) for kind in said["type"])
    publication = people.is_publication(kinds)
    audience = text.distinct(
        text.plain(level, text.KEYWORD) for level in [*said["educationlevel"], *said["audience"]]
    )
    access = {_access(word): word for word in [*said["accessrights"], *said["rights"]]}
    licence, licence_code = licences.stated(
        word for word in [*said["license"], *said["rights"]] if _access(word) is None
    )
    return Record(
        title=title,
        description=text.plain(
            next(iter([*said["description"], *said["abstract"]]), ""), keep_lines=True
        ),
        language=next(filter(None, map(text.language_code, said["language"])), ""),
        keywords=text.distinct(text.plain(word, text.KEYWORD) for word in said["subject"]),
        licence=text.plain(licence, text.TITLE),
        licence_code=licence_code,
        urls=text.web_addresses(said["identifier"]),
        media_types=text.distinct(word.lower() for word in said["format"] if "/" in word),
        resource_types=kinds,
        is_publication=publication,
        levels=audience,
        sectors=levels.sectors(audience),
        published=_published(said),
        publisher=next(
            filter(people.is_organisation, map(people.name_only, said["publisher"])), ""
        ),
        authors=text.distinct(_author(name, publication) for name in said["creator"]),
        is_open=True if True in access else (False if False in access else None),
    )


def _fields(element: etree._Element) -> defaultdict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for child in element.iterchildren("*"):
        value = "".join(map(str, child.itertext())).strip()
        if value:
            found[etree.QName(child).localname.lower()].append(value)
    return found


def _access(word: str) -> bool | None:
    return ACCESS.get(word.lower().removeprefix("info:eu-repo/semantics/"))


def _published(said: dict[str, list[str]]) -> str:
    issued = [*said.get("issued", ()), *said.get("date", ())]
    return next(filter(None, map(text.partial_date, issued)), "")


def _author(name: str, publication: bool) -> str:
    return people.author(people.Card(name=people.name_only(name)), publication=publication)
