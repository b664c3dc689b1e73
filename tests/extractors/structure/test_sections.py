from datetime import date

from extractors.normalise.head import read_cover, read_signature
from extractors.normalise.prose import list_texts, narrative, photos, stated_total, statements
from extractors.structure.contents import put_right, without_instructions
from extractors.structure.flow import Line, only_lines
from extractors.structure.section import Section
from extractors.structure.sections import split_sections
from extractors.structure.signature import has_nip
from extractors.structure.toc import without_contents
from extractors.vocabulary import load
from tests.support.making import line, lines, table

VOCABULARY = load()
PROSE = (
    "Kegiatan kehumasan dilaksanakan oleh KPU Kabupaten Sanggau selama bulan April sampai dengan Juni tahun 2024 ini"
)


def codes(*texts: str) -> list[str]:
    return [section.code for section in split_sections(lines(*texts), VOCABULARY)]


def test_points_inside_a_narrative_part_open_no_part_of_facts() -> None:
    found = codes(
        "*D. Dasar Hukum",
        "1. UU No 7 Tahun 2017 tentang Pemilihan Umum;",
        "*2) Koordinasi dengan Stakeholder",
        "*A. Pemerintah",
        "1) KPU mengadakan rapat pada hari Kamis, 25 April 2024.",
        "*4. Evaluasi dan Monitoring",
        "*a. Hasil Evaluasi",
        "*1. Penyampaian Informasi",
        PROSE,
        "*2. Koordinasi dengan Stakeholder",
        PROSE,
        "*b. Tantangan",
        PROSE,
    )
    assert found == ["front", "legal_basis", "coordination", "government", "evaluation", "evaluation", "challenges"]


def test_unnumbered_points_of_the_evaluation_are_told_by_holding_no_facts() -> None:
    found = split_sections(
        lines("*Dasar Hukum", "1. UU No 7;", "*Hasil Evaluasi", "*Pelaksanaan Kegiatan", PROSE, "*Saran", PROSE),
        VOCABULARY,
    )
    assert [section.code for section in put_right(found)] == ["front", "legal_basis", "evaluation", "suggestion"]


def test_a_deeper_number_is_a_point_of_its_part() -> None:
    found = codes(
        "*2. Dasar Hukum",
        "a. UU No 7;",
        "*3.1 Hasil Evaluasi",
        PROSE,
        "*3.1.3 Koordinasi dengan Stakeholder",
        PROSE,
        "*3.2 Kendala",
        PROSE,
    )
    assert found == ["front", "legal_basis", "evaluation", "challenges"]


def test_the_last_word_of_a_caption_opens_no_part() -> None:
    assert codes("*B. Dokumentasi", "*SOSIALISASI PEMILU BERSAMA", "*MASYARAKAT", "*Hasil Evaluasi", PROSE) == [
        "front",
        "photos",
        "evaluation",
    ]


def test_what_follows_the_signature_is_appendix() -> None:
    text = [
        "*Dasar Hukum",
        "1. UU No 7;",
        "*Saran",
        PROSE,
        "Sanggau, 2 Juli 2024",
        "Ketua Pelaksana,",
        "Utin",
        "NIP. 198610152010122004",
    ]
    body = lines(*text)
    after = lines("*LAMPIRAN", "*Dasar Hukum", "1. Menimbang", page=2)
    found = [section.code for section in split_sections([*body, *after], VOCABULARY)]
    assert found == ["front", "legal_basis", "suggestion", "signature", "appendix"]


def test_what_is_called_an_appendix_before_the_body_is_a_part_of_it() -> None:
    text = ("*A. Dasar Hukum", PROSE, "*B. Susunan Tim", "1. Budi", "*C. Evaluasi", PROSE)
    assert codes(*text) == ["front", "legal_basis", "appendix", "evaluation"]


def test_the_title_of_a_meeting_over_its_day_opens_no_part() -> None:
    title, day = "*Kunjungan Kerja Monitoring TPS", "Minggu, 2 Maret 2025 | Lapas"
    assert "evaluation" not in codes("*Non Pemerintah", "Rapat dengan Polres.", title, day)


