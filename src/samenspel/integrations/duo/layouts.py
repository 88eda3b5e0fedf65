"""The layouts that we know, told apart by their header."""

from collections.abc import Mapping
from dataclasses import dataclass

from samenspel.integrations.duo.values import FileRefused


@dataclass(frozen=True)
class Layout:
    """A kind of file: the names its columns may have per field, and which fields must be there.

    Names are compared in capitals, with `_` and `-` as spaces. `encodings` are tried in order.
    """

    name: str
    encodings: tuple[str, ...]
    columns: Mapping[str, tuple[str, ...]]
    required: tuple[str, ...]


GEOCODED = Layout(
    name="geocoded",
    encodings=("utf-8",),
    columns={
        "brin": ("brin_nummer",),
        "code": ("vestigingscode",),
        "name": ("naam",),
        "school_type": ("type",),
        "denomination": ("denominatie",),
        "street": ("straat",),
        "house_number": ("huisnummer",),
        "postcode": ("postcode",),
        "place": ("plaats",),
        "municipality": ("gemeente",),
        "province": ("provincie",),
        "education_area": ("onderwijsgebied",),
        "pupils": ("leerlingen",),
        "longitude": ("lon",),
        "latitude": ("lat",),
    },
    required=(
        *("brin", "code", "name", "school_type", "denomination", "street", "house_number"),
        *("postcode", "place", "municipality", "province", "education_area", "pupils"),
        *("longitude", "latitude"),
    ),
)
"""One row a site with its place on the map; comma, UTF-8."""

DUO = Layout(
    name="duo",
    encodings=("utf-8", "windows-1252"),
    columns={
        "brin": ("BRIN NUMMER", "BRINNUMMER", "INSTELLINGSCODE"),
        "code": ("VESTIGINGSCODE", "VESTIGINGSNUMMER"),
        "name": ("VESTIGINGSNAAM", "INSTELLINGSNAAM VESTIGING", "INSTELLINGSNAAM"),
        "school_type": (
            "ONDERWIJSSTRUCTUUR",
            "SOORT PRIMAIR ONDERWIJS",
            "ONDERWIJSTYPE",
            "MBO INSTELLINGSSOORT - NAAM",
            "MBO INSTELLINGSSOORT NAAM",
            "MBO INSTELLINGSSOORT - CODE",
        ),
        "denomination": ("DENOMINATIE",),
        "street": ("STRAATNAAM",),
        "house_number": ("HUISNUMMER-TOEVOEGING",),
        "postcode": ("POSTCODE",),
        "place": ("PLAATSNAAM",),
        "municipality": ("GEMEENTENAAM",),
        "province": ("PROVINCIE",),
        "education_area": ("ONDERWIJSGEBIED NAAM",),
        "website": ("INTERNETADRES",),
        "board_number": ("BEVOEGD GEZAG NUMMER",),
        "board_name": ("BEVOEGD GEZAG NAAM",),
        "pupils": ("AANTAL LEERLINGEN",),
        "opened_on": ("DATUM OPRICHTING", "OPRICHTINGSDATUM", "BEGINDATUM"),
        "closed_on": ("DATUM OPHEFFING", "OPHEFFINGSDATUM", "EINDDATUM"),
    },
    required=(
        *("brin", "name", "denomination", "street", "house_number", "postcode", "place"),
        *("municipality", "province", "board_number"),
    ),
)
"""DUO's address files of primary, special, secondary and vocational education; semicolon.

The file of primary schools has no column for the type, the one of vocational education has no
column for the site.
"""

LAYOUTS = (GEOCODED, DUO)
FEWEST = 4
"""Columns that a header shares with a layout before we call it a file of that kind."""


@dataclass(frozen=True)
class Columns:
    """Where each field stands in a row, and the column's name in the file."""

    layout: Layout
    count: int
    index: Mapping[str, int]
    names: Mapping[str, str]

    @property
    def is_vocational(self) -> bool:
        """Whether the type column is the one of the vocational file."""
        return _compared(self.names.get("school_type", "")).startswith("MBO")


def recognise(header: list[str]) -> Columns:
    """Which layout a header belongs to. Raises FileRefused (`unknown_layout`, `missing_column`)."""
    where = {_compared(name): position for position, name in reversed(list(enumerate(header)))}
    found = [
        (layout, {field: _find(where, names) for field, names in layout.columns.items()})
        for layout in LAYOUTS
    ]
    layout, places = max(
        found, key=lambda pair: sum(place is not None for place in pair[1].values())
    )
    index = {field: place for field, place in places.items() if place is not None}
    if len(index) < FEWEST:
        raise FileRefused("unknown_layout", columns=tuple(header[:40]))
    missing = tuple(layout.columns[field][0] for field in layout.required if field not in index)
    if missing:
        raise FileRefused("missing_column", columns=missing, layout=layout.name)
    names = {field: header[place].strip() for field, place in index.items()}
    return Columns(layout, len(header), index, names)


def _find(where: Mapping[str, int], names: tuple[str, ...]) -> int | None:
    return next((where[_compared(name)] for name in names if _compared(name) in where), None)


def _compared(name: str) -> str:
    return " ".join(name.upper().replace("_", " ").replace("-", " ").split())
