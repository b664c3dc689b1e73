"""What analysts see: the tables of the published snapshot, in the order in which they are built."""

from __future__ import annotations

from dataclasses import replace

from warehouse.records import codes, facts, ledger
from warehouse.records.common import (
    BBOX,
    CELL,
    CONTENT_TYPE,
    DOCUMENT_ID,
    METRIC,
    PAGE,
    PERIOD,
    PLACE,
    PLATFORM,
    RECEIVED_AT,
    REVISION,
    ROW_KEY,
    SATKER_CODE,
    SATKER_NAME,
    SATKER_REPORTING,
    SATKER_TOTAL,
    YEAR,
    compared,
)
from warehouse.schema import Column, Table

FINDINGS_OPEN = Column("findings_open", "INTEGER", "Banyak temuan yang masih terbuka.", unit="temuan")
LAST_QUARTER = "triwulan sebelumnya"
LAST_YEAR = "triwulan yang sama tahun sebelumnya"
_KEY = ("year", "quarter", "satker_code")

SATKER = Table(
    "satker",
    "Satker yang wajib melapor.",
    (
        SATKER_CODE,
        SATKER_NAME,
        Column("short_name", "VARCHAR", "Nama kabupaten/kota saja."),
        Column("kind", "VARCHAR", "Jenis daerah.", codes=("kabupaten", "kota")),
    ),
    key=("satker_code",),
)

REPORTS = facts.published(
    facts.REPORTS,
    RECEIVED_AT,
    REVISION,
    Column("approved_at", "TIMESTAMP", "Saat disetujui; kosong bila belum.", unit="UTC"),
    Column("approved_by", "VARCHAR", "Yang menyetujui; kosong bila belum."),
    FINDINGS_OPEN,
)

FINDINGS = Table(
    "findings",
    facts.FINDINGS.meaning,
    (
        *facts.FIVE,
        Column("finding_id", "VARCHAR", "Kunci temuan; dipakai oleh `rekap correct --table findings`."),
        Column(
            "source",
            "VARCHAR",
            "Asal: pemeriksaan satu laporan atau pemeriksaan gudang.",
            codes=("report", "warehouse"),
        ),
        *facts.FINDINGS.columns[2:],
        Column("status", "VARCHAR", "Penanganan.", codes=codes.FINDING_STATUSES, correctable=True),
        Column("note", "VARCHAR", "Catatan penanganan."),
    ),
    key=(*_KEY, "finding_id"),
)

CORRECTIONS = Table(
    "corrections",
    "Koreksi yang pernah dicatat, dengan kedudukannya sekarang.",
    (
        *(c for c in ledger.CORRECTIONS.columns if c.name != "undoes"),
        Column(
            "status",
            "VARCHAR",
            "Kedudukan: diterapkan, tidak cocok lagi, menunggu persetujuan, digantikan koreksi lain, atau dibatalkan.",
            codes=codes.CORRECTION_STATUSES,
        ),
        Column("undone_by", "VARCHAR", "Yang membatalkan."),
        Column("undone_at", "TIMESTAMP", "Saat dibatalkan.", unit="UTC"),
        Column("undo_reason", "VARCHAR", "Alasan pembatalan."),
    ),
    key=("correction_id",),
)

COVERAGE = Table(
    "coverage",
    "Kelengkapan: setiap satker pada setiap triwulan, dari triwulan pertama sampai terakhir yang ada laporannya.",
    (
        *PLACE,
        Column(
            "status",
            "VARCHAR",
            "Diterima, belum ada, atau hanya ada berkas yang ditolak.",
            codes=codes.COVERAGE_STATUSES,
        ),
        Column("due_date", "DATE", "Batas waktu pelaporan."),
        replace(RECEIVED_AT, meaning="Saat laporan yang berlaku diterima."),
        Column("first_received_at", "TIMESTAMP", "Saat kiriman pertama diterima.", unit="UTC", volatile=True),
        Column(
            "days_late",
            "INTEGER",
            "Keterlambatan kiriman pertama dari batas waktu; 0 bila tepat waktu, kosong bila belum ada laporan.",
            unit="hari",
            volatile=True,
        ),
        REVISION,
        FINDINGS_OPEN,
        replace(DOCUMENT_ID, meaning="Dokumen yang berlaku.", required=False),
        Column("pending", "INTEGER", "Banyak kiriman yang menunggu persetujuan.", unit="dokumen"),
        Column("approved", "BOOLEAN", "Apakah laporan sudah disetujui."),
        Column("excused_reason", "VARCHAR", "Alasan satker dikecualikan dari kewajiban triwulan itu."),
    ),
    key=_KEY,
)

