"""The worker as processes: findable soon after saving, whoever is killed, and gone when asked."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.db import connection
from factories.accounts import ProfileFactory

from samenspel import search
from samenspel.config.embedded import EmbeddedPostgres
from samenspel.search import outbox, service
from samenspel.search.documents import Query
from samenspel.search.models import OutboxEntry

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs Linux"),
]

PATIENCE = 30


def until(condition):
    """Wait for something that other processes bring about."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if condition():
            return
        time.sleep(0.05)
    pytest.fail("it did not happen")


def children(pid):
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def found(word):
    return search.query(Query(word)).total


def tell(word, number=1):
    for _ in range(number):
        outbox.changed(ProfileFactory(headline=f"Ik weet van {word}", is_public=True))


@pytest.fixture
def worker(settings, tmp_path):
    """A running worker on the database and an index of this test."""
    settings.SEARCH = settings.SEARCH | {"PATH": tmp_path / "search"}
    environment = os.environ | {
        "DATABASE_URL": _address(settings),
        "SAMENSPEL_SEARCH": str(tmp_path / "search"),
        "SAMENSPEL_EMBEDDER": "none",
        "DJANGO_SETTINGS_MODULE": "samenspel.config.settings",
    }
    process = subprocess.Popen([sys.executable, "-m", "samenspel", "worker"], env=environment)
    try:
        until(lambda: service.folders().current() is not None)
        yield process
    finally:
        process.kill()
        process.wait()


def test_saved_is_found_and_asked_to_stop_leaves_nothing(worker):
    tell("woordenschat")
    until(lambda: found("woordenschat"))

    started = children(worker.pid)
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(PATIENCE) == 0
    assert started
    assert not any(map(alive, started))


def test_children_go_with_a_supervisor_that_is_killed(worker):
    until(lambda: children(worker.pid))
    started = children(worker.pid)
    worker.kill()
    worker.wait()
    until(lambda: not any(map(alive, started)))


def test_killed_again_and_again_while_writing_loses_nothing(worker):
    for _ in range(6):
        tell("woordenschat", 15)
        for child in children(worker.pid):
            os.kill(child, signal.SIGKILL)
    until(lambda: not OutboxEntry.objects.exists())
    assert found("woordenschat") == 90


def test_two_workers_do_no_harm(worker):
    second = subprocess.Popen(worker.args, env=_environment(worker))
    try:
        tell("woordenschat", 20)
        until(lambda: not OutboxEntry.objects.exists())
        assert found("woordenschat") == 20
    finally:
        second.terminate()
        second.wait()


def _address(settings):
    name = connection.settings_dict["NAME"]
    if "DATABASE_URL" in os.environ:
        return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
    return EmbeddedPostgres(settings.DATA).url(name)


def _environment(process):
    raw = Path(f"/proc/{process.pid}/environ").read_bytes()
    return dict(item.split("=", 1) for item in os.fsdecode(raw).split("\0") if "=" in item)
