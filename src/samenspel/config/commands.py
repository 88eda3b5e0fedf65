"""The small commands: `manage`, `check` and `serve`."""

import subprocess
import sys

import click

from samenspel.config.database import running


@click.command(context_settings={"ignore_unknown_options": True}, add_help_option=False)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: tuple[str, ...]) -> None:
    """Run a Django management command with the database running."""
    from django.core.management import execute_from_command_line

    with running():
        execute_from_command_line(["samenspel manage", *arguments])


@click.command()
def check() -> None:
    """Say whether this installation is complete: settings, database, search. Exit code 1 if not."""
    from django.core.management import call_command
    from django.db import connection

    from samenspel.config.health import problems

    with running():
        call_command("check", deploy=True, fail_level="ERROR")
        found = problems()
        with connection.cursor() as cursor:
            cursor.execute("SHOW server_version")
            click.echo(f"PostgreSQL {cursor.fetchone()[0]}")
    for problem in found:
        click.secho(f"✗ {problem}", fg="red", err=True)
    if found:
        sys.exit(1)
    click.echo("Alles in orde.")


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, help="Port to listen on.")
@click.option("--workers", default=2, show_default=True, help="Web processes.")
@click.option("--threads", default=4, show_default=True, help="Threads in each web process.")
def serve(host: str, port: int, workers: int, threads: int) -> None:
    """Serve the site with gunicorn until Ctrl-C; run `samenspel worker` beside it."""
    from django.conf import settings
    from django.core.management import call_command

    with running():
        if not settings.DEBUG:
            call_command("collectstatic", interactive=False, verbosity=0)
        process = subprocess.Popen(gunicorn_command(host, port, workers, threads))  # noqa: S603
        try:
            code = process.wait()
        except KeyboardInterrupt:
            process.terminate()
            code = process.wait()
    sys.exit(0 if code in (0, -15) else 1)


def gunicorn_command(host: str, port: int, workers: int, threads: int) -> list[str]:
    """The command that serves the site."""
    return [
        sys.executable,
        "-m",
        "gunicorn",
        "samenspel.config.wsgi",
        f"--bind={host}:{port}",
        f"--workers={workers}",
        f"--threads={threads}",
        "--graceful-timeout=5",
        "--log-level=warning",
    ]
