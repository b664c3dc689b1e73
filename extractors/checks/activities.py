"""Activities that are reported twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from rapidfuzz.distance import OSA

from extractors.checks.phrases import SECTORS, short
from extractors.checks.registry import Remark, rule
from extractors.document import Activity
from extractors.reading import Reading
from extractors.vocabulary.matching import slips_allowed, words

_MINOR = frozenset(["dan", "di", "pada", "yang", "oleh", "dengan", "untuk", "dalam", "rangka", "ke", "kepada", "hari"])
_Key = tuple[str, date, date | None]


@rule("duplicate_activity", "warning")
def duplicate_activity(reading: Reading) -> Iterator[Remark]:
    """Two activities of one sector have the same date and (nearly) the same text; one finding a repeat."""
    earlier: dict[_Key, list[Activity]] = defaultdict(list)
    for activity in reading.document.activities:
        if activity.date_start is None:
            continue
        group = earlier[(activity.sector, activity.date_start, activity.date_end)]
        twin = next((other for other in group if _alike(other.text, activity.text)), None)
        if twin:
            sector = SECTORS.get(activity.sector, activity.sector)
            day = activity.date_text or activity.date_start.isoformat()
            yield Remark(
                f"Kegiatan {sector} nomor {_number(twin)} dan {_number(activity)} sama: tanggal {day}, "
                f"'{short(activity.text, 60)}'.",
                activity.page,
                activity.bbox,
            )
        group.append(activity)


def _number(activity: Activity) -> str:
    return activity.number or f"urutan {activity.seq}"


def _alike(one: str, other: str) -> bool:
    """Whether two texts say the same but for small words and misprints; numbers must be equal."""
    left, right = ([word for word in words(text) if word not in _MINOR] for text in (one, other))
    return len(left) == len(right) and all(map(_same_word, left, right))


def _same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    if not (one.isalpha() and other.isalpha()):
        return False
    allowed = slips_allowed(min(len(one), len(other)))
    return OSA.distance(one, other, score_cutoff=allowed) <= allowed
