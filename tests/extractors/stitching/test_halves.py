"""Right halves of page pairs that show no table of their own."""

from __future__ import annotations

from dataclasses import replace

from extractors.geometry import Cell, Page, Table, Word
from extractors.grids import find_tables
from extractors.stitching.halves import _begins_with, _is_beside, _is_cut, join_halves
from extractors.stitching.seams import OTHER_ROW, with_rows_doubted
from extractors.stitching.stitch import stitch
from extractors.vocabulary import load
from tests.support.drawing import grid_rules, level, page_of, put
from tests.support.making import table

VOCABULARY = load()
TOPS = [100 + 17 * n for n in range(6)]


def left(number: int, first: int = 1, heading: bool = True) -> Page:
    words: list[Word] = []
    if heading:
        words += [*put("No", 60, TOPS[0]), *put("Tanggal", 120, TOPS[0]), *put("Jenis Informasi", 260, TOPS[0])]
    for n, top in enumerate(TOPS[heading:], first):
        words += [*put(f"{n}.", 60, top), *put(f"{n} April 2024", 120, top), *put(f"Jadwal tahapan {n}", 260, top)]
    return page_of(words, number=number)


def right(number: int, heading: bool = True, lower: float = 0) -> Page:
    words = [*put("Media", 160, TOPS[0]), *put("Ket.", 420, TOPS[0])] if heading else []
    for top in TOPS[heading:]:
        words += put("Instagram, Facebook", 60, top + lower)
    return page_of(words, number=number)


def media(pages: list[Page]) -> list[list[str]]:
    """What stands right of the information in each row of all tables."""
    tables = stitch(join_halves([(page, find_tables(page)) for page in pages], find_tables, VOCABULARY))
    return [row[3:] for table in tables for row in table.rows()]


def test_texts_at_the_heights_of_the_rows_are_their_right_half() -> None:
    assert media([left(1), right(2)])[1:] == [["Instagram, Facebook", ""]] * 5


def test_the_halves_go_on_over_further_pages() -> None:
    pairs = [left(1), right(2), left(3, 6, heading=False), right(4, heading=False)]
    assert media(pairs)[1:] == [["Instagram, Facebook", ""]] * 11


def test_all_left_halves_may_come_before_all_right_ones() -> None:
    run = [left(1), left(2, 6, heading=False), right(3), right(4, heading=False)]
    assert media(run)[1:] == [["Instagram, Facebook", ""]] * 11


def test_texts_at_other_heights_are_no_right_half() -> None:
    assert media([left(1), right(2, lower=6)]) == [[]] * 6


def test_a_recap_is_no_left_half_of_the_items_on_the_next_page() -> None:
    counts = [
        word for x, name in ((60, "No"), (120, "Konten"), (300, "IG"), (400, "FB")) for word in put(name, x, TOPS[0])
    ]
    for n, (top, name) in enumerate(zip(TOPS[1:], ("Video", "Berita", "Meme", "Repost", "Story"), strict=True), 1):
        counts += [*put(f"{n}.", 60, top), *put(name, 120, top), *put("4", 300, top), *put("5", 400, top)]
    items = page_of(
        [*left(2).words, *put("Media", 460, TOPS[0]), *(w for t in TOPS[1:] for w in put("IG", 460, t))], number=2
    )
    assert media([page_of(counts, number=1), items])[1] == ["5"]


def test_a_recap_is_no_left_half() -> None:
    words = [*put("No", 60, TOPS[0]), *put("Konten", 120, TOPS[0]), *put("IG", 300, TOPS[0])]
    for n, (top, name) in enumerate(zip(TOPS[1:], ("Berita", "Video", "Infografis", "Repost", "Meme"), strict=True), 1):
        words += [*put(f"{n}.", 60, top), *put(name, 120, top), *put("7", 300, top)]
    heads = [*put("Tanggal", 60, TOPS[0]), *put("Informasi", 200, TOPS[0]), *put("Media", 420, TOPS[0])]
    texts = [
        w for top in TOPS[1:] for w in (*put("2 Mei 2025", 60, top), *put("Kirab", 200, top), *put("IG", 420, top))
    ]
    assert media([page_of(words), page_of([*heads, *texts], number=2)])[0] == []


