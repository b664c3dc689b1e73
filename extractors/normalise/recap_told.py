"""A recap told in running counts: 'Foto Berita: Instagram 41, Facebook 12', or a platform and its content types."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, dropwhile, pairwise

from extractors.document import SocialMedia
from extractors.geometry import Word
from extractors.meaning.recap_labels import OTHER_MEASURE, SURE, TOTAL, Labeller
from extractors.structure.flow import Line
from extractors.structure.outline import strip_marker
from extractors.values.lone_days import month_told
from extractors.values.numbers import NUMBER_WORDS, read_count, units
from extractors.vocabulary import EXACT, Vocabulary

_COUNT = re.compile(r"[:=(]?(?P<count>\d[\d.]*|-|nihil)[).,;]*", re.IGNORECASE)
_JOINT = re.compile(r"^[\s,;:(=)]*(dan\b|serta\b)?\s*|(\s+(sebanyak|sejumlah|berjumlah))?[\s:=(]*$")
_JOINT_AT_END = re.compile(r"[\s,;.)]*(\b(dan|serta))?[\s,;.)]*$")
UNREAD = "sebagian rincian pada kalimat ini tidak dikenali; hitungannya mungkin kurang"
"""Why the counts of a sentence are doubted that has others under names nobody knows."""
UNKNOWN_TYPE = "jenis konten ini tidak dikenali; mungkin bukan jenis konten"
"""Why counts are doubted that stand in a list of content types behind a name nobody knows."""
_LEAD_IN = re.compile(
    r"\b(terdiri (dari|atas)|meliputi|yaitu|yakni|dengan rincian|(telah|sudah) di\w+|terdapat|tercatat|memuat)$"
)
_LEAD_TO = re.compile(
    r"\W+|(?:sebanyak|sejumlah|berjumlah|yaitu|yakni|telah|berisi|terdapat|(?:me|di)(?:muat|mpublikasikan|mublikasikan|"
    r"mposting|mbagikan|nayangkan|nerbitkan|ngunggah|nyajikan|nampilkan|publikasikan|unggah|tayangkan|terbitkan))\W*",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?:di|pada|untuk|lewat|melalui|akun|platform|kanal)\s", re.IGNORECASE)
_LEADS_ON = re.compile(r"di|pada|dan|serta|untuk|lewat|melalui|akun", re.IGNORECASE)
_PLACED = re.compile(r"^(?:(?:di|pada|untuk|lewat|melalui)\s+)?(?:(?:akun|platform|kanal)\s+)?", re.IGNORECASE)
"""What may stand before the name of a platform: '21 di Instagram'."""
FEWEST_COUNTS = 2
LONGEST_NAME = 5
"""Words of a name at most, with its number."""
_HEAD_REST = re.compile(
    r"[\s:]+$|\s+(yang\s+)?(sebanyak|sejumlah|berjumlah|mencapai|terdiri|meliputi|yaitu|yakni|dengan"
    r"|(telah|sudah)\s+di\w+|terdapat|tercatat|memuat)\b.*$",
    re.IGNORECASE,
)
Name = tuple[str, str]
"""Kind of what a text names ("content", "platform") and its code."""


def cells_told(lines: Sequence[Line], vocabulary: Vocabulary) -> Iterator[SocialMedia]:
    """The counts of lines that begin with what they are about, up to a colon or 'terdiri dari'; others go on."""
    labeller = Labeller(vocabulary, turned=False)
    month: int | None = None
    head: tuple[str, Name] | None = None
    told: list[tuple[Word, int]] = []
    for line in chain.from_iterable(_sentences(Line(_unspelled(line.words), line.page)) for line in lines):
        at = _head_end(line)
        label = _label(line, at)
        broken = _breaks_name(told, line, vocabulary)
        goes_on = bool(told) and (line.text[:1].islower() or broken or told[-1][0].text.endswith(","))
        if not goes_on and not (at and _is_spelled(label, vocabulary)) and (end := _name_end(line, vocabulary)):
            at, label = end, _plain(line, end)
        behind = [(word, line.page) for word in _told_words(line.words[at:])] if at else []
        if name := (_named(label, vocabulary) or _stranger(label, behind, head, vocabulary)) if at else None:
            yield from _cells(head, told, month, vocabulary)
            head, told = (label, name), behind
        elif (broken or _goes_on(line, told)) and head and not (at or month_told(strip_marker(line.text))):
            told += [(word, line.page) for word in line.words]
        else:
            yield from _cells(head, told, month, vocabulary)
            head, told, month = None, [], labeller.banner(line.text).month or month
    yield from _cells(head, told, month, vocabulary)


def _sentences(line: Line) -> Iterator[Line]:
    """A line cut where a sentence with counts ends in it: the next one may begin with another name."""
    start = 0
    counted = False
    for at, (word, behind) in enumerate(pairwise(line.words)):
        counted |= at > start and bool(_COUNT.fullmatch(word.text))  # the first may be the line's number
        if counted and word.text.endswith(".") and behind.text[:1].isupper():
            yield Line(line.words[start : at + 1], line.page)
            start, counted = at + 1, False
    yield Line(line.words[start:], line.page)


def _breaks_name(told: Sequence[tuple[Word, int]], line: Line, vocabulary: Vocabulary) -> bool:
    """Whether what is told ends amid a name whose rest the line begins with: 'Promote Link Berita' and 'Web, 9 ...'."""
    last = max((n for n, (word, _) in enumerate(told) if _COUNT.fullmatch(word.text)), default=-1)
    begun = [word.text for word, _ in told[last + 1 :]]
    rests = ([word.text for word in line.words[:end]] for end in range(1, 1 + LONGEST_NAME))
    return (
        bool(begun)
        and line.text[:1].isalpha()
        and any(_is_spelled(" ".join([*begun, *rest]).rstrip(",.;"), vocabulary) for rest in rests)
    )


def _goes_on(line: Line, told: Sequence[tuple[Word, int]]) -> bool:
    """Whether a line may be the rest of what is told: it has counts, or the name of the last of them is yet to come."""
    if not told:
        return False
    ends = [bool(_COUNT.fullmatch(word.text)) for word, _ in told]
    behind = ends[-1] or bool(_LEADS_ON.fullmatch(told[-1][0].text))
    return bool(_COUNT.search(line.text)) or (ends[0] and len(told) > 1 and (behind or line.text[:1].islower()))


def _unspelled(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words of a line without counts written out behind their figures: '12 (dua belas)'."""
    kept: list[Word] = []
    spelled = False
    for word in words:
        spelled = word.text.strip("().,;").casefold() in NUMBER_WORDS and (spelled or word.text[0] == "(")
        kept += [] if spelled else [word]
    return tuple(kept) or tuple(words)


