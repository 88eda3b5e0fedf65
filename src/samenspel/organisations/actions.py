"""What people and imports do with organisations and memberships."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain
from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from django.utils.text import slugify

from samenspel.common import audit
from samenspel.integrations.duo import RegisterFile, Repeated, RowError, SiteRow
from samenspel.organisations.choices import SELF_DECLARED, ImportOutcome, OrganisationKind
from samenspel.organisations.messages import shown
from samenspel.organisations.models import (
    ImportIssue,
    ImportRun,
    Membership,
    Organisation,
    RegisterChange,
    SchoolSite,
)
from samenspel.organisations.planning import FieldChange, Plan, SiteChange, values_of
from samenspel.search import outbox

BATCH = 500
ON_SITE = ("school_type", "denomination", "education_area", "pupils", "opened_on")
IMPORT_LOCK = 7_202_411
"""The number of the database lock that lets one import write at a time."""


@transaction.atomic
def join(*, organisation: Organisation, role: str, by: Any) -> Membership:
    """Say that you are something here; doing it twice changes nothing.

    It counts at once for roles that need no proof (`choices.SELF_DECLARED`), the others wait until
    somebody confirms them.
    """
    membership, is_new = Membership.objects.get_or_create(
        user=by,
        organisation=organisation,
        role=role,
        ended=None,
        defaults={"confirmed": role in SELF_DECLARED},
    )
    if is_new:
        audit.record(
            "membership.started", membership, by=by, role=role, confirmed=membership.confirmed
        )
    return membership


@transaction.atomic
def confirm(*, membership: Membership, by: Any) -> Membership:
    """Confirm what somebody says to be here."""
    if not membership.confirmed:
        membership.confirmed = True
        membership.save(update_fields=["confirmed"])
        audit.record("membership.confirmed", membership, by=by, role=membership.role)
    return membership


@transaction.atomic
def end(*, membership: Membership, by: Any) -> Membership:
    """End a membership today; it stays known that it was there."""
    if membership.ended is None:
        membership.ended = timezone.localdate()
        membership.save(update_fields=["ended"])
        audit.record("membership.ended", membership, by=by, role=membership.role)
    return membership


@transaction.atomic
def change_page(*, organisation: Organisation, values: dict[str, Any], by: Any) -> Organisation:
    """Save what the organisation tells about itself; `values` are cleaned fields of the form."""
    changed = sorted(name for name in values if getattr(organisation, name) != values[name])
    for name in changed:
        setattr(organisation, name, values[name])
    if changed:
        organisation.save(update_fields=[*changed, "modified"])
        audit.record("organisation.changed", organisation, by=by, fields=changed)
        outbox.changed(organisation)
    return organisation


@transaction.atomic
def apply_register(
    *,
    file: RegisterFile,
    plan: Plan,
    source_date: date,
    only_valid: bool,
    close_missing: bool,
    by: Any,
) -> ImportRun:
    """Write what a register file brings, or nothing, and keep how it went.

    Nothing is written when rows were refused and `only_valid` is off, or when `close_missing` is
    asked and the plan says that this is not safe. Everything is one transaction.
    """
    refused = bool(plan.errors and not only_valid) or (close_missing and not plan.may_close_missing)
    run = _record_run(file, plan, source_date, refused=refused, close_missing=close_missing, by=by)
    if not refused:
        source = f"{file.path.name}"[:200]
        touched = _create(plan.new, source, source_date)
        changed = [*plan.changed, *(plan.missing if close_missing else [])]
        touched += _change(run, changed, source, source_date)
        outbox.changed(*touched, *_name_boards(plan.board_names))
    audit.record(
        "register.imported",
        run,
        by=by,
        outcome=run.outcome,
        **{name: getattr(run, name) for name in ("new", "changed", "closed", "refused")},
    )
    return run


def lock_imports() -> None:
    """Wait until no other import writes; until the end of this transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [IMPORT_LOCK])


def _record_run(
    file: RegisterFile,
    plan: Plan,
    source_date: date,
    *,
    refused: bool,
    close_missing: bool,
    by: Any,
) -> ImportRun:
    closing = [change for change in plan.changed if change.closes]
    closed = len(closing) + (len(plan.missing) if close_missing else 0)
    outcome = ImportOutcome.PARTLY if plan.errors else ImportOutcome.APPLIED
    run = ImportRun.objects.create(
        by=by,
        file_name=file.path.name[-200:],
        digest=file.digest,
        layout=file.layout,
        encoding=file.encoding,
        source_date=source_date,
        outcome=ImportOutcome.REFUSED if refused else outcome,
        rows=plan.rows,
        new=len(plan.new),
        changed=len(plan.changed) - len(closing),
        unchanged=plan.unchanged,
        closed=closed,
        repeated=len(plan.repeated),
        refused=plan.refused,
    )
    ImportIssue.objects.bulk_create(
        (_issue(run, row) for row in chain[RowError | Repeated](plan.errors, plan.repeated)),
        batch_size=BATCH,
    )
    return run


