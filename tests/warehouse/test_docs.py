"""The data dictionary is that of the definitions, and every question in the docs has its answer."""

from __future__ import annotations

import re

import pytest

from tests.support.paths import ROOT
from tests.support.warehouses import (
    BENGKAYANG,
    MEMPAWAH,
    SANGGAU,
    SANGGAU_1,
    changed,
    document,
    load,
    refresh,
    warehouse,
)
from warehouse.corrections import Request, record
from warehouse.dictionary import dictionary
from warehouse.queries import checks
from warehouse.records import FACTS, LEDGER, PUBLISHED
from warehouse.snapshot import Result, open_current, query

DOCS = ROOT / "docs"


def test_the_data_dictionary_is_not_stale() -> None:
    page = (DOCS / "kamus-data.md").read_text(encoding="utf-8")
    assert page == dictionary(), "run: python -m warehouse.dictionary"


def test_every_definition_says_what_it_means() -> None:
    for table in (*FACTS, *LEDGER, *PUBLISHED):
        names = [column.name for column in table.columns]
        assert len(names) == len(set(names)), table.name
        assert set(table.key) <= set(names), table.name
        for column in table.columns:
            assert column.meaning.endswith((".", "_*.")) and len(column.meaning) > 5, (table.name, column.name)


def test_every_check_says_what_it_means() -> None:
    assert len(checks()) >= 8
    assert all(check.meaning.endswith(".") for check in checks())


def questions() -> list[tuple[str, str]]:
    text = (DOCS / "pertanyaan.md").read_text(encoding="utf-8")
    return re.findall(r"^## (\d+\. .+?)$.*?```sql\n(.+?)```", text, flags=re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Result]:
    data = tmp_path_factory.mktemp("data")
    with warehouse(data, SANGGAU_1, SANGGAU, MEMPAWAH, BENGKAYANG) as con:
        doubted = changed(document(MEMPAWAH), "ulang.pdf")
        doubted["dissemination"][0]["doubt"] = "huruf kabur"
        load(con, doubted, 9)
        record(con, Request("6103", 2024, 2, "social_media", "foto_berita/instagram", "posts", "89", "Salah", "Rina"))
        refresh(con, data)
    with open_current(data) as con:
        return {number: query(con, sql) for number, (_, sql) in enumerate(questions(), 1)}


def test_there_are_ten_questions(answers: dict[int, Result]) -> None:
    assert len(answers) == 10
    assert all(answer.rows for answer in answers.values())


def test_the_answers_are_right(answers: dict[int, Result]) -> None:
    assert len(answers[1].rows) == 11 and answers[1].rows[0][:2] == ("6101", "KPU Kabupaten Sambas")
    table = dict(zip(answers[2].columns, zip(*answers[2].rows, strict=True), strict=True))
    assert table["instagram"][table["satker_name"].index("KPU Kabupaten Sanggau")] == 256
    posts = {row[0]: row for row in answers[3].rows}["posts"]
    assert posts[1] == 1113 + 1075 + 949 and posts[8] == 1
    assert [row[:4] for row in answers[4].rows] == [(89, "foto_berita/instagram", "6103_sanggau_2024_tw2.pdf", 11)]
    assert sum(row[2] for row in answers[5].rows if row[1] == "all") == 49 + 51 + 47
    assert answers[6].rows == [("KPU Kabupaten Sanggau", 836, 1113, -277, 13)]
    assert [row[0] for row in answers[7].rows] == sorted((row[0] for row in answers[7].rows), key="error warning".find)
    assert answers[8].rows == [
        (
            1,
            "Sanggau",
            2024,
            2,
            "social_media",
            "foto_berita/instagram",
            "posts",
            "98",
            "89",
            "applied",
            "Salah",
            "Rina",
        )
    ]
    assert answers[9].rows == [("dissemination", "KPU Kabupaten Mempawah", "1", 5, "huruf kabur")]
    assert answers[10].rows == [(2024, 1, 1, 14, 7.14, 0, 0.0, 0, False), (2024, 2, 3, 14, 21.43, 3, 21.43, 0, False)]
