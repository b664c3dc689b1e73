"""Approvals: what was reviewed stays, what comes later waits, nothing is forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.warehouses import SANGGAU, SATKERS, SETTINGS, Words, ask, changed, document, load, one, warehouse
from warehouse.approvals import (
    Period,
    approve,
    close_quarter,
    excuse,
    list_approvals,
    reopen_quarter,
    unexcuse,
    unlock,
)
from warehouse.corrections import Request, record, undo
from warehouse.errors import WarehouseError
from warehouse.rollup import roll_up

OURS = Period("6103", 2024, 2)
POSTS = Request("6103", 2024, 2, "social_media", "foto_berita/instagram", "posts", "89", "Salah baca", "Rina")
CELL = "SELECT posts FROM social_media WHERE row_key = 'foto_berita/instagram'"


def test_a_later_submission_waits_until_it_is_approved_in_its_turn(tmp_path: Path) -> None:
    second = changed(document(SANGGAU), "ulang.pdf")
    second["social_media"][0]["posts"] = 50
    with warehouse(tmp_path, SANGGAU) as con:
        approval = approve(con, OURS, by="Ketua")
        assert (approval.revision, approval.extractor_version, approval.corrections) == (1, "1", ())
        assert load(con, second, 5).status == "pending"
        roll_up(con, SETTINGS)
        assert one(con, CELL) == 98
        assert ask(con, "SELECT approved_by, revision FROM reports") == [("Ketua", 1)]
        assert ask(con, "SELECT approved, pending FROM coverage WHERE satker_code = '6103'") == [(True, 1)]
        assert one(con, "SELECT message FROM findings WHERE rule = 'pending_revision'") == (
            "Kiriman ke-2 (ulang.pdf, 120 fakta) menunggu persetujuan; yang berlaku tetap kiriman ke-1 yang sudah "
            "disetujui (120 fakta)."
        )
        assert approve(con, OURS, by="Ketua").revision == 2
        roll_up(con, SETTINGS)
        assert one(con, CELL) == 50
        assert ask(con, "SELECT revision, status FROM documents ORDER BY 1") == [(1, "superseded"), (2, "current")]
        assert one(con, "SELECT count(*) FROM findings WHERE rule = 'pending_revision'") == 0


def test_unlocking_lets_the_newest_count(tmp_path: Path) -> None:
    with warehouse(tmp_path, SANGGAU) as con:
        approve(con, OURS, by="Ketua")
        load(con, changed(document(SANGGAU), "ulang.pdf"), 5)
        unlock(con, OURS, by="Ketua", reason="Perlu diperbaiki")
        assert ask(con, "SELECT revision, status FROM ledger.documents ORDER BY 1") == [
            (1, "superseded"),
            (2, "current"),
        ]
        with pytest.raises(WarehouseError, match="belum disetujui"):
            unlock(con, OURS, by="Ketua", reason="lagi")
        steps = [(step["action"], step["reason"]) for step in list_approvals(con)]
        assert steps == [("approve", None), ("unlock", "Perlu diperbaiki")]


def test_an_older_revision_may_be_approved(tmp_path: Path) -> None:
    with warehouse(tmp_path, SANGGAU) as con:
        load(con, changed(document(SANGGAU), "ulang.pdf"), 5)
        approve(con, OURS, by="Ketua", revision=1)
        assert ask(con, "SELECT revision, status FROM ledger.documents ORDER BY 1") == [(1, "current"), (2, "pending")]
        with pytest.raises(WarehouseError, match="Kiriman ke-7"):
            approve(con, OURS, by="Ketua", revision=7)


def test_an_approval_holds_the_corrections_it_was_given_with(tmp_path: Path) -> None:
    with warehouse(tmp_path, SANGGAU) as con:
        record(con, POSTS)
        assert approve(con, OURS, by="Ketua").corrections == (1,)
        undo(con, 1, reason="ragu", by="Rina")
        later = Request(**{**_fields(POSTS), "row": "foto_berita/facebook", "value": "1"})
        assert record(con, later).waiting
        roll_up(con, SETTINGS)
        assert one(con, CELL) == 89
        assert ask(con, "SELECT status FROM corrections ORDER BY correction_id") == [("applied",), ("waiting",)]
        assert approve(con, OURS, by="Ketua").corrections == (3,)
        roll_up(con, SETTINGS)
        assert one(con, CELL) == 98
        assert ask(con, "SELECT status FROM corrections ORDER BY correction_id") == [("undone",), ("applied",)]


def _fields(request: Request) -> dict[str, object]:
    return {name: getattr(request, name) for name in request.__slots__}


def test_an_approval_holds_the_reading_it_was_given_with(tmp_path: Path) -> None:
    other = document(SANGGAU)
    other["social_media"][0]["posts"] = 97
    with warehouse(tmp_path, SANGGAU) as con:
        approve(con, OURS, by="Ketua")
        assert load(con, other, version="2").status == "pending"
        roll_up(con, SETTINGS)
        assert one(con, CELL) == 98
        assert one(con, "SELECT message FROM findings WHERE rule = 'reading_differs'").startswith("Pembaca versi 2 ")
        assert approve(con, OURS, by="Ketua", classifier=Words()).extractor_version == "2"
        roll_up(con, SETTINGS)
        assert one(con, CELL) == 97
        assert one(con, "SELECT count(*) FROM findings WHERE rule = 'reading_differs'") == 0
        assert one(con, "SELECT extractor_version FROM documents") == "2"


def test_findings_can_be_accepted_after_approval(tmp_path: Path) -> None:
    with warehouse(tmp_path, SANGGAU) as con:
        approve(con, OURS, by="Ketua")
        roll_up(con, SETTINGS)
        finding = one(con, "SELECT finding_id FROM findings WHERE rule = 'cover_title_mismatch'")
        accepted = Request("6103", 2024, 2, "findings", finding, "status", "accepted", "Sampul lama", "Rina")
        assert not record(con, accepted).waiting
        roll_up(con, SETTINGS)
        assert one(con, "SELECT status FROM findings WHERE rule = 'cover_title_mismatch'") == "accepted"


def test_a_quarter_is_closed_when_all_are_approved_or_excused(tmp_path: Path) -> None:
    with warehouse(tmp_path, SANGGAU) as con:
        with pytest.raises(WarehouseError, match="Sambas, Mempawah, Sanggau"):
            close_quarter(con, 2024, 2, SATKERS, by="Ketua")
        approve(con, OURS, by="Ketua")
        for satker in SATKERS:
            if satker.code != "6103":
                excuse(con, Period(satker.code, 2024, 2), by="Ketua", reason="Kantor terendam banjir")
        close_quarter(con, 2024, 2, SATKERS, by="Ketua")
        late = changed(document(SANGGAU), "sambas.pdf", satker_code="6101", satker_name="KPU Kabupaten Sambas")
        assert load(con, late, 9).status == "pending"
        roll_up(con, SETTINGS)
        assert ask(con, "SELECT closed, satker_approved, satker_excused, satker_reporting FROM coverage_summary") == [
            (True, 1, 13, 1)
        ]
        assert ask(con, "SELECT status, excused_reason, pending FROM coverage WHERE satker_code = '6101'") == [
            ("missing", "Kantor terendam banjir", 1)
        ]
        for change in (lambda: approve(con, OURS, by="K"), lambda: unlock(con, OURS, by="K", reason="x")):
            with pytest.raises(WarehouseError, match="sudah ditutup"):
                change()
        reopen_quarter(con, 2024, 2, by="Ketua", reason="Laporan Sambas menyusul")
        assert one(con, "SELECT status FROM ledger.documents WHERE satker_code = '6101'") == "current"
        with pytest.raises(WarehouseError, match="Sambas belum"):
            close_quarter(con, 2024, 2, SATKERS, by="Ketua")


def test_excuses(tmp_path: Path) -> None:
    other = Period("6101", 2024, 2)
    with warehouse(tmp_path, SANGGAU) as con:
        with pytest.raises(WarehouseError, match="sudah diterima"):
            excuse(con, OURS, by="Ketua", reason="x")
        excuse(con, other, by="Ketua", reason="Banjir")
        with pytest.raises(WarehouseError, match="sudah dikecualikan"):
            excuse(con, other, by="Ketua", reason="Banjir")
        unexcuse(con, other, by="Ketua", reason="Ternyata bisa")
        with pytest.raises(WarehouseError, match="tidak dikecualikan"):
            unexcuse(con, other, by="Ketua", reason="lagi")
        roll_up(con, SETTINGS)
        assert one(con, "SELECT satker_excused FROM coverage_summary") == 0


@pytest.mark.parametrize("by", ["", "  "])
def test_nobody_cannot_approve(tmp_path: Path, by: str) -> None:
    with warehouse(tmp_path, SANGGAU) as con:
        with pytest.raises(WarehouseError, match="Nama"):
            approve(con, OURS, by=by)
        with pytest.raises(WarehouseError, match="Belum ada laporan"):
            approve(con, Period("6101", 2024, 2), by="Ketua")
