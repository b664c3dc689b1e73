"""Labels that are longer than their meaning: headings with numbering and office names, compound column heads."""

from __future__ import annotations

import re

from extractors.vocabulary.matching import Lexicon, Match, compact, fold, words

_NUMBERING = re.compile(
    r"^\s*(?:bab\s+(?:[ivxlc]+|\d{1,2})\b[\s.:)-]*|(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[ivxlc]{1,5}|[a-z])(?:[.):]|\s-)+\s*))+",
    re.IGNORECASE,
)
_LOOSE_NUMBER = re.compile(r"^\s*(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Z])\s+(?=\S{3})")
_TAIL = re.compile(
    r"\s*(?:\(.*|\byang\s+(?:telah\s+)?(?:dilakukan|dilaksanakan)\b.*"
    r"|(?:\b(?:pada|di|oleh|bagi|lingkungan|tim|untuk|ke|selama|dalam)\s+)*"
    r"(?:bakohumas\s+)?\b(?:kpu|komisi\s+pemilihan\s+umum|kabupaten|kab\.|kota|bakohumas\s+se)\b.*"
    r"|(?:\b(?:pada|di|selama|untuk|dalam|periode|bulan)\s+)*\b(?:triwulan|tri\s+wulan|tw|kuartal)\b.*"
    r"|(?:\b(?:pada|di|selama|untuk)\s+)?\b(?:tahun|periode|bulan)\b.*)$",
    re.IGNORECASE,
)
_MINOR = frozenset(
    "dan di pada oleh dengan untuk dalam atas serta terkait para dari ke adapun tentang bakohumas kpu".split()  # noqa: SIM905
)


def strip_numbering(heading: str) -> str:
    """`heading` without "A.", "1)", "IV.", "BAB II", "2.1." in front."""
    return _NUMBERING.sub("", heading, count=1)


_WITH_WHOM = re.compile(
    r"^(?:kegiatan|koordinasi|komunikasi|kerja\s?sama|hubungan|sinergi)\s+(?:dengan|bersama|antar)\s+", re.IGNORECASE
)
"""What may stand before the name of a sector: 'Kegiatan dengan Instansi Pemerintah'."""


class Headings:
    """Section headings: the heading as it stands, without numbering, without its tail, without minor words."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the lexicon of section codes."""
        self._lexicon = lexicon
        self._major = Lexicon((code, _major(spelling)) for code, spelling in lexicon.spellings())

    def find(self, heading: str) -> Match | None:
        """The section that `heading` opens, or None; surest reading first."""
        text = " ".join(heading.split()).strip(" :.-*_")
        if not text:
            return None
        plain = strip_numbering(text)
        loose = _LOOSE_NUMBER.sub("", plain)
        candidates = [text, plain, loose, *map(_cut, (text, plain, loose))]
        if match := self._lexicon.first(candidates):
            return match
        bare = _WITH_WHOM.sub("", plain)
        if bare != plain and (match := self._lexicon.exact(bare)) and match.code in {"government", "non_government"}:
            return match
        major = self._major.first(map(_major, candidates))
        return Match(major.code, major.score * 0.95, major.entry) if major else None


def _cut(heading: str) -> str:
    """`heading` before "KPU Kabupaten X", "Triwulan II", "(April s.d Juni)"; unchanged where nothing would be left."""
    cut = _TAIL.sub("", heading).strip(" :.,-–")
    return cut or heading


def _major(text: str) -> str:
    """The words of `text` that carry meaning; all of them where none does."""
    kept = [word for word in words(text) if word not in _MINOR]
    return " ".join(kept) or fold(text)


def find_header(lexicon: Lexicon, label: str) -> Match | None:
    """The role of a column head; of a compound head ("Tanggal / Waktu") where its parts agree."""
    label = re.sub(r"\(\s*(?:\d+|[a-z]\s*=.*)\s*\)", "", label, flags=re.IGNORECASE)
    if match := lexicon.find(re.sub(r"(?<=\w)-\s+(?=[a-z])", "", label)) or lexicon.find(label):
        return match
    if match := lexicon.find(_cut(label)):
        return match
    if (bare := _unqualified(label)) and (match := lexicon.exact(bare)):
        return Match(match.code, match.score * 0.95, match.entry)
    parts = [part for part in re.split(r"\s*(?:/|&|,|\bdan\b|\n)\s*", label, flags=re.IGNORECASE) if part.strip()]
    found = [lexicon.find(part) for part in parts]
    if len(parts) < 2 or None in found:
        return None
    return _joined([match for match in found if match])


_QUALIFIERS = re.compile(
    r"(?:(?:yang)?(?:telah)?di(?:guna|sampai|sebar|publikasi|unggah|laksana|bagi|pakai|tayang)(?:luas)?(?:kan)?"
    r"|publikasi|penyebar(?:luas)?an|penyampaian|(?:peng)?unggah(?:an)?|upload|posting(?:an)?|pelaksanaan|kegiatan"
    r"|penayangan|tayang|informasi|kehumasan)$"
)
"""Said without blanks: a narrow cell breaks a long word anywhere."""
_ABBREVIATED = {"tgl": "Tanggal", "jml": "Jumlah", "jlh": "Jumlah", "hr": "Hari"}


