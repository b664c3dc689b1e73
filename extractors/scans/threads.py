"""How many threads reading a picture may take: every core, unless the process was told to share them.

Processes that each take every core only wait for each other: two would read no faster than one.
"""

from __future__ import annotations

import os

_shares = 1


def share_cores(processes: int) -> None:
    """Say that so many processes read pictures side by side; before this one reads its first."""
    global _shares
    _shares = max(1, processes)


def threads() -> int:
    """This process's share of the cores, at least one."""
    return max(1, _cores() // _shares)


def _cores() -> int:
    """The cores that this process may run on."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
