"""How search is doing, for the health address, operators and the worker's own lines."""

from datetime import datetime
from typing import Any

from django.db import DatabaseError, InterfaceError, models
from django.db.models import Count, Max, Min
from django.utils import timezone
from django.utils.translation import gettext as _

from samenspel.search import service
from samenspel.search.models import DocumentVector, EmbeddingTask, OutboxEntry

LATE_WORDS, LATE_MEANING = 30, 300
"""Seconds that a change may wait before operators are told."""


def report() -> dict[str, Any]:
    """The state of the index and the queues.

    `status` is `"pass"`, `"warn"` (works, but something asks attention) or `"fail"` (nothing can
    be found). `notices` say what is wrong and what to do, in the reader's language.
    """
    folders = service.folders()
    index = folders.current() is not None
    words = _queue(OutboxEntry.objects.filter(indexed=False))
    meaning = _queue(EmbeddingTask.objects.all())
    model = service.model_name()
    notices = []
    if not index:
        notices.append(
            _("De zoekindex wordt opgebouwd.")
            if folders.is_rebuilding()
            else _("Er is geen zoekindex. Start `samenspel worker` of `samenspel rebuild-search`.")
        )
    if words["seconds"] > LATE_WORDS:
        notices.append(_("Wijzigingen komen niet in de zoekindex. Draait `samenspel worker`?"))
    if words["failing"]:
        notices.append(_("Sommige wijzigingen kunnen niet in de zoekindex; zie het logboek."))
    if service.wants_embedder() and not model:
        notices.append(_("Zoeken op betekenis kan op deze computer niet; alleen woorden werken."))
    elif model and (meaning["failing"] or meaning["seconds"] > LATE_MEANING):
        notices.append(_("Het zoeken op betekenis loopt achter; zoeken op woorden werkt."))
    return {
        "status": "fail" if not index else "warn" if notices else "pass",
        "index": "ready" if index else "missing",
        "rebuilding": folders.is_rebuilding(),
        "words": words,
        "meaning": {"model": model, "vectors": _vectors(model), **meaning},
        "notices": notices,
    }


def progress_line() -> str:
    """One line about what still has to be done."""
    try:
        words = OutboxEntry.objects.filter(indexed=False).count()
        texts = EmbeddingTask.objects.count() if service.model_name() else 0
    except (DatabaseError, InterfaceError):
        return "De database antwoordt niet."
    if not words and not texts:
        return "De zoekindex is bij."
    return f"Te doen: wijzigingen {words}, teksten op betekenis {texts}."


def _queue(queue: models.QuerySet[Any]) -> dict[str, Any]:
    """How many rows wait, for how long the oldest does, and what went wrong last."""
    found = queue.aggregate(
        waiting=Count("pk"),
        oldest=Min("written"),
        failing=Count("pk", filter=models.Q(failures__gt=0)),
        error=Max("error"),
    )
    oldest: datetime | None = found.pop("oldest")
    seconds = (timezone.now() - oldest).total_seconds() if oldest else 0.0
    return {**found, "error": found["error"] or "", "seconds": round(seconds, 1)}


def _vectors(model: str) -> int:
    return DocumentVector.objects.filter(model=model).count() if model else 0
