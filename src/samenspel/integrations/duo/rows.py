"""One row of a register file, checked field by field."""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

from stdnum.exceptions import ValidationError
from stdnum.nl import brin as brin_number
from stdnum.nl import postcode as postal_code

from samenspel.integrations.duo.layouts import Columns
from samenspel.integrations.duo.places import place_name, province
from samenspel.integrations.duo.values import RowError, SiteRow

WEST, EAST, SOUTH, NORTH = 3.2, 7.3, 50.7, 53.6
MOST_PUPILS = 50_000
SHOWN = 80
LENGTHS = {
    "name": 200,
    "school_type": 80,
    "denomination": 80,
    "education_area": 80,
    "street": 170,
    "house_number": 29,
    "place": 100,
    "municipality": 100,
    "board_name": 200,
    "board_number": 20,
}
PRIMARY_FILE_TYPE = "basisschool"
"""DUO's file of primary schools has no type column."""

_SECTORS = {
    "po": {"basisschool", "basisonderwijs", "bo", "bao", "sbo", "sbao", "so", "s(b)o"}
    | {"speciaal", "primair"},
    "vo": {"vbo", "vmbo", "mavo", "havo", "vwo", "pro", "vso", "brugjaar", "lwoo", "isk"}
    | {"praktijkonderwijs", "voortgezet", "gymnasium", "atheneum"},
    "mbo": {"mbo", "roc", "aoc", "vakinstelling", "vakschool", "beroepscollege"}
    | {"opleidingencentrum", "opleidingscentrum"},
}
_DATES = ("%Y-%m-%d", "%d-%m-%Y", "%Y%m%d", "%d/%m/%Y")


def sectors_of(school_type: str) -> tuple[str, ...]:
    """The sectors of a school type: `(V)SO` is po and vo, `VBO/MAVO` vo; empty when unknown."""
    lowered = school_type.lower()
    if "(v)so" in lowered or "so-vso" in lowered:
        return ("po", "vo")
    if "voortgezet speciaal" in lowered:
        return ("vo",)
    words = set(re.split(r"[\s/,;+-]+", lowered))
    return tuple(sector for sector, known in _SECTORS.items() if words & known)


@dataclass
class _Row:
    """The cells of a row and the problems found so far."""

    columns: Columns
    line: int
    cells: list[str]
    errors: list[RowError] = field(default_factory=list)

    def text(self, name: str) -> str:
        """A cell with white space tidied; empty when the file has no such column."""
        place = self.columns.index.get(name)
        return "" if place is None else " ".join(self.cells[place].split())

    def wrong(self, name: str, code: str, value: str | None = None) -> None:
        """Note a problem of a field."""
        shown = self.text(name) if value is None else value
        column = self.columns.names.get(name, name)
        self.errors.append(RowError(self.line, column, shown[:SHOWN], code))

    def checked(self, name: str, code: str, check: Callable[[str], str]) -> str:
        """A required field that `check` accepts and tidies."""
        value = self.text(name)
        if not value:
            self.wrong(name, "required")
            return ""
        try:
            return check(value)
        except ValidationError:
            self.wrong(name, code)
            return ""


def read_row(columns: Columns, line: int, cells: list[str]) -> SiteRow | list[RowError]:
    """The site of a row, or everything that is wrong with it."""
    while len(cells) > columns.count and not cells[-1].strip():
        cells = cells[:-1]
    if len(cells) != columns.count:
        return [RowError(line, "", f"{len(cells)} / {columns.count}", "columns")]
    row = _Row(columns, line, cells)
    for name, position in columns.index.items():
        if any(ord(character) < 32 and character not in "\t\r\n" for character in cells[position]):
            row.wrong(name, "control", cells[position].encode("unicode_escape").decode())
    for name, longest in LENGTHS.items():
        if len(row.text(name)) > longest:
            row.wrong(name, "too_long")
    brin, code = _codes(row)
    school_type = row.text("school_type") or (
        PRIMARY_FILE_TYPE if "school_type" not in columns.index else ""
    )
    place = place_name(row.text("place"))
    longitude, latitude = _coordinates(row)
    site = SiteRow(
        line=line,
        brin=brin,
        code=code,
        name=row.checked("name", "required", str),
        school_type=school_type,
        sectors=_sectors(row, school_type),
        street=row.text("street"),
        house_number=row.text("house_number"),
        postcode=row.checked("postcode", "postcode", postal_code.validate),
        place=place,
        municipality=place_name(row.text("municipality"), like=place),
        province=_province(row),
        denomination=row.text("denomination"),
        education_area=row.text("education_area"),
        website=_website(row.text("website")),
        board_number=row.text("board_number"),
        board_name=row.text("board_name"),
        pupils=_pupils(row),
        longitude=longitude,
        latitude=latitude,
        opened_on=_date(row, "opened_on"),
        closed_on=_date(row, "closed_on"),
    )
    if not place:
        row.wrong("place", "required")
    return row.errors or site


def _codes(row: _Row) -> tuple[str, str]:
    brin = row.checked("brin", "brin", brin_number.validate)
    if len(brin) == 6:
        row.wrong("brin", "brin")
    if "code" not in row.columns.index:
        return brin, f"{brin}00"
    said = row.text("code")
    if brin and said.isdigit() and len(said) <= 2:
        return brin, f"{brin}{int(said):02}"
    code = row.checked("code", "code", brin_number.validate)
    if code and len(code) != 6:
        row.wrong("code", "code")
    elif brin and code and not code.startswith(brin):
        row.wrong("code", "code_brin")
    return brin, code


def _sectors(row: _Row, school_type: str) -> tuple[str, ...]:
    sectors = ("mbo",) if row.columns.is_vocational and school_type else sectors_of(school_type)
    if not sectors:
        row.wrong("school_type", "type" if school_type else "required")
    return sectors


def _province(row: _Row) -> str:
    found = province(row.text("province"))
    if not found:
        row.wrong("province", "province" if row.text("province") else "required")
    return found


def _pupils(row: _Row) -> int | None:
    said = row.text("pupils").replace(".", "")
    if said in ("", "<5", "-", "x"):
        return None
    if said.isascii() and said.isdigit() and int(said) <= MOST_PUPILS:
        return int(said)
    row.wrong("pupils", "pupils")
    return None


def _coordinates(row: _Row) -> tuple[float | None, float | None]:
    said = [row.text(name).replace(",", ".") for name in ("longitude", "latitude")]
    if not any(said):
        return None, None
    try:
        longitude, latitude = map(float, said)
    except ValueError:
        row.wrong("longitude" if not _is_number(said[0]) else "latitude", "coordinates")
        return None, None
    inside = WEST <= longitude <= EAST and SOUTH <= latitude <= NORTH
    if not inside:
        row.wrong("longitude", "outside", f"{row.text('longitude')} {row.text('latitude')}")
        return None, None
    return longitude, latitude


def _is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False


def _date(row: _Row, name: str) -> date | None:
    said = row.text(name)
    if not said:
        return None
    for form in _DATES:
        try:
            return datetime.strptime(said[:10], form).date()
        except ValueError:
            continue
    row.wrong(name, "date")
    return None


def _website(text: str) -> str:
    if not re.fullmatch(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?", text, re.IGNORECASE):
        return ""
    address = text if "://" in text else f"https://{text}"
    return address if len(address) <= 200 else ""
