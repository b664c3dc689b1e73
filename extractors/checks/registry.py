"""The list of rules: each is a pure function of a `Reading`, registered under its name with its severity."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extractors.document import Finding
from extractors.geometry import Box
from extractors.reading import Reading


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule has to say about one place; `severity` only where it differs from the rule's."""

    message: str
    page: int | None = None
    bbox: Box | None = None
    severity: str | None = None


Judge = Callable[[Reading], Iterator[Remark]]
Rule = Callable[[Reading], Iterator[Finding]]
RULES: dict[str, Rule] = {}
"""Every rule by name, in the order in which findings are reported."""


def rule(name: str, severity: str) -> Callable[[Judge], Rule]:
    """Register the decorated function as the rule `name`; its remarks become findings of that severity."""

    def register(judge: Judge) -> Rule:
        def run(reading: Reading) -> Iterator[Finding]:
            for remark in judge(reading):
                yield Finding(name, remark.severity or severity, remark.message, remark.page, remark.bbox)

        run.__name__, run.__doc__ = judge.__name__, judge.__doc__
        if name in RULES:
            raise ValueError(f"rule {name!r} is registered twice")
        RULES[name] = run
        return run

    return register
