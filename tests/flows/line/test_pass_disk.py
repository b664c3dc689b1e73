from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from prefect.exceptions import PrefectException

from flows.engine import runs
from flows.errors import RekapError
from flows.intake import inbox
from flows.line import current, flow, one_pass
from flows.line.outcome import unwatched
from flows.settings import Settings

CONNECTION: Any = SimpleNamespace(url=lambda: "http://127.0.0.1:1/api", own=False)


@pytest.mark.parametrize(("free", "told"), [(1 << 40, "bermasalah"), (1 << 20, "Ruang disk tinggal 1 MB")])
def test_a_full_disk_is_named_when_prefect_stumbles_over_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, told: str
) -> None:
    def fail(data: str) -> None:
        raise PrefectException("500")

    monkeypatch.setattr(flow, "rekap", fail)
    monkeypatch.setattr(current, "prepared", nullcontext)
    monkeypatch.setattr(runs, "kept", nullcontext)
    monkeypatch.setattr(inbox.shutil, "disk_usage", lambda folder: SimpleNamespace(free=free))
    bench: Any = SimpleNamespace(settings=Settings(data=tmp_path))
    with pytest.raises(RekapError, match=told):
        one_pass._run_flow(bench, unwatched, CONNECTION)
