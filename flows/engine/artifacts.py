"""What Prefect's pages show of a pass: its files, the findings of its reports, the completeness of the quarters.

Text out of a report is hostile here too: it stands in Markdown only as plain text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from typing import Any

from flows.engine import originals
from flows.line.outcome import LABELS, PassResult

Row = Mapping[str, Any]

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|~:@-])")

STATUSES = {"received": "diterima", "missing": "belum ada", "quarantined": "ditolak"}
"""How the standing of a satker is shown."""

LEVELS = {"error": "kesalahan", "warning": "peringatan", "info": "info"}
"""How the weight of a finding is shown."""


def plain(text: object) -> str:
    """`text` as Markdown that shows it and nothing else: no link, no markup, no new line."""
    return _SPECIAL.sub(r"\\\1", html.escape(" ".join(str(text).split()), quote=False))


def files_table(result: PassResult) -> list[dict[str, Any]]:
    """One row a file."""
    return [
        {
            "berkas": line.filename,
            "hasil": LABELS[line.outcome],
            "penjelasan": line.message,
            "temuan": line.findings,
            "meragukan": line.doubts,
        }
        for line in result.lines
    ]


def findings_markdown(findings: Sequence[Row]) -> str:
    """The findings of the pass's reports, each with a link to its page of the original."""
    if not findings:
        return "Tidak ada temuan."
    # The page before the text: the pages cut a wide table off at the right.
    lines = ["| satker | triwulan | tingkat | halaman | temuan |", "| --- | --- | --- | --- | --- |"]
    for row in findings:
        period, level = f"{row['quarter']}/{row['year']}", LEVELS[row["severity"]]
        office, message = plain(row["satker_name"]), plain(row["message"])
        lines.append(f"| {office} | {period} | {level} | {_page(row)} | {message} |")
    return "\n".join(lines)


def coverage_markdown(coverage: Sequence[Row]) -> str:
    """Who has reported, by quarter, the newest first."""
    parts = []
    for year, quarter in sorted({(row["year"], row["quarter"]) for row in coverage}, reverse=True):
        rows = [row for row in coverage if (row["year"], row["quarter"]) == (year, quarter)]
        received = sum(row["status"] == "received" for row in rows)
        parts += [
            f"## Triwulan {quarter} tahun {year}: {received} dari {len(rows)} satker",
            "| satker | status | jatuh tempo | terlambat (hari) |\n| --- | --- | --- | --- |\n"
            + "\n".join(
                f"| {plain(row['satker_name'])} | {STATUSES[row['status']]} | {row['due_date']} | {_days(row)} |"
                for row in rows
            ),
        ]
    return "\n\n".join(parts) or "Belum ada laporan yang diterima."


def show(result: PassResult, findings: Sequence[Row], coverage: Sequence[Row]) -> None:
    """Attach the three to the running flow."""
    from prefect.artifacts import create_markdown_artifact, create_table_artifact

    counts = result.counts
    told = [f"{counts[outcome]} {label}" for outcome, label in LABELS.items() if counts[outcome]]
    summary = ", ".join(told) or "tidak ada berkas baru"
    create_table_artifact(files_table(result), key="rekap-berkas", description=f"Berkas pada pass ini: {summary}")
    create_markdown_artifact(
        findings_markdown(findings), key="rekap-temuan", description="Temuan pada laporan yang baru diterima"
    )
    create_markdown_artifact(
        coverage_markdown(coverage), key="rekap-kelengkapan", description="Siapa yang sudah dan belum melapor"
    )


def _page(row: Row) -> str:
    """A link to the page of the original."""
    return f"[{row['page'] or 'berkas'}]({originals.address(row['document_id'], row['page'])})"


def _days(row: Row) -> str:
    """Days of lateness; nothing where there is no report yet."""
    return "" if row["days_late"] is None else str(row["days_late"])
