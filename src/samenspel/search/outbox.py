"""Telling the index that something changed, in the transaction that changed it."""

from collections.abc import Iterable

from django.db import connection, models

from samenspel.search.models import OutboxEntry
from samenspel.search.registry import kind_of

CHANNEL = "samenspel_outbox"
"""Where the indexer hears that there is work."""


def changed(*instances: models.Model) -> None:
    """Have these objects indexed anew, or taken out when they may not be found any more.

    A deletion by `instance.delete()` tells itself; after `bulk_create` or `update` call this.
    """
    add((kind_of(instance), instance.pk) for instance in instances)


def add(keys: Iterable[tuple[str, int]]) -> None:
    """The same for (kind, number) pairs."""
    OutboxEntry.objects.bulk_create(OutboxEntry(kind=kind, object_id=pk) for kind, pk in keys)
    notify(CHANNEL)


def notify(channel: str) -> None:
    """Wake whoever listens on this channel, once the transaction is committed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, '')", [channel])
