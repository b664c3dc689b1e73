"""Which KPU office a text names: all regencies and cities of Indonesia by name, those of one province as ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractors.vocabulary.matching import Lexicon, compact, read_rows


@dataclass(frozen=True, slots=True)
class Satker:
    """A KPU office of a regency or city; `code` is the Kemendagri code of its area."""

    code: str
    name: str
    short: str
    kind: str
    province: str


@dataclass(frozen=True, slots=True)
class SatkerHit:
    """An office named in a text. `code` is None where no regency or city has that name."""

    code: str | None
    name: str
    span: tuple[int, int]


_BODY = r"(?:komisi\s+pemilihan\s+umum|komisi\s+independen\s+pemilihan|\bkpu|\bkip)"
_KIND = r"(?P<kind>kabupaten|kab\b\.?|kota)(?:\s+administrasi)?"
_NAME = r"(?=(?P<words>(?:[^\W\d_]+[ \t\u00a0\r\n]*){1,4}))"
_NAMED = re.compile(rf"{_BODY}[\s\-]*{_KIND}\s+{_NAME}", re.IGNORECASE)
_UNKIND = re.compile(rf"{_BODY}\s+{_NAME}", re.IGNORECASE)
_AREA = re.compile(rf"\b{_KIND}\s+{_NAME}", re.IGNORECASE)


class SatkerList:
    """The offices by name; those of `province` win where a name fits two."""

    def __init__(self, satkers: Iterable[Satker], province: str, seats: Iterable[tuple[str, str]] = ()) -> None:
        """Take the whole country's offices, the province's code and the towns (code, town) where offices sit."""
        self.every = {satker.code: satker for satker in satkers}
        self.ours = {code: satker for code, satker in self.every.items() if satker.province == province}
        ordered = sorted(self.every.values(), key=lambda s: (s.province != province, s.kind != "kabupaten"))
        self._lexicons = {
            kind: Lexicon((s.code, s.short) for s in ordered if kind in (s.kind, ""))
            for kind in ("kabupaten", "kota", "")
        }
        our_names = [(s.code, s.short) for s in ordered if s.province == province]
        self._our_names = Lexicon(our_names)
        self._our_places = Lexicon([*our_names, *((code, town) for code, town in seats if code in self.ours)])

    @classmethod
    def from_file(cls, province: str) -> SatkerList:
        """The list of satker.csv, seen from `province`."""
        seats = ((row["code"], row["spelling"]) for row in read_rows("seats.csv"))
        return cls((Satker(**row) for row in read_rows("satker.csv")), province, seats)

    def find(self, text: str, *, bare: bool = False) -> list[SatkerHit]:
        """Every "KPU Kabupaten X", "KPU X" ... in `text`; with `bare` also "Kabupaten X" without KPU."""
        hits = [hit for match in _NAMED.finditer(text) if (hit := self._hit(match, text))]
        hits += self._apart(_UNKIND, text, hits)
        if bare:
            hits += self._apart(_AREA, text, hits)
        return sorted(hits, key=lambda hit: hit.span)

    def by_name(self, name: str) -> Satker | None:
        """The office whose area or town is called `name` ("Kab. Sanggau", "Putussibau"), ours first, slips forgiven."""
        bare = re.sub(rf"^\s*(?:{_BODY}\s*)?(?:{_KIND})?\s*", "", name, flags=re.IGNORECASE)
        match = self._our_places.find(bare) or self._lexicons[""].find(bare)
        return self.every[match.code] if match else None

    def _apart(self, pattern: re.Pattern[str], text: str, taken: list[SatkerHit]) -> Iterator[SatkerHit]:
        """Hits of `pattern` whose name is known and that no earlier hit covers."""
        for match in pattern.finditer(text):
            hit = self._hit(match, text)
            if hit and hit.code and not any(a < hit.span[1] and hit.span[0] < b for a, b in [t.span for t in taken]):
                yield hit

    def _hit(self, match: re.Match[str], text: str) -> SatkerHit | None:
        """The office of one match: the longest run of words that names an area."""
        kind_text = match.groupdict().get("kind") or ""
        kind = "kota" if kind_text.casefold() == "kota" else "kabupaten" if kind_text else ""
        parts = list(re.finditer(r"[^\W\d_]+", match["words"]))
        start = match.start("words")
        for exact in (True, False):
            for count in range(len(parts), 0, -1):
                code = self._code(match["words"][: parts[count - 1].end()], kind, exact)
                if code:
                    end = start + parts[count - 1].end()
                    return SatkerHit(code, self.every[code].name, (match.start(), end))
        if not kind or not _proper(parts[0].group()):
            return None
        end = start + parts[0].end()
        return SatkerHit(None, " ".join(text[match.start() : end].split()), (match.start(), end))

    def _code(self, name: str, kind: str, exact: bool) -> str | None:
        lexicon = self._lexicons[kind]
        if exact:
            match = self._our_names.exact(name) if not kind else None
            match = match or (lexicon.exact(name) if kind or name[0].isupper() else None)
        else:
            match = lexicon.find(name) if kind and len(compact(name)) >= 5 else None
        return match.code if match else None


def _proper(word: str) -> bool:
    """Whether a word can be a place's name: "Kabupaten/Kota", "Kabupaten di ..." name none."""
    return word[0].isupper() and word.casefold() not in {"kota", "kabupaten", "se", "di", "yang", "dan", "masing"}
