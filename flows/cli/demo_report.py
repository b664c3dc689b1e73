"""What `rekap demo` shows after its pass: what is in the snapshot, and where to look next."""

from __future__ import annotations

from flows.console import show_table
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
    "SELECT severity AS tingkat, rule AS temuan, page AS halaman, message AS penjelasan FROM findings ORDER BY ALL"
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
    show_table(("langkah berikutnya", "gunanya"), _next_steps(settings))


def _next_steps(settings: Settings) -> list[tuple[str, str]]:
    """Commands to try on this data folder."""
    quarter = f"--data {settings.data} --year 2024 --quarter 2"
    return [
        (f"rekap status {quarter}", "siapa yang sudah dan belum melapor"),
        (f'rekap sql --data {settings.data} "SHOW TABLES"', "bertanya kepada hasil terbit"),
        (f"rekap export {quarter} --out hasil", "XLSX, CSV dan Parquet"),
        (f"letakkan PDF di {settings.intake}, lalu rekap run --data {settings.data}", "mengolah laporan sendiri"),
    ]
