"""What looks like data and must not count: appendices, tables of the quarter before, the form's instructions."""

from __future__ import annotations

from benchmarks.office.flat import Cell, Flat, Row
from benchmarks.office.information import head, place
from benchmarks.office.story import Told, days_of_quarter, long, previous
from benchmarks.office.wording import INSTRUCTIONS
from benchmarks.variants import wording
from benchmarks.variants.dates import MONTHS, ROMAN, WEEKDAYS


def appendices(flat: Flat, told: Told) -> None:
    """All appendices of the layout, each on a new page."""
    for index, name in enumerate(told.layout.appendices, 1):
        flat.page()
        flat.paragraph(f"Lampiran {index}", bold=True, after=6)
        KINDS[name](flat, told)


def _person(told: Told) -> str:
    rng = told.rng
    return f"{rng.choice(wording.FIRST_NAMES)} {rng.choice(wording.LAST_NAMES)}{rng.choice(wording.DEGREES)}"


def _title(flat: Flat, *lines: str) -> None:
    for line in lines:
        flat.paragraph(line, bold=True, align="center", after=0)
    flat.paragraph("", after=4)


def _decree(flat: Flat, told: Told) -> None:
    story = told.story
    _title(
        flat,
        f"KEPUTUSAN {story.office.kpu.upper()}",
        f"NOMOR {told.rng.randint(3, 90)} TAHUN {story.year}",
        "TENTANG",
        "BADAN KOORDINASI KEHUMASAN",
    )
    flat.paragraph("Menimbang\t: bahwa perlu menetapkan Badan Koordinasi Kehumasan;", tabs="3")
    flat.paragraph("Mengingat\t: 1. Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum;", tabs="3")
    flat.paragraph("\t  2. Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik;", tabs="3")
    _title(flat, "MEMUTUSKAN:", "SUSUNAN BADAN KOORDINASI KEHUMASAN")
    rows: list[Row] = [head("No", "Nama", "Instansi", "Kedudukan")]
    for index in range(1, told.rng.randint(7, 13)):
        partner = told.rng.choice(wording.PARTNERS["pemerintah"])
        rows.append([Cell(str(index)), Cell(_person(told)), Cell(_filled(told, partner)), Cell("Anggota")])
    place(flat, told, rows, [1, 5, 6, 3], 1)
    for line in (
        f"Ditetapkan di {story.place}",
        f"pada tanggal 9 Januari {story.year}",
        "KETUA,",
        "",
        "",
        _person(told),
    ):
        flat.paragraph(line, left=9, after=0)


def _filled(told: Told, text: str) -> str:
    office = told.story.office
    return text.format(
        region=office.region, name=office.name, district=office.districts[0], capital=office.capital,
        kpu=office.kpu, short=office.short, head="Bupati", year=told.story.year,
        roman=ROMAN[told.story.quarter - 1], n=12,
    )  # fmt: skip


def _attendance(flat: Flat, told: Told) -> None:
    story = told.story
    day = days_of_quarter(story.year, story.quarter, 1, told.rng)[0]
    _title(flat, "DAFTAR HADIR", told.rng.choice(wording.EVENTS).upper())
    flat.paragraph(f"Hari/Tanggal\t: {WEEKDAYS[day.weekday()]}, {long(day)}", tabs="3", after=0)
    flat.paragraph(f"Tempat\t: Aula Kantor {story.office.kpu}", tabs="3", after=6)
    rows: list[Row] = [head("No", "Nama", "Jabatan/Instansi", "No. HP", "Tanda Tangan")]
    for index in range(1, told.rng.randint(12, 30)):
        partner = _filled(told, told.rng.choice(wording.PARTNERS["non_pemerintah"]))
        phone = f"08{told.rng.randint(10**9, 10**10 - 1)}"
        cells = [Cell(str(index)), Cell(_person(told)), Cell(partner), Cell(phone)]
        rows.append([*cells, Cell(f"{index}.", align="left" if index % 2 else "center")])
    rows.append([Cell("dst"), *[Cell("")] * 4])
    place(flat, told, rows, [1, 4, 5, 3, 3], 1)


def _letter(flat: Flat, told: Told) -> None:
    story = told.story
    day = days_of_quarter(story.year, story.quarter, 1, told.rng)[0]
    _title(flat, "PEMERINTAH DAERAH", "DINAS KOMUNIKASI DAN INFORMATIKA")
    flat.paragraph(f"{story.place}, {long(day)}", align="right")
    flat.paragraph(f"Nomor\t: 005/{told.rng.randint(11, 400)}/Diskominfo", tabs="2.4", after=0)
    flat.paragraph("Hal\t: Undangan Rapat Bakohumas", tabs="2.4", after=8)
    flat.paragraph("Bersama ini mengharap kehadiran Saudara pada:", first=1)
    for line in (
        f"Hari/Tanggal\t: {WEEKDAYS[day.weekday()]}, {long(day)}",
        "Pukul\t: 09.00 WIB",
        "Tempat\t: Aula Diskominfo",
        "Agenda\t: Penyebaran informasi kepemiluan",
    ):
        flat.paragraph(line, left=1.5, tabs="3", after=0)
    for line in ("", "Kepala Dinas,", "", "", _person(told), "NIP. 197203121998031007"):
        flat.paragraph(line, left=9, after=0)


