"""What clerks get wrong: each function spoils a story in one way; `truth` later sees what follows from it."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from benchmarks.variants.dates import MISTYPED, MONTHS, ROMAN, WEEKDAYS, Written, single
from benchmarks.variants.features import Features
from benchmarks.variants.model import Act, Count, Item, Story
from benchmarks.variants.offices import OFFICES
from benchmarks.variants.story import summed

INEXACT = ("± 50", "1.2K", "lebih dari 40", "> 30", "sekitar 25", "20-an")
OTHER_WORK = (
    ["LAPORAN KEGIATAN", "KELOMPOK KERJA PENATAAN DAERAH PEMILIHAN", "DAN ALOKASI KURSI ANGGOTA DPRD"],
    ["LAPORAN KEGIATAN", "SOSIALISASI DAN PENDIDIKAN PEMILIH"],
)


def spoil(story: Story, features: Features, rng: random.Random) -> None:
    """Applies the features' errors in order."""
    for name in features.errors:
        ERRORS[name](story, features, rng)


def _numbered(items: list[Item]) -> list[int]:
    """Places that can be misnumbered: numbered, with a numbered neighbour of the same table before and after."""
    return [
        i
        for i in range(1, len(items) - 1)
        if items[i].number and items[i - 1].number and items[i + 1].number and items[i - 1].group == items[i].group
    ]


def _shift(story: Story, features: Features, place: int, step: int) -> None:
    """Numbers from `place` to the end of its table move by `step`."""
    group = story.items[place].group
    for item in story.items[place:]:
        if item.number and (features.dissemination != "monthly" or item.group == group):
            item.number = str(int(item.number) + step)


def duplicate_number(story: Story, features: Features, rng: random.Random) -> None:
    """A row number is used twice."""
    if places := _numbered(story.items):
        _shift(story, features, rng.choice(places), -1)


def skipped_number(story: Story, features: Features, rng: random.Random) -> None:
    """A row number is skipped."""
    if places := _numbered(story.items):
        _shift(story, features, rng.choice(places), 1)


def skipped_activity(story: Story, features: Features, rng: random.Random) -> None:
    """An activity's number is skipped."""
    acts = [act for act in story.acts if act.sector == "pemerintah" or features.activities == "sector-column"]
    if not acts or not acts[0].number:
        return
    for act in acts[rng.randint(1, len(acts) - 1) :]:
        act.number = str(int(act.number or 0) + 1)


def wrong_weekday(story: Story, features: Features, rng: random.Random) -> None:
    """A weekday is not that of its date."""
    owners: list[Item | Act] = [a for a in story.acts if _has_weekday(a.written)]
    owners = owners or [i for i in story.items if _has_weekday(i.written)]
    if not owners:
        return
    owner = rng.choice(owners)
    written = owner.written
    assert written is not None
    real, day = written.weekdays[0]
    wrong = (real + rng.randint(1, 6)) % 7
    changed = replace(
        written,
        text=written.text.replace(WEEKDAYS[real], WEEKDAYS[wrong], 1),
        weekdays=((wrong, day), *written.weekdays[1:]),
    )
    _rewrite(story, owner, changed)


def _has_weekday(written: Written | None) -> bool:
    return written is not None and len(written.weekdays) == 1


def _rewrite(story: Story, owner: Item | Act, written: Written) -> None:
    """Puts another date in place of the owner's, in its sentence and in cells merged with it too."""
    old = owner.written
    if isinstance(owner, Act):
        if old is not None:
            owner.text = owner.text.replace(old.text, written.text)
        owner.written = written
        return
    for item in story.items:
        if item.date_cell == owner.date_cell:
            item.written = written


def _alone(story: Story) -> list[Item]:
    return [item for item in story.items if item.written.start and item.written.start == item.written.end]


def outside(story: Story, features: Features, rng: random.Random) -> None:
    """A date of last year stands in the information table."""
    if features.dates == "noyear" or not (items := _alone(story)):
        return
    item = rng.choice(items)
    day = item.written.start
    assert day is not None
    if (day.month, day.day) != (2, 29):
        _rewrite(story, item, single(day.replace(year=day.year - 1), features.dates))


def impossible(story: Story, features: Features, rng: random.Random) -> None:
    """A date that cannot be."""
    if items := _alone(story):
        item = rng.choice(items)
        day = item.written.start
        assert day is not None
        _rewrite(story, item, _impossible(day, features.dates))