def test_a_table_of_contents_opens_no_part() -> None:
    found = codes("DAFTAR ISI", "Dasar Hukum ........ 3", "Evaluasi ........ 9", "*Dasar Hukum", "1. UU No 7;")
    assert found.count("legal_basis") == 1 and "evaluation" not in found


def test_a_table_of_contents_below_a_title_opens_no_part() -> None:
    entries = ["Dasar Hukum 3", "Hasil Evaluasi 9", "Kesimpulan 10", "Saran 11"]
    page = lines("*LAPORAN BAKOHUMAS", "*KPU KABUPATEN SANGGAU", "*TRIWULAN II", "*TAHUN 2024", "DAFTAR ISI", *entries)
    flow = [*page, *lines("Lampiran 12", "Daftar Gambar 13", "Daftar Hadir 14", "Foto 15", page=2)]
    assert without_contents(flow, VOCABULARY) == page[:4]
    assert without_contents(lines("DAFTAR ISI", *entries[:3]), VOCABULARY) != []


def test_the_forms_own_words_in_brackets_are_left_out() -> None:
    flow = lines("*A. Pemerintah", "(Petunjuk: uraikan kegiatan. Contoh:", "1. KPU rapat 1 Januari 2024.)", "1. Rapat")
    assert [line.text for line in only_lines(without_instructions(flow))] == ["A. Pemerintah", "1. Rapat"]
    assert len(without_instructions(flow[:2])) == 2


def test_a_letter_before_the_cover_is_no_cover() -> None:
    letter = lines(
        "Nomor : 130/HM.03-SD", "Yth. Ketua KPU Provinsi", "Laporan Bakohumas Triwulan III sebagaimana terlampir."
    )
    front = Section("front", (), 1, (*letter, *lines("LAPORAN BAKOHUMAS", "TRIWULAN II TAHUN 2023", page=2)))
    cover = read_cover(front)
    assert cover and cover.title == "LAPORAN BAKOHUMAS TRIWULAN II TAHUN 2023"
    broken = Section("front", (), 1, tuple(lines("LAPORAN TRIWULAN II TAHUN", "2023", "BAKOHUMAS KPU SAMBAS", "2023")))
    found = read_cover(broken)
    assert found and found.title == "LAPORAN TRIWULAN II TAHUN 2023 BAKOHUMAS KPU SAMBAS"


def test_a_year_is_no_stated_total() -> None:
    assert stated_total("Bulan Maret 2024 informasi kepemiluan yang disebarluaskan") is None
    assert stated_total("Selama Triwulan I, total 8.046 konten telah dipublikasikan") == 8046
    assert stated_total("Sepanjang triwulan ini telah dipublikasikan 398 konten pada tiga akun") == 398
    assert stated_total("Realisasi anggaran publikasi sampai akhir Juni sebesar 48,2 persen.") is None
    assert stated_total("Total sebanyak 607 (enam ratus tujuh) konten telah disebarluaskan") == 607
    assert stated_total("Disebarluaskan informasi DPT sebanyak 446.112 pemilih melalui Instagram") is None
    assert stated_total("Disebarluaskan informasi “DPT Sanggau sebanyak 446.112” melalui Instagram") is None


def test_the_sum_of_a_content_type_is_no_statement() -> None:
    told = lines("*Rekapitulasi Media Sosial", "1. Foto Berita sebanyak 65 postingan, terdiri dari Instagram 60.")
    assert statements(split_sections(told, VOCABULARY), VOCABULARY, 0) == ()


def test_a_sentence_that_counts_several_content_types_is_no_statement() -> None:
    told = "Pada Instagram telah diunggah Foto Berita sebanyak 10 postingan, Video sebanyak 9 postingan."
    one = "Konten Infografik tercatat 5 unggahan di Instagram dan 3 unggahan di Facebook."
    flow = lines("*Rekapitulasi Media Sosial", told, one)
    assert statements(split_sections(flow, VOCABULARY), VOCABULARY, 0) == ()


