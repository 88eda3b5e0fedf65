import tracemalloc
from datetime import date

import pytest

from samenspel.integrations.duo import FileRefused, Repeated, RowError, SiteRow, open_register
from samenspel.integrations.duo.places import place_name, province
from samenspel.integrations.duo.rows import sectors_of

from .registers import DUO, GEOCODED, csv, many


@pytest.fixture
def opened(tmp_path):
    def write(content):
        path = tmp_path / "scholen.csv"
        path.write_bytes(content)
        return open_register(path)

    return write


@pytest.fixture
def read(opened):
    return lambda content: list(opened(content).rows())


@pytest.fixture
def refused(opened):
    def open_it(content):
        with pytest.raises(FileRefused) as caught:
            opened(content)
        return caught.value

    return open_it


def test_geocoded_row_becomes_a_site(read):
    assert read(csv(GEOCODED, {})) == [
        SiteRow(
            line=2,
            brin="12AB",
            code="12AB00",
            name="De Zèbra",
            school_type="basisschool",
            sectors=("po",),
            street="Dorpsstraat",
            house_number="12",
            postcode="1234 AB",
            place="Ergensdorp",
            municipality="Ergensdorp",
            province="utrecht",
            denomination="Openbaar",
            education_area="Utrecht en omstreken",
            pupils=120,
            longitude=5.12,
            latitude=52.09,
        )
    ]


def test_duo_row_becomes_a_site(read):
    dates = {"DATUM OPRICHTING": "01-08-1995", "DATUM OPHEFFING": "20240731"}
    assert read(csv(DUO, {}, more=dates)) == [
        SiteRow(
            line=2,
            brin="34CD",
            code="34CD01",
            name="Scholengemeenschap Zuidérhof",
            school_type="VBO/MAVO/HAVO",
            sectors=("vo",),
            street="Laan",
            house_number="5 a",
            postcode="5831 CR",
            place="Bergen op Zoom",
            municipality="Bergen op Zoom",
            province="noord-brabant",
            denomination="Rooms-Katholiek",
            education_area="West-Noord-Brabant",
            website="https://www.zuiderhof.example",
            board_number="40123",
            opened_on=date(1995, 8, 1),
            closed_on=date(2024, 7, 31),
        )
    ]


@pytest.mark.parametrize(
    ("content", "layout", "encoding"),
    [
        (csv(GEOCODED, {}), "geocoded", "utf-8"),
        (b"\xef\xbb\xbf" + csv(GEOCODED, {}), "geocoded", "utf-8"),
        (csv(GEOCODED, {}, delimiter=";"), "geocoded", "utf-8"),
        (csv(DUO, {}), "duo", "windows-1252"),
        (csv(DUO, {}, encoding="utf-8"), "duo", "utf-8"),
        (b"\xef\xbb\xbf" + csv(DUO, {}, encoding="utf-8", delimiter=","), "duo", "utf-8"),
    ],
)
def test_layout_and_encoding_are_recognised(opened, content, layout, encoding):
    file = opened(content)
    assert (file.layout, file.encoding, file.lines) == (layout, encoding, 2)
    assert "è" in next(file.rows()).name or "é" in next(file.rows()).name


def test_older_duo_column_names_are_known(read):
    content = csv(DUO, {}).replace(b"INSTELLINGSCODE", b"BRIN NUMMER")
    (site,) = read(content.replace(b"VESTIGINGSCODE", b"VESTIGINGSNUMMER"))
    assert (site.brin, site.code) == ("34CD", "34CD01")


def test_duo_file_of_primary_schools_has_no_type(read):
    (site,) = read(csv(DUO, {}, without=["ONDERWIJSSTRUCTUUR"]))
    assert (site.school_type, site.sectors) == ("basisschool", ("po",))


def test_duo_file_of_vocational_education_has_no_sites(read):
    content = csv(
        DUO,
        {},
        without=["VESTIGINGSCODE", "ONDERWIJSSTRUCTUUR"],
        more={"MBO INSTELLINGSSOORT - NAAM": "Regionaal Opleidingencentrum"},
    )
    (site,) = read(content.replace(b"VESTIGINGSNAAM", b"INSTELLINGSNAAM"))
    assert (site.code, site.sectors) == ("34CD00", ("mbo",))


