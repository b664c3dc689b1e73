"""Rolling up: sums that an independent count confirms, changes like with like, a missing satker that is no zero."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pytest

from tests.support.warehouses import (
    BENGKAYANG,
    MEMPAWAH,
    SANGGAU,
    SANGGAU_1,
    SATKERS,
    SETTINGS,
    ask,
    changed,
    document,
    load,
    one,
    refuse,
    shifted,
    warehouse,
)
from warehouse.records import MARTS
from warehouse.rollup import roll_up
from warehouse.settings import DueException

EVERY = (MEMPAWAH, SANGGAU_1, SANGGAU, BENGKAYANG)


def test_rollups_equal_sums_over_the_documents(tmp_path: Path) -> None:
    documents = [document(name) for name in EVERY]
    posts: Counter[tuple[object, ...]] = Counter()
    items: Counter[tuple[object, ...]] = Counter()
    for made in documents:
        head = (made["report"]["year"], made["report"]["quarter"], made["report"]["satker_code"])
        for cell in made["social_media"]:
            posts[(*head, cell["content_type"], cell["platform"])] += cell["posts"] or 0
        for row in made["dissemination"]:
            theme = "ucapan" if "selamat" in row["information"].lower() else "lainnya"
            for channel in ["all", *row["channels"]]:
                items[(*head, theme, channel)] += 1
    with warehouse(tmp_path, *EVERY) as con:
        roll_up(con, SETTINGS)
        key = "year, quarter, satker_code"
        assert {
            tuple(r[:5]): r[5] or 0
            for r in ask(con, f"SELECT {key}, content_type, platform, posts FROM rollup_social_media")
        } == posts
        assert {
            tuple(r[:5]): r[5] for r in ask(con, f"SELECT {key}, theme, channel, items FROM rollup_dissemination")
        } == items
        total = sum(len(made["activities"]) for made in documents)
        assert one(con, "SELECT sum(activities) FROM rollup_activities") == total
        assert one(con, "SELECT sum(value) FROM rollup_province WHERE metric = 'posts'") == sum(posts.values())


def test_every_rollup_number_is_the_sum_of_its_cells(tmp_path: Path) -> None:
    with warehouse(tmp_path, *EVERY) as con:
        roll_up(con, SETTINGS)
        for rollup, value in (
            ("rollup_social_media", "posts"), ("rollup_dissemination", "items"), ("rollup_activities", "activities"),
            ("rollup_satker", "value"),
        ):  # fmt: skip
            wrong = ask(
                con,
                f"SELECT r.cell FROM {rollup} r LEFT JOIN (SELECT rollup, year, quarter, satker_code, cell, "
                "sum(value) AS total FROM rollup_cells GROUP BY ALL) c ON c.year = r.year AND c.quarter = r.quarter "
                f"AND c.satker_code = r.satker_code AND c.cell = r.cell AND c.rollup = '{rollup}' "
                f"WHERE c.total IS DISTINCT FROM r.{value}",
            )
            assert wrong == [], rollup
        province = ask(
            con,
            "SELECT p.metric FROM rollup_province p WHERE p.value <> (SELECT sum(c.value) FROM rollup_cells c WHERE "
            "c.rollup = 'rollup_satker' AND c.year = p.year AND c.quarter = p.quarter AND c.cell = p.cell)",
        )
        assert province == []
        assert one(con, "SELECT count(*) FROM rollup_cells WHERE page IS NULL") == 0


def test_a_missing_satker_is_never_a_zero(tmp_path: Path) -> None:
    with warehouse(tmp_path, SANGGAU) as con:
        roll_up(con, SETTINGS)
        statuses = dict(ask(con, "SELECT status, count(*) FROM coverage WHERE year = 2024 AND quarter = 2 GROUP BY 1"))
        assert statuses == {"received": 1, "missing": 13}
        assert one(con, "SELECT count(DISTINCT satker_code) FROM rollup_satker") == 1
        assert ask(con, "SELECT DISTINCT satker_reporting, satker_total FROM rollup_province") == [(1, 14)]
        assert one(con, "SELECT count(days_late) FROM coverage WHERE status = 'missing'") == 0
        assert ask(
            con, "SELECT satker_reporting, satker_missing, satker_on_time, reporting_rate FROM coverage_summary"
        ) == [(1, 13, 1, 7.14)]


def test_changes_are_plain_and_like_with_like(tmp_path: Path) -> None:
    with warehouse(tmp_path, SANGGAU_1, SANGGAU, MEMPAWAH) as con:
        roll_up(con, SETTINGS)
        row = ask(
            con,
            "SELECT value, value_prev_quarter, change, satker_reporting, "
            "value_like, value_prev_like, change_like, satker_like "
            "FROM rollup_province WHERE metric = 'posts' AND quarter = 2",
        )
        assert row == [(1122 + 1075, 1011, 1186, 2, 1122, 1011, 111, 1)]
        assert ask(
            con,
            "SELECT value_prev_quarter, satker_like, value_like FROM rollup_province "
            "WHERE metric = 'posts' AND quarter = 1",
        ) == [(None, 0, None)]
        assert ask(con, "SELECT value_prev_quarter, change_pct, rank FROM rollup_satker "
            "WHERE metric = 'posts' AND quarter = 2 ORDER BY satker_code") == [
            (None, None, 2), (1011, 10.98, 1)
        ]  # fmt: skip


def test_years_compare_the_same_quarters_of_the_same_satker(tmp_path: Path) -> None:
    with warehouse(tmp_path, SANGGAU_1, SANGGAU, MEMPAWAH) as con:
        load(con, shifted(document(SANGGAU), 4), 10)
        roll_up(con, SETTINGS)
        rows = ask(
            con,
            "SELECT scope, value, reports, value_prev_year, value_like, value_prev_like, reports_like FROM rollup_year "
            "WHERE metric = 'posts' AND year = 2025 ORDER BY scope",
        )
        assert rows == [("provinsi", 1122, 1, 3208, 1122, 1122, 1), ("satker", 1122, 1, 2133, 1122, 1122, 1)]
        assert one(con, "SELECT value_prev_year FROM rollup_province WHERE metric = 'posts' AND year = 2025") == 2197


def test_shares_and_ranks(tmp_path: Path) -> None:
    with warehouse(tmp_path, SANGGAU, MEMPAWAH) as con:
        roll_up(con, SETTINGS)
        assert one(
            con, "SELECT sum(share_satker) FROM rollup_social_media WHERE satker_code = '6103'"
        ) == pytest.approx(100, abs=0.3)
        shares = ask(
            con, "SELECT sum(share_province) FROM rollup_social_media WHERE share_province IS NOT NULL GROUP BY cell"
        )
        assert all(share == pytest.approx(100, abs=0.02) for (share,) in shares)


def test_an_empty_cell_is_not_a_zero(tmp_path: Path) -> None:
    made = document(SANGGAU)
    for cell in made["social_media"]:
        if (cell["content_type"], cell["platform"]) == ("foto_berita", "instagram"):
            cell |= {"posts": None, "posts_text": ""}
    with warehouse(tmp_path) as con:
        load(con, made)
        roll_up(con, SETTINGS)
        assert one(con, "SELECT posts FROM rollup_social_media WHERE cell = 'foto_berita/instagram'") is None


def test_a_total_that_is_said_twice_counts_once(tmp_path: Path) -> None:
    made = document(SANGGAU)
    made["statements"].append(made["statements"][0] | {"text": "Jadi 836 informasi.", "page": 14})
    with warehouse(tmp_path) as con:
        load(con, made)
        roll_up(con, SETTINGS)
        assert one(con, "SELECT value FROM rollup_province WHERE metric = 'stated_total'") == 836
        assert one(con, "SELECT count(*) FROM statements") == 2


def test_due_dates_and_lateness(tmp_path: Path) -> None:
    exception = DueException("6103", 2024, 2, date(2024, 7, 2))
    settings = replace(SETTINGS, due_days=5, due_exceptions=[exception])
    with warehouse(tmp_path, SANGGAU) as con:
        load(con, document(MEMPAWAH), hours=14.5)  # half past midnight of the 6th in Pontianak
        roll_up(con, settings)
        rows = ask(con, "SELECT satker_code, due_date, days_late FROM coverage WHERE status = 'received' ORDER BY 1")
        assert rows == [("6102", date(2024, 7, 5), 1), ("6103", date(2024, 7, 2), 3)]
        assert one(con, "SELECT on_time_rate FROM coverage_summary") == 0


def test_a_resubmission_after_the_due_date_does_not_make_late(tmp_path: Path) -> None:
    with warehouse(tmp_path, SANGGAU) as con:
        load(con, changed(document(SANGGAU), "ulang.pdf"), hours=24 * 60)
        roll_up(con, SETTINGS)
        assert ask(
            con, "SELECT revision, days_late, received_at > first_received_at FROM coverage WHERE satker_code = '6103'"
        ) == [(2, 0, True)]


def test_a_refused_file_whose_name_hints_at_a_satker_is_quarantined(tmp_path: Path) -> None:
    with warehouse(tmp_path, SANGGAU) as con:
        refuse(con, "6110_melawi_2024_tw2.pdf", satker="6110")
        refuse(con, "6103_rusak.pdf", satker="6103")
        refuse(con, "entah.pdf")
        roll_up(con, SETTINGS)
        assert ask(con, "SELECT satker_code FROM coverage WHERE status = 'quarantined'") == [("6110",)]
        assert one(con, "SELECT count(*) FROM documents WHERE status = 'refused'") == 3


def test_coverage_lists_every_quarter_in_between(tmp_path: Path) -> None:
    with warehouse(tmp_path, SANGGAU) as con:
        load(con, shifted(document(SANGGAU), 3), 5)
        roll_up(con, SETTINGS)
        assert ask(con, "SELECT year, quarter, count(*) FROM coverage GROUP BY 1, 2 ORDER BY 1, 2") == [
            (2024, 2, 14), (2024, 3, 14), (2024, 4, 14), (2025, 1, 14)
        ]  # fmt: skip


def test_only_the_current_revision_is_summed(tmp_path: Path) -> None:
    with warehouse(tmp_path, SANGGAU) as con:
        second = changed(document(SANGGAU), "ulang.pdf")
        second["social_media"][0]["posts"] = 100
        assert load(con, second, 1).revision == 2
        roll_up(con, SETTINGS)
        assert one(con, "SELECT value FROM rollup_province WHERE metric = 'posts'") == 1124
        assert one(con, "SELECT count(*) FROM reports") == 1
        statuses = ask(con, "SELECT revision, status FROM documents ORDER BY revision")
        assert statuses == [(1, "superseded"), (2, "current")]


def test_an_empty_warehouse_rolls_up(tmp_path: Path) -> None:
    with warehouse(tmp_path) as con:
        roll_up(con, SETTINGS)
        assert one(con, "SELECT count(*) FROM coverage") == 0
        assert one(con, "SELECT count(*) FROM satker") == len(SATKERS)


def test_marts_have_their_declared_columns(tmp_path: Path) -> None:
    with warehouse(tmp_path) as con:
        roll_up(con, SETTINGS)
        for mart in MARTS:
            columns = ask(con, f"SELECT column_name, column_type FROM (DESCRIBE marts.{mart.name})")
            assert [name for name, _ in columns] == [c.name for c in mart.columns], mart.name


def findings(con: duckdb.DuckDBPyConnection, rule: str) -> list[str]:
    return [
        m for (m,) in ask(con, "SELECT message FROM findings WHERE rule = ? AND source = 'warehouse' ORDER BY 1", rule)
    ]


def test_a_copied_recap_is_found(tmp_path: Path) -> None:
    copied = changed(document(MEMPAWAH), "salin.pdf", satker_code="6101", satker_name="KPU Kabupaten Sambas")
    copied["dissemination"] = copied["dissemination"][:-1]
    with warehouse(tmp_path, SANGGAU, MEMPAWAH) as con:
        load(con, copied, 5)
        roll_up(con, SETTINGS)
        assert findings(con, "identical_recap") == [
            "Rekapitulasi media sosial (50 sel) sama persis dengan laporan KPU Kabupaten Sambas triwulan II 2024."
        ]
        assert findings(con, "identical_dissemination") == []


def test_a_copied_table_of_information_is_found(tmp_path: Path) -> None:
    copied = shifted(document(SANGGAU), 1)
    copied["social_media"][0]["posts"] = 1
    with warehouse(tmp_path, SANGGAU) as con:
        load(con, copied, 5)
        roll_up(con, SETTINGS)
        assert findings(con, "identical_dissemination") == [
            "Isi tabel informasi (49 baris) sama persis dengan laporan KPU Kabupaten Sanggau triwulan II 2024."
        ]
        assert findings(con, "identical_recap") == []


def test_a_vanished_platform_and_a_halved_total_are_found(tmp_path: Path) -> None:
    later = shifted(document(SANGGAU), 1)
    for cell in later["social_media"]:
        cell["posts"] = 0 if cell["platform"] == "tiktok" else cell["posts"] // 3
    with warehouse(tmp_path, SANGGAU) as con:
        load(con, later, 5)
        roll_up(con, SETTINGS)
        assert findings(con, "platform_vanished") == [
            "Platform tiktok tidak ada lagi atau nol semua, padahal pada triwulan II 2024 masih ada 286 unggahan."
        ]
        (halved,) = findings(con, "total_halved")
        assert halved.startswith("Jumlah unggahan media sosial turun lebih dari separuh: dari 1.122 menjadi ")


def test_a_value_outside_the_satkers_own_history_is_found(tmp_path: Path) -> None:
    with warehouse(tmp_path) as con:
        for quarter in range(6):
            made = shifted(document(SANGGAU), quarter)
            for cell in made["social_media"]:
                cell["posts"] = (cell["posts"] or 0) + quarter % 3
            if quarter == 5:
                made["social_media"][0]["posts"] = 9800
            load(con, made, quarter)
        roll_up(con, SETTINGS)
        found = ask(con, "SELECT DISTINCT year, quarter FROM findings WHERE rule = 'history_outlier'")
        assert found == [(2025, 3)]
        assert any(m.startswith("Jumlah unggahan media sosial adalah ") for m in findings(con, "history_outlier"))


def test_a_far_smaller_resubmission_is_found(tmp_path: Path) -> None:
    smaller = changed(document(SANGGAU), "potong.pdf")
    smaller["dissemination"] = smaller["dissemination"][:10]
    with warehouse(tmp_path, SANGGAU) as con:
        result = load(con, smaller, 1)
        assert (result.facts, result.previous_facts) == (81, 120)
        roll_up(con, SETTINGS)
        assert findings(con, "fewer_facts") == [
            "Kiriman ke-2 memuat 81 fakta, jauh lebih sedikit daripada kiriman ke-1 yang digantikannya (120 fakta)."
        ]


def test_open_findings_are_counted(tmp_path: Path) -> None:
    with warehouse(tmp_path, SANGGAU) as con:
        roll_up(con, SETTINGS)
        assert ask(con, "SELECT findings_open FROM reports") == [(9,)]
        assert one(con, "SELECT findings_open FROM coverage WHERE satker_code = '6103'") == 9
        ids = ask(con, "SELECT count(DISTINCT finding_id), count(*) FROM findings")
        roll_up(con, SETTINGS)
        assert ask(con, "SELECT count(DISTINCT finding_id), count(*) FROM findings") == ids == [(9, 9)]