def _clippings(flat: Flat, told: Told) -> None:
    story = told.story
    _title(flat, "KLIPING BERITA", f"TRIWULAN {ROMAN[story.quarter - 1]} TAHUN {story.year}")
    rows: list[Row] = [head("No", "Tanggal", "Judul Berita", "Media", "Tautan")]
    for index, day in enumerate(days_of_quarter(story.year, story.quarter, 9, told.rng), 1):
        title = f"{story.office.short} Gelar {told.rng.choice(wording.EVENTS)}"
        cells = [
            str(index),
            long(day),
            title,
            told.rng.choice(("Pontianak Post", "Tribun", "Suara Pemred")),
            f"https://s.id/{told.rng.randint(1000, 9999)}",
        ]
        rows.append([Cell(text) for text in cells])
    place(flat, told, rows, [1, 3, 6, 3, 3.4], 1)


def _posts(flat: Flat, told: Told) -> None:
    """The posts with most readers: names of platforms and numbers."""
    _title(flat, "POSTINGAN DENGAN INTERAKSI TERTINGGI")
    rows: list[Row] = [head("No", "Platform", "Judul Konten", "Like", "Komentar")]
    for index, name in enumerate(("Instagram", "Facebook", "Tiktok", "X", "Youtube"), 1):
        numbers = [Cell(str(told.rng.randint(2, 900))), Cell(str(told.rng.randint(0, 60)))]
        rows.append([Cell(str(index)), Cell(name), Cell(_filled(told, wording.TOPICS["tetap"][index])), *numbers])
    place(flat, told, rows, [1, 3, 6, 2, 2], 1)


def _plan(flat: Flat, told: Told) -> None:
    """The plan for the next quarter."""
    story = told.story
    year, quarter = (story.year, story.quarter + 1) if story.quarter < 4 else (story.year + 1, 1)
    _title(flat, "RENCANA KEGIATAN BAKOHUMAS", f"TRIWULAN {ROMAN[quarter - 1]} TAHUN {year}")
    rows: list[Row] = [head("No", "Waktu", "Rencana Kegiatan", "Tempat")]
    for index, day in enumerate(days_of_quarter(year, quarter, 5, told.rng), 1):
        rows.append([Cell(str(index)), Cell(long(day)), Cell(told.rng.choice(wording.EVENTS)), Cell("Kantor KPU")])
    place(flat, told, rows, [1, 3, 7, 4], 1)


KINDS = {
    "decree": _decree, "attendance": _attendance, "letter": _letter, "clippings": _clippings, "posts": _posts,
    "plan": _plan,
}  # fmt: skip


def _period(told: Told) -> str:
    year, quarter = previous(told.story)
    return f"Triwulan {ROMAN[quarter - 1]} Tahun {year}"


def left_information(flat: Flat, told: Told) -> None:
    """The information of the quarter before."""
    columns = told.story.columns
    year, quarter = previous(told.story)
    months = f"{MONTHS[quarter * 3 - 3]} s.d {MONTHS[quarter * 3 - 1]} {year}"
    flat.paragraph(f"{told.story.headings['dissemination']} {_period(told)} ({months})", bold=True, before=6, keep=True)
    rows: list[Row] = [head(*(columns[key] for key in ("no", "date", "information", "media")))]
    for index, day in enumerate(days_of_quarter(year, quarter, told.rng.randint(4, 8), told.rng), 1):
        topic = _filled(told, told.rng.choice(wording.TOPICS["tetap"]))
        rows.append([Cell(f"{index}.", align="center"), Cell(long(day)), Cell(topic), Cell("Instagram, Facebook")])
    place(flat, told, rows, [1, 3, 6, 4.6], 1)


def left_recap(flat: Flat, told: Told) -> None:
    """The recap of the quarter before."""
    columns = told.story.columns
    flat.paragraph(f"Rekapitulasi Media Sosial {_period(told)}", bold=True, before=6, keep=True)
    rows: list[Row] = [head(columns["no"], columns["content"], "Instagram", "Facebook", "Twitter")]
    for index, label in enumerate(("Foto Berita", "Infografis", "Ucapan Selamat", "Repost", "Video"), 1):
        rows.append(
            [Cell(f"{index}."), Cell(label), *[Cell(str(told.rng.randint(1, 60)), align="center") for _ in range(3)]]
        )
    place(flat, told, rows, [1, 4.2, 2, 2, 2], 1)


def left_acts(flat: Flat, told: Told) -> None:
    """Activities of the quarter before."""
    columns = told.story.columns
    year, quarter = previous(told.story)
    flat.paragraph(f"Kegiatan {_period(told)}", bold=True, before=6, keep=True)
    rows: list[Row] = [head(columns["no"], columns["date"], columns["activity"], columns["venue"])]
    for index, day in enumerate(days_of_quarter(year, quarter, 4, told.rng), 1):
        rows.append([Cell(str(index)), Cell(long(day)), Cell(told.rng.choice(wording.EVENTS)), Cell("Kantor KPU")])
    place(flat, told, rows, [1, 3, 7, 4], 1)


def instruction(flat: Flat, told: Told, part: str) -> None:
    """The form's instruction for a part, with an example table for the information."""
    if not told.layout.instructions:
        return
    flat.paragraph(INSTRUCTIONS[part], italic=True, align="justify", size=9)
    if part == "information":
        rows: list[Row] = [head("No", "Tanggal", "Jenis Informasi", "Media Penyebaran")]
        rows.append(
            [Cell(text) for text in ("1.", "5 Januari 2021", "Contoh: Pengumuman hasil seleksi", "Instagram, Facebook")]
        )
        rows.append([Cell(text) for text in ("2.", "dst", "dst", "dst")])
        place(flat, told, rows, [1, 3, 6, 4.6], 1)
