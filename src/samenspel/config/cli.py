"""The `samenspel` command. Each subcommand is loaded when it is called, so that it starts fast."""

import functools
import importlib
import os
from collections.abc import Callable
from typing import Any

import click

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samenspel.config.settings")


class LazyGroup(click.Group):
    """A group whose subcommands live elsewhere as `"module:object"`."""

    def __init__(self, *args: object, lazy: dict[str, str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every subcommand, without loading one."""
        return sorted(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the subcommand that is asked for."""
        if cmd_name not in self.lazy:
            return None
        module, name = self.lazy[cmd_name].split(":")
        command = getattr(importlib.import_module(module), name)
        assert isinstance(command, click.Command)
        if module.split(".")[1] not in WITHOUT_DATABASE and command.callback:
            command.callback = with_database(command.callback)
        return command


WITHOUT_DATABASE = ("config", "bench")
"""The rooms whose commands start the database themselves, or need none."""


def with_database(callback: Callable[..., Any]) -> Callable[..., Any]:
    """The same command with Django set up and the database running around it.

    Rooms lie below `config`, so their commands cannot do this themselves; and only a command that
    runs needs it, not its `--help`.
    """
    if hasattr(callback, "__wrapped__"):
        return callback

    @functools.wraps(callback)
    def run(*args: Any, **kwargs: Any) -> Any:
        from samenspel.config.database import running

        with running():
            return callback(*args, **kwargs)

    return run


BENCH = {
    "retrieval": "samenspel.bench.retrieval:command",
    "samenspel": "samenspel.bench.samenspel:command",
    "clusters": "samenspel.bench.clusters:command",
    "pages": "samenspel.bench.pages:command",
    "speed": "samenspel.bench.speed:command",
}
IMPORTS = {
    "schools": "samenspel.organisations.cli:import_schools",
    "oai-pmh": "samenspel.knowledge.cli:import_oai_pmh",
}
SEARCH = {
    "rebuild-search": "samenspel.search.cli:rebuild_search",
    "worker": "samenspel.search.cli:worker",
}
WITH_DATABASE = {*IMPORTS.values(), *SEARCH.values()}
COMMANDS = {
    "bench": "samenspel.config.cli:bench",
    "check": "samenspel.config.commands:check",
    "demo": "samenspel.config.demo:demo",
    "import": "samenspel.config.cli:import_",
    "manage": "samenspel.config.commands:manage",
    "serve": "samenspel.config.commands:serve",
    **SEARCH,
}

bench = LazyGroup(
    name="bench", lazy=BENCH, help="Measure quality and speed; prints one JSON object."
)
import_ = LazyGroup(name="import", lazy=IMPORTS, help="Take in data from elsewhere.")
main = LazyGroup(
    name="samenspel",
    lazy=COMMANDS,
    help="Samenspel: vraag en aanbod van educatieve dienstverlening bij elkaar.",
)
