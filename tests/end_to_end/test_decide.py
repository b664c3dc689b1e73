"""Decisions on the command line: correct, approve, excuse, close, compare, rebuild; each seen in the snapshot."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.support.data_folders import done, make_sample, rekap
from warehouse.approvals import Period, excuse
from warehouse.connection import open_warehouse

QUARTER = ("--year", "2024", "--quarter", "2")
SANGGAU = ("--satker", "6103", *QUARTER)
CELL = ("--table", "social_media", "--row", "foto_berita/instagram", "--field", "posts")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample report loaded and published."""
    return make_sample(tmp_path_factory.mktemp("sample"))


@pytest.fixture
def data(sample: Path, tmp_path: Path) -> Path:
    """A copy that a test may change."""
    return Path(shutil.copytree(sample, tmp_path / "data"))


def value(data: Path, query: str) -> object:
    (row,) = json.loads(done(data, "sql", "--format", "json", query))
    return next(iter(row.values()))


POSTS = "SELECT posts FROM social_media WHERE row_key = 'foto_berita/instagram'"


def test_a_correction_is_published_at_once_and_can_be_taken_back(data: Path) -> None:
    told = done(data, "correct", *SANGGAU, *CELL, "--value", "89", "--reason", "ralat", "--by", "Dewi")
    assert told == "Koreksi nomor 1: social_media baris foto_berita/instagram, posts '98' menjadi '89'.\n"
    assert value(data, POSTS) == 89
    assert value(data, POSTS.replace("posts", "posts_as_reported", 1)) == 98
    listed = done(data, "correct", "--list")
    assert "ralat" in listed
    assert "Dewi" in listed
    done(data, "correct", "--undo", "1", "--reason", "keliru", "--by", "Dewi")
    assert value(data, POSTS) == 98


def test_many_corrections_come_from_a_file_or_none(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "koreksi.csv"
    heading = "satker;year;quarter;table;row;field;value;reason"
    good = "6103;2024;2;social_media;foto_berita/instagram;posts;89;ralat"
    file.write_text(f"{heading}\n{good}\n6103;2024;2;social_media;tidak ada;posts;1;ralat\n", encoding="utf-8")
    result = rekap(data, "correct", "--file", str(file), "--by", "Dewi")
    assert result.exit_code == 1
    assert "baris 3" in result.stderr
    assert value(data, POSTS) == 98
    file.write_text(f"{heading}\n{good}\n", encoding="utf-8")
    done(data, "correct", "--file", str(file), "--by", "Dewi")
    assert value(data, POSTS) == 89


def test_a_correction_needs_all_its_parts(data: Path) -> None:
    result = rekap(data, "correct", *SANGGAU, "--reason", "ralat")
    assert result.exit_code == 2
    assert "--table, --row, --field, --value" in result.stderr


def test_an_approval_locks_and_unlocks(data: Path) -> None:
    done(data, "approve", *SANGGAU, "--by", "Dewi")
    assert value(data, "SELECT approved_by FROM reports") == "Dewi"
    waiting = done(data, "correct", *SANGGAU, *CELL, "--value", "89", "--reason", "ralat", "--by", "Dewi")
    assert "Menunggu" in waiting
    assert value(data, POSTS) == 98
    done(data, "approve", *SANGGAU, "--undo", "--reason", "ada ralat", "--by", "Dewi")
    assert value(data, POSTS) == 89


def test_a_quarter_closes_once_everybody_is_approved_or_excused(data: Path) -> None:
    done(data, "approve", *SANGGAU, "--by", "Dewi")
    refused = rekap(data, "close-quarter", *QUARTER, "--by", "Dewi")
    assert refused.exit_code == 1
    assert "Sambas" in refused.stderr
    others = [str(code) for code in (*range(6101, 6113), 6171, 6172) if code != 6103]
    done(data, "excuse", "--satker", others[0], *QUARTER, "--reason", "banjir", "--by", "Dewi")
    with open_warehouse(data / "warehouse.duckdb") as con:
        for code in others[1:]:
            excuse(con, Period(code, 2024, 2), reason="banjir", by="Dewi")
    done(data, "close-quarter", *QUARTER, "--by", "Dewi")
    assert "Sudah ditutup" in done(data, "status")
    done(data, "close-quarter", *QUARTER, "--undo", "--reason", "ralat", "--by", "Dewi")
    assert "Sudah ditutup" not in done(data, "status")


def test_status_tells_who_is_late(data: Path) -> None:
    shown = done(data, "status", *QUARTER)
    assert "1 dari 14 satker melapor, 1 tepat waktu, 13 belum" in shown
    rows = json.loads(done(data, "status", "--json"))["rows"]
    assert {row["satker_code"] for row in rows if row["status"] == "received"} == {"6103"}


def test_there_is_nothing_to_compare_after_one_submission(data: Path) -> None:
    result = rekap(data, "diff", *SANGGAU)
    assert result.exit_code == 1
    assert "tidak ada yang dibandingkan" in result.stderr


def test_a_rebuild_gives_the_same_snapshot(data: Path) -> None:
    done(data, "correct", *SANGGAU, *CELL, "--value", "89", "--reason", "ralat", "--by", "Dewi")
    told = done(data, "rebuild")
    assert "1 dokumen disusun ulang, 0 di antaranya berubah" in told
    assert "isinya sama" in told


def test_without_a_warehouse_decisions_say_what_to_do(tmp_path: Path) -> None:
    result = rekap(tmp_path, "approve", *SANGGAU, "--by", "Dewi")
    assert result.exit_code == 1
    assert "rekap run" in result.stderr
    assert not list(tmp_path.iterdir())
