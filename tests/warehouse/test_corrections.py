"""Corrections: applied while the report still says what it said, told when it does not, never lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.support.warehouses import SANGGAU, SETTINGS, ask, changed, document, load, one, warehouse
from warehouse.apply import CORRECTABLE
from warehouse.corrections import Request, import_csv, list_corrections, record, undo
from warehouse.errors import WarehouseError
from warehouse.records.facts import DISSEMINATION, REPORTS, SOCIAL_MEDIA
from warehouse.rollup import roll_up
from warehouse.values import canonical


def request(table: str, row: str, field: str, value: str | None, **other: Any) -> Request:
    return Request(**{
        "satker_code": "6103", "year": 2024, "quarter": 2, "table": table, "row": row, "field": field, "value": value,
        "reason": "Salah baca", "by": "Rina",
    } | other)  # fmt: skip


POSTS = request("social_media", "foto_berita/instagram", "posts", "89")


def test_a_correction_is_applied_everywhere_and_undone(tmp_path: Path) -> None:
    with warehouse(tmp_path, SANGGAU) as con:
        made = record(con, POSTS)
        assert (made.correction_id, made.old_value, made.new_value, made.waiting) == (1, "98", "89", False)
        roll_up(con, SETTINGS)
        cell = "FROM social_media WHERE row_key = 'foto_berita/instagram'"
        assert ask(con, f"SELECT posts, posts_as_reported, posts_text {cell}") == [(89, 98, "98")]
        assert one(con, "SELECT value FROM rollup_province WHERE metric = 'posts'") == 1113
        assert one(con, "SELECT posts FROM facts.social_media WHERE row_key = 'foto_berita/instagram'") == 98
        assert ask(con, "SELECT status, old_value, new_value FROM corrections") == [("applied", "98", "89")]
        undo(con, 1, reason="Ternyata benar", by="Budi")
        roll_up(con, SETTINGS)
        assert ask(con, f"SELECT posts, posts_as_reported {cell}") == [(98, 98)]
        assert ask(con, "SELECT status, undone_by, undo_reason FROM corrections") == [
            ("undone", "Budi", "Ternyata benar")
        ]


def test_every_kind_of_field(tmp_path: Path) -> None:
    with warehouse(tmp_path, SANGGAU) as con:
        record(con, request("dissemination", "1", "channels", "instagram,  radio"))
        record(con, request("dissemination", "1", "date_start", "03/04/2024"))
        record(con, request("dissemination", "2", "information", "Hari jadi  Sanggau"))
        record(con, request("dissemination", "3", "theme", "lainnya"))
        record(con, request("activities", "pemerintah/1", "venue", None))
        record(con, request("reports", "laporan", "title", "LAPORAN BAKOHUMAS"))
        record(con, request("statements", "total_disseminated", "value", "1.122"))
        roll_up(con, SETTINGS)
        assert ask(con, "SELECT channels, date_start::VARCHAR FROM dissemination WHERE seq = 1") == [
            (["instagram", "radio"], "2024-04-03")
        ]
        assert one(con, "SELECT information FROM dissemination WHERE seq = 2") == "Hari jadi Sanggau"
        assert one(con, "SELECT venue FROM activities WHERE row_key = 'pemerintah/1'") is None
        assert (
            one(con, "SELECT venue_as_reported FROM activities WHERE row_key = 'pemerintah/1'")
            == "Hotel Harvey Sanggau"
        )
        assert one(con, "SELECT title FROM reports") == "LAPORAN BAKOHUMAS"
        assert one(con, "SELECT value FROM statements") == 1122
        assert one(con, "SELECT count(*) FROM corrections WHERE status = 'applied'") == 7


def test_the_last_correction_of_a_field_counts(tmp_path: Path) -> None:
    with warehouse(tmp_path, SANGGAU) as con:
        record(con, POSTS)
        record(con, request("social_media", "foto_berita/instagram", "posts", "88"))
        roll_up(con, SETTINGS)
        assert one(con, "SELECT posts FROM social_media WHERE row_key = 'foto_berita/instagram'") == 88
        assert ask(con, "SELECT status FROM corrections ORDER BY correction_id") == [("replaced",), ("applied",)]
        undo(con, 2, reason="salah", by="Rina")
        roll_up(con, SETTINGS)
        assert one(con, "SELECT posts FROM social_media WHERE row_key = 'foto_berita/instagram'") == 89


def test_a_correction_is_replayed_on_a_new_reading_and_a_resubmission(tmp_path: Path) -> None:
    with warehouse(tmp_path, SANGGAU) as con:
        record(con, POSTS)
        load(con, document(SANGGAU), version="2")
        load(con, changed(document(SANGGAU), "ulang.pdf"), 5)
        roll_up(con, SETTINGS)
        assert ask(con, "SELECT revision, extractor_version FROM documents WHERE status = 'current'") == [(2, "1")]
        assert one(con, "SELECT posts FROM social_media WHERE row_key = 'foto_berita/instagram'") == 89


def test_a_correction_whose_old_value_is_gone_is_told_not_applied(tmp_path: Path) -> None:
    other = changed(document(SANGGAU), "ulang.pdf")
    other["social_media"][0]["posts"] = 97
    with warehouse(tmp_path, SANGGAU) as con:
        record(con, POSTS)
        load(con, other, 5)
        roll_up(con, SETTINGS)
        assert one(con, "SELECT posts FROM social_media WHERE row_key = 'foto_berita/instagram'") == 97
        assert ask(con, "SELECT status FROM corrections") == [("mismatch",)]
        assert ask(con, "SELECT severity, message FROM findings WHERE rule = 'correction_mismatch'") == [
            ("error", 'Koreksi nomor 1 pada social_media baris foto_berita/instagram kolom posts tidak diterapkan: '
             'nilai lama "98" tidak lagi cocok dengan laporan.')
        ]  # fmt: skip


def test_a_row_that_is_about_something_else_is_not_corrected(tmp_path: Path) -> None:
    other = changed(document(SANGGAU), "ulang.pdf")
    other["dissemination"][0]["information"] = "Informasi lain sama sekali"
    with warehouse(tmp_path, SANGGAU) as con:
        record(con, request("dissemination", "1", "date_start", "2024-04-05"))
        load(con, other, 5)
        roll_up(con, SETTINGS)
        assert one(con, "SELECT date_start::VARCHAR FROM dissemination WHERE seq = 1") == "2024-04-02"
        assert ask(con, "SELECT status FROM corrections") == [("mismatch",)]


def test_findings_are_accepted_and_stay_so(tmp_path: Path) -> None:
    with warehouse(tmp_path, SANGGAU) as con:
        with pytest.raises(WarehouseError, match="Temuan"):
            record(con, request("findings", "abc", "status", "accepted"))
        roll_up(con, SETTINGS)
        finding = one(con, "SELECT finding_id FROM findings WHERE rule = 'cover_title_mismatch'")
        record(con, request("findings", finding, "status", "accepted", reason="Sampul lama dipakai"))
        load(con, changed(document(SANGGAU), "ulang.pdf"), 5)
        roll_up(con, SETTINGS)
        assert ask(con, "SELECT status, note FROM findings WHERE rule = 'cover_title_mismatch'") == [
            ("accepted", "Sampul lama dipakai")
        ]
        assert ask(con, "SELECT findings_open FROM reports") == [(8,)]
        assert ask(con, "SELECT status FROM corrections") == [("applied",)]


def test_a_finding_on_a_corrected_cell_is_corrected(tmp_path: Path) -> None:
    made = document(SANGGAU)
    cell = made["social_media"][0]
    made["findings"].append({"rule": "platform_outlier", "severity": "warning", "message": "Sel 98 terlalu besar.",
                             "page": cell["page"], "bbox": cell["bbox"]})  # fmt: skip
    with warehouse(tmp_path) as con:
        load(con, made)
        record(con, POSTS)
        roll_up(con, SETTINGS)
        assert ask(con, "SELECT status, note FROM findings WHERE message = 'Sel 98 terlalu besar.'") == [
            ("corrected", "Salah baca")
        ]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (request("documents", "1", "status", "current"), "Tabel 'documents'"),
        (request("social_media", "foto_berita/instagram", "page", "1"), "Kolom 'page'"),
        (request("social_media", "foto_berita/radio", "posts", "1"), "Baris 'foto_berita/radio' tidak ada"),
        (request("social_media", "foto_berita/instagram", "posts", "banyak"), "bilangan bulat"),
        (request("social_media", "foto_berita/instagram", "posts", "-1"), "bilangan bulat"),
        (request("social_media", "foto_berita/instagram", "posts", "98"), "memang sudah '98'"),
        (request("social_media", "foto_berita/instagram", "platform", "friendster"), "tidak dikenal"),
        (request("social_media", "foto_berita/instagram", "platform", " "), "tidak boleh kosong"),
        (request("dissemination", "1", "date_start", "32/05/2024"), "harus tanggal"),
        (request("dissemination", "1", "channels", "instagram, merpati"), "'merpati' tidak dikenal"),
        (request("reports", "laporan", "signatory_nip", "123"), "18 angka"),
        (request("social_media", "foto_berita/instagram", "posts", "1", satker_code="6101"), "Belum ada laporan"),
        (request("social_media", "foto_berita/instagram", "posts", "1", reason=" "), "Alasan"),
        (request("social_media", "foto_berita/instagram", "posts", "1", by=""), "Nama"),
        (request("social_media", "x' OR '1'='1", "posts", "1"), "tidak ada"),
    ],
)
def test_what_does_not_fit_is_refused(tmp_path_factory: pytest.TempPathFactory, wrong: Request, message: str) -> None:
    with _shared(tmp_path_factory) as con, pytest.raises(WarehouseError, match=message):
        record(con, wrong)


def _shared(factory: pytest.TempPathFactory) -> Any:
    """One warehouse for all cases: none of them changes it."""
    data = factory.getbasetemp() / "refused-corrections"
    return warehouse(data, SANGGAU)


def test_undoing_what_is_not_there(tmp_path: Path) -> None:
    with warehouse(tmp_path, SANGGAU) as con:
        with pytest.raises(WarehouseError, match="tidak ada"):
            undo(con, 1, reason="x", by="y")
        record(con, POSTS)
        undo(con, 1, reason="x", by="y")
        with pytest.raises(WarehouseError, match="sudah dibatalkan"):
            undo(con, 1, reason="x", by="y")
        with pytest.raises(WarehouseError, match="tidak ada"):
            undo(con, 2, reason="x", by="y")


LINES = (
    "satker;year;quarter;table;row;field;value;reason;by\n"
    "6103;2024;2;social_media;foto_berita/instagram;posts;89;Salah baca;Rina\n"
    '6103;2024;2;dissemination;1;information;"Tahapan; dan jadwal";Salah ketik;Rina\n'
)


def test_many_corrections_from_a_csv_file(tmp_path: Path) -> None:
    path = tmp_path / "koreksi.csv"
    path.write_text(LINES, encoding="utf-8-sig")
    with warehouse(tmp_path, SANGGAU) as con:
        assert [made.new_value for made in import_csv(con, path)] == ["89", "Tahapan; dan jadwal"]
        assert [row["status"] for row in list_corrections(con, "6103", 2024, 2)] == [None, None]
        roll_up(con, SETTINGS)
        assert [row["status"] for row in list_corrections(con)] == ["applied", "applied"]
        assert list_corrections(con, "6101") == []


def test_a_csv_file_with_a_mistake_records_nothing(tmp_path: Path) -> None:
    path = tmp_path / "koreksi.csv"
    path.write_text(LINES + "6103;2024;2;social_media;foto_berita/facebook;posts;abc;x;Rina\n6103;dua;2;a;b;c;d;e;f\n")
    with warehouse(tmp_path, SANGGAU) as con:
        with pytest.raises(WarehouseError, match=r"baris 4: .*bilangan bulat.* \| baris 5: "):
            import_csv(con, path)
        assert list_corrections(con) == []
        path.write_text("satker,tahun\n6103,2024\n")
        with pytest.raises(WarehouseError, match="kolom year"):
            import_csv(con, path)


def test_what_may_be_corrected() -> None:
    assert sorted(CORRECTABLE) == [
        "activities", "dissemination", "findings", "photos", "reports", "social_media", "statements"
    ]  # fmt: skip


@given(st.integers(0, 999_999_999))
def test_numbers_with_and_without_thousands_points(number: int) -> None:
    column = SOCIAL_MEDIA["posts"]
    assert canonical(column, f"{number:,}".replace(",", ".")) == canonical(column, f" {number} ") == str(number)


@given(st.dates())
def test_dates_in_three_forms(day: Any) -> None:
    column = REPORTS["report_date"]
    forms = (day.isoformat(), f"{day.day}/{day.month}/{day.year:04}", f"{day.day:02}-{day.month:02}-{day.year:04}")
    assert {canonical(column, form) for form in forms} == {day.isoformat()}


@given(st.text())
@example(",")
def test_any_text_is_a_value_or_a_message(text: str) -> None:
    for column in (DISSEMINATION["channels"], DISSEMINATION["date_start"], SOCIAL_MEDIA["posts"], REPORTS["title"]):
        try:
            value = canonical(column, text)
        except WarehouseError:
            continue
        assert canonical(column, value) == value