def test_what_one_platform_counts_is_no_stated_total() -> None:
    told = "Instagram sebanyak 33 unggahan yang terdiri dari Foto Berita 12, Video 21."
    assert not statements(split_sections(lines("*A. Evaluasi", told), VOCABULARY), VOCABULARY, 0)


def test_the_number_of_a_table_is_no_stated_total() -> None:
    assert stated_total("Tabel 1 Informasi yang Disebarluaskan (lanjutan)") is None


def test_the_sum_of_one_entry_is_no_stated_total() -> None:
    assert stated_total("Instagram: Foto Berita 8 postingan, Video 5 postingan; jumlah 13 postingan") is None
    assert stated_total("Rekapitulasi: total 8.046 konten telah dipublikasikan") == 8046


def test_a_nip_is_told_by_its_digits_where_a_stamp_lies_over_its_name() -> None:
    told = [line("NIP."), line("*WWNIP. 198610152010122004"), line("WNWNP198610152010122004"), line("KPU 198610152010")]
    assert [has_nip(one) for one in told] == [True, True, True, False]


def test_a_day_in_bold_below_a_heading_is_no_second_line_of_it() -> None:
    heading = "*Data Informasi Kepemiluan yang Disebarluaskan"
    found = split_sections(lines("*Dasar Hukum", "1. UU No 7;", heading, "*19/01/2024", "1. Kirab"), VOCABULARY)
    assert [item.text for item in only_lines(found[-1].items)] == ["19/01/2024", "1. Kirab"]


def test_a_heading_in_larger_type_needs_no_ended_sentence_above() -> None:
    flow = [line("Dasar Hukum", bold=True), *(line(PROSE, top=top) for top in (120, 134, 148))]
    flow.append(line("Rekapitulasi Media Sosial", top=180, size=16))
    assert [section.code for section in split_sections(flow, VOCABULARY)] == ["front", "legal_basis", "recap"]


def test_stems_tell_a_part_also_in_brackets() -> None:
    match = VOCABULARY.section_by_words("Media dan Komunitas (Non Pemerintah)")
    assert match and match.code == "non_government"


def test_a_heading_goes_on_below_where_its_next_word_had_no_room() -> None:
    prose = "Kegiatan kehumasan dilaksanakan oleh KPU Kabupaten Sanggau."
    flow = [*(line(prose, top=top) for top in (100, 114, 128)), line("C. INFORMASI KEPEMILUAN YANG", top=170, size=16)]
    flow += [line("DISEBARLUASKAN", top=188, size=16), line("Isinya.", top=230)]
    assert split_sections(flow, VOCABULARY)[-1].code == "dissemination"


def test_the_number_of_a_heading_needs_no_full_stop() -> None:
    assert codes("**1 Dasar Hukum**", PROSE, "**2 Evaluasi**", PROSE) == ["front", "legal_basis", "evaluation"]


def test_a_heading_torn_behind_non_is_of_the_other_sector() -> None:
    told = (
        "*A. Dasar Hukum",
        "Undang-Undang.",
        "*Koordinasi dan Kerja Sama dengan Stakeholder Sektor Non",
        "*Pemerintah",
    )
    assert codes(*told, "Rapat kerja.") == ["front", "legal_basis", "non_government"]


def test_names_of_content_types_over_their_tables_open_no_part() -> None:
    both = line("Foto Berita", top=108, bold=True)
    both = Line((*both.words, *line("Infografis", top=108, x0=330, bold=True).words), 1)
    for over in (both, line("Foto Berita", top=108, bold=True)):
        found = split_sections([*lines("*Rekapitulasi Media Sosial", "Angka tiap bulan."), over], VOCABULARY)
        assert [section.code for section in found] == ["front", "recap"]


def test_a_bold_title_over_a_day_is_no_heading_of_its_words() -> None:
    told = ("*1. Pemerintah", "*Audiensi", "Tanggal: 1 Maret 2024", "*Monitoring pembentukan badan adhoc")
    assert codes("*D. Koordinasi", *told, "*bersama Camat", "Tanggal: 3 Maret 2024")[-1] == "government"


