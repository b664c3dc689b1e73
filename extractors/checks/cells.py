"""Cells that are empty, doubted, or worded as the vocabulary does not know."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.checks.misread import recount
from extractors.checks.phrases import MONTHS, SECTORS, short
from extractors.checks.registry import Remark, rule
from extractors.document import Activity, Dissemination, SocialMedia
from extractors.reading import Reading
from extractors.vocabulary import load

_KINDS = {"content_type": "Jenis konten", "platform": "Kanal media sosial", "channel": "Media penyebaran"}


@rule("blank_cell", "info")
def blank_cell(reading: Reading) -> Iterator[Remark]:
    """A recap cell or a media cell is empty."""
    for cell in reading.document.social_media:
        if cell.posts is None and not cell.posts_text.strip():
            yield Remark(f"{_recap_place(cell)}: sel kosong (bukan 0 dan bukan '-').", cell.page, cell.bbox)
    rows = reading.document.dissemination
    blank = [row for row in rows if not row.media_text.strip()]
    if len(blank) > 1 and len(blank) == len(rows):
        yield Remark(
            f"Media penyebaran kosong pada semua {len(rows)} baris tabel informasi.", rows[0].page, rows[0].bbox
        )
        return
    for row in blank:
        yield Remark(f"{_row_place(row)}: media penyebaran kosong.", row.page, row.bbox)


@rule("unknown_label", "info")
def unknown_label(reading: Reading) -> Iterator[Remark]:
    """A content type, platform or channel is not in the vocabulary; once for each label."""
    seen: set[tuple[str, str]] = set()
    for label in reading.evidence.unknown_labels:
        key = (label.kind, " ".join(label.text.casefold().split()))
        if key not in seen:
            seen.add(key)
            kind = _KINDS.get(label.kind, label.kind)
            yield Remark(f"{kind} '{short(label.text)}' tidak ada dalam kosakata.", label.page, label.bbox)


@rule("low_confidence", "warning")
def low_confidence(reading: Reading) -> Iterator[Remark]:
    """The extractor doubts what it read."""
    document = reading.document
    for row in document.dissemination:
        if row.doubt:
            yield Remark(f"{_row_place(row)} perlu diperiksa: {row.doubt}.", row.page, row.bbox)
    for cell in document.social_media:
        if cell.doubt:
            yield Remark(f"{_recap_place(cell)} perlu diperiksa: {cell.doubt}.", cell.page, cell.bbox)
    for activity in document.activities:
        if activity.doubt:
            place = _activity_place(activity)
            yield Remark(f"{place} perlu diperiksa: {activity.doubt}.", activity.page, activity.bbox)
    failed, misread = recount(reading)
    if failed and misread:
        yield Remark(
            f"Rekapitulasi perlu diperiksa: {len(failed)} jumlah yang tertulis tidak sama dengan isinya; "
            "tabelnya mungkin salah terbaca.",
            failed[0].page,
        )
    for text in reading.evidence.unread:
        yield Remark(f"Isi '{short(text.text)}' {text.why}.", text.page, text.bbox)


def _row_place(row: Dissemination) -> str:
    return f"Baris nomor {row.number or '(tanpa nomor)'} tabel informasi ({short(row.information, 40)})"


def _recap_place(cell: SocialMedia) -> str:
    month = f" bulan {MONTHS[cell.month - 1]}" if cell.month else ""
    return f"Rekapitulasi, {short(cell.content_label, 40)}{month}, {load().platform_name(cell.platform)}"


def _activity_place(activity: Activity) -> str:
    sector = SECTORS.get(activity.sector, activity.sector)
    return f"Kegiatan {sector} nomor {activity.number or activity.seq} ({short(activity.text, 40)})"
