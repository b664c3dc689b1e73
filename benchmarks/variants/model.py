"""What a report says: facts as printed, independent of how they are laid out."""

from __future__ import annotations

from dataclasses import dataclass, field

from benchmarks.variants.dates import Written
from benchmarks.variants.offices import Office


@dataclass
class Item:
    """One disseminated information. `group` numbers the sub-table (month) it stands in."""

    number: str | None
    written: Written
    information: str
    media: str
    channels: tuple[str, ...]
    group: int = 0
    media_cell: int = 0
    """Items with the same media_cell share one printed media cell; so does `date_cell` for the date."""
    date_cell: int = 0


@dataclass
class Act:
    """One activity. In prose `text` is the whole paragraph; in tables it is the Kegiatan cell."""

    sector: str
    number: str | None
    text: str
    written: Written | None
    venue: str | None
    partner: str = ""


@dataclass(frozen=True)
class Count:
    """A printed number of posts; `posts` is None when the cell is empty or the number not exact."""

    posts: int | None
    text: str


@dataclass(frozen=True)
class Slot:
    """A column group of the recap: its heading and month (None where the recap is for the quarter)."""

    text: str
    month: int | None


Key = tuple[int, int, int]
"""(label, platform, slot), each an index."""


@dataclass
class Total:
    """A printed total over the cells `keys`."""

    place: str
    keys: list[Key]
    value: int
    text: str = ""


@dataclass
class Recap:
    """Posts by content label, platform and slot, with the totals that are printed."""

    labels: list[tuple[str, str]]
    platforms: list[tuple[str, str]]
    slots: list[Slot]
    counts: dict[Key, Count] = field(default_factory=dict)
    totals: dict[str, Total] = field(default_factory=dict)
    extras: dict[int, tuple[str, str]] = field(default_factory=dict)
    """Followers and reach by platform."""


@dataclass
class Shot:
    """A photo; the caption is whole, with its place and date line."""

    caption: list[str]
    written: Written | None


@dataclass
class Story:
    """Everything one report says."""

    office: Office
    year: int
    quarter: int
    title: list[str]
    place: str
    signed: Written
    signatory: str
    role: str
    nip: str | None
    items: list[Item]
    recap: Recap | None
    acts: list[Act]
    shots: list[Shot]
    statement: tuple[int, str] | None
    laws: list[str]
    background: list[str]
    purpose: str
    purpose_office: Office
    scope: str
    scope_months: tuple[int, int]
    evaluation: list[tuple[str, list[str]]]
    challenges: str | None
    follow_up: list[str]
    conclusion: str | None
    suggestion: str | None
    farewell: str
    cover_office: Office
    cover_quarter: int
    cover_about: bool = True
    """Whether the cover's title is about Bakohumas."""
    countersign: tuple[str, str, str | None] | None = None
    """A second signatory: role, name, NIP."""
    headings: dict[str, str] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)
