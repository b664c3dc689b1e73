"""Every rule of the contract: when it speaks, when it is silent, and what it says."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from extractors.checks import RULES, check, rule
from extractors.document import (
    Activity,
    Dissemination,
    Document,
    Finding,
    Narrative,
    ReportHead,
    SocialMedia,
    Source,
    Statement,
)
from extractors.reading import (
    Evidence,
    Numbering,
    PeriodMention,
    PrintedTotal,
    Reading,
    SatkerMention,
    UnknownLabel,
    WrittenDate,
)
from extractors.values.dates import find_periods, read_date
from tests.support.paths import DATA

BOX = (0.0, 0.0, 10.0, 10.0)
HEAD = ReportHead("6103", "KPU Kabupaten Sanggau", 2024, 2, title="LAPORAN BAKOHUMAS TRIWULAN II TAHUN 2024")
WHOLE = frozenset(
    ["legal_basis", "activities", "dissemination", "recap", "evaluation", "follow_up", "conclusion", "suggestion"]
)


def reading(evidence: Evidence | None = None, **facts: Any) -> Reading:
    """A faultless reading with the given facts and evidence."""
    evidence = evidence or Evidence()
    evidence = replace(evidence, sections=evidence.sections or WHOLE)
    return Reading(Document(Source("a.pdf", "0", 9), facts.pop("report", HEAD), **facts), evidence)


def found(name: str, of: Reading) -> list[Finding]:
    """What one rule finds; no other rule may speak."""
    findings = check(of)
    assert {finding.rule for finding in findings} <= {name}
    assert all(finding.message.endswith(".") and finding.message[0].isupper() for finding in findings)
    return list(findings)


def cell(platform: str, posts: int | None, label: str = "Repost", **more: Any) -> SocialMedia:
    text = more.pop("text", "" if posts is None else str(posts))
    return SocialMedia("repost", label, platform, posts, text, more.pop("month", None), 5, BOX, **more)


def activity(seq: int, text: str, day: str | None = "2024-06-10", sector: str = "pemerintah") -> Activity:
    start = date.fromisoformat(day) if day else None
    return Activity(sector, seq, str(seq), text, day, start, start, None, 3, BOX)


def item(number: str | None, media: str = "IG", **more: Any) -> Dissemination:
    return Dissemination(1, number, "2 April 2024", None, None, "Tahapan", media, ("instagram",), 4, BOX, **more)


def written(text: str) -> WrittenDate:
    parsed = read_date(text, year=2024)
    assert parsed is not None
    return WrittenDate(parsed, "baris nomor 1 tabel informasi", 4, BOX)


def dated(*texts: str) -> Reading:
    return reading(Evidence(dates=tuple(map(written, texts))))


def numbered(*numbers: str | None) -> Reading:
    return reading(Evidence(numberings=(Numbering("tabel informasi", numbers, tuple([4] * len(numbers))),)))


def test_a_faultless_report_has_no_finding() -> None:
    assert check(reading()) == ()


def test_every_rule_of_the_contract_is_registered_once() -> None:
    assert set(RULES) == {
        "numbering_duplicate", "numbering_gap", "weekday_mismatch", "date_outside_quarter", "date_unparsed",
        "stated_total_mismatch", "table_total_mismatch", "platform_outlier", "duplicate_activity",
        "scope_period_mismatch", "cover_title_mismatch", "section_missing", "blank_cell", "unknown_label",
        "satker_mismatch", "low_confidence",
    }  # fmt: skip
    assert all(run.__doc__ for run in RULES.values())
    with pytest.raises(ValueError, match="twice"):
        rule("blank_cell", "info")(lambda reading: iter(()))


def test_numbering_duplicate() -> None:
    (finding,) = found("numbering_duplicate", numbered("1", "2", "2", "3"))
    assert (finding.severity, finding.page) == ("info", 4)
    assert "Nomor 2 dipakai dua kali pada tabel informasi" in finding.message
    assert found("numbering_duplicate", numbered("1", "2", "3", "1", "2", None, "3")) == []
    assert len(found("numbering_duplicate", numbered("1", "1", "2", "3"))) == 1
    assert found("numbering_duplicate", numbered("1", "2", "1", "1", "1", "2")) == []  # a count for each day


def test_numbering_gap() -> None:
    (finding,) = found("numbering_gap", numbered("1", "2", "4", "5"))
    assert "Nomor 3 tidak ada" in finding.message
    (finding,) = found("numbering_gap", numbered("1.", "5.", None))
    assert "Nomor 2 s.d 4 tidak ada" in finding.message
    assert found("numbering_gap", numbered("5", "6", "7")) == []
    assert found("numbering_gap", numbered("a", "b", "c")) == []
    assert found("numbering_gap", numbered("i", "ii", "iii", "iv", "v")) == []
    assert len(found("numbering_gap", numbered("a", "c"))) == 1
    assert len(found("numbering_gap", numbered("I", "II", "IV"))) == 1
    assert found("numbering_gap", numbered("1", "3", "2", "4")) == []


def test_numbers_without_pages_are_no_error() -> None:
    evidence = Evidence(numberings=(Numbering("daftar", ("1", "3"), ()),))
    (finding,) = found("numbering_gap", reading(evidence))
    assert finding.page is None


def test_weekday_mismatch() -> None:
    (finding,) = found("weekday_mismatch", dated("Rabu, 15 Juni 2024"))
    assert finding.severity == "warning" and finding.bbox == BOX
    assert "'Rabu, 15 Juni 2024'" in finding.message and "hari Sabtu" in finding.message
    assert len(found("weekday_mismatch", dated("Kamis s.d Sabtu, 23 s.d 24 Mei 2024"))) == 1
    assert len(found("weekday_mismatch", dated("Senin s.d Selasa, 23 s.d 24 Mei 2024"))) == 1
    assert found("weekday_mismatch", dated("Kamis s.d Jumat, 23 s.d 24 Mei 2024", "Kamis, 23 s.d 24 Mei 2024")) == []


def test_date_outside_quarter() -> None:
    (finding,) = found("date_outside_quarter", dated("30 Maret s.d 2 April 2024"))
    assert "Triwulan II 2024 (April s.d Juni)" in finding.message
    assert len(found("date_outside_quarter", dated("2 April 2023", "1 Juli 2024", "1 April 2024"))) == 2
    assert found("date_outside_quarter", dated("mulai tanggal 24 Juni 2024", "30 Juni 2024")) == []


def test_date_unparsed() -> None:
    (finding,) = found("date_unparsed", dated("32/05/2024"))
    assert "'32/05/2024' tidak dapat dibaca" in finding.message


def stated(*values: int, cells: tuple[SocialMedia, ...]) -> Reading:
    statements = tuple(Statement("total_disseminated", value, "Sebanyak ...", 7) for value in values)
    return reading(statements=statements, social_media=cells)


def test_stated_total_names_the_platform_left_out() -> None:
    cells = (cell("instagram", 98), cell("facebook", 97), cell("tiktok", 1000), cell("youtube", 0))
    (finding,) = found_total(stated(195, 195, cells=cells))
    assert (finding.severity, finding.page) == ("error", 7)
    assert "menyebut 195" in finding.message and "berjumlah 1.195" in finding.message
    assert finding.message.endswith("195 adalah jumlah tanpa TikTok.")


def found_total(of: Reading) -> list[Finding]:
    return [finding for finding in check(of) if finding.rule == "stated_total_mismatch"]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (50, "50 adalah jumlah tanpa Facebook dan TikTok"),
        (20, "20 adalah jumlah Facebook saja"),
        (40, "40 adalah jumlah TikTok saja"),
        (31, "31 adalah jumlah Instagram dan YouTube saja"),
        (99, "tidak ada gabungan kanal yang menghasilkan angka itu"),
    ],
)
def test_stated_total_is_explained_by_the_smallest_set(value: int, words: str) -> None:
    cells = tuple(cell(p, n) for p, n in [("instagram", 15), ("facebook", 20), ("tiktok", 40), ("youtube", 16)])
    extra = (cell("website", 19),) if value in (31, 50) else ()
    (finding,) = found_total(stated(value, cells=cells + extra))
    assert words in finding.message


def test_platforms_that_explain_it_equally_well_are_all_named() -> None:
    cells = tuple(cell(p, n) for p, n in [("instagram", 10), ("facebook", 10), ("youtube", 3)])
    (finding,) = found_total(stated(13, cells=cells))
    assert "tanpa Instagram atau tanpa Facebook" in finding.message


def test_a_stated_total_is_right_or_cannot_be_judged() -> None:
    exact = (cell("instagram", 10), cell("facebook", 10))
    inexact = (*exact, cell("tiktok", None, text="± 5", doubt="tidak pasti"))
    assert found_total(stated(20, cells=exact)) == []
    assert found_total(stated(25, cells=inexact)) == []
    assert len(found_total(stated(19, cells=inexact))) == 1
    assert found_total(stated(19, cells=())) == []


def test_table_total_mismatch() -> None:
    totals = [("jumlah kolom Instagram", 1823, "1.823", 1826), ("jumlah kolom X", 5, "5", 5), ("jumlah", 9, "9", None)]
    evidence = Evidence(totals=tuple(PrintedTotal(*total, 5, BOX) for total in totals))
    (finding,) = found("table_total_mismatch", reading(evidence))
    assert finding.severity == "error"
    assert finding.message == "Jumlah kolom Instagram tertulis 1.823, sedangkan isinya berjumlah 1.826."


def test_totals_of_the_parts_of_a_table_make_up_the_sum_together() -> None:
    parts = tuple(PrintedTotal("jumlah kolom Facebook", n, str(n), 105, 5, BOX) for n in (52, 53))
    assert found("table_total_mismatch", reading(Evidence(totals=parts))) == []


def test_totals_that_mostly_fail_tell_of_a_misread_table() -> None:
    totals = tuple(PrintedTotal(f"jumlah kolom {n}", 10 * n, str(10 * n), 7, 5, BOX) for n in range(1, 7))
    whole = reading(Evidence(totals=totals))
    (finding,) = found("low_confidence", whole)
    assert "6 jumlah" in finding.message


def row(*posts: int | None, month: int | None = None) -> tuple[SocialMedia, ...]:
    platforms = ["instagram", "facebook", "twitter", "tiktok", "youtube"]
    return tuple(cell(p, n, text="-", month=month) for p, n in zip(platforms, posts, strict=False))


@pytest.mark.parametrize(
    ("posts", "count"),
    [
        ((2, 2, 2, 23), 1),
        ((2, 2, 2, 11), 0),
        ((20, 20, 20, 99), 0),
        ((20, 20, 20, 100), 1),
        ((0, 0, 2, 50), 0),
        ((0, 2, 2, 50), 1),
        ((None, 2, 2, 50), 1),
        ((3, 3, 60, 60), 2),
        ((98, 98, 98, 98, 19), 0),
    ],
)
def test_platform_outlier(posts: tuple[int, ...], count: int) -> None:
    findings = [f for f in check(reading(social_media=row(*posts))) if f.rule == "platform_outlier"]
    assert len(findings) == count


def test_platform_outlier_judges_each_month_and_week_by_itself() -> None:
    months = row(2, 2, 2, month=4) + row(50, 50, 50, month=5) + row(4, 4, 60, month=6)
    (finding,) = found("platform_outlier", reading(social_media=months))
    assert finding.message == "Repost bulan Juni: X (Twitter) 60, sedangkan kanal lain sekitar 4."
    weeks = row(2, 2, 2, month=4) + row(50, 50, 50, month=4)
    assert found("platform_outlier", reading(social_media=weeks)) == []


def test_duplicate_activity() -> None:
    text = "KPU Sanggau mengadakan Audiensi kepada Ketua DPRD Sanggau"
    near = "KPU Sanggau mengadakan Audensi kepada Ketua DPRD di Sanggau"
    (finding,) = found("duplicate_activity", reading(activities=(activity(10, text), activity(11, near))))
    assert "Kegiatan Pemerintah nomor 10 dan 11 sama" in finding.message
    thrice = tuple(activity(n, text) for n in (1, 2, 3))
    assert len(found("duplicate_activity", reading(activities=thrice))) == 2


@pytest.mark.parametrize(
    "other",
    [
        activity(2, "Sosialisasi bersama siswa SMA Negeri 4 Sambas"),
        activity(2, "Sosialisasi bersama siswa SMA Negeri 1 Sambas", day="2024-06-11"),
        activity(2, "Sosialisasi bersama siswa SMA Negeri 1 Sambas", sector="non_pemerintah"),
        activity(2, "Sosialisasi bersama guru SMA Negeri 1 Sambas"),
        activity(2, "Sosialisasi bersama siswa dan guru SMA Negeri 1 Sambas"),
        activity(2, "Sosialisasi bersama siswa SMA Negeri 1 Sambas", day=None),
    ],
)
def test_different_activities_are_no_duplicate(other: Activity) -> None:
    first = activity(1, "Sosialisasi bersama siswa SMA Negeri 1 Sambas", day=other.date_text and "2024-06-10")
    assert found("duplicate_activity", reading(activities=(first, other))) == []


def periods(where: str, text: str) -> Reading:
    return reading(Evidence(periods=tuple(find_periods(text, where=where, page=2))))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("selama bulan Januari s.d bulan Maret 2024", 1),
        ("bulan April s.d Juni 2023", 1),
        ("Triwulan I", 1),
        ("bulan Juli", 1),
        ("April s.d Mei 2024", 1),
        ("Januari s.d Maret pada Triwulan I", 1),
        ("selama bulan April s.d bulan Juni 2024", 0),
        ("Triwulan II Tahun 2024", 0),
        ("bulan Mei", 0),
        ("kehumasan", 0),
    ],
)
def test_scope_period_mismatch(text: str, count: int) -> None:
    findings = found("scope_period_mismatch", periods("scope", text))
    assert len(findings) == count
    assert all("laporan adalah Triwulan II 2024 (April s.d Juni)" in f.message and f.page == 2 for f in findings)


def test_cover_title_mismatch_by_topic() -> None:
    other = replace(HEAD, title="LAPORAN KEGIATAN KELOMPOK KERJA PENATAAN DAERAH PEMILIHAN TAHUN 2024")
    (finding,) = found("cover_title_mismatch", reading(report=other))
    assert "bukan tentang Bakohumas" in finding.message
    for title in ["LAPORAN KEHUMASAN", "LAPORAN BADAN KOORDINASI HUBUNGAN\nMASYARAKAT", "LAPORAN BAK0HUMAS", None]:
        assert found("cover_title_mismatch", reading(report=replace(HEAD, title=title))) == []


def test_cover_title_mismatch_by_period() -> None:
    (finding,) = found("cover_title_mismatch", periods("cover", "TRIWULAN IV TAHUN 2024"))
    assert "TRIWULAN IV TAHUN 2024" in finding.message and "Triwulan II 2024" in finding.message
    assert len(found("cover_title_mismatch", periods("cover", "PERIODE APRIL - JUNI 2023"))) == 1
    assert found("cover_title_mismatch", periods("cover", "TRIWULAN II TAHUN 2024 PERIODE APRIL - JUNI 2024")) == []


def test_cover_with_two_faults_is_one_finding() -> None:
    mention = PeriodMention("cover", "TRIWULAN I", quarter=1)
    of = reading(Evidence(periods=(mention,)), report=replace(HEAD, title="LAPORAN KEUANGAN"))
    (finding,) = found("cover_title_mismatch", of)
    assert "LAPORAN KEUANGAN" in finding.message and "TRIWULAN I" in finding.message


def test_section_missing() -> None:
    for code in WHOLE:
        (finding,) = found("section_missing", reading(Evidence(sections=WHOLE - {code})))
        assert finding.severity == ("error" if code in ("activities", "dissemination", "recap") else "warning")
    of = reading(Evidence(sections=WHOLE - {"suggestion", "legal_basis"}))
    assert [f.message for f in found("section_missing", of)] == [
        "Bagian Dasar Hukum tidak ada.",
        "Bagian Saran tidak ada.",
    ]


def test_a_part_with_content_is_not_missing() -> None:
    facts: dict[str, Any] = {
        "legal_basis": ("UU",),
        "activities": (activity(1, "Rapat"),),
        "dissemination": (item("1"),),
        "social_media": (cell("instagram", 1),),
        "narrative": Narrative("a", "b", ("c",), "d", "e"),
    }
    assert found("section_missing", reading(Evidence(sections=frozenset(["scope"])), **facts)) == []


def test_blank_cell() -> None:
    cells = (cell("instagram", None), cell("facebook", 0, text="-"), cell("tiktok", None, text="± 5", month=4))
    (finding,) = found("blank_cell", reading(social_media=cells))
    assert (finding.severity, finding.page, finding.bbox) == ("info", 5, BOX)
    assert "Repost, Instagram: sel kosong" in finding.message
    (finding,) = found("blank_cell", reading(dissemination=(item("1"), item("2", media=""))))
    assert "Baris nomor 2" in finding.message and "media penyebaran kosong" in finding.message


def test_a_table_without_any_media_is_one_finding() -> None:
    (finding,) = found("blank_cell", reading(dissemination=(item("1", media=""), item("2", media=" "))))
    assert "semua 2 baris" in finding.message


def test_unknown_label_once_for_each_label() -> None:
    labels = ["Konten Kreatif", "konten  kreatif", "Kuis"]
    evidence = Evidence(unknown_labels=tuple(UnknownLabel("content_type", label, 5) for label in labels))
    findings = found("unknown_label", reading(evidence))
    assert [finding.message for finding in findings] == [
        "Jenis konten 'Konten Kreatif' tidak ada dalam kosakata.",
        "Jenis konten 'Kuis' tidak ada dalam kosakata.",
    ]


def test_low_confidence_for_each_doubted_fact() -> None:
    of = reading(
        dissemination=(item("1", doubt="huruf kabur"), item("2")),
        social_media=(cell("instagram", 5, doubt="dua pembacaan berbeda"), cell("facebook", 5)),
        activities=(replace(activity(1, "Rapat"), doubt="baris terpotong"),),
    )
    messages = [finding.message for finding in found("low_confidence", of)]
    assert len(messages) == 3
    assert "huruf kabur" in messages[0] and "Instagram" in messages[1] and "baris terpotong" in messages[2]


def satkers(*mentions: tuple[str, str | None]) -> Reading:
    return reading(Evidence(satkers=tuple(SatkerMention(where, code, "KPU X", 2) for where, code in mentions)))


def test_satker_mismatch() -> None:
    (finding,) = found("satker_mismatch", satkers(("cover", "6103"), ("purpose", "6104"), ("purpose", "6104")))
    assert finding.severity == "error"
    assert finding.message == (
        "Maksud dan tujuan menyebut KPU Kabupaten Ketapang, laporan ini milik KPU Kabupaten Sanggau."
    )
    assert len(found("satker_mismatch", satkers(("cover", "6104"), ("filename", "3404")))) == 2
    assert found("satker_mismatch", satkers(("cover", "6103"), ("signature", "6103"), ("purpose", None))) == []


def test_a_neighbour_told_of_in_the_body_is_no_mismatch() -> None:
    assert found("satker_mismatch", satkers(("body", "6103"), ("body", "6107"))) == []
    assert len(found("satker_mismatch", satkers(("cover", "6103"), ("body", "6107")))) == 1


def corpus() -> list[dict[str, Any]]:
    path = DATA / "facts.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def real(facts: dict[str, Any]) -> Reading:
    """The reading of a report of the corpus, with the evidence that its facts alone give."""
    head = ReportHead(**facts["report"])
    rows = [
        Dissemination(n, number, text, day(start), day(end), "Tahapan", "IG" * has_media, (), 4, BOX)
        for n, (number, text, start, end, has_media) in enumerate(facts["rows"], 1)
    ]
    events = [
        Activity(sector, n, number, text, dated_text, day(start), day(end), None, 3, BOX)
        for n, (sector, number, text, dated_text, start, end) in enumerate(facts["activities"], 1)
    ]
    cells = [
        SocialMedia(code, label, platform, posts, text, month, 5, BOX)
        for label, code, platform, month, text, posts in facts["cells"]
    ]
    texts = list(dict.fromkeys(row.date_text for row in rows)) + [event.date_text for event in events]
    sectors = [tuple(e.number for e in events if e.sector == s) for s in ("pemerintah", "non_pemerintah")]
    lists = [tuple(row.number for row in rows), *sectors]
    return Reading(
        Document(
            Source("a.pdf", "0", 9),
            head,
            tuple(rows),
            tuple(cells),
            tuple(events),
            statements=tuple(Statement("total_disseminated", value, "", 7) for value in facts["stated"]),
        ),
        Evidence(
            sections=WHOLE,
            periods=tuple(find_periods(head.title or "", where="cover")),
            dates=tuple(written(text) for text in texts if text),
            numberings=tuple(Numbering("daftar", numbers, ()) for numbers in lists),
        ),
    )


NEEDS_MORE = {"scope_period_mismatch", "satker_mismatch", "table_total_mismatch", "section_missing", "unknown_label"}
"""Rules that judge what the facts alone do not hold."""


@pytest.mark.parametrize(
    "facts", corpus(), ids=lambda facts: f"{facts['report']['satker_code']}-{facts['report']['quarter']}"
)
def test_reports_have_exactly_their_known_findings(facts: dict[str, Any]) -> None:
    expected = Counter(name for name in facts["findings"] if name not in NEEDS_MORE)
    assert Counter(finding.rule for finding in check(real(facts))) == expected