COVERAGE_SUMMARY = Table(
    "coverage_summary",
    "Kelengkapan provinsi per triwulan.",
    (
        *PERIOD,
        SATKER_TOTAL,
        SATKER_REPORTING,
        Column("satker_missing", "INTEGER", "Banyak satker yang belum melapor."),
        Column("satker_on_time", "INTEGER", "Banyak satker yang melapor tepat waktu.", volatile=True),
        Column("reporting_rate", "DOUBLE", "Bagian satker yang melapor.", unit="persen"),
        Column("on_time_rate", "DOUBLE", "Bagian satker yang melapor tepat waktu.", unit="persen", volatile=True),
        Column("satker_approved", "INTEGER", "Banyak satker yang laporannya disetujui."),
        Column("satker_excused", "INTEGER", "Banyak satker yang dikecualikan."),
        Column("closed", "BOOLEAN", "Apakah triwulan sudah ditutup untuk provinsi."),
    ),
    key=("year", "quarter"),
)


def _rollup(name: str, meaning: str, value: Column, *dimensions: Column) -> Table:
    """A rollup by satker and quarter over `dimensions`, with its comparisons."""
    columns = (
        *PLACE,
        *(replace(d, correctable=False) for d in dimensions),
        value,
        *compared(value.name, "prev_quarter", LAST_QUARTER),
        *compared(value.name, "prev_year", LAST_YEAR, "_year"),
        Column("share_satker", "DOUBLE", "Bagian dari jumlah satker itu pada triwulan itu.", unit="persen"),
        Column("share_province", "DOUBLE", "Bagian dari jumlah provinsi untuk rincian yang sama.", unit="persen"),
        Column("rank", "INTEGER", "Peringkat satker di provinsi untuk rincian yang sama; 1 yang terbanyak."),
        CELL,
    )
    return Table(name, meaning, columns, key=(*_KEY, *(d.name for d in dimensions)))


ROLLUP_SOCIAL_MEDIA = _rollup(
    "rollup_social_media",
    "Unggahan media sosial per satker, triwulan, jenis konten, dan platform.",
    Column("posts", "BIGINT", "Jumlah unggahan; kosong bila semua selnya kosong.", unit="unggahan"),
    CONTENT_TYPE,
    PLATFORM,
)
ROLLUP_DISSEMINATION = _rollup(
    "rollup_dissemination",
    "Informasi yang disebarluaskan per satker, triwulan, tema, dan saluran. Satu informasi dengan tiga saluran "
    "dihitung sekali pada tiap saluran; pada saluran `all` setiap informasi dihitung satu kali.",
    Column("items", "BIGINT", "Banyak informasi.", unit="informasi"),
    facts.DISSEMINATION["theme"],
    Column("channel", "VARCHAR", "Saluran; `all` untuk semua saluran.", codes=("all", *codes.PLATFORMS)),
)
ROLLUP_ACTIVITIES = _rollup(
    "rollup_activities",
    "Kegiatan per satker, triwulan, sektor, dan jenis.",
    Column("activities", "BIGINT", "Banyak kegiatan.", unit="kegiatan"),
    facts.ACTIVITIES["sector"],
    facts.ACTIVITIES["kind"],
)

ROLLUP_SATKER = Table(
    "rollup_satker",
    "Ukuran per satker dan triwulan, dalam bentuk panjang.",
    (
        *PLACE,
        METRIC,
        Column("value", "BIGINT", "Nilai ukuran."),
        *compared("value", "prev_quarter", LAST_QUARTER),
        *compared("value", "prev_year", LAST_YEAR, "_year"),
        Column("share_province", "DOUBLE", "Bagian dari jumlah provinsi.", unit="persen"),
        Column("rank", "INTEGER", "Peringkat satker di provinsi; 1 yang terbanyak."),
        CELL,
    ),
    key=(*_KEY, "metric"),
)


def _like(when: str, suffix: str) -> tuple[Column, ...]:
    """A comparison over the satker that reported both times."""
    both = f"satker yang melapor sekarang maupun pada {when}"
    return (
        Column(f"value_like{suffix}", "BIGINT", f"Nilai sekarang, hanya {both}."),
        Column(f"value_prev_like{suffix}", "BIGINT", f"Nilai pada {when}, hanya {both}."),
        Column(f"change_like{suffix}", "BIGINT", f"Selisih yang setara: hanya {both}."),
        Column(f"change_like{suffix}_pct", "DOUBLE", f"Selisih yang setara: hanya {both}.", unit="persen"),
        Column(f"satker_like{suffix}", "INTEGER", f"Banyak {both}."),
    )


