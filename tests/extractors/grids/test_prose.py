"""Running prose beside, around and within tables."""

from __future__ import annotations

from extractors.geometry import Word
from extractors.grids import find_tables
from extractors.grids.layout import Layout
from extractors.grids.lines import baselines, text_line
from extractors.grids.prose import find_prose
from tests.support.drawing import level, one_table, page_of, put, put_right, stream_rows, width_of


def test_prose_around_a_table_is_left_out() -> None:
    before = [
        w
        for n in range(4)
        for w in put("kalimat yang mengisi seluruh lebar halaman dan terus berlanjut lagi", 60, 40 + 12 * n)
    ]
    after = [
        w
        for n in range(4)
        for w in put("kalimat lain yang mengisi lebar halaman sampai tepi sebelah kanan", 60, 220 + 12 * n)
    ]
    table = one_table(page_of([*before, *stream_rows(), *after]))
    assert len(table.rows()) == 6


def test_two_columns_of_prose_are_no_table() -> None:
    words = []
    for n in range(30):
        words += put("kata kata yang mengisi kolom kiri ini", 50, 100 + 12 * n)
        words += put("dan teks pada kolom kanan halaman itu", 310, 100 + 12 * n)
    assert find_tables(page_of(words)) == []


def test_texts_of_many_lines_in_rows_are_no_prose() -> None:
    text = ["Keputusan KPU", *["tentang syarat dukungan dan persebarannya"] * 7]
    words, base = [], 100.0
    for n in range(1, 9):
        words += [*put(f"{n}.", 60, base), *put(f"{n} April 2024", 90, base), *put("Radio", 420, base)]
        for line in text if n == 5 else ["Daftar pemilih tetap dan tambahan"]:
            words += put(line, 180, base)
            base += 12
        base += 5
    rows = one_table(page_of(words)).rows()
    assert len(rows) == 8 and rows[4][2] == " ".join(text)


def test_numbered_rows_of_many_lines_are_a_table() -> None:
    words, base = [], 100.0
    for n in range(1, 5):
        words += [*put(f"{n}.", 60, base), *put("Radio dan Televisi", 320, base)]
        for part in range(7):
            words += put(f"a. Jadwal tahapan {n}{part}", 90, base)
            base += 12
        base += 6
    assert len(one_table(page_of(words)).rows()) == 4


def prose(x: float, top: float, count: int) -> list[Word]:
    """Lines of a narrow column."""
    text = "kata kata yang mengisi kolom sempit"
    return [word for n in range(count) for word in put(text, x, top + 12 * n)]


def test_a_table_beside_a_column_of_short_paragraphs_stands_alone() -> None:
    beside = [w for n in range(6) for w in prose(380, 63 + 44 * n, 3)]
    assert one_table(page_of([*stream_rows(), *beside])).rows()[1] == ["Sambas", "17", "3,5"]


def test_a_table_between_paragraphs_of_one_column_is_not_taken_for_prose() -> None:
    around = [*prose(60, 20, 5), *prose(60, 220, 5), *prose(60, 290, 5)]
    assert len(one_table(page_of([*around, *stream_rows()])).rows()) == 6


def test_a_tall_cell_between_short_ones_is_no_prose() -> None:
    words = [w for x, text in ((60, "No"), (90, "Tanggal"), (200, "Isi"), (420, "Kanal")) for w in put(text, x, 100)]
    words += [*put("1.", 60, 120), *put("2 Mei 2025", 90, 120), *put("RRI", 420, 120), *prose(180, 120, 8)]
    rules = [level(y, 55, 500) for y in (88, 104)]
    assert len(one_table(page_of(words, rules)).rows()[1][2]) > 200


def test_the_baseline_of_a_line_is_that_of_letters_that_do_not_reach_below_it() -> None:
    plain, deep = Word("Mei", 50, 92, 70, 100, 11), Word("Pengumuman", 80, 92, 140, 101.9, 11)
    assert text_line([plain, deep], 1.0).base == text_line([deep, plain], 1.0).base == text_line([plain], 1.0).base


