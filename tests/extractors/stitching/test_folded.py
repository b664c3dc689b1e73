"""Rows printed in several lines of cells each, as the names of their columns are."""

from __future__ import annotations

from dataclasses import replace

from extractors.stitching.folded import unfolded
from tests.support.making import table

NAMES: list[list[str | None]] = [["No", "Judul Informasi", None], ["^", "Tanggal", "Media"]]


def rows(last: int) -> list[list[str | None]]:
    return [line for n in range(1, last) for line in ([str(n), f"Tahapan {n}", None], ["^", f"{n} Mei 2024", "IG"])]


def test_a_row_of_two_lines_of_cells_is_one() -> None:
    found = unfolded(replace(table([*NAMES, *rows(4)]), header_rows=2))
    assert found.header_rows == 1
    assert found.rows() == [
        ["No", "Judul Informasi", "Tanggal", "Media"],
        *([str(n), f"Tahapan {n}", f"{n} Mei 2024", "IG"] for n in range(1, 4)),
    ]


def test_rows_that_are_not_all_cut_as_their_names_are_stay_as_they_are() -> None:
    merged: list[list[str | None]] = [["No", "Tanggal", "Informasi"]]
    merged += [line for n in range(1, 4) for line in ([str(n), f"{n} Mei 2024", "Tahapan"], ["^", "^", "Jadwal"])]
    groups: list[list[str | None]] = [["Konten", "IG", None], ["^", "Mei", "Juni"]]
    groups += [[f"Foto {n}", "3", "4"] for n in range(6)]
    for whole in (merged, [*merged, ["4", "4 Mei 2024", "Kirab"]], groups, [*NAMES, *rows(3)]):
        assert unfolded(table(whole)) == table(whole)
