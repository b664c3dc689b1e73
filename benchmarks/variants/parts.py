"""The report's parts from introduction to signature, in the order and under the headings of the office."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from benchmarks.variants import appendix
from benchmarks.variants.grid import Box
from benchmarks.variants.information import information
from benchmarks.variants.model import Act
from benchmarks.variants.recaps import period, recap
from benchmarks.variants.typist import Typist

ORDERS = {
    "standard": ("introduction", "activities", "execution", "assessment", "closing"),
    "information-first": ("introduction", "information", "recap", "activities", "gallery", "assessment", "closing"),
    "recap-first": ("introduction", "recap", "activities", "information", "gallery", "assessment", "closing"),
}
WIDE = ("monthly", "weekly-tables", "weekly-platform")


def body(typist: Typist) -> None:
    """Sets all parts and the signature."""
    for name in ORDERS[typist.features.order]:
        PARTS[name](typist)
    signature(typist)


def _introduction(typist: Typist) -> None:
    story, heads = typist.story, typist.story.headings
    typist.heading(1, heads["introduction"])
    typist.heading(2, heads["background"])
    for text in story.background:
        typist.paragraph(text)
    typist.heading(2, heads["purpose"])
    typist.paragraph(story.purpose)
    typist.heading(2, heads["scope"])
    typist.paragraph(story.scope)
    if story.laws:
        typist.heading(2, heads["legal"])
        if typist.features.instructions:
            typist.instruction("[Diisi dengan peraturan yang menjadi dasar, contoh: UU No. 7 Tahun 2017]")
        typist.listing(story.laws, [_law_label(typist.features.laws, i) for i in range(len(story.laws))])


def _law_label(style: str, index: int) -> str:
    labels = {"numbers": f"{index + 1}.", "letters": f"{chr(97 + index)}.", "bullets": "•", "brackets": f"{index + 1})"}
    return labels[style]


def _activities(typist: Typist) -> None:
    story, heads = typist.story, typist.story.headings
    typist.heading(1, heads["activities"])
    if typist.features.instructions:
        typist.instruction(
            "(Petunjuk: uraikan kegiatan koordinasi dengan instansi pemerintah dan non pemerintah. Contoh: 1. KPU "
            f"Kabupaten/Kota mengadakan rapat koordinasi pada hari Senin, 1 Januari {story.year} di Aula KPU.)"
        )
    typist.intro("activities")
    kind = typist.features.activities
    if kind == "sector-column":
        _act_table(typist, story.acts, sector=True)
        return
    if kind == "split-table":
        _act_table(typist, story.acts, sector=False, sections=True)
        return
    for sector, key in (("pemerintah", "government"), ("non_pemerintah", "non_government")):
        typist.heading(2, heads[key])
        acts = [act for act in story.acts if act.sector == sector]
        if kind == "table":
            _act_table(typist, acts, sector=False)
        elif kind in ("spelled", "paragraphs"):
            for act in acts:
                typist.paragraph(act.text)
        else:
            end = ")" if typist.tight_list else "."
            bullet = "•" if typist.tight_list else "-"
            typist.listing([act.text for act in acts], [f"{act.number}{end}" if act.number else bullet for act in acts])


def _act_table(typist: Typist, acts: list[Act], sector: bool, sections: bool = False) -> None:
    columns = typist.story.columns
    keys = ["no", "date", "activity", *(["sector"] if sector else []), "venue", "partner"]
    weights = {"no": 0.8, "date": 2.2, "activity": 4, "sector": 1.7, "venue": 2.4, "partner": 2.4}
    grid = typist.grid([weights[key] for key in keys])
    heads = ["Hari/Tanggal" if key == "date" else columns[key] for key in keys]
    typist.header(grid, heads)
    names = {"pemerintah": "Pemerintah", "non_pemerintah": "Non Pemerintah"}
    for name, group in groupby(acts, key=lambda act: act.sector if sections else ""):
        if sections:
            label = "A. PEMERINTAH" if name == "pemerintah" else "B. NON PEMERINTAH"
            grid.boxes.append(Box(grid.rows, 0, label, colspan=len(keys), face=typist.bold))
        for act in group:
            texts = {
                "no": act.number or "",
                "date": act.written.text if act.written else "",
                "activity": act.text,
                "sector": names[act.sector],
                "venue": act.venue or "-",
                "partner": act.partner,
            }
            grid.row(*(texts[key] for key in keys), aligns="cl")
    typist.place(grid)


def _execution(typist: Typist) -> None:
    typist.heading(1, typist.story.headings["execution"])
    _information(typist, 2)
    _recap(typist, 2)
    _gallery(typist, 2)


def _information(typist: Typist, level: int = 1) -> None:
    story = typist.story
    typist.paper.part("information")
    typist.heading(level, story.headings["dissemination"])
    if typist.features.instructions:
        typist.instruction("[Isilah tabel berikut sesuai tanggal penyebarluasan informasi, hapus petunjuk ini]")
    typist.intro("dissemination")
    information(typist, story.items)
    typist.paper.part("")
    if typist.features.left_over in ("information", "both"):
        appendix.old_information(typist)


def _recap(typist: Typist, level: int = 1) -> None:
    story, features = typist.story, typist.features
    if not story.recap:
        return
    typist.paper.part("recap", landscape=features.recap_landscape or features.recap in WIDE)
    typist.heading(level, story.headings["recap"])
    typist.intro("recap")
    if features.recap in ("plain", "turned", "pair", "per-platform"):
        typist.caption(period(typist))
    recap(typist, story.recap)
    typist.paper.part("", landscape=False)
    if features.left_over in ("recap", "both"):
        appendix.old_recap(typist)


def _gallery(typist: Typist, level: int = 1) -> None:
    story, paper = typist.story, typist.paper
    if not story.shots:
        return
    typist.heading(level, story.headings["gallery"])
    for index, shot in enumerate(story.shots):
        paper.keep(220)
        paper.picture((paper.left + paper.right - 260) / 2, 260, 160, typist.rng.randint(0, 10**6) + index)
        paper.space(166)
        for line in shot.caption:
            paper.text(line, align="center")
        paper.space(12)


def _assessment(typist: Typist) -> None:
    story, heads = typist.story, typist.story.headings
    typist.heading(1, heads["assessment"])
    if story.evaluation:
        typist.heading(2, heads["evaluation"])
        for head, texts in story.evaluation:
            if head:
                typist.heading(3, head)
            for text in filter(None, texts):
                typist.paragraph(text)
    if story.challenges:
        typist.heading(2, heads["challenges"])
        typist.paragraph(story.challenges)
    if story.follow_up:
        typist.heading(2, heads["follow_up"])
        if typist.rng.random() < 0.5:
            typist.paragraph("Rencana tindak lanjut yang akan dilaksanakan antara lain:")
        labels = [f"{i}." for i in range(1, len(story.follow_up) + 1)]
        if typist.features.activities == "bullets":
            labels = ["-"] * len(labels)
        typist.listing(story.follow_up, labels)


def _closing(typist: Typist) -> None:
    story, heads = typist.story, typist.story.headings
    typist.heading(1, heads["closing"])
    if story.conclusion:
        typist.heading(2, heads["conclusion"])
        typist.paragraph(story.conclusion)
    if story.suggestion:
        typist.heading(2, heads["suggestion"])
        typist.paragraph(story.suggestion)
    typist.paper.space(8)
    typist.paragraph(story.farewell)


def signature(typist: Typist) -> None:
    """Place and date, role, name and NIP; with a second signatory on the left where there is one."""
    story, paper, face = typist.story, typist.paper, typist.face
    paper.keep(130)
    paper.space(14)
    top, column = paper.y, (paper.right - paper.left) * 0.55
    for line in _signed(typist):
        paper.text(line, indent=column)
    end = paper.y
    if story.countersign:
        role, name, nip = story.countersign
        paper.y = top
        for line in ["Mengetahui,", f"{role},", "", "", "", name, *([f"NIP. {nip}"] if nip else [])]:
            paper.text(line, face=face, room_right=column)
        end = max(end, paper.y)
    paper.y = end


def _signed(typist: Typist) -> list[str]:
    """The lines of the signature block."""
    story, style = typist.story, typist.features.signature
    lines = [f"{story.place}, {story.signed.text}", f"{story.role},"]
    if style == "done-at":
        lines = [f"Dibuat di : {story.place}", f"Pada tanggal : {story.signed.text}", f"{story.role},"]
    elif style == "on-behalf":
        lines = [lines[0], f"a.n. Ketua {story.office.kpu}", f"{story.role},"]
    space = ["", "Ditandatangani secara elektronik", ""] if style == "electronic" else ["", "", ""]
    return [*lines, *space, story.signatory, *([_nip(story.nip, typist.features.nip)] if story.nip else [])]


def _nip(nip: str, style: str) -> str:
    spaced = f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"
    return {"dotted": f"NIP. {nip}", "spaced": f"NIP. {spaced}", "colon": f"NIP: {nip}", "bare": f"NIP {nip}"}[style]


PARTS: dict[str, Callable[[Typist], None]] = {
    "introduction": _introduction,
    "activities": _activities,
    "execution": _execution,
    "information": _information,
    "recap": _recap,
    "gallery": _gallery,
    "assessment": _assessment,
    "closing": _closing,
}
