"""From the outbox into the index: nothing lost, nothing twice, nothing that may not be found."""

import pytest
from django.db import transaction
from django.utils import timezone

from samenspel import search
from samenspel.search import indexer as indexing
from samenspel.search import outbox, service
from samenspel.search.documents import Query
from samenspel.search.indexer import Indexer
from samenspel.search.models import DocumentVector, OutboxEntry
from samenspel.search.work import index_batch


@pytest.fixture
def batch(live_index):
    """Index one batch; how many outbox rows it took."""
    return lambda: index_batch(Indexer(service.folders(), model=""))


def test_new_object_is_found(things, live_index, keys):
    thing = things.make("Woordenschat bij kleuters")
    live_index()
    assert keys("woordenschat") == [f"thing:{thing.pk}"]
    assert not OutboxEntry.objects.exists()


def test_changed_object_is_found_by_its_new_words_only(things, live_index, keys):
    thing = things.make("Woordenschat bij kleuters")
    live_index()
    things.rename(thing, "Rekenen met breuken")
    live_index()
    assert keys("woordenschat") == []
    assert keys("breuken") == [f"thing:{thing.pk}"]


def test_object_that_may_not_be_found_any_more_goes(things, live_index, keys):
    thing = things.make("Woordenschat bij kleuters")
    live_index()
    things.hidden.add(thing.pk)
    outbox.changed(thing)
    live_index()
    assert keys("woordenschat") == []
    assert not DocumentVector.objects.exists()


def test_deleted_object_goes_without_being_told(things, live_index, keys):
    thing = things.make("Woordenschat bij kleuters")
    live_index()
    thing.delete()
    live_index()
    assert keys("woordenschat") == []


def test_the_same_object_many_times_is_one_document(things, live_index):
    thing = things.make("Woordenschat bij kleuters")
    outbox.changed(thing, thing, thing)
    live_index()
    assert search.query(Query("woordenschat")).total == 1


def test_object_of_a_room_that_has_gone_is_removed(things, live_index):
    OutboxEntry.objects.create(kind="gone", object_id=1)
    live_index()
    assert not OutboxEntry.objects.exists()


def test_change_that_is_rolled_back_is_not_told(things, live_index):
    with pytest.raises(RuntimeError), transaction.atomic():
        things.make("Woordenschat bij kleuters")
        raise RuntimeError
    assert not OutboxEntry.objects.exists()


def test_cut_off_between_index_and_rows_is_done_again(things, live_index, batch, keys, monkeypatch):
    thing = things.make("Woordenschat bij kleuters")

    def cut_off(*_, **__):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(indexing, "done", cut_off)
        with pytest.raises(KeyboardInterrupt):
            batch()
    assert OutboxEntry.objects.count() == 1
    assert keys("woordenschat") == [f"thing:{thing.pk}"]

    live_index()
    assert not OutboxEntry.objects.exists()
    assert search.query(Query("woordenschat")).total == 1


def test_cut_off_before_the_index_is_durable_is_done_again(
    things, live_index, batch, keys, monkeypatch
):
    thing = things.make("Woordenschat bij kleuters")

    def cut_off(*_, **__):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(indexing.WordIndex, "commit", cut_off)
        with pytest.raises(KeyboardInterrupt):
            batch()
    assert keys("woordenschat") == []

    live_index()
    assert keys("woordenschat") == [f"thing:{thing.pk}"]


def test_object_that_fails_waits_and_holds_up_no_other(things, live_index, batch, keys):
    bad, good = things.make("Kapotte vraag"), things.make("Goede vraag")
    things.broken.add(bad.pk)
    batch()
    entry = OutboxEntry.objects.get()
    assert (entry.object_id, entry.failures, entry.error) == (bad.pk, 1, "RuntimeError")
    assert entry.due > timezone.now()
    assert keys("vraag") == [f"thing:{good.pk}"]

    things.broken.clear()
    assert batch() == 0  # not yet
    OutboxEntry.objects.update(due=timezone.now())
    live_index()
    assert len(keys("vraag")) == 2


def test_private_document_is_in_no_total_and_no_facet(things, live_index):
    things.make("Woordenschat open", domain="leermiddelen")
    things.make("Woordenschat besloten", domain="leerlingenzorg", audience=("org:7",))
    live_index()
    facets = ("domain",)

    outsider = search.query(Query("woordenschat", facets=facets))
    insider = search.query(Query("woordenschat", audience=("public", "org:7"), facets=facets))

    assert (outsider.total, outsider.facets) == (1, {"domain": {"leermiddelen": 1}})
    assert insider.total == 2
    assert insider.facets == {"domain": {"leerlingenzorg": 1, "leermiddelen": 1}}


def test_document_that_becomes_private_is_hidden(things, live_index, keys):
    thing = things.make("Woordenschat bij kleuters")
    live_index()
    things.details[thing.pk] = {"audience": ("user:3",)}
    outbox.changed(thing)
    live_index()
    assert keys("woordenschat") == []
    assert keys("woordenschat", audience=("public", "user:3")) == [f"thing:{thing.pk}"]
