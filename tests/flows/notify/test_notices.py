"""Notices: what is said, when, to whom, over a real SMTP and a real HTTP server."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

from flows.line.outcome import FileLine, PassResult
from flows.notify import reminders
from flows.notify.deliver import DeliveryError, send
from flows.notify.notices import Notice, Quarter, after_pass, around_due, due_date, ended_quarter, late, to_close
from flows.settings import Due, DueException, Mail, Settings, Webhook

DUE = date(2024, 7, 10)
QUARTER = Quarter(2024, 2, {"KPU Kabupaten Landak": DUE, "KPU Kota Singkawang": DUE}, approved=1, received=12)
NOTICE = Notice("uji", "Rekap Bakohumas: uji", "Baris satu\nKPU “Sanggau”")


@dataclass
class Mailbox:
    """What an SMTP server has taken."""

    messages: list[Any] = field(default_factory=list)

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.messages.append((envelope.rcpt_tos, message_from_bytes(envelope.content, policy=policy.default)))
        return "250 OK"


@pytest.fixture
def mailbox() -> Iterator[tuple[Mailbox, Mail]]:
    box = Mailbox()

    def check(server: Any, session: Any, envelope: Any, mechanism: str, data: LoginPassword) -> AuthResult:
        return AuthResult(success=(data.login, data.password) == (b"rekap", b"rahasia"), handled=False)

    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(
        box, hostname="127.0.0.1", port=port, authenticator=check, auth_require_tls=False, server_hostname="uji"
    )
    controller.start()
    to = ("humas@kpu.example", "sekretaris@kpu.example")
    yield box, Mail(host="127.0.0.1", port=port, security="none", user="rekap", password="rahasia", to=to)
    controller.stop()


@pytest.fixture
def hook() -> Iterator[tuple[list[Any], str]]:
    bodies: list[Any] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            bodies.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(500 if self.path == "/rusak" else 204)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield bodies, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_mail_arrives_whole(tmp_path: Path, mailbox: tuple[Mailbox, Mail]) -> None:
    box, mail = mailbox
    assert send(NOTICE, Settings(data=tmp_path, mail=mail)) == ["e-mail"]
    ((recipients, message),) = box.messages
    assert recipients == list(mail.to)
    assert message["Subject"] == NOTICE.subject
    assert message.get_content().strip().replace("\r\n", "\n") == NOTICE.body


def test_refused_password_is_a_delivery_error_without_the_password(
    tmp_path: Path, mailbox: tuple[Mailbox, Mail]
) -> None:
    _, mail = mailbox
    wrong = Mail(host=mail.host, port=mail.port, security="none", user="rekap", password="salah-sekali", to=mail.to)
    with pytest.raises(DeliveryError) as error:
        send(NOTICE, Settings(data=tmp_path, mail=wrong))
    assert "salah-sekali" not in str(error.value)


def test_server_without_encryption_is_refused_when_encryption_is_asked_for(
    tmp_path: Path, mailbox: tuple[Mailbox, Mail]
) -> None:
    box, mail = mailbox
    with pytest.raises(DeliveryError):
        send(NOTICE, Settings(data=tmp_path, mail=Mail(host=mail.host, port=mail.port, to=mail.to)))
    assert not box.messages


def test_webhook_gets_json(tmp_path: Path, hook: tuple[list[Any], str]) -> None:
    bodies, url = hook
    assert send(NOTICE, Settings(data=tmp_path, webhook=Webhook(f"{url}/kunci-rahasia"))) == ["webhook"]
    assert bodies[0]["key"] == "uji"
    assert bodies[0]["text"].startswith("Rekap Bakohumas: uji\n\nBaris satu")


@pytest.mark.parametrize("place", ["rusak", None])
def test_failing_webhook_never_shows_its_address(
    tmp_path: Path, hook: tuple[list[Any], str], place: str | None
) -> None:
    url = f"{hook[1]}/{place}" if place else "http://127.0.0.1:9/kunci-rahasia"
    with pytest.raises(DeliveryError) as error:
        send(NOTICE, Settings(data=tmp_path, webhook=Webhook(url)))
    assert url not in str(error.value)
    assert error.value.__cause__ is None


def test_webhook_is_http_only(tmp_path: Path) -> None:
    with pytest.raises(DeliveryError, match="https://"):
        send(NOTICE, Settings(data=tmp_path, webhook=Webhook("file:///etc/passwd")))


def test_notice_becomes_a_file_when_nothing_is_set(tmp_path: Path) -> None:
    (place,) = send(NOTICE, Settings(data=tmp_path))
    assert Path(place).read_text(encoding="utf-8") == f"{NOTICE.subject}\n\n{NOTICE.body}\n"


def test_quiet_pass_says_nothing() -> None:
    result = PassResult((FileLine("a.pdf", "loaded", "KPU"), FileLine("b.pdf", "duplicate", "sama")), "s.duckdb")
    assert after_pass(result, QUARTER, DUE) is None


def test_notice_after_a_pass_names_refusals_doubts_findings_and_the_late() -> None:
    lines = (
        FileLine("a.pdf", "loaded", "KPU", findings=3, doubts=2),
        FileLine("surat.pdf", "refused", "tidak ditemukan laporan", reason="not_a_report"),
    )
    notice = after_pass(PassResult(lines, "rekap-x.duckdb"), QUARTER, date(2024, 7, 15))
    assert notice
    assert notice.subject == "Rekap Bakohumas: 1 laporan diterima, 1 ditolak"
    assert "- surat.pdf: tidak ditemukan laporan" in notice.body
    assert "Ada fakta yang meragukan:\n- a.pdf: 2" in notice.body
    assert "Ada temuan:\n- a.pdf: 3" in notice.body
    assert "- KPU Kota Singkawang: jatuh tempo 10 Juli 2024, lewat 5 hari" in notice.body


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (date(2024, 1, 1), (2023, 4)),
        (date(2024, 3, 31), (2023, 4)),
        (date(2024, 4, 1), (2024, 1)),
        (date(2024, 12, 31), (2024, 3)),
    ],
)
def test_last_quarter_that_is_over(day: date, quarter: tuple[int, int]) -> None:
    assert ended_quarter(day) == quarter


def test_due_dates() -> None:
    due = Due(days=10, exceptions=(DueException("6103", 2024, 2, date(2024, 8, 1)),))
    assert due_date(due, "6101", 2024, 2) == DUE
    assert due_date(due, "6101", 2024, 4) == date(2025, 1, 10)
    assert due_date(due, "6103", 2024, 2) == date(2024, 8, 1)


@pytest.mark.parametrize(
    ("day", "keys"),
    [
        (date(2024, 7, 2), []),
        (date(2024, 7, 3), ["due-2024-2-2024-07-10-b7"]),
        (date(2024, 7, 8), ["due-2024-2-2024-07-10-b7"]),
        (date(2024, 7, 9), ["due-2024-2-2024-07-10-b1"]),
        (date(2024, 7, 10), ["due-2024-2-2024-07-10-b1"]),
        (date(2024, 7, 11), ["due-2024-2-2024-07-10-a1"]),
        (date(2024, 7, 20), ["due-2024-2-2024-07-10-a7"]),
    ],
)
def test_reminders_around_the_due_date(day: date, keys: list[str]) -> None:
    assert [notice.key for notice in around_due(QUARTER, Due(), day)] == keys


def test_nobody_late_is_nothing_to_say() -> None:
    assert late(QUARTER, DUE) == ""
    assert not list(around_due(Quarter(2024, 2, {}), Due(), date(2024, 7, 20)))


def test_open_quarter_is_reminded_of_once_its_due_date_is_past() -> None:
    assert to_close(QUARTER, DUE) is None
    notice = to_close(QUARTER, date(2024, 7, 11))
    assert notice
    assert "12 laporan triwulan II tahun 2024 sudah diterima, 1 di antaranya disetujui; 2 satker" in notice.body
    assert to_close(Quarter(2024, 2, {}, received=14, closed=True), date(2024, 7, 11)) is None


def test_each_reminder_is_sent_once(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path)
    (subject,) = reminders.remind(settings, date(2024, 7, 9))
    assert subject == "Pengingat: laporan Bakohumas triwulan II tahun 2024 jatuh tempo 1 hari lagi"
    assert reminders.remind(settings, date(2024, 7, 9)) == []
    (subject,) = reminders.remind(settings, date(2024, 7, 12))
    assert subject == "Terlambat: 14 satker belum mengirim laporan Bakohumas triwulan II tahun 2024"
    letters = sorted((tmp_path / "notices").glob("*.txt"))
    assert len(letters) == 2
    assert "KPU Kota Pontianak" in letters[0].read_text(encoding="utf-8")
