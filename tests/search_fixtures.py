"""Fixtures for tests that find things: a word index of their own, filled when the test says so."""

import pytest


@pytest.fixture
def live_index(db, settings, tmp_path):
    """An empty index of this test; `index_now()` brings everything that changed into it.

    Words only. Use `live_meaning` as well to find by meaning.
    """
    settings.SEARCH = settings.SEARCH | {"PATH": tmp_path / "search", "EMBEDDER": "none"}
    return _index_now()


@pytest.fixture
def index_now(live_index):
    """The function that brings everything that changed into the index of this test."""
    return live_index


@pytest.fixture
def live_meaning(live_index, monkeypatch):
    """The index of this test with a predictable embedder, which is also the value."""
    from search.fakes import FakeEmbedder

    from samenspel.search import service

    embedder = FakeEmbedder()
    monkeypatch.setattr(service, "embedder", lambda: embedder)
    return embedder


def _index_now():
    from samenspel.search.work import drain

    def index_now():
        failing = drain()
        assert not failing, f"{failing} objects could not be indexed"

    index_now()
    return index_now
