"""What was found on each page and why, for the person who mends a vocabulary file.

`explain` tells it in Indonesian; `debug_images` draws it on the pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from extractors.geometry import Box, Page, Table
from extractors.line import ExtractSettings
from extractors.meaning.columns import HEADER_DEPTH
from extractors.meaning.grid import Grid
from extractors.normalise.assemble import row_dates
from extractors.normalise.identity import Identity, identify
from extractors.pages.reader import read_pages
from extractors.parts import Parts, ReportTable, take_apart
from extractors.structure.flow import Line, table_regions
from extractors.structure.section import Section
from extractors.vocabulary import Vocabulary, load

KINDS = {"dissemination": "tabel informasi", "recap": "rekapitulasi media sosial", "activities": "tabel kegiatan"}
COLOURS = {"rule": "#d62728", "cell": "#1f77b4", "section": "#2ca02c", "dissolved": "#ff7f0e"}
DPI = 100


def explain(path: Path, settings: ExtractSettings | None = None) -> Iterator[str]:
    """Lines that say, page by page, which sections, tables and column headings were recognised, and what was not."""
    settings = settings or ExtractSettings()
    vocabulary = load(settings.province)
    parts = take_apart(read_pages(path, settings.limits, cache_dir=settings.cache_dir), vocabulary)
    identity = identify(parts, row_dates(parts, vocabulary), path.name, vocabulary)
    yield from _identity_lines(identity)
    for page in parts.pages:
        yield ""
        yield from _page_lines(page, parts, vocabulary)


def _identity_lines(identity: Identity) -> Iterator[str]:
    """Who and when, with the evidence."""
    yield f"Satker: {identity.satker_code or 'tidak dikenali'}"
    for code in sorted({m.code for m in identity.satkers if m.code}):
        places = sorted({m.where for m in identity.satkers if m.code == code})
        count = sum(m.code == code for m in identity.satkers)
        yield f"  {code} disebut {count} kali: {', '.join(places)}"
    period = identity.period
    yield f"Periode: {f'{period.year} triwulan {period.quarter}' if period else 'tidak jelas'}"
    for mention in identity.periods:
        yield f"  {mention.where}: {mention.text}"


def _page_lines(page: Page, parts: Parts, vocabulary: Vocabulary) -> Iterator[str]:
    """One page: how it was read, its headings, its tables."""
    how = "OCR" if page.source == "ocr" else "teks"
    yield f"Halaman {page.number}: {len(page.words)} kata ({how}), {len(page.rules)} garis, {len(page.images)} gambar"
    for note in page.notes:
        yield f"  catatan: {note}"
    for section in parts.sections:
        if section.heading and section.page == page.number:
            yield f"  bagian [{section.code}]: {section.heading}"
    for part in parts.tables:
        if part.table.pages[0] == page.number:
            yield from _table_lines(part, vocabulary)
    for table in parts.dissolved:
        if table.pages[0] == page.number:
            yield f"  tabel tidak dikenali ({table.method}, {table.height} x {table.width}); judul kolom:"
            yield from _unknown_headers(table, vocabulary)


def _table_lines(part: ReportTable, vocabulary: Vocabulary) -> Iterator[str]:
    """One table: kind, size, and the role of each heading."""
    table = part.table
    pages = ", ".join(map(str, table.pages))
    size = f"{table.height} baris, halaman {pages}"
    yield f"  {KINDS[part.columns.kind]} di bagian [{part.section.code}] ({table.method}), {size}"
    for role, col in sorted(part.columns.roles.items(), key=lambda item: item[1]):
        yield f"    kolom {col + 1}: {role}"
    yield from _unknown_headers(table, vocabulary)


def _unknown_headers(table: Table, vocabulary: Vocabulary) -> Iterator[str]:
    """The texts of the first row that no vocabulary file knows."""
    grid = Grid(table)
    for row in range(min(grid.height, HEADER_DEPTH, max(table.header_rows, 1))):
        for cell in grid.row(row):
            known = vocabulary.header(cell.text) or vocabulary.platform(cell.text) or vocabulary.month(cell.text)
            if cell.row == row and cell.text and not known:
                yield f"    belum ada di kosakata: {cell.text[:60]!r}"


def debug_images(path: Path, folder: Path, settings: ExtractSettings | None = None) -> list[Path]:
    """Writes a picture of each page with rules, cells, dissolved tables and headings drawn on it; gives the files."""
    settings = settings or ExtractSettings()
    parts = take_apart(read_pages(path, settings.limits, cache_dir=settings.cache_dir), load(settings.province))
    folder.mkdir(parents=True, exist_ok=True)
    return [_draw(path, page, parts, folder) for page in parts.pages]


def _draw(path: Path, page: Page, parts: Parts, folder: Path) -> Path:
    """One page's picture."""
    import pypdfium2
    from PIL import ImageDraw

    with pypdfium2.PdfDocument(path) as pdf:
        image = pdf[page.number - 1].render(scale=DPI / 72).to_pil().convert("RGB")
    draw = ImageDraw.Draw(image)
    for kind, box in _shapes(page, parts):
        x0, top, x1, bottom = (value * DPI / 72 for value in page.original_box(box))
        draw.rectangle((x0, top, max(x1, x0 + 1), max(bottom, top + 1)), outline=COLOURS[kind], width=2)
    target = folder / f"{path.stem}-{page.number:03d}.png"
    image.save(target)
    return target


def _shapes(page: Page, parts: Parts) -> Iterator[tuple[str, Box]]:
    """What is drawn on a page."""
    for rule in page.rules:
        yield "rule", (rule.x0, rule.top, rule.x1, rule.bottom)
    for part in parts.tables:
        for cell in part.table.cells:
            yield from (("cell", box) for number, box in cell.places if number == page.number)
    for table in parts.dissolved:
        if box := table_regions(table).get(page.number):
            yield "dissolved", box
    for section in parts.sections:
        yield from (("section", line.box) for line in _first_lines(section) if line.page == page.number)


def _first_lines(section: Section) -> list[Line]:
    """The first line below a heading: where the section begins."""
    return section.lines[:1]
