"""Themes and kinds of activity, over every wording seen in reports."""

from __future__ import annotations

import csv

import pytest

from extractors.values.classify import activity_kind, activity_kind_codes, theme, theme_codes
from tests.support.paths import DATA


def wordings(name: str) -> list[tuple[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return [(row["text"], row["code"]) for row in csv.DictReader(file)]


def test_the_theme_of_every_item_seen() -> None:
    assert {text: theme(text) for text, _ in wordings("themes.csv")} == dict(wordings("themes.csv"))


def test_the_kind_of_every_activity_seen() -> None:
    seen = dict(wordings("activity_kinds.csv"))
    assert {text: activity_kind(text) for text in seen} == seen


def test_every_code_is_reached_or_other() -> None:
    assert {code for _, code in wordings("themes.csv")} <= set(theme_codes())
    assert {code for _, code in wordings("activity_kinds.csv")} <= set(activity_kind_codes())
    assert theme_codes()[-1] == activity_kind_codes()[-1] == "lainnya"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Tahapan dan Jadwal Pilkada 2024", "tahapan_jadwal"),
        ("Tahapan dan Jadwal Seleksi PPK Pilkada 2024", "badan_adhoc"),
        ("Selamat Hari Kartini 21 April 2024", "ucapan_hari_besar"),
        ("Pilkada serentak 2024 hari rabu 27 November 2024", "tahapan_jadwal"),
        ("Keputusan KPU Kabupaten Sambas nomor 806 Tahun 2024 tentang jumlah surat suara", "logistik"),
        ("Sosia\u200blisasi", "sosialisasi_pendidikan_pemilih"),
        ("Penetapan Calon Terpilih", "hasil_pemilihan"),
        ("Pencalonann Bupati", "pencalonan"),
        ("=HYPERLINK()", "lainnya"),
        ("", "lainnya"),
    ],
)
def test_themes(text: str, code: str) -> None:
    assert theme(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("KPU Sanggau mengadakan Rapat Koordinasi Pembentukan Badan Adhoc sekaligus Sosialisasi", "rapat_koordinasi"),
        ("menerima audensi dari IWAS", "audiensi"),
        ("Anggota KPU menjadi Narasumber Dialog Pagelaran Pemilu bersama RRI", "dialog_talkshow"),
        ("Rapat Koordinsi pencalonan", "rapat_koordinasi"),
        ("Penyerahan santunan", "lainnya"),
        ("", "lainnya"),
    ],
)
def test_activity_kinds(text: str, code: str) -> None:
    assert activity_kind(text) == code
