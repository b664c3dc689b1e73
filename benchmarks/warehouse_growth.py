"""How the warehouse grows: N generated reports through the real load path, then roll-up, publishing and status.

    python benchmarks/warehouse_growth.py [--reports 20000] [--folder DIR] [--markdown FILE]

The processor time of each load is told as medians over windows of 100; roll-up with publishing, and a status, run in
processes of their own, so that their peak memory is their own.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import duckdb

from warehouse.connection import open_warehouse
from warehouse.load import Receipt, load_document
from warehouse.publish import publish
from warehouse.rollup import roll_up
from warehouse.settings import WarehouseSettings

WINDOW = 100
OFFICES = 514
FIRST_YEAR = 2015
TOPICS = (
    "Tahapan dan Jadwal Pilkada", "Pengumuman Hasil Audit Laporan Dana Kampanye", "Selamat Hari Kartini",
    "Pendaftaran PPK dan PPS", "Sayembara Desain Maskot", "Pemutakhiran Data Pemilih", "Simulasi Pemungutan Suara",
    "Rapat Koordinasi Persiapan Kampanye", "Peluncuran Tahapan Pemilihan", "Bimbingan Teknis Sirekap",
)  # fmt: skip
MEDIA = "WA Grup Bakohumas, WA Grup LO Parpol, Media Sosial KPU (IG, Facebook, Twitter)"
CHANNELS = ["whatsapp_bakohumas", "whatsapp_parpol", "instagram", "facebook", "twitter"]
PLATFORMS = ("instagram", "facebook", "twitter", "youtube", "tiktok")
CONTENTS = (
    "foto_berita", "kpu_flash", "memequote", "ucapan_selamat", "ucapan_duka_cita", "infografik",
    "peringatan_hari_besar", "promote_live", "promote_link_berita", "repost",
)  # fmt: skip


@dataclass(frozen=True)
class Office:
    """A made-up satker."""

    code: str
    name: str
    short: str
    kind: str


def offices() -> list[Office]:
    """As many as Indonesia has regencies and cities."""
    return [Office(f"{1100 + n}", f"KPU Kabupaten Contoh {n}", f"Contoh {n}", "kabupaten") for n in range(OFFICES)]


def documents(count: int) -> Iterator[dict[str, Any]]:
    """Reports office by office within each quarter, as they would come in."""
    chance = random.Random(2024)
    everyone = offices()
    for number in range(count):
        period, place = divmod(number, OFFICES)
        yield document(number, everyone[place], FIRST_YEAR + period // 4, period % 4 + 1, chance)


def document(number: int, office: Office, year: int, quarter: int, chance: random.Random) -> dict[str, Any]:
    """One report of the size of the real one: some 50 rows, 50 recap cells and 20 activities."""
    first = date(year, quarter * 3 - 2, 1)

    def fact(page: int, row: int) -> dict[str, Any]:
        top = 90.0 + 21.4 * (row % 30)
        return {"page": page + row // 30, "bbox": [71.2, top, 540.6, top + 19.9], "doubt": None}

    def day() -> str:
        return (first + timedelta(days=chance.randrange(90))).isoformat()

    rows = []
    for seq in range(1, chance.randrange(40, 61)):
        when = day()
        text = f"{chance.choice(TOPICS)} nomor {chance.randrange(400)}"
        rows.append({"seq": seq, "number": str(seq), "date_text": when, "date_start": when, "date_end": when,
                     "information": text, "media_text": MEDIA, "channels": CHANNELS} | fact(5, seq))  # fmt: skip
    cells = []
    for place, (content, platform) in enumerate((c, p) for c in CONTENTS for p in PLATFORMS):
        posts = chance.randrange(120)
        cells.append({"content_type": content, "content_label": content.replace("_", " ").title(), "platform": platform,
                      "posts": posts, "posts_text": str(posts), "month": None} | fact(9, place))  # fmt: skip
    activities = []
    for seq in range(1, chance.randrange(15, 26)):
        when, sector = day(), ("pemerintah", "non_pemerintah")[seq % 2]
        text = f"KPU mengadakan {chance.choice(TOPICS)} bersama Forkopimda ke-{chance.randrange(400)}."
        activities.append({"sector": sector, "seq": seq, "number": str(seq), "text": text, "date_text": when,
                           "date_start": when, "date_end": when, "venue": "Aula"} | fact(3, seq))  # fmt: skip
    total = sum(cell["posts"] for cell in cells)
    return {
        "schema_version": 1,
        "source": {"filename": f"{office.code}_{year}_tw{quarter}.pdf", "pages": 17, "text_layer": "digital",
                   "sha256": hashlib.sha256(str(number).encode()).hexdigest()},
        "report": {"satker_code": office.code, "satker_name": office.name, "year": year, "quarter": quarter,
                   "title": "LAPORAN BAKOHUMAS", "report_place": office.short, "report_date": f"{year}-12-31",
                   "signatory_name": "N. N.", "signatory_role": "Ketua", "signatory_nip": None},
        "dissemination": rows, "social_media": cells, "activities": activities,
        "photos": [{"caption": "Foto kegiatan", "date": None, "page": 12}],
        "statements": [{"kind": "total_disseminated", "value": total, "text": f"Sebanyak {total}.", "page": 13}],
        "legal_basis": ["UU No 7 Tahun 2017 tentang Pemilihan Umum;"] * 3,
        "narrative": {"evaluation": "Kegiatan berjalan baik. " * 20, "challenges": None,
                      "follow_up": ["Rapat evaluasi"] * 3, "conclusion": "Baik. " * 20, "suggestion": "Tambah. " * 10},
        "findings": [{"rule": "numbering_gap", "severity": "info", "message": f"Nomor {number} terlewati.",
                      "page": 7, "bbox": None}],
    }  # fmt: skip


def load_one(con: duckdb.DuckDBPyConnection, number: int, made: dict[str, Any]) -> float:
    """Load one report; seconds of processor time, so that a busy machine counts less."""
    source = made["source"]
    received = datetime(FIRST_YEAR, 1, 1, tzinfo=UTC) + timedelta(hours=number)
    receipt = Receipt(source["sha256"], source["filename"], received, f"archive/{source['sha256']}.pdf", "1")
    start = time.process_time()
    load_document(con, made, receipt)
    return time.process_time() - start


def grow(path: Path, count: int) -> list[float]:
    """Load the reports; seconds of each load."""
    took = []
    with open_warehouse(path) as con:
        for number, made in enumerate(documents(count)):
            took.append(load_one(con, number, made))
            if (number + 1) % 1000 == 0:
                print(f"{number + 1:6} reports, {statistics.median(took[-WINDOW:]) * 1000:.1f} CPU ms", file=sys.stderr)
    return took


def side_by_side(grown: Path, count: int) -> tuple[float, float]:
    """Medians of loading the same reports into a warehouse of 100 and into the grown one, in turns."""
    with tempfile.TemporaryDirectory() as scratch, open_warehouse(Path(scratch) / "small.duckdb") as small:
        for number, made in enumerate(documents(WINDOW)):
            load_one(small, number, made)
        pairs = []
        with open_warehouse(grown) as large:
            for number, made in enumerate(documents(count + WINDOW)):
                if number >= count:
                    pairs.append((load_one(small, number, made), load_one(large, number, made)))
    first, second = (statistics.median(times) for times in zip(*pairs, strict=True))
    return first, second


def refresh(folder: Path) -> dict[str, float]:
    """Roll up and publish; seconds and MiB at the peak of this process."""
    start = time.perf_counter()
    with open_warehouse(folder / "warehouse.duckdb") as con:
        roll_up(con, WarehouseSettings(offices()))
        middle = time.perf_counter()
        publish(con, folder / "published")
        end = time.perf_counter()
        again = publish(con, folder / "published")
    used = resource.getrusage(resource.RUSAGE_SELF)
    return {
        "rollup_s": middle - start,
        "publish_s": end - middle,
        "unchanged_s": time.perf_counter() - end,
        "unchanged": float(again.unchanged),
        "peak_mib": used.ru_maxrss / 1024,
        "cpu_s": used.ru_utime + used.ru_stime,
    }


def status_seconds(folder: Path) -> float:
    """Wall time of a whole process that reads the newest quarter's coverage."""
    code = (
        "import sys; from pathlib import Path; from warehouse.coverage import status; "
        "assert status(Path(sys.argv[1])).rows"
    )
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code, str(folder)], check=True, cwd=Path(__file__).resolve().parents[1])
    return time.perf_counter() - start


