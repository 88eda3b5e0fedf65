"""`samenspel worker` and `samenspel rebuild-search`."""

import os
import sys

import click


@click.command()
@click.option(
    "--embedders",
    type=click.IntRange(min=0),
    help="Processes that compute meaning. Default: the processor cores less one.",
)
@click.option(
    "--once", is_flag=True, help="Do what is waiting and stop; exit code 1 if some fails."
)
def worker(embedders: int | None, once: bool) -> None:
    """Keep the search index up to date until Ctrl-C; run one beside `samenspel serve`."""
    from samenspel.search import service, work
    from samenspel.search.worker import Supervisor

    if once:
        failing = work.drain()
        if failing:
            click.secho(f"Mislukt: {failing}. Zie het logboek.", fg="red", err=True)
            sys.exit(1)
        click.echo("De zoekindex is bij.")
        return
    if embedders is None:
        embedders = max(1, (os.cpu_count() or 1) - 1)
    if not service.model_name():
        click.echo("Zoeken werkt hier alleen op woorden.")
        embedders = 0
    Supervisor(embedders=embedders).run()


@click.command()
@click.option("--words-only", is_flag=True, help="Leave the stored meaning as it is.")
def rebuild_search(words_only: bool) -> None:
    """Build the search index anew and take it into use; the site goes on meanwhile.

    Exit codes: 0 done, 1 another rebuild is going on.
    """
    from samenspel.search import service
    from samenspel.search.folders import AlreadyRebuilding
    from samenspel.search.models import EmbeddingTask
    from samenspel.search.rebuild import rebuild

    said = -1

    def progress(done: int, total: int) -> None:
        nonlocal said
        percent = 100 * done // total if total else 100
        if percent // 5 != said // 5:
            said = percent
            click.echo(f"{percent:3d} %  {done} van {total}", err=True)

    try:
        count = rebuild(
            service.folders(),
            model=service.model_name(),
            with_meaning=not words_only,
            progress=progress,
        )
    except AlreadyRebuilding:
        raise click.ClickException("De zoekindex wordt al opnieuw opgebouwd.") from None
    click.echo(f"De zoekindex is nieuw. Documenten: {count}.")
    waiting = EmbeddingTask.objects.count()
    if waiting and not words_only:
        click.echo(f"Teksten zonder betekenis: {waiting}. `samenspel worker` rekent ze uit.")