def test_a_table_of_ticks_under_channels_lacks_no_media() -> None:
    def ticked(number: int) -> Page:
        words = list(left(number, 5 * number - 4).words)
        for n, top in enumerate(TOPS):
            words += [*put("v" if n else "Radio", 420, top), *put("v" if n else "Baliho", 480, top)]
        return page_of(words, number=number)

    assert {len(row) for row in media([ticked(1), ticked(2)])} == {2}


def test_any_column_may_stand_on_the_right_page() -> None:
    heads = [*put("No", 60, TOPS[0]), *put("Tanggal", 120, TOPS[0]), *put("Media", 260, TOPS[0])]
    words = [
        w for n, top in enumerate(TOPS[1:], 1) for w in (*put(f"{n}.", 60, top), *put(f"{n} April 2024", 120, top))
    ]
    words += [w for top in TOPS[1:] for w in put("Instagram", 260, top)]
    texts = [*put("Jenis Informasi", 60, TOPS[0]), *(w for top in TOPS[1:] for w in put("Jadwal tahapan", 60, top))]
    assert [row[0] for row in media([page_of([*heads, *words]), page_of(texts, number=2)])[1:]] == [
        "Jadwal tahapan"
    ] * 5


def test_the_venues_of_activities_may_stand_on_the_right_page() -> None:
    heads = [*put("No", 60, TOPS[0]), *put("Tanggal", 120, TOPS[0]), *put("Kegiatan", 260, TOPS[0])]
    words = [
        w for n, top in enumerate(TOPS[1:], 1) for w in (*put(f"{n}.", 60, top), *put(f"{n} April 2024", 120, top))
    ]
    words += [w for top in TOPS[1:] for w in put("Rapat koordinasi", 260, top)]
    venues = [*put("Tempat", 60, TOPS[0]), *(w for top in TOPS[1:] for w in put("Aula KPU", 60, top))]
    assert [row[0] for row in media([page_of([*heads, *words]), page_of(venues, number=2)])[1:]] == ["Aula KPU"] * 5


def test_more_platforms_may_stand_on_the_right_page() -> None:
    words = [*put("No", 60, TOPS[0]), *put("Konten", 120, TOPS[0]), *put("IG", 300, TOPS[0]), *put("FB", 380, TOPS[0])]
    for n, (top, name) in enumerate(zip(TOPS[1:], ("Berita", "Video", "Infografis", "Repost", "Meme"), strict=True), 1):
        words += [*put(f"{n}.", 60, top), *put(name, 120, top), *put("7", 300, top), *put("5", 380, top)]
    more = [*put("TikTok", 60, TOPS[0]), *put("YouTube", 160, TOPS[0])]
    more += [word for top in TOPS[1:] for word in (*put("8", 60, top), *put("-", 160, top))]
    assert [row[1:] for row in media([page_of(words), page_of(more, number=2)])[1:]] == [["8", "-"]] * 5


def test_the_columns_may_be_numbered_over_both_pages() -> None:
    places = ((120, "Konten"), (300, "IG"), (380, "FB"))
    words = [w for n, (x, name) in enumerate(places, 1) for w in (*put(name, x, 88), *put(f"({n})", x, TOPS[0]))]
    for top, name in zip(TOPS[1:], ("Berita", "Video", "Infografis", "Repost", "Meme"), strict=True):
        words += [*put(name, 120, top), *put("7", 300, top), *put("5", 380, top)]
    more = [
        w
        for n, (x, name) in enumerate(((60, "TikTok"), (160, "YouTube")), 4)
        for w in (*put(name, x, 88), *put(f"({n})", x, TOPS[0]))
    ]
    more += [word for top in TOPS[1:] for word in (*put("8", 60, top), *put("9", 160, top))]
    assert media([page_of(words), page_of(more, number=2)])[2:] == [["8", "9"]] * 5


def test_cells_in_the_middle_of_their_rows_stand_level_by_their_middles() -> None:
    words = [w for x, name in ((60, "No"), (120, "Tanggal"), (260, "Jenis Informasi")) for w in put(name, x, 80)]
    names = put("Media", 160, 80)
    for n in range(1, 6):
        base = 60 + 50 * n
        words += [*put(f"{n}.", 60, base), *put(f"{n} April 2024", 120, base), *put(f"Jadwal tahapan {n}", 260, base)]
        names += [
            word
            for k, text in enumerate(("Instagram", "Baliho", "TikTok"))
            for word in put(text, 60, base - 12 + 12 * k)
        ]
    assert media([page_of(words), page_of(names, number=2)])[1:] == [["Instagram Baliho TikTok"]] * 5


