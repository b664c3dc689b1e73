"""Channels out of free wording."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.values.channels import channel_runs, read_channels
from extractors.vocabulary import load
from tests.support.paths import DATA

VOCAB = load()
with (DATA / "channels.csv").open(encoding="utf-8", newline="") as file:
    SEEN = [(row["text"], tuple(row["codes"].split())) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("text", "codes"), SEEN)
def test_every_wording_seen_in_reports(text: str, codes: tuple[str, ...]) -> None:
    assert read_channels(text, VOCAB) == (codes, ())


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Grup WA Parpol", "whatsapp_parpol"),
        ("WAG PPK", "whatsapp"),
        ("1. Facebook 2. X", "facebook twitter"),
        ("- WAG Bakohumas - Grup WA Partai Politik - X", "whatsapp_bakohumas whatsapp_parpol twitter"),
        ("WAG Bakohumas, LO Parpol dan PPK", "whatsapp_bakohumas whatsapp_parpol whatsapp"),
        ("Grup WA Bakohumas KPU Kabupaten Sanggau, Grup WA PPK dan PPS", "whatsapp_bakohumas whatsapp"),
        ("Grup Bakohumas", "whatsapp_bakohumas"),
        ("Grup Telegram", "telegram"),
        ("Medsos KPU", "other"),
        ("Medsos KPU, RRI", "other radio"),
        ("Media Massa (Pontianak Post, Tribun Pontianak)", "print_media online_media"),
        ("Intagram, Facebok", "instagram facebook"),
        ("IG FB X", "instagram facebook twitter"),
        ("Grup WA Partai Politik X Spanduk", "twitter outdoor whatsapp_parpol"),
        ("X/Twitter", "twitter"),
        ("Insta-\ngram; Face-\nbook", "instagram facebook"),
        ("Disebarluaskan melalui Instagram dan Facebook KPU", "instagram facebook"),
        ("Website KPU (kpu-sanggau.go.id)", "website"),
        ("https://www.instagram.com/kpusanggau/", "instagram"),
        ("www.kalbaronline.com", "online_media"),
        ("Akun IG @kpu_sanggau", "instagram"),
        ("Kompas TV Pontianak, Radio Mujahidin", "television radio"),
        ("Spanduk, Baliho & X-Banner", "outdoor"),
        ("Papan Pengumuman", "outdoor"),
        ("Facebook dan X KPU Kabupaten Sambas", "facebook twitter"),
        ("WhatsApp Grup Bakohumas", "whatsapp_bakohumas"),
        ("WA Grup PPID", "whatsapp"),
        ("Koran Tribun Pontianak, Tribun Pontianak", "print_media online_media"),
        ("Koran\nMedia Online", "print_media online_media"),
        ("Tribun Pontianak (koran), Website", "print_media website"),
        ("Suara Pemred (edisi cetak)", "print_media"),
    ],
)
def test_other_wordings(text: str, codes: str) -> None:
    assert read_channels(text, VOCAB) == (tuple(codes.split()), ())


@pytest.mark.parametrize(
    "text", ["Kelas X", '=HYPERLINK("http://x","klik")', "<script>alert(1)</script>", "Gotong royong"]
)
def test_unknown_wording_has_no_code_and_is_given_back(text: str) -> None:
    assert read_channels(text, VOCAB) == ((), (text,))


def test_an_unknown_word_beside_known_ones_is_given_back() -> None:
    assert read_channels("Instagram, Bigo Live", VOCAB) == (("instagram",), ("Bigo Live",))


@pytest.mark.parametrize("text", ["", "-", " \n"])
def test_nothing_names_no_channel(text: str) -> None:
    assert read_channels(text, VOCAB) == ((), ())


@given(st.lists(st.sampled_from(["IG", "Facebook", "X", "RRI Sintang", "Website KPU", "WAG Bakohumas"]), unique=True))
def test_a_list_is_read_in_order(names: list[str]) -> None:
    alone = [read_channels(name, VOCAB)[0][0] for name in names]
    assert read_channels(", ".join(names), VOCAB) == (tuple(alone), ())


@given(st.text(max_size=200))
def test_any_text_is_survived(text: str) -> None:
    codes, unknown = read_channels(text, VOCAB)
    assert len(set(codes)) == len(codes)
    assert codes or unknown or not any(character.isalnum() for character in text)


def test_what_a_station_sends_is_part_of_the_medium_that_a_text_names() -> None:
    text = "Hari tenang. Media: Siaran TVRI, Radio"
    assert [text[start:end] for start, end in channel_runs(text, VOCAB)] == ["Siaran TVRI, Radio"]


def test_a_group_of_several_words_is_one_of_the_channels_that_a_text_names() -> None:
    text = "Kelas - Grup WA Partai Politik, Medsos (IG, X)"
    assert [text[start:end] for start, end in channel_runs(text, VOCAB)] == ["Grup WA Partai Politik, Medsos (IG, X)"]