def _head_end(line: Line) -> int:
    """Where the counts of a line begin: behind a colon, or behind 'terdiri dari' and the like; 0 for no such line."""
    texts = [word.text.casefold().strip(",") for word in line.words]
    colon = next((index + 1 for index, text in enumerate(texts) if text.endswith(":")), 0)
    return colon or next((n for n in range(2, len(texts)) if _LEAD_IN.search(" ".join(texts[:n]))), 0)


def _label(line: Line, end: int) -> str:
    """What the first words of a line name, without its marker and what leads to the counts."""
    return _HEAD_REST.sub("", _plain(line, end))


def _plain(line: Line, end: int) -> str:
    """The first words of a line, without its marker and the signs behind them."""
    text = strip_marker(" ".join(word.text for word in line.words[:end])).strip(" -–—=|(→:")
    return _PLACED.sub("", text)


def _name_end(line: Line, vocabulary: Vocabulary) -> int:
    """Where the name ends with which a line begins that tells several counts: 'Foto Berita (21 di Instagram, ...'."""
    if sum(bool(_COUNT.fullmatch(word.text.split("=")[-1])) for word in line.words[1:]) < FEWEST_COUNTS:
        return 0
    return next((end for end in range(LONGEST_NAME, 0, -1) if _is_spelled(_plain(line, end), vocabulary)), 0)


