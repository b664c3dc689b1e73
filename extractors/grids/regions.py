"""Where tables may be that no lines enclose: runs of printed lines that wide gaps cut into parts.

Running prose is taken out first, so that two columns of text are no table and a table beside prose stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from extractors.geometry import Box, Word, union
from extractors.grids.lines import Segment, TextLine, baselines, text_line
from extractors.grids.strokes import Stroke

RUN_GAP = 1.1
"""A blank wider than this many type sizes parts two columns."""
STEP = 2.6
"""Lines farther apart than this many type sizes belong to different tables."""
FRAMED_STEP = 6.0
"""The same between two rules that frame a table."""
SINGLES = 2
"""So many lines of one part may stand between the rows (sub-headings, wrapped labels)."""

MOST_WORDS = 10_000
"""A page with more words than this is no page of print."""

ENUMERATOR = re.compile(
    r"[\W_]{1,2}|\(?(\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]{1,2}|\*+|\W*(note|source|catatan|sumber)\W*", re.IGNORECASE
)
"""The sign before an item of a list, or the word before a note."""
CAPTION = re.compile(
    r"\W*(table|tabel|tabelle|tableau|tabella|tabla|exhibit|figure|figur|abbildung|gambar|grafik|chart|box|lampiran)"
    r"\s*[\dA-Z]{1,3}\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Region:
    """Part of a page that may hold a table: its words and its rectangle."""

    words: tuple[Word, ...]
    box: Box


def find_regions(words: Sequence[Word], level: Sequence[Stroke], space: float) -> list[Region]:
    """The regions of a page from the top, given the words that no other table holds and its usual blank."""
    if len(words) > MOST_WORDS:
        return []
    gap = max(RUN_GAP, 2 * space)
    lines = [text_line(line, gap) for line in baselines(words)]
    ladders = find_ladders(lines, level, gap)
    taken = {id(word) for ladder in ladders for line in ladder for word in line.words}
    lines = [text_line(line, gap) for line in baselines(word for word in words if id(word) not in taken)]
    prose = _prose(lines)
    if prose:
        rest = [s for line in lines for s in line.segments if id(s) not in prose]
        lines = [text_line(line, gap) for line in baselines(w for s in rest for w in s.words)]
    found = [*ladders, *(_with_heading(run, lines, level) for run in _runs(lines, level))]
    return sorted((region_of(run) for run in found), key=lambda region: region.box[1])


def region_of(lines: Sequence[TextLine]) -> Region:
    """The region that these lines take up."""
    held = tuple(word for line in lines for word in line.words)
    return Region(held, union(word.box for word in held))


# Ladders ---------------------------------------------------------------------------------------------


def find_ladders(lines: Sequence[TextLine], level: Sequence[Stroke], gap: float) -> list[list[TextLine]]:
    """Lines between rules of one width that stand over one another, where most of them are rows."""
    ladders: list[list[TextLine]] = []
    taken: set[int] = set()
    for rungs in sorted(_rungs(level), key=lambda group: -group[0].length):
        inside = _between(lines, rungs, gap, taken)
        bands = [[line for line in inside if top < line.base < bottom] for top, bottom in pairwise(s.at for s in rungs)]
        for first, last in _stretches(bands):
            held = [line for band in bands[first:last] for line in band]
            ladders.append(_extended(held, inside, rungs[first], rungs[last]))
            taken |= {id(word) for line in ladders[-1] for word in line.words}
    return ladders


def _rungs(level: Sequence[Stroke]) -> list[list[Stroke]]:
    """Rules that start and end at the same places, from the top."""
    groups: list[list[Stroke]] = []
    for stroke in level:
        group = next((g for g in groups if abs(g[0].start - stroke.start) < 4 and abs(g[0].end - stroke.end) < 4), None)
        if group is None:
            groups.append([stroke])
        else:
            group.append(stroke)
    return [group for group in groups if len(group) > 2 and group[0].length > 100]


def _between(lines: Sequence[TextLine], rungs: Sequence[Stroke], gap: float, taken: set[int]) -> list[TextLine]:
    """The lines, cut down to what stands between the ends of the rules and is not taken."""
    left, right = rungs[0].start - 3, rungs[0].end + 3
    cut = ([w for w in line.words if left <= (w.x0 + w.x1) / 2 <= right and id(w) not in taken] for line in lines)
    return [text_line(words, gap) for words in cut if words]


def _stretches(bands: Sequence[Sequence[TextLine]]) -> list[tuple[int, int]]:
    """Ranges of bands in which rows stand: at least two with rows, none of prose, empty ones only inside."""
    found: list[tuple[int, int]] = []
    start = None
    for index in range(len(bands) + 1):
        good = index < len(bands) and _is_band(bands[index])
        if good and start is None:
            start = index
        elif not good and start is not None:
            with_rows = [i for i in range(start, index) if any(len(line.segments) > 1 for line in bands[i])]
            filled = [i for i in range(start, index) if bands[i]]
            if len(with_rows) > 1:
                found.append((filled[0], filled[-1] + 1))
            start = None
    return found


def _is_band(lines: Sequence[TextLine]) -> bool:
    """Whether the lines between two rules can be rows of a table, or one row, or one line over all columns."""
    if len(lines) < 2:
        return True
    rows = [line for line in lines if is_row(line)]
    if len(lines) <= 8:
        return bool(rows) or len(lines[0].segments) > 1
    return (len(rows) + sum(is_rest(line, rows[:8]) for line in lines)) * 2 >= len(lines)


def _extended(held: list[TextLine], lines: Sequence[TextLine], first: Stroke, last: Stroke) -> list[TextLine]:
    """The lines of a ladder with rows over its first rule and under its last, where a page break cut it open."""
    above = [line for line in lines if line.base < first.at]
    below = [line for line in lines if line.base > last.at]
    size = median(line.size for line in held)
    edge = first.at
    for line in reversed(above):
        if edge - line.bottom > size or not (is_row(line) or is_rest(line, held[:8])):
            break
        held = [line, *held]
        edge = line.top
    edge = last.at
    for line in below:
        if line.top - edge > size or not (is_row(line) or is_rest(line, held[-8:])):
            break
        held = [*held, line]
        edge = line.bottom
    return held


# Prose -----------------------------------------------------------------------------------------------


def _prose(lines: Sequence[TextLine]) -> set[int]:
    """Identities of the segments that are lines of paragraphs."""
    chains: list[list[tuple[TextLine, Segment]]] = []
    for line in lines:
        for part in line.segments:
            if not _is_wordy(part):
                continue
            chain = next((c for c in reversed(chains[-40:]) if _goes_on(c, line, part)), None)
            if chain is None:
                chains.append([(line, part)])
            else:
                chain.append((line, part))
    starts = {id(chain[0][1]) for chain in chains}
    rows = _row_starts(lines, starts)
    prose: set[int] = set()
    for chain in sorted(chains, key=lambda c: min(part.x0 for _, part in c)):
        if (len(chain) >= LONG or id(chain[0][1]) not in rows) and _is_paragraph(chain, prose):
            prose |= {id(part) for _, part in chain}
    return prose


LONG = 7
"""A paragraph of so many lines is prose, whatever stands beside it."""


def _row_starts(lines: Sequence[TextLine], starts: set[int]) -> set[int]:
    """Identities of the paragraphs' first lines that begin rows: three times or more, side by side at the same places.

    Two columns of prose begin together once, at their top; the cells of a table do in every row.
    """
    rows = [line.segments for line in lines if len(line.segments) > 1 and _all_start(line, starts)]
    found: set[int] = set()
    places = [{round(part.x0 / 2.5) for part in row} for row in rows]
    around = [{x + shift for x in xs for shift in (-1, 0, 1)} for xs in places]
    for row, near in zip(rows, around, strict=True):
        if sum(len(near & xs) > 1 for xs in places) > 2:
            found |= {id(part) for part in row}
    return found


def _all_start(line: TextLine, starts: set[int]) -> bool:
    """Whether no part of a line goes on from the line above, and at least two are more than the sign of a list."""
    parts = [part for part in line.segments if not ENUMERATOR.fullmatch(part.text)]
    return len(parts) > 1 and all(id(part) in starts or not _is_wordy(part) for part in parts)


def _is_wordy(part: Segment) -> bool:
    """Whether a segment can be a line of prose."""
    letters = sum(char.isalpha() for char in part.text)
    return len(part.words) >= 4 and letters >= 15 and letters > 0.6 * len(part.text.replace(" ", ""))


def _goes_on(chain: list[tuple[TextLine, Segment]], line: TextLine, part: Segment) -> bool:
    """Whether `part` is the line below the last of `chain`."""
    above_line, above = chain[-1]
    step = line.base - above_line.base
    if not 0 < step < STEP * part.size or abs(above.size - part.size) > 0.15 * part.size:
        return False
    if len(chain) > 1:
        before = above_line.base - chain[-2][0].base
        if abs(step - before) > 0.25 * before:
            return False
    overlap = min(above.x1, part.x1) - max(above.x0, part.x0)
    return abs(above.x0 - part.x0) < 4 * part.size and overlap > 0.7 * min(above.x1 - above.x0, part.x1 - part.x0)


def _is_paragraph(chain: list[tuple[TextLine, Segment]], prose: set[int]) -> bool:
    """Whether a column of wordy lines is running text: lines filled up to what stands beside them.

    To their left there may be nothing but other prose and the signs of lists: what has labels is a table's column.
    """
    if len(chain) < 3:
        return False
    left = min(part.x0 for _, part in chain)
    beside = [other.x0 - 2 * part.size for line, part in chain for other in line.segments if other.x0 > part.x1]
    right = max([part.x1 for _, part in chain] + ([min(beside)] if len(beside) * 3 > len(chain) else []))
    filled = sum(part.x1 > right - 0.2 * (right - left) for _, part in chain[:-1])
    if filled < 0.6 * (len(chain) - 1):
        return False
    return sum(_has_label(line, part, prose) for line, part in chain) < 0.4 * len(chain)


def _has_label(line: TextLine, part: Segment, prose: set[int]) -> bool:
    """Whether something other than prose and signs of lists stands to the left, or a short value to the right."""
    return any(
        (other.x1 < part.x0 and id(other) not in prose and not ENUMERATOR.fullmatch(other.text))
        or (other.x0 > part.x1 and len(other.words) < 3)
        for other in line.segments
    )


# Runs ------------------------------------------------------------------------------------------------


def is_row(line: TextLine) -> bool:
    """Whether a line has parts as a row has (an item of a list has but its number and a text)."""
    if len(line.segments) == 2:
        return not ENUMERATOR.fullmatch(line.segments[0].text) and not CAPTION.match(line.segments[0].text)
    return len(line.segments) > 2


_NUMBER_HEADING = re.compile(r"(no|nr|nomor|num|#|№)\.?", re.IGNORECASE)


def _runs(lines: Sequence[TextLine], level: Sequence[Stroke]) -> list[list[TextLine]]:
    """Consecutive rows, with the few lines of one part between them."""
    runs: list[list[TextLine]] = []
    run: list[TextLine] = []
    waiting: list[TextLine] = []
    numbered = False
    for index, line in enumerate(lines):
        last = waiting[-1] if waiting else run[-1] if run else None
        if last is not None and not _near(last, line, run, level):
            runs.append(run)
            run, waiting = [], []
        if CAPTION.match(line.segments[0].text) and len(line.segments) <= 2:
            runs.append(run)
            run, waiting = [], []
        elif is_row(line) or (run and numbered and len(line.segments) == 2):
            if waiting and _is_another(run, waiting, line):
                runs.append(run)
                run, waiting = [], []
            numbered = bool(run and numbered) or bool(_NUMBER_HEADING.fullmatch(line.segments[0].text))
            run += [*waiting, line]
            waiting = []
        elif run:
            waiting.append(line)
            if _is_over(run, waiting, lines[index + 1 : index + 9]):
                runs.append(run)
                run, waiting = [], []
    runs.append(run)
    return [run for run in runs if len(run) - sum(len(line.segments) == 1 for line in run) >= 2]


def _is_another(run: Sequence[TextLine], waiting: Sequence[TextLine], line: TextLine) -> bool:
    """Whether a row after a title at the left edge has other columns: then it begins another table."""
    left = min(row.x0 for row in run)
    first = waiting[0]
    set_apart = first.top - run[-1].bottom > 0.8 * first.size
    if not set_apart or all(title.x0 > left + 0.5 * title.size for title in waiting):
        return False
    most = max(len(row.segments) for row in run)
    strips = _common_gaps([row for row in run if len(row.segments) * 4 >= most * 3][-6:])
    crossed = any(part.x0 < a and b < part.x1 for part in line.segments for a, b in strips)
    return crossed or len(line.segments) >= most + 2


def _common_gaps(rows: Sequence[TextLine]) -> list[tuple[float, float]]:
    """Blank strips that all rows have between two of their parts."""
    strips: list[tuple[float, float]] | None = None
    for row in rows:
        gaps = [(a.x1, b.x0) for a, b in pairwise(row.segments)]
        if strips is None:
            strips = gaps
        else:
            strips = [(max(a, c), min(b, d)) for a, b in strips for c, d in gaps if min(b, d) - max(a, c) > 2]
    return strips or []


def _is_over(run: Sequence[TextLine], waiting: Sequence[TextLine], following: Sequence[TextLine]) -> bool:
    """Whether the lines of one part after a run are too many, or one is a sentence over the whole width.

    Lines that begin where a column of the rows around them does are wrapped cells.
    """
    if _is_wide(waiting[-1], run):
        return True
    stub = min(row.segments[0].x1 for row in run if len(row.segments) > 1)
    columns = {round(part.x0) for row in (*run[-8:], *following) for part in row.segments[1:]}
    odd = [line for line in waiting if not any(abs(line.x0 - x) < 3 for x in columns)]
    return sum(line.x0 > stub for line in odd) + len(odd) // 2 > SINGLES or len(waiting) > 8


def _near(above: TextLine, below: TextLine, run: Sequence[TextLine], level: Sequence[Stroke]) -> bool:
    """Whether two lines are near enough for one table."""
    size = max(above.size, below.size)
    blank = below.top - above.bottom
    if blank <= STEP * size:
        return True
    return blank <= FRAMED_STEP * size and (_is_framed(run, below, level) or _is_like(run, below))


def _is_like(run: Sequence[TextLine], line: TextLine) -> bool:
    """Whether a line has three parts or more, and begins them all where a row of the run does."""
    rows = [row for row in run[-4:] if len(row.segments) > 2]
    return len(line.segments) > 2 and any(
        all(any(abs(part.x0 - other.x0) < 2.5 for other in row.segments) for part in line.segments[1:]) for row in rows
    )


def _is_framed(run: Sequence[TextLine], below: TextLine, level: Sequence[Stroke]) -> bool:
    """Whether rules of one width stand over the run and under the line below it."""
    if not run:
        return False
    over = [s for s in level if s.at < run[0].base and s.at > run[0].top - 3 * run[0].size]
    under = [s for s in level if s.at > below.base - below.size]
    return any(abs(a.start - b.start) < 6 and abs(a.end - b.end) < 6 for a in over for b in under)


def _is_wide(line: TextLine, run: Sequence[TextLine]) -> bool:
    """Whether a line of one part is a sentence over the whole width: no row, and the end of the table."""
    width = max(r.x1 for r in run) - min(r.x0 for r in run)
    return line.x1 - line.x0 > 0.85 * width and len(line.words) >= 8


def _with_heading(run: list[TextLine], lines: Sequence[TextLine], level: Sequence[Stroke]) -> list[TextLine]:
    """The run with the lines of one part that are its own: headings under the top rule, the last over the bottom.

    The rest of a row that a page break cut, above the first row or below the last, stands in one of its columns.
    """
    first, last = lines.index(run[0]), lines.index(run[-1])
    left, right = min(r.x0 for r in run), max(r.x1 for r in run)
    size = median(r.size for r in run)
    above: list[TextLine] = []
    top_rule = _full_rule(level, left, right, run[0].top - 4.5 * size, run[0].base - 0.5 * size)
    for line in reversed(lines[max(0, first - 4) : first]):
        below = above[0] if above else run[0]
        if below.top - line.bottom > 1.2 * size or line.x1 < left or line.x0 > right:
            break
        beside = below.base - line.base < 0.8 * size
        titled = (top_rule is None or line.base < top_rule) and not beside and not is_rest(line, run[:8])
        if CAPTION.match(line.segments[0].text) or (titled and not _is_underlined(level, line, below, right - left)):
            break
        above.insert(0, line)
    below_lines: list[TextLine] = []
    bottom_rule = _full_rule(level, left, right, run[-1].base, run[-1].base + 3.5 * size)
    for line in lines[last + 1 : last + 9]:
        held = below_lines[-1] if below_lines else run[-1]
        framed = bottom_rule is not None and line.base < bottom_rule and len(below_lines) < 2
        rest = line.top - held.bottom < 0.8 * size and is_rest(line, run[-8:])
        if not (framed or rest) or line.x0 > right or line.x1 < left:
            break
        below_lines.append(line)
    return [*above, *run, *below_lines]


def is_rest(line: TextLine, rows: Sequence[TextLine]) -> bool:
    """Whether a line of one part begins where a column of these rows does, the first column apart."""
    if len(line.segments) > 1 or not rows:
        return False
    if any(abs(line.x0 - part.x0) < 2.5 for row in rows for part in row.segments[1:]):
        return True
    agreeing = sum(any(abs(line.x0 - word.x0) < 2.0 for word in row.words[1:]) for row in rows)
    return agreeing > 1 and agreeing * 2 > len(rows)


def _full_rule(level: Sequence[Stroke], left: float, right: float, top: float, bottom: float) -> float | None:
    """The lowest rule between two heights that runs over most of the width."""
    found = [s.at for s in level if top <= s.at <= bottom and _share(s, left, right) > 0.8]
    return max(found, default=None)


def _share(stroke: Stroke, left: float, right: float) -> float:
    """The part of the way from left to right that a stroke covers."""
    return (min(stroke.end, right) - max(stroke.start, left)) / max(right - left, 1.0)


def _is_underlined(level: Sequence[Stroke], line: TextLine, below: TextLine, width: float) -> bool:
    """Whether a rule over part of the width parts a line from the next one: then it names some of the columns."""
    return any(
        line.base - 1 <= s.at <= below.base and s.start < line.x1 and s.end > line.x0 and s.length < 0.85 * width
        for s in level
    )
