"""The map of the Netherlands: dots where schools are, made from a register file.

`python -m samenspel.organisations.dutch_map FILE` writes `static/organisations/nederland.svg` anew.
Every dot is a square of 3 km with at least one school, so the country draws itself and no map of
others is needed. Positions are good enough to see where something is, not to measure.
"""

import math
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from samenspel.integrations.duo import SiteRow, open_register

WEST, NORTH = 3.3, 53.56
KM_PER_DEGREE = 111.32
SHRINK = math.cos(math.radians(52.15))
"""A degree of longitude in the middle of the country, as part of a degree of latitude."""
CELL_KM = 3.0
WIDTH, HEIGHT = 92, 106
"""Of the drawing, in cells."""
DRAWING = Path(__file__).parent / "static" / "organisations" / "nederland.svg"


@dataclass(frozen=True)
class Point:
    """A place in the drawing, in cells from the north-west corner."""

    x: float
    y: float


def project(longitude: float, latitude: float) -> Point:
    """Degrees (WGS 84) to a place in the drawing."""
    x = (longitude - WEST) * SHRINK * KM_PER_DEGREE / CELL_KM
    y = (NORTH - latitude) * KM_PER_DEGREE / CELL_KM
    return Point(round(x, 1), round(y, 1))


def dots(points: Iterable[Point]) -> str:
    """One path with a dot in every cell that holds a point; row by row, so that it stays small."""
    cells = sorted({(math.floor(point.y), math.floor(point.x)) for point in points})
    steps = []
    here: tuple[int, int] | None = None
    for y, x in cells:
        steps.append(f"m{x - here[1]} 0h0" if here and here[0] == y else f"M{x}.5 {y}.5h0")
        here = (y, x)
    return "".join(steps)


def drawing(points: Iterable[Point]) -> str:
    """The drawing as a file with the symbol `nederland`, in the colour of the text around it."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<symbol id="nederland" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<path fill="none" stroke="currentColor" stroke-width=".85" stroke-linecap="round" '
        f'd="{dots(points)}"/></symbol></svg>\n'
    )


def main(file: str) -> None:
    """Draw the map from a register file."""
    sites = (row for row in open_register(Path(file)).rows() if isinstance(row, SiteRow))
    points = [
        project(site.longitude, site.latitude)
        for site in sites
        if site.longitude is not None and site.latitude is not None
    ]
    DRAWING.write_text(drawing(points), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
