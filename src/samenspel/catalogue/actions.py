"""What can be done with an offering. Each act is one transaction with its audit event inside."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samenspel.catalogue import versions
from samenspel.catalogue.choices import Status
from samenspel.catalogue.models import Claim, Offering, PriceLine, PriceTier
from samenspel.catalogue.prices import Price, band
from samenspel.common import audit
from samenspel.common.publishing import NotReady, moved
from samenspel.common.taxonomy import EvidenceLevel
from samenspel.common.versions import label_of
from samenspel.organisations.models import Organisation
from samenspel.search import outbox

NEEDED = ("lead", "description", "sectors", "target_groups", "duration")
"""What may be empty in a draft and not in public."""


def missing_for_publication(offering: Offering) -> list[str]:
    """The labels of what is still empty, in the order of the form."""
    missing = [label_of(Offering, name) for name in NEEDED if not getattr(offering, name)]
    if not offering.price_lines.exists():
        missing.append(str(_("prijzen")))
    return missing


@transaction.atomic
def add(
    *,
    supplier: Organisation,
    fields: Mapping[str, Any],
    prices: Iterable[Price] = (),
    claims: Iterable[Claim] = (),
    publish: bool = False,
    by: Any,
) -> Offering:
    """Make a supplier's offering, as a draft or published (NotReady if it cannot be).

    `claims` are unsaved.
    """
    offering = Offering.objects.create(supplier=supplier, **fields)
    _replace_prices_and_claims(offering, prices, claims)
    audit.record("offering.added", offering, by=by)
    return _publish(offering, by) if publish else offering


@transaction.atomic
def change(
    *,
    offering: Offering,
    fields: Mapping[str, Any],
    prices: Iterable[Price],
    claims: Iterable[Claim],
    publish: bool = False,
    by: Any,
) -> Offering:
    """Say something else; what is public already is published again at once.

    Raises NotReady when it is to be public and misses something; then nothing is changed.
    """
    offering = Offering.objects.select_for_update().get(pk=offering.pk)
    changed = [name for name, value in fields.items() if getattr(offering, name) != value]
    for name, value in fields.items():
        setattr(offering, name, value)
    offering.save()
    _replace_prices_and_claims(offering, prices, claims)
    audit.record("offering.changed", offering, by=by, fields=changed)
    if publish or offering.status == Status.PUBLISHED:
        return _publish(offering, by)
    return offering


@transaction.atomic
def publish(*, offering: Offering, by: Any) -> Offering:
    """Show the offering to everybody and keep what it says as a version, or raise NotReady."""
    return _publish(offering, by)


def _publish(offering: Offering, by: Any) -> Offering:
    offering = _to(Status.PUBLISHED, offering)
    missing = missing_for_publication(offering)
    if missing:
        raise NotReady(missing)
    offering.published = offering.published or timezone.now()
    offering.save()
    kept = versions.snapshot(offering)
    newest = offering.versions.first()
    if newest is None or newest.snapshot != kept:
        number = newest.number + 1 if newest else 1
        offering.versions.create(number=number, snapshot=kept, author=by)
        audit.record("offering.published", offering, by=by, version=number)
    else:
        audit.record("offering.published", offering, by=by, version=newest.number)
    outbox.changed(offering)
    return offering


@transaction.atomic
def withdraw(*, offering: Offering, by: Any) -> Offering:
    """Show the offering to nobody but the supplier; its versions stay."""
    offering = _to(Status.WITHDRAWN, offering)
    offering.save()
    audit.record("offering.withdrawn", offering, by=by)
    outbox.changed(offering)
    return offering


def _to(status: Status, offering: Offering) -> Offering:
    offering = Offering.objects.select_for_update().get(pk=offering.pk)
    offering.status = moved(offering.status, status)
    return offering


def _replace_prices_and_claims(
    offering: Offering, prices: Iterable[Price], claims: Iterable[Claim]
) -> None:
    offering.price_lines.all().delete()
    offering.claims.all().delete()
    prices = tuple(prices)
    for position, price in enumerate(prices):
        line = PriceLine.objects.create(
            offering=offering,
            position=position,
            label=price.label,
            option=price.option,
            basis=price.basis,
            amount=price.amount,
            vat=price.vat,
            vat_rate=price.vat_rate,
            recurrence=price.recurrence,
            usual_quantity=price.usual_quantity,
            minimum=price.minimum,
            tiering=price.tiering,
            valid_from=price.valid_from,
            valid_to=price.valid_to,
        )
        PriceTier.objects.bulk_create(
            PriceTier(price_line=line, start=tier.start, amount=tier.amount) for tier in price.tiers
        )
    for claim in claims:
        claim.pk = None
        claim.offering = offering
        claim.save(force_insert=True)
    today = timezone.localdate()
    offering.price_band = band(prices, on=today) or ""
    offering.evidence_level = strongest_level(offering.claims.all(), on=today)
    offering.save(update_fields=("price_band", "evidence_level", "modified"))


def strongest_level(claims: Iterable[Claim], *, on: date) -> str:
    """The highest evidence level of the claims that have not expired."""
    ladder = EvidenceLevel.values
    standing = [claim.level for claim in claims if claim.expires is None or claim.expires >= on]
    return max(standing, key=ladder.index, default=EvidenceLevel.NONE)
