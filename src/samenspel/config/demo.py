"""`samenspel demo`: everything that is needed to look around, with fictitious content."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
import httpx

TRIES = 50
"""How many ports after a taken one are tried."""


@click.command()
@click.option("--port", default=8000, show_default=True, help="Port; the next free one if taken.")
@click.option("--reset", is_flag=True, help="Throw the demo's data away and start over.")
@click.option("--no-content", is_flag=True, help="Start empty.")
def demo(port: int, reset: bool, no_content: bool) -> None:
    """Start the site with a database, a worker and fictitious content, until Ctrl-C."""
    os.environ |= {"SAMENSPEL_DEBUG": "1", "SAMENSPEL_DEMO": "1"}
    for number in (signal.SIGINT, signal.SIGTERM):  # Also where a shell had them ignored.
        signal.signal(number, _interrupt)
    from django.conf import settings

    from samenspel.config.database import running

    if reset:
        _reset(settings)
    settings.DATA.mkdir(parents=True, exist_ok=True)
    click.echo("Database starten …")
    try:
        with running():
            _prepare(with_content=not no_content)
            free = _free_port(port)
            if free != port:
                click.echo(f"Poort {port} is bezet; de demo gebruikt poort {free}.")
            with _processes(free) as processes:
                _wait_for_site(free, processes)
                _print_addresses(free)
                _watch(processes)
    except KeyboardInterrupt:
        click.echo("\nGestopt. De gegevens blijven bewaard; `--reset` begint opnieuw.")


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def _reset(settings: object) -> None:
    """Empty the embedded database and the index; a database of one's own is left to its owner."""
    server = settings.EMBEDDED_POSTGRES  # type: ignore[attr-defined]
    if server is None:
        raise click.ClickException(
            "--reset only empties the database that comes along. "
            "DATABASE_URL is set: empty that database yourself."
        )
    server.stop(only_if_idle=False)
    for folder in (server.data, settings.SEARCH["PATH"]):  # type: ignore[attr-defined]
        shutil.rmtree(folder, ignore_errors=True)
    click.echo("De oude demo is weggegooid.")


def _prepare(*, with_content: bool) -> None:
    from django.core.management import call_command

    click.echo("Tabellen maken …")
    call_command("migrate", interactive=False, verbosity=0)
    if with_content:
        from samenspel.config.demo_content import load

        load(click.echo)
    _ensure_index()


def _ensure_index() -> None:
    """Have everything findable by words before anyone looks; the worker adds meaning."""
    from samenspel.search import service
    from samenspel.search.cli import rebuild_search

    if service.folders().current() is None:
        click.echo("Zoekindex bouwen …")
        rebuild_search.main(["--words-only"], standalone_mode=False)


def _free_port(port: int) -> int:
    for candidate in range(port, port + TRIES):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", candidate))
            except OSError:
                continue
            return candidate
    raise click.ClickException(f"Geen vrije poort tussen {port} en {port + TRIES}.")


@contextmanager
def _processes(port: int) -> Iterator[list[subprocess.Popen[bytes]]]:
    """The web server and the worker, stopped again whatever happens."""
    from samenspel.config.commands import gunicorn_command

    commands = [
        gunicorn_command("127.0.0.1", port, 1, 4),
        [sys.executable, "-m", "samenspel", "worker"],
    ]
    # A session of their own: Ctrl-C reaches this process alone, which then stops them in order.
    started = [subprocess.Popen(command, start_new_session=True) for command in commands]  # noqa: S603
    try:
        yield started
    finally:
        for process in started:
            process.terminate()
        for process in started:
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


def _wait_for_site(port: int, processes: list[subprocess.Popen[bytes]]) -> None:
    for _ in range(300):
        if processes[0].poll() is not None:
            raise click.ClickException("De webserver stopte; de regels hierboven zeggen waarom.")
        try:
            httpx.get(f"http://127.0.0.1:{port}/gezondheid/", timeout=5)
        except httpx.HTTPError:
            time.sleep(0.1)
        else:
            return
    raise click.ClickException("De webserver antwoordt niet binnen 30 seconden.")


def _print_addresses(port: int) -> None:
    from samenspel.accounts.models import User
    from samenspel.organisations.choices import Role
    from samenspel.organisations.models import Membership

    site = f"http://127.0.0.1:{port}"
    click.echo(f"\nSamenspel draait op {site}/\n\nInloggen als:")
    for role in Role:
        first = (
            Membership.objects.filter(role=role, user__is_demo=True, user__profile__isnull=False)
            .select_related("user__profile", "organisation")
            .order_by("id")
            .first()
        )
        if first:
            address = f"{site}/demo/inloggen/{first.user.profile.slug}/"
            click.echo(f"  {role.label!s:<24}{address}")
    for keeper in User.objects.filter(is_demo=True, is_administrator=True).order_by("id")[:1]:
        click.echo(f"  {'Beheerder':<24}{site}/demo/inloggen/{keeper.profile.slug}/")
    click.echo("\nStoppen met Ctrl-C.", nl=True)
    sys.stdout.flush()


def _watch(processes: list[subprocess.Popen[bytes]]) -> None:
    while all(process.poll() is None for process in processes):
        time.sleep(0.5)
    raise click.ClickException("Een onderdeel stopte; de regels hierboven zeggen waarom.")


DEMO_FOLDER = Path(__file__).resolve().parents[3] / "demo"
"""Where the fictitious content lives."""