def test_halves_with_row_rules_only_are_one_table() -> None:
    def ruled(page: Page, end: float) -> Page:
        return replace(page, rules=tuple(level(top - 12, 50, end) for top in (*TOPS, TOPS[-1] + 17)))

    whole = media([ruled(left(1), 420), ruled(right(2), 480)])
    assert whole[1:] == [["Instagram, Facebook", ""]] * 5


def test_a_table_without_rules_may_be_three_pages_wide() -> None:
    heads = [*put("No", 60, TOPS[0]), *put("Tanggal", 120, TOPS[0])]
    words = [
        w for n, top in enumerate(TOPS[1:], 1) for w in (*put(f"{n}.", 60, top), *put(f"{n} April 2024", 120, top))
    ]
    texts = [*put("Jenis Informasi", 60, TOPS[0]), *(w for top in TOPS[1:] for w in put("Jadwal tahapan", 60, top))]
    pages = [page_of([*heads, *words]), page_of(texts, number=2), right(3)]
    tables = join_halves([(page, find_tables(page)) for page in pages], find_tables, VOCABULARY)
    assert tables[0][1][0].rows()[1] == ["1.", "1 April 2024", "Jadwal tahapan", "Instagram, Facebook", ""]


def test_what_stands_on_the_right_page_alone_stays_there() -> None:
    words = [
        w
        for k, top in enumerate((400, 417, 434))
        for w in (*put(f"Nama {k}", 60, top), *put("5", 300, top), *put("7", 400, top))
    ]
    pages = [left(1), page_of([*right(2).words, *words], number=2)]
    (_, ours), (_, theirs) = join_halves([(page, find_tables(page)) for page in pages], find_tables, VOCABULARY)
    assert ours[0].width == 5 and [table.pages for table in theirs] == [(2,)]


def test_a_page_that_counts_its_own_rows_is_no_right_half() -> None:
    """The heading of its numbers has two lines, 'No' set in the middle of 'Urut'."""
    (table,) = find_tables(left(1))
    heads = [*put("Urut", 58, TOPS[0] + 1), *put("Media", 160, TOPS[0])]
    assert _is_beside(table, left(1), page_of(heads, number=2))
    assert not _is_beside(table, left(1), page_of([*put("No", 63, TOPS[0] - 2), *heads], number=2))


def test_names_turned_upright_may_begin_above_those_of_the_left_half() -> None:
    (table,) = find_tables(left(1))
    name = Word("YouTube", 60, TOPS[0] - 30, 70, TOPS[0] + 2, 10, upright=False, angle=90)
    assert _is_beside(table, left(1), page_of([name, *right(2, heading=False).words], number=2))


def test_media_under_a_heading_that_nobody_knows_leave_nothing_to_be_looked_for() -> None:
    rows: list[list[str | None]] = [["No", "Tgl", "Isi Informasi", "Dipasang di"]]
    rows += [[str(n), f"{n} Mei 2024", "Tahapan", "Instagram, Facebook"] for n in range(1, 5)]
    assert not _is_cut(table(rows), VOCABULARY)


def test_boxes_around_the_names_alone_are_a_heading_over_both_pages() -> None:
    def boxed(page: Page, xs: list[float]) -> Page:
        return replace(page, rules=tuple(grid_rules(xs, [TOPS[0] - 12, TOPS[0] + 4])))

    heads = [*put("No", 60, TOPS[0]), *put("Tanggal", 120, TOPS[0])]
    words = [
        w for n, top in enumerate(TOPS[1:], 1) for w in (*put(f"{n}.", 60, top), *put(f"{n} April 2024", 120, top))
    ]
    texts = [*put("Informasi", 60, TOPS[0]), *put("Media", 220, TOPS[0])]
    texts += [w for top in TOPS[1:] for w in (*put("Jadwal tahapan", 60, top), *put("Radio", 220, top))]
    pages = [boxed(page_of([*heads, *words]), [50, 100, 250]), boxed(page_of(texts, number=2), [50, 200, 300])]
    (whole,) = stitch(join_halves([(page, find_tables(page)) for page in pages], find_tables, VOCABULARY))
    assert whole.rows()[1] == ["1.", "1 April 2024", "Jadwal tahapan", "Radio"]


