"""What looks like data and must not count: appendices after the signature, tables of the quarter before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from benchmarks.variants import wording
from benchmarks.variants.dates import MONTHS, ROMAN, WEEKDAYS, single
from benchmarks.variants.typist import Typist


def appendices(typist: Typist) -> None:
    """All appendices of the features, each on a new page."""
    for index, name in enumerate(typist.features.appendices, 1):
        typist.paper.part("appendix", fresh=True)
        typist.paper.text(
            f"Lampiran {index}" if typist.tight_list else f"LAMPIRAN {ROMAN[index - 1]}", face=typist.bold, after=6
        )
        KINDS[name](typist)


def _decree(typist: Typist) -> None:
    story, paper = typist.story, typist.paper
    for line in (
        f"KEPUTUSAN {story.office.kpu.upper()}",
        f"NOMOR {typist.rng.randint(3, 90)} TAHUN {story.year}",
        "TENTANG",
        f"BADAN KOORDINASI KEHUMASAN {story.office.kpu.upper()}",
    ):
        paper.text(line, face=typist.bold, align="center")
    paper.space(8)
    typist.paragraph("Menimbang : bahwa dalam rangka koordinasi kehumasan perlu menetapkan susunan Bakohumas;", 0)
    typist.paragraph("Mengingat : 1. Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik;", 0)
    paper.text("SUSUNAN BAKOHUMAS", face=typist.bold, align="center", after=4)
    grid = typist.grid([0.8, 3, 3, 3])
    typist.header(grid, ["No", "Nama", "Jabatan", "Kedudukan dalam Tim"])
    roles = ("Pengarah", "Penanggung Jawab", "Ketua", "Sekretaris", "Anggota", "Anggota", "Anggota")
    for index, role in enumerate(roles, 1):
        grid.row(str(index), _person(typist), "Staf Sekretariat" if index > 4 else "Anggota KPU", role, aligns="c")
    typist.place(grid)
    for line in (
        f"Ditetapkan di {story.place}",
        f"pada tanggal 4 Januari {story.year}",
        "KETUA,",
        "",
        "",
        _person(typist),
    ):
        paper.text(line, indent=(paper.right - paper.left) * 0.55)


def _person(typist: Typist) -> str:
    rng = typist.rng
    return f"{rng.choice(wording.FIRST_NAMES)} {rng.choice(wording.LAST_NAMES)}{rng.choice(wording.DEGREES)}"


def _day(typist: Typist) -> date:
    story = typist.story
    return date(story.year, story.quarter * 3 - 2, 1) + timedelta(days=typist.rng.randint(0, 85))


def _attendance(typist: Typist) -> None:
    story, paper, day = typist.story, typist.paper, _day(typist)
    paper.text("DAFTAR HADIR", face=typist.bold, align="center")
    paper.text(f"Kegiatan : {typist.rng.choice(wording.EVENTS)}")
    paper.text(f"Hari/Tanggal : {WEEKDAYS[day.weekday()]}, {single(day, 'long').text}")
    paper.text(f"Tempat : Aula Kantor {story.office.kpu}", after=6)
    grid = typist.grid([0.8, 4, 4, 3])
    typist.header(grid, ["No", "Nama", "Instansi/Jabatan", "Tanda Tangan"])
    partners = (*wording.PARTNERS["pemerintah"], *wording.PARTNERS["non_pemerintah"])
    for index in range(1, typist.rng.randint(10, 26)):
        partner = typist.rng.choice(partners).format(
            region=story.office.region,
            name=story.office.name,
            district=story.office.districts[0],
            capital=story.office.capital,
        )
        grid.row(str(index), _person(typist), partner, f"{index}. ........", aligns="c")
    typist.place(grid)


def _letter(typist: Typist) -> None:
    story, paper, day = typist.story, typist.paper, _day(typist)
    paper.text("PEMERINTAH KABUPATEN", face=typist.bold, align="center")
    paper.text("BADAN KESATUAN BANGSA DAN POLITIK", face=typist.bold, align="center", after=8)
    paper.text(f"{story.place}, {single(day, 'long').text}", align="right")
    paper.text(f"Nomor : 005/{typist.rng.randint(20, 400)}/Kesbangpol", after=2)
    paper.text("Perihal : Undangan", after=8)
    typist.paragraph("Mengharap kehadiran Saudara pada rapat koordinasi yang akan dilaksanakan pada:", 0)
    for line in (
        f"Hari/Tanggal : {WEEKDAYS[day.weekday()]}, {single(day, 'long').text}",
        "Waktu : 09.00 WIB s.d selesai",
        "Tempat : Ruang Rapat Kesbangpol",
        "Acara : Rapat Koordinasi Pengawasan Orang Asing",
    ):
        paper.text(line, indent=40)
    paper.space(10)
    for line in (
        "Kepala Badan,",
        "",
        "",
        _person(typist),
        f"NIP. 1970{typist.rng.randint(10, 12)}15199803{typist.rng.randint(1000, 1999)}",
    ):
        paper.text(line, indent=(paper.right - paper.left) * 0.55)


def _clipping(typist: Typist) -> None:
    story, paper, day = typist.story, typist.paper, _day(typist)
    paper.text("KLIPING MEDIA", face=typist.bold, align="center", after=6)
    paper.text(f"KPU {story.office.name} Ajak Warga Cek Data Pemilih", face=replace(typist.bold, size=14))
    paper.text(f"Pontianak Post, {single(day, 'weekday').text}", face=typist.italic, after=4)
    typist.paragraph(
        f"{story.office.capital.upper()} - Sebanyak {typist.rng.randint(1200, 9000)} warga telah mengecek data. "
        f"Ketua {story.office.kpu} menyampaikan hal itu pada hari {WEEKDAYS[day.weekday()]} bertempat di Media Center."
    )
    paper.picture(paper.left, 200, 130, typist.rng.randint(0, 10**6))
    paper.space(140)


def _recap_clipping(typist: Typist) -> None:
    """A list of press cuttings: dated rows with media, after the signature."""
    typist.paper.text("REKAPITULASI PEMBERITAAN MEDIA MASSA", face=typist.bold, align="center", after=6)
    grid = typist.grid([0.8, 2.4, 5, 2.6])
    typist.header(grid, ["No", "Tanggal", "Judul Berita", "Media"])
    for index in range(1, typist.rng.randint(6, 14)):
        day = _day(typist)
        grid.row(
            str(index),
            single(day, "long").text,
            f"KPU {typist.story.office.name} {typist.rng.choice(wording.EVENTS)}",
            "Media Online",
            aligns="cc",
        )
    typist.place(grid)


def _minutes(typist: Typist) -> None:
    paper, day = typist.paper, _day(typist)
    paper.text("NOTULA RAPAT", face=typist.bold, align="center", after=6)
    paper.text(f"Pada hari {WEEKDAYS[day.weekday()]}, {single(day, 'long').text} telah dilaksanakan rapat internal.")
    texts = [
        "Evaluasi pengelolaan media sosial.",
        "Pembagian tugas peliputan kegiatan.",
        "Jumlah postingan ditargetkan 120 per bulan.",
    ]
    typist.listing(texts, ["1.", "2.", "3."])


KINDS: dict[str, Callable[[Typist], None]] = {
    "decree": _decree,
    "attendance": _attendance,
    "letter": _letter,
    "clipping": _clipping,
    "recap-clipping": _recap_clipping,
    "minutes": _minutes,
}


def _before(typist: Typist) -> tuple[int, int]:
    """Year and quarter before the report's."""
    story = typist.story
    return (story.year, story.quarter - 1) if story.quarter > 1 else (story.year - 1, 4)


