"""What happened: documents received, what was read from them, corrections and approvals. Nothing here is deleted."""

from __future__ import annotations

from warehouse.records import codes
from warehouse.records.common import (
    DOCUMENT_ID,
    EXTRACTOR_VERSION,
    QUARTER,
    RECEIVED_AT,
    REVISION,
    SATKER_CODE,
    YEAR,
)
from warehouse.schema import Column, Table

DOCUMENTS = Table(
    "documents",
    "Setiap berkas yang pernah diterima, juga yang ditolak.",
    (
        DOCUMENT_ID,
        Column("filename", "VARCHAR", "Nama berkas ketika diterima."),
        RECEIVED_AT,
        SATKER_CODE,
        YEAR,
        QUARTER,
        REVISION,
        Column(
            "status",
            "VARCHAR",
            "Kedudukan: berlaku, digantikan kiriman yang lebih baru, menunggu persetujuan, atau ditolak.",
            codes=codes.DOCUMENT_STATUSES,
        ),
        Column("reason", "VARCHAR", "Kode alasan penolakan."),
        Column("message", "VARCHAR", "Penjelasan penolakan."),
        Column("pages", "INTEGER", "Banyak halaman.", unit="halaman"),
        Column("text_layer", "VARCHAR", "Asal teks: digital, hasil OCR, atau campuran.", codes=codes.TEXT_LAYERS),
        Column("facts", "INTEGER", "Banyak baris informasi, sel rekapitulasi, dan kegiatan.", unit="fakta"),
        Column("archive_path", "VARCHAR", "Tempat berkas asli, dihitung dari folder data."),
        EXTRACTOR_VERSION,
    ),
    key=("document_id",),
)

EXTRACTIONS = Table(
    "extractions",
    "Hasil baca utuh setiap dokumen (JSON terkompresi zlib), satu untuk setiap versi pembaca.",
    (
        DOCUMENT_ID,
        EXTRACTOR_VERSION,
        Column("content", "BLOB", "Dokumen JSON bagian 3 kontrak, terkompresi zlib."),
        Column("read_at", "TIMESTAMP", "Saat dibaca.", unit="UTC", volatile=True),
    ),
    key=("document_id", "extractor_version"),
)

CORRECTIONS = Table(
    "corrections",
    "Koreksi dan pembatalannya, hanya ditambah, tidak pernah diubah.",
    (
        Column("correction_id", "BIGINT", "Nomor koreksi.", required=True),
        Column("undoes", "BIGINT", "Nomor koreksi yang dibatalkan oleh baris ini."),
        SATKER_CODE,
        YEAR,
        QUARTER,
        Column("table_name", "VARCHAR", "Tabel yang dikoreksi."),
        Column("row_key", "VARCHAR", "Kunci baris (row_key, atau finding_id pada tabel findings)."),
        Column("field", "VARCHAR", "Kolom yang dikoreksi."),
        Column("old_value", "VARCHAR", "Nilai yang terbaca ketika koreksi dicatat; kosong bila tidak ada nilai."),
        Column("new_value", "VARCHAR", "Nilai yang benar; kosong berarti dikosongkan."),
        Column("row_text", "VARCHAR", "Bunyi baris ketika koreksi dicatat, agar baris lain tidak ikut terkoreksi."),
        Column("reason", "VARCHAR", "Alasan."),
        Column("corrected_by", "VARCHAR", "Yang mencatat."),
        Column("corrected_at", "TIMESTAMP", "Saat dicatat.", unit="UTC"),
    ),
    key=("correction_id",),
)

APPROVALS = Table(
    "approvals",
    "Persetujuan, pembatalan, pengecualian, dan penutupan triwulan, hanya ditambah, tidak pernah diubah.",
    (
        Column("approval_id", "BIGINT", "Nomor urut.", required=True),
        Column("action", "VARCHAR", "Tindakan.", codes=codes.APPROVAL_ACTIONS),
        SATKER_CODE,
        YEAR,
        QUARTER,
        Column("document_id", "VARCHAR", "Dokumen yang disetujui."),
        REVISION,
        EXTRACTOR_VERSION,
        Column("corrections", "BIGINT[]", "Nomor koreksi yang ikut disetujui."),
        Column("reason", "VARCHAR", "Alasan."),
        Column("approved_by", "VARCHAR", "Yang bertindak."),
        Column("approved_at", "TIMESTAMP", "Saat bertindak.", unit="UTC"),
    ),
    key=("approval_id",),
)

LEDGER = (DOCUMENTS, EXTRACTIONS, CORRECTIONS, APPROVALS)
"""Schema `ledger` of the writer's database."""
