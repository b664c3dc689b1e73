"""The channels that free wording names: "WA Grup Bakohumas, WA Grup LO Parpol Media Sosial KPU (IG, Facebook)".

The wording is cut at commas, brackets and "dan"; in each part the longest known phrases are taken. What a part says
beside a known phrase (a station's town, an account's name) is detail; a part without one is an unknown word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extractors.vocabulary import Lexicon, Vocabulary
from extractors.vocabulary.matching import read_rows, words

_PARTS = re.compile(r"[,;()\[\]/&+•·|]|\b(?:dan|serta|maupun|atau)\b", re.IGNORECASE)
_URL = re.compile(r"(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:id|com|net|org|tv)\b(?:/\S*)?", re.IGNORECASE)
_BROKEN = re.compile(r"(?<=[a-z])- (?=[a-z])")
"""A word broken at the end of a line."""
_NUMBER = re.compile(r"(?:^|(?<=\s))\d{1,2}[.)](?=\s)")
"""The number of one in a list: '1. Facebook 2. X'."""
_DASH = re.compile(r"(?:^|(?<=\s))[-–—*](?=\s)")
"""What stands before each of a list that begins with one: '- Facebook - X'."""
_HANDLE = re.compile(r"@[\w.]+")
_GAP = re.compile(r"\s*[,/&+](?:\s*[\w.]+){1,3}\s*(?:[,/&+]|\bdan\b)\s*")
"""An unknown channel between two known ones: 'IG, Kompas, FB'."""
_APART = re.compile(r"[:|]|\s[-–—]\s")
_LEADS = frozenset(["melalui", "via", "lewat", "pada", "di", "dengan", "oleh", "ke"])
_LONGEST_PHRASE = 5
_LONGEST_TEXT = 5000
"""Longer texts are no list of channels; they are given back as unknown."""
_SOCIAL = frozenset(["instagram", "facebook", "twitter", "youtube", "tiktok", "threads", "telegram"])
_PRESS = frozenset(["radio", "television", "print_media", "online_media"])
_PAPERS = frozenset(["koran", "harian", "surat kabar", "tabloid", "majalah"])
"""What stands before the name of a paper, and says what it is."""
_PAPER_BEHIND = re.compile(
    r"(?P<name>[^,;()/]+)\((?:(?:media|versi|edisi)\s+)?(?:koran|harian|surat kabar|cetak)\)", re.IGNORECASE
)
"""The same behind a name: 'Tribun Pontianak (koran)'."""
_KINDS_OF_PRESS = frozenset(["media", "online", "portal", "berita", "radio", "tv", "televisi", "cetak"])
"""Words that are of no one paper's name."""
_GENERAL = {"social": _SOCIAL, "press": _PRESS}
"""Words for a whole kind of channel, which say nothing more where a channel of that kind is named as well."""


@lru_cache(maxsize=4096)
def read_channels(text: str, vocab: Vocabulary) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The channel codes in `text` in order without repeats, and the words that the vocabulary lacks."""
    if not re.search(r"\w", text):
        return ((), ())
    if len(text) > _LONGEST_TEXT:
        return ((), (" ".join(text[:_LONGEST_TEXT].split()),))
    text = _prepared(text)
    found: list[str] = []
    unknown: list[str] = []
    in_group = False
    for part in _parts(text, vocab):
        codes, rest = _known(words(part), vocab)
        groups = _groups(rest)
        if groups and ("whatsapp" in codes or (in_group and not codes)):
            codes = [code for code in codes if code != "whatsapp"] + groups
        elif not codes and rest:
            unknown.append(" ".join(part.split()))
        in_group = any(code.startswith("whatsapp") for code in codes) or (in_group and not codes)
        named = any(code.startswith("whatsapp_") for code in codes)  # 'WhatsApp Grup Bakohumas' is one
        found += [code for code in codes if not (named and code == "whatsapp")]
    concrete = _without_general(found)
    return (concrete, tuple(dict.fromkeys(unknown)) if concrete else (text,))


def channel_runs(text: str, vocab: Vocabulary) -> list[tuple[int, int]]:
    """Where in `text` channels are named, those of one list together: 'WA Grup Bakohumas, Kompas dan IG'."""
    places = [match.span() for match in re.finditer(r"[^\W_]+", text)]
    spoken = [text[start:end].casefold() for start, end in places]
    found: list[tuple[int, int]] = []
    at, first, last, group_end = 0, None, "", 0
    for phrase, code in _phrases(spoken, vocab.channels, slips=False):
        group_end = at + _group_length(spoken[at:]) if last == "whatsapp" and at >= group_end else group_end
        group = "whatsapp" if not code and at < group_end else None
        first, at = at if first is None else first, at + phrase.count(" ") + 1  # 'akun Instagram', 'grup WA'
        if named := code or group:
            start, end = places[first][0], places[at - 1][1]
            joined = bool(found) and _is_of_list(text[found[-1][1] : start], last, named)
            found = [*found[:-1], (found[-1][0], end)] if joined else [*found, (start, end)]
            last = named
        elif phrase not in _noise():
            last = ""
        first = first if not named and phrase in _kinds() else None
    return [(start, end + (text[end : end + 1] == ")" and "(" in text[start:end])) for start, end in found]


def _group_length(spoken: list[str]) -> int:
    """How many words at the beginning of some name a group: 'partai politik'."""
    lengths = range(min(_LONGEST_PHRASE, len(spoken)), 0, -1)
    return next((length for length in lengths if _group_names().exact(" ".join(spoken[:length]))), 0)


def _is_of_list(between: str, last: str, code: str) -> bool:
    """Whether the channels around some text are of one list: it joins them, says nothing, or names an unknown one."""
    if _APART.search(between) or ("(" in between and code not in _GENERAL.get(last, ())):
        return False  # 'admin media sosial (WA Grup)', but 'Medsos (IG, FB)'
    return _GAP.fullmatch(between) is not None or set(words(between)) <= _noise() - _LEADS


def begins_unknown(text: str, vocab: Vocabulary) -> bool:
    """Whether wording of several words begins with one that is neither a channel's nor said about channels."""
    spoken = words(next(filter(str.strip, _PARTS.split(_NUMBER.sub(",", text))), ""))
    return len(spoken) > 1 and bool(_known(spoken[:1], vocab)[1]) and bool(_known(spoken, vocab)[1])