def old_recap(typist: Typist) -> None:
    """The recap of the quarter before, left over from the last report."""
    year, quarter = _before(typist)
    first, last = MONTHS[quarter * 3 - 3], MONTHS[quarter * 3 - 1]
    typist.caption(
        f"Rekapitulasi Media Sosial Triwulan {ROMAN[quarter - 1]} Tahun {year} (Bulan {first} - {last} {year})"
    )
    grid = typist.grid([0.8, 4, 1.6, 1.6, 1.6])
    typist.header(grid, [typist.story.columns["no"], typist.story.columns["content"], "Instagram", "Facebook", "X"])
    for index, label in enumerate(("Foto Berita", "Infografis", "Ucapan Selamat", "Repost"), 1):
        posts = str(typist.rng.randint(3, 60))
        grid.row(f"{index}.", label, posts, posts, posts, aligns="clccc")
    typist.place(grid)


def old_information(typist: Typist) -> None:
    """The information table of the quarter before."""
    year, quarter = _before(typist)
    typist.caption(f"Data Informasi Kepemiluan yang disebarluaskan Triwulan {ROMAN[quarter - 1]} Tahun {year}")
    columns = typist.story.columns
    grid = typist.grid([0.9, 2.6, 5, 3.6])
    typist.header(grid, [columns[key] for key in ("no", "date", "information", "media")])
    start = date(year, quarter * 3 - 2, 1)
    for index in range(1, typist.rng.randint(5, 9)):
        day = start + timedelta(days=index * 9)
        grid.row(
            f"{index}.",
            single(day, "long").text,
            "Informasi tahapan dan layanan PPID",
            "Website, Facebook",
            aligns="cc",
        )
    typist.place(grid)
