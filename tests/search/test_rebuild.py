"""A new index takes the place of the old one in one step, changes made meanwhile included."""

import threading

import pytest

from samenspel import search
from samenspel.search import rebuild as rebuilding
from samenspel.search import service, work
from samenspel.search.documents import Query
from samenspel.search.folders import AlreadyRebuilding, Folders
from samenspel.search.indexer import Indexer
from samenspel.search.models import DocumentVector, OutboxEntry
from samenspel.search.rebuild import rebuild
from samenspel.search.words import WordIndex


def quietly(done, total):
    """No progress."""


@pytest.fixture
def rebuilt(live_index):
    """Rebuild; how many documents."""
    return lambda **more: rebuild(
        service.folders(), **({"model": "", "with_meaning": True, "progress": quietly} | more)
    )


def test_lost_index_is_built_from_the_database(things, live_index, rebuilt, keys):
    thing = things.make("Woordenschat bij kleuters")
    live_index()
    (service.folders().path / "current").unlink()
    assert search.query(Query("woordenschat")).degraded == "rebuilding"

    assert rebuilt() == 1
    assert keys("woordenschat") == [f"thing:{thing.pk}"]


def test_ghosts_go(things, live_index, rebuilt, keys):
    kept, gone, last = (things.make(f"Woordenschat {n}") for n in range(3))
    live_index()
    things.hidden |= {gone.pk, last.pk}  # and nobody told the outbox
    rebuilt()
    assert keys("woordenschat") == [f"thing:{kept.pk}"]
    assert list(DocumentVector.objects.values_list("object_id", flat=True)) == [kept.pk]


def test_vectors_of_a_kind_that_has_gone_go(things, live_index, rebuilt):
    DocumentVector.objects.create(kind="gone", object_id=1, audience=[], labels=[])
    rebuilt()
    assert not DocumentVector.objects.exists()


def test_words_only_leaves_the_vectors_alone(things, live_index, rebuilt):
    DocumentVector.objects.create(kind="gone", object_id=1, audience=[], labels=[])
    rebuilt(with_meaning=False)
    assert DocumentVector.objects.count() == 1


def test_rebuild_needs_no_new_embedding(things, live_index, live_meaning, rebuilt):
    things.make("Woordenschat bij kleuters")
    live_index()
    rebuilt(model="fake")
    live_index()
    assert len(live_meaning.embedded) == 1
    assert DocumentVector.objects.get().model == "fake"


def test_all_batches_are_read(things, live_index, rebuilt, monkeypatch):
    monkeypatch.setattr(rebuilding, "BATCH", 3)
    for number in range(7):
        things.make(f"Woordenschat {number}")
    said = []
    assert rebuilt(progress=lambda done, total: said.append((done, total))) == 7
    assert said == [(3, 7), (6, 7), (7, 7)]
    assert search.query(Query("woordenschat")).total == 7


def test_object_that_fails_is_left_to_the_worker(things, live_index, rebuilt):
    bad, _good = things.make("Kapot"), things.make("Goed")
    OutboxEntry.objects.all().delete()
    things.broken.add(bad.pk)
    assert rebuilt() == 1
    assert OutboxEntry.objects.get().object_id == bad.pk


def test_what_changes_meanwhile_is_in_the_old_index_and_the_new(things, live_index, rebuilt, keys):
    changing, going = things.make("Woordenschat"), things.make("Woordenschat weg")
    live_index()
    before = service.folders().current()
    indexer = Indexer(service.folders(), model="")
    seen = []

    def meanwhile(done, total):
        # The bulk has been read: from here on the outbox alone knows.
        things.rename(changing, "Rekenen")
        going.delete()
        new = things.make("Spelling")
        indexer.run_batch()
        seen.append((service.folders().current(), keys("rekenen"), keys("spelling")))
        seen.append(f"thing:{new.pk}")

    rebuilt(progress=meanwhile)

    assert seen[0] == (before, [f"thing:{changing.pk}"], [seen[1]])
    assert service.folders().current() != before
    assert keys("rekenen") == [f"thing:{changing.pk}"]
    assert keys("spelling") == [seen[1]]
    assert keys("woordenschat") == []
    assert not OutboxEntry.objects.exists()


def test_interrupted_rebuild_leaves_the_old_index_in_use(things, live_index, rebuilt, keys):
    thing = things.make("Woordenschat")
    live_index()

    def interrupted(done, total):
        things.make("Spelling")
        Indexer(service.folders(), model="").run_batch()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuilt(progress=interrupted)
    assert keys("woordenschat") == [f"thing:{thing.pk}"]
    assert OutboxEntry.objects.filter(indexed=True).count() == 1
    live_index()  # the rows that were kept for it have no use any more
    assert not OutboxEntry.objects.exists()


def test_half_done_folders_of_earlier_rebuilds_go(things, live_index, rebuilt):
    left = service.folders().path / "index-1"
    left.mkdir()
    rebuilt()
    rebuilt()
    folders = sorted(service.folders().path.glob("index-*"))
    assert left not in folders
    assert service.folders().current() in folders
    assert len(folders) == 2  # readers may still be in the one before


def test_two_rebuilds_at_once_are_refused(things, live_index, rebuilt):
    with Folders(service.folders().path).rebuilding(), pytest.raises(AlreadyRebuilding):
        rebuilt()


def test_empty_site_has_an_index_too(things, live_index):
    assert search.query(Query("woordenschat")).degraded == ""


@pytest.mark.parametrize("damage", ["meta.json", "layout"])
def test_damaged_index_is_rebuilt_by_the_worker(things, live_index, keys, damage):
    thing = things.make("Woordenschat bij kleuters")
    live_index()
    (service.folders().current() / damage).write_text("kapot")

    results = search.query(Query("woordenschat"))
    assert (results.total, results.degraded) == (0, "rebuilding")
    live_index()
    assert keys("woordenschat") == [f"thing:{thing.pk}"]


def test_removed_index_is_rebuilt_by_the_worker(things, live_index, keys):
    thing = things.make("Woordenschat bij kleuters")
    live_index()
    for file in service.folders().current().iterdir():
        file.unlink()
    assert search.query(Query("woordenschat")).degraded == "rebuilding"
    live_index()
    assert keys("woordenschat") == [f"thing:{thing.pk}"]


def test_worker_leaves_a_rebuild_of_another_process_alone(things, live_index):
    (service.folders().path / "current").unlink()
    indexer = work.new_indexer()
    with Folders(service.folders().path).rebuilding():
        assert work.index_batch(indexer) == 0
    assert work.index_batch(indexer) == 1
    assert service.folders().current() is not None


def test_rebuild_waits_for_the_batch_that_is_being_written(things, live_index, rebuilt):
    order = []
    with service.folders().writing():
        other = threading.Thread(
            target=lambda: (_take(service.folders()), order.append("rebuild")), daemon=True
        )
        other.start()
        other.join(0.2)
        order.append("batch")
    other.join(5)
    assert order == ["batch", "rebuild"]


def _take(folders):
    with folders.rebuilding(), folders.writing():
        pass


def test_reader_follows_to_the_new_index_at_once(things, live_index, rebuilt, keys):
    things.make("Woordenschat")
    live_index()
    assert len(keys("woordenschat")) == 1
    folder = service.folders().fresh()
    words = WordIndex(folder)
    words.index([])
    words.commit()
    service.folders().use(folder)
    assert keys("woordenschat") == []
