"""`samenspel import oai-pmh`: harvested metadata out of files or from a server.

Exit codes: 0 fine, 1 records were refused, 2 the source could not be used (further).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from samenspel.integrations.oai_pmh import Event
    from samenspel.knowledge.imports import Outcome, Progress

FINE, RECORDS_REFUSED, SOURCE_REFUSED = 0, 1, 2
SHOWN = 10


@click.command()
@click.argument("origins", metavar="FILE|URL...", nargs=-1, required=True)
@click.option("--set", "set_spec", default="", help="Only this set of the server.")
@click.option(
    "--from",
    "since",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Only what changed since this day. Default: since the last complete harvest.",
)
@click.option("--prefix", default="oai_dc", show_default=True, help="Format: lom, oai_dc, ...")
@click.option("--full", is_flag=True, help="Everything from the start, also what was had before.")
@click.option(
    "--base-url", default="", help="Where the records of a file come from, if it is silent."
)
@click.option("--allow-private", is_flag=True, help="Also from a server on a private network.")
@click.option("--dry-run", is_flag=True, help="Only show what would change.")
def import_oai_pmh(
    origins: tuple[str, ...],
    set_spec: str,
    since: datetime | None,
    prefix: str,
    full: bool,
    base_url: str,
    allow_private: bool,
    dry_run: bool,
) -> None:
    """Harvest metadata of publications and learning material (NL-LOM or Dublin Core).

    FILE is a kept OAI-PMH answer or a folder with them, in the order of the list; URL is the base
    address of a server. A harvest that was broken off goes on where it was. Doing it twice changes
    nothing; what the source calls deleted is withdrawn.
    """
    from samenspel.knowledge.imports import NoSource

    is_server = origins[0].startswith(("http://", "https://"))
    if is_server and len(origins) > 1:
        raise click.UsageError(_("Geef één adres, of een of meer bestanden."))
    try:
        with _Counter() as progress:
            if is_server:
                server = _Server(origins[0], prefix, set_spec, allow_private)
                day = since.date() if since else None
                outcome = server.harvest(day, full=full, dry_run=dry_run, progress=progress)
            else:
                outcome = _files(origins, base_url, dry_run=dry_run, progress=progress)
    except NoSource:
        click.secho(_("Het bestand zegt niet van welke bron het komt."), fg="red", err=True)
        click.echo(_("Geef het adres van de bron met --base-url."), err=True)
        sys.exit(SOURCE_REFUSED)
    sys.exit(_tell(outcome, dry_run=dry_run, is_server=is_server))


def _files(
    origins: tuple[str, ...], base_url: str, *, dry_run: bool, progress: Progress
) -> Outcome:
    from samenspel.integrations import oai_pmh
    from samenspel.knowledge import imports

    events = oai_pmh.read_files(Path(origin) for origin in origins)
    if dry_run:
        return imports.look(events, base_url=base_url, progress=progress)
    names = ", ".join(Path(origin).name for origin in origins)[:1000]
    return imports.take_in(events, base_url=base_url, origin=names, progress=progress)


class _Server:
    """One list of one server."""

    def __init__(self, url: str, prefix: str, set_spec: str, allow_private: bool) -> None:
        self.url, self.prefix, self.set_spec = url, prefix, set_spec
        self.allow_private = allow_private

    def events(self, since: date | None, token: str = "") -> Iterator[Event]:
        """What the server lists."""
        from samenspel.integrations import oai_pmh

        source = oai_pmh.Source(self.url, self.prefix, self.set_spec, self.allow_private)
        return oai_pmh.harvest(source, since=since, token=token)

    def harvest(
        self, since: date | None, *, full: bool, dry_run: bool, progress: Progress
    ) -> Outcome:
        """Go on with what was broken off, or take what is new since the last time."""
        from samenspel.knowledge import imports

        this = {"base_url": self.url, "prefix": self.prefix, "set_spec": self.set_spec}
        left = None if full or since else imports.unfinished(**this)
        if left and not dry_run:
            click.echo(_("Verder waar de vorige keer ophield."), err=True)
            outcome = imports.take_in(
                self.events(None, left.resumption_token), run=left, progress=progress
            )
            if outcome.stopped is None or outcome.stopped.code != "token_refused":
                return outcome
            click.echo(_("De bron weet niet meer waar we waren; we beginnen opnieuw."), err=True)
            since = left.since.date() if left.since else None
        elif not full and since is None:
            since = imports.last_response(**this)
        if dry_run:
            return imports.look(self.events(since), base_url=self.url, progress=progress)
        run = imports.begin(**this, origin=self.url, since=since)
        return imports.take_in(self.events(since), run=run, progress=progress)


class _Counter:
    """Tells how many records were done, on one line, if somebody is looking."""

    def __enter__(self) -> Progress:
        self.shown = sys.stderr.isatty()
        return self.step

    def step(self, counts: dict[str, int]) -> None:
        """Show the number so far."""
        if self.shown:
            click.echo("\r" + _("%s records") % sum(counts.values()), nl=False, err=True)

    def __exit__(self, *_error: object) -> None:
        if self.shown:
            click.echo(err=True)


def _tell(outcome: Outcome, *, dry_run: bool, is_server: bool) -> int:
    from samenspel.knowledge.messages import explain_stop

    counts = outcome.counts
    labels = {
        "new": _("nieuw"),
        "changed": _("gewijzigd"),
        "unchanged": _("ongewijzigd"),
        "deleted": _("door de bron verwijderd, hier ingetrokken"),
        "refused": _("geweigerd"),
    }
    for name, label in labels.items():
        click.echo(f"{counts[name]:>9} {label}")
    for identifier, message in outcome.errors[:SHOWN]:
        click.secho(f"          {identifier or '-'}: {message}", fg="red")
    if counts["refused"] > SHOWN:
        left = counts["refused"] - SHOWN
        click.echo("          " + _("… en nog %s (alle staan bij de oogst)") % left)
    if outcome.stopped is not None:
        click.secho(explain_stop(outcome.stopped), fg="red", err=True)
        again = _(" Herhaal de opdracht om verder te gaan.") if is_server else ""
        click.echo(_("Er is niets verloren: wat er al was, is er nog.") + again, err=True)
        return SOURCE_REFUSED
    if not sum(counts.values()):
        click.echo(_("De bron gaf geen records; er is niets veranderd."))
    if outcome.more:
        click.echo(_("Dit is niet het einde van de lijst: de bron heeft meer."))
    if dry_run:
        click.echo(_("Dit zou er veranderen; er is niets weggeschreven."))
    elif outcome.run is not None:
        click.secho(_("Verwerkt (oogst %s).") % outcome.run.pk, fg="green")
    return RECORDS_REFUSED if counts["refused"] else FINE
