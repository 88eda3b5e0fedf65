"""Telling the index that something changed, in the transaction that changed it."""

from django.db import connection, models

from samenspel.search.models import OutboxEntry
from samenspel.search.registry import kind_of

CHANNEL = "samenspel_outbox"


def changed(*instances: models.Model) -> None:
    """Have these objects indexed anew, or taken out when they may not be found any more."""
    OutboxEntry.objects.bulk_create(
        OutboxEntry(kind=kind_of(instance), object_id=instance.pk) for instance in instances
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, '')", [CHANNEL])
