"""What a careful reader would write down from a story, with the findings that follow from the contract's rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import median
from typing import Any

from benchmarks.variants.dates import MONTHS, ROMAN, Written
from benchmarks.variants.features import Features
from benchmarks.variants.model import Act, Item, Key, Recap, Story

Json = dict[str, Any]
SEVERITY = {
    "numbering_duplicate": "info", "numbering_gap": "info", "blank_cell": "info", "unknown_label": "info",
    "stated_total_mismatch": "error", "table_total_mismatch": "error", "satker_mismatch": "error",
}  # fmt: skip


class AmbiguousError(Exception):
    """The story allows two readings: it is not fit to judge anyone."""


def truth(story: Story, features: Features) -> Json:
    """The truth file's object."""
    return {
        "schema_version": 1,
        "report": _report(story),
        "dissemination": [_item(seq, item) for seq, item in enumerate(story.items, 1)],
        "social_media": _cells(story.recap) if story.recap else [],
        "activities": list(_acts(story.acts)),
        "photos": [
            {"caption": _fold(" ".join(shot.caption)), "date": _iso(shot.written.start) if shot.written else None}
            for shot in story.shots
        ],
        "statements": _statements(story),
        "legal_basis": story.laws,
        "narrative": {
            "evaluation": "\n".join(line for head, texts in story.evaluation for line in (head, *texts) if line)
            or None,
            "challenges": story.challenges,
            "follow_up": story.follow_up,
            "conclusion": story.conclusion,
            "suggestion": story.suggestion,
        },
        "findings": [
            {"rule": rule, "severity": SEVERITY.get(rule, "warning"), "message": message}
            for rule, message in findings(story, features)
        ],
    }


def _report(story: Story) -> Json:
    return {
        "satker_code": story.office.code,
        "satker_name": story.office.kpu,
        "year": story.year,
        "quarter": story.quarter,
        "title": _fold(" ".join(story.title)),
        "report_place": story.place,
        "report_date": _iso(story.signed.start),
        "signatory_name": story.signatory,
        "signatory_role": story.role,
        "signatory_nip": story.nip,
    }


def _fold(text: str) -> str:
    return " ".join(text.split())


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None


def _item(seq: int, item: Item) -> Json:
    return {
        "seq": seq,
        "number": item.number,
        "date_text": item.written.text,
        "date_start": _iso(item.written.start),
        "date_end": _iso(item.written.end),
        "information": _fold(item.information),
        "media_text": _fold(item.media),
        "channels": list(item.channels),
    }


def _cells(recap: Recap) -> list[Json]:
    return [
        {
            "content_type": recap.labels[row][1],
            "content_label": recap.labels[row][0],
            "platform": recap.platforms[col][1],
            "posts": count.posts,
            "posts_text": count.text,
            "month": recap.slots[slot].month,
        }
        for (row, col, slot), count in recap.counts.items()
    ]


def _acts(acts: list[Act]) -> Iterator[Json]:
    seqs: Counter[str] = Counter()
    for act in acts:
        seqs[act.sector] += 1
        written = act.written
        yield {
            "sector": act.sector,
            "seq": seqs[act.sector],
            "number": act.number,
            "text": _fold(act.text),
            "date_text": written.text if written else None,
            "date_start": _iso(written.start) if written else None,
            "date_end": _iso(written.end) if written else None,
            "venue": act.venue,
        }


def _statements(story: Story) -> list[Json]:
    if not story.statement:
        return []
    return [{"kind": "total_disseminated", "value": story.statement[0], "text": story.statement[1]}]


def findings(story: Story, features: Features) -> Iterator[tuple[str, str]]:
    """(rule, message) of everything that does not add up, in no particular order."""
    yield from _numbering(story, features)
    yield from _date_findings(story)
    if story.recap:
        yield from _recap_findings(story, story.recap)
    yield from _duplicates(story)
    yield from _identity_findings(story)
    yield from _missing(story)
    blanks = {item.media_cell: item.number for item in story.items if not item.media}
    for number in blanks.values():
        yield "blank_cell", f"baris nomor {number}: media kosong"


def _numbering(story: Story, features: Features) -> Iterator[tuple[str, str]]:
    groups: dict[str, list[str | None]] = {}
    for item in story.items:
        name = f"bulan {item.group}" if features.dissemination == "monthly" else "informasi"
        groups.setdefault(name, []).append(item.number)
    for act in story.acts:
        name = "kegiatan" if features.activities == "sector-column" else f"kegiatan {act.sector}"
        groups.setdefault(name, []).append(act.number)
    for name, printed in groups.items():
        numbers = [int(number) for number in printed if number]
        for before, number in pairwise(numbers):
            if number == before:
                yield "numbering_duplicate", f"nomor {number} dipakai dua kali pada {name}"
            for missing in range(before + 1, number):
                yield "numbering_gap", f"nomor {missing} tidak ada pada {name}"