def _impossible(day: date, style: str) -> Written:
    number = 32 if day.month != 2 else 30
    joint = {"slash": "/", "dash": "-", "dots": "."}.get(style)
    if joint:
        return Written(joint.join((str(number), f"{day.month:02d}", str(day.year))), None, None)
    year = "" if style == "noyear" else f" {day.year}"
    return Written(f"{number} {MONTHS[day.month - 1]}{year}", None, None)


def bad_activity_date(story: Story, features: Features, rng: random.Random) -> None:
    """An activity's date cannot be."""
    acts = [act for act in story.acts if act.written and act.written.start == act.written.end]
    if acts and features.activities != "spelled":
        act = rng.choice(acts)
        assert act.written is not None and act.written.start is not None
        _rewrite(story, act, _impossible(act.written.start, "long"))


def misprint(story: Story, features: Features, rng: random.Random) -> None:
    """A month's name is mistyped; its date is still clear."""
    if features.dates in ("slash", "dash", "dots", "short", "upper") or not (items := _alone(story)):
        return
    for item in rng.sample(items, min(2, len(items))):
        day = item.written.start
        assert day is not None
        _rewrite(story, item, single(day, features.dates, rng.choice(MISTYPED[day.month])))


def wrong_statement(story: Story, features: Features, rng: random.Random) -> None:
    """The total in the prose leaves a platform out, or is miscounted."""
    if not story.statement or not story.recap:
        return
    total, sentence = story.statement
    per = [
        sum(count.posts or 0 for key, count in story.recap.counts.items() if key[1] == col)
        for col in range(len(story.recap.platforms))
    ]
    stated = total - rng.choice([n for n in per if n] or [7]) if rng.random() < 0.6 else total + rng.randint(3, 20)
    old = f"{total:,}".replace(",", ".") if f"{total:,}".replace(",", ".") in sentence else str(total)
    new = f"{stated:,}".replace(",", ".") if "." in old else str(stated)
    story.statement = (stated, sentence.replace(old, new))
    story.evaluation = [
        (head, [text.replace(sentence, story.statement[1]) for text in texts]) for head, texts in story.evaluation
    ]


def wrong_total(story: Story, features: Features, rng: random.Random) -> None:
    """A printed total of the recap is wrong."""
    if story.recap and story.recap.totals:
        total = rng.choice(list(story.recap.totals.values()))
        total.value += rng.choice((-10, -3, 5, 9, 100))
        total.value = max(total.value, 1)
        total.text = f"{total.value:,}".replace(",", ".") if features.number == "thousands" else str(total.value)


def outlier(story: Story, features: Features, rng: random.Random) -> None:
    """A digit too many in one cell; totals and the stated total follow it."""
    recap = story.recap
    if not recap or features.number in ("unit", "times"):
        return
    keys = [key for key, count in recap.counts.items() if count.posts and count.posts >= 4 and _steady(story, key)]
    if not keys:
        return
    key = rng.choice(keys)
    old = recap.counts[key].posts or 0
    recap.counts[key] = Count(old * 10 + 1, str(old * 10 + 1))
    for total in recap.totals.values():
        if key in total.keys:
            total.value += old * 9 + 1
            total.text = f"{total.value:,}".replace(",", ".") if features.number == "thousands" else str(total.value)
    _restate(story, summed(recap))


def _steady(story: Story, key: tuple[int, int, int]) -> bool:
    """Whether at least two other platforms have about as many posts."""
    assert story.recap is not None
    own = story.recap.counts[key].posts or 0
    others = [c.posts or 0 for k, c in story.recap.counts.items() if k[0] == key[0] and k[2] == key[2] and k != key]
    return sum(abs(n - own) <= 2 for n in others) >= 2


def _restate(story: Story, total: int) -> None:
    if not story.statement:
        return
    old_total, sentence = story.statement
    pointed = f"{old_total:,}".replace(",", ".")
    old = pointed if pointed in sentence else str(old_total)
    new = sentence.replace(old, f"{total:,}".replace(",", ".") if "." in old else str(total))
    story.statement = (total, new)
    story.evaluation = [(head, [text.replace(sentence, new) for text in texts]) for head, texts in story.evaluation]


def twice(story: Story, features: Features, rng: random.Random) -> None:
    """One activity stands twice, one after the other."""
    if not story.acts:
        return
    index = rng.randrange(len(story.acts))
    original = story.acts[index]
    story.acts.insert(index + 1, replace(original))
    for act in story.acts[index + 1 :]:
        if act.number and (act.sector == original.sector or features.activities == "sector-column"):
            act.number = str(int(act.number) + 1)


