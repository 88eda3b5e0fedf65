"""What can be done with a knowledge item. Each act is one transaction with its audit event."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.db import transaction
from django.utils import timezone

from samenspel.common import audit
from samenspel.common.publishing import NotReady, moved
from samenspel.common.versions import label_of
from samenspel.integrations import licences
from samenspel.knowledge import versions
from samenspel.knowledge.choices import Status
from samenspel.knowledge.models import (
    Answer,
    DeniedAccess,
    Item,
    PracticeSummary,
    Publication,
    Record,
)
from samenspel.organisations.models import Organisation
from samenspel.search import outbox

AnyItem = TypeVar("AnyItem", bound=Item)

NEEDED: dict[type[Item], tuple[str, ...]] = {
    Publication: ("description", "authors", "year"),
    PracticeSummary: ("lead", "says", "for_whom", "evidence_explanation", "monday"),
    Answer: ("text", "answered_on"),
}
"""What may be empty in a draft and not in public."""


def missing_for_publication(item: Item) -> list[str]:
    """The labels of what is still empty, in the order of the form."""
    return [label_of(type(item), name) for name in NEEDED[type(item)] if not getattr(item, name)]


@transaction.atomic
def add(
    *,
    model: type[AnyItem],
    owner: Organisation,
    fields: Mapping[str, Any],
    publications: Iterable[Publication] = (),
    publish: bool = False,
    by: Any,
) -> AnyItem:
    """Make an item that an organisation keeps, as a draft or published (NotReady if it cannot be).

    `publications` are what a summary or answer rests on.
    """
    item = model(owner=owner, **fields)
    _save(item, publications)
    audit.record(f"{item.kind}.added", item, by=by)
    return _publish(item, by) if publish else item


@transaction.atomic
def change(
    *,
    item: AnyItem,
    fields: Mapping[str, Any],
    publications: Iterable[Publication] = (),
    publish: bool = False,
    by: Any,
) -> AnyItem:
    """Say something else; what is public already is published again at once.

    Raises NotReady when it is to be public and misses something; then nothing is changed.
    """
    item = _locked(item)
    changed = [name for name, value in fields.items() if getattr(item, name) != value]
    for name, value in fields.items():
        setattr(item, name, value)
    _save(item, publications)
    audit.record(f"{item.kind}.changed", item, by=by, fields=changed)
    return _publish(item, by) if publish or item.status == Status.PUBLISHED else item


@transaction.atomic
def publish(*, item: AnyItem, by: Any) -> AnyItem:
    """Show the item to everybody and keep what it says as a version, or raise NotReady."""
    return _publish(item, by)


@transaction.atomic
def withdraw(*, item: AnyItem, by: Any) -> AnyItem:
    """Show the item to nobody but its owner; its versions stay."""
    item = _locked(item)
    item.status = moved(item.status, Status.WITHDRAWN)
    item.save()
    audit.record(f"{item.kind}.withdrawn", item, by=by)
    outbox.changed(item)
    return item


@transaction.atomic
def count_denied_access(*, publication: Publication, by: Any) -> DeniedAccess:
    """Count that somebody could not get at the full text: the role, never the person.

    The audit event names nobody either, for the same reason.
    """
    role = getattr(by, "current_role", "") or ""
    denied = DeniedAccess.objects.create(publication=publication, role=role)
    audit.record("publication.access_denied", publication, by=None)
    return denied


def _publish(item: AnyItem, by: Any) -> AnyItem:
    item = _locked(item)
    item.status = moved(item.status, Status.PUBLISHED)
    missing = missing_for_publication(item)
    if missing:
        raise NotReady(missing)
    item.published = item.published or timezone.now()
    item.save()
    kept = versions.snapshot(item)
    newest = item.versions.first()  # type: ignore[attr-defined]
    number = newest.number if newest else 0
    if newest is None or newest.snapshot != kept:
        number += 1
        item.versions.create(number=number, snapshot=kept, author=by)  # type: ignore[attr-defined]
    audit.record(f"{item.kind}.published", item, by=by, version=number)
    outbox.changed(item)
    return item


def _save(item: Item, publications: Iterable[Publication]) -> None:
    if isinstance(item, Record):
        item.licence_code = licences.normalise(item.licence)
    item.save()
    if isinstance(item, PracticeSummary | Answer):
        item.publications.set(publications)


def _locked(item: AnyItem) -> AnyItem:
    found: AnyItem = type(item)._default_manager.select_for_update().get(pk=item.pk)
    return found
