"""One report as flat documents: front matter, parts in the layout's order, signature, appendices."""

from __future__ import annotations

from dataclasses import dataclass, field

from benchmarks.office import acts, after, front
from benchmarks.office.flat import Cell, Flat, Row
from benchmarks.office.information import head, information, place
from benchmarks.office.pictures import photo
from benchmarks.office.recap import recap
from benchmarks.office.signature import signature
from benchmarks.office.story import Told
from benchmarks.office.workbook import workbook

ORDERS = {
    "standard": ("activities", "execution"), "information": ("execution", "activities"),
    "recap": ("recap", "activities", "dissemination"),
}  # fmt: skip


@dataclass
class Report:
    """A report in the making: its finished documents (kind, XML) and the one being written."""

    told: Told
    entries: list[tuple[int, str]] = field(default_factory=list)
    pieces: list[tuple[str, str]] = field(default_factory=list)
    chapter: int = 0
    section: int = 0

    def __post_init__(self) -> None:
        """Opens the first document."""
        layout = self.told.layout
        self.flat = self._open()
        if layout.letter:
            front.letter(self.flat, self.told)
        front.cover(self.flat, self.told)
        self.mark = len(self.flat.body)

    def _open(self) -> Flat:
        layout = self.told.layout
        flat = Flat(layout.font, layout.size, layout.paper, landscape=layout.lying == "all")
        flat.framed = layout.frame
        flat.page()
        front.running(flat, self.told)
        return flat

    def write(self) -> list[tuple[str, str]]:
        """All documents, in order."""
        self._introduction()
        for part in ORDERS[self.told.layout.order]:
            getattr(self, f"_{part}")()
        if self.told.layout.order == "recap":
            self._gallery()
        self._assessment()
        self._closing()
        after.appendices(self.flat, self.told)
        self._contents()
        return [*self.pieces, ("fodt", self.flat.xml())]

    def _contents(self) -> None:
        """The contents go before the first part, where all headings are in one document."""
        if self.told.layout.contents and not self.pieces:
            whole, self.flat.body = self.flat.body, []
            self.flat.page()
            front.contents(self.flat, self.entries)
            self.flat.body = whole[: self.mark] + self.flat.body + whole[self.mark :]

    # Headings ---------------------------------------------------------------------------------------------------

    def chapter_head(self, key: str) -> None:
        """A heading of the first level."""
        self.chapter, self.section = self.chapter + 1, 0
        text, numbering = self.told.story.headings[key], self.told.layout.numbering
        roman = ("I", "II", "III", "IV", "V", "VI", "VII")[self.chapter - 1]
        if numbering == "bab":
            self.flat.paragraph(f"BAB {roman}", bold=True, align="center", before=10, after=0, keep=True)
            self.flat.paragraph(text.upper(), bold=True, align="center", after=6, keep=True)
            self.entries.append((1, f"BAB {roman} {text.upper()}"))
            return
        mark = {
            "juknis": f"{self.chapter}) ",
            "roman": f"{roman}. ",
            "letters": f"{chr(64 + self.chapter)}. ",
            "none": "",
        }.get(numbering, f"{self.chapter}. ")
        self.flat.paragraph(mark + text, bold=True, before=10, after=4, keep=True)
        self.entries.append((1, mark + text))

    def head(self, key: str) -> None:
        """A heading of the second level."""
        self.section += 1
        text, numbering = self.told.story.headings[key], self.told.layout.numbering
        mark = {
            "decimal": f"{self.chapter}.{self.section} ",
            "letters": f"{self.section}. ",
            "roman": f"{self.section}. ",
            "none": "",
        }.get(numbering, f"{chr(64 + self.section)}. ")
        self.flat.paragraph(mark + text, bold=True, before=6, after=3, keep=True)
        self.entries.append((2, mark + text))

    def prose(self, text: str) -> None:
        """A paragraph of the report."""
        self.flat.paragraph(text, first=1.2, align="justify", after=5, spacing=115)

    def listed(self, texts: list[str], style: str) -> None:
        """A list in one of the styles of the layout."""
        if style == "table":
            rows: list[Row] = [head("No", "Uraian"), *([Cell(str(n)), Cell(text)] for n, text in enumerate(texts, 1))]
            place(self.flat, self.told, rows, [1, 14], 1)
            return
        gap = "" if self.told.layout.glued and style == "numbers" else "\t"
        for index, text in enumerate(texts, 1):
            mark = {"letters": f"{chr(96 + index)}.", "bullets": "-"}.get(style, f"{index}.")
            self.flat.paragraph(f"{mark}{gap}{text}", left=1.4, first=-0.7, tabs="0", align="justify")

    # Parts ------------------------------------------------------------------------------------------------------

    def _introduction(self) -> None:
        story = self.told.story
        self.chapter_head("introduction")
        self.head("background")
        for text in story.background:
            self.prose(text)
        self.head("purpose")
        self.prose(story.purpose)
        self.head("scope")
        self.prose(story.scope)
        if story.laws:
            self.head("legal")
            self.listed(story.laws, self.told.layout.laws)

    def _activities(self) -> None:
        told = self.told
        self._turn("acts", True)
        self.chapter_head("activities")
        after.instruction(self.flat, told, "activities")
        if told.layout.left_over == "acts":
            after.left_acts(self.flat, told)
        if acts.whole(told):
            acts.together(self.flat, told)
        else:
            for name, key in acts.SECTORS:
                self.head(key)
                acts.sector(self.flat, told, name)
        self._turn("acts", False)

    def _execution(self) -> None:
        self.chapter_head("execution")
        self._information()
        self._recap()
        self._gallery(2)

    def _dissemination(self) -> None:
        self.chapter_head("execution")
        self._information()

    def _information(self) -> None:
        told = self.told
        self.head("dissemination")
        after.instruction(self.flat, told, "information")
        if told.layout.left_over in ("information", "both"):
            after.left_information(self.flat, told)
            self.flat.paragraph(f"Triwulan {told.story.quarter} Tahun {told.story.year}", bold=True, keep=True)
        if told.layout.workbook == "both":
            self._workbook("information")
        else:
            information(self.flat, told)

    def _recap(self, level: int = 2) -> None:
        told = self.told
        if told.story.recap is None:
            return
        self._turn("recap", True)
        (self.head if level == 2 else self.chapter_head)("recap")
        after.instruction(self.flat, told, "recap")
        if told.layout.workbook:
            self._workbook("recap")
        else:
            recap(self.flat, told)
        self._turn("recap", False)
        if told.layout.left_over in ("recap", "both"):
            after.left_recap(self.flat, told)

    def _turn(self, part: str, begin: bool) -> None:
        if self.told.layout.lying == part:
            self.flat.turn(begin)

    def _workbook(self, part: str) -> None:
        """Closes the document, puts a printed workbook after it, opens another."""
        self.pieces += [("fodt", self.flat.xml()), ("fods", workbook(self.told, part))]
        self.flat = self._open()

    def _gallery(self, level: int = 1) -> None:
        told = self.told
        if not told.story.shots:
            return
        (self.head if level == 2 else self.chapter_head)("gallery")
        for shot in told.story.shots:
            self.flat.picture(photo(told.rng), 9, 5.6)
            for index, line in enumerate(shot.caption):
                self.flat.paragraph(line, bold=True, align="center", size=9, after=8 if index else 0)

    def _assessment(self) -> None:
        story = self.told.story
        self.chapter_head("assessment")
        self.head("evaluation")
        for index, (title, texts) in enumerate(story.evaluation, 1):
            if title:
                self.flat.paragraph(f"{index}) {title}", bold=True, left=0.6, keep=True)
            for text in filter(None, texts):
                self.prose(text)
        if story.challenges:
            self.head("challenges")
            self.prose(story.challenges)
        if story.follow_up:
            self.head("follow_up")
            self.listed(story.follow_up, self.told.layout.follow)

    def _closing(self) -> None:
        told, story = self.told, self.told.story
        self.chapter_head("closing")
        after.instruction(self.flat, told, "closing")
        if story.conclusion:
            self.head("conclusion")
            self.prose(story.conclusion)
        if story.suggestion:
            self.head("suggestion")
            self.prose(story.suggestion)
        self.prose(story.farewell)
        signature(self.flat, told)
