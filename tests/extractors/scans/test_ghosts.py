"""Rules that shine through the paper, and the edges of shades."""

from __future__ import annotations

import numpy as np

from extractors.scans.ghosts import without_edges, without_ghosts
from extractors.scans.runs import Run


def test_pale_rules_beside_dark_ones_are_none_and_alone_they_are() -> None:
    page = np.full((200, 100), 250, np.uint8)
    rules = [Run(10, y, 90, y) for y in (20, 60, 100, 140, 180)]
    for run in rules:
        page[round(run.y0)] = 110
    page[60] = 236
    assert without_ghosts(rules, page, 2.0) == [run for run in rules if run.y0 != 60]
    page[[20, 100, 140, 180]] = 236
    assert without_ghosts(rules, page, 2.0) == rules


def test_the_edge_of_a_shade_that_was_found_is_no_rule_unless_one_is_drawn_there() -> None:
    page = np.full((100, 100), 250, np.uint8)
    page[40:80] = 220
    edges = [Run(10, 40, 90, 40), Run(10, 80, 90, 80)]
    page[80] = 100
    assert without_edges(edges, [(0, 20, 50, 40)], page, 2.0) == edges[1:]
    assert without_edges(edges, [], page, 2.0) == edges
