# ruff: noqa: E501 (the sentences are data)
"""Headings and column heads in four ways of writing; `{...}` fields are filled by `benchmarks.variants.story`."""

from __future__ import annotations

HEADINGS: tuple[dict[str, str], ...] = (
    {
        "introduction": "PENDAHULUAN", "background": "Gambaran Umum", "purpose": "Maksud dan Tujuan",
        "scope": "Ruang Lingkup", "legal": "Dasar Hukum :",
        "activities": "Koordinasi, Komunikasi, dan Kerjasama dengan Stakeholder yang dilakukan Bakohumas {kpu}",
        "government": "Pemerintah", "non_government": "Non Pemerintah",
        "execution": "Pelaksanaan Kegiatan Bakohumas di Triwulan {roman}",
        "dissemination": "Data Informasi Kepemiluan yang disebarluaskan",
        "recap": "Rekapitulasi Media Sosial Triwulan {roman}", "gallery": "Aktivitas Bakohumas {region}",
        "assessment": "Evaluasi dan Monitoring Hasil Pelaksanaan", "evaluation": "Hasil Evaluasi",
        "challenges": "Daftar Inventaris Masalah (DIM)/ Tantangan", "follow_up": "Rencana tindaklanjut Bakohumas Kedepan",
        "closing": "Penutup", "conclusion": "Kesimpulan", "suggestion": "Saran",
    },
    {
        "introduction": "Pendahuluan", "background": "Latar Belakang", "purpose": "Tujuan Laporan",
        "scope": "Ruang Lingkup Kegiatan", "legal": "Landasan Hukum",
        "activities": "Kerja Sama dan Koordinasi dengan Pemangku Kepentingan",
        "government": "Instansi Pemerintah", "non_government": "Instansi Non Pemerintah",
        "execution": "Publikasi dan Penyebarluasan Informasi", "dissemination": "Daftar Informasi yang Dipublikasikan",
        "recap": "Rekapitulasi Jumlah Unggahan pada Media Sosial", "gallery": "Dokumentasi",
        "assessment": "Monitoring dan Evaluasi", "evaluation": "Evaluasi Pelaksanaan",
        "challenges": "Kendala yang Dihadapi", "follow_up": "Rencana Tindak Lanjut",
        "closing": "Penutup", "conclusion": "Simpulan", "suggestion": "Rekomendasi",
    },
    {
        "introduction": "UMUM", "background": "Dasar Pemikiran", "purpose": "Maksud Penyusunan",
        "scope": "Cakupan Laporan", "legal": "Dasar Pelaksanaan",
        "activities": "KEGIATAN KEHUMASAN BERSAMA STAKEHOLDER",
        "government": "Kegiatan bersama Instansi Pemerintah", "non_government": "Kegiatan bersama Unsur Non Pemerintah",
        "execution": "HASIL PELAKSANAAN", "dissemination": "Penyebaran Informasi Pemilu dan Pemilihan",
        "recap": "Rekap Postingan Media Sosial", "gallery": "Foto-foto Kegiatan",
        "assessment": "EVALUASI", "evaluation": "Capaian Pelaksanaan", "challenges": "Hambatan dan Permasalahan",
        "follow_up": "Upaya Tindak Lanjut", "closing": "PENUTUP", "conclusion": "Kesimpulan", "suggestion": "Saran dan Masukan",
    },
    {
        "introduction": "Pengantar", "background": "Gambaran Umum Bakohumas", "purpose": "Maksud dan Tujuan",
        "scope": "Ruang Lingkup Laporan", "legal": "Dasar Hukum",
        "activities": "Hubungan Antarlembaga dan Koordinasi Stakeholder",
        "government": "Unsur Pemerintah", "non_government": "Unsur Non Pemerintah",
        "execution": "Kegiatan Bakohumas Triwulan {roman} Tahun {year}",
        "dissemination": "Informasi Kepemiluan yang Telah Disebarluaskan",
        "recap": "Rekapitulasi Konten Media Sosial", "gallery": "Galeri Kegiatan",
        "assessment": "Hasil Monitoring dan Evaluasi", "evaluation": "Evaluasi Kegiatan",
        "challenges": "Tantangan", "follow_up": "Rencana Kegiatan Selanjutnya",
        "closing": "Kesimpulan dan Saran", "conclusion": "Kesimpulan", "suggestion": "Saran",
    },
)  # fmt: skip

