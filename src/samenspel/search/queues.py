"""Taking waiting work: locked rows that others skip, kept until the work is safely done."""

import contextlib
import logging
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import TypeVar

from django.db import models, transaction
from django.utils import timezone

from samenspel.search.documents import Document
from samenspel.search.models import Waiting
from samenspel.search.registry import Source, sources

logger = logging.getLogger(__name__)
W = TypeVar("W", bound=Waiting)

LONGEST = 600
"""Seconds between two tries of what keeps failing."""


@contextlib.contextmanager
def taken(queue: models.QuerySet[W], limit: int) -> Iterator[list[W]]:
    """Up to `limit` due rows, oldest first, locked while the block runs.

    The block removes what it finished. When it fails or the process dies, the rows stay.
    """
    with transaction.atomic():
        due = queue.filter(due__lte=timezone.now()).order_by("id")
        yield list(due.select_for_update(skip_locked=True)[:limit])


def done(entries: Sequence[Waiting]) -> None:
    """Remove finished rows."""
    if entries:
        model = type(entries[0])
        model._default_manager.filter(pk__in=[entry.pk for entry in entries]).delete()


def postpone(entries: Sequence[Waiting], error: Exception) -> None:
    """Try again later; only the kind of error is kept, its text may hold what somebody wrote."""
    for entry in entries:
        entry.failures += 1
        entry.error = type(error).__name__[:80]
        entry.due = timezone.now() + timedelta(seconds=min(2**entry.failures, LONGEST))
        entry.save(update_fields=["failures", "error", "due"])


Documents = dict[str, Document | None]
"""Key to document, or to None for an object that may not be found."""


def documents_of(entries: Sequence[Waiting]) -> tuple[Documents, dict[str, Exception]]:
    """What became of these objects, and the errors of those that cannot be made into documents."""
    documents: Documents = {entry.key: None for entry in entries}
    failed: dict[str, Exception] = {}
    by_kind: dict[str, set[int]] = {}
    for entry in entries:
        by_kind.setdefault(entry.kind, set()).add(entry.object_id)
    for room in sources():
        if room.kind in by_kind:
            found, wrong = convert(room, room.queryset().filter(pk__in=by_kind[room.kind]))
            documents |= found
            failed |= wrong
    return {key: found for key, found in documents.items() if key not in failed}, failed


def convert(
    room: Source, instances: Iterable[models.Model]
) -> tuple[Documents, dict[str, Exception]]:
    """Documents of these objects; one that fails is logged and holds up none of the others."""
    documents: Documents = {}
    failed: dict[str, Exception] = {}
    for instance in instances:
        key = f"{room.kind}:{instance.pk}"
        try:
            document = room.to_document(instance)
            if document is not None and document.key != key:
                raise ValueError(f"the document of {key} calls itself {document.key}")
            documents[key] = document
        except Exception as error:
            logger.exception("%s cannot be made findable", key)
            failed[key] = error
    return documents, failed
