"""Straight runs of ink in a picture."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A run of ink from end to end in pixels, along the rows of the picture it was found in."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def length(self) -> float:
        """Pixels from left to right."""
        return self.x1 - self.x0

    @property
    def middle(self) -> float:
        """Its mean height."""
        return (self.y0 + self.y1) / 2
