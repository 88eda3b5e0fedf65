from dataclasses import replace
from datetime import date

import pytest

from samenspel.integrations.duo import Repeated, RowError, SiteRow
from samenspel.organisations.planning import FieldChange, SiteChange, plan, values_of

TODAY = date(2024, 11, 1)
ROW = SiteRow(
    line=2,
    brin="12AB",
    code="12AB00",
    name="De Zebra",
    school_type="basisschool",
    sectors=("po",),
    street="Dorpsstraat",
    house_number="12",
    postcode="1234 AB",
    place="Ergensdorp",
    municipality="Ergensdorp",
    province="utrecht",
    pupils=120,
    longitude=5.12,
    latitude=52.09,
)


def stored(row=ROW, **changes):
    return {row.code: {**values_of(row), "pk": 7, "is_demo": False, **changes}}


def changes(row, site):
    found = plan([row], site, on=TODAY)
    return [change for site in found.changed for change in site.changes]


def test_unknown_site_is_new():
    found = plan([ROW], {}, on=TODAY)
    assert (found.new, found.changed, found.unchanged, found.rows) == ([ROW], [], 0, 1)


def test_same_site_is_unchanged():
    found = plan([ROW], stored(), on=TODAY)
    assert (found.new, found.changed, found.unchanged) == ([], [], 1)


def test_changed_fields_are_told_one_by_one():
    row = replace(ROW, name="De Giraffe", pupils=130)
    assert changes(row, stored()) == [
        FieldChange("name", "De Zebra", "De Giraffe"),
        FieldChange("pupils", 120, 130),
    ]


def test_what_the_file_does_not_say_stays():
    row = replace(ROW, pupils=None, longitude=None, latitude=None, denomination="")
    assert changes(row, stored(denomination="Openbaar")) == []


def test_website_of_the_school_itself_stays():
    row = replace(ROW, website="https://oud.example")
    assert changes(row, stored(website="https://nieuw.example")) == []
    assert changes(row, stored(website="")) == [FieldChange("website", "", "https://oud.example")]


def test_closing_day_in_the_file_closes():
    row = replace(ROW, closed_on=date(2024, 8, 1))
    (site,) = plan([row], stored(), on=TODAY).changed
    assert (site.closes, site.changes) == (True, (FieldChange("closed_on", None, row.closed_on),))


def test_closed_site_in_a_later_file_opens_again():
    closed = date(2024, 8, 1)
    assert changes(ROW, stored(closed_on=closed)) == [FieldChange("closed_on", closed, None)]


def test_site_that_closes_after_the_day_of_the_file_stays_closing():
    assert changes(ROW, stored(closed_on=date(2025, 8, 1))) == []


def other(code, **changes):
    return stored(replace(ROW, code=code, name=f"School {code}"), **changes)


def test_open_site_that_the_file_does_not_name_is_missing():
    found = plan([ROW], stored() | other("12AB01", pk=8), on=TODAY)
    assert found.missing == [
        SiteChange("12AB01", "School 12AB01", 8, (FieldChange("closed_on", None, TODAY),))
    ]


@pytest.mark.parametrize(
    "site", [{"sectors": ["vo"]}, {"closed_on": date(2020, 1, 1)}, {"is_demo": True}]
)
def test_site_outside_the_file_is_not_missing(site):
    assert plan([ROW], stored() | other("12AB01", **site), on=TODAY).missing == []


def test_few_missing_sites_may_close_and_many_may_not():
    sites = {}
    for n in range(10):
        sites |= other(f"12AB{n:02}")
    rows = [replace(ROW, code=f"12AB{n:02}") for n in range(10)]
    assert plan(rows[:5], sites, on=TODAY).may_close_missing
    assert not plan(rows[:4], sites, on=TODAY).may_close_missing


def test_nothing_missing_may_close_when_a_row_was_refused():
    found = plan([ROW, RowError(3, "postcode", "x", "postcode")], stored(), on=TODAY)
    assert not found.may_close_missing


def test_rows_are_counted_once_whatever_is_wrong_with_them():
    errors = [RowError(3, "postcode", "x", "postcode"), RowError(3, "pupils", "x", "pupils")]
    found = plan([ROW, *errors, Repeated(4, "12AB00", 2)], {}, on=TODAY)
    assert (found.rows, found.refused, len(found.repeated)) == (3, 1, 1)


def test_names_of_boards_are_gathered():
    row = replace(ROW, board_number="123", board_name="Stichting Zuid")
    assert plan([row], {}, on=TODAY).board_names == {"123": "Stichting Zuid"}