def _unqualified(label: str) -> str | None:
    """`label` without the word for what its column is about: 'Tgl. Unggah' is a date, 'Saluran Publikasi' media.

    None where nothing is to be taken off, nor a shortened word to be written out.
    """
    first, *rest = re.split(r"[\s.]+", label.strip(), maxsplit=1)
    bare = _QUALIFIERS.sub("", compact(" ".join([_ABBREVIATED.get(first.casefold(), first), *rest])))
    return bare if bare and bare != compact(label) else None


def _joined(matches: list[Match]) -> Match | None:
    """One match for a compound head: all parts of one role, or a date with day, time, venue, media or information."""
    codes = {match.code for match in matches}
    entry, score = "/".join(match.entry for match in matches), min(match.score for match in matches) * 0.95
    if len(codes) == 1:
        return Match(codes.pop(), score, entry)
    if "date" in codes and codes <= {"date", "day", "time", "month"}:
        return Match("date", score, entry)
    if "venue" in codes and codes <= {"date", "day", "time", "venue"}:
        return Match("date_venue", score, entry)
    if "media" in codes and "date" in codes and codes <= {"date", "day", "media"}:
        return Match("date_media", score, entry)
    if codes in ({"date", "information"}, {"information", "media"}):
        return Match("information", score, entry)  # each item tells its day, or its media
    if "activity" in codes and codes <= {"activity", "participants"}:
        return Match("activity", score, entry)  # each meeting tells with whom
    return None


def find_platform(lexicon: Lexicon, label: str) -> Match | None:
    """The platform of a label; of "X (Twitter)" or "Instagram/IG" where all parts are the same one."""
    label = _HANDLE.sub("", label).strip() or label
    if match := lexicon.find(label):
        return match
    parts = [_PLATFORM_NOISE.sub("", part) for part in re.split(r"[/()\n&,]|\bdan\b|\batau\b", fold(label))]
    found = [lexicon.find(part) for part in parts if part.strip(" .:-@")]
    codes = {match.code if match else None for match in found}
    if len(codes) != 1 or None in codes:
        return None
    best = max((match for match in found if match), key=lambda match: match.score)
    return Match(best.code, best.score * 0.95, best.entry)


_HANDLE = re.compile(r"\s*\(?@[\w.]+(?:\s+[\w.]{1,4}$)?\)?")
"""An account's name, whose end a narrow cell may break off: 'Instagram @kpu_sambas'."""
_PLATFORM_NOISE = re.compile(
    r"\b(?:akun|media sosial|medsos|resmi|official|kpu(?:\s+(?:kab\w*\.?|kota)?\s*\w+)?|jumlah postingan|postingan"
    r"|posting|post|konten|unggahan|kiriman|buah|kali|jumlah|platform|kanal|aplikasi|dahulu|dulu|eks|sebelumnya|d/h|ex|formerly)\b\.?"
)


class ContentTypes:
    """Kinds of posts: by the whole label, its parts, or the telling words in it where they agree."""

    def __init__(self, lexicon: Lexicon, keywords: Lexicon) -> None:
        """Take the lexicon of labels and that of telling words."""
        self._lexicon = lexicon
        by_length = sorted(((words(spelling), code) for code, spelling in keywords.spellings()), key=_longest_first)
        self._keywords = by_length

    def find(self, label: str) -> Match | None:
        """The kind of post that `label` names, or None where the vocabulary lacks it."""
        plain = strip_numbering(label) or label
        bare = re.sub(r"\(.*?\)", "", plain)
        if match := self._lexicon.first((label, plain, bare, _cut(plain), _CONTENT_NOISE.sub("", fold(bare)))):
            return match
        parts = self._parts(plain)
        codes = {part.code for part in parts if part}
        if len(codes) > 1:
            return None
        if codes and None not in parts:
            best = max((part for part in parts if part), key=lambda part: part.score)
            return Match(best.code, best.score * 0.95, best.entry)
        return self._told(plain)

    def _parts(self, label: str) -> list[Match | None]:
        """What each part of "Berita/Foto" means by itself; empty where the label has no parts."""
        parts = [part for part in re.split(r"[/,&+()]|\bdan\b|\batau\b", fold(label)) if part.strip()]
        return [self._lexicon.find(part) for part in parts] if len(parts) > 1 else []

    def _told(self, label: str) -> Match | None:
        """The code of the telling words in `label`, longest first, where they do not contradict one another."""
        left = words(label)[:12]
        found: dict[str, str] = {}
        for phrase, code in self._keywords:
            position = _position(left, phrase)
            if position is not None:
                found.setdefault(code, " ".join(phrase))
                left[position : position + len(phrase)] = [""]
        if len(found) != 1:
            return None
        code, entry = found.popitem()
        return Match(code, 85.0, entry)


_CONTENT_NOISE = re.compile(
    r"\b(?:konten|postingan|posting|unggahan|media sosial|medsos|kpu(?:\s+(?:ri|provinsi|kab\w*|kota))?|jenis)\b\.?"
)


def _longest_first(item: tuple[list[str], str]) -> int:
    return -len(item[0])


def _position(text: list[str], phrase: list[str]) -> int | None:
    """Where `phrase` begins in `text`, word for word."""
    spots = range(len(text) - len(phrase) + 1)
    return next((i for i in spots if text[i : i + len(phrase)] == phrase), None)