def test_a_recap_that_goes_on_below_on_the_next_page_is_no_right_half_though_its_heading_comes_again() -> None:
    def posts(number: int) -> Page:
        names = ((60, "No"), (120, "Konten"), (300, "IG"), (380, "FB"), (440, "X"), (500, "YT"))
        words = [w for x, name in names for w in put(name, x, TOPS[0])]
        for n, top in enumerate(TOPS[1:], 1):
            words += [
                *put(f"{n}.", 60, top),
                *put("Berita", 120, top),
                *(w for x, _ in names[2:] for w in put("7", x, top)),
            ]
        return page_of(words, number=number)

    pages = [posts(1), posts(2)]
    assert [
        len(tables) for _, tables in join_halves([(p, find_tables(p)) for p in pages], find_tables, VOCABULARY)
    ] == [1, 1]


def test_a_cell_that_is_no_count_and_what_stands_below_leave_a_right_half_one() -> None:
    words = [w for x, name in ((60, "No"), (120, "Konten"), (300, "IG"), (380, "FB")) for w in put(name, x, TOPS[0])]
    for n, (top, name) in enumerate(zip(TOPS[1:], ("Berita", "Video", "Infografis", "Repost", "Meme"), strict=True), 1):
        words += [*put(f"{n}.", 60, top), *put(name, 120, top), *put("7", 300, top), *put("5", 380, top)]
    more = [*put("TikTok", 60, TOPS[0]), *put("YouTube", 160, TOPS[0])]
    more += [w for n, top in enumerate(TOPS[1:]) for w in (*put("8", 60, top), *put("-" if n else "1.2K", 160, top))]
    below = [*put("No", 60, 300), *put("Tanggal", 120, 300), *put("Kegiatan", 260, 300)]
    for n in (1, 2, 3):
        below += [
            *put(f"{n}.", 60, 300 + 17 * n),
            *put(f"{n} Mei", 120, 300 + 17 * n),
            *put("Rapat", 260, 300 + 17 * n),
        ]
    pages = [page_of(words), page_of([*more, *below], number=2)]
    (_, ours), (_, theirs) = join_halves([(page, find_tables(page)) for page in pages], find_tables, VOCABULARY)
    assert [row[4:] for row in ours[0].rows()[1:]] == [["8", "1.2K"], *[["8", "-"]] * 4]
    assert [table.width for table in theirs] == [3]


def test_another_table_on_the_right_page_completes_no_left_half() -> None:
    left_rows = [w for x, t in ((60, "No"), (120, "Konten"), (300, "Posting")) for w in put(t, x, TOPS[0])]
    left_rows += [*put("Jangkauan", 60, TOPS[1]), *put("42.769", 300, TOPS[1])]
    (whole,) = find_tables(
        page_of([*left(1).words, *put("Media", 440, TOPS[0]), *(w for t in TOPS[1:] for w in put("IG", 440, t))])
    )
    assert not _begins_with(whole, table([["No", "Konten", "Posting"]]))
    assert _begins_with(whole, table([["No", "Tanggal", "Jenis Informasi"]]))


def test_a_table_of_items_that_counts_their_posts_is_not_cut() -> None:
    head: list[str | None] = ["No", "Tanggal", "Informasi", "Media", "Jumlah"]
    rows: list[list[str | None]] = [[str(n), f"{n} April 2024", "Apel", "Instagram", "2 unggahan"] for n in range(1, 4)]
    assert not _is_cut(table([head, *rows]), VOCABULARY)


def test_a_table_whose_column_tells_day_and_place_is_not_cut() -> None:
    head: list[str | None] = ["No", "Kegiatan", "Waktu dan Tempat", "Mitra"]
    assert not _is_cut(table([head, ["1", "Apel", "2 April 2024 Aula Kantor KPU", "Polres"]]), VOCABULARY)


def test_rows_that_the_left_half_alone_tells_otherwise_are_doubted() -> None:
    def rows(*texts: str) -> Table:
        cells = [Cell(row, 0, (text,), 1, (50, 100 + 20 * row, 200, 118 + 20 * row)) for row, text in enumerate(texts)]
        return Table(tuple(cells), "stream", (1,))

    page = Page(1, 595, 842)
    alone = rows("Rapat pleno di Sengah Temila", "Podcast", "Lomba")
    whole = with_rows_doubted(rows("Rapat pleno di Sengah", "Temila Podcast", "Lomba"), [alone], page)
    assert [cell.doubt for cell in whole.cells] == [OTHER_ROW, OTHER_ROW, None]
    assert with_rows_doubted(alone, [alone], page) == alone