def in_child(folder: Path) -> dict[str, float]:
    """`refresh` in a process of its own."""
    command = [sys.executable, __file__, "--refresh", str(folder)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    measured: dict[str, float] = json.loads(answer.splitlines()[-1])
    return measured


def report(took: list[float], pair: tuple[float, float], measured: dict[str, float], status: float, size: int) -> str:
    """The figures as a Markdown table."""
    windows = [n for n in (100, 1000, 5000, 10000, 15000, 20000) if n < len(took)] + [len(took)]
    base = statistics.median(took[max(0, windows[0] - WINDOW) : windows[0]])
    lines = ["| reports | load, median of the last 100 (CPU ms) | against the first |", "| ---: | ---: | ---: |"]
    for upto in windows:
        median = statistics.median(took[max(0, upto - WINDOW) : upto])
        lines.append(f"| {upto} | {median * 1000:.1f} | {median / base:.2f} |")
    small, large = (seconds * 1000 for seconds in pair)
    lines += [
        "",
        f"In turns on one machine: {small:.1f} ms into a warehouse of {WINDOW} reports, {large:.1f} ms into one of "
        f"{len(took)}: {large / small:.2f} times as long.",
        "",
        f"Roll-up {measured['rollup_s']:.1f} s, publish {measured['publish_s']:.1f} s, publish again without change "
        f"{measured['unchanged_s']:.1f} s, {measured['cpu_s']:.0f} s of processor time in all, peak "
        f"{measured['peak_mib']:.0f} MiB; status {status:.2f} s; "
        f"warehouse file {size / 2**20:.0f} MiB.",
    ]
    return "\n".join(lines)


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=20_001)
    parser.add_argument("--folder", type=Path, help="keep the data folder here (default: a temporary one)")
    parser.add_argument("--markdown", type=Path, help="also write the table to this file")
    parser.add_argument("--refresh", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.refresh:
        print(json.dumps(refresh(options.refresh)))
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.folder or Path(scratch)
        warehouse = folder / "warehouse.duckdb"
        took = grow(warehouse, options.reports)
        pair = side_by_side(warehouse, options.reports)
        measured = in_child(folder)
        text = report(took, pair, measured, status_seconds(folder), warehouse.stat().st_size)
    print(text)
    if options.markdown:
        options.markdown.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
