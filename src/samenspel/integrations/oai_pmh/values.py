"""What a harvest gives."""

from dataclasses import dataclass
from datetime import datetime

from samenspel.integrations.records import Record


@dataclass(frozen=True)
class Origin:
    """Where the source itself harvested a record."""

    base_url: str
    identifier: str
    datestamp: str = ""
    namespace: str = ""


@dataclass(frozen=True)
class Provenance:
    """Where a record comes from; `base_url` and `identifier` together name it for good."""

    base_url: str
    identifier: str
    prefix: str = ""
    set_spec: str = ""
    sets: tuple[str, ...] = ()
    datestamp: datetime | None = None
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True)
class Harvested:
    """One record; `record` is None exactly when the source says that it was deleted."""

    provenance: Provenance
    record: Record | None

    @property
    def deleted(self) -> bool:
        """Whether the source took the record back."""
        return self.record is None


@dataclass(frozen=True)
class Refused:
    """One record that cannot be used; the harvest goes on.

    Codes: `no_identifier`, `no_metadata`, `unknown_format`, `no_title`.
    """

    line: int
    identifier: str
    code: str
    detail: str = ""


@dataclass(frozen=True)
class Page:
    """The end of one response. `token` continues after it; empty at the end of the list."""

    number: int
    harvested: int
    deleted: int
    refused: int
    token: str = ""
    response_date: datetime | None = None
    list_size: int | None = None
    name: str = ""


Event = Harvested | Refused | Page


class HarvestStopped(Exception):
    """The source cannot be used (further). What was given before is good.

    `code` is one of `samenspel.integrations.fetch` (`unreachable`, `address_blocked`, …), of
    `safe_xml` (`broken`, `doctype`, …), or `unreadable`, `server_error`, `token_refused`,
    `repeating_token`, `repeating_page`, `empty_pages`, `too_many_pages`, `too_long`.
    `token` is the one to go on from; `line` and `name` tell the place in a file or address.
    """

    def __init__(
        self,
        code: str,
        *,
        page: int,
        detail: str = "",
        line: int = 0,
        token: str = "",
        name: str = "",
    ) -> None:
        super().__init__(f"{code} on page {page}: {detail}")
        self.code = code
        self.page = page
        self.detail = detail
        self.line = line
        self.token = token
        self.name = name
