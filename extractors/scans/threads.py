"""How many threads may read a page: one, unless whoever started this process lets it have more.

How many there are changes no bit of what is read, only when it is there. Documents side by side are the cheaper use
of the cores, so more than one is for the last documents of a batch (`flows.reading.batch`).
"""

from __future__ import annotations

from collections.abc import Callable

_source: Callable[[], int] = lambda: 1  # noqa: E731 - a name that `follow` binds anew


def follow(source: Callable[[], int]) -> None:
    """Ask `source` from now on: what it says may change while a document is read."""
    global _source
    _source = source


def allowed() -> int:
    """The threads that may read a page now."""
    return _source()
