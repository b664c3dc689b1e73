"""The synthetic reports that measure the extractor: their truth must be exact, or it misleads."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from datetime import date

import numpy as np
import pypdfium2
import pytest

from benchmarks.variants.build import build
from benchmarks.variants.dates import in_words, months_of, span, spelled
from benchmarks.variants.degrade import EFFECTS
from benchmarks.variants.features import MARKS, Features
from benchmarks.variants.marks import mark
from benchmarks.variants.mixes import FOCUSED, HELD_FOCUSED, MORE, mixes
from benchmarks.variants.paper import Face, Sheet, TextOp

DIGITAL = [features for features in (*FOCUSED, *MORE, *HELD_FOCUSED) if not features.scan and not features.trick]
RULES = {
    "duplicate_number": "numbering_duplicate",
    "skipped_number": "numbering_gap",
    "skipped_activity": "numbering_gap",
    "wrong_weekday": "weekday_mismatch",
    "outside": "date_outside_quarter",
    "impossible": "date_unparsed",
    "bad_activity_date": "date_unparsed",
    "wrong_statement": "stated_total_mismatch",
    "wrong_total": "table_total_mismatch",
    "outlier": "platform_outlier",
    "twice": "duplicate_activity",
    "wrong_scope": "scope_period_mismatch",
    "wrong_cover": "cover_title_mismatch",
    "foreign_cover": "satker_mismatch",
    "foreign_purpose": "satker_mismatch",
    "no_section": "section_missing",
    "blank_cell": "blank_cell",
    "blank_media": "blank_cell",
}


def printed(pdf: bytes) -> str:
    """All text of a PDF without white space, hyphenation left alone."""
    document = pypdfium2.PdfDocument(pdf)
    pages = (page.get_textpage().get_text_range() for page in document)
    return re.sub(r"\s+", "", " ".join(pages))


@pytest.mark.parametrize("features", DIGITAL, ids=lambda features: features.changed()[:60])
def test_everything_in_the_truth_is_printed(features: Features) -> None:
    variant = build(3, features)
    text = printed(variant.pdf)
    words = {word for row in variant.truth["dissemination"] for word in row["information"].split()}
    words |= {word for row in variant.truth["activities"] for word in row["text"].split()}
    words |= {word for cell in variant.truth["social_media"] for word in cell["posts_text"].split()}
    assert [word for word in sorted(words) if word not in text] == []
    assert variant.truth["report"]["signatory_name"].replace(" ", "") in text


def test_a_report_without_errors_has_no_findings() -> None:
    for seed in range(4):
        assert build(seed, Features(totals="both")).truth["findings"] == []


@pytest.mark.parametrize("error", sorted(RULES))
def test_an_error_leaves_its_finding(error: str) -> None:
    variant = build(5, Features(totals="both", errors=(error,)))
    assert [finding["rule"] for finding in variant.truth["findings"]] == [RULES[error]]


def test_numbers_that_are_not_exact_are_null_and_not_blank() -> None:
    truth = build(1, Features(errors=("inexact",))).truth
    assert [cell for cell in truth["social_media"] if cell["posts"] is None and cell["posts_text"]]
    assert not truth["findings"]


def test_a_mistyped_month_keeps_its_date() -> None:
    truth = build(1, Features(errors=("misprint",))).truth
    assert all(row["date_start"] for row in truth["dissemination"])
    assert not truth["findings"]


def test_the_same_seed_gives_the_same_bytes() -> None:
    features = Features(gallery=True, appendices=("attendance", "clipping"), contents=True)
    assert build(2, features).pdf == build(2, features).pdf


def test_held_back_mixes_differ_from_the_others() -> None:
    shown = {features.changed() for features in mixes(random.Random(1), 30, held=False)}
    assert not shown & {features.changed() for features in mixes(random.Random(77), 20, held=True)}


def test_a_scan_has_images_only() -> None:
    variant = build(1, Features(scan="flat", small=True))
    assert printed(variant.pdf) == ""


@pytest.mark.parametrize("kind", sorted(EFFECTS))
def test_every_kind_of_scan_and_mark_leaves_a_page_of_its_size(kind: str) -> None:
    page, sheet = np.full((400, 300, 3), 255, np.uint8), Sheet(300, 400, [TextOp(40, 60, "Bakohumas", Face())])
    spoiled = EFFECTS[kind](page, random.Random(1))
    assert sorted(spoiled.shape[:2]) == [300, 400]
    for name in MARKS:
        assert mark(page, sheet, name, 1.0, random.Random(2)).shape == page.shape


def test_dates() -> None:
    assert in_words(2024) == "dua ribu dua puluh empat"
    assert in_words(11) == "sebelas"
    assert (
        spelled(date(2024, 4, 25), weekday=True).text == "Kamis tanggal dua puluh lima April dua ribu dua puluh empat"
    )
    written = span(date(2024, 5, 23), date(2024, 5, 24), "weekday", random.Random(1))
    assert written.text.startswith("Kamis") and written.weekdays == ((3, date(2024, 5, 23)), (4, date(2024, 5, 24)))
    assert months_of(4) == (10, 11, 12)


def test_a_page_pair_prints_both_halves() -> None:
    variant = build(4, replace(Features(), recap="pair"))
    text = printed(variant.pdf)
    names = [name for name, _ in variant.story.recap.platforms + variant.story.recap.labels]
    assert [name for name in names if name.replace(" ", "") not in text] == []