def _date_findings(story: Story) -> Iterator[tuple[str, str]]:
    dates: dict[str, Written] = {f"tanggal {item.date_cell}": item.written for item in story.items}
    for index, act in enumerate(story.acts):
        if act.written:
            dates[f"kegiatan {index}"] = act.written
    for written in dates.values():
        if written.impossible:
            yield "date_unparsed", f"tanggal '{written.text}' tidak dapat dibaca"
            continue
        if any(day.weekday() != named for named, day in written.weekdays):
            yield "weekday_mismatch", f"{written.text}: nama hari keliru"
        ends = [day for day in (written.start, written.end) if day]
        if any(day.year != story.year or (day.month - 1) // 3 + 1 != story.quarter for day in ends):
            yield "date_outside_quarter", f"{written.text} di luar Triwulan {ROMAN[story.quarter - 1]} {story.year}"


def _recap_findings(story: Story, recap: Recap) -> Iterator[tuple[str, str]]:
    for key, count in recap.counts.items():
        if not count.text:
            yield "blank_cell", f"{recap.labels[key[0]][0]}, {recap.platforms[key[1]][0]}: sel kosong"
    for total in recap.totals.values():
        value = sum(recap.counts[key].posts or 0 for key in total.keys)
        if value != total.value:
            yield "table_total_mismatch", f"jumlah {total.place} tertulis {total.value}, isi berjumlah {value}"
    senses = [_outliers(recap, sense) for sense in (lambda k: (k[0], k[2]), lambda k: k[0])]
    if senses[0] != senses[1]:
        raise AmbiguousError("pencilan tergantung pada apa yang disebut baris")
    for key in senses[0]:
        yield "platform_outlier", f"{recap.labels[key[0]][0]}: {recap.platforms[key[1]][0]} {recap.counts[key].text}"
    inexact = any(count.posts is None and count.text for count in recap.counts.values())
    posts = sum(count.posts or 0 for count in recap.counts.values())
    if story.statement and not inexact and story.statement[0] != posts:
        yield "stated_total_mismatch", f"narasi menyebut {story.statement[0]}, tabel berjumlah {posts}"


def _outliers(recap: Recap, sense: Any) -> set[Key]:
    """Cells at least 5 times the median of the other non-zero cells of their row and at least 10 above it."""
    found = set()
    for key, count in recap.counts.items():
        others = [c.posts for k, c in recap.counts.items() if k != key and sense(k) == sense(key) and c.posts]
        if count.posts and len(others) >= 2:
            middle = median(others)
            if count.posts >= 5 * middle and count.posts - middle >= 10:
                found.add(key)
    return found


def _duplicates(story: Story) -> Iterator[tuple[str, str]]:
    for index, act in enumerate(story.acts):
        for other in story.acts[:index]:
            same_day = act.written and other.written and act.written.start == other.written.start
            if act.sector == other.sector and same_day:
                if act.text != other.text:
                    raise AmbiguousError("dua kegiatan satu sektor pada satu hari")
                yield "duplicate_activity", f"kegiatan {act.sector} nomor {act.number} berulang"
                break


def _identity_findings(story: Story) -> Iterator[tuple[str, str]]:
    if story.scope_months != (story.quarter * 3 - 2, story.quarter * 3):
        first, last = story.scope_months
        yield "scope_period_mismatch", f"ruang lingkup menyebut {MONTHS[first - 1]} s.d {MONTHS[last - 1]}"
    if not story.cover_about or story.cover_quarter != story.quarter:
        yield "cover_title_mismatch", "judul sampul bukan tentang Bakohumas atau triwulan ini"
    for where, office in (("sampul", story.cover_office), ("maksud dan tujuan", story.purpose_office)):
        if office != story.office:
            yield "satker_mismatch", f"{where} menyebut {office.kpu}, laporan milik {story.office.kpu}"


def _missing(story: Story) -> Iterator[tuple[str, str]]:
    parts: Iterable[tuple[str, object]] = (
        ("Data Informasi", story.items), ("Rekapitulasi Media Sosial", story.recap), ("Kegiatan", story.acts),
        ("Dasar Hukum", story.laws), ("Evaluasi", story.evaluation), ("Rencana Tindak Lanjut", story.follow_up),
        ("Kesimpulan", story.conclusion), ("Saran", story.suggestion),
    )  # fmt: skip
    for name, content in parts:
        if not content:
            yield "section_missing", f"bagian {name} tidak ada"
