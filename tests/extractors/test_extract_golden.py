"""Whole reports against golden files: one of each digital layout, besides the sample.

`GOLDEN=write pytest tests/test_extract_golden.py` writes them anew, and fails, so that no run with the
flag left on can pass; look at the difference before committing it.
"""

import json
import os
from pathlib import Path

import pytest

from extractors.document import Document
from extractors.line import extract_file
from tests.support.paths import TESTS

HERE = TESTS
SAMPLE = HERE.parent / "flows" / "sample" / "6103_sanggau_2024_tw2.pdf"
REPORTS = [SAMPLE, *sorted((HERE / "reports").glob("*.pdf"))]
GOLDEN = HERE / "golden"


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_report_is_read_as_before(path: Path) -> None:
    document = extract_file(path)
    assert isinstance(document, Document)
    found = document.to_json()
    golden = GOLDEN / f"{path.stem}.json"
    if os.environ.get("GOLDEN") == "write":
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        pytest.fail(f"wrote {golden.name}; run again without GOLDEN")
    assert found == json.loads(golden.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_document_survives_its_own_json(path: Path) -> None:
    data = json.loads((GOLDEN / f"{path.stem}.json").read_text(encoding="utf-8"))
    assert Document.from_json(data).to_json() == data


def test_sample_has_the_known_figures() -> None:
    document = extract_file(SAMPLE)
    assert isinstance(document, Document)
    posts: dict[str, int] = {}
    for cell in document.social_media:
        posts[cell.platform] = posts.get(cell.platform, 0) + (cell.posts or 0)
    assert posts == {"instagram": 265, "facebook": 265, "twitter": 265, "youtube": 41, "tiktok": 286}
    assert len(document.dissemination) == 49
    assert [sum(a.sector == s for a in document.activities) for s in ("pemerintah", "non_pemerintah")] == [15, 6]
    assert [s.value for s in document.statements] == [836]
    stated = next(f.message for f in document.findings if f.rule == "stated_total_mismatch")
    assert "836" in stated and "TikTok" in stated
    assert not any(fact.doubt for fact in (*document.dissemination, *document.social_media, *document.activities))
