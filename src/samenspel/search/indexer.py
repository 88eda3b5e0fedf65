"""From the outbox into the index, so that being killed at any point loses nothing.

The order is: lock outbox rows, look up the objects, commit the word index, save what the vectors
need, remove the rows, commit. Whatever is cut off halfway is done again, which changes nothing.
"""

from collections.abc import Mapping

from samenspel.search import meaning
from samenspel.search.documents import Document
from samenspel.search.folders import Folders
from samenspel.search.models import OutboxEntry
from samenspel.search.queues import documents_of, done, postpone, taken
from samenspel.search.words import IndexMissing, WordIndex

BATCH = 500
"""Outbox rows taken at a time; a commit of the index costs about a tenth of a second, so batch."""


class Indexer:
    """Writes to whichever index is in use; `model` names the embedder, empty for words only."""

    def __init__(self, folders: Folders, *, model: str) -> None:
        self.folders = folders
        self.model = model
        self._words: WordIndex | None = None

    def run_batch(self, *, limit: int = BATCH) -> int:
        """Do the work that waits longest; how many outbox rows were taken (0: nothing due).

        Raises `IndexMissing` when there is no index that can be written to.
        """
        with (
            self.folders.writing(),
            taken(OutboxEntry.objects.filter(indexed=False), limit) as entries,
        ):
            words = self._index_in_use()
            keep = self.folders.is_rebuilding()
            if not keep:
                # What an interrupted rebuild left behind.
                OutboxEntry.objects.filter(indexed=True).delete()
            documents, failed = documents_of(entries)
            if documents:
                write(words, documents)
                store(documents, model=self.model)
            finished = [entry for entry in entries if entry.key not in failed]
            if keep:
                kept = OutboxEntry.objects.filter(pk__in=[entry.pk for entry in finished])
                kept.update(indexed=True)
            else:
                done(finished)
            for entry in entries:
                if entry.key in failed:
                    postpone([entry], failed[entry.key])
            return len(entries)

    def close(self) -> None:
        """Let go of the index."""
        if self._words is not None:
            self._words.close()
            self._words = None

    def _index_in_use(self) -> WordIndex:
        folder = self.folders.current()
        if folder is None:
            raise IndexMissing(f"there is no index in {self.folders.path}")
        if self._words is None or self._words.path != folder:
            self.close()
            self._words = WordIndex(folder)
        return self._words


def write(words: WordIndex, documents: Mapping[str, Document | None]) -> None:
    """Bring the word index to this state and make it durable."""
    words.remove([key for key, document in documents.items() if document is None])
    words.index([document for document in documents.values() if document is not None])
    words.commit()


def store(documents: Mapping[str, Document | None], *, model: str) -> None:
    """Bring the vectors to this state."""
    meaning.remove(key for key, document in documents.items() if document is None)
    meaning.store(
        [document for document in documents.values() if document is not None], model=model
    )