def _issue(run: ImportRun, row: RowError | Repeated) -> ImportIssue:
    if isinstance(row, Repeated):
        return ImportIssue(
            run=run, line=row.line, value=row.code, code="repeated", other_line=row.other_line
        )
    return ImportIssue(
        run=run,
        line=row.line,
        field=row.field[:60],
        value=row.value[:100],
        code=row.code,
        other_line=row.other_line,
    )


def _create(rows: Sequence[SiteRow], source: str, source_date: date) -> list[Organisation]:
    boards = _boards(row.board_number for row in rows)
    organisations = []
    for row in rows:
        values = values_of(row)
        board = values.pop("board_number")
        organisations.append(
            Organisation(
                kind=OrganisationKind.SCHOOL,
                slug=f"{slugify(row.name)[:200]}-{row.code.lower()}".strip("-"),
                parent=boards.get(board),
                source=source,
                source_date=source_date,
                **{name: value for name, value in values.items() if name not in ON_SITE},
            )
        )
    Organisation.objects.bulk_create(organisations, batch_size=BATCH)
    SchoolSite.objects.bulk_create(
        (
            SchoolSite(
                organisation=organisation,
                brin=row.brin,
                location_code=row.code,
                **{name: getattr(row, name) for name in ON_SITE},
            )
            for organisation, row in zip(organisations, rows, strict=True)
        ),
        batch_size=BATCH,
    )
    return organisations


def _change(
    run: ImportRun, changed: Sequence[SiteChange], source: str, source_date: date
) -> list[Organisation]:
    found = Organisation.objects.select_related("site").in_bulk([change.pk for change in changed])
    boards = _boards(
        change.new for site in changed for change in site.changes if change.field == "board_number"
    )
    for site in changed:
        organisation = found[site.pk]
        for change in site.changes:
            _set(organisation, change, boards)
        organisation.source, organisation.source_date = source, source_date
        organisation.modified = timezone.now()
    organisations = list(found.values())
    Organisation.objects.bulk_update(
        organisations,
        fields=(
            *("name", "street", "postcode", "place", "municipality", "region", "sectors"),
            *("website", "longitude", "latitude", "closed_on", "parent", "source", "source_date"),
            "modified",
        ),
        batch_size=BATCH,
    )
    SchoolSite.objects.bulk_update(
        [organisation.site for organisation in organisations], fields=ON_SITE, batch_size=BATCH
    )
    RegisterChange.objects.bulk_create(
        (
            RegisterChange(
                run=run,
                organisation_id=site.pk,
                field=change.field,
                old=shown(change.old)[:200],
                new=shown(change.new)[:200],
            )
            for site in changed
            for change in site.changes
        ),
        batch_size=BATCH,
    )
    return organisations


def _set(organisation: Organisation, change: FieldChange, boards: dict[str, Organisation]) -> None:
    if change.field == "board_number":
        organisation.parent = boards[change.new]
    elif change.field in ON_SITE:
        setattr(organisation.site, change.field, change.new)
    else:
        setattr(organisation, change.field, change.new)


def _boards(numbers: Iterable[str]) -> dict[str, Organisation]:
    """The boards with these numbers; one that is not known yet is made, named by its number."""
    wanted = {number for number in numbers if number}
    known = Organisation.objects.filter(kind=OrganisationKind.BOARD, registry_number__in=wanted)
    boards = {board.registry_number: board for board in known}
    made = [
        Organisation(
            kind=OrganisationKind.BOARD,
            name=f"Bestuur {number}",
            slug=f"bestuur-{slugify(number)}",
            registry_number=number,
        )
        for number in sorted(wanted - boards.keys())
    ]
    Organisation.objects.bulk_create(made)
    outbox.changed(*made)
    return boards | {board.registry_number: board for board in made}


def _name_boards(names: dict[str, str]) -> list[Organisation]:
    """Boards whose name the file tells otherwise than it was."""
    renamed = []
    for board in Organisation.objects.filter(
        kind=OrganisationKind.BOARD, registry_number__in=names
    ):
        if board.name != names[board.registry_number]:
            board.name = names[board.registry_number]
            board.save(update_fields=["name", "modified"])
            renamed.append(board)
    return renamed
