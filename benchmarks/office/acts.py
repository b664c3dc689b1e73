"""Activities: numbered paragraphs, free paragraphs, bullets, tables by sector or with a sector column."""

from __future__ import annotations

from benchmarks.office.flat import Cell, Flat, Row
from benchmarks.office.information import head, place
from benchmarks.office.story import Told
from benchmarks.variants.dates import MONTHS
from benchmarks.variants.model import Act

SECTORS = (("pemerintah", "government"), ("non_pemerintah", "non_government"))


def whole(told: Told) -> bool:
    """Whether the layout sets both sectors in one table, without headings of their own."""
    return told.layout.acts in ("sector-rows", "sector-column", "cells")


def together(flat: Flat, told: Told) -> None:
    """Both sectors in one table."""
    SHAPES[told.layout.acts](flat, told)


def sector(flat: Flat, told: Told, name: str) -> None:
    """The activities of one sector."""
    acts = [act for act in told.story.acts if act.sector == name]
    shape = told.layout.acts
    if shape == "date-venue":
        _date_venue(flat, told, acts)
        return
    if shape == "table":
        rows: list[Row] = [_heads(told, "no", "date", "activity", "venue", "partner")]
        rows += [_row(act) for act in acts]
        place(flat, told, rows, [1, 2.8, 5, 3, 3.2], 1)
        return
    bullet, month = told.rng.choice(("-", "•", "➢")), 0
    gap = "" if told.layout.glued else "\t"
    for act in acts:
        start = act.written.start if act.written else None
        if shape == "months" and start and start.month != month:
            month = start.month
            flat.paragraph(f"Bulan {MONTHS[month - 1]}", bold=True, left=0.7, keep=True)
        if told.layout.acts in ("free", "spelled"):
            flat.paragraph(act.text, first=1.0, align="justify", after=6, spacing=115)
        else:
            mark = f"{act.number}{'.' if told.layout.words % 2 else ')'}" if act.number else bullet
            flat.paragraph(
                f"{mark}{gap if act.number else chr(9)}{act.text}", left=1.5, first=-0.8, tabs="0", align="justify"
            )


def _heads(told: Told, *keys: str) -> list[Cell]:
    return head(*(told.story.columns[key] for key in keys))


def _row(act: Act) -> list[Cell]:
    written = act.written.text if act.written else "-"
    texts = (written, act.text, act.venue or "-", act.partner)
    return [Cell(act.number or "", align="center"), *map(Cell, texts)]


def _date_venue(flat: Flat, told: Told, acts: list[Act]) -> None:
    """Date and place in one cell, a line each."""
    columns = told.story.columns
    rows: list[Row] = [head(columns["no"], columns["activity"], "Waktu dan Tempat", columns["partner"])]
    for act in acts:
        number, day, text, venue, partner = _row(act)
        rows.append([number, text, Cell(f"{day.text}\n{venue.text}"), partner])
    place(flat, told, rows, [1, 5, 4, 3.6], 1)


def _sector_rows(flat: Flat, told: Told) -> None:
    """A heading row 'A. Pemerintah' opens each sector."""
    rows: list[Row] = [_heads(told, "no", "date", "activity", "venue", "partner")]
    for index, (name, key) in enumerate(SECTORS):
        rows.append([Cell(f"{'AB'[index]}. {told.story.headings[key]}", cols=5, bold=True)])
        rows += [_row(act) for act in told.story.acts if act.sector == name]
    place(flat, told, rows, [1, 2.8, 5, 3, 3.2], 1)


def _sector_column(flat: Flat, told: Told) -> None:
    rows: list[Row] = [_heads(told, "no", "date", "sector", "activity", "venue", "partner")]
    names = {"pemerintah": "Pemerintah", "non_pemerintah": "Non Pemerintah"}
    for act in told.story.acts:
        number, day, *rest = _row(act)
        rows.append([number, day, Cell(names[act.sector]), *rest])
    place(flat, told, rows, [1, 2.8, 2.4, 5, 3, 3.2], 1)


def _cells(flat: Flat, told: Told) -> None:
    """One row a sector: all its numbered activities in one cell."""
    rows: list[Row] = [_heads(told, "sector", "activity")]
    for name, key in SECTORS:
        acts = [act for act in told.story.acts if act.sector == name]
        rows.append([Cell(told.story.headings[key]), Cell("\n".join(f"{act.number}. {act.text}" for act in acts))])
    place(flat, told, rows, [3, 13], 1)


SHAPES = {"sector-rows": _sector_rows, "sector-column": _sector_column, "cells": _cells}
