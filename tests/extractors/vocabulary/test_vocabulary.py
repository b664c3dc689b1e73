"""Labels, headings and offices: what the vocabulary files know, and what they must not take for known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.meaning.venues import venue_word
from extractors.vocabulary import Lexicon, Match, load
from extractors.vocabulary.labels import strip_numbering
from extractors.vocabulary.matching import read_rows

VOCAB = load()
FILES = [
    "activity_kinds", "channels", "content_keywords", "content_types", "groups", "headers", "months", "noise",
    "platforms", "seats", "sections", "themes", "units", "weekdays",
]  # fmt: skip
PLATFORMS = {
    "instagram", "facebook", "twitter", "youtube", "tiktok", "website", "threads", "telegram", "whatsapp_bakohumas",
    "whatsapp_parpol", "whatsapp", "radio", "television", "print_media", "online_media", "outdoor", "podcast", "other",
}  # fmt: skip
CONTENT_TYPES = {
    "foto_berita", "kpu_flash", "memequote", "ucapan_selamat", "ucapan_duka_cita", "infografik",
    "peringatan_hari_besar", "promote_live", "promote_link_berita", "repost", "video", "press_release", "other",
}  # fmt: skip


def code(match: Match | None) -> str | None:
    return match.code if match else None


@pytest.mark.parametrize("name", FILES)
def test_a_file_has_two_columns_and_no_spelling_with_two_codes(name: str) -> None:
    codes: dict[str, str] = {}
    for row in read_rows(f"{name}.csv"):
        assert set(row) == {"code", "spelling"} and all(row.values())
        key = " ".join(row["spelling"].casefold().split())
        assert codes.setdefault(key, row["code"]) == row["code"], row


def test_codes_are_those_of_the_contract() -> None:
    assert {row["code"] for row in read_rows("platforms.csv")} == PLATFORMS
    assert {row["code"] for row in read_rows("content_types.csv")} == CONTENT_TYPES
    assert {row["code"] for row in read_rows("content_keywords.csv")} <= CONTENT_TYPES
    assert {row["code"] for row in read_rows("channels.csv")} <= PLATFORMS | {"social", "press"}
    assert {row["code"] for row in read_rows("groups.csv")} <= PLATFORMS


def test_the_country_has_514_offices_and_the_province_14() -> None:
    assert len(VOCAB.all_satkers) == 514
    assert list(VOCAB.satkers) == [f"61{n:02}" for n in (*range(1, 13), 71, 72)]
    assert VOCAB.satkers["6106"].name == "KPU Kabupaten Kapuas Hulu"
    assert VOCAB.satkers["6171"].kind == "kota"
    assert VOCAB.is_ours("6103") and not VOCAB.is_ours("3404") and not VOCAB.is_ours(None)


def test_another_province_is_a_setting() -> None:
    assert len(load("34").satkers) == 5
    assert load("34").is_ours("3404")
    with pytest.raises(ValueError, match="99"):
        load("99")


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("IG", "instagram"), ("Instagram", "instagram"), ("lnstagram", "instagram"), ("Intagram", "instagram"),
        ("FB", "facebook"), ("Facebook Page", "facebook"), ("Facebok", "facebook"), ("X", "twitter"),
        ("TW", "twitter"), ("Twiteer", "twitter"), ("X (Twitter)", "twitter"), ("Twitter/X", "twitter"),
        ("YT", "youtube"), ("You Tube", "youtube"), ("TT", "tiktok"), ("Tik Tok", "tiktok"), ("TIKTOK", "tiktok"),
        ("Website", "website"), ("Threads", "threads"), ("Akun Instagram KPU Kab. Sanggau", "instagram"),
        ("Instagram/IG", "instagram"), ("Insta-\ngram", "instagram"), ("IG/FB", None), ("Jumlah", None), ("No", None),
        ("Media", None), ("", None), ("Snack Video", "other"),
    ],
)  # fmt: skip
def test_platforms(label: str, expected: str | None) -> None:
    assert code(VOCAB.platform(label)) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Foto Berita", "foto_berita"), ("Berita", "foto_berita"), ("1. Foto Berita", "foto_berita"),
        ("Berita/Foto", "foto_berita"), ("KPU Flas", "kpu_flash"), ("Meme/Quote", "memequote"),
        ("MemeQuote", "memequote"), ("Ucapan Dukacita", "ucapan_duka_cita"), ("Desain Grafis", "infografik"),
        ("Info Grafis", "infografik"), ("Infografiik", "infografik"), ("Reels", "video"), ("Videografis", "video"),
        ("Hari Besar Nasional", "peringatan_hari_besar"), ("Ucapan Selamat Hari Raya", "peringatan_hari_besar"),
        ("Promote Live IG/Steaming", "promote_live"), ("Promot Live IG/Streaming", "promote_live"),
        ("Promote Link Berita Website KPU", "promote_link_berita"), ("Re-post", "repost"),
        ("Repost KPU RI", "repost"), ("Repost Berita KPU Provinsi Kalbar", "repost"), ("Siaran Pers", "press_release"),
        ("Story", "other"), ("Podcast", "other"), ("Lain-lain", "other"),
        ("Tanya Jawab Netizen", None), ("Konten Kreatif", None), ("Foto dan Video", None), ("Repost Video", None),
        ("<script>alert(1)</script>", None), ("Jumlah", None), ("Instagram", None),
    ],
)  # fmt: skip
def test_content_types(label: str, expected: str | None) -> None:
    assert code(VOCAB.content_type(label)) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("No", "number"), ("No.", "number"), ("NO", "number"), ("Hari/\nTanggal", "date"), ("Tgl.", "date"),
        ("Tanggal", "date"), ("Waktu", "date"), ("Tanggal / Jam", "date"), ("Tanggal dan Tempat", "date_venue"),
        ("Informasi Kepemiluan", "information"), ("Jenis Informasi", "information"),
        ("Uraian Informasi", "information"), ("Konten yang disebarluaskan", "information"), ("Materi", "information"),
        ("Media", "media"), ("Media Pe-\nnyebaran", "media"), ("Kanal", "media"), ("Sarana", "media"),
        ("Keterangan", "remarks"), ("Ket.", "remarks"), ("Kegiatan", "activity"), ("Nama Kegiatan", "activity"),
        ("Tempat", "venue"), ("Lokasi", "venue"), ("Pihak Terkait", "participants"),
        ("Instansi Terkait", "participants"), ("Jenis Konten", "content_type"), ("Platform", "platform"),
        ("Bulan", "month"), ("Jumlah", "total"), ("Jumlah Postingan", "posts"), ("Banyaknya", "posts"),
        ("Followers", "followers"), ("Jangkauan", "reach"), ("Ketarangan", "remarks"),
        ("Tgl. Unggah", "date"), ("Saluran Publikasi", "media"), ("Pesan yang Disampaikan", "information"),
        ("Jml Peserta", "participants"), ("Waktu Penyebar an", "date"),
        ("Instagram", None), ("(1)", None), ("2 April 2024", None), ("Foto Berita", None), ("Januari", None),
    ],
)  # fmt: skip
def test_headers(label: str, expected: str | None) -> None:
    assert code(VOCAB.header(label)) == expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("1) PENDAHULUAN", "introduction"), ("BAB I PENDAHULUAN", "introduction"), ("I PENDAHULUAN", "introduction"),
        ("A. Gambaran Umum", "background"), ("B. Maksud dan Tujuan", "purpose"), ("2. Tujuan", "purpose"),
        ("C. Ruang Lingkup", "scope"), ("D. Dasar Hukum :", "legal_basis"), ("2.1. Landasan Hukum", "legal_basis"),
        ("2) Koordinasi, Komunikasi, dan Kerjasama dengan Stakeholder yang dilakukan Bakohumas KPU Kabupaten Sanggau",
         "coordination"),
        ("A. Pemerintah", "government"), ("B. Non Pemerintah", "non_government"),
        ("3) Pelaksanaan Kegiatan Bakohumas di Triwulan I", "implementation"),
        ("Data Informasi Kepemiluan yang disebarluaskan", "dissemination"),
        ("III. PENYEBARLUASAN INFORMASI KEPEMILUAN TRIWULAN II TAHUN 2024", "dissemination"),
        ("B. Rekapitulasi Media Sosial Triwulan II", "recap"), ("Rekap Medsos", None),
        ("C. Aktivitas Bakohumas Kabupaten Sanggau", "photos"),
        ("4. Evaluasi dan Monitoring Hasil Pelaksanaan", "evaluation"), ("a. Hasil Evaluasi", "evaluation"),
        ("b. Daftar Inventaris Masalah (DIM)/ Tantangan", "challenges"),
        ("c. Rencana tindaklanjut Bakohumas Kedepan", "follow_up"), ("Rencana Tindak Lanjut", "follow_up"),
        ("5. Penutup", "closing"), ("a. Kesimpulan", "conclusion"), ("Kesimpulan dan Saran", "closing_parts"),
        ("b. Saran", "suggestion"), ("LAMPIRAN", "appendix"), ("DAFTAR ISI", "toc"), ("KATA PENGANTAR", "foreword"),
        ("A. Triwulan 1 (Januari s.d Maret)", None), ("Bulan Januari", None), ("LAPORAN KEGIATAN", None),
        ("Sanggau, 2 Juli 2024", None), ("Kecamatan Parindu", None), ("Foto Berita", None), ("", None), ("---", None),
        ("Koordinasi rutin dengan Diskominfo Kabupaten Kayong Utara.", None),
        ("Agar disediakan format laporan yang seragam bagi seluruh satuan kerja.", None),
    ],
)  # fmt: skip
def test_sections(heading: str, expected: str | None) -> None:
    assert code(VOCAB.section(heading)) == expected


def test_numbering_is_stripped() -> None:
    texts = ["A. Umum", "1) Umum", "IV. Umum", "BAB II Umum", "2.1. Umum", "(a) Umum", "1. a. Umum", "Umum"]
    assert {strip_numbering(text) for text in texts} == {"Umum"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KOMISI PEMILIHAN UMUM\nKABUPATEN SANGGAU", ["6103"]),
        ("pada KPU Kabupaten Kapuas\nHulu melaksanakan", ["6106"]),
        ("KPU Kab. Sanggau", ["6103"]),
        ("KPU Kabupaten Sangau telah", ["6103"]),
        ("KPU Sanggau mengadakan", ["6103"]),
        ("KPU Kota Pontianak dan KPU Kabupaten Landak", ["6171", "6108"]),
        ("KPU Kabupaten Sleman", ["3404"]),
        ("KPU Kabupaten Kapuas", ["6203"]),
        ("KPU Kabupaten Negeriantah", [None]),
        ("KPU Provinsi Kalimantan Barat dan KPU Kabupaten/Kota di Kalimantan Barat", []),
        ("KPU Kabupaten akan berusaha; KPU RI; KPU melaksanakan", []),
        ("Dinas Perhubungan Kabupaten Sanggau", []),
    ],
)
def test_offices_are_found(text: str, expected: list[str | None]) -> None:
    hits = VOCAB.find_satkers(text)
    assert [hit.code for hit in hits] == expected
    assert all(text[slice(*hit.span)].casefold().startswith(("kpu", "komisi")) for hit in hits)


def test_every_office_of_the_province_is_found_by_its_name_and_its_town() -> None:
    for satker in VOCAB.satkers.values():
        assert [hit.code for hit in VOCAB.find_satkers(satker.name.upper())] == [satker.code]
        found = VOCAB.satker_by_name(satker.short)
        assert found is not None and found.code == satker.code
    towns = {"Putussibau": "6106", "Ngabang": "6108", "Nanga Pinoh": "6110", "Sukadana": "6111", "Sungai Raya": "6112"}
    assert {town: getattr(VOCAB.satker_by_name(town), "code", None) for town in towns} == towns


def test_a_bare_area_is_found_only_when_asked() -> None:
    assert VOCAB.find_satkers("KABUPATEN SANGGAU") == []
    assert [hit.code for hit in VOCAB.find_satkers("KABUPATEN SANGGAU", bare=True)] == ["6103"]


def test_months() -> None:
    assert [VOCAB.month(word) for word in ["Mei", "Nopember", "Arpil", "Agt", "bulan", "X"]] == [
        5,
        11,
        4,
        8,
        None,
        None,
    ]


def test_two_letters_that_changed_places_are_a_slip_in_short_words_too() -> None:
    assert [VOCAB.month(word) for word in ["Juin", "Jnui", "Juil", "Juna"]] == [6, 6, 7, None]


def test_a_label_as_near_to_two_codes_is_not_matched() -> None:
    lexicon = Lexicon([("one", "tabelan"), ("two", "tabelin")])
    assert lexicon.find("tabelun") is None
    assert code(lexicon.find("tabela")) == "one"


@given(st.text(max_size=250))
def test_any_label_is_survived_and_scores_are_honest(label: str) -> None:
    for match in (VOCAB.platform(label), VOCAB.content_type(label), VOCAB.header(label), VOCAB.section(label)):
        assert match is None or 50 < match.score <= 100
    VOCAB.find_satkers(label, bare=True)


@given(st.sampled_from(sorted(row["spelling"] for row in read_rows("headers.csv"))), st.data())
def test_a_slip_never_turns_a_header_into_another_role(spelling: str, data: st.DataObject) -> None:
    right = code(VOCAB.header(spelling))
    place = data.draw(st.integers(0, len(spelling) - 1))
    slipped = spelling[:place] + data.draw(st.sampled_from("aeiourtnsk")) + spelling[place + 1 :]
    found = VOCAB.header(slipped)
    assert found is None or found.code == right or found.score == 100


def test_a_venue_is_known_by_its_words_and_a_star_stands_for_further_letters() -> None:
    assert venue_word().match("Ruangan Rapat Lantai 2")
    assert venue_word().search("di Pendopo Bupati")
    assert not venue_word().search("Gedungan data pemilih")
