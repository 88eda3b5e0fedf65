"""An offering as a snapshot, and a snapshot as text that can be compared."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.utils.translation import gettext as _

from samenspel.catalogue.choices import Basis, Recurrence, Tiering, Vat
from samenspel.catalogue.models import Claim, Offering
from samenspel.catalogue.prices import Price, Tier
from samenspel.catalogue.wording import price_in_words
from samenspel.common.versions import label_of

FIELDS = (
    *("title", "lead", "description", "domain", "service_type", "form", "delivery", "sectors"),
    *("target_groups", "languages", "regions", "duration", "duration_length", "duration_unit"),
    *("group_minimum", "group_maximum", "capacity", "own_hours", "team_approach"),
    *("practice_link", "embedding_plan", "co_creation", "edition", "licence"),
    *("technical_links", "website"),
)
"""What the supplier says, in the order in which it is read."""

CLAIM_FIELDS = ("text", "evidence", "evidence_url", "level", "context", "issuer", "expires")


def snapshot(offering: Offering) -> dict[str, Any]:
    """Everything that the offering says, as JSON values."""
    return {
        "fields": {name: _plain(getattr(offering, name)) for name in FIELDS},
        "prices": [_plain(asdict(price)) for price in offering.prices()],
        "claims": [
            {name: _plain(getattr(claim, name)) for name in CLAIM_FIELDS}
            for claim in offering.claims.all()
        ],
    }


def readable(kept: Mapping[str, Any]) -> dict[str, str]:
    """A snapshot as label -> text, in the reader's language, without what is empty."""
    texts = {
        label_of(Offering, name).capitalize(): _field_text(name, value)
        for name, value in kept["fields"].items()
        if name in FIELDS
    }
    texts[_("Prijzen")] = "\n".join(price_in_words(price_from(raw)) for raw in kept["prices"])
    texts[_("Claims")] = "\n".join(_claim_text(raw) for raw in kept["claims"])
    return {label: text for label, text in texts.items() if text}


def price_from(raw: Mapping[str, Any]) -> Price:
    """A price out of a snapshot."""
    return Price(
        basis=Basis(raw["basis"]),
        amount=_decimal(raw["amount"]),
        label=raw["label"],
        option=raw["option"],
        vat=Vat(raw["vat"]),
        vat_rate=Decimal(raw["vat_rate"]),
        recurrence=Recurrence(raw["recurrence"]),
        usual_quantity=_decimal(raw["usual_quantity"]),
        minimum=raw["minimum"],
        tiering=Tiering(raw["tiering"]),
        tiers=tuple(Tier(tier["start"], Decimal(tier["amount"])) for tier in raw["tiers"]),
        valid_from=_date(raw["valid_from"]),
        valid_to=_date(raw["valid_to"]),
    )


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal | date):
        return str(value)
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value


def _field_text(name: str, value: Any) -> str:
    field = Offering._meta.get_field(name)
    if isinstance(field, ArrayField):
        labels = dict(field.base_field.flatchoices)
        return ", ".join(str(labels.get(code, code)) for code in value)
    labels = dict(field.flatchoices)  # type: ignore[union-attr]
    return "" if value is None else str(labels.get(value, value))


def _claim_text(raw: Mapping[str, Any]) -> str:
    values = {name: raw[name] or "" for name in CLAIM_FIELDS}
    values["level"] = dict(Claim._meta.get_field("level").flatchoices).get(raw["level"], "")
    return "; ".join(str(value).strip() for value in values.values() if value)


def _decimal(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _date(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)
