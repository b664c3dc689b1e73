"""What stands before the report and around its pages."""

from __future__ import annotations

from benchmarks.office.flat import Flat
from benchmarks.office.pictures import emblem, qr
from benchmarks.office.story import Told, long
from benchmarks.office.wording import BSRE, LETTER
from benchmarks.variants.dates import ROMAN

NUMBER = '<text:page-number text:select-page="current"/>'
COUNT = "<text:page-count/>"


def running(flat: Flat, told: Told) -> None:
    """Running head and foot, watermark, emblem behind the page, BSrE lines."""
    story, layout = told.story, told.layout
    head, foot = "", NUMBER
    if layout.running:
        head = f"Laporan Bakohumas {story.office.kpu} Triwulan {ROMAN[story.quarter - 1]} Tahun {story.year}"
        foot = f"Subbagian Partisipasi dan Hupmas {story.office.kpu} | Halaman {NUMBER} dari {COUNT}"
    behind = _behind(flat, told)
    if layout.bar:
        foot = ""
        flat.foot_bar = f"LAPORAN BAKOHUMAS {story.office.kpu.upper()}"
    flat.head = flat.written(behind + head, align="right", size=9, italic=True, raw=True)
    flat.foot = flat.written(foot, align="center", size=9, raw=True)
    if layout.bsre:
        code = _frame(
            flat, f"<draw:image><office:binary-data>{qr(told.rng)}</office:binary-data></draw:image>", 0, 0, 1.2, 1.2
        )
        flat.foot += "".join(
            flat.written((code if index == 0 else "") + line, align="center", size=7, raw=True)
            for index, line in enumerate(BSRE)
        )


def _behind(flat: Flat, told: Told) -> str:
    layout = told.layout
    if layout.logo:
        picture = f"<draw:image><office:binary-data>{emblem(True)}</office:binary-data></draw:image>"
        return _frame(flat, picture, 4, 7, 9, 9)
    if layout.watermark:
        word = told.rng.choice((f"KPU {told.story.office.name.upper()}", "SALINAN", "DRAFT", "ARSIP"))
        text = flat.written(word, bold=True, size=54, colour="#e0e0e0", align="center", raw=True)
        if layout.watermark == "level":
            return _frame(flat, f"<draw:text-box>{text}</draw:text-box>", 0.5, 10, 16, 2.6)
        return _turned(flat, text)
    return ""


def _graphic(flat: Flat) -> str:
    return flat.style(
        "graphic",
        '<style:graphic-properties style:wrap="run-through" style:run-through="background" draw:stroke="none" '
        'draw:fill="none" fo:border="none" style:horizontal-pos="from-left" style:horizontal-rel="paragraph" '
        'style:vertical-pos="from-top" style:vertical-rel="paragraph" fo:padding="0cm"/>',
    )


def _frame(flat: Flat, content: str, x: float, y: float, width: float, height: float) -> str:
    return (
        f'<draw:frame draw:style-name="{_graphic(flat)}" text:anchor-type="paragraph" svg:x="{x}cm" svg:y="{y}cm" '
        f'svg:width="{width}cm" svg:height="{height}cm">{content}</draw:frame>'
    )


def _turned(flat: Flat, text: str) -> str:
    return (
        f'<draw:custom-shape draw:style-name="{_graphic(flat)}" text:anchor-type="paragraph" svg:width="16cm" '
        f'svg:height="2.6cm" draw:transform="rotate (0.85) translate (2.5cm 17cm)">{text}'
        '<draw:enhanced-geometry svg:viewBox="0 0 21600 21600" draw:type="rectangle" '
        'draw:enhanced-path="M 0 0 L 21600 0 21600 21600 0 21600 0 0 Z N"/></draw:custom-shape>'
    )


def letter(flat: Flat, told: Told) -> None:
    """A covering letter with number, date and signatory of its own."""
    story, rng = told.story, told.rng
    for line in ("KOMISI PEMILIHAN UMUM", story.office.region.upper()):
        flat.paragraph(line, bold=True, align="center", size=14, after=0)
    flat.paragraph(f"Jl. Jenderal Sudirman No. 8, {story.office.capital}", align="center", size=9, after=12)
    start = story.signed.start
    flat.paragraph(f"{story.office.capital}, {long(start) if start else ''}", align="right", after=6)
    lines = (
        f"Nomor\t: {rng.randint(10, 300)}/HM.02-SD/{story.office.code}/{story.year}", "Sifat\t: Biasa",
        "Lampiran\t: 1 (satu) berkas", "Perihal\t: Penyampaian Laporan Bakohumas",
    )  # fmt: skip
    for line in lines:
        flat.paragraph(line, tabs="2.4", after=0)
    for line in ("", "Yth. Ketua KPU Provinsi Kalimantan Barat", "di", "Pontianak", ""):
        flat.paragraph(line, after=0)
    fields = {"kpu": story.office.kpu, "roman": ROMAN[story.quarter - 1], "year": story.year}
    flat.paragraph(LETTER[0].format(**fields), first=1, align="justify")
    rows = (
        f"Jumlah informasi yang disebarluaskan\t: {len(story.items)} informasi",
        f"Jumlah kegiatan koordinasi\t: {len(story.acts)} kegiatan",
    )
    for index, line in enumerate(rows, 1):
        flat.paragraph(f"{index}.\t{line}", left=1.2, first=-0.6, tabs="0 7.5", after=0)
    flat.paragraph(LETTER[1], first=1, align="justify", before=6, after=18)
    for line in (f"Ketua {story.office.kpu},", "", "", "", "Lukman Hakim"):
        flat.paragraph(line, left=9, after=0)
    flat.paragraph("Tembusan: Arsip", size=9, before=18)
    flat.page()


def cover(flat: Flat, told: Told) -> None:
    """The cover page."""
    story = told.story
    flat.paragraph("", after=60)
    flat.picture(emblem(False), 3.5, 3.5)
    flat.paragraph("KOMISI PEMILIHAN UMUM", bold=True, align="center", size=16, before=12, after=0)
    flat.paragraph(story.cover_office.region.upper(), bold=True, align="center", size=16, after=80)
    for line in story.title:
        flat.paragraph(line, bold=True, align="center", size=16, after=4)
    flat.page()


def contents(flat: Flat, entries: list[tuple[int, str]]) -> None:
    """A table of contents that repeats the headings, with dotted leaders."""
    flat.paragraph("DAFTAR ISI", bold=True, align="center", after=10)
    for index, (level, text) in enumerate(entries):
        left = 0.8 * (level - 1)
        flat.paragraph(f"{text}\t{2 + index // 2}", left=left, tabs=f"{flat.room - left}.", after=2)
    flat.page()
