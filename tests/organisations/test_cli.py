import pytest
from click.testing import CliRunner
from integrations.registers import DUO, GEOCODED, csv, many

from samenspel.organisations.cli import import_schools
from samenspel.organisations.models import Organisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(tmp_path):
    def run_it(content, *options):
        path = tmp_path / "scholen-2024-11.csv"
        path.write_bytes(content)
        found = CliRunner().invoke(import_schools, [str(path), *options])
        return found.exit_code, found.output

    return run_it


def test_import_shows_and_writes(run):
    code, output = run(csv(GEOCODED, *many(2)))
    assert (code, Organisation.objects.count()) == (0, 2)
    assert "2 nieuw" in output
    assert "Verwerkt" in output


def test_dry_run_shows_and_writes_nothing(run):
    code, output = run(csv(GEOCODED, *many(2)), "--dry-run")
    assert (code, Organisation.objects.count()) == (0, 0)
    assert "2 nieuw" in output


def test_refused_row_is_told_with_line_column_and_remedy(run):
    code, output = run(csv(GEOCODED, *many(1), {"postcode": "12"}))
    assert (code, Organisation.objects.count()) == (1, 0)
    assert "regel 3: kolom postcode: “12” is geen postcode" in output
    assert "zoals 1234 AB" in output
    assert "--only-valid" in output


def test_only_row_4999_is_told(run):
    rows = many(5_000)
    rows[4_997] = "kapot"
    code, output = run(csv(GEOCODED, *rows), "--only-valid")
    assert (code, Organisation.objects.count()) == (1, 4_999)
    assert [line for line in output.splitlines() if line.startswith("  regel")] == [
        "  regel 4999: het aantal kolommen klopt niet (1 / 15). "
        "Kijk of er een scheidingsteken te veel of te weinig staat."
    ]


def test_two_rows_for_one_site_are_told_with_both_lines(run):
    _, output = run(csv(GEOCODED, {}, {"naam": "De Olifant"}))
    assert "regel 3" in output
    assert "vestiging 12AB00 staat ook op regel 2" in output


def test_changes_are_told_field_by_field(run):
    run(csv(GEOCODED, {}))
    _, output = run(csv(GEOCODED, {"leerlingen": "130"}))
    assert "12AB00 De Zèbra: leerlingen: 120 → 130" in output


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (csv(GEOCODED, {}, encoding="windows-1252"), "Geprobeerd: utf-8"),
        (csv(DUO, {}, without=["POSTCODE"]), "ontbreekt een kolom: POSTCODE"),
        (b"a;b\n1;2\n", "kolommen van dit bestand zijn niet bekend: a, b"),
        (b"", "Het bestand is leeg"),
        (b"PK\x03\x04", "soort Excel"),
    ],
)
def test_file_that_is_refused_is_told_with_a_remedy(run, content, words):
    code, output = run(content)
    assert code == 2
    assert words in output


def test_missing_column_names_the_layouts_that_we_know(run):
    _, output = run(csv(GEOCODED, {}, without=["leerlingen"]))
    assert "BEVOEGD GEZAG NUMMER" in output
    assert "brin_nummer" in output


def test_closing_too_many_is_refused(run):
    run(csv(GEOCODED, *many(20)))
    code, output = run(csv(GEOCODED, *many(2)), "--close-missing")
    assert (code, Organisation.objects.open().count()) == (2, 20)
    assert "18 van de 20" in output


def test_closing_with_refused_rows_is_refused(run):
    run(csv(GEOCODED, *many(3)))
    code, output = run(csv(GEOCODED, *many(2), "kapot"), "--close-missing", "--only-valid")
    assert (code, Organisation.objects.open().count()) == (2, 3)
    assert "geen enkele regel" in output


def test_file_that_is_not_there_is_told():
    found = CliRunner().invoke(import_schools, ["weg.csv"])
    assert found.exit_code == 2
    assert "kan niet worden gelezen" in found.output


def test_every_problem_has_words():
    from samenspel.integrations.duo import FileRefused, RowError
    from samenspel.organisations import messages

    for code in messages._row_words():
        problem, remedy = messages.explain_row(RowError(2, "naam", "100%", code, 1))
        assert "%(" not in problem + remedy
    values = {"reason": "x", "megabytes": 1, "rows": 1, "kind": "PDF", "tried": ("a",), "line": 1}
    values |= {"likely": "b", "columns": ("100%",), "layout": "duo"}
    for code in messages._file_words():
        problem, remedy = messages.explain_file(FileRefused(code, **values))
        assert "%(" not in problem + remedy
