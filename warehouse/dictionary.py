"""The data dictionary: docs/kamus-data.md out of the one definition of tables and columns.

python -m warehouse.dictionary [FILE]    writes it (default: docs/kamus-data.md)
"""

from __future__ import annotations

import sys
from pathlib import Path

from warehouse.queries import checks
from warehouse.records import PUBLISHED
from warehouse.schema import Table

DEFAULT = Path(__file__).parents[1] / "docs" / "kamus-data.md"

_HEAD = """# Kamus data

Halaman ini dibuat dari definisi tabel di `warehouse/records` dengan `python -m warehouse.dictionary`; jangan disunting.
Isinya sama dengan COMMENT di dalam `published/rekap.duckdb`: `rekap sql "describe coverage"` menampilkannya per tabel.

Semua waktu dalam UTC. Kolom `*_as_reported` menyimpan nilai yang terbaca dari laporan, sebelum koreksi. Satker yang
belum melapor ada di `coverage` dan tidak ikut dalam jumlah: tidak pernah dihitung nol.
"""


def dictionary() -> str:
    """The whole page."""
    index = [f"| [{table.name}](#{table.name}) | {table.meaning} |" for table in PUBLISHED]
    parts = [_HEAD, "\n".join(["| tabel | isi |", "| --- | --- |", *index])]
    parts += [_section(table) for table in PUBLISHED]
    rules = [f"| {check.rule} | {check.severity} | {_cell(check.meaning)} |" for check in checks()]
    parts.append(
        "## Pemeriksaan gudang\n\nTemuan dengan `source = 'warehouse'` berasal dari pemeriksaan antar-laporan ini.\n\n"
        + "\n".join(["| aturan | berat | arti |", "| --- | --- | --- |", *rules])
    )
    return "\n\n".join(part.strip() for part in parts) + "\n"


def main() -> None:
    """Write the page."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    path.write_text(dictionary(), encoding="utf-8", newline="\n")


def _section(table: Table) -> str:
    rows = [f"| {column.name} | {column.type} | {_cell(column.comment)} |" for column in table.columns]
    key = ", ".join(f"`{name}`" for name in table.key)
    kind = "Pandangan" if table.view else "Tabel"
    head = f"## {table.name}\n\n{table.meaning} {kind}; kunci: {key}.\n"
    return "\n".join([head, "| kolom | tipe | arti |", "| --- | --- | --- |", *rows])


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    main()