def wrong_scope(story: Story, features: Features, rng: random.Random) -> None:
    """The scope was copied from another quarter."""
    first, last = (MONTHS[m - 1] for m in story.scope_months)
    other = story.quarter % 4
    story.scope_months = (other * 3 + 1, other * 3 + 3)
    story.scope = story.scope.replace(first, "{a}").replace(last, "{b}")
    story.scope = story.scope.format(a=MONTHS[other * 3], b=MONTHS[other * 3 + 2])


def wrong_cover(story: Story, features: Features, rng: random.Random) -> None:
    """The cover belongs to another working group's report."""
    if story.cover_about and story.cover_quarter == story.quarter and story.cover_office == story.office:
        story.title = [*rng.choice(OTHER_WORK), f"PADA {story.office.kpu.upper()}", f"TAHUN {story.year}"]
        story.cover_about = False


def cover_quarter(story: Story, features: Features, rng: random.Random) -> None:
    """The cover names another quarter."""
    roman = ROMAN[story.quarter - 1]
    for index, line in enumerate(story.title):
        if f"TRIWULAN {roman} " in f"{line} " and "(" not in line and story.cover_about:
            story.cover_quarter = story.quarter % 4 + 1
            story.title[index] = f"{line} ".replace(f"{roman} ", f"{ROMAN[story.cover_quarter - 1]} ").strip()
            return


def foreign_cover(story: Story, features: Features, rng: random.Random) -> None:
    """The cover was copied from a neighbour."""
    other = rng.choice([office for office in OFFICES if office != story.office])
    changed = [line.replace(story.office.kpu.upper(), other.kpu.upper()) for line in story.title]
    if changed != story.title:
        story.title, story.cover_office = changed, other


def foreign_purpose(story: Story, features: Features, rng: random.Random) -> None:
    """The purpose was copied from a neighbour."""
    other = rng.choice([office for office in OFFICES if office != story.office])
    story.purpose, story.purpose_office = story.purpose.replace(story.office.kpu, other.kpu), other


def no_section(story: Story, features: Features, rng: random.Random) -> None:
    """A part is left out."""
    part = rng.choice(("laws", "follow_up", "conclusion", "suggestion"))
    story.headings["closing"] = "Penutup"
    if part in ("laws", "follow_up"):
        setattr(story, part, [])
    else:
        setattr(story, part, None)


def blank_cell(story: Story, features: Features, rng: random.Random) -> None:
    """A recap cell is empty where others have '-'."""
    if story.recap:
        zeros = [key for key, count in story.recap.counts.items() if count.posts == 0]
        if zeros:
            story.recap.counts[rng.choice(zeros)] = Count(None, "")


def blank_media(story: Story, features: Features, rng: random.Random) -> None:
    """A media cell is empty."""
    if features.dissemination in ("numbered", "bullets"):
        return
    cells = [item.media_cell for item in story.items]
    single_cells = [item for item in story.items if cells.count(item.media_cell) == 1]
    if single_cells:
        item = rng.choice(single_cells)
        item.media, item.channels = "", ()


def inexact(story: Story, features: Features, rng: random.Random) -> None:
    """Some numbers are not exact; the report then states no totals."""
    if not story.recap:
        return
    recap = story.recap
    for key in rng.sample([k for k, c in recap.counts.items() if c.posts], 2):
        recap.counts[key] = Count(None, rng.choice(INEXACT))
    recap.totals = {}
    if story.statement:
        sentence = story.statement[1]
        story.statement = None
        story.evaluation = [
            (head, [text.replace(sentence, "").strip() for text in texts]) for head, texts in story.evaluation
        ]


def units(story: Story, features: Features, rng: random.Random) -> None:
    """Some cells name the unit."""
    if story.recap:
        for key, count in list(story.recap.counts.items()):
            if count.posts and rng.random() < 0.2:
                story.recap.counts[key] = Count(count.posts, f"{count.posts} {rng.choice(('postingan', 'x', 'post'))}")


ERRORS: dict[str, Callable[[Story, Features, random.Random], None]] = {
    function.__name__: function
    for function in (
        duplicate_number, skipped_number, wrong_weekday, outside, impossible, misprint, wrong_statement, wrong_total,
        outlier, twice, wrong_scope, wrong_cover, foreign_cover, foreign_purpose, cover_quarter, no_section, blank_cell,
        blank_media, inexact, units, bad_activity_date, skipped_activity,
    )
}  # fmt: skip
