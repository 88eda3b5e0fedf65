"""Keeping `DocumentVector` in step with the documents, and computing what is missing.

A text is embedded once: when a document comes back with the same text, or another document has the
very same text, the vector that exists is used.
"""

import logging
from collections.abc import Iterable, Sequence

from django.db.models import Exists, OuterRef, Q
from pgvector import HalfVector

from samenspel.search.documents import Document, kind_and_id
from samenspel.search.embedding import Embedder, EmbedderUnavailable, text_hash, text_of
from samenspel.search.models import DIMENSIONS, DocumentVector, EmbeddingTask
from samenspel.search.outbox import notify
from samenspel.search.pgvectors import labels_of
from samenspel.search.queues import documents_of, done, postpone, taken

logger = logging.getLogger(__name__)

CHANNEL = "samenspel_embedding"
"""Where the embedders hear that there is work."""

BATCH = 8
"""Texts taken at a time: about a second of work, so that several embedders share a burst."""


def hash_of(document: Document) -> str:
    """The digest of the text that is embedded, the same under every model."""
    return text_hash("", text_of(document))


def store(documents: Iterable[Document], *, model: str) -> None:
    """Save who may see these documents and where; queue the texts that have no vector of `model`.

    With an empty `model` (words only) nothing is queued. Documents without meaning are forgotten.
    """
    # In one order everywhere, so that two processes never wait for each other's rows.
    documents = sorted(documents, key=lambda document: kind_and_id(document.key))
    remove(document.key for document in documents if not document.meaning)
    hashes = {document.key: hash_of(document) for document in documents if document.meaning}
    known = _known(hashes.values(), model)
    rows = [
        _row(document, hashes[document.key], known, model)
        for document in documents
        if document.meaning
    ]
    DocumentVector.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["kind", "object_id"],
        update_fields=["content_hash", "model", "embedding", "audience", "labels"],
    )
    missing = [row for row in rows if row.embedding is None]
    if model and missing:
        EmbeddingTask.objects.bulk_create(
            EmbeddingTask(kind=row.kind, object_id=row.object_id) for row in missing
        )
        notify(CHANNEL)


def _row(
    document: Document, digest: str, known: dict[str, HalfVector], model: str
) -> DocumentVector:
    kind, pk = kind_and_id(document.key)
    return DocumentVector(
        kind=kind,
        object_id=pk,
        content_hash=digest,
        model=model if digest in known else "",
        embedding=known.get(digest),
        audience=list(document.audience),
        labels=labels_of(document),
    )


def remove(keys: Iterable[str]) -> None:
    """Forget these documents; unknown keys are fine."""
    by_kind: dict[str, list[int]] = {}
    for key in keys:
        kind, pk = kind_and_id(key)
        by_kind.setdefault(kind, []).append(pk)
    for kind, pks in by_kind.items():
        DocumentVector.objects.filter(kind=kind, object_id__in=pks).delete()


def queue_missing(model: str) -> int:
    """Queue every text that has no vector of `model`, after a change of model; how many."""
    queued = EmbeddingTask.objects.filter(kind=OuterRef("kind"), object_id=OuterRef("object_id"))
    missing = DocumentVector.objects.filter(Q(embedding=None) | ~Q(model=model), ~Exists(queued))
    tasks = [
        EmbeddingTask(kind=kind, object_id=pk)
        for kind, pk in missing.order_by("id").values_list("kind", "object_id")
    ]
    EmbeddingTask.objects.bulk_create(tasks, batch_size=5000)
    return len(tasks)


def embed_batch(embedder: Embedder, *, limit: int = BATCH) -> int:
    """Embed the texts that wait longest; how many tasks were done (0: nothing was due or it fails).

    A text that changed in the meantime is left to the task that its own change queues.
    """
    with taken(EmbeddingTask.objects.all(), limit) as tasks:
        documents, failed = documents_of(tasks)
        todo = {
            key: document
            for key, document in sorted(documents.items(), key=lambda item: kind_and_id(item[0]))
            if document is not None and document.meaning
        }
        try:
            vectors = _vectors(embedder, list(todo.values()))
        except EmbedderUnavailable as error:
            logger.warning("The embedder fails (%s); search goes on by words.", error)
            postpone(tasks, error)
            return 0
        for key, document in todo.items():
            kind, pk = kind_and_id(key)
            digest = hash_of(document)
            row = DocumentVector.objects.filter(kind=kind, object_id=pk, content_hash=digest)
            row.update(embedding=vectors[digest], model=embedder.name)
        for task in tasks:
            if task.key in failed:
                postpone([task], failed[task.key])
        finished = [task for task in tasks if task.key not in failed]
        done(finished)
        return len(finished)


def _vectors(embedder: Embedder, documents: Sequence[Document]) -> dict[str, HalfVector]:
    """Digest to vector for these documents, computing only what no document has yet."""
    texts = {hash_of(document): text_of(document) for document in documents}
    known = _known(texts, embedder.name)
    fresh = [digest for digest in texts if digest not in known]
    if fresh:
        matrix = embedder.passages([texts[digest] for digest in fresh])
        if matrix.shape[1] != DIMENSIONS:
            raise EmbedderUnavailable(f"{embedder.name} gives {matrix.shape[1]}, not {DIMENSIONS}")
        known |= dict(zip(fresh, map(HalfVector, matrix), strict=True))
    return known


def _known(hashes: Iterable[str], model: str) -> dict[str, HalfVector]:
    """The vectors of this model that exist for texts with these digests."""
    rows = DocumentVector.objects.filter(
        content_hash__in=set(hashes), model=model, embedding__isnull=False
    )
    return {
        digest: vector for digest, vector in rows.values_list("content_hash", "embedding") if vector
    }
