"""What a register file would change: rows and what is stored in, a plan out. No database."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from samenspel.integrations.duo import Repeated, RowError, SiteRow

SAFE_SHARE = 0.1
"""The part of the open sites that may close because a file does not name them any more."""
FEW = 5
"""So many may always close: in a small register one site is a large part."""

FIELDS = (
    "name",
    "street",
    "postcode",
    "place",
    "municipality",
    "region",
    "sectors",
    "website",
    "longitude",
    "latitude",
    "closed_on",
    "school_type",
    "denomination",
    "education_area",
    "pupils",
    "opened_on",
    "board_number",
)
"""What the register keeps of a site, by our names, in the order shown."""
KEPT_WHEN_FILLED = {"website"}
"""What the school may have corrected itself: the register only fills it when it is empty."""


@dataclass(frozen=True)
class FieldChange:
    """One field: what it was and what it becomes."""

    field: str
    old: Any
    new: Any


@dataclass(frozen=True)
class SiteChange:
    """One stored site with the fields that change."""

    code: str
    name: str
    pk: int
    changes: tuple[FieldChange, ...]

    @property
    def closes(self) -> bool:
        """Whether the site was open and closes."""
        return any(change.field == "closed_on" and change.new for change in self.changes)


@dataclass
class Plan:
    """Everything that the file brings, and how much of it cannot be used."""

    rows: int = 0
    new: list[SiteRow] = field(default_factory=list)
    changed: list[SiteChange] = field(default_factory=list)
    unchanged: int = 0
    missing: list[SiteChange] = field(default_factory=list)
    open_before: int = 0
    errors: list[RowError] = field(default_factory=list)
    repeated: list[Repeated] = field(default_factory=list)
    board_names: dict[str, str] = field(default_factory=dict)

    @property
    def refused(self) -> int:
        """The number of rows that are left out."""
        return len({error.line for error in self.errors})

    @property
    def may_close_missing(self) -> bool:
        """Whether a site that the file does not name may be taken as closed.

        Not when rows were refused (it may be one of those), nor when more would close than a
        register ever loses at once (the file is then probably not complete).
        """
        return not self.errors and len(self.missing) <= max(FEW, SAFE_SHARE * self.open_before)


def values_of(row: SiteRow) -> dict[str, Any]:
    """The row by our field names; what the file does not say is None or empty."""
    return {
        "name": row.name,
        "street": f"{row.street} {row.house_number}".strip(),
        "postcode": row.postcode,
        "place": row.place,
        "municipality": row.municipality,
        "region": row.province,
        "sectors": list(row.sectors),
        "website": row.website,
        "longitude": row.longitude,
        "latitude": row.latitude,
        "closed_on": row.closed_on,
        "school_type": row.school_type,
        "denomination": row.denomination,
        "education_area": row.education_area,
        "pupils": row.pupils,
        "opened_on": row.opened_on,
        "board_number": row.board_number,
    }


def plan(
    rows: Iterable[SiteRow | RowError | Repeated],
    stored: Mapping[str, Mapping[str, Any]],
    *,
    on: date,
) -> Plan:
    """Compare the rows of a file that was right `on` a day with what is stored, by site code.

    `stored` holds for each code the FIELDS, `pk` and `is_demo`. A site in the file without a
    closing day is open, so one that had closed before `on` opens again. `missing` are the open
    sites of the file's own sectors that it does not name; whether they close is not decided here.
    """
    found = Plan()
    lines: set[int] = set()
    named: set[str] = set()
    sectors: set[str] = set()
    for row in rows:
        lines.add(row.line)
        if isinstance(row, RowError):
            found.errors.append(row)
        elif isinstance(row, Repeated):
            found.repeated.append(row)
        else:
            named.add(row.code)
            sectors.update(row.sectors)
            if row.board_number and row.board_name:
                found.board_names[row.board_number] = row.board_name
            _compare(found, row, stored.get(row.code), on)
    found.rows = len(lines)
    comparable = {
        code: site
        for code, site in stored.items()
        if not site["is_demo"] and not site["closed_on"] and set(site["sectors"]) & sectors
    }
    found.open_before = len(comparable)
    found.missing = [
        SiteChange(code, site["name"], site["pk"], (FieldChange("closed_on", None, on),))
        for code, site in comparable.items()
        if code not in named
    ]
    return found


def _compare(found: Plan, row: SiteRow, site: Mapping[str, Any] | None, on: date) -> None:
    if site is None:
        found.new.append(row)
        return
    changes = tuple(_changes(values_of(row), site, on))
    if changes:
        found.changed.append(SiteChange(row.code, row.name, site["pk"], changes))
    else:
        found.unchanged += 1


def _changes(said: dict[str, Any], site: Mapping[str, Any], on: date) -> Iterable[FieldChange]:
    for name in FIELDS:
        old, new = site[name], said[name]
        if name == "closed_on":
            reopens = new is None and old is not None and old <= on
            if reopens or (new is not None and new != old):
                yield FieldChange(name, old, new)
        elif new in (None, "", []) or new == old or (name in KEPT_WHEN_FILLED and old):
            continue
        else:
            yield FieldChange(name, old, new)
