"""The outbox: what changed and still has to reach the index."""

from django.db import models


class OutboxEntry(models.Model):
    """An object that changed, appeared or went; the worker looks up what became of it.

    Written in the transaction of the change, removed once the index holds the new state.
    """

    kind = models.CharField(max_length=40)
    object_id = models.BigIntegerField()
    written = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.kind}:{self.object_id}"