def test_what_counts_cards_of_activities_opens_no_part() -> None:
    assert codes("*A. Pemerintah", "*Kegiatan 1", "Tempat: Aula", "*Kegiatan 2", "Tempat: Balai")[-1] == "government"


def test_a_text_under_one_heading_for_both_is_the_conclusion() -> None:
    told = narrative(
        split_sections(lines("*A. Evaluasi", "Baik.", "*B. Kesimpulan dan Saran", "Perlu anggaran."), VOCABULARY)
    )
    assert (told.conclusion, told.suggestion) == ("Perlu anggaran.", None)


def test_a_title_that_names_partners_opens_the_part_of_their_sector() -> None:
    title, first = "*5. Koordinasi dengan Stakeholder", "*a. Dengan Perangkat Daerah dan Instansi Vertikal"
    found = codes(title, first, "1) Rapat", "*b. Dengan Partai Politik, Media, dan Masyarakat", "1) Dialog")
    assert found[-3:] == ["coordination", "government", "non_government"]
    assert codes(title, "*a. Pemerintah", "Rapat.", "*Bersama Parpol dan Ormas", "Dialog.")[-1] == "non_government"


def test_a_signature_below_tables_without_titles_of_parts() -> None:
    signature = lines("Sanggau, 4 April 2024", "Sekretaris,", "Yohana", "NIP. 199202082016062004", page=2)
    tables = [table([["No", "Konten"], ["1", "Foto"]]), table([["No", "Tanggal"], ["1", "2 Mei 2024"]])]
    found = split_sections([*lines("LAPORAN BAKOHUMAS"), *tables, *signature], VOCABULARY)
    assert [section.code for section in found] == ["front", "signature"]


def test_the_name_of_a_platform_below_the_title_of_a_recap_is_no_part_of_it() -> None:
    title = line("IV. JUMLAH POSTINGAN MEDIA SOSIAL PADA AKUN RESMI KPU KOTA", bold=True, size=14)
    found = split_sections([title, line("Instagram", top=116, bold=True), line("- Video: 7", top=130)], VOCABULARY)
    assert (found[-1].code, len(found[-1].items)) == ("recap", 2)


