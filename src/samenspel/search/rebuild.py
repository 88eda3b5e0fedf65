"""A new index beside the old one, then in its place; the site answers all the while."""

from collections.abc import Callable, Iterator

from django.db import transaction

from samenspel.search import outbox
from samenspel.search.documents import kind_and_id
from samenspel.search.folders import Folders
from samenspel.search.indexer import store, write
from samenspel.search.models import DocumentVector, OutboxEntry
from samenspel.search.queues import Documents, convert, documents_of, done
from samenspel.search.registry import Source, sources
from samenspel.search.words import WordIndex

BATCH = 300
"""Objects read at a time; the indexer waits as long as one batch takes."""

Progress = Callable[[int, int], None]
"""Called with how many objects are done and how many there were at the start."""


def rebuild(folders: Folders, *, model: str, with_meaning: bool, progress: Progress) -> int:
    """Index every object anew and take that index into use; how many documents it holds.

    What changes meanwhile reaches both indexes: as long as this runs, the indexer keeps the outbox
    rows that it has done. `with_meaning` off leaves the vectors as they are. Raises
    `AlreadyRebuilding` when another process is at it.
    """
    with folders.rebuilding():
        with folders.writing():
            pass  # A batch that began before us removes its rows; we must read after it.
        folder = folders.fresh()
        words = WordIndex(folder)
        try:
            words.index([])  # an empty index is an index too
            total = sum(room.queryset().count() for room in sources())
            read = count = 0
            for seen, documents in _everything(folders, model=model, with_meaning=with_meaning):
                found = [document for document in documents.values() if document is not None]
                words.index(found)
                read, count = read + seen, count + len(found)
                progress(read, total)
            words.commit()
            _catch_up(words)
            with folders.writing():
                _catch_up(words)
                words.close()
                folders.use(folder)
        finally:
            words.close()
    return count


def _everything(
    folders: Folders, *, model: str, with_meaning: bool
) -> Iterator[tuple[int, Documents]]:
    """Every object in batches, as (objects read, documents), with the vectors brought in step.

    Reading and storing exclude the indexer, so that an older state never replaces a newer one.
    """
    for room in sources():
        last, more = 0, True
        while more:
            with folders.writing(), transaction.atomic():
                instances = list(room.queryset().filter(pk__gt=last).order_by("pk")[:BATCH])
                documents, failed = convert(room, instances)
                outbox.add(kind_and_id(key) for key in failed)
                more = len(instances) == BATCH
                end = instances[-1].pk if more else None
                if with_meaning:
                    _forget_others(room, after=last, end=end, documents=documents)
                    store(documents, model=model)
            yield len(instances), documents
            last = end or last
    if with_meaning:
        kinds = [room.kind for room in sources()]
        DocumentVector.objects.exclude(kind__in=kinds).delete()


def _forget_others(room: Source, *, after: int, end: int | None, documents: Documents) -> None:
    """Remove vectors in this range of numbers whose object has gone."""
    pks = [kind_and_id(key)[1] for key in documents]
    gone = DocumentVector.objects.filter(kind=room.kind, object_id__gt=after)
    if end is not None:
        gone = gone.filter(object_id__lte=end)
    gone.exclude(object_id__in=pks).delete()


def _catch_up(words: WordIndex) -> None:
    """Bring to the new index what the indexer did since; those rows have served."""
    while entries := list(OutboxEntry.objects.filter(indexed=True).order_by("pk")[:BATCH]):
        documents, failed = documents_of(entries)
        write(words, documents)
        outbox.add(kind_and_id(key) for key in failed)
        done(entries)
