"""What stands before the report and around its pages: covering letter, cover, contents, running matter."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.variants.dates import MONTHS, ROMAN
from benchmarks.variants.features import Features
from benchmarks.variants.model import Story
from benchmarks.variants.paper import Face, Furniture, LineOp, Sheet, TextOp
from benchmarks.variants.typist import Entry, Typist
from benchmarks.variants.wording import FOREWORDS

BSRE = (
    "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan",
    "oleh Balai Sertifikasi Elektronik (BSrE), Badan Siber dan Sandi Negara (BSSN).",
)


def furniture(story: Story, features: Features, total: int) -> Furniture:
    """Running head, foot, watermark and BSrE lines; `total` is the number of pages for 'Halaman 2 dari 9'."""
    face = Face(features.font, 8.5)

    def draw(sheet: Sheet, number: int) -> None:
        _head(sheet, story, features, face)
        foot = {
            "number": str(number),
            "page-of": f"Halaman {number} dari {total}",
            "office": f"{story.office.kpu} | {number}",
            "dashes": f"- {number} -",
            "": "",
        }[features.running_foot]
        if foot:
            x = (sheet.width - face.width(foot)) / 2
            sheet.ops.append(TextOp(x, sheet.height - 36, foot, face))
        if features.bsre:
            for index, line in enumerate(BSRE):
                sheet.ops.append(TextOp(60, sheet.height - 24 + index * 9, line, replace(face, size=7)))
        _watermark(sheet, story, features)

    return draw


def _head(sheet: Sheet, story: Story, features: Features, face: Face) -> None:
    texts = {
        "office": f"Laporan Bakohumas {story.office.kpu}",
        "title": f"Laporan Bakohumas Triwulan {ROMAN[story.quarter - 1]} Tahun {story.year}",
        "logo": "KOMISI PEMILIHAN UMUM",
    }
    text = texts.get(features.running_head)
    if text:
        sheet.ops.append(TextOp(sheet.width - 60 - face.width(text), 38, text, replace(face, italic=True)))
        if features.running_head == "logo":
            sheet.ops.append(LineOp(60, 44, sheet.width - 60, 44, 0.8))


def _watermark(sheet: Sheet, story: Story, features: Features) -> None:
    text = f"KPU {story.office.name.upper()}"
    face = Face(features.font, 46, bold=True, grey=0.88)
    if features.watermark == "turned":
        sheet.behind.append(TextOp(110, sheet.height - 170, text, face, 50))
    elif features.watermark == "level":
        x = (sheet.width - face.width(text)) / 2
        sheet.behind.append(TextOp(x, sheet.height / 2, text, face))


def letterhead(typist: Typist) -> None:
    """The office's letterhead."""
    story, paper = typist.story, typist.paper
    paper.text("KOMISI PEMILIHAN UMUM", face=replace(typist.bold, size=14), align="center")
    paper.text(story.office.region.upper(), face=replace(typist.bold, size=14), align="center")
    paper.text(f"Jalan Merdeka Nomor 12, {story.office.capital}", face=replace(typist.face, size=9), align="center")
    paper.sheet.ops.append(LineOp(paper.left, paper.y + 3, paper.right, paper.y + 3, 1.5))
    paper.space(12)


def letter(typist: Typist) -> None:
    """A covering letter with its own number, date and signatory."""
    story, paper, rng = typist.story, typist.paper, typist.rng
    letterhead(typist)
    day = (story.signed.start.day if story.signed.start else 5) + rng.randint(1, 4)
    month = (story.quarter * 3) % 12
    year = story.year + (story.quarter == 4)
    number = f"{rng.randint(20, 300)}/HM.03-SD/{story.office.code}/{year}"
    paper.text(f"{story.office.capital}, {day} {MONTHS[month]} {year}", align="right", after=6)
    for label, text in (("Nomor", number), ("Sifat", "Biasa"), ("Lampiran", "1 (satu) berkas")):
        paper.text(f"{label:<10}: {text}")
    paper.text(
        f"Perihal : Penyampaian Laporan Bakohumas Triwulan {ROMAN[story.quarter - 1]} Tahun {story.year}", after=12
    )
    for line in ("Yth. Ketua KPU Provinsi Kalimantan Barat", "di -", "Pontianak"):
        paper.text(line)
    paper.space(12)
    typist.paragraph(
        f"Menindaklanjuti surat KPU Provinsi Kalimantan Barat Nomor 41/HM.03-SD/61/{story.year} perihal penyampaian "
        f"laporan kegiatan Bakohumas, bersama ini kami sampaikan Laporan Bakohumas {story.office.kpu} Triwulan "
        f"{ROMAN[story.quarter - 1]} Tahun {story.year} sebagaimana terlampir.",
        indent=0,
    )
    typist.paragraph("Demikian disampaikan, atas perhatian Saudara diucapkan terima kasih.", indent=0)
    paper.space(20)
    for line in (f"Ketua {story.office.kpu},", "", "", "", "Bambang Setiawan"):
        paper.text(line, indent=(paper.right - paper.left) * 0.55)
    paper.text("Tembusan:", after=0)
    paper.text("1. Arsip.", indent=14)
    paper.new_page()


def cover(typist: Typist) -> None:
    """The cover page."""
    story, paper = typist.story, typist.paper
    big = replace(typist.bold, size=16)
    if typist.features.cover != "page":
        if typist.features.cover == "letterhead":
            letterhead(typist)
        for line in story.title:
            paper.text(line, face=typist.bold, align="center")
        paper.space(12)
        return
    paper.space(90)
    if typist.rng.random() < 0.6:
        paper.text("KOMISI PEMILIHAN UMUM", face=big, align="center")
        paper.text(story.cover_office.region.upper(), face=big, align="center")
    paper.space(150)
    for line in story.title:
        paper.text(line, face=big, align="center", after=3)
    if typist.rng.random() < 0.4:
        paper.space(160)
        paper.text(str(story.year), face=big, align="center")
    paper.new_page()


def foreword(typist: Typist) -> None:
    """A foreword with place, month and another signatory."""
    story, paper = typist.story, typist.paper
    paper.text("KATA PENGANTAR", face=typist.bold, align="center", after=10)
    for text in FOREWORDS:
        typist.paragraph(
            text.format(
                kpu=story.office.kpu, region=story.office.region, roman=ROMAN[story.quarter - 1], year=story.year
            )
        )
    paper.space(14)
    month = MONTHS[story.signed.start.month - 1] if story.signed.start else ""
    year = story.year + (story.quarter == 4)
    for line in (f"{story.place}, {month} {year}", f"Ketua {story.office.kpu},", "", "", "", "Bambang Setiawan"):
        paper.text(line, indent=(paper.right - paper.left) * 0.55)
    paper.new_page()


def contents(typist: Typist, entries: list[Entry]) -> None:
    """A table of contents with dotted leaders."""
    paper, face = typist.paper, typist.face
    paper.text("DAFTAR ISI", face=typist.bold, align="center", after=10)
    for level, text, page in entries:
        if level > 2:
            continue
        indent = 14.0 * (level - 1)
        room = paper.right - paper.left - indent - face.width(f" {page}") - 8
        shown = text if face.width(text) < room - 30 else text[:60].rsplit(" ", 1)[0]
        dots = "." * int((room - face.width(shown)) / face.width("."))
        paper.text(f"{shown} {dots} {page}", indent=indent)
    paper.new_page()
