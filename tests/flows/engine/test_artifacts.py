"""What Prefect's pages show: hostile text stays text."""

from __future__ import annotations

from datetime import date

from flows.engine.artifacts import coverage_markdown, files_table, findings_markdown, plain
from flows.line.outcome import FileLine, PassResult

FINDING = {
    "satker_name": "KPU Kabupaten Sanggau",
    "year": 2024,
    "quarter": 2,
    "severity": "warning",
    "message": "tertulis '<img src=x>' | [klik](javascript:alert(1))\n# judul",
    "page": 7,
    "document_id": "ab" * 32,
}


def test_findings_link_to_their_page() -> None:
    *_, line = findings_markdown([FINDING]).splitlines()
    assert "| peringatan | [7](/arsip/" + "ab" * 32 + ".pdf#page=7) | tertulis" in line
    assert line.count(" | ") == 4
    assert "<img" not in line
    assert "](javascript" not in line


def test_plain_text_has_no_markup() -> None:
    assert plain("a|b\nc") == "a\\|b c"
    assert plain("*x* `y`") == "\\*x\\* \\`y\\`"


def test_files_table_has_a_row_for_each_file() -> None:
    result = PassResult(
        (FileLine("a.pdf", "loaded", "KPU", findings=2), FileLine("b.pdf", "refused", "bukan PDF")), "s"
    )
    assert [(row["berkas"], row["hasil"], row["temuan"]) for row in files_table(result)] == [
        ("a.pdf", "diterima", 2),
        ("b.pdf", "ditolak", 0),
    ]


def test_coverage_by_quarter_the_newest_first() -> None:
    row = {"year": 2024, "satker_name": "KPU Kota Pontianak", "due_date": date(2024, 7, 10)}
    text = coverage_markdown(
        [
            row | {"quarter": 1, "status": "received", "days_late": 3},
            row | {"quarter": 2, "status": "missing", "days_late": None},
        ]
    )
    assert text.index("Triwulan 2 tahun 2024: 0 dari 1") < text.index("Triwulan 1 tahun 2024: 1 dari 1")
    assert "| KPU Kota Pontianak | belum ada | 2024-07-10 |  |" in text


def test_nothing_to_show_is_said() -> None:
    assert findings_markdown([]) == "Tidak ada temuan."
    assert "Belum ada laporan" in coverage_markdown([])
