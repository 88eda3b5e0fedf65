from xml.etree import ElementTree

import pytest

from samenspel.organisations.dutch_map import DRAWING, HEIGHT, WIDTH, Point, dots, drawing, project


@pytest.mark.parametrize(
    "place",
    [(3.37, 51.37), (7.2, 53.2), (5.9, 50.76), (4.9, 53.47)],
    ids=["south-west", "north-east", "south", "islands"],
)
def test_corners_of_the_country_lie_in_the_drawing(place):
    point = project(*place)
    assert 0 <= point.x < WIDTH
    assert 0 <= point.y < HEIGHT


def test_east_is_right_and_south_is_down():
    utrecht, enschede, maastricht = project(5.1, 52.1), project(6.9, 52.2), project(5.7, 50.85)
    assert enschede.x > utrecht.x
    assert maastricht.y > utrecht.y


def test_points_in_one_cell_are_one_dot():
    points = [Point(1.2, 1.1), Point(1.9, 1.3), Point(4.5, 1), Point(0, 2)]
    assert dots(points) == "M1.5 1.5h0m3 0h0M0.5 2.5h0"


def test_drawing_is_well_formed_and_holds_the_symbol():
    root = ElementTree.fromstring(drawing([Point(1, 1)]))
    assert root[0].get("id") == "nederland"


def test_drawing_that_comes_along_has_the_country_in_it():
    assert DRAWING.read_text().count("h0") > 2_000
