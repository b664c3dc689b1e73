"""Facts with a text of the wrong kind: a date that tells more than a day, media that name none, a date for a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.document import Activity, Dissemination
from extractors.values.channels import begins_unknown, leaves_x, read_channels
from extractors.values.classify import OTHER, activity_kind
from extractors.values.dates import ANY_YEAR, find_dates, tells_more
from extractors.vocabulary import Vocabulary

NO_DATE = "tanggal tidak ada atau tidak terbaca pada baris ini; kolomnya mungkin salah terbaca"
"""Why a fact is doubted that has no day."""
MORE_THAN_DATE = "sel tanggal baris ini memuat kata lain; mungkin tercampur dengan kolom lain"
"""Why a fact is doubted whose date is told beside other words."""
NO_TEXT = "teks baris ini kosong atau hanya berisi tanggal; kolomnya mungkin salah terbaca"
"""Why a fact is doubted that says nothing, or only when."""
STARTS_WITH_DATE = "teks baris ini mulai dengan tanggal; mungkin tercampur dengan kolom tanggal"
"""Why a fact is doubted whose text has a date for its first words."""
NO_MEDIA = "media penyebaran baris ini kosong atau tidak dikenal; kolomnya mungkin salah terbaca"
"""Why a row is doubted whose media are no channel that anybody knows."""
STRANGE_MEDIA = "media penyebaran baris ini mulai dengan kata yang bukan media; mungkin tercampur dengan kolom lain"
"""Why a row is doubted whose media begin with a word that is none."""
UNSURE_X = "media penyebaran baris ini memuat X di samping kata yang bukan media; mungkin X itu juga media"
"""Why a row is doubted whose media hold an X that may be the platform."""
MEDIA_IN_TEXT = "teks baris ini menyebut beberapa media; mungkin tercampur dengan kolom media"
"""Why a row is doubted whose information names several channels."""
NO_BEGINNING = "teks baris ini tidak menyebut kegiatan apa yang dilaksanakan; awalnya mungkin tidak terbaca"
"""Why an activity is doubted of which but the end of a sentence is read."""
SEVERAL = 2
"""An item is told of one channel ('Podcast pemilih perempuan'), hardly of so many."""
_END_OF_SENTENCE = re.compile(
    r"(?:(?!me[a-z]{4,}|[Tt]elah\b)\S+\s+){1,6}?yang (?:dilaksanakan|diselenggarakan|diadakan)\b"
)
"""Few words and no verb stand before the clause: 'Kelas II Melawi yang dilaksanakan ...'."""
_WORD = re.compile(r"[^\W\d_]{3,}")


def of_rows(rows: Sequence[Dissemination], vocabulary: Vocabulary) -> tuple[Dissemination, ...]:
    """The rows, those doubted in which a text is of the wrong kind."""

    def why(row: Dissemination) -> str | None:
        named = read_channels(row.media_text, vocabulary)[0]
        if not (named or row.channels):
            return NO_MEDIA
        if named and begins_unknown(row.media_text, vocabulary):
            return STRANGE_MEDIA
        if leaves_x(row.media_text, vocabulary):
            return UNSURE_X
        if len(read_channels(row.information, vocabulary)[0]) >= SEVERAL:
            return MEDIA_IN_TEXT
        return _of_text(row.information) or _of_date(row)

    return tuple(row if row.doubt else replace(row, doubt=why(row)) for row in rows)


def of_activities(activities: Sequence[Activity]) -> tuple[Activity, ...]:
    """The activities, those doubted in which a text is of the wrong kind."""

    def why(fact: Activity) -> str | None:
        told = bool(fact.date_start and fact.date_text and fact.date_text in fact.text)  # prose, no column of dates
        text = _of_text(fact.text)
        if told and _END_OF_SENTENCE.match(fact.text) and activity_kind(fact.text) == OTHER:
            return NO_BEGINNING
        return (None if told and text == STARTS_WITH_DATE else text) or _of_place(fact) or _of_date(fact)

    return tuple(fact if fact.doubt else replace(fact, doubt=why(fact)) for fact in activities)


def _of_text(text: str) -> str | None:
    """Why a text is none of an item."""
    first = next(iter(find_dates(text, year=ANY_YEAR)), None)
    bare = text[first.span[1] :] if first and not text[: first.span[0]].strip() else text
    if not _WORD.search(bare):
        return NO_TEXT
    return STARTS_WITH_DATE if bare is not text else None


def _of_place(fact: Activity) -> str | None:
    """Why a venue is no place."""
    return MORE_THAN_DATE if fact.venue and find_dates(fact.venue) else None


def _of_date(fact: Dissemination | Activity) -> str | None:
    """Why a date is not one alone; a day that cannot be stands as printed, and in prose other words part two days."""
    text = fact.date_text or ""
    if not fact.date_start and not find_dates(text):
        return NO_DATE
    told = isinstance(fact, Activity) and text in fact.text
    return MORE_THAN_DATE if tells_more(text) and not told else None
