"""What `rekap demo` shows after its pass: what is in the snapshot, and where to look next."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from flows.console import say, show_table
from flows.settings import Settings

COUNTS = {
    "baris informasi yang disebarluaskan": "SELECT count(*) FROM dissemination",
    "sel rekapitulasi media sosial": "SELECT count(*) FROM social_media",
    "unggahan menurut rekapitulasi": "SELECT sum(posts) FROM social_media",
    "kegiatan": "SELECT count(*) FROM activities",
    "temuan": "SELECT count(*) FROM findings",
    "satker yang belum melapor": "SELECT count(*) FROM coverage WHERE status <> 'received'",
}
PLATFORMS = (
    "SELECT platform, sum(posts) AS unggahan FROM social_media GROUP BY platform ORDER BY unggahan DESC, platform"
)
FINDINGS = (
    "SELECT severity AS tingkat, rule AS temuan, page AS halaman, message AS penjelasan FROM findings "
    "ORDER BY list_position(['error', 'warning', 'info'], severity), rule, page, message"
)


def show_demo(settings: Settings) -> None:
    """The numbers of the sample report, its findings, and the next commands."""
    from warehouse.snapshot import open_current, query

    with open_current(settings.data) as con:
        counts = [(name, query(con, sql).rows[0][0]) for name, sql in COUNTS.items()]
        show_table(("isi snapshot", "jumlah"), counts)
        for sql in (PLATFORMS, FINDINGS):
            answer = query(con, sql)
            show_table(answer.columns, answer.rows)
    say(f"Hasil terbit: {_short(settings.published / 'rekap.duckdb')} (hanya baca) dan parquet di sebelahnya.")
    say("Langkah berikutnya:")
    steps = _next_steps(settings)
    width = max(len(call) for call, _ in steps)
    for call, use in steps:
        say(f"  {call:{width}}  # {use}")


def _next_steps(settings: Settings) -> list[tuple[str, str]]:
    """Commands to try on this data folder."""
    rekap, intake = _program(), _short(settings.intake)
    data = "" if settings.data == Path.cwd() / "data" else f" --data {_short(settings.data)}"
    return [
        (f"{rekap} status{data}", "siapa yang sudah dan belum melapor"),
        (f'{rekap} sql{data} "SHOW TABLES"', "bertanya kepada hasil terbit"),
        (f"{rekap} export{data} --year 2024 --quarter 2 --out hasil", "XLSX, CSV dan Parquet"),
        (f"{rekap} run{data}", f"mengolah PDF lain yang diletakkan di {intake}"),
    ]


def _program() -> str:
    """How this program is called from here."""
    return "rekap" if shutil.which("rekap") else _short(Path(sys.argv[0]))


def _short(path: Path) -> str:
    """The path seen from the current folder, where it is below it."""
    absolute = path.absolute()
    return str(absolute.relative_to(Path.cwd()) if absolute.is_relative_to(Path.cwd()) else absolute)
