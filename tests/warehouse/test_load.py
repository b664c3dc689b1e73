"""Loading: one transaction a document, nothing counted twice, the standing by the ledger alone."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.document import Document
from tests.support.warehouses import BENGKAYANG, SANGGAU, ask, changed, document, load, one, receipt, refuse, warehouse
from warehouse.load import extraction, known, load_document
from warehouse.records import FACTS
from warehouse.revisions import Entry, standings
from warehouse.rows import fact_rows


def counts(con: duckdb.DuckDBPyConnection) -> dict[str, int]:
    return {table.name: one(con, f"SELECT count(*) FROM facts.{table.name}") for table in FACTS}


def test_every_fact_is_a_row(tmp_path: Path) -> None:
    with warehouse(tmp_path, SANGGAU) as con:
        assert counts(con) == {
            "reports": 1, "dissemination": 49, "social_media": 50, "activities": 21, "statements": 1, "photos": 2,
            "legal_basis": 10, "follow_up": 3, "narrative": 4, "findings": 9,
        }  # fmt: skip
        assert one(con, "SELECT sum(posts) FROM facts.social_media") == 1122
        assert one(con, "SELECT bbox FROM facts.dissemination WHERE seq = 1") == (50.0, 100.0, 540.0, 118.0)


def test_loading_twice_changes_nothing(tmp_path: Path) -> None:
    with warehouse(tmp_path, SANGGAU) as con:
        before = counts(con)
        result = load(con, document(SANGGAU), hours=9)
        assert (result.status, result.revision, result.facts) == ("unchanged", 1, 120)
        assert counts(con) == before


def test_a_document_that_fails_leaves_nothing(tmp_path: Path) -> None:
    broken = document(SANGGAU)
    broken["social_media"][3]["posts"] = "sembilan"
    with warehouse(tmp_path) as con:
        with pytest.raises((pa.ArrowInvalid, pa.ArrowTypeError)):
            load(con, broken)
        assert not known(con, broken["source"]["sha256"])
        assert sum(counts(con).values()) == 0
        assert load(con, document(SANGGAU)).status == "current"


def test_a_receipt_of_other_bytes_is_an_error(tmp_path: Path) -> None:
    with warehouse(tmp_path) as con, pytest.raises(ValueError, match="the document is of"):
        load_document(con, document(SANGGAU), receipt(document(BENGKAYANG)))


def test_a_refused_file_is_known_and_may_be_accepted_by_a_later_version(tmp_path: Path) -> None:
    made = changed(document(SANGGAU), "rusak.pdf")
    with warehouse(tmp_path) as con:
        refuse(con, "rusak.pdf")
        assert known(con, made["source"]["sha256"])
        assert load(con, made, version="2").status == "current"
        assert ask(con, "SELECT status, reason, extractor_version FROM ledger.documents") == [("current", None, "2")]
        assert refuse(con, "rusak.pdf").status == "unchanged"


def test_another_version_of_the_extractor_replaces_the_facts(tmp_path: Path) -> None:
    better = document(SANGGAU)
    better["social_media"][0]["posts"] = 99
    with warehouse(tmp_path, SANGGAU) as con:
        before = counts(con)
        assert load(con, better, version="2").status == "current"
        assert counts(con) == before
        assert one(con, "SELECT sum(posts) FROM facts.social_media") == 1123
        sha256 = better["source"]["sha256"]
        assert extraction(con, sha256, "1")["social_media"][0]["posts"] == 98


def test_a_new_reading_may_put_the_document_into_another_quarter(tmp_path: Path) -> None:
    moved = document(SANGGAU)
    moved["report"] |= {"quarter": 3}
    with warehouse(tmp_path, SANGGAU) as con:
        older = changed(document(SANGGAU), "lama.pdf")
        load(con, older, hours=-1)
        load(con, moved, version="2")
        rows = ask(con, "SELECT quarter, revision, status FROM ledger.documents ORDER BY quarter")
        assert rows == [(2, 1, "current"), (3, 1, "current")]


def test_unpaired_surrogates_do_not_stop_a_report(tmp_path: Path) -> None:
    made = document(SANGGAU)
    made["dissemination"][0]["information"] = "rusak \ud83d sekali"
    with warehouse(tmp_path) as con:
        load(con, made)
        assert one(con, "SELECT information FROM facts.dissemination WHERE seq = 1") == "rusak \ufffd sekali"


def test_row_keys_tell_rows_apart() -> None:
    made = document(BENGKAYANG)
    made["social_media"].append(made["social_media"][0])
    rows = fact_rows(Document.from_json(made), _Plain())
    for name, facts in rows.items():
        keys = [row["row_key"] for row in facts]
        assert len(keys) == len(set(keys)), name
    assert rows["social_media"][0]["row_key"] == "foto_berita/instagram/4"
    assert rows["social_media"][-1]["row_key"] == "foto_berita/instagram/4#2"


class _Plain:
    def theme(self, text: str) -> str:
        return "lainnya"

    def activity_kind(self, text: str) -> str:
        return "lainnya"


NOON = datetime(2024, 7, 1, 12)


@given(
    st.lists(st.tuples(st.integers(0, 5), st.text("abc", min_size=1)), unique_by=lambda e: e[1], min_size=1),
    st.booleans(),
    st.data(),
)
def test_standings_do_not_depend_on_the_order_of_loading(
    made: list[tuple[int, str]], closed: bool, data: st.DataObject
) -> None:
    entries = [Entry(name, NOON + timedelta(hours=hour)) for hour, name in made]
    approved = data.draw(st.sampled_from([None, *(entry.document_id for entry in entries)]))
    result = standings(entries, approved, closed)
    assert result == standings(data.draw(st.permutations(entries)), approved, closed)
    assert sorted(s.revision for s in result.values()) == list(range(1, len(entries) + 1))
    current = [name for name, standing in result.items() if standing.status == "current"]
    assert current == ([approved] if approved else [] if closed else [max(entries, key=_order).document_id])


def _order(entry: Entry) -> tuple[datetime, str]:
    return entry.received_at, entry.document_id
