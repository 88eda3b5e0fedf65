"""The data register: for every model field what kind of data it holds, for how long, and why.

Each room has a `data_register.py` with `FIELDS`, a mapping of `"Model.field"` to an `Entry`.
A field without an entry fails the tests. Export, erasure and the confidentiality crawl read it.
"""

import enum
import importlib
import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models


class Kind(enum.Enum):
    """What kind of data a field holds (quality: every field is classed)."""

    PUBLIC = "public"
    PERSONAL = "personal"
    SPECIAL = "special"
    CONFIDENTIAL = "confidential-commercial"
    TECHNICAL = "technical"


@dataclass(frozen=True)
class Entry:
    """A field's kind, its retention in words, and what erasure of a person does with it."""

    kind: Kind
    retention: str
    on_erasure: str = ""


def public(retention: str = "zolang het onderwerp bestaat") -> Entry:
    """Data that anyone may read."""
    return Entry(Kind.PUBLIC, retention)


def technical(retention: str = "zolang het onderwerp bestaat") -> Entry:
    """Data that says nothing of a person: keys, states, times of the system."""
    return Entry(Kind.TECHNICAL, retention)


def personal(retention: str, on_erasure: str) -> Entry:
    """Data that says something of a person; `on_erasure` says what becomes of it."""
    return Entry(Kind.PERSONAL, retention, on_erasure)


def special(retention: str, on_erasure: str) -> Entry:
    """Data of a special kind (health, origin, a pupil)."""
    return Entry(Kind.SPECIAL, retention, on_erasure)


def confidential(retention: str) -> Entry:
    """Data whose early disclosure harms a party: sealed amounts, scores."""
    return Entry(Kind.CONFIDENTIAL, retention)


def each(model: str, names: str, entry: Entry) -> dict[str, Entry]:
    """The same entry for several fields of a model, named with spaces between them."""
    return {f"{model}.{name}": entry for name in names.split()}


def entries() -> dict[str, Entry]:
    """Every entry of every room as `"app_label.Model.field"`."""
    found: dict[str, Entry] = {}
    for config in apps.get_app_configs():
        if importlib.util.find_spec(f"{config.name}.data_register"):
            module = importlib.import_module(f"{config.name}.data_register")
            found |= {f"{config.label}.{name}": entry for name, entry in module.FIELDS.items()}
    if importlib.util.find_spec("samenspel.config.data_register"):
        module = importlib.import_module("samenspel.config.data_register")
        found |= module.FIELDS
    return found


def fields() -> Iterator[tuple[str, "models.Field[Any, Any]"]]:
    """Every concrete field of every model, third parties' included, with its register name."""
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.local_concrete_fields:
            yield f"{model._meta.app_label}.{model.__name__}.{field.name}", field
