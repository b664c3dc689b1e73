"""Hostile files against the real reader: each ends within its limits, with a reason, and harms no neighbour.

The limits are small so that the test is quick; what must hold is that every file comes to an end.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from flows.reading.actives import active_content
from flows.reading.guard import Guard, Job, ReaderDied, refuse_dead
from flows.reading.options import READER, extract_settings
from flows.settings import MEBIBYTE, Limits, Settings
from tests.support import hostile

LIMITS = Limits(seconds=8, pages=50, memory=1024 * MEBIBYTE)
REASONS = {"not_pdf", "damaged", "encrypted", "too_large", "not_a_report", "period_unclear", "unknown_satker"}


@pytest.fixture(scope="module")
def guard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guard]:
    folder = tmp_path_factory.mktemp("guard")
    with Guard(READER, extract_settings(Settings(data=folder)), LIMITS, 1, folder / "reader.log") as pool:
        yield pool


def read(guard: Guard, folder: Path, name: str, content: bytes) -> Any:
    source = folder / f"{name}.pdf"
    source.write_bytes(content)
    job = Job(name, source, source.name, folder / f"{name}.json")
    try:
        path = guard.read(job)
    except ReaderDied as died:
        path = refuse_dead(job, died)
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", hostile.SAMPLES)
def test_every_attack_ends_with_a_reason(guard: Guard, tmp_path: Path, name: str) -> None:
    content = hostile.SAMPLES[name]()
    refused = read(guard, tmp_path, name, content)["refused"]
    assert refused["reason"] in REASONS
    assert refused["message"]


def test_reports_are_read_after_all_of_them(guard: Guard, tmp_path: Path) -> None:
    sample = files("flows") / "sample" / "6103_sanggau_2024_tw2.pdf"
    assert read(guard, tmp_path, "laporan", sample.read_bytes())["report"]["satker_code"] == "6103"


def test_what_could_act_is_noted(tmp_path: Path) -> None:
    for name in ("script", "attachment", "garbage"):
        (tmp_path / name).write_bytes(hostile.SAMPLES[name]())
    (tmp_path / "text").write_text("bukan PDF", encoding="utf-8")
    assert active_content(tmp_path / "script") == [
        "memuat JavaScript (tidak dijalankan)",
        "memuat perintah menjalankan program (tidak dijalankan)",
    ]
    assert active_content(tmp_path / "attachment") == ["memuat 1 berkas lampiran (tidak dibuka)"]
    assert active_content(tmp_path / "garbage") == active_content(tmp_path / "text") == []
