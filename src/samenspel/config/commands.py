"""The small commands: `manage`, `check` and `serve`."""

import click

from samenspel.config.database import running


@click.command(context_settings={"ignore_unknown_options": True}, add_help_option=False)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: tuple[str, ...]) -> None:
    """Run a Django management command with the database running."""
    from django.core.management import execute_from_command_line

    with running():
        execute_from_command_line(["samenspel manage", *arguments])