def test_a_title_in_the_middle_of_a_page_that_lies_among_others_is_one() -> None:
    wide = " ".join(["Kegiatan kehumasan dilaksanakan dengan baik dan lancar"] * 2)
    told = [line(text, top=100 + 14 * n, page=1 + n // 4) for n, text in enumerate([PROSE[:80], PROSE] * 6)]
    lying = [line(f"{wide} {wide[:40]}", top=140, page=4), line("BAB II", top=70, x0=440, bold=True, page=4)]
    titled = line("DASAR HUKUM", top=84, x0=427, bold=True, page=4)
    found = split_sections([*told, lying[1], titled, lying[0]], VOCABULARY)
    assert found[-1].code == "legal_basis"


def test_a_numbered_title_over_the_field_of_its_day_is_an_item_and_no_part() -> None:
    item = ["*1. Evaluasi SAKIP triwulan berjalan", "Tanggal : 1 April 2025", "Media : YouTube"]
    assert codes("*Informasi yang Disebarluaskan", *item) == ["front", "dissemination"]
    assert codes("*1. Pemerintah", "Tanggal : 1 April 2025", "Kegiatan : Rapat") == ["front", "government"]


def test_the_last_word_of_a_covers_title_opens_no_part() -> None:
    cover = ["*LAPORAN BADAN KOORDINASI HUBUNGAN", "*MASYARAKAT", "*(BAKOHUMAS)", "*TRIWULAN III TAHUN 2025"]
    found = split_sections(lines(*cover), VOCABULARY)
    title = read_cover(found[0])
    assert title is not None and title.title.startswith("LAPORAN BADAN KOORDINASI HUBUNGAN MASYARAKAT (BAKOHUMAS)")
    assert codes("Isi laporan:", "*MASYARAKAT", PROSE)[-1] == "non_government"


def test_a_number_of_posts_near_what_the_recap_counts_is_a_total_however_it_is_told() -> None:
    def stated(sentence: str) -> list[int]:
        found = statements(split_sections(lines("*A. Evaluasi", sentence), VOCABULARY), VOCABULARY, counted=500)
        return [one.value for one in found]

    assert stated("Dalam tiga bulan, tim mengunggah 530 konten ke empat akun media sosial.") == [530]
    assert stated("Rekapitulasi menunjukkan 495 postingan pada empat akun.") == [495]
    assert stated("Sampai dengan akhir September 2023 tercatat 421 unggahan pada seluruh akun.") == [421]
    for other in (
        "Target tim 40 konten.",
        "Pada Mei ada 300 konten.",
        "Instagram memuat 400 konten.",
        "Ada 300 video.",
    ):
        assert stated(other) == []


def test_larger_type_and_a_blank_above_show_a_heading_that_is_not_bold() -> None:
    def told(size: float, blank: float) -> list[str]:
        texts = ("Dasar Hukum", PROSE, "tahun 2024 dengan", "Kegiatan dengan Instansi Pemerintah", PROSE)
        heads = {0, 3}
        tops = [80.0, 96.0, 110.0, 124.0 + blank, 140.0 + blank]
        page = [line(t, top=tops[n], size=size if n in heads else 11.0) for n, t in enumerate(texts)]
        return [section.code for section in split_sections(page, VOCABULARY)]

    assert told(size=12.0, blank=0.0) == told(size=11.0, blank=16.0) == ["front", "legal_basis", "government"]
    assert told(size=11.0, blank=0.0) == ["front", "legal_basis"]


def test_the_name_of_a_sector_before_a_colon_opens_its_part_whatever_stands_above_it() -> None:
    told = (
        "*4. Kegiatan dengan Stakeholder",
        "Pemerintah:",
        "1. Rapat di Hotel Mahkota",
        "Non pemerintah:",
        "1. Diskusi",
    )
    assert codes(*told) == ["front", "coordination", "government", "non_government"]


def test_a_heading_in_one_line_with_its_text_opens_its_part() -> None:
    told = ("*I. PENUTUP", "Kesimpulan. Bakohumas bermanfaat.", "Saran : Perlu pertukaran konten.", "Demikian.")
    found = split_sections(lines("*Dasar Hukum", "1. UU;", *told), VOCABULARY)
    assert [(one.code, one.heading, [li.text for li in one.lines]) for one in found[3:5]] == [
        ("conclusion", "Kesimpulan.", ["Bakohumas bermanfaat."]),
        ("suggestion", "Saran", ["Perlu pertukaran konten."]),
    ]
    assert codes("*B. Kegiatan", "Saran: mengundang warga")[-1] != "suggestion"
    assert codes("*I. PENUTUP", "1. Saran: mengundang warga")[-1] != "suggestion"


def test_laws_on_a_line_each_are_an_entry_each() -> None:
    laws = ("UU No. 7 Tahun 2017", "PKPU No. 7 Tahun 2022 jo. PKPU No. 7 Tahun 2023", "Kpt KPU No. 542 Tahun 2021")
    assert list_texts(split_sections(lines("*1. DASAR HUKUM", *laws), VOCABULARY)[1:]) == laws
    wrapped = ("Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum di Indonesia dan", "Peraturan KPU")
    assert len(list_texts(split_sections(lines("*1. DASAR HUKUM", *wrapped), VOCABULARY)[1:])) == 1


def test_a_title_may_go_on_in_smaller_type_but_not_in_fields() -> None:
    texts = (
        ("LAPORAN TRIWULAN I TAHUN 2025", 22.0),
        ("BAKOHUMAS KPU KABUPATEN SANGGAU", 13.0),
        ("Periode : Januari", 13.0),
    )
    page = [line(text, top=80.0 + 30 * n, size=size) for n, (text, size) in enumerate(texts)]
    cover = read_cover(Section("front", (), 1, tuple(page)))
    assert cover and cover.title == "LAPORAN TRIWULAN I TAHUN 2025 BAKOHUMAS KPU KABUPATEN SANGGAU"


def test_the_number_of_a_signer_may_stand_below_its_name() -> None:
    texts = ("Sintang, 9 Juli 2025", "Ketua Pelaksana,", "Paulus Lakon", "NIP.", "197011301993031003")
    signed = read_signature(Section("signature", (), 1, tuple(lines(*texts))))
    assert (signed.name, signed.nip) == ("Paulus Lakon", "197011301993031003")
    day = lines("Sukadana, 11", "Oktober 2023", "Ketua Pelaksana", "Siti Zulaikha, S.A.P.")
    signed = read_signature(Section("signature", (), 1, tuple(day)))
    assert (signed.place, signed.date, signed.name) == ("Sukadana", date(2023, 10, 11), "Siti Zulaikha, S.A.P.")


LETTER = ("Sanggau, 2 Juli 2024", "Ketua,", "Utin", "NIP. 198610152010122004")


def test_a_letter_may_attach_the_facts_and_a_decree_behind_them_has_its_own_legal_basis() -> None:
    letter = lines("*Dasar Hukum", "1. UU No 7;", "*Kesimpulan", PROSE, *LETTER)
    attached = lines("*LAMPIRAN", "*Penyebaran Informasi", PROSE, page=2)
    decree = lines("*LAMPIRAN", "*Dasar Hukum", "1. Menimbang", page=3)
    found = [section.code for section in split_sections([*letter, *attached, *decree], VOCABULARY)]
    assert found[3:] == ["signature", "appendix", "dissemination", "appendix"]


def test_the_cell_of_a_number_and_a_blank_stand_before_a_heading_in_one_line_with_its_text() -> None:
    rows = [
        line("4 ", x0=72, top=100 + 30 * n).words
        + line(name, x0=90, top=100 + 30 * n).words
        + line(text, x0=300, top=100 + 30 * n).words
        for n, (name, text) in enumerate((("Evaluasi", "Sudah baik."), ("Kesimpulan", "Berjalan lancar.")))
    ]
    found = split_sections([*lines("*Penyebaran Informasi"), *(Line(words, 1) for words in rows)], VOCABULARY)
    assert [(one.code, [li.text for li in one.lines]) for one in found[2:]] == [
        ("evaluation", ["Sudah baik."]),
        ("conclusion", ["Berjalan lancar."]),
    ]


def test_the_number_of_a_page_behind_a_blank_is_no_text_of_a_part() -> None:
    names = ("A. Pendahuluan", "B. Pelaksanaan", "C. Koordinasi dengan Stakeholder", "D. Evaluasi", "E. Penutup")
    entries = [
        Line(line(name, top=100 + 14 * n).words + line("5", x0=500, top=100 + 14 * n).words, 1)
        for n, name in enumerate(names)
    ]
    told = lines("*A. Dasar Hukum", "1. UU;", "*D. Evaluasi", PROSE, "*E. Penutup", PROSE)
    found = split_sections([*lines("*Daftar Isi"), *entries, *told], VOCABULARY)
    assert [one.code for one in found[3:]] == ["legal_basis", "evaluation", "closing"]


def test_a_letter_without_a_full_stop_may_stand_before_a_heading() -> None:
    assert codes("*A Penyebaran Informasi", PROSE, "*B Dasar Hukum", "1. UU No 7;")[1:] == [
        "dissemination",
        "legal_basis",
    ]


def test_a_title_in_capitals_in_a_letter_is_that_of_the_report() -> None:
    title = "LAPORAN BAKOHUMAS TRIWULAN I TAHUN 2025"
    letter = ("Nomor : 12/HM/2025", "Sifat : Biasa", "Lampiran : 1 berkas", "Perihal : Laporan", "Yth. Ketua KPU")
    cover = read_cover(Section("front", (), 1, tuple(lines(*letter, title))))
    assert cover and cover.title == title
    assert read_cover(Section("front", (), 1, tuple(lines(*letter, title.capitalize())))) is None


def test_a_numbered_name_of_an_item_may_go_on_in_a_second_line_over_the_field_of_its_day() -> None:
    item = [
        "*5. Tanggapan dan laporkan gratifikasi melalui kanal pengaduan",
        "*yang tersedia",
        "Tanggal: 24 Oktober 2023",
    ]
    assert codes("*2. Informasi Kepemiluan", "*4. Kirab", "Tanggal: 20 Oktober 2023", *item) == [
        "front",
        "dissemination",
    ]


def test_what_was_told_on_the_day_right_above_it_is_no_heading() -> None:
    own = "*Jam layanan Pejabat Pengelola Informasi dan Dokumentasi"
    assert codes("*Informasi Kepemiluan", "21 25 Juni 2024", own, "Media: Instagram")[1:] == ["dissemination"]
    assert codes("*Informasi Kepemiluan", "Selesai.", own, "Media: Instagram")[1:] == ["dissemination", "photos"]
    parts = ("*Jam layanan Pejabat Pengelola Informasi dan", "*Dokumentasi (PPID)", "Media: Instagram")
    assert codes("*Informasi Kepemiluan", "21 25 Juni 2024", *parts)[1:] == ["dissemination"]


def test_the_heading_of_a_card_beside_another_stands_in_no_column() -> None:
    cards = [
        *lines("*Evaluasi", PROSE),
        line("Tantangan", top=120, bold=True),
        *(line("Jaringan lemah.", top=140 + 14 * n) for n in range(3)),
        line("Tindak Lanjut", top=120, x0=420, bold=True),
        line("1. Mengusulkan kamera.", top=140, x0=420),
    ]
    found = split_sections(cards, VOCABULARY)
    assert [section.code for section in found][1:] == ["evaluation", "challenges", "follow_up"]


def test_captions_side_by_side_are_two_though_the_pictures_over_them_are_drawn() -> None:
    texts = (("Audiensi tahapan pemilu", "Sosialisasi pemilih pemula"), ("Sambas, 3 Juli 2025", "Sambas, 4 Juli 2025"))
    words = [
        line(text, 100 + 14 * n, x0) for n, row in enumerate(texts) for text, x0 in zip(row, (72, 330), strict=True)
    ]
    told = [Line((*left.words, *right.words), 1) for left, right in zip(words[::2], words[1::2], strict=True)]
    found = photos([Section("photos", (), 1, tuple(told))], [])
    assert [(photo.caption, photo.date) for photo in found] == [
        (" ".join(column), date(2025, 7, 3 + n)) for n, column in enumerate(zip(*texts, strict=True))
    ]


def test_a_summary_before_the_facts_is_no_conclusion_beside_another() -> None:
    told = ["*Ringkasan", "Forum kerja sama.", "*Dasar Hukum", "UU 7", "*Koordinasi dan Kerja Sama", "Rapat."]
    whole = [*told, "*Kesimpulan", "Semua terlaksana."]
    assert narrative(split_sections(lines(*whole), VOCABULARY)).conclusion == "Semua terlaksana."
    assert narrative(split_sections(lines(*told), VOCABULARY)).conclusion == "Forum kerja sama."


def test_the_year_of_a_signature_may_stand_in_a_line_of_its_own() -> None:
    told = ["*A. Dasar Hukum", "UU 7", "*B. Saran", "Perlu anggaran."]
    block = ["Nanga Pinoh, 8 Oktober", "2024", "Sekretaris,", "Agustinus"]
    assert codes(*told, *block)[-2:] == ["suggestion", "signature"]


def test_the_rest_of_a_bold_line_is_no_heading() -> None:
    item = ["*2. Layanan yang dapat diakses oleh", "*umum", "Tanggal: 3 Mei 2024"]
    assert codes("*2. Informasi Kepemiluan", "*1. Kirab", "Tanggal: 2 Mei 2024", *item)[1:] == ["dissemination"]
