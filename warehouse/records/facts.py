"""What one report says, as rows: the tables of facts, kept for every document ever received."""

from __future__ import annotations

from dataclasses import replace

from warehouse.records import codes
from warehouse.records.common import (
    BBOX,
    CONTENT_TYPE,
    DATE_END,
    DATE_START,
    DATE_TEXT,
    DOCUMENT_ID,
    DOUBT,
    NUMBER,
    PAGE,
    PLATFORM,
    QUARTER,
    ROW_KEY,
    SATKER_CODE,
    SATKER_NAME,
    SEQ,
    YEAR,
)
from warehouse.schema import Column, Table, as_reported

FIVE = (DOCUMENT_ID, SATKER_CODE, SATKER_NAME, YEAR, QUARTER)
"""The columns that every published fact carries."""


def _fact(name: str, meaning: str, *columns: Column) -> Table:
    return Table(name, meaning, (DOCUMENT_ID, ROW_KEY, *columns), key=("document_id", "row_key"))


REPORTS = _fact(
    "reports",
    "Laporan yang berlaku: satu baris untuk setiap satker dan triwulan.",
    Column("title", "VARCHAR", "Judul pada sampul.", correctable=True, optional=True),
    Column("report_place", "VARCHAR", "Tempat laporan ditandatangani.", correctable=True, optional=True),
    Column("report_date", "DATE", "Tanggal laporan ditandatangani.", correctable=True, optional=True),
    Column("signatory_name", "VARCHAR", "Nama penanda tangan.", correctable=True, optional=True),
    Column("signatory_role", "VARCHAR", "Jabatan penanda tangan.", correctable=True, optional=True),
    Column("signatory_nip", "VARCHAR", "NIP penanda tangan, 18 angka.", correctable=True, optional=True),
)

DISSEMINATION = _fact(
    "dissemination",
    "Baris tabel 'Data Informasi Kepemiluan yang disebarluaskan'.",
    SEQ,
    NUMBER,
    DATE_TEXT,
    DATE_START,
    DATE_END,
    Column("information", "VARCHAR", "Informasi yang disebarluaskan, sebagaimana tertulis.", correctable=True),
    Column("theme", "VARCHAR", "Tema informasi menurut kosakata; `lainnya` bila tidak dikenali.", correctable=True),
    Column("media_text", "VARCHAR", "Media sebagaimana tertulis.", correctable=True, optional=True),
    Column(
        "channels",
        "VARCHAR[]",
        "Saluran yang disebut pada media.",
        codes=codes.PLATFORMS,
        correctable=True,
        optional=True,
    ),
    PAGE,
    BBOX,
    DOUBT,
)

SOCIAL_MEDIA = _fact(
    "social_media",
    "Sel 'Rekapitulasi Media Sosial': banyak unggahan sejenis pada satu platform.",
    CONTENT_TYPE,
    Column("content_label", "VARCHAR", "Jenis konten sebagaimana tertulis."),
    PLATFORM,
    Column("month", "INTEGER", "Bulan 1-12 bila rekapitulasi dirinci per bulan.", correctable=True, optional=True),
    Column(
        "posts", "INTEGER", "Banyak unggahan; kosong bila sel kosong.", unit="unggahan", correctable=True, optional=True
    ),
    Column("posts_text", "VARCHAR", "Isi sel sebagaimana tertulis."),
    PAGE,
    BBOX,
    DOUBT,
)

ACTIVITIES = _fact(
    "activities",
    "Kegiatan 'Koordinasi, Komunikasi, dan Kerja sama dengan Stakeholder'.",
    Column("sector", "VARCHAR", "Pihak yang diajak.", codes=codes.SECTORS, correctable=True),
    Column("kind", "VARCHAR", "Jenis kegiatan menurut kosakata; `lainnya` bila tidak dikenali.", correctable=True),
    replace(SEQ, meaning="Urutan di dalam sektornya, mulai dari 1."),
    NUMBER,
    Column("text", "VARCHAR", "Uraian kegiatan sebagaimana tertulis.", correctable=True),
    DATE_TEXT,
    DATE_START,
    DATE_END,
    Column("venue", "VARCHAR", "Tempat kegiatan.", correctable=True, optional=True),
    PAGE,
    BBOX,
    DOUBT,
)

STATEMENTS = _fact(
    "statements",
    "Angka yang disebut di dalam kalimat laporan.",
    Column("kind", "VARCHAR", "Jenis angka; total_disseminated: jumlah informasi yang disebarluaskan."),
    Column("value", "INTEGER", "Angka yang disebut.", correctable=True),
    Column("text", "VARCHAR", "Kalimatnya."),
    PAGE,
)

PHOTOS = _fact(
    "photos",
    "Foto dengan keterangan.",
    SEQ,
    Column("caption", "VARCHAR", "Keterangan foto."),
    Column("date", "DATE", "Tanggal pada keterangan.", correctable=True, optional=True),
    PAGE,
)

LEGAL_BASIS = _fact("legal_basis", "Dasar hukum laporan.", SEQ, Column("text", "VARCHAR", "Bunyi butirnya."))
FOLLOW_UP = _fact("follow_up", "Rencana tindak lanjut.", SEQ, Column("text", "VARCHAR", "Bunyi butirnya."))

NARRATIVE = _fact(
    "narrative",
    "Uraian laporan menurut bagiannya.",
    Column("part", "VARCHAR", "Bagian laporan.", codes=codes.NARRATIVE_PARTS),
    Column("text", "VARCHAR", "Isi bagian itu."),
)

FINDINGS = _fact(
    "findings",
    "Hal yang tidak cocok di dalam laporan atau di antara laporan.",
    Column("rule", "VARCHAR", "Aturan pemeriksaan yang menemukannya."),
    Column("severity", "VARCHAR", "Beratnya.", codes=codes.SEVERITIES),
    Column("message", "VARCHAR", "Penjelasan: tempatnya dan kedua nilainya."),
    PAGE,
    BBOX,
)

FACTS = (
    REPORTS,
    DISSEMINATION,
    SOCIAL_MEDIA,
    ACTIVITIES,
    STATEMENTS,
    PHOTOS,
    LEGAL_BASIS,
    FOLLOW_UP,
    NARRATIVE,
    FINDINGS,
)
"""Schema `facts` of the writer's database."""


def published(fact: Table, *more: Column) -> Table:
    """The fact as analysts see it: the five columns in front, what was extracted beside what may be corrected."""
    columns: list[Column] = [*FIVE, ROW_KEY]
    for column in fact.columns[2:]:
        columns += [column, as_reported(column)] if column.correctable else [column]
    order = [column.name for column in fact.columns if column.name in ("sector", "seq", "page")]
    return replace(fact, columns=(*columns, *more), key=("year", "quarter", "satker_code", *order, "row_key"))