def test_paragraphs_beside_a_table_are_prose_though_wider_ones_below_begin_at_the_same_edge() -> None:
    line = "kata yang mengisi baris kolom ini"
    words = [w for n in range(20) for w in put(line if n % 5 else "akhir kata ini saja", 50, 100 + 13 * n)]
    wide = "kalimat yang mengisi seluruh lebar halaman dan terus berlanjut sampai ke tepi sebelah kanan"
    words += [w for n in range(4) for w in put(wide, 50, 370 + 13 * n)]
    for n, label in enumerate(("Sambas", "Sanggau", "Landak", "Sintang", "Kubu Raya", "Melawi", "Sekadau", "Kapuas")):
        base = 126 + 13 * n
        words += [
            *put(label, 270, base),
            *put_right(f"{n * 97 + 15}", 400, base),
            *put_right(f"{n * 31 + 7},5", 480, base),
        ]
    rows = one_table(page_of(words)).rows()
    assert [len(row) for row in rows] == [3] * 8


def test_centred_texts_of_a_numbered_row_are_no_prose_though_its_first_lines_are_short() -> None:
    words = [
        w for n in (1, 2) for x, t in ((60, f"{n}."), (330, f"{n} Mei"), (420, "RRI")) for w in put(t, x, 40 + 84 * n)
    ]
    for n in (1, 2):
        for k, text in enumerate(
            (
                "Pengumuman",
                "antarwaktu anggota",
                "kabupaten Sanggau dari partai",
                "peserta pemilu berdasarkan surat",
                "ketua dewan nomor tujuh dan",
            )
        ):
            words += put(text, 190 - width_of(text) / 2, 40 + 84 * n + 12 * k)
    lines = [text_line(line, 1.1) for line in baselines(words)]
    assert not find_prose(lines)


def test_the_upper_lines_of_a_text_are_no_prose_where_its_number_stands_half_a_line_below_them() -> None:
    words = []
    for n in range(1, 5):
        top = 40 + 100 * n
        words += [*put(f"{n}.", 60, top + 30), *put(f"{n} Mei 2025", 280, top + 30), *put("RRI", 360, top + 30)]
        for line, text in enumerate([*["kata yang mengisi baris"] * 3, "Kabupaten Mempawah", "dua persen", "per TPS"]):
            words += put(text, 90, top + 12 * line)
    lines = [text_line(line, 1.1) for line in baselines(words)]
    assert not find_prose(lines)


def test_a_label_of_three_lines_with_values_beside_the_last_is_no_prose() -> None:
    words = [*put("Pertanyaan", 60, 100, bold=True), *put("Puas", 260, 100, bold=True)]
    words += [*put("Cukup", 310, 100, bold=True), *put("Kurang", 360, 100, bold=True)]
    texts = [
        ["Seberapa puas Anda dengan kejelasan", "dokumen yang diterima?"],
        [
            "Secara umum seberapa puas Anda dengan",
            "laman kami dan alat pencarian di sana",
            "serta dokumen dalam bahasa Anda itu?",
        ],
        ["Apakah Anda menyarankannya?"],
    ]
    base = 100.0
    for lines in texts:
        base += 6
        for line in lines:
            base += 11
            words += put(line, 60, base)
        words += [w for x in (280, 330, 380) for w in put_right("31%", x, base)]
    labels = [row[0] for row in one_table(page_of(words, [level(104, 60, 380), level(base + 5, 60, 380)])).rows()]
    assert labels == ["Pertanyaan", *(" ".join(lines) for lines in texts)]


def test_amounts_with_units_make_columns_where_texts_that_begin_anywhere_make_none() -> None:
    def is_table(*told: str) -> bool:
        rows = enumerate(zip(told, (200, 214, 229, 243), strict=True))
        lines = [text_line([*put("Foto", 60, 100 + 14 * n), *put(b, x, 100 + 14 * n)], 8) for n, (b, x) in rows]
        return Layout([(150, 190)], lines, 0, 60, 540, 3).is_convincing()

    assert is_table("12 konten", "7 konten", "nihil", "9")
    assert not is_table("12 Mei yang lalu", "tahun 2024", "di 14 kecamatan ini", "28 orang dari partai")