@pytest.mark.parametrize(
    ("changes", "code", "field", "value"),
    [
        ({"brin_nummer": "1AB"}, "brin", "brin_nummer", "1AB"),
        ({"brin_nummer": "12AB00"}, "brin", "brin_nummer", "12AB00"),
        ({"brin_nummer": ""}, "required", "brin_nummer", ""),
        ({"vestigingscode": "12AB"}, "code", "vestigingscode", "12AB"),
        ({"vestigingscode": "99ZZ00"}, "code_brin", "vestigingscode", "99ZZ00"),
        ({"naam": ""}, "required", "naam", ""),
        ({"naam": "x" * 201}, "too_long", "naam", "x" * 80),
        ({"naam": "De\x00Zebra"}, "control", "naam", r"De\x00Zebra"),
        ({"postcode": "1234"}, "postcode", "postcode", "1234"),
        ({"postcode": "0234AB"}, "postcode", "postcode", "0234AB"),
        ({"plaats": ""}, "required", "plaats", ""),
        ({"provincie": "Bonaire"}, "province", "provincie", "Bonaire"),
        ({"type": "rijschool"}, "type", "type", "rijschool"),
        ({"type": ""}, "required", "type", ""),
        ({"leerlingen": "veel"}, "pupils", "leerlingen", "veel"),
        ({"leerlingen": "-5"}, "pupils", "leerlingen", "-5"),
        ({"leerlingen": "999999"}, "pupils", "leerlingen", "999999"),
        ({"lon": "x"}, "coordinates", "lon", "x"),
        ({"lat": ""}, "coordinates", "lat", ""),
        ({"lon": "nan"}, "outside", "lon", "nan 52.09"),
        ({"lon": "52.09", "lat": "5.12"}, "outside", "lon", "52.09 5.12"),
    ],
)
def test_bad_cell_is_reported_with_column_and_value(read, changes, code, field, value):
    assert read(csv(GEOCODED, changes)) == [RowError(2, field, value, code)]


def test_bad_date_is_reported(read):
    (found,) = read(csv(DUO, {}, more={"DATUM OPHEFFING": "31-02-2024"}))
    assert (found.field, found.code) == ("DATUM OPHEFFING", "date")


def test_everything_wrong_with_a_row_is_reported(read):
    found = read(csv(GEOCODED, {"postcode": "x", "leerlingen": "veel", "provincie": "x"}))
    assert {error.code for error in found} == {"postcode", "pupils", "province"}


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('12AB,12AB00,"De Zebra', "quote"),
        ("12AB,12AB00,De Zebra", "columns"),
        ("a," * 20_000, "line_too_long"),
    ],
)
def test_broken_line_costs_only_itself(read, line, code):
    first, second = many(2)
    found = read(csv(GEOCODED, first, line, second))
    assert [(type(row), row.line) for row in found] == [
        (SiteRow, 2),
        (RowError, 3),
        (SiteRow, 4),
    ]
    assert found[1].code == code


def test_only_row_4999_of_5000_is_broken(read):
    rows = many(5_000)
    rows[4_997] = "kapot"
    found = read(csv(GEOCODED, *rows))
    assert len(found) == 5_000
    assert [row for row in found if not isinstance(row, SiteRow)] == [
        RowError(4_999, "", "1 / 15", "columns")
    ]


def test_empty_lines_and_empty_last_columns_are_no_problem(read):
    content = csv(GEOCODED, {}).replace(b"52.09\r\n", b"52.09,,\r\n\r\n\r\n")
    assert [type(row) for row in read(content)] == [SiteRow]


def test_same_site_with_other_data_is_refused_with_both_lines(read):
    found = read(csv(GEOCODED, {}, *many(1), {"naam": "De Olifant"}))
    assert found[2] == RowError(4, "vestigingscode", "12AB00", "duplicate", other_line=2)


def test_same_site_at_another_entrance_is_joined(read):
    found = read(csv(GEOCODED, {}, {}, {"huisnummer": "14", "lon": "5.13", "lat": "52.1"}))
    assert [type(row) for row in found] == [SiteRow, Repeated, Repeated]
    assert found[2] == Repeated(4, "12AB00", other_line=2)


def test_site_after_a_broken_row_for_the_same_site_is_read(read):
    found = read(csv(GEOCODED, {"postcode": "x"}, {}))
    assert [type(row) for row in found] == [RowError, SiteRow]


def test_pupils_may_be_unknown(read):
    found = read(csv(GEOCODED, {"leerlingen": ""}))
    assert found[0].pupils is None


def test_place_on_the_map_may_be_unknown(read):
    (found,) = read(csv(GEOCODED, {"lon": "", "lat": ""}))
    assert (found.longitude, found.latitude) == (None, None)


def test_address_of_a_website_that_is_none_is_left_out(read):
    (found,) = read(csv(DUO, {"INTERNETADRES": "javascript:alert(1)"}))
    assert found.website == ""