def leaves_x(text: str, vocab: Vocabulary) -> bool:
    """Whether an X beside a channel and an unknown word ('TikTok da X') is taken for a letter of that word."""
    parts = map(words, _parts(_prepared(text), vocab))
    known = (_known(spoken, vocab) for spoken in parts if "x" in spoken)
    return any(codes and rest and "twitter" not in codes for codes, rest in known)


def _prepared(text: str) -> str:
    """A text in one line, the numbers or dashes before its items commas."""
    text = _NUMBER.sub(",", _BROKEN.sub("", " ".join(text.split())))
    text = _PAPER_BEHIND.sub(r"koran \g<name>", text)
    return _DASH.sub(",", text) if _DASH.match(text) else text


def _parts(text: str, vocab: Vocabulary) -> list[str]:
    """The parts of a list of channels."""
    return _PARTS.split(_HANDLE.sub(" ", _URL.sub(lambda match: f",{_site(match.group(), vocab)},", text)))


def _known(spoken: list[str], vocab: Vocabulary) -> tuple[list[str], list[str]]:
    """The codes of the known phrases in a part, and the words left that are neither phrase nor padding.

    An X among other words is a letter, but in 'X KPU Kabupaten Sambas'.
    """
    codes: list[str] = []
    rest: list[str] = []
    before = ""
    for phrase, code in _phrases(spoken, vocab.channels):
        own = code in _PRESS and not _KINDS_OF_PRESS & set(phrase.split())
        named = own and before in _PAPERS  # 'Koran Tribun Pontianak', whose site is a channel too
        before = phrase
        if code and not ("whatsapp" in codes and _group_names().exact(phrase)):  # 'WA Grup PPID'
            codes += [] if named else [code]
        elif phrase not in _noise():
            rest.append(phrase)
    if "x" in spoken and _is_unknown(codes, [word for word in rest if word not in _areas(vocab)]):
        codes = [code for code in codes if code != "twitter" or "twitter" in spoken]
    return codes, rest


@lru_cache(maxsize=8)
def _areas(vocab: Vocabulary) -> frozenset[str]:
    """The words in the names of the offices' areas."""
    return frozenset(word for satker in vocab.satkers.values() for word in words(satker.short))


def _is_unknown(codes: list[str], rest: list[str]) -> bool:
    """Whether some of the words left are unknown, and not the names of groups beside 'WA'."""
    named = "whatsapp" in codes
    return any(not (named and code) for _, code in _phrases(rest, _group_names(), slips=False))


def _phrases(spoken: list[str], lexicon: Lexicon, *, slips: bool = True) -> Iterator[tuple[str, str | None]]:
    """The words as (phrase, code), longest known phrases first, single words forgiven a slip with `slips`."""
    index = 0
    while index < len(spoken):
        for length in range(min(_LONGEST_PHRASE, len(spoken) - index), 0, -1):
            phrase = " ".join(spoken[index : index + length])
            if match := lexicon.exact(phrase):
                yield phrase, match.code
                break
        else:
            length, word = 1, spoken[index]
            near = lexicon.find(word) if slips and word not in _noise() else None
            yield word, near.code if near else None
        index += length


def _groups(rest: list[str]) -> list[str]:
    """Whose WhatsApp groups the words left name: "bakohumas", "lo parpol", "ppk"."""
    found = [code for _, code in _phrases(rest, _group_names()) if code]
    return list(dict.fromkeys(found))


def _without_general(codes: list[str]) -> tuple[str, ...]:
    """The codes once each; "medsos" beside Instagram says nothing more, alone it is `other`."""
    named = set(codes)
    kept = [code for code in codes if code not in _GENERAL or not _GENERAL[code] & named]
    return tuple(dict.fromkeys("other" if code in _GENERAL else code for code in kept))


def _site(address: str, vocab: Vocabulary) -> str:
    """What an address stands for, in a word the vocabulary knows; nothing where that is unclear."""
    names = words(address)
    platform = next((match.code for name in names if len(name) > 3 and (match := vocab.channels.exact(name))), None)
    if platform in _SOCIAL:
        return vocab.platform_name(platform)
    if any("kpu" in name for name in names) or "go" in names:
        return "Website"
    return "Media Online" if {"com", "net", "tv", "id"} & set(names) else ""


@lru_cache(maxsize=1)
def _noise() -> frozenset[str]:
    return frozenset(spelling for _, spelling in Lexicon.from_file("noise.csv").spellings())


@lru_cache(maxsize=1)
def _kinds() -> frozenset[str]:
    """The words that may stand before a channel's name as part of it: 'akun', 'grup'."""
    return frozenset(row["spelling"] for row in read_rows("noise.csv") if row["code"] == "kind")


@lru_cache(maxsize=1)
def _group_names() -> Lexicon:
    return Lexicon.from_file("groups.csv")