def _is_spelled(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is letter for letter the name of a platform or content type."""
    matches = (vocabulary.platform(text), vocabulary.content_type(text))
    return any(match is not None and match.score == EXACT for match in matches) and not any(map(str.isdigit, text))


def _named(text: str, vocabulary: Vocabulary) -> Name | None:
    """What a text names for sure."""
    platform, content = vocabulary.platform(text), vocabulary.content_type(text)
    if platform and platform.score == EXACT:
        return "platform", platform.code
    return ("content", content.code) if content and content.score >= SURE else None


def _stranger(
    label: str, told: Sequence[tuple[Word, int]], above: tuple[str, Name] | None, vocabulary: Vocabulary
) -> Name | None:
    """A content type that nobody knows: a short name of no measure before counts of platforms, below such counts."""
    if above is None or above[1][0] != "content" or len(label.split()) > LONGEST_NAME or month_told(label):
        return None
    if TOTAL.match(label) or OTHER_MEASURE.search(label) or any(map(str.isdigit, label)):
        return None
    names = [name for _, name, *_ in _counts(told, vocabulary)]
    return ("content", "other") if names and all(name and name[0] == "platform" for name in names) else None


def _cells(
    head: tuple[str, Name] | None, told: Sequence[tuple[Word, int]], month: int | None, vocabulary: Vocabulary
) -> Iterator[SocialMedia]:
    """The typed cells of the counts under one head, each after its name."""
    if head is None:
        return
    total, told = _total_first(told)
    counts = [*_counts(told, vocabulary)]
    sound = total in (None, sum(_value(word) or 0 for _, _, word, _ in counts))
    doubt = None if sound and all(name and name[0] != head[1][0] for _, name, *_ in counts) else UNREAD
    doubt = doubt or (None if _named(head[0], vocabulary) else UNKNOWN_TYPE)
    for text, name, word, page in counts:
        if name is None or name[0] == head[1][0]:
            continue
        pairs = {head[1][0]: (head[1][1], head[0]), name[0]: (name[1], text)}
        posts = _printed(word)
        yield SocialMedia(
            content_type=pairs["content"][0],
            content_label=pairs["content"][1],
            platform=pairs["platform"][0],
            posts=read_count(posts).value,
            posts_text=posts,
            month=month,
            page=page,
            bbox=word.box,
            doubt=word.doubt or doubt,
        )


def _told_words(words: Sequence[Word]) -> Iterator[Word]:
    """The words of counts, 'IG=49;' parted, without what leads to the first: 'sebanyak', a sign."""
    parted = (
        replace(word, text=part)
        for word in words
        for part in (re.split("=(?=.)", word.text) if "=" in word.text[1:] else [word.text])
    )
    return dropwhile(lambda word: _LEAD_TO.fullmatch(word.text) is not None, parted)


def _total_first(told: Sequence[tuple[Word, int]]) -> tuple[int | None, Sequence[tuple[Word, int]]]:
    """A count before the first name where the last count ends the sentence, and the rest: '49 (Instagram 9, X 40)'."""
    ends = [bool(_COUNT.fullmatch(word.text)) for word, _ in told]
    if len(told) > 1 and ends[0] and ends[-1]:
        return _value(told[0][0]), told[1:]
    return None, told


def _printed(word: Word) -> str:
    """The count that a word is, without the signs around it."""
    printed = _COUNT.fullmatch(word.text)
    return printed["count"].rstrip(".") if printed else ""


def _value(word: Word) -> int | None:
    """The value of the count that a word is."""
    return read_count(_printed(word)).value


def _counts_first(
    told: Sequence[tuple[Word, int]], vocabulary: Vocabulary
) -> Iterator[tuple[str, Name | None, Word, int]]:
    """Each count with the text behind it, up to the next count."""
    starts = [index for index, (word, _) in enumerate(told) if _COUNT.fullmatch(word.text)]
    for start, end in pairwise([*starts, len(told)]):
        text = _JOINT_AT_END.sub("", " ".join(word.text for word, _ in told[start + 1 : end]))
        unit, _, place = text.partition(" ")
        text = _PLACED.sub("", place if unit.casefold() in units() and _PLACE.match(place) else text)
        word, page = told[start]
        if text and not TOTAL.match(text):
            yield text, _named(text, vocabulary), word, page


def _is_unit(text: str, count: str, behind: str) -> bool:
    """Whether a word that a sign, an 'and' or a bracket ends is the unit of the count before it: '8 postingan,'."""
    ended = text[-1:] in ".,;)" or behind in {"dan", "serta"} or behind.startswith("(")
    return text.rstrip(".,;)").casefold() in units() and ended and count[-1:].isalnum()


def _counts(told: Sequence[tuple[Word, int]], vocabulary: Vocabulary) -> Iterator[tuple[str, Name | None, Word, int]]:
    """Each count with the text before it and what that names; totals are none, nor is the unit a name.

    Where a count comes first ('12 Foto Berita, 5 Video'), each is that of the text behind it.
    """
    if told and _COUNT.fullmatch(told[0][0].text):
        yield from _counts_first(told, vocabulary)
        return
    before: list[str] = []
    for (word, page), last, behind in zip(told, [None, *told], [*told[1:], None], strict=False):
        if last and not before and _is_unit(word.text, last[0].text, behind[0].text if behind else ""):
            continue
        if not _COUNT.fullmatch(word.text) or not before:
            before.append(word.text)
            continue
        text = _PLACED.sub("", _JOINT.sub("", " ".join(before)))
        bare = _JOINT.sub("", text.partition(" ")[2])
        known = next((t for t in (text, bare) if t and _named(t, vocabulary)), text)
        if not TOTAL.match(known):
            yield known, _named(known, vocabulary), word, page
        before = []
