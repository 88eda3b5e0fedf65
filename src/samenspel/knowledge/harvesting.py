"""What a batch of harvested records would change, and changing it.

A batch is compared with what is there by identifier and digest, so that taking in the same records
twice changes nothing. Nothing is destroyed: what a source deletes is withdrawn.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import DatabaseError, transaction
from django.utils import timezone

from samenspel.integrations.oai_pmh import Harvested
from samenspel.knowledge.choices import Status
from samenspel.knowledge.harvested import Values, values_of
from samenspel.knowledge.models import HarvestSource, OpenMaterial, Publication, Record
from samenspel.search import outbox

MODELS: tuple[type[Record], ...] = (Publication, OpenMaterial)
COMMON = (
    *("title", "description", "authors", "domain", "sectors", "year", "publisher", "language"),
    *("keywords", "access", "url", "licence", "licence_code", "doi", "identifiers", "datestamp"),
)
"""The fields that have the same name in `Values` and in the tables."""


@dataclass(frozen=True)
class Known:
    """A record that is there already."""

    model: type[Record]
    pk: int
    digest: str
    status: str


@dataclass
class Plan:
    """What a batch would do. A deletion of what we never had counts as unchanged."""

    new: list[Values] = field(default_factory=list)
    changed: list[tuple[Known, Values]] = field(default_factory=list)
    deleted: list[Known] = field(default_factory=list)
    unchanged: int = 0

    def counts(self) -> dict[str, int]:
        """The numbers, named as the fields of a harvest run."""
        return {
            "new": len(self.new),
            "changed": len(self.changed),
            "deleted": len(self.deleted),
            "unchanged": self.unchanged,
        }


def plan(source: HarvestSource | None, batch: Iterable[Harvested]) -> Plan:
    """Compare a batch with what is kept of its source; of one identifier the last record counts."""
    latest = {event.provenance.identifier: event for event in batch}
    known = _known(source, list(latest))
    made = Plan()
    for identifier, event in latest.items():
        found = known.get(identifier)
        if event.record is None:
            if found is None or found.status == Status.WITHDRAWN:
                made.unchanged += 1
            else:
                made.deleted.append(found)
            continue
        values = values_of(event.record, event.provenance)
        if found is None:
            made.new.append(values)
        elif found.digest == values.digest and found.status == Status.PUBLISHED:
            made.unchanged += 1
        else:
            made.changed.append((found, values))
    return made


def carry_out(source: HarvestSource, made: Plan) -> list[tuple[str, str]]:
    """Write a plan, inside a transaction; the records that the database refuses, and why."""
    refused: list[tuple[str, str]] = []
    refused += _each(_create, source, made.new)
    refused += _each(_update, source, made.changed)
    for model in MODELS:
        pks = [known.pk for known in made.deleted if known.model is model]
        if pks:
            model._default_manager.filter(pk__in=pks).update(
                status=Status.WITHDRAWN, modified=timezone.now()
            )
            outbox.changed(*(model(pk=pk) for pk in pks))  # type: ignore[misc]
    return refused


def _known(source: HarvestSource | None, identifiers: Sequence[str]) -> dict[str, Known]:
    if source is None:
        return {}
    return {
        identifier: Known(model, pk, digest, status)
        for model in MODELS
        for identifier, pk, digest, status in model._default_manager.filter(
            source=source, harvested_identifier__in=identifiers
        ).values_list("harvested_identifier", "pk", "digest", "status")
    }


def _each(write: Any, source: HarvestSource, items: list[Any]) -> list[tuple[str, str]]:
    """Write all at once; if the database refuses, one by one to find out which."""
    if not items:
        return []
    try:
        with transaction.atomic():
            write(source, items)
    except DatabaseError as error:
        if len(items) == 1:
            values = items[0] if isinstance(items[0], Values) else items[0][1]
            return [(values.harvested_identifier, str(error).splitlines()[0][:500])]
        return [refused for item in items for refused in _each(write, source, [item])]
    return []


def _create(source: HarvestSource, items: list[Values]) -> None:
    for model in MODELS:
        made = [
            _filled(model(source=source), values, new=True)
            for values in items
            if values.is_publication == (model is Publication)
        ]
        if made:
            outbox.changed(*model._default_manager.bulk_create(made))


def _update(source: HarvestSource, items: list[tuple[Known, Values]]) -> None:
    for model in MODELS:
        wanted = {known.pk: values for known, values in items if known.model is model}
        if not wanted:
            continue
        rows = [
            _filled(row, wanted[row.pk], new=False)
            for row in model._default_manager.filter(pk__in=wanted)
        ]
        kind = "publication_type" if model is Publication else "material_type"
        model._default_manager.bulk_update(
            rows, [*COMMON, kind, "digest", "status", "published", "modified"]
        )
        outbox.changed(*rows)


def _filled(row: Any, values: Values, *, new: bool) -> Any:
    """A row with the values of a record.

    A record keeps the kind as which it first came in; its type follows the source only within it.
    """
    for name in COMMON:
        value = getattr(values, name)
        setattr(row, name, list(value) if isinstance(value, tuple) else value)
    if isinstance(row, OpenMaterial):
        row.material_type = values.type
    elif values.is_publication:
        row.publication_type = values.type
    if new:
        row.harvested_identifier = values.harvested_identifier
    row.digest = values.digest
    row.status = Status.PUBLISHED
    row.published = row.published or timezone.now()
    row.modified = timezone.now()
    return row
