"""A knowledge item as a snapshot, and a snapshot as text that can be compared."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.utils.translation import gettext as _

from samenspel.common.versions import label_of
from samenspel.knowledge.models import Answer, Item, PracticeSummary, Publication

ABOUT = ("title", "lead", "authors", "sectors", "domain", "service_type")
FIELDS: dict[type[Item], tuple[str, ...]] = {
    Publication: (
        *ABOUT,
        *("description", "publication_type", "year", "publisher", "language", "keywords"),
        *("access", "url", "licence", "doi", "identifiers"),
    ),
    PracticeSummary: (
        *ABOUT,
        *("says", "for_whom", "evidence_level", "evidence_explanation", "cost", "monday"),
    ),
    Answer: (*ABOUT, "text", "evidence_level", "limits", "answered_on"),
}
"""What the writers say of each kind, in the order in which it is read."""


def snapshot(item: Item) -> dict[str, Any]:
    """Everything that an item says, as JSON values."""
    kept: dict[str, Any] = {
        "fields": {name: _plain(getattr(item, name)) for name in FIELDS[type(item)]}
    }
    if isinstance(item, PracticeSummary | Answer):
        kept["publications"] = [str(found) for found in item.publications.order_by("pk")]
    return kept


def readable(model: type[Item], kept: Mapping[str, Any]) -> dict[str, str]:
    """A snapshot as label -> text, in the reader's language, without what is empty."""
    texts = {
        label_of(model, name).capitalize(): _text(model, name, value)
        for name, value in kept["fields"].items()
        if name in FIELDS[model]
    }
    texts[_("Publicaties")] = "\n".join(kept.get("publications", ()))
    return {label: text for label, text in texts.items() if text}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _text(model: type[Item], name: str, value: Any) -> str:
    field = model._meta.get_field(name)
    if isinstance(field, ArrayField):
        labels = dict(field.base_field.flatchoices)
        return "\n".join(str(labels.get(entry, entry)) for entry in value)
    labels = dict(field.flatchoices)  # type: ignore[union-attr]
    return "" if value is None else str(labels.get(value, value))
