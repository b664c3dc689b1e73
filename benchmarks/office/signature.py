"""The end of the report: place, date, role and name, as offices arrange them."""

from __future__ import annotations

from benchmarks.office.flat import Cell, Flat
from benchmarks.office.pictures import qr
from benchmarks.office.story import Told


def signature(flat: Flat, told: Told) -> None:
    """Sets the signature of the layout."""
    flat.paragraph("", after=6)
    {"two": _two, "electronic": _electronic, "done": _done}.get(told.layout.signature, _plain)(flat, told)


def _lines(told: Told) -> list[str]:
    story = told.story
    return [f"{story.place}, {story.signed.text}", f"{story.role},", "", "", "", story.signatory, _nip(told)]


def _nip(told: Told) -> str:
    return f"NIP. {told.story.nip}" if told.story.nip else ""


def _right(flat: Flat, told: Told, lines: list[str]) -> None:
    for line in lines:
        flat.paragraph(line, left=flat.room * 0.55, after=0, bold=line == told.story.signatory, keep=True)


def _plain(flat: Flat, told: Told) -> None:
    _right(flat, told, _lines(told))


def _done(flat: Flat, told: Told) -> None:
    story = told.story
    head = [f"Ditetapkan di\t: {story.place}", f"Pada tanggal\t: {story.signed.text}"]
    for line in head:
        flat.paragraph(line, left=flat.room * 0.55, after=0, tabs="3", keep=True)
    _right(flat, told, _lines(told)[1:])


def _electronic(flat: Flat, told: Told) -> None:
    story = told.story
    _right(flat, told, [f"{story.place}, {story.signed.text}", f"{story.role},", ""])
    flat.picture(qr(told.rng), 2, 2, align="end")
    _right(flat, told, ["Ditandatangani secara elektronik oleh:", story.signatory, _nip(told)])


def _two(flat: Flat, told: Told) -> None:
    """Beside the chairman, in a table without rules."""
    left = ["Mengetahui,", f"Ketua {told.story.office.kpu},", "", "", "", "Bambang Setiawan, S.Ag.", ""]
    rows = [[Cell(ours), Cell(theirs)] for ours, theirs in zip(left, _lines(told), strict=True)]
    flat.table([7, 8], rows, size=flat.size)
