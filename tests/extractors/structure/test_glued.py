"""List numbers glued to the dates behind them, names of platforms glued to one another."""

from __future__ import annotations

import pytest

from extractors.structure.glued import part_glued
from extractors.vocabulary import load
from tests.support.drawing import page_of, put

VOCABULARY = load()


def first_words(*texts: str, x: float = 60) -> list[str]:
    words = [word for n, text in enumerate(texts) for word in put(text, x, 100 + 14 * n)]
    (page,) = part_glued([page_of(words)], VOCABULARY)
    return [word.text for word in page.words if word.x0 == x]


@pytest.mark.parametrize("sign", [".", ")"])
def test_a_number_that_counts_on_is_parted_from_its_date(sign: str) -> None:
    assert first_words(f"9{sign} 18 Juli: Tahapan", f"10{sign}19 Juli: Jadwal") == [f"9{sign}", f"10{sign}"]


@pytest.mark.parametrize("text", ["10.30 WIB di aula", "12.19 Juli: Jadwal", "10.19 persen pemilih"])
def test_what_counts_nothing_or_dates_nothing_is_left_alone(text: str) -> None:
    assert first_words("9. 18 Juli: Tahapan", text) == ["9.", text.split()[0]]


def test_a_number_glued_to_a_weekday_is_counted_too() -> None:
    assert first_words("9. 18 Juli: Tahapan", "10.Sabtu, 20 Juli: Jadwal", "11.21 Juli: Kirab")[2:] == ["11."]


def test_the_first_number_of_a_list_and_one_before_a_misprinted_month_are_parted_too() -> None:
    assert first_words("1.2 April: Tahapan", "2.28 Juin: Jadwal", "3.29 Juni: Kirab") == ["1.", "2.", "3."]


def test_names_of_platforms_without_a_blank_between_them_are_parted() -> None:
    (page,) = part_glued([page_of(put("InstagramFacebookYouTubeTikTok YouTube KabuRaya", 60, 100))], VOCABULARY)
    names = ["Instagram", "Facebook", "YouTube", "TikTok"]
    assert [word.text for word in page.words] == [*names, "YouTube", "KabuRaya"]
    assert all(a.x1 == b.x0 for a, b in zip(page.words[:3], page.words[1:4], strict=True))
