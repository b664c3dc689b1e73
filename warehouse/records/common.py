"""Columns that several tables share, worded once."""

from __future__ import annotations

from warehouse.records import codes
from warehouse.schema import BOX, Column

DOCUMENT_ID = Column("document_id", "VARCHAR", "Sidik jari (sha256) berkas PDF asal.", required=True)
SATKER_CODE = Column("satker_code", "VARCHAR", "Kode Kemendagri empat angka dari kabupaten/kota satker.")
SATKER_NAME = Column("satker_name", "VARCHAR", "Nama lengkap satker.")
YEAR = Column("year", "INTEGER", "Tahun laporan.")
QUARTER = Column("quarter", "INTEGER", "Triwulan laporan, 1 sampai 4.")
PERIOD = (YEAR, QUARTER)
PLACE = (*PERIOD, SATKER_CODE, SATKER_NAME)

ROW_KEY = Column(
    "row_key", "VARCHAR", "Kunci baris di dalam satu laporan; dipakai oleh `rekap correct`.", required=True
)
SEQ = Column("seq", "INTEGER", "Urutan di dalam dokumen, mulai dari 1.")
NUMBER = Column("number", "VARCHAR", "Nomor sebagaimana tercetak, tanpa titik atau kurung.")
PAGE = Column("page", "INTEGER", "Halaman PDF, mulai dari 1.")
BBOX = Column(
    "bbox", BOX, "Kotak pada halaman: kiri, atas, kanan, bawah; titik nol di kiri atas.", unit="poin PDF (1/72 inci)"
)
DOUBT = Column("doubt", "VARCHAR", "Alasan mengapa fakta ini mungkin salah baca; kosong bila tidak diragukan.")
DATE_TEXT = Column("date_text", "VARCHAR", "Tanggal sebagaimana tertulis.")
DATE_START = Column("date_start", "DATE", "Tanggal mulai; kosong bila tidak terbaca.", correctable=True, optional=True)
DATE_END = Column(
    "date_end",
    "DATE",
    "Tanggal selesai; kosong bila tidak terbaca atau belum selesai.",
    correctable=True,
    optional=True,
)
EXTRACTOR_VERSION = Column("extractor_version", "VARCHAR", "Versi pembaca laporan yang menghasilkan fakta.")
RECEIVED_AT = Column("received_at", "TIMESTAMP", "Saat berkas diterima.", unit="UTC", volatile=True)
REVISION = Column("revision", "INTEGER", "Kiriman ke berapa untuk satker dan triwulan itu, menurut urutan diterima.")
CONTENT_TYPE = Column(
    "content_type", "VARCHAR", "Jenis konten media sosial.", codes=codes.CONTENT_TYPES, correctable=True
)
PLATFORM = Column("platform", "VARCHAR", "Platform media sosial.", codes=codes.PLATFORMS, correctable=True)
CELL = Column("cell", "VARCHAR", "Kunci angka ini di `rollup_cells`, yang menunjuk setiap fakta pembentuknya.")
METRIC = Column(
    "metric",
    "VARCHAR",
    "Ukuran: posts, items, activities, stated_total; dengan rincian posts_platform_*, posts_content_*, items_theme_*, "
    "items_channel_*, activities_sector_*, activities_kind_*.",
)
SATKER_REPORTING = Column("satker_reporting", "INTEGER", "Banyak satker yang laporannya menjadi dasar angka.")
SATKER_TOTAL = Column("satker_total", "INTEGER", "Banyak satker yang wajib melapor.")


def compared(name: str, previous: str, when: str, suffix: str = "") -> tuple[Column, ...]:
    """`<name>_<previous>` with the change and its percentage."""
    return (
        Column(f"{name}_{previous}", "BIGINT", f"Nilai {name} pada {when}; kosong bila waktu itu tidak ada angka."),
        Column(f"change{suffix}", "BIGINT", f"Selisih {name} terhadap {when}."),
        Column(f"change{suffix}_pct", "DOUBLE", f"Selisih {name} terhadap {when}.", unit="persen"),
    )
