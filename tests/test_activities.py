import pytest

from extractors.dates import find_dates
from extractors.normalise.activities import event_of_prose, find_venue
from extractors.paragraphs import list_items, paragraphs
from tests.making import lines


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("KPU mengadakan rapat pada hari Rabu, 5 Juni 2024 bertempat di Kodim 1204 Sanggau.", "Kodim 1204 Sanggau"),
        ("Kegiatan dilaksanakan oleh Hotel Harvey pada hari Kamis, 25 April 2024.", "Hotel Harvey"),
        ("KPU audiensi pada hari Selasa, 14 Mei 2024 di kantor Bupati Sanggau.", "kantor Bupati Sanggau"),
        (
            "Pada hari Sabtu, 6 Januari 2024, KPU mengadakan sosialisasi dengan mengundang Bawaslu di Pendopo Bupati.",
            "Pendopo Bupati",
        ),
        (
            "Sosialisasi pada hari Sabtu, 4 Mei 2024 bertempat di Hotel Garden dengan mengundang para Kades.",
            "Hotel Garden",
        ),
        ("Monitoring di Kecamatan Tempunak kepada Muspika pada hari Kamis, 2 Mei 2024.", None),
        ("KPU mengadakan coklit mulai tanggal 24 Juni 2024.", None),
    ],
)
def test_finds_the_venue_in_prose(text: str, venue: str | None) -> None:
    assert find_venue(text, find_dates(text)) == venue


def test_several_dates_give_the_first_and_the_last() -> None:
    (item,) = paragraphs(lines("Rapat pada tanggal 3 Mei 2024 dan dilanjutkan tanggal 6 Mei 2024 di Aula KPU."))
    event = event_of_prose(item, "pemerintah", 2024)
    assert event.date and str(event.date.start) == "2024-05-03" and str(event.date.end) == "2024-05-06"


def test_items_of_a_list_keep_their_further_lines() -> None:
    items = list_items(
        lines(
            "Kegiatan yang dilaksanakan antara lain:",
            "1) KPU mengadakan Rapat Koordinasi Pembentukan Badan Adhoc Pilkada Tahun 2024",
            "2. pada hari Kamis, 25 April 2024.",
            "2) KPU mengadakan Peluncuran Tahapan pada hari Jumat, 3 Mei 2024.",
        )
    )
    assert [item.marker.printed for item in items if item.marker] == ["1", "2"]
    assert "25 April" in items[0].text
