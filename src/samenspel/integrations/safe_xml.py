"""XML from others, read as a stream with flat memory.

A document type is refused before it is read: that is where entities that grow without end and
entities that fetch files or addresses are declared, and none of our sources has use for one.
"""

from collections.abc import Iterable, Iterator
from xml.parsers import expat

from lxml import etree

PROLOGUE = 64 * 1024
"""Bytes before the root element."""
PIECE = 2 * 1024 * 1024
"""Bytes from one wanted element to the next, which bounds what is held in memory."""


class BadXml(Exception):
    """The document cannot be read; `code` says why, `line` where (0: unknown).

    Codes: `empty`, `doctype`, `prologue_too_long`, `piece_too_large`, `broken`, `not_oai_pmh`.
    """

    def __init__(self, code: str, line: int = 0, detail: str = "") -> None:
        super().__init__(f"{code} (line {line}) {detail}".strip())
        self.code = code
        self.line = line
        self.detail = detail


def elements(chunks: Iterable[bytes], tags: set[str]) -> Iterator[etree._Element]:
    """The elements with one of `tags` (`{namespace}name`), each complete, in document order.

    An element is emptied after it was given, so take out of it what is needed at once.
    Raises BadXml.
    """
    gate = _Prologue()
    parser = etree.XMLPullParser(
        events=("end",),
        tag=tuple(tags),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    waiting = 0
    try:
        for chunk in chunks:
            for start in range(0, len(chunk), PROLOGUE):
                part = chunk[start : start + PROLOGUE]
                gate.check(part)
                parser.feed(part)
                waiting += len(part)
                for _event, element in parser.read_events():
                    waiting = 0
                    yield element
                    _forget(element)
                if waiting > PIECE:
                    raise BadXml("piece_too_large")
        if not gate.bytes_seen:
            raise BadXml("empty")
        parser.close()
    except etree.XMLSyntaxError as error:
        # An unknown entity is reported in the log only.
        last = None if error.lineno else error.error_log.last_error
        line, detail = (last.line, last.message) if last else (error.lineno, error.msg)
        raise BadXml("broken", line or 0, str(detail)) from error
    for _event, element in parser.read_events():
        yield element


def _forget(element: etree._Element) -> None:
    element.clear()
    parent = element.getparent()
    if parent is not None:
        while element.getprevious() is not None:
            del parent[0]


class _Prologue:
    """Reads along until the root element, only to see whether there is a document type."""

    def __init__(self) -> None:
        self.bytes_seen = 0
        self.done = False
        self.parser = expat.ParserCreate()
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.StartElementHandler = self._root

    def check(self, part: bytes) -> None:
        self.bytes_seen += len(part)
        if self.done:
            return
        try:
            self.parser.Parse(part, False)
        except expat.ExpatError as error:
            if not self.done:
                raise BadXml("broken", error.lineno, expat.ErrorString(error.code)) from error
        if not self.done and self.bytes_seen > PROLOGUE:
            raise BadXml("prologue_too_long", self.parser.CurrentLineNumber)

    def _doctype(self, *_: object) -> None:
        raise BadXml("doctype", self.parser.CurrentLineNumber)

    def _root(self, *_: object) -> None:
        self.done = True