ROLLUP_PROVINCE = Table(
    "rollup_province",
    "Ukuran provinsi per triwulan: jumlah satker yang melapor saja. Satker yang belum melapor tidak dihitung nol.",
    (
        *PERIOD,
        METRIC,
        Column("value", "BIGINT", "Nilai ukuran."),
        *compared("value", "prev_quarter", LAST_QUARTER),
        SATKER_REPORTING,
        SATKER_TOTAL,
        *_like(LAST_QUARTER, ""),
        *compared("value", "prev_year", LAST_YEAR, "_year"),
        *_like(LAST_YEAR, "_year"),
        CELL,
    ),
    key=("year", "quarter", "metric"),
)

ROLLUP_YEAR = Table(
    "rollup_year",
    "Ukuran per tahun, untuk setiap satker dan untuk provinsi.",
    (
        YEAR,
        Column("scope", "VARCHAR", "Lingkup baris.", codes=("satker", "provinsi")),
        replace(SATKER_CODE, meaning=f"{SATKER_CODE.meaning} Kosong pada baris provinsi."),
        replace(SATKER_NAME, meaning="Nama satker, atau `Provinsi`."),
        METRIC,
        Column("value", "BIGINT", "Nilai ukuran sepanjang tahun."),
        Column("reports", "INTEGER", "Banyak laporan triwulan yang menjadi dasar angka.", unit="laporan"),
        Column("reports_expected", "INTEGER", "Banyak laporan triwulan yang diharapkan setahun penuh.", unit="laporan"),
        *compared("value", "prev_year", "tahun sebelumnya"),
        Column("value_like", "BIGINT", "Nilai, hanya satker dan triwulan yang dilaporkan pada kedua tahun."),
        Column("value_prev_like", "BIGINT", "Nilai tahun sebelumnya, hanya satker dan triwulan pada kedua tahun."),
        Column("change_like", "BIGINT", "Selisih yang setara: satker dan triwulan pada kedua tahun."),
        Column("change_like_pct", "DOUBLE", "Selisih yang setara terhadap tahun sebelumnya.", unit="persen"),
        Column("reports_like", "INTEGER", "Banyak laporan triwulan pada perbandingan setara.", unit="laporan"),
        CELL,
    ),
    key=("year", "scope", "satker_code", "metric"),
)

ROLLUP_CELLS = Table(
    "rollup_cells",
    "Dari angka rollup ke faktanya: setiap fakta pembentuk setiap angka, dengan dokumen, halaman, dan kotaknya. Angka "
    "rollup_province dan rollup_year adalah jumlah baris rollup_satker.",
    (
        Column("rollup", "VARCHAR", "Tabel rollup."),
        *PERIOD,
        SATKER_CODE,
        CELL,
        Column("value", "INTEGER", "Yang disumbangkan fakta ini pada angka itu."),
        Column("table_name", "VARCHAR", "Tabel fakta."),
        ROW_KEY,
        DOCUMENT_ID,
        PAGE,
        BBOX,
    ),
    key=("rollup", *_KEY, "cell", "row_key"),
    view=True,
)

FACT_MARTS = tuple(facts.published(fact) for fact in facts.FACTS if fact.name not in ("reports", "findings"))
"""Published facts that are nothing but facts."""

MARTS = (
    SATKER,
    ledger.DOCUMENTS,
    REPORTS,
    *FACT_MARTS,
    CORRECTIONS,
    ledger.APPROVALS,
    ROLLUP_SOCIAL_MEDIA,
    ROLLUP_DISSEMINATION,
    ROLLUP_ACTIVITIES,
    FINDINGS,
    COVERAGE,
    COVERAGE_SUMMARY,
    ROLLUP_SATKER,
    ROLLUP_PROVINCE,
    ROLLUP_YEAR,
    ROLLUP_CELLS,
)
"""Schema `marts` of the writer's database."""

SNAPSHOT = Table(
    "snapshot",
    "Potret data ini sendiri.",
    (
        Column("name", "VARCHAR", "Nama potret."),
        Column("published_at", "TIMESTAMP", "Saat diterbitkan.", unit="UTC", volatile=True),
        Column("content_hash", "VARCHAR", "Sidik jari isi; sama bila isinya sama, kapan pun dibuat."),
    ),
    key=("name",),
)

PUBLISHED = (*MARTS, SNAPSHOT)
"""Schema `main` of the published snapshot."""
