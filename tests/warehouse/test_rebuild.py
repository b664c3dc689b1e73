"""What a resubmission changed, and the whole warehouse again from the originals."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.support.warehouses import (
    BENGKAYANG,
    MEMPAWAH,
    SANGGAU,
    Words,
    ask,
    changed,
    document,
    load,
    one,
    refresh,
    refuse,
    warehouse,
)
from tests.support.warehouses import START as _WHEN
from warehouse.approvals import Period, approve
from warehouse.connection import open_warehouse
from warehouse.corrections import Request, record, undo
from warehouse.diff import Change, compare, diff
from warehouse.errors import WarehouseError
from warehouse.load import Receipt
from warehouse.rebuild import Rebuilt, rebuild

POSTS = Request("6103", 2024, 2, "social_media", "foto_berita/instagram", "posts", "89", "Salah baca", "Rina")


def test_a_document_does_not_differ_from_itself() -> None:
    assert list(compare(document(SANGGAU), document(SANGGAU))) == []


def test_differences_fact_by_fact() -> None:
    new = document(SANGGAU)
    new["social_media"][0]["posts"] = 97
    del new["social_media"][1]
    first = new["dissemination"].pop(0)
    for seq, row in enumerate(new["dissemination"], 1):
        row["seq"] = seq
    new["dissemination"][4]["information"] += " (ralat)"
    new["legal_basis"].append("Peraturan baru;")
    new["report"]["report_date"] = "2024-07-09"
    changes = list(compare(document(SANGGAU), new))
    assert [(c.table, c.kind, c.field) for c in changes] == [
        ("reports", "diubah", "report_date"),
        ("social_media", "diubah", "posts"),
        ("social_media", "dihapus", None),
        ("dissemination", "dihapus", None),
        ("dissemination", "diubah", "information"),
        ("legal_basis", "ditambah", None),
    ]
    assert changes[1] == Change("social_media", "diubah", "foto_berita/instagram", "posts", 98, 97, 11)
    assert changes[3].row == f"{first['date_text']} {first['information']}"


def test_the_newest_submission_is_compared_with_the_one_before(tmp_path: Path) -> None:
    with warehouse(tmp_path, SANGGAU) as con:
        with pytest.raises(WarehouseError, match="baru mengirim 1 laporan"):
            diff(con, "6103", 2024, 2)
        second, third = changed(document(SANGGAU), "2.pdf"), changed(document(SANGGAU), "3.pdf")
        second["social_media"][0]["posts"] = 97
        third["social_media"][0]["posts"] = 96
        load(con, second, 5)
        load(con, third, 6)
        assert [(c.old, c.new) for c in diff(con, "6103", 2024, 2).changes] == [(97, 96)]
        assert [(c.old, c.new) for c in diff(con, "6103", 2024, 2, 1, 3).changes] == [(98, 96)]
        with pytest.raises(WarehouseError, match="Kiriman ke-9"):
            diff(con, "6103", 2024, 2, 9)


def lived_in(data: Path) -> str:
    """A warehouse with a resubmission, corrections, an approval and a refusal; its content hash."""
    with warehouse(data, SANGGAU, MEMPAWAH, BENGKAYANG) as con:
        load(con, changed(document(MEMPAWAH), "ulang.pdf"), 9)
        refuse(con, "6110_melawi_2024_tw2.pdf", satker="6110")
        record(con, POSTS)
        record(con, replace(POSTS, row="foto_berita/facebook"))
        undo(con, 2, reason="keliru", by="Rina")
        approve(con, Period("6103", 2024, 2), by="Ketua")
        record(con, replace(POSTS, row="foto_berita/twitter", value="5"))
        return refresh(con, data).content_hash


class Archive:
    """Reads the originals again, as the extractor would."""

    def __init__(self, **posts: int) -> None:
        made = [document(name) for name in (SANGGAU, MEMPAWAH, BENGKAYANG)]
        made.append(changed(document(MEMPAWAH), "ulang.pdf"))
        for one_of in made:
            if one_of["report"]["satker_code"] in posts:
                one_of["social_media"][0]["posts"] = posts[one_of["report"]["satker_code"]]
        self.documents = {one_of["source"]["sha256"]: one_of for one_of in made}

    def __call__(self, receipt: Receipt) -> Mapping[str, Any]:
        if receipt.document_id in self.documents:
            return self.documents[receipt.document_id]
        source = {"filename": receipt.filename, "sha256": receipt.document_id, "pages": 0, "text_layer": "digital"}
        return {"schema_version": 1, "source": source, "refused": {"reason": "damaged", "message": "Berkas rusak."}}


def again(data: Path, archive: Archive | None = None, version: str = "1") -> Rebuilt:
    return rebuild(data / "warehouse.duckdb", archive or Archive(), extractor_version=version, classifier=Words())


def content(data: Path) -> str:
    with open_warehouse(data / "warehouse.duckdb") as con:
        return refresh(con, data).content_hash


def test_rebuilding_with_the_same_version_changes_nothing(tmp_path: Path) -> None:
    before = lived_in(tmp_path)
    result = again(tmp_path)
    assert (result.documents, result.changed) == (5, ())
    assert result.backup and result.backup.exists()
    assert content(tmp_path) == before


def test_rebuilding_with_a_new_version_tells_what_changed_and_keeps_what_was_approved(tmp_path: Path) -> None:
    lived_in(tmp_path)
    result = again(tmp_path, Archive(**{"6103": 97, "6107": 1}), "2")
    told = {(r.receipt.filename[:4], r.after): [(c.field, c.new) for c in r.changes] for r in result.changed}
    assert told == {("6103", "disetujui"): [("posts", 97)], ("6107", "diterima"): [("posts", 1)]}
    assert [receipt.filename for receipt in result.pinned] == ["6103_sanggau_2024_tw2.pdf"]
    with open_warehouse(tmp_path / "warehouse.duckdb") as con:
        refresh(con, tmp_path)
        cell = (
            "SELECT posts_as_reported FROM social_media WHERE satker_code = ? AND row_key LIKE 'foto_berita/instagram%'"
        )
        assert ask(con, cell, "6103") == [(98,)]
        assert ask(con, cell, "6107")[0] == (1,)
        assert one(con, "SELECT count(*) FROM findings WHERE rule = 'reading_differs'") == 1
        versions = ask(con, "SELECT satker_code, extractor_version FROM documents WHERE status = 'current' ORDER BY 1")
        assert versions == [("6102", "2"), ("6103", "1"), ("6107", "2")]


@pytest.mark.parametrize("damaged", [True, False])
def test_a_lost_warehouse_is_rebuilt_from_the_snapshot_and_the_archive(tmp_path: Path, damaged: bool) -> None:
    with warehouse(tmp_path, SANGGAU, MEMPAWAH) as con:
        record(con, POSTS)
        record(con, replace(POSTS, row="foto_berita/facebook"))
        undo(con, 2, reason="keliru", by="Rina")
        refuse(con, "6110_melawi_2024_tw2.pdf", satker="6110")
        before = refresh(con, tmp_path).content_hash
    path = tmp_path / "warehouse.duckdb"
    path.unlink()
    if damaged:
        path.write_bytes(b"rusak" * 5000)
    again(tmp_path)
    assert content(tmp_path) == before


def test_originals_that_no_ledger_knows_are_taken_in(tmp_path: Path) -> None:
    lived_in(tmp_path)
    shutil.rmtree(tmp_path / "published")
    (tmp_path / "warehouse.duckdb").unlink()
    archive = Archive()
    receipts = [Receipt(sha, f"{sha[:4]}.pdf", _WHEN, f"archive/{sha}.pdf", "1") for sha in archive.documents]
    result = rebuild(tmp_path / "warehouse.duckdb", archive, extractor_version="1", also=receipts, classifier=Words())
    assert (result.documents, result.backup) == (4, None)


def test_a_rebuild_that_fails_leaves_the_warehouse_as_it_was(tmp_path: Path) -> None:
    before = lived_in(tmp_path)

    def failing(receipt: Receipt) -> Mapping[str, Any]:
        raise OSError("arsip tidak terbaca")

    with pytest.raises(OSError, match="arsip"):
        rebuild(tmp_path / "warehouse.duckdb", failing, extractor_version="2")
    assert content(tmp_path) == before
    again(tmp_path)
    assert content(tmp_path) == before
