"""Taking in a harvest: events from a file or server, in batches, into the database.

Each batch is one transaction together with the counts and the token to go on from, so that a run
that was broken off goes on where it was. Only what a source itself calls deleted is withdrawn: an
empty or failing source changes nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django import db
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from samenspel.common import audit
from samenspel.integrations.oai_pmh import Event, Harvested, HarvestStopped, Page, Refused
from samenspel.knowledge.choices import RunStatus
from samenspel.knowledge.harvesting import carry_out, plan
from samenspel.knowledge.messages import explain_refused, explain_stop
from samenspel.knowledge.models import HarvestError, HarvestRun, HarvestSource

BATCH = 500
Progress = Callable[[dict[str, int]], None]


class NoSource(Exception):
    """A file does not say where its records come from, and nobody else did."""


@dataclass
class Outcome:
    """What a harvest did, or would do.

    `errors` are the first of the refusals, in words; `more` says that the list went on after the
    last page (of a file).
    """

    counts: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(
            ("new", "changed", "unchanged", "deleted", "refused"), 0
        )
    )
    errors: list[tuple[str, str]] = field(default_factory=list)
    stopped: HarvestStopped | None = None
    more: bool = False
    run: HarvestRun | None = None

    def add(self, counts: dict[str, int]) -> None:
        """Count a batch."""
        for name, number in counts.items():
            self.counts[name] += number


SHOWN_ERRORS = 200


def look(events: Iterable[Event], *, base_url: str = "", progress: Progress) -> Outcome:
    """What taking in these events would change. Nothing is written."""
    outcome = Outcome()

    def keep(batch: list[Harvested], refused: list[Refused], page: Page | None) -> None:
        address = base_url or next((event.provenance.base_url for event in batch), "")
        source = HarvestSource.objects.filter(base_url=address).first() if address else None
        outcome.more = bool(page and page.token)
        outcome.add({**plan(source, batch).counts(), "refused": len(refused)})
        outcome.errors += [(item.identifier, explain_refused(item)) for item in refused]
        del outcome.errors[SHOWN_ERRORS:]
        progress(outcome.counts)

    outcome.stopped = _in_batches(events, keep)
    return outcome


def begin(
    *,
    base_url: str,
    origin: str,
    prefix: str = "",
    set_spec: str = "",
    since: datetime | None = None,
) -> HarvestRun:
    """A new run on a source, which is made when it is not there yet."""
    source, _made = HarvestSource.objects.get_or_create(base_url=base_url)
    return HarvestRun.objects.create(
        source=source, origin=origin, metadata_prefix=prefix, set_spec=set_spec, since=since
    )


def unfinished(*, base_url: str, prefix: str, set_spec: str) -> HarvestRun | None:
    """The last run on this list, if it was broken off with a token to go on from."""
    last: HarvestRun | None = _runs(base_url, prefix, set_spec).first()
    if last is None or last.status == RunStatus.DONE or not last.resumption_token:
        return None
    return last


def last_response(*, base_url: str, prefix: str, set_spec: str) -> date | None:
    """The day from which the next harvest of this list goes on, by the source's own clock.

    A day and not a moment: some sources know no finer steps, and a record twice changes nothing.
    """
    done = _runs(base_url, prefix, set_spec).filter(status=RunStatus.DONE, responded__isnull=False)
    last = done.first()
    return last.responded.date() if last and last.responded else None


def take_in(
    events: Iterable[Event],
    *,
    run: HarvestRun | None = None,
    base_url: str = "",
    origin: str = "",
    progress: Progress,
    by: Any = None,
) -> Outcome:
    """Take in a harvest. Without a run, one is begun on the source that the records name.

    Raises NoSource when neither the caller nor the first records name it.
    """
    outcome = Outcome(run=run)

    def keep(batch: list[Harvested], refused: list[Refused], page: Page | None) -> None:
        outcome.more = bool(page and page.token)
        if outcome.run is None:
            address = base_url or next((event.provenance.base_url for event in batch), "")
            if not address and batch:
                raise NoSource
            if not address:
                outcome.add({"refused": len(refused)})
                outcome.errors += [(item.identifier, explain_refused(item)) for item in refused]
                return
            first = batch[0].provenance if batch else None
            outcome.run = begin(
                base_url=address,
                origin=origin,
                prefix=first.prefix if first else "",
                set_spec=first.set_spec if first else "",
            )
        counts, errors = _keep_batch(outcome.run, batch, refused, page, by)
        outcome.add(counts)
        outcome.errors += errors
        del outcome.errors[SHOWN_ERRORS:]
        # With DEBUG on, Django remembers every statement: a long harvest would fill the memory.
        db.reset_queries()
        progress(outcome.counts)

    outcome.stopped = _in_batches(events, keep)
    if outcome.run is not None:
        _end(outcome.run, outcome)
    return outcome


def _runs(base_url: str, prefix: str, set_spec: str) -> Any:
    return HarvestRun.objects.filter(
        source__base_url=base_url, metadata_prefix=prefix, set_spec=set_spec
    )


def _in_batches(
    events: Iterable[Event],
    keep: Callable[[list[Harvested], list[Refused], Page | None], None],
) -> HarvestStopped | None:
    """Hand the events on in batches that end at a page or when they are full.

    What came before the source gave up is handed on too.
    """
    batch: list[Harvested] = []
    refused: list[Refused] = []
    for event in _safely(events):
        if isinstance(event, HarvestStopped):
            if batch or refused:
                keep(batch, refused, None)
            return event
        if isinstance(event, Harvested):
            batch.append(event)
        elif isinstance(event, Refused):
            refused.append(event)
        page = event if isinstance(event, Page) else None
        if page or len(batch) + len(refused) >= BATCH:
            keep(batch, refused, page)
            batch, refused = [], []
    return None


def _safely(events: Iterable[Event]) -> Iterator[Event | HarvestStopped]:
    """The events, and at the end what stopped them, as a value."""
    try:
        yield from events
    except HarvestStopped as stopped:
        yield stopped


@transaction.atomic
def _keep_batch(
    run: HarvestRun, batch: list[Harvested], refused: list[Refused], page: Page | None, by: Any
) -> tuple[dict[str, int], list[tuple[str, str]]]:
    made = plan(run.source, batch)
    errors = [(item.identifier, explain_refused(item)) for item in refused]
    failed = carry_out(run.source, made)
    errors += failed
    counts = made.counts()
    new = {values.harvested_identifier for values in made.new}
    counts["new"] -= sum(identifier in new for identifier, _why in failed)
    counts["changed"] -= sum(identifier not in new for identifier, _why in failed)
    counts["refused"] = len(errors)
    HarvestError.objects.bulk_create(
        HarvestError(run=run, identifier=identifier, message=message[:500])
        for identifier, message in errors
    )
    updates: dict[str, Any] = {name: F(name) + number for name, number in counts.items()}
    if page is not None:
        updates["resumption_token"] = page.token
        if run.responded is None and page.response_date is not None:
            updates["responded"] = run.responded = page.response_date
    HarvestRun.objects.filter(pk=run.pk).update(**updates)
    audit.record("harvest.batch_taken_in", run, by=by, **counts)
    return counts, errors


@transaction.atomic
def _end(run: HarvestRun, outcome: Outcome) -> None:
    run.refresh_from_db()
    run.finished = timezone.now()
    if outcome.stopped is not None:
        run.status = RunStatus.FAILED
        HarvestError.objects.create(run=run, message=explain_stop(outcome.stopped)[:500])
    else:
        run.status = RunStatus.DONE
        run.resumption_token = ""
        if outcome.more:  # a part of the list is no point from which the next harvest can go on
            run.responded = None
    run.save()
    audit.record("harvest.ended", run, by=None, status=str(run.status))
