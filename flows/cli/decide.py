"""What people decide: `rekap correct`, `rekap approve`, `rekap excuse` and `rekap close-quarter`."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from flows.cli.base import command, quarter_options
from flows.console import say, show_table
from flows.settings import Settings

if TYPE_CHECKING:
    from warehouse.corrections import Recorded, Request

Decorator = Callable[[Callable[..., None]], Callable[..., None]]

LISTED = (
    *("correction_id", "satker_code", "year", "quarter", "table_name", "row_key", "field", "old_value", "new_value"),
    *("reason", "corrected_by", "corrected_at", "status", "undone_by"),
)
"""The columns of `rekap correct --list`."""

BY = click.option(
    "--by", default=getpass.getuser, metavar="NAMA", help="Siapa yang memutuskan (bawaan: nama pengguna)."
)
REASON = click.option("--reason", default="", metavar="ALASAN", help="Alasannya.")
UNDO = click.option("--undo", is_flag=True, help="Batalkan, dengan --reason.")


def satker_option(required: bool) -> Decorator:
    """Add `--satker`."""
    return click.option("--satker", metavar="KODE", required=required, help="Kode satker, misalnya 6103.")


@command("correct", help="Catat, batalkan atau tampilkan koreksi.")
@satker_option(required=False)
@quarter_options(required=False)
@click.option("--table", metavar="TABEL", help="Tabel, misalnya social_media.")
@click.option("--row", metavar="BARIS", help="Baris: isi kolom row_key (tabel findings: finding_id).")
@click.option("--field", metavar="KOLOM", help="Kolom yang dikoreksi, misalnya posts.")
@click.option("--value", metavar="NILAI", help="Nilai yang benar; kosong bila memang kosong.")
@REASON
@BY
@click.option(
    "--file",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="CSV",
    help="Banyak koreksi sekaligus: CSV dengan kolom satker,year,quarter,table,row,field,value,reason.",
)
@click.option("--list", "listed", is_flag=True, help="Tampilkan semua koreksi.")
@click.option("--undo", type=int, metavar="NOMOR", help="Batalkan koreksi bernomor ini, dengan --reason.")
def correct(
    settings: Settings, *, file: Path | None, listed: bool, undo: int | None, reason: str, by: str, **request: Any
) -> None:
    """Record, list or take back corrections."""
    from flows.line.writing import deciding
    from warehouse import corrections

    if listed:
        _show_corrections(settings, request["satker"], request["year"], request["quarter"])
        return
    wanted = _request(request, reason, by) if file is None and undo is None else None
    with deciding(settings, "rekap correct") as con:
        if undo is not None:
            corrections.undo(con, undo, reason=reason, by=by)
            say(f"Koreksi nomor {undo} dibatalkan.")
        recorded = [corrections.record(con, wanted)] if wanted else []
        for one in corrections.import_csv(con, file, by=by) if file else recorded:
            say(_told(one))


def _show_corrections(settings: Settings, satker: str | None, year: int | None, quarter: int | None) -> None:
    """All corrections, or those of a satker or quarter."""
    from flows.line.writing import writing
    from warehouse.corrections import list_corrections

    with writing(settings, "rekap correct") as con:
        found = list_corrections(con, satker, year, quarter)
    show_table(LISTED, [[row[name] for name in LISTED] for row in found])


@command("approve", help="Setujui laporan satu satker: kiriman berikutnya menunggu.")
@satker_option(required=True)
@quarter_options(required=True)
@click.option("--revision", type=int, metavar="NOMOR", help="Kiriman yang disetujui (bawaan: yang terbaru).")
@UNDO
@REASON
@BY
def approve(
    settings: Settings, satker: str, year: int, quarter: int, revision: int | None, undo: bool, reason: str, by: str
) -> None:
    """Lock a satker's quarter, or unlock it."""
    from flows.line.writing import deciding
    from warehouse import approvals

    period = approvals.Period(satker, year, quarter)
    with deciding(settings, "rekap approve") as con:
        if undo:
            approvals.unlock(con, period, by=by, reason=reason)
            say(f"Persetujuan {period} dibatalkan.")
        else:
            approval = approvals.approve(con, period, by=by, reason=reason, revision=revision)
            say(f"Laporan {period} disetujui pada kiriman ke-{approval.revision} oleh {approval.approved_by}.")


@command("excuse", help="Kecualikan satker yang tidak melapor, dengan alasan.")
@satker_option(required=True)
@quarter_options(required=True)
@UNDO
@REASON
@BY
def excuse(settings: Settings, satker: str, year: int, quarter: int, undo: bool, reason: str, by: str) -> None:
    """Free a satker from reporting for a quarter, or take that back."""
    from flows.line.writing import deciding
    from warehouse import approvals

    period = approvals.Period(satker, year, quarter)
    with deciding(settings, "rekap excuse") as con:
        change = approvals.unexcuse if undo else approvals.excuse
        change(con, period, by=by, reason=reason)
    say(f"Pengecualian {period} dibatalkan." if undo else f"Laporan {period} dikecualikan.")


@command("close-quarter", help="Tutup triwulan setelah semua satker beres.")
@quarter_options(required=True)
@UNDO
@REASON
@BY
def close_quarter(settings: Settings, year: int, quarter: int, undo: bool, reason: str, by: str) -> None:
    """Close a quarter for the province, or open it again."""
    from flows.line.ledger import warehouse_settings
    from flows.line.writing import deciding
    from warehouse import approvals

    with deciding(settings, "rekap close-quarter") as con:
        if undo:
            approvals.reopen_quarter(con, year, quarter, by=by, reason=reason)
        else:
            satkers = warehouse_settings(settings).satkers
            approvals.close_quarter(con, year, quarter, satkers, by=by, reason=reason)
    say(f"Triwulan {quarter} tahun {year} {'dibuka kembali' if undo else 'ditutup'}.")


def _request(given: dict[str, Any], reason: str, by: str) -> Request:
    """One correction out of the options; all are needed."""
    from warehouse.corrections import Request

    lacking = [f"--{name}" for name, value in given.items() if value is None]
    if lacking:
        raise click.UsageError(f"Untuk mencatat koreksi perlu juga {', '.join(lacking)}.")
    satker_code = given.pop("satker")
    return Request(satker_code=satker_code, reason=reason, by=by, **given)


def _told(recorded: Recorded) -> str:
    """A recorded correction in one line."""
    request = recorded.request
    waiting = " Menunggu: laporan itu sudah disetujui." if recorded.waiting else ""
    return (
        f"Koreksi nomor {recorded.correction_id}: {request.table} baris {request.row}, {request.field} "
        f"{recorded.old_value!r} menjadi {recorded.new_value!r}.{waiting}"
    )


COMMANDS = (correct, approve, excuse, close_quarter)