def test_file_in_another_encoding_is_refused_with_what_was_tried(refused):
    found = refused(csv(GEOCODED, *many(1), {}, encoding="windows-1252"))
    assert (found.code, found.values) == (
        "encoding",
        {"tried": ("utf-8",), "line": 3, "likely": "windows-1252"},
    )


def test_file_in_utf_16_is_refused(refused):
    found = refused(csv(GEOCODED, {}, encoding="utf-16"))
    assert (found.code, found.values["likely"]) == ("encoding", "utf-16")


def test_one_damaged_line_in_a_utf_8_file_costs_only_itself(read):
    content = csv(GEOCODED, {}, *many(1, naam="Caf@"), {"vestigingscode": "12AB01"})
    found = read(content.replace(b"@", b"\xe9"))
    assert [(type(row), row.line) for row in found] == [(SiteRow, 2), (RowError, 3), (SiteRow, 4)]
    assert found[1].code == "encoding"


@pytest.mark.parametrize(("kind", "name"), [(GEOCODED, "leerlingen"), (DUO, "POSTCODE")])
def test_missing_column_is_named(refused, kind, name):
    found = refused(csv(kind, {}, without=[name]))
    assert (found.code, found.values["columns"]) == ("missing_column", (name,))


def test_file_with_other_columns_is_refused(refused):
    found = refused(b"naam;bedrag;datum\r\nJan;12;2024\r\n")
    assert (found.code, found.values) == (
        "unknown_layout",
        {"columns": ("naam", "bedrag", "datum")},
    )


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\r\n\r\n", "empty"),
        (csv(GEOCODED), "no_rows"),
        (b"PK\x03\x04 zip", "not_text"),
        (b"%PDF-1.7", "not_text"),
        (b"<!DOCTYPE html>", "not_text"),
        (b"\x00\x01\x02", "encoding"),
        (b"x" * 100_000, "unknown_layout"),
        (csv(GEOCODED) + b"x\n" * 200_001, "too_many_rows"),
    ],
)
def test_file_that_is_no_register_is_refused(refused, content, code):
    assert refused(content).code == code


def test_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(FileRefused, match="unreadable"):
        open_register(tmp_path / "weg.csv")


def test_memory_stays_small_with_one_endless_line(opened):
    content = csv(GEOCODED, {}) + b"x" * 20_000_000
    file = opened(content)
    del content
    tracemalloc.start()
    found = [type(row) for row in file.rows()]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found == [SiteRow, RowError]
    assert peak < 1_000_000


@pytest.mark.parametrize(
    ("school_type", "sectors"),
    [
        ("basisschool", ("po",)),
        ("SBAO", ("po",)),
        ("SO", ("po",)),
        ("VSO", ("vo",)),
        ("(V)SO", ("po", "vo")),
        ("VBO/MAVO/HAVO/VWO/PRO", ("vo",)),
        ("BRUGJAAR", ("vo",)),
        ("Voortgezet speciaal onderwijs", ("vo",)),
        ("Speciaal basisonderwijs", ("po",)),
        ("ROC", ("mbo",)),
        ("rijschool", ()),
    ],
)
def test_sectors_of_a_type(school_type, sectors):
    assert sectors_of(school_type) == sectors


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("BERGEN OP ZOOM", "Bergen op Zoom"),
        ("S GRAVENHAGE", "'s-Gravenhage"),
        ("'S-HERTOGENBOSCH", "'s-Hertogenbosch"),
        ("'T HARDE", "'t Harde"),
        ("DE BILT", "De Bilt"),
        ("IJSSELSTEIN", "IJsselstein"),
        ("CAPELLE AAN DEN IJSSEL", "Capelle aan den IJssel"),
        ("HENDRIK-IDO-AMBACHT", "Hendrik-Ido-Ambacht"),
        ("BERGEN NH", "Bergen (NH)"),
        ("SUDWEST-FRYSLAN", "Súdwest-Fryslân"),
        ("Ergensdorp", "Ergensdorp"),
        ("", ""),
    ],
)
def test_place_names_are_written_as_they_are(said, written):
    assert place_name(said) == written


def test_municipality_takes_the_spelling_of_its_city():
    assert place_name("S GRAVENHAGE", like="'s-Gravenhage") == "'s-Gravenhage"


@pytest.mark.parametrize(
    ("said", "value"),
    [("Friesland", "fryslan"), ("Fryslân", "fryslan"), ("Noord-Holland", "noord-holland")],
)
def test_province(said, value):
    assert province(said) == value
