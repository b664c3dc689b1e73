"""Counts, number words, Roman numerals and NIP."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.values.numbers import Count, find_nip, read_count, read_ordinal, read_roman, read_words


@pytest.mark.parametrize(
    "text", ["-", "–", "—", "nihil", "NIHIL", "N i h i l", "0", "00", "Nol", "- postingan", "0 kali"]
)
def test_nothing_posted_is_zero(text: str) -> None:
    assert read_count(text) == Count(0)


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_an_empty_cell_is_blank_not_zero(text: str) -> None:
    assert read_count(text) == Count(None, blank=True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("012", 12),
        ("12.", 12),
        (" 12 ", 12),
        ("1.234", 1234),
        ("1,234", 1234),
        ("1 234", 1234),
        ("1\u00a0234", 1234),
        ("1.234.567", 1234567),
        ("12 postingan", 12),
        ("96 pos ting an", 96),
        ("34 postin gan", 34),
        ("12 Postingan", 12),
        ("12 x", 12),
        ("12x", 12),
        ("12×", 12),
        ("12 kali", 12),
        ("1.823 postingan", 1823),
        ("12 (dua belas)", 12),
        ("12 (dua belas) postingan", 12),
        ("12 (kali)", 12),
        ("dua belas (12)", 12),
        ("12*", 12),
        ("7 *)", 7),
        ("dua belas (12) postingan", 12),
    ],
)
def test_a_count_is_read(text: str, value: int) -> None:
    assert read_count(text) == Count(value)


@pytest.mark.parametrize(
    "text",
    [
        "1.2K",
        "1,2rb",
        "± 50",
        "+50",
        "50+",
        "lebih dari 40",
        "40-an",
        "40-50",
        "3 dan 2",
        "1.23",
        "0.123",
        "12,5",
        "-5",
        "1.234,567",
        "12²",
        "٣",
        "l2",
        "1O",
        "12 (dua puluh)",
        "12 orang",
        "setiap hari",
        "?",
        ".",
        "9" * 5000,
        "1 2",
    ],
)
def test_what_is_not_exact_is_not_a_number(text: str) -> None:
    assert read_count(text) == Count(None, exact=False)


@given(st.integers(0, 999_999_999), st.sampled_from([",", ".", " ", ""]))
def test_every_count_is_read_back_however_grouped(value: int, separator: str) -> None:
    assert read_count(f"{value:,}".replace(",", separator)) == Count(value)


@given(st.text(max_size=80))
def test_any_text_is_survived(text: str) -> None:
    count = read_count(text)
    assert count.value is None or (count.exact and not count.blank and count.value >= 0)
    assert count.blank == (not text.strip())
    read_ordinal(text)
    find_nip(text)


def test_numbers_in_words() -> None:
    said = {
        "nol": 0, "sebelas": 11, "tiga belas": 13, "dua puluh empat": 24, "seratus lima": 105,
        "dua ribu dua puluh empat": 2024, "seribu sembilan ratus sembilan puluh delapan": 1998,
    }  # fmt: skip
    assert {text: read_words(text.split()) for text in said} == said


@pytest.mark.parametrize("text", ["", "dua tiga", "belas", "puluh dua", "banyak", "dua puluh banyak"])
def test_words_that_are_no_number(text: str) -> None:
    assert read_words(text.split()) is None


def test_roman_numerals() -> None:
    numerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XIV", "XIX", "XL", "XC"]
    assert [read_roman(text) for text in numerals] == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 14, 19, 40, 90]
    assert [read_roman(text) for text in ["IIII", "VX", "ABC", "", "IC"]] == [None] * 5


def test_ordinals() -> None:
    texts = ["2", "II", "ke-2", "Ke II", "kedua", "KEDUA", "dua", "pertama", "keempat"]
    assert [read_ordinal(text) for text in texts] == [2, 2, 2, 2, 2, 2, 2, 1, 4]
    assert read_ordinal("pelaksanaan") is None


@pytest.mark.parametrize(
    "text",
    ["NIP. 198610152010122004", "NIP 19861015 201012 2 004", "NIP: 19861015.201012.2.004", "a 198610152010122004 b"],
)
def test_a_nip_is_found_with_or_without_blanks(text: str) -> None:
    assert find_nip(text) == "198610152010122004"


@pytest.mark.parametrize("text", ["1986101520101220041", "19861015", "Nomor 198610152010122", "08125 1234 5678"])
def test_other_numbers_are_no_nip(text: str) -> None:
    assert find_nip(text) is None
