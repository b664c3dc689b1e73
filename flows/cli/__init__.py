"""The command line: one small module for each group of commands. What is heavy is imported inside the commands."""

from __future__ import annotations

import click

from flows.cli import care, decide, export, extract, line, revise, sql, status
from flows.cli.base import Rekap
from flows.console import use_utf8

GROUPS = (line, status, extract, sql, export, decide, revise, care)
"""Modules that declare commands, in the order of `rekap --help`."""


@click.group(
    cls=Rekap,
    help="Rekap laporan triwulan Bakohumas: dari PDF di folder intake sampai rekap provinsi.",
    options_metavar="[OPSI]",
    subcommand_metavar="PERINTAH [ARGUMEN]...",
    context_settings={"max_content_width": 100, "help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="rekap", message="%(prog)s %(version)s")
def cli() -> None:
    """The group of all commands."""


for _module in GROUPS:
    for _command in _module.COMMANDS:
        cli.add_command(_command)


def main() -> None:
    """What the console script `rekap` runs."""
    use_utf8()
    cli(prog_name="rekap")
