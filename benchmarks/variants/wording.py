# ruff: noqa: E501 (the sentences are data)
"""What clerks write: headings, labels, media, topics, sentences.

Each tuple goes from common to rare; `Words.pick` keeps its last third for the held-back set, so that the two
sets differ in wording and not only in seed.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

Choice = TypeVar("Choice")


class Words:
    """Picks wordings: `held` prefers the last third of each tuple, otherwise that third is left out."""

    def __init__(self, rng: random.Random, held: bool) -> None:
        """Draws from `rng`."""
        self.rng, self.held = rng, held

    def pick(self, options: Sequence[Choice]) -> Choice:
        """One of `options`."""
        third = len(options) // 3
        if not third:
            return self.rng.choice(options)
        common, rare = options[:-third], options[-third:]
        return self.rng.choice(rare if self.held and self.rng.random() < 0.6 else common)


HEADINGS: dict[str, tuple[str, ...]] = {
    "introduction": ("PENDAHULUAN", "Pendahuluan", "LATAR BELAKANG DAN TUJUAN"),
    "background": ("Gambaran Umum", "Latar Belakang", "Umum"),
    "purpose": ("Maksud dan Tujuan", "Tujuan", "Maksud Penyusunan Laporan"),
    "scope": ("Ruang Lingkup", "Ruang Lingkup Laporan", "Ruang Lingkup Kegiatan"),
    "legal": ("Dasar Hukum", "Dasar Hukum", "Landasan Hukum", "Dasar Pelaksanaan", "Dasar Hukum Pelaksanaan Bakohumas", "Peraturan yang Menjadi Dasar"),
    "activities": (
        "Koordinasi, Komunikasi, dan Kerjasama dengan Stakeholder yang dilakukan Bakohumas {kpu}",
        "Koordinasi, Komunikasi dan Kerja Sama dengan Pemangku Kepentingan",
        "Kegiatan Koordinasi Bakohumas dengan Stakeholder",
        "Pelaksanaan Koordinasi dan Kerja Sama dengan Stakeholder",
        "Kegiatan Kehumasan bersama Pemangku Kepentingan",
        "Kerja Sama dan Koordinasi Antarlembaga",
    ),
    "government": ("Pemerintah", "Instansi Pemerintah", "Unsur Pemerintah", "Pemerintahan", "Stakeholder Pemerintah", "Dengan Instansi Pemerintah"),
    "non_government": (
        "Non Pemerintah", "Instansi Non Pemerintah", "Unsur Non Pemerintah", "Non-Pemerintah", "Stakeholder Non Pemerintah", "Dengan Pihak Non Pemerintah",
    ),
    "execution": ("Pelaksanaan Kegiatan Bakohumas di Triwulan {roman}", "Pelaksanaan Kegiatan Bakohumas", "Pelaksanaan Publikasi dan Penyebaran Informasi"),
    "dissemination": (
        "Data Informasi Kepemiluan yang disebarluaskan",
        "Data Informasi Kepemiluan yang Disebarluaskan Triwulan {roman}",
        "Informasi Kepemiluan yang Disebarluaskan",
        "Daftar Informasi yang Disebarluaskan kepada Masyarakat",
        "Penyebarluasan Informasi Kepemiluan",
        "Diseminasi Informasi Pemilu dan Pemilihan",
    ),
    "recap": (
        "Rekapitulasi Media Sosial Triwulan {roman}",
        "Rekapitulasi Postingan Media Sosial",
        "Rekap Media Sosial {kpu}",
        "Rekapitulasi Unggahan Media Sosial Triwulan {roman}",
        "Rekapitulasi Publikasi pada Media Sosial",
        "Jumlah Unggahan Media Sosial",
    ),
    "gallery": ("Aktivitas Bakohumas {region}", "Dokumentasi Kegiatan", "Foto Kegiatan Bakohumas"),
    "assessment": ("Evaluasi dan Monitoring Hasil Pelaksanaan", "Monitoring dan Evaluasi", "Evaluasi Pelaksanaan Bakohumas"),
    "evaluation": ("Hasil Evaluasi", "Evaluasi Kegiatan", "Hasil Monitoring dan Evaluasi"),
    "challenges": ("Daftar Inventaris Masalah (DIM)/ Tantangan", "Kendala dan Tantangan", "Permasalahan dan Hambatan"),
    "follow_up": (
        "Rencana tindaklanjut Bakohumas Kedepan", "Rencana Tindak Lanjut", "Rencana Tindak Lanjut (RTL)", "Tindak Lanjut", "Rencana Kerja ke Depan", "Langkah Tindak Lanjut",
    ),
    "closing": ("Penutup", "PENUTUP", "Kesimpulan dan Saran"),
    "conclusion": ("Kesimpulan", "Simpulan", "Kesimpulan Akhir"),
    "suggestion": ("Saran", "Saran dan Masukan", "Rekomendasi"),
}  # fmt: skip

COLUMNS: dict[str, tuple[str, ...]] = {
    "no": ("No", "No.", "NO", "Nomor", "No Urut", "#"),
    "date": ("Tanggal", "Hari/Tanggal", "Tanggal Posting", "Tgl", "Waktu", "Tanggal Publikasi"),
    "information": ("Jenis Informasi", "Informasi yang Disebarluaskan", "Informasi", "Uraian Informasi", "Judul/Isi Informasi", "Materi Informasi"),
    "media": ("Media Penyebaran", "Media", "Media Publikasi", "Media yang Digunakan", "Saluran", "Kanal Penyebaran"),
    "content": ("Jenis Konten", "Konten", "Jenis Postingan", "Kategori Konten", "Bentuk Konten", "Jenis Unggahan"),
    "posts": ("Jumlah Postingan", "Jumlah Posting", "Jumlah Unggahan", "Jml Post", "Banyaknya Postingan", "Postingan"),
    "platform": ("Platform", "Media Sosial", "Akun Media Sosial", "Kanal", "Nama Akun", "Jenis Media Sosial"),
    "total": ("Jumlah", "Total", "JUMLAH", "Jumlah Total", "TOTAL", "Jml"),
    "activity": ("Kegiatan", "Uraian Kegiatan", "Nama Kegiatan", "Bentuk Kegiatan", "Jenis Kegiatan", "Uraian"),
    "venue": ("Tempat", "Lokasi", "Tempat Kegiatan", "Tempat Pelaksanaan", "Lokasi Kegiatan", "Bertempat di"),
    "partner": ("Pihak Terkait", "Peserta", "Mitra", "Instansi Terkait", "Stakeholder", "Pihak yang Terlibat"),
    "sector": ("Sektor", "Unsur", "Kategori"),
    "remark": ("Keterangan", "Ket.", "Ket"),
    "followers": ("Pengikut", "Followers", "Jumlah Pengikut"),
    "reach": ("Jangkauan", "Reach", "Jumlah Jangkauan"),
}  # fmt: skip

LABELS: dict[str, tuple[str, ...]] = {
    "foto_berita": ("Foto Berita", "Berita", "Foto Berita Kegiatan", "Berita Foto"),
    "infografik": ("Infografik", "Infografis", "Info Grafis", "Desain Grafis"),
    "memequote": ("Meme/Quote", "Meme Quote", "MemeQuote", "Quote/Meme"),
    "kpu_flash": ("KPU Flash", "KPU Flash", "KPU Flas"),
    "ucapan_selamat": ("Ucapan Selamat", "Ucapan Selamat", "Kartu Ucapan Selamat"),
    "ucapan_duka_cita": ("Ucapan Duka Cita", "Ucapan Dukacita", "Ucapan Belasungkawa"),
    "peringatan_hari_besar": ("Peringatan Hari Besar", "Hari Besar Nasional", "Peringatan Hari Besar Nasional"),
    "promote_live": ("Promote Live IG/Streaming", "Promote Live Streaming", "Promosi Live Streaming"),
    "promote_link_berita": ("Promote Link Berita Web", "Promote Link Berita Website", "Promosi Link Berita"),
    "repost": ("Repost", "Re-post", "Repost KPU RI"),
    "video": ("Video", "Videografis", "Reels", "Video Pendek"),
    "press_release": ("Siaran Pers", "Press Release", "Rilis Pers"),
    "other": ("Story", "Podcast", "Tanya Jawab Netizen", "Polling dan Kuis"),
}

PLATFORMS: dict[str, tuple[str, ...]] = {
    "instagram": ("Instagram", "IG", "INSTAGRAM", "Instagram"),
    "facebook": ("Facebook", "FB", "FACEBOOK", "Facebook Page"),
    "twitter": ("X", "Twitter", "X (Twitter)", "Twitter/X"),
    "youtube": ("Youtube", "YouTube", "YT"),
    "tiktok": ("Tiktok", "TikTok", "Tik Tok"),
    "website": ("Website", "Web", "Laman KPU"),
    "threads": ("Threads", "Thread"),
}

SHORT_PLATFORMS: dict[str, tuple[str, ...]] = {
    "instagram": ("IG",), "facebook": ("FB",), "twitter": ("X", "TW"), "youtube": ("YT",), "tiktok": ("TT",),
    "website": ("Web",), "threads": ("Threads",),
}  # fmt: skip
"""Names for narrow columns."""

MEDIA: dict[str, tuple[str, ...]] = {
    "whatsapp_bakohumas": ("WA Grup Bakohumas", "WAG Bakohumas", "Grup WhatsApp Bakohumas"),
    "whatsapp_parpol": ("WA Grup LO Parpol", "WAG Parpol", "Grup WA Partai Politik"),
    "whatsapp": ("WAG PPK", "Grup WA Badan Adhoc", "WA Grup PPS"),
    "instagram": ("Instagram", "IG", "Instagram KPU"),
    "facebook": ("Facebook", "FB", "Facebook Page"),
    "twitter": ("Twitter", "X", "Twitter/X"),
    "tiktok": ("Tiktok", "TikTok", "Tik Tok"),
    "youtube": ("Youtube", "YouTube", "Kanal YouTube"),
    "website": ("Website KPU", "Website", "Laman KPU"),
    "radio": ("RRI", "Radio", "RRI Pontianak"),
    "television": ("TVRI Kalbar", "Televisi", "Siaran TVRI"),
    "print_media": ("Surat Kabar", "Koran", "Media Cetak"),
    "online_media": ("Media Online", "Media Online", "Media Daring"),
    "outdoor": ("Baliho", "Spanduk", "Baliho dan Spanduk"),
    "podcast": ("Podcast KPU", "Podcast", "Podcast Kehumasan"),
    "telegram": ("Telegram", "Telegram", "Kanal Telegram"),
    "threads": ("Threads", "Threads", "Threads KPU"),
}
TICKED = ("whatsapp_bakohumas", "instagram", "facebook", "twitter", "website")
"""Channels that have a column of their own where media are ticked."""
MEDIA_SETS = (
    ("whatsapp_bakohumas", "whatsapp_parpol", "instagram", "facebook", "twitter"),
    ("instagram", "facebook", "twitter"), ("website", "facebook"), ("instagram", "facebook", "tiktok"),
    ("whatsapp_bakohumas", "instagram"), ("radio",), ("outdoor",), ("online_media", "print_media"),
    ("website", "instagram", "facebook", "twitter", "tiktok"), ("podcast", "youtube"), ("whatsapp_bakohumas", "whatsapp"),
    ("television", "radio"), ("telegram", "whatsapp_bakohumas"), ("threads", "instagram"), ("whatsapp_bakohumas",),
)  # fmt: skip

TOPICS: dict[str, tuple[str, ...]] = {
    "pemilu": (
        "Tahapan dan jadwal Pemilu Tahun {year}", "Pengumuman Daftar Calon Tetap anggota DPRD {region}",
        "Cek data pemilih melalui DPT Online", "Tata cara pindah memilih bagi pemilih DPTb",
        "Kenali lima jenis surat suara Pemilu", "Simulasi pemungutan dan penghitungan suara di {district}",
        "Distribusi logistik Pemilu ke Kecamatan {district}", "Pelantikan anggota KPPS se-{region}",
        "Ajakan datang ke TPS bagi pemilih pemula dan penyandang disabilitas", "Larangan politik uang dalam Pemilu",
        "Keputusan {kpu} Nomor {n} tentang penetapan jumlah surat suara pemilihan umum di wilayah {region} berdasarkan daftar pemilih tetap dan cadangan 2 persen per TPS",
        "Jadwal kampanye rapat umum dan titik pemasangan alat peraga kampanye di Kecamatan {district}",
        "Pendaftaran pemantau Pemilu dan lembaga survei", "Sortir, lipat dan pengepakan surat suara di gudang logistik {kpu}",
        "Penetapan perolehan kursi partai politik", "Verifikasi administrasi dukungan bakal calon anggota DPD",
        "Pengumuman Nomor {n}/PL.01-Pu/61/{year} tentang laporan awal dana kampanye peserta Pemilu tingkat {region}",
        "Hitung mundur menuju hari pemungutan suara", "Kirab Pemilu melintasi Kecamatan {district} menuju {capital}",
        "Tips mengenali hoaks: cek sumber, cek fakta, cek tanggal",
    ),
    "pilkada": (
        "Sayembara maskot dan jingle Pilkada {region}", "Pengumuman pendaftaran calon anggota PPK dan PPS",
        "Syarat dukungan bakal pasangan calon perseorangan", "Hasil seleksi tertulis calon anggota PPS Kecamatan {district}",
        "Jadwal coklit oleh Pantarlih di {region}", "Pengumuman Daftar Pemilih Sementara Pemilihan Serentak",
        "Pendaftaran pasangan calon {head} dan Wakil {head}", "Peluncuran tahapan Pilkada {year} di {capital}",
        "Keputusan {kpu} Nomor {n} tentang syarat minimal dukungan dan persebaran pasangan calon perseorangan dalam pemilihan {head} dan Wakil {head} {name} serta tata cara penyerahannya",
        "Debat publik antarpasangan calon", "Masa tenang dan pembersihan alat peraga kampanye",
        "Rekapitulasi hasil penghitungan suara tingkat Kecamatan {district}",
        "Pelantikan Panitia Pemungutan Suara se-{region}", "Jingle Pilkada: Suara Kita, Masa Depan {name}",
        "Pemeriksaan kesehatan bakal pasangan calon di rumah sakit", "Nomor urut pasangan calon dan jadwal kampanye",
        "Daftar TPS lokasi khusus di {region}", "Simulasi penggunaan aplikasi Sirekap di Kecamatan {district}",
        "Undangan terbuka nonton bareng debat publik di {capital}", "Apa bedanya DPS, DPSHP dan DPT?",
    ),
    "tetap": (
        "Pemutakhiran Data Pemilih Berkelanjutan (PDPB) Triwulan {roman}", "Layanan informasi publik melalui PPID {kpu}",
        "Pendidikan pemilih bagi pelajar SMA di Kecamatan {district}", "Apa itu kotak kosong? Kenali istilah kepemiluan",
        "Jawaban atas hoaks seputar data pemilih", "Standar pelayanan dan maklumat pelayanan {kpu}",
        "Ucapan selamat hari jadi {region}", "Profil sekretariat dan pejabat struktural {kpu}",
        "Pengumuman hasil survei kepuasan masyarakat (SKM)", "Kelas demokrasi: peran pemilih muda",
        "Rapat pleno terbuka rekapitulasi PDPB tingkat {region}", "Penandatanganan pakta integritas zona integritas menuju WBK",
        "Jadwal layanan informasi selama hari libur nasional", "Infografis jumlah pemilih berkelanjutan per kecamatan",
        "Pengumuman penggantian antarwaktu anggota DPRD {region} dari Partai Peserta Pemilu berdasarkan Surat Ketua DPRD Nomor {n}/DPRD/{year}",
        "Lowongan magang mahasiswa di {kpu}", "Ucapan selamat kepada atlet {region} pada PON", "Podcast pemilih perempuan berdaya",
        "Belasungkawa atas wafatnya tokoh masyarakat Kecamatan {district}", "Lomba video pendek bertema demokrasi bagi pelajar",
    ),
}  # fmt: skip

EVENTS = (
    "Rapat Koordinasi Pemutakhiran Data Pemilih", "Audiensi Tahapan Pemilihan", "Sosialisasi Pendidikan Pemilih",
    "Rapat Koordinasi Kesiapan Logistik", "Penandatanganan Nota Kesepahaman", "Apel Kesiapsiagaan",
    "Bimbingan Teknis Kehumasan", "Rapat Evaluasi Keterbukaan Informasi Publik", "Dialog Interaktif Kepemiluan",
    "Kunjungan Silaturahmi Kelembagaan", "Diskusi Terpumpun Partisipasi Masyarakat", "Rapat Kerja Pengelolaan Media Sosial",
)  # fmt: skip
PARTNERS = {
    "pemerintah": (
        "Badan Kesatuan Bangsa dan Politik {region}", "Dinas Komunikasi dan Informatika {region}", "Polres {name}",
        "Bawaslu {region}", "Dinas Kependudukan dan Pencatatan Sipil {region}", "Forkopimda {region}",
        "Kejaksaan Negeri {name}", "Kodim {name}", "Camat {district}", "Lapas Kelas II {name}",
        "Sekretariat DPRD {region}", "Dinas Pendidikan {region}",
    ),
    "non_pemerintah": (
        "Pengurus Partai Politik tingkat {region}", "insan pers {region}", "Ikatan Wartawan {name}",
        "Forum Kerukunan Umat Beragama {region}", "mahasiswa perguruan tinggi di {capital}", "Persatuan Penyandang Disabilitas {name}",
        "Dewan Adat Dayak {region}", "Majelis Adat Budaya Melayu {region}", "Organisasi Perempuan {region}",
        "Karang Taruna Kecamatan {district}", "PWI {region}", "Komunitas Literasi {capital}",
    ),
}  # fmt: skip
VENUES = (
    "Aula Kantor {kpu}", "Kantor {kpu}", "Aula Kantor Camat {district}", "Hotel Grand {name}", "Gedung Serbaguna {capital}",
    "Pendopo {head} {name}", "Ruang Rapat {head} {name}", "Kafe Kapuas {capital}", "Balai Desa di Kecamatan {district}",
)  # fmt: skip

SENTENCES = (
    "{kpu} melaksanakan {event} bersama {partner} pada hari {weekday} bertempat di {venue}.",
    "Pada hari {weekday}, {kpu} menyelenggarakan {event} dengan mengundang {partner} bertempat di {venue}.",
    "{short} mengadakan {event} yang diikuti oleh {partner}. Kegiatan dilaksanakan pada hari {weekday} di {venue}.",
    "{event} bersama {partner} dilaksanakan pada tanggal {long} di {venue}.",
    "{kpu} menghadiri {event} dengan {partner}, yang dilaksanakan pada hari {weekday}.",
    "Bertempat di {venue}, {short} melaksanakan {event} bersama {partner} pada hari {weekday}.",
    "{kpu} menggelar {event} dengan {partner} pada {long} di {venue}.",
    "Telah dilaksanakan {event} bersama {partner} pada tanggal {long} bertempat di {venue}.",
    "{short} bersama {partner} melaksanakan {event}, {weekday}, bertempat di {venue}.",
)
SINCE_SENTENCE = "{kpu} melaksanakan {event} kepada {partner} yang dilaksanakan {since}."
SEVERAL_SENTENCE = "{kpu} melaksanakan {event} bersama {partner} pada tanggal {several} bertempat di {venue}."
SPELLED = (
    "Pada tanggal {spelled}, {kpu} menyelenggarakan {event} bersama {partner} bertempat di {venue}.",
    "{kpu} menggelar {event} dengan {partner} pada hari {spelled_day} di {venue}.",
    "Selanjutnya, {event} bersama {partner} dilaksanakan pada tanggal {spelled} bertempat di {venue}.",
)
TWO_VENUES = "{venue} dan {other}"

BACKGROUND = (
    "Badan Koordinasi Hubungan Masyarakat (Bakohumas) merupakan wadah koordinasi kehumasan di lingkungan {kpu} dengan instansi pemerintah, media massa dan organisasi kemasyarakatan.",
    "Dalam rangka mewujudkan keterbukaan informasi publik, {kpu} melalui Bakohumas menyampaikan informasi kepemiluan secara cepat, tepat dan akurat kepada masyarakat {region}.",
    "Sebagai tindak lanjut petunjuk teknis pelaksanaan program Bakohumas, {kpu} menyusun laporan kegiatan kehumasan setiap triwulan.",
)
PURPOSE = (
    "Laporan ini disusun sebagai bahan pertanggungjawaban Bakohumas {kpu} kepada KPU Provinsi Kalimantan Barat.",
    "Maksud dan tujuan laporan ini adalah menyampaikan hasil pelaksanaan kegiatan kehumasan {kpu} kepada pimpinan.",
    "Tersusunnya laporan kegiatan kehumasan {kpu} yang lengkap dan dapat dipertanggungjawabkan.",
)
SCOPE = (
    "Laporan ini memuat kegiatan kehumasan yang dilaksanakan oleh {kpu} selama bulan {first} s.d bulan {last} {year}.",
    "Ruang lingkup laporan ini adalah kegiatan Bakohumas {kpu} pada bulan {first} sampai dengan {last} {year}.",
    "Kegiatan yang dilaporkan meliputi koordinasi dan publikasi {kpu} mulai {first} hingga {last} {year}.",
)
LAWS = (
    "Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum sebagaimana telah diubah dengan Undang-Undang Nomor 7 Tahun 2023;",
    "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik;",
    "Undang-Undang Nomor 10 Tahun 2016 tentang Perubahan Kedua atas Undang-Undang Nomor 1 Tahun 2015 tentang Pemilihan Gubernur, Bupati, dan Wali Kota;",
    "Peraturan Menteri Komunikasi dan Informatika Nomor 35 Tahun 2014 tentang Badan Koordinasi Hubungan Masyarakat;",
    "Peraturan Komisi Pemilihan Umum Nomor 1 Tahun 2015 tentang Pengelolaan dan Pelayanan Informasi Publik di Lingkungan KPU;",
    "Peraturan Komisi Pemilihan Umum Nomor 14 Tahun 2020 tentang Tugas, Fungsi, Susunan Organisasi, dan Tata Kerja Sekretariat KPU;",
    "Keputusan KPU Nomor 542/HM.03.5-Kpt/06/VIII/2021 tentang Petunjuk Teknis Pelaksanaan Program Bakohumas;",
    "Keputusan KPU Nomor 561/HM.03.5-Kpt/06/VIII/2021 tentang Badan Koordinasi Hubungan Masyarakat KPU;",
    "Surat Edaran Nomor 244/HM.02-SD/06/KPU/III/2021 tentang Pembentukan Bakohumas;",
)
OWN_LAW = "Keputusan {kpu} Nomor {n} Tahun {year} tentang Badan Koordinasi Kehumasan {kpu}."
STATEMENTS = (
    "Sebanyak {total} informasi telah disebarluaskan melalui media sosial {kpu}.",
    "Selama Triwulan {roman}, total {total} konten telah dipublikasikan melalui akun media sosial resmi {kpu}.",
    "Jumlah keseluruhan postingan pada seluruh kanal media sosial {kpu} sebanyak {total} postingan.",
    "Pada periode ini {kpu} telah mengunggah sebanyak {total} konten di seluruh media sosial.",
    "Total unggahan media sosial {kpu} selama Triwulan {roman} adalah {total} unggahan.",
    "Secara keseluruhan, {total} konten telah disebarluaskan melalui media sosial {kpu}.",
)
EVALUATION = (
    "Kegiatan kehumasan {kpu} pada Triwulan {roman} berjalan dengan lancar dan sesuai rencana.",
    "Koordinasi dengan pemangku kepentingan di {region} terlaksana dengan baik, baik secara tatap muka maupun melalui grup WhatsApp.",
    "Informasi kepemiluan telah menjangkau masyarakat sampai ke Kecamatan {district}.",
    "Interaksi warganet paling banyak terjadi pada unggahan pengumuman dan tahapan.",
)
CHALLENGES = (
    "Jaringan internet yang belum merata di Kecamatan {district} menjadi kendala dalam penyebaran informasi.",
    "Jumlah personel pengelola media sosial masih terbatas sehingga tidak semua kegiatan dapat dipublikasikan pada hari yang sama.",
    "Masih beredarnya informasi yang tidak benar mengenai data pemilih.",
)
FOLLOW_UP = (
    "Mengintensifkan grup WhatsApp Bakohumas bersama pemangku kepentingan.", "Menyusun kalender konten bulanan.",
    "Melaksanakan pertemuan rutin dengan media lokal di {region}.", "Memperbanyak konten video pendek.",
    "Mengusulkan pelatihan desain grafis bagi staf kehumasan.", "Memperluas kerja sama dengan radio dan komunitas di Kecamatan {district}.",
)  # fmt: skip
CONCLUSIONS = (
    "Pelaksanaan kegiatan Bakohumas {kpu} Triwulan {roman} Tahun {year} telah berjalan dengan baik.",
    "Kegiatan Bakohumas {kpu} telah dilaksanakan secara berkesinambungan dan sesuai petunjuk teknis.",
    "Seluruh kegiatan kehumasan pada triwulan ini dapat diselesaikan tepat waktu.",
)
SUGGESTIONS = (
    "Diharapkan KPU Provinsi Kalimantan Barat menyelenggarakan pelatihan kehumasan secara berkala.",
    "Perlu dukungan anggaran dan peralatan dokumentasi bagi pengelola kehumasan.",
    "Agar disediakan format laporan yang seragam bagi seluruh satuan kerja.",
)
FAREWELLS = (
    "Demikian laporan Bakohumas {kpu} ini disampaikan sebagai bahan evaluasi.",
    "Demikian laporan ini dibuat untuk dipergunakan sebagaimana mestinya.",
    "Demikian laporan ini kami sampaikan, atas perhatiannya diucapkan terima kasih.",
)
TITLES = (
    ("LAPORAN KEGIATAN", "BADAN KOORDINASI HUBUNGAN MASYARAKAT (BAKOHUMAS)", "{KPU}", "TRIWULAN {roman} TAHUN {year}"),
    ("LAPORAN BAKOHUMAS", "TRIWULAN {roman} TAHUN {year}", "PADA {KPU}"),
    ("LAPORAN TRIWULAN", "PELAKSANAAN KEGIATAN BAKOHUMAS {KPU}", "PERIODE {FIRST} - {LAST} {year}"),
    ("LAPORAN PELAKSANAAN KEGIATAN KEHUMASAN", "{KPU}", "TRIWULAN {roman} ({FIRST} - {LAST}) {year}"),
    ("LAPORAN TRIWULAN {roman}", "BADAN KOORDINASI KEHUMASAN (BAKOHUMAS)", "{KPU} TAHUN {year}"),
    ("LAPORAN KINERJA BAKOHUMAS", "{KPU}", "TRIWULAN KE-{quarter} TAHUN {year}"),
)
ROLES = (
    "Ketua Pelaksana", "Sekretaris", "Ketua Bakohumas", "Plt. Sekretaris", "Kepala Subbagian Teknis dan Hupmas",
    "Kepala Subbagian Partisipasi dan Hubungan Masyarakat",
)  # fmt: skip
FIRST_NAMES = ("Dewi", "Agus", "Rina", "Herman", "Yohanes", "Siti", "Petrus", "Lestari", "Fransiskus", "Maya", "Ridwan")
LAST_NAMES = ("Wulandari", "Kurniawan", "Handayani", "Saputra", "Simbolon", "Anggraini", "Pratama", "Utami", "Nugroho")
DEGREES = (", S.H.", ", S.Sos.", ", S.E.", ", M.Si.", ", S.IP.", "")
INFORMATION_FORMS = (
    "{date}: {information} ({media})",
    "Tanggal {date}, informasi tentang {information} melalui {media}.",
    "{date} - {information} - {media}",
    "{information}, disebarluaskan pada tanggal {date} melalui {media}.",
    "{date}, {information}. Media: {media}.",
    "Pada tanggal {date} disebarluaskan informasi mengenai {information} melalui {media}.",
)
"""Dissemination as paragraphs or bullets."""
FOREWORDS = (
    "Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa karena laporan kegiatan Bakohumas {kpu} Triwulan {roman} Tahun {year} dapat diselesaikan.",
    "Kami mengucapkan terima kasih kepada semua pihak yang telah membantu pelaksanaan kegiatan kehumasan, khususnya insan pers dan pemangku kepentingan di {region}.",
)
REMARKS: dict[str, tuple[str, tuple[str, ...]]] = {
    "remark": ("Keterangan", ("Terlaksana", "Terlaksana", "Selesai")),
    "link": ("Tautan", ("https://kab.kpu.go.id/p/{n}", "instagram.com/p/Cx{n}", "https://s.id/kpu{n}")),
    "time": ("Pukul", ("09.00 WIB", "10.30 WIB", "14.00 WIB")),
}
"""Columns that no fact comes from: heading and contents."""
INTROS: dict[str, str] = {
    "activities": "Dalam Triwulan {roman} Tahun {year}, {kpu} melaksanakan koordinasi dengan pemangku kepentingan sebagai berikut:",
    "dissemination": "Informasi kepemiluan yang disebarluaskan oleh {kpu} sepanjang Triwulan {roman} disajikan sebagai berikut.",
    "recap": "Publikasi pada akun resmi {kpu} selama Triwulan {roman} Tahun {year} dapat dilihat di bawah ini.",
}
