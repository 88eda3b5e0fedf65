"""What a register file gives."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class SiteRow:
    """One school site (vestiging). Empty text and None: the file does not say.

    `code` is the vestigingscode, the BRIN and two digits. `province` is a value of our regions,
    `sectors` hold `po`, `vo`, `mbo`. `longitude` and `latitude` are degrees (WGS 84).
    """

    line: int
    brin: str
    code: str
    name: str
    school_type: str
    sectors: tuple[str, ...]
    street: str
    house_number: str
    postcode: str
    place: str
    municipality: str
    province: str
    denomination: str = ""
    education_area: str = ""
    website: str = ""
    board_number: str = ""
    board_name: str = ""
    pupils: int | None = None
    longitude: float | None = None
    latitude: float | None = None
    opened_on: date | None = None
    closed_on: date | None = None


@dataclass(frozen=True)
class RowError:
    """One problem of a row that is left out. `field` is the column's name in the file.

    Codes: `line_too_long`, `encoding`, `control`, `quote`, `columns`, `required`, `too_long`,
    `brin`, `code`, `code_brin`, `postcode`, `province`, `type`, `pupils`, `coordinates`,
    `outside`, `date`, `duplicate` (with the line of the first row in `other_line`).
    """

    line: int
    field: str
    value: str
    code: str
    other_line: int | None = None


@dataclass(frozen=True)
class Repeated:
    """A second row for a site that differs only in house number or place on the map.

    Geocoding gives one school several rows when its address has several entrances. The first row
    counts.
    """

    line: int
    code: str
    other_line: int


class FileRefused(Exception):
    """The file as a whole cannot be used.

    Codes with their values: `unreadable` (reason), `empty`, `no_rows`, `too_large` (megabytes),
    `too_many_rows` (rows), `not_text` (kind), `encoding` (tried, line, likely),
    `unknown_layout` (columns), `missing_column` (columns, layout).
    """

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(f"{code}: {values}")
        self.code = code
        self.values = values
