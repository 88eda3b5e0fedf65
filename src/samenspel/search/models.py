"""What still has to reach the index, and what every document means.

The words live in an index of their own (`folders.py`); the meaning lives here, next to what it is
filtered on, so that losing the index loses no vector.
"""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models.functions import Now
from pgvector.django import HalfVectorField, HnswIndex

DIMENSIONS = 384
"""Of multilingual-e5-small; another model must give as many."""


class Waiting(models.Model):
    """A piece of work on one object. Taking it twice does no harm; losing it would.

    After a failure it waits until `due`, longer each time, and lets the others pass.
    """

    kind = models.CharField(max_length=40)
    object_id = models.BigIntegerField()
    written = models.DateTimeField(auto_now_add=True)
    due = models.DateTimeField(db_default=Now())
    failures = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=80, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.key

    @property
    def key(self) -> str:
        """The key of the document that it is about."""
        return f"{self.kind}:{self.object_id}"


class OutboxEntry(Waiting):
    """An object that changed, appeared or went; the indexer looks up what became of it.

    Written in the transaction of the change, removed once the index holds the new state. `indexed`
    rows were done but are kept while the index is being rebuilt: the new one needs them too.
    """

    indexed = models.BooleanField(default=False)


class EmbeddingTask(Waiting):
    """A document whose text has no vector yet."""


class DocumentVector(models.Model):
    """One document in the index: the meaning of its text, who may see it, what to filter on.

    `content_hash` is of the text that is embedded; `embedding` is empty until an embedder has done
    so, and forever for documents that are found by words only. `labels` holds `"<facet>:<value>"`
    for every facet, so that one index serves any combination and a new facet needs no column.
    """

    kind = models.CharField(max_length=40)
    object_id = models.BigIntegerField()
    content_hash = models.CharField(max_length=64, blank=True)
    model = models.CharField(max_length=100, blank=True)
    embedding = HalfVectorField(dimensions=DIMENSIONS, null=True)
    audience = ArrayField(models.CharField(max_length=60))
    labels = ArrayField(models.CharField(max_length=80))

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("kind", "object_id"), name="one_vector_per_document"),
        )
        indexes: ClassVar = [
            HnswIndex(
                name="vector_cosine",
                fields=["embedding"],
                m=12,
                ef_construction=64,
                opclasses=["halfvec_cosine_ops"],
            ),
            GinIndex(name="vector_filters", fields=["audience", "labels"]),
            models.Index(name="vector_text", fields=["content_hash"]),
        ]

    def __str__(self) -> str:
        return f"{self.kind}:{self.object_id}"
