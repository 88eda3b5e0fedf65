"""`python -m samenspel` is the `samenspel` command."""

from samenspel.config.cli import main

main(prog_name="samenspel")
