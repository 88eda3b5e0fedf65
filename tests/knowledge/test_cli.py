import sys
from unittest import mock

import pytest
from click.testing import CliRunner
from integrations.oai import dc, record, response
from integrations.servers import send, serving

from samenspel.knowledge.cli import import_oai_pmh
from samenspel.knowledge.models import HarvestRun, OpenMaterial

pytestmark = pytest.mark.django_db


def run(*arguments):
    return CliRunner().invoke(import_oai_pmh, [str(argument) for argument in arguments])


@pytest.fixture
def keep(tmp_path):
    def written(content, name="antwoord.xml"):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return written


def test_file_is_taken_in(keep):
    result = run(keep(response(record("a"), record("b"))))
    assert (result.exit_code, OpenMaterial.objects.count()) == (0, 2)
    assert "2 nieuw" in result.output
    assert HarvestRun.objects.get().origin == "antwoord.xml"


def test_folder_is_taken_in_by_name(keep, tmp_path):
    keep(response(record("a", dc("Oud")), token="x"), "0.xml")
    keep(response(record("a", dc("Nieuw")), token=""), "1.xml")
    assert run(tmp_path).exit_code == 0
    assert OpenMaterial.objects.get().title == "Nieuw"


def test_dry_run_writes_nothing(keep):
    result = run("--dry-run", keep(response(record("a"))))
    assert (result.exit_code, OpenMaterial.objects.count()) == (0, 0)
    assert "er is niets weggeschreven" in result.output


def test_refused_record_is_named(keep):
    result = run(keep(response(record("a"), record("b", dc("")))))
    assert result.exit_code == 1
    assert "b: regel 5: het record heeft geen titel" in result.output


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "het bestand is leeg"),
        (b"<x>", "geen goede XML"),
        (b"<html></html>", "geen antwoord van een OAI-PMH-bron"),
    ],
)
def test_file_that_cannot_be_used(keep, content, message):
    result = run(keep(content))
    assert result.exit_code == 2
    assert message in result.output
    assert "Er is niets verloren" in result.output


def test_file_that_is_not_there(tmp_path):
    result = run(tmp_path / "weg.xml")
    assert result.exit_code == 2
    assert "niet te lezen" in result.output


def test_silent_file_needs_its_source(keep):
    result = run(keep(response(record("a")).replace(b"https://bron.example/oai", b"")))
    assert result.exit_code == 2
    assert "--base-url" in result.output


def test_empty_source_says_that_nothing_changed(keep):
    result = run(keep(response()))
    assert result.exit_code == 0
    assert "er is niets veranderd" in result.output


def test_server_on_a_private_network_is_blocked():
    with serving(lambda handler: send(handler, response(record("a")))) as address:
        result = run(address)
    assert result.exit_code == 2
    assert "afgeschermd netwerk" in result.output


def test_server_is_harvested_resumed_and_then_asked_for_what_is_new():
    asked = []
    state = {"down": True}

    def answer(handler):
        asked.append(handler.path)
        if "resumptionToken=t1" in handler.path:
            if state["down"]:
                send(handler, b"", status=500)
            else:
                send(handler, response(record("b"), token=""))
        else:
            send(handler, response(record("a"), token="t1"))

    with serving(answer) as address:
        first = run("--allow-private", "--set", "po", address)
        state["down"] = False
        second = run("--allow-private", "--set", "po", address)
        run("--allow-private", "--set", "po", address)
    assert (first.exit_code, second.exit_code) == (2, 0)
    assert "Verder waar de vorige keer ophield." in second.output
    queries = [path.partition("?")[2] for path in asked]
    assert queries == [
        "verb=ListRecords&metadataPrefix=oai_dc&set=po",
        "verb=ListRecords&resumptionToken=t1",
        "verb=ListRecords&resumptionToken=t1",
        "verb=ListRecords&metadataPrefix=oai_dc&set=po&from=2024-03-01",
        "verb=ListRecords&resumptionToken=t1",
    ]
    assert OpenMaterial.objects.count() == 2


def test_forgotten_token_starts_the_list_again():
    def answer(handler):
        if "resumptionToken=oud" in handler.path:
            send(handler, response(extra='<error code="badResumptionToken">weg</error>'))
        else:
            send(handler, response(record("a")))

    with serving(answer) as address:
        source = {"base_url": address, "prefix": "oai_dc", "set_spec": ""}
        from samenspel.knowledge import imports

        left = imports.begin(**source, origin=address)
        HarvestRun.objects.filter(pk=left.pk).update(resumption_token="oud")
        result = run("--allow-private", address)
    assert result.exit_code == 0
    assert "we beginnen opnieuw" in result.output
    assert OpenMaterial.objects.count() == 1


def test_two_servers_at_once_are_refused():
    assert run("https://a.example/oai", "https://b.example/oai").exit_code == 2


def test_help_needs_no_database():
    with mock.patch.dict(sys.modules, {"samenspel.knowledge.models": None}):
        assert run("--help").exit_code == 0
