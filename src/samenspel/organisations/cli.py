"""`samenspel import schools`: what a register file changes, and writing it.

Exit codes: 0 fine, 1 rows were refused, 2 the file (or the whole import) was refused.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from samenspel.organisations.imports import Preview
    from samenspel.organisations.models import ImportRun
    from samenspel.organisations.planning import SiteChange

Result = TypeVar("Result")
FINE, ROWS_REFUSED, ALL_REFUSED = 0, 1, 2
EXAMPLES = 5


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--apply/--dry-run",
    "write",
    default=None,
    help="Write the changes, or only show them. Default: ask; write when nobody can be asked.",
)
@click.option("--only-valid", is_flag=True, help="Write the good rows when others are refused.")
@click.option(
    "--close-missing",
    is_flag=True,
    help="Take a site that the file does not name as closed (not above a safe number).",
)
@click.option(
    "--source-date",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day on which the file was right. Default: the month in its name, else today.",
)
def import_schools(
    file: Path,
    write: bool | None,
    only_valid: bool,
    close_missing: bool,
    source_date: datetime | None,
) -> None:
    """Read school sites from FILE: DUO's addresses or the file with places on the map.

    Shows what is new, changed, closed and refused. Rows that are refused stop the whole import,
    unless --only-valid. Reading the same file twice changes nothing.
    """
    from samenspel.integrations.duo import FileRefused
    from samenspel.organisations.messages import explain_file

    try:
        code = _run(file, write, only_valid, close_missing, source_date and source_date.date())
    except FileRefused as error:
        problem, remedy = explain_file(error)
        click.secho(f"{file.name}: {problem}", fg="red", err=True)
        click.echo(remedy, err=True)
        code = ALL_REFUSED
    sys.exit(code)


def _run(
    file: Path, write: bool | None, only_valid: bool, close_missing: bool, on: date | None
) -> int:
    from samenspel.organisations import imports

    def look(step: Callable[[int], None]) -> Preview:
        return imports.preview(file, source_date=on, progress=step)

    def import_it(step: Callable[[int], None]) -> tuple[Preview, ImportRun]:
        return imports.import_register(
            file,
            source_date=on,
            only_valid=only_valid,
            close_missing=close_missing,
            progress=step,
        )

    asked = write is None and sys.stdin.isatty() and sys.stdout.isatty()
    if asked or write is False:
        found = _with_progress(file, look)
        _show(found, close_missing)
        if not asked or not click.confirm(_("Deze wijzigingen verwerken?")):
            return ROWS_REFUSED if found.plan.errors else FINE
    found, run = _with_progress(file, import_it)
    if not asked:
        _show(found, close_missing)
    return _tell_outcome(found, run, only_valid)


def _with_progress(file: Path, work: Callable[[Callable[[int], None]], Result]) -> Result:
    """Do the work with a bar on the screen; nothing is shown when the output is kept."""
    size = 0
    if file.is_file():
        with file.open("rb") as lines:
            size = sum(1 for line in lines)
    with click.progressbar(
        length=size,
        label=_("Regels lezen"),
        file=sys.stderr,
        update_min_steps=200,
        hidden=not sys.stderr.isatty(),
    ) as bar:
        done = 0

        def step(line: int) -> None:
            nonlocal done
            bar.update(line - done)
            done = line

        return work(step)


def _show(found: Preview, close_missing: bool) -> None:
    from samenspel.organisations import messages

    plan = found.plan
    click.echo(
        _("%(file)s: %(layout)s, %(encoding)s, stand van %(day)s, %(rows)s regels")
        % {
            "file": found.file.path.name,
            "layout": messages.LAYOUT_NAMES[found.file.layout],
            "encoding": found.file.encoding,
            "day": f"{found.source_date:%d-%m-%Y}",
            "rows": plan.rows,
        }
    )
    closing = [site for site in plan.changed if site.closes]
    changed = [site for site in plan.changed if not site.closes]
    _count(_("nieuw"), len(plan.new), (f"{row.code} {row.name}" for row in plan.new))
    _count(_("gewijzigd"), len(changed), map(_in_words, changed))
    _count(_("ongewijzigd"), plan.unchanged)
    _count(_("gesloten"), len(closing), map(_in_words, closing))
    missing = (f"{site.code} {site.name}" for site in plan.missing)
    if not plan.errors:
        label = _("niet genoemd, dus gesloten") if close_missing else _("niet genoemd, blijft open")
        _count(label, len(plan.missing), missing)
    _count(
        _("samengevoegd"),
        len(plan.repeated),
        (_line(row.line, messages.explain_repeat(row)) for row in plan.repeated),
    )
    _count(_("geweigerd"), plan.refused)
    for error in plan.errors:
        problem, remedy = messages.explain_row(error)
        where = _("kolom %s: ") % error.field if error.field else ""
        click.secho("  " + _line(error.line, f"{where}{problem}. {remedy}"), fg="red")


def _in_words(site: SiteChange) -> str:
    from samenspel.organisations.messages import field_label, shown

    changes = "; ".join(
        f"{field_label(change.field)}: {shown(change.old)} → {shown(change.new)}"
        for change in site.changes
    )
    return f"{site.code} {site.name}: {changes}"


def _count(label: str, number: int, examples: Iterable[str] = ()) -> None:
    click.echo(f"{number:>7} {label}")
    for example in islice(examples, EXAMPLES):
        click.echo(f"          {example}")
    if examples and number > EXAMPLES:
        click.echo("          " + _("… en nog %s") % (number - EXAMPLES))


def _line(number: int, text: str) -> str:
    return _("regel %(line)s: %(text)s") % {"line": number, "text": text}


def _tell_outcome(found: Preview, run: ImportRun, only_valid: bool) -> int:
    plan = found.plan
    if run.outcome != "refused":
        click.secho(_("Verwerkt (import %s).") % run.pk, fg="green")
        return ROWS_REFUSED if plan.errors else FINE
    if plan.errors and not only_valid:
        reason = (
            _(
                "Niets verwerkt: %s regels zijn geweigerd. Verbeter ze, "
                "of verwerk alleen de goede regels met --only-valid."
            )
            % plan.refused
        )
        code = ROWS_REFUSED
    elif plan.errors:
        reason = _(
            "Niets verwerkt: --close-missing kan alleen als geen enkele regel is geweigerd, "
            "anders sluit een school die wel in het bestand staat."
        )
        code = ALL_REFUSED
    else:
        reason = _(
            "Niets verwerkt: %(missing)s van de %(open)s open vestigingen zouden sluiten. "
            "Dat is meer dan veilig is; waarschijnlijk is het bestand niet volledig."
        ) % {"missing": len(plan.missing), "open": plan.open_before}
        code = ALL_REFUSED
    click.secho(reason, fg="red", err=True)
    return code
