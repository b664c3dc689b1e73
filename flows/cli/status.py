"""`rekap status`: who has reported, who has not, how late, and what waits in quarantine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, tzinfo
from typing import TYPE_CHECKING, Any

import click

from flows.cli.base import command, quarter_options
from flows.console import say, show_table, to_json
from flows.settings import Settings

if TYPE_CHECKING:
    from warehouse.coverage import Status

STATUSES = {"received": "diterima", "missing": "belum ada", "quarantined": "hanya yang ditolak"}
"""How a coverage status is shown."""

COLUMNS = ("satker", "status", "diterima", "terlambat", "revisi", "temuan", "keterangan")


@command("status", help="Siapa sudah dan belum melapor; isi karantina.")
@quarter_options(required=False)
@click.option("--json", "as_json", is_flag=True, help="Sebagai JSON, untuk program lain.")
def status(settings: Settings, year: int | None, quarter: int | None, as_json: bool) -> None:
    """One quarter: the one that was named, else the newest that has a report."""
    from warehouse.coverage import status as read_status

    found = read_status(settings.data, year, quarter)
    waiting = _quarantine(settings)
    if as_json:
        click.echo(to_json(asdict(found) | {"quarantine": waiting}))
        return
    _show(found, settings.zone)
    say(f"Karantina: {len(waiting)} berkas menunggu perbaikan; pernah ditolak: {len(found.refused)}.")
    for letter in waiting:
        say(f"  {letter['file']}: {letter['message']}")


def _quarantine(settings: Settings) -> list[dict[str, str]]:
    """What waits to be mended: each file with its reason."""
    from flows.intake.quarantine import field_of, letters

    names = {"file": "Berkas", "reason": "Kode", "message": "Alasan"}
    return [{key: field_of(place, name) for key, name in names.items()} for place in letters(settings.quarantine)]


def _show(found: Status, zone: tzinfo) -> None:
    """The quarter for a person."""
    if found.summary is None:
        say("Belum ada laporan untuk triwulan itu.")
        return
    counts = found.summary
    closed = " Sudah ditutup." if counts["closed"] else ""
    say(
        f"Triwulan {found.quarter} tahun {found.year}: {counts['satker_reporting']} dari {counts['satker_total']} "
        f"satker melapor, {counts['satker_on_time']} tepat waktu, {counts['satker_missing']} belum.{closed}"
    )
    show_table(COLUMNS, [_line(row, zone) for row in found.rows])


def _line(row: Mapping[str, Any], zone: tzinfo) -> tuple[object, ...]:
    """One satker as the table shows it."""
    received = row["received_at"]
    notes = (
        f"tenggat {row['due_date']}" if row["status"] != "received" else "",
        f"dikecualikan: {row['excused_reason']}" if row["excused_reason"] else "",
        f"{row['pending']} kiriman menunggu persetujuan" if row["pending"] else "",
        "disetujui" if row["approved"] else "",
    )
    return (
        row["satker_name"],
        STATUSES[row["status"]],
        received.replace(tzinfo=UTC).astimezone(zone).date() if received else None,
        f"{row['days_late']} hari" if row["days_late"] and not row["excused_reason"] else None,
        row["revision"],
        row["findings_open"],
        "; ".join(filter(None, notes)),
    )


COMMANDS = (status,)
