"""What all commands share: the group, the `--data` option, and errors as one line in Indonesian."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import click

from flows.cli.words import speak_indonesian
from flows.console import complain
from flows.errors import RekapError, explain
from flows.settings import load_settings
from flows.settings_values import SettingsError
from warehouse.errors import WarehouseError

WRONG_USAGE, FAILED = 2, 1
"""Exit codes of the contract."""

speak_indonesian()  # before any option is declared: click words some of its texts then


class Failure(click.ClickException):
    """An error that ends the program with one line on standard error."""

    exit_code = FAILED

    def show(self, file: IO[Any] | None = None) -> None:
        """Say it."""
        complain(f"rekap: {self.format_message()}")


class WrongUsage(Failure):
    """An error in how the program was called or set."""

    exit_code = WRONG_USAGE


class Rekap(click.Group):
    """The `rekap` command; whatever a user can cause ends in one line, whatever we cause keeps its traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the work, not of the alphabet."""
        return list(self.commands)

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """Parse what stands before the command's name."""
        with user_errors():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Parse the command's own arguments and run it."""
        with user_errors():
            return super().invoke(ctx)


@contextmanager
def user_errors() -> Iterator[None]:
    """Turn errors that a user can mend into one line."""
    try:
        yield
    except (Failure, click.exceptions.NoArgsIsHelpError):
        raise
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx else "rekap"
        raise WrongUsage(f"{error.format_message()} (bantuan: {path} --help)") from error
    except click.ClickException as error:
        raise Failure(error.format_message()) from error
    except SettingsError as error:
        raise WrongUsage(str(error)) from error
    except (RekapError, WarehouseError) as error:
        raise Failure(str(error)) from error
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise
        raise Failure(explain(error)) from error


def command(name: str, help: str, **attributes: Any) -> Callable[[Callable[..., None]], click.Command]:
    """Declare a command; its function gets `settings` from the option `--data`."""

    def declare(function: Callable[..., None]) -> click.Command:
        declared: Callable[[Callable[..., None]], click.Command] = click.command(
            name, help=help, options_metavar="[OPSI]", **attributes
        )
        return declared(_data_option(function))

    return declare


_data_option = click.option(
    "--data",
    "settings",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    callback=lambda _context, _option, folder: load_settings(folder),
    help="Folder data (bawaan: variabel REKAP_DATA, kalau tidak ada ./data).",
)
"""The option `--data`; its value is the whole of the settings of that data folder."""


def quarter_options(required: bool) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Add `--year` and `--quarter`."""

    def add(function: Callable[..., None]) -> Callable[..., None]:
        year = click.option(
            "--year", type=click.IntRange(2000, 2100), metavar="TAHUN", required=required, help="Tahun."
        )
        quarter = click.option(
            "--quarter", type=click.IntRange(1, 4), metavar="TRIWULAN", required=required, help="Triwulan (1-4)."
        )
        return year(quarter(function))

    return add
