"""Media told in a sentence of a list, cut off what the sentence is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from extractors.normalise.dissemination_items import EDGE
from extractors.values.channels import read_channels
from extractors.vocabulary import Vocabulary

_MEDIA_LEAD = re.compile(
    r"[\s,;.(]*\b(?:(?:(?:yang\s+)?di(?:sebar(?:luas)?kan|publikasikan|unggah|umumkan|bagikan|siarkan|sampaikan|posting|tayangkan)\s+)?"
    r"(?:melalui|lewat|via|pada\s+media|di\s+media)|(?:media(?:\s+penyebaran)?|kanal|sarana)\s*:)\s*",
    re.IGNORECASE,
)
PUBLISHED = re.compile(
    r"\bdi(?:sebar(?:luas)?kan|publikasikan|unggah|umumkan|bagikan|siarkan|sampaikan|posting|tayangkan)\s+"
    r"(?:pada\s+)?(?:hari\s+)?(?:tanggal\s*)?$",
    re.IGNORECASE,
)
"""What tells that the date behind it is that of publication."""
_INFORMATION_LEAD = re.compile(
    r"^(?:kpu\s+.{0,40}?)?(?:(?:telah|sudah)\s+)?"
    r"(?:(?P<told>(?:di\w{4,}|me(?:ny|m|ng)?(?:ebar|publikasi|unggah|bagi|ampai|umum|posting)\w*)\s+))?"
    r"(?:informasi|materi|konten|publikasi|unggahan|berita)\s+"
    r"(?(told)(?:(?:tentang|mengenai|terkait|perihal|berupa|dengan\s+judul)\s*:?\s+)?"
    r"|(?:tentang|mengenai|terkait|perihal|berupa|dengan\s+judul)\s*:?\s+)"
    r"|^(?:(?:telah|sudah)\s+)?di\w{4,}kan\s+(?=[\"“])"
    r"|^(?:kpu\s+(?:kab\w*\.?|kota|provinsi)\s+\w+(?:\s+\w+)?\s+)?(?:(?:telah|sudah)\s+)?"
    r"(?:di(?:sebar(?:luas)?kan|publikasikan|unggah|bagikan|sampaikan|posting|informasikan)"
    r"|me(?:nyebar(?:luas)?kan|mpublikasikan|ngunggah|mbagikan|nyampaikan|mposting|nginformasikan))\s+"
    r"(?:bahwa\s+)?(?!kepada|oleh|pada|melalui|lewat|di\b)",
    re.IGNORECASE,
)
"""'Telah disampaikan informasi ...': where no verb stands before it, 'informasi' leads in only with 'tentang'.

Who published it, and that it was published, is no information either: 'KPU Kabupaten Sanggau membagikan ...'.
"""
QUOTES = tuple('“”"')
Cut = Callable[[str, Vocabulary], tuple[str, str] | None]


def cuts_of(texts: Sequence[str], vocabulary: Vocabulary) -> Sequence[Cut]:
    """The ways in which media are told, the surest first: where most items end in a bracket of media, all do.

    Then 'layanan melalui PPID (Website, IG)' is about the service; else '(LADK dan LPPDK)' tells no media.
    """
    ways = (_after_dash, _after_lead, _in_bracket)
    used = [next((way for way in ways if way(text.rstrip(" .;"), vocabulary)), None) for text in texts]
    return (_in_bracket, *ways) if used.count(_in_bracket) * 2 > len(used) else (*ways[:2], _in_known_bracket)


def unquoted(text: str) -> str:
    """A text without the quotation marks around all of it; a mark at one end belongs to a name in it.

    Straight ones may stand within curly ones.
    """
    inner, ends = text[1:-1], (text[:1], text[-1:])
    own = QUOTES[:2] if ends == QUOTES[:2] else QUOTES
    around = all(end in QUOTES for end in ends) and not any(mark in inner for mark in own)
    return inner.strip(EDGE) if around else text


def bare(text: str) -> str:
    """A text without what leads to the information in it and without the quotation marks around that."""
    return unquoted(_INFORMATION_LEAD.sub("", text).strip(EDGE))


def cut_media(before: str, after: str, vocabulary: Vocabulary, cuts: Sequence[Cut]) -> tuple[str, str]:
    """Information and media out of the text around a date."""
    after, comma = after.rstrip(" .;"), before.rstrip().endswith(",")
    if before.count("(") > before.count(")") and after.lstrip().startswith(")"):
        before, after = f"{before.rstrip(EDGE)})", after.lstrip()[1:]  # '(Website, 3 April 2024)'
    before = re.sub(r"\b(?:pada\s*)?(?:hari\s*)?(?:tanggal\s*)?$", "", before.strip(EDGE + "("), flags=re.IGNORECASE)
    first = read_channels(_MEDIA_LEAD.sub("", before, count=1), vocabulary) if _MEDIA_LEAD.match(before) else ((), ())
    if first[0] and not first[1]:  # 'Melalui Instagram, pada tanggal 3 April 2024: ...'
        return bare(after.strip(EDGE)), _MEDIA_LEAD.sub("", before).strip(EDGE)
    known, unknown = read_channels(after.strip(EDGE), vocabulary)
    if before and known and not (unknown or _MEDIA_LEAD.match(after)):  # the title, its day, its media
        return bare(before), after.strip(EDGE)
    joint = ", " if comma else " "  # 'sebelum dibagikan, 3 April 2024, melalui IG': no 'dibagikan melalui'
    text = f"{before.strip(EDGE)}{joint}{after.lstrip(EDGE + ')')}".strip(EDGE)
    information, media = next(filter(None, (cut(text, vocabulary) for cut in cuts)), (text, ""))
    return bare(information), media


def _after_dash(text: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """'information - media', where what follows the last dash is nothing but media."""
    parts = re.split(r"\s[-–—|]\s", text)
    tail = parts[-1].strip(" .;")
    known, unknown = read_channels(tail, vocabulary)
    if len(parts) < 2 or not known or unknown:
        return None
    return text[: text.rindex(parts[-1])].strip(EDGE), tail


def _after_lead(text: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """'information melalui media': the last such word that names media outside a closing bracket."""
    bracket = _closing_bracket(text) or len(text)
    leads = [lead for lead in _MEDIA_LEAD.finditer(text) if lead.start() < bracket]
    named = [lead for lead in leads if read_channels(text[lead.end() : bracket], vocabulary)[0]]
    if not named and (bracket < len(text) or not leads):
        return None
    lead = (named or leads)[-1]
    return text[: lead.start()].strip(EDGE), text[lead.end() :].strip(" .;")


def _in_bracket(text: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """'information (media)', or '(disebarluaskan melalui media)'."""
    bracket = _closing_bracket(text)
    if not bracket:
        return None
    media = text[bracket + 1 : -1].strip(" .;")
    lead = _MEDIA_LEAD.match(media)
    return text[:bracket].strip(EDGE), media[lead.end() :] if lead else media


def _in_known_bracket(text: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """'information (media)', where the bracket names a channel."""
    found = _in_bracket(text, vocabulary)
    return found if found and read_channels(found[1], vocabulary)[0] else None


def _closing_bracket(text: str) -> int:
    """Where the bracket begins with which `text` ends; 0 where it ends with none."""
    depth = 0
    for index in range(len(text) - 1, -1, -1):
        depth += (text[index] == ")") - (text[index] == "(")
        if depth == 0:
            return index if text[index] == "(" else 0
    return 0
