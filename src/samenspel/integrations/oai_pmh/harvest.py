"""Page after page, until the list ends or the source shows that it never will."""

import contextlib
import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlencode

from samenspel.integrations import fetch, safe_xml
from samenspel.integrations.oai_pmh import responses
from samenspel.integrations.oai_pmh.values import (
    Event,
    Harvested,
    HarvestStopped,
    Page,
    Refused,
)

BUSY = (429, 503)
TRIES = 3
LONGEST_PAUSE = 60


@dataclass(frozen=True)
class Source:
    """A server to harvest: its base address, the metadata format and optionally one set."""

    url: str
    prefix: str = "oai_dc"
    set_spec: str = ""
    allow_private: bool = False


@dataclass(frozen=True)
class Bounds:
    """Where a harvest stops by itself: pages, seconds, empty pages in a row, and each request."""

    pages: int = 50_000
    seconds: float = 12 * 3600
    empty_pages: int = 10
    request: fetch.Limits = field(default_factory=fetch.Limits)


@dataclass
class _Counts:
    harvested: int = 0
    deleted: int = 0
    refused: int = 0
    digest: str = ""


def harvest(
    source: Source,
    *,
    since: date | datetime | None = None,
    until: date | datetime | None = None,
    token: str = "",
    bounds: Bounds | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Event]:
    """Everything that the source lists, changed from `since` until `until` (both inclusive).

    With `token` it goes on where an earlier harvest was interrupted. A busy server (503) is asked
    again a few times. Raises HarvestStopped.
    """
    bounds = bounds or Bounds()
    started = time.monotonic()
    tokens: set[str] = {token} - {""}
    pages: set[str] = set()
    empty = 0
    for number in range(1, bounds.pages + 1):
        stop = partial(HarvestStopped, page=number, token=token, name=source.url)
        response = responses.Response(source.url, source.prefix, source.set_spec)
        counts = _Counts()
        try:
            with _opened(_address(source, since, until, token), source, bounds, sleep) as answer:
                yield from _counted(responses.read(answer.chunks, response), counts)
        except fetch.FetchError as error:
            raise stop(error.code, detail=error.reason) from error
        except safe_xml.BadXml as error:
            raise stop(error.code, detail=error.detail, line=error.line) from error
        except responses.ServerError as error:
            code = "token_refused" if error.code == "badResumptionToken" else "server_error"
            raise stop(code, detail=str(error)) from error
        empty = 0 if counts.digest else empty + 1
        if counts.digest and counts.digest in pages:
            raise stop("repeating_page")
        if response.token in tokens:
            raise stop("repeating_token")
        pages.add(counts.digest)
        tokens.add(response.token)
        yield _page(number, counts, response, source.url)
        token = response.token
        if not token:
            return
        if empty >= bounds.empty_pages:
            raise stop("empty_pages")
        if time.monotonic() - started > bounds.seconds:
            raise stop("too_long")
    raise HarvestStopped("too_many_pages", page=bounds.pages, token=token, name=source.url)


def read_files(paths: Iterable[Path]) -> Iterator[Event]:
    """The responses kept in files, in the order given; a folder gives its `.xml` files by name.

    The token of the last page tells whether more followed at the source. Raises HarvestStopped.
    """
    known = responses.Response()
    for number, path in enumerate(_files(paths), start=1):
        response = replace(known, date=None, token="", list_size=None)
        counts = _Counts()
        stop = partial(HarvestStopped, page=number, name=path.name)
        try:
            with path.open("rb") as file:
                yield from _counted(responses.read(_chunks(file), response), counts)
        except OSError as error:
            raise stop("unreadable", detail=error.strerror or "") from error
        except safe_xml.BadXml as error:
            raise stop(error.code, detail=error.detail, line=error.line) from error
        except responses.ServerError as error:
            raise stop("server_error", detail=str(error)) from error
        yield _page(number, counts, response, path.name)
        known = response


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(path.glob("*.xml")) if path.is_dir() else [path]


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    return iter(partial(file.read, fetch.CHUNK), b"")


def _counted(
    events: Iterator[Harvested | Refused], counts: _Counts
) -> Iterator[Harvested | Refused]:
    digest = hashlib.sha256()
    for event in events:
        if isinstance(event, Refused):
            counts.refused += 1
            digest.update(f"{event.identifier} {event.code}\n".encode())
        else:
            counts.harvested += not event.deleted
            counts.deleted += event.deleted
            where = event.provenance
            digest.update(f"{where.identifier} {where.datestamp}\n".encode())
        counts.digest = digest.hexdigest()
        yield event


def _page(number: int, counts: _Counts, response: responses.Response, name: str) -> Page:
    return Page(
        number=number,
        harvested=counts.harvested,
        deleted=counts.deleted,
        refused=counts.refused,
        token=response.token,
        response_date=response.date,
        list_size=response.list_size,
        name=name,
    )


def _address(
    source: Source, since: date | datetime | None, until: date | datetime | None, token: str
) -> str:
    query = {"verb": "ListRecords"}
    if token:
        query["resumptionToken"] = token
    else:
        query["metadataPrefix"] = source.prefix
        wanted = {"set": source.set_spec, "from": _stamp(since), "until": _stamp(until)}
        query |= {name: value for name, value in wanted.items() if value}
    return source.url + ("&" if "?" in source.url else "?") + urlencode(query)


def _stamp(moment: date | datetime | None) -> str:
    """A day stays a day: some servers know no finer steps."""
    if isinstance(moment, datetime):
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return aware.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return moment.isoformat() if moment else ""


@contextlib.contextmanager
def _opened(
    url: str, source: Source, bounds: Bounds, sleep: Callable[[float], None]
) -> Iterator[fetch.Response]:
    """`fetch.open_url`, asked again when the server says that it is busy."""
    with contextlib.ExitStack() as opened:
        for tries_left in reversed(range(TRIES)):
            try:
                answer = opened.enter_context(
                    fetch.open_url(url, limits=bounds.request, allow_private=source.allow_private)
                )
                break
            except fetch.BadAnswer as error:
                if error.status not in BUSY or not tries_left:
                    raise
                sleep(min(error.retry_after or 5, LONGEST_PAUSE))
        yield answer
