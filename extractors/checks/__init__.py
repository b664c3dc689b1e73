"""What does not add up in one report: every rule is one function, registered by name with its severity.

`check` runs them all on a `Reading`. A new rule is one decorated function in one of these modules.
"""

from __future__ import annotations

from extractors.checks import activities, cells, dates, identity, numbering, sections, totals
from extractors.checks.registry import RULES, Remark, rule
from extractors.document import Finding
from extractors.reading import Reading

__all__ = ["RULES", "Remark", "check", "rule"]

_MODULES = (identity, sections, numbering, dates, activities, totals, cells)
"""The modules whose import registers the rules."""


def check(reading: Reading) -> tuple[Finding, ...]:
    """The findings of every rule about `reading`."""
    return tuple(finding for run in RULES.values() for finding in run(reading))