COLUMNS: tuple[dict[str, str], ...] = (
    {
        "no": "No", "date": "Tanggal", "information": "Jenis Informasi", "media": "Media Penyebaran",
        "content": "Jenis Konten", "posts": "Jumlah Postingan", "platform": "Platform", "total": "Jumlah",
        "activity": "Kegiatan", "venue": "Tempat", "partner": "Pihak Terkait", "sector": "Sektor", "remark": "Keterangan",
        "followers": "Followers", "reach": "Jangkauan",
    },
    {
        "no": "NO.", "date": "HARI/TANGGAL", "information": "INFORMASI YANG DISEBARLUASKAN", "media": "MEDIA PUBLIKASI",
        "content": "KONTEN", "posts": "JUMLAH UNGGAHAN", "platform": "MEDIA SOSIAL", "total": "TOTAL",
        "activity": "NAMA KEGIATAN", "venue": "TEMPAT KEGIATAN", "partner": "PESERTA", "sector": "UNSUR", "remark": "KET",
        "followers": "PENGIKUT", "reach": "REACH",
    },
    {
        "no": "No", "date": "Tgl Publikasi", "information": "Judul Informasi", "media": "Kanal Media",
        "content": "Jenis Unggahan", "posts": "Banyaknya Unggahan", "platform": "Kanal", "total": "Total",
        "activity": "Uraian Kegiatan", "venue": "Lokasi", "partner": "Stakeholder", "sector": "Kategori", "remark": "Ket.",
        "followers": "Jumlah Pengikut", "reach": "Jumlah Jangkauan",
    },
    {
        "no": "No. Urut", "date": "Waktu Penyebaran", "information": "Informasi Kepemiluan", "media": "Sarana Penyebaran",
        "content": "Kategori Konten", "posts": "Jumlah Posting", "platform": "Akun", "total": "Jumlah Total",
        "activity": "Bentuk Kegiatan", "venue": "Tempat Pelaksanaan", "partner": "Mitra", "sector": "Sektor", "remark": "Keterangan",
        "followers": "Pengikut", "reach": "Jangkauan Akun",
    },
)  # fmt: skip

INFORMATION_FORMS = (
    "{date}: {information} ({media}).",
    "{information}, disebarluaskan tanggal {date} melalui {media}.",
    "Pada tanggal {date} telah disampaikan informasi {information} melalui {media}.",
    "{date}, {information}. Media: {media}.",
)
BSRE = (
    "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik",
    "yang diterbitkan oleh Balai Sertifikasi Elektronik (BSrE), BSSN",
)
INSTRUCTIONS = {
    "activities": "(Diisi dengan kegiatan koordinasi beserta hari, tanggal dan tempat, contoh: Rapat Koordinasi bersama Polres pada hari Senin, 5 Januari 2021 di Aula KPU)",
    "information": "(Diisi dengan seluruh informasi yang disebarluaskan. Contoh pengisian tabel:)",
    "recap": "Petunjuk: jumlah postingan diisi dengan angka, beri tanda - apabila tidak ada.",
    "closing": "[Tuliskan kesimpulan dan saran secara singkat dan jelas]",
}
LETTER = (
    "Menindaklanjuti Surat Ketua KPU Provinsi Kalimantan Barat Nomor 112/HM.02-SD/61/{year} tanggal 3 Januari {year} perihal Laporan Bakohumas, bersama ini disampaikan Laporan Kegiatan Bakohumas {kpu} Triwulan {roman} Tahun {year} dengan rincian sebagai berikut:",
    "Demikian disampaikan, atas perhatian dan kerja samanya diucapkan terima kasih.",
)
