"""The work itself, without processes: one batch, or everything until nothing is left."""

import logging

from samenspel.search import meaning, service
from samenspel.search.folders import AlreadyRebuilding
from samenspel.search.indexer import Indexer
from samenspel.search.models import EmbeddingTask, OutboxEntry
from samenspel.search.rebuild import rebuild
from samenspel.search.words import IndexMissing

logger = logging.getLogger(__name__)


def new_indexer() -> Indexer:
    """The indexer of this installation, after queueing texts that miss a vector."""
    model = service.model_name()
    if model:
        meaning.queue_missing(model)
    return Indexer(service.folders(), model=model)


def index_batch(indexer: Indexer) -> int:
    """One batch of the outbox; builds the index first when there is none. 0: nothing is due."""
    try:
        return indexer.run_batch()
    except IndexMissing as error:
        indexer.close()
        logger.warning("%s; building one", error)
        try:
            count = rebuild(
                indexer.folders, model=indexer.model, with_meaning=True, progress=_quiet
            )
        except AlreadyRebuilding:
            return 0
        logger.info("the index is built: %d documents", count)
        return 1


def drain() -> int:
    """Do everything that is due, words first; how many pieces of work keep failing."""
    indexer = new_indexer()
    try:
        while index_batch(indexer):
            pass
    finally:
        indexer.close()
    model = service.embedder()
    if model is not None:
        while meaning.embed_batch(model):
            pass
    failing = {"failures__gt": 0}
    return OutboxEntry.objects.filter(**failing).count() + (
        EmbeddingTask.objects.filter(**failing).count() if model is not None else 0
    )


def _quiet(done: int, total: int) -> None:
    if total and done % 3000 < 300:
        logger.info("building the index: %d of %d", done, total)
