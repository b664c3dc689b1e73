from base64 import b64encode
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from flows.engine.originals import address, route
from flows.intake.inbox import archive_path

DIGEST = "ab" * 32


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    file = archive_path(tmp_path / "archive", DIGEST)
    file.parent.mkdir(parents=True)
    file.write_bytes(b"%PDF-1.7")
    (tmp_path / "archive" / "secret.pdf").write_bytes(b"no")
    return tmp_path / "archive"


def client(archive: Path, auth: str | None = None) -> TestClient:
    return TestClient(Starlette(routes=[route(archive, auth)]))


def test_an_original_is_shown_as_a_pdf(archive: Path) -> None:
    answer = client(archive).get(address(DIGEST, 7))
    assert (answer.status_code, answer.content) == (200, b"%PDF-1.7")
    assert answer.headers["content-type"] == "application/pdf"
    assert "attachment" not in answer.headers.get("content-disposition", "")


@pytest.mark.parametrize("name", ["secret.pdf", f"{'cd' * 32}.pdf", "..%2Farchive%2Fsecret.pdf", f"{DIGEST}.pdf/x"])
def test_nothing_else_is(archive: Path, name: str) -> None:
    assert client(archive).get(f"/arsip/{name}").status_code == 404


def test_where_a_password_is_set_it_is_asked_for(archive: Path) -> None:
    guarded = client(archive, "kpu:rahasia")
    asked = guarded.get(address(DIGEST, None))
    assert (asked.status_code, asked.headers["www-authenticate"]) == (401, 'Basic realm="rekap"')
    wrong = {"Authorization": "Basic " + b64encode(b"kpu:salah").decode()}
    assert guarded.get(address(DIGEST, None), headers=wrong).status_code == 401
    right = {"Authorization": "Basic " + b64encode(b"kpu:rahasia").decode()}
    assert guarded.get(address(DIGEST, None), headers=right).status_code == 200
