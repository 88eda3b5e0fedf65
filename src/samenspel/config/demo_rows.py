"""The rows of `demo/` and their ages, and objects made in bulk that are not from today."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from samenspel.config.demo import DEMO_FOLDER

Row = Mapping[str, Any]


def rows(name: str, *, kind: str = "") -> list[Row]:
    """The rows of one file, or those of one kind in it."""
    text = (DEMO_FOLDER / f"{name}.jsonl").read_text(encoding="utf-8")
    found = [json.loads(line) for line in text.splitlines()]
    return [row for row in found if not kind or row["kind"] == kind]


def values(row: Row, names: Iterable[str]) -> dict[str, Any]:
    """Those of the named fields that the row has."""
    return {name: row[name] for name in names if name in row}


def set_afterwards(objects: Sequence[Any], **fields: Callable[[Any], Any]) -> None:
    """Set fields that saving fills in by itself, and others that are worked out afterwards."""
    for changed in objects:
        for name, value in fields.items():
            setattr(changed, name, value(changed))
    if objects:
        type(objects[0])._default_manager.bulk_update(objects, list(fields))


def day(days_ago: int) -> date:
    """That many days before today."""
    return timezone.localdate() - timedelta(days=days_ago)


def coming_day(days: int | None) -> date | None:
    """That many days from today; None stays None."""
    return None if days is None else day(-days)


def moment(days_ago: int) -> datetime:
    """This time of day, that many days before today."""
    return timezone.now() - timedelta(days=days_ago)
