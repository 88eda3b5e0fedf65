"""From a register file to the database: look, compare, write."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from samenspel.integrations.duo import (
    RegisterFile,
    Repeated,
    RowError,
    SiteRow,
    open_register,
)
from samenspel.organisations import actions
from samenspel.organisations.models import ImportRun
from samenspel.organisations.planning import Plan, plan
from samenspel.organisations.queries import register_by_code

Row = SiteRow | RowError | Repeated
Progress = Callable[[int], None]


@dataclass(frozen=True)
class Preview:
    """What a file would change today."""

    file: RegisterFile
    plan: Plan
    source_date: date


def preview(
    path: Path, *, source_date: date | None = None, progress: Progress | None = None
) -> Preview:
    """Read a register file and compare it with what is stored; writes nothing.

    `source_date` is the day on which the file was right; without it the year and month in its name,
    else today. Raises FileRefused.
    """
    file = open_register(path)
    on = source_date or date_in_name(path.name) or timezone.localdate()
    return Preview(file, plan(_reported(file, progress), register_by_code(), on=on), on)


@transaction.atomic
def import_register(
    path: Path,
    *,
    source_date: date | None = None,
    only_valid: bool = False,
    close_missing: bool = False,
    by: Any = None,
    progress: Progress | None = None,
) -> tuple[Preview, ImportRun]:
    """Read, compare and write in one transaction, one import at a time. Raises FileRefused.

    Reading the same file again changes nothing. See `actions.apply_register` for what is refused.
    """
    actions.lock_imports()
    found = preview(path, source_date=source_date, progress=progress)
    run = actions.apply_register(
        file=found.file,
        plan=found.plan,
        source_date=found.source_date,
        only_valid=only_valid,
        close_missing=close_missing,
        by=by,
    )
    return found, run


def date_in_name(name: str) -> date | None:
    """The day in a name such as `schools-2024-11.csv` (the first) or `adressen-20241115.csv`."""
    match = re.search(r"(?<!\d)(20\d\d)-?(0[1-9]|1[0-2])(?:-?(0[1-9]|[12]\d|3[01]))?(?!\d)", name)
    if not match:
        return None
    year, month, day = match.groups()
    try:
        return date(int(year), int(month), int(day or 1))
    except ValueError:
        return None


def _reported(file: RegisterFile, progress: Progress | None) -> Iterator[Row]:
    for row in file.rows():
        if progress:
            progress(row.line)
        yield row
