"""One OAI-PMH response into records."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from lxml import etree

from samenspel.integrations import dublin_core, nl_lom, safe_xml
from samenspel.integrations.oai_pmh.values import Harvested, Origin, Provenance, Refused
from samenspel.integrations.records import BadMetadata

OAI = "{http://www.openarchives.org/OAI/2.0/}"
TAGS = {
    f"{OAI}{name}" for name in ("responseDate", "request", "error", "record", "resumptionToken")
}
READERS = {
    "lom": nl_lom.read,
    "dc": dublin_core.read,
    "qualifieddc": dublin_core.read,
    "qdc": dublin_core.read,
}
IDENTIFIER = 500


class ServerError(Exception):
    """The server answered with an OAI-PMH error; `code` is the protocol's."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail


@dataclass
class Response:
    """What is known of a response while it is read; complete after `read` has ended.

    `base_url`, `prefix` and `set_spec` may be given beforehand: the answer to a resumption token
    does not repeat them.
    """

    base_url: str = ""
    prefix: str = ""
    set_spec: str = ""
    date: datetime | None = None
    token: str = ""
    list_size: int | None = None
    seen: bool = field(default=False, init=False)


def read(chunks: Iterable[bytes], response: Response) -> Iterator[Harvested | Refused]:
    """The records of a response; fills `response` on the way.

    Raises `safe_xml.BadXml` (also `not_oai_pmh`) and ServerError. An answer that no record
    matches is an empty list.
    """
    for element in safe_xml.elements(chunks, TAGS):
        response.seen = True
        match etree.QName(element).localname:
            case "record":
                yield _record(element, response)
            case "responseDate":
                response.date = moment(_text(element))
            case "request":
                response.base_url = response.base_url or _text(element)
                response.prefix = element.get("metadataPrefix") or response.prefix
                response.set_spec = element.get("set") or response.set_spec
            case "resumptionToken":
                response.token = _text(element)
                size = element.get("completeListSize", "")
                response.list_size = int(size) if size.isdigit() and len(size) < 12 else None
            case "error":
                code = element.get("code", "")
                if code != "noRecordsMatch":
                    raise ServerError(code, _text(element)[:300])
    if not response.seen:
        raise safe_xml.BadXml("not_oai_pmh")


def _record(element: etree._Element, response: Response) -> Harvested | Refused:
    line = int(element.sourceline or 0)
    header = element.find(f"{OAI}header")
    identifier = _text(header.find(f"{OAI}identifier")) if header is not None else ""
    if header is None or not identifier or len(identifier) > IDENTIFIER:
        return Refused(line, identifier[:IDENTIFIER], "no_identifier")
    provenance = Provenance(
        base_url=response.base_url,
        identifier=identifier,
        prefix=response.prefix,
        set_spec=response.set_spec,
        sets=tuple(_text(found) for found in header.findall(f"{OAI}setSpec")),
        datestamp=moment(_text(header.find(f"{OAI}datestamp"))),
        origins=tuple(_origins(element)),
    )
    if header.get("status") == "deleted":
        return Harvested(provenance, None)
    metadata = element.find(f"{OAI}metadata")
    inner = next(metadata.iterchildren("*"), None) if metadata is not None else None
    if inner is None:
        return Refused(line, identifier, "no_metadata")
    name = str(etree.QName(inner).localname).lower()
    if name not in READERS:
        return Refused(line, identifier, "unknown_format", name[:60])
    try:
        return Harvested(provenance, READERS[name](inner))
    except BadMetadata as error:
        return Refused(line, identifier, error.code, error.detail)


def _origins(element: etree._Element) -> Iterator[Origin]:
    for found in element.iterfind(f"{OAI}about//{{*}}originDescription"):
        values = {
            str(etree.QName(child).localname): _text(child) for child in found.iterchildren("*")
        }
        yield Origin(
            base_url=values.get("baseURL", "")[:IDENTIFIER],
            identifier=values.get("identifier", "")[:IDENTIFIER],
            datestamp=values.get("datestamp", "")[:30],
            namespace=values.get("metadataNamespace", "")[:IDENTIFIER],
        )


def _text(element: etree._Element | None) -> str:
    return "" if element is None else " ".join("".join(map(str, element.itertext())).split())


def moment(text: str) -> datetime | None:
    """A datestamp of the protocol, by day or by second, in UTC; None when it is neither."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
