"""Texts at the edges of a page that their clip path hides: a merged cell of a sheet tells its text on another page."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from extractors.geometry import Box

EDGE = 0.12
"""Such texts stand in this part of the page's height, at its head or foot; elsewhere the clip path is not asked for."""


def is_hidden(obj: Any) -> bool:
    """Whether a text object lies outside of what its clip path lets through."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(obj, left, bottom, right, top):
        return False
    return any(
        top.value <= low or bottom.value >= high or right.value <= x0 or left.value >= x1
        for x0, low, x1, high in _clips(obj)
    )


def _clips(obj: Any) -> Iterator[Box]:
    """The rectangles (left, bottom, right, top) around the paths that clip an object."""
    clip = pdfium.FPDFPageObj_GetClipPath(obj)
    for path in range(max(pdfium.FPDFClipPath_CountPaths(clip), 0)):
        x, y = ctypes.c_float(), ctypes.c_float()
        points = []
        for number in range(pdfium.FPDFClipPath_CountPathSegments(clip, path)):
            segment = pdfium.FPDFClipPath_GetPathSegment(clip, path, number)
            if pdfium.FPDFPathSegment_GetPoint(segment, x, y):
                points.append((x.value, y.value))
        if points:
            xs, ys = zip(*points, strict=True)
            yield min(xs), min(ys), max(xs), max(ys)
