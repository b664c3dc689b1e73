"""Send notices: by e-mail and by webhook as set, else as a text file in the data folder."""

from __future__ import annotations

import json
import smtplib
import socket
import ssl
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

from flows.errors import RekapError
from flows.intake.names import safe_name
from flows.notify.notices import Notice
from flows.settings import Mail, Settings, Webhook

TIMEOUT = 30
"""Seconds that a mail or web server may take to answer."""


class DeliveryError(RekapError):
    """A notice that could not be sent; another try may help."""


def notices_folder(settings: Settings) -> Path:
    """Where notices stand that go nowhere else."""
    return settings.data / "notices"


def send(notice: Notice, settings: Settings) -> list[str]:
    """Send a notice every way that is set; raises DeliveryError. Returns where it went."""
    ways = []
    if settings.mail.host and settings.mail.to:
        send_mail(notice, settings.mail)
        ways.append("e-mail")
    if settings.webhook.url:
        post(notice, settings.webhook)
        ways.append("webhook")
    if not ways:
        ways.append(str(write(notice, settings)))
    return ways


def send_mail(notice: Notice, mail: Mail) -> None:
    """Send a notice through an SMTP server."""
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = notice.subject, mail.sender, ", ".join(mail.to)
    message.set_content(notice.body)
    try:
        with _connect(mail) as server:
            if mail.security == "starttls":
                server.starttls(context=ssl.create_default_context())
            if mail.user:
                server.login(mail.user, mail.password)
            server.send_message(message)
    except (OSError, smtplib.SMTPException) as error:
        raise DeliveryError(f"E-mail tidak terkirim lewat {mail.host}:{mail.port} ({type(error).__name__}).") from error


def post(notice: Notice, webhook: Webhook) -> None:
    """POST a notice as JSON; `text` is what most chat services show. The address is a secret: it is never shown."""
    if not webhook.url.startswith(("https://", "http://")):
        raise DeliveryError("Alamat webhook harus diawali https:// atau http://.")
    content = {"subject": notice.subject, "text": f"{notice.subject}\n\n{notice.body}", "key": notice.key}
    headers = {"Content-Type": "application/json; charset=utf-8"}
    request = Request(webhook.url, json.dumps(content, ensure_ascii=False).encode(), headers)
    try:
        with urlopen(request, timeout=TIMEOUT):
            pass
    except (URLError, OSError) as error:
        raise DeliveryError(f"Webhook tidak menerima pemberitahuan ({type(error).__name__}).") from None


def write(notice: Notice, settings: Settings) -> Path:
    """Write a notice to a file."""
    folder = notices_folder(settings)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{safe_name(notice.key)}.txt"
    path.write_text(f"{notice.subject}\n\n{notice.body}\n", encoding="utf-8")
    return path


def _connect(mail: Mail) -> smtplib.SMTP:
    """A connection to the mail server, encrypted from the start where the setting says so."""
    here = socket.gethostname()  # its full name would be asked of a name server, which an office may lack
    if mail.security == "tls":
        return smtplib.SMTP_SSL(mail.host, mail.port, here, timeout=TIMEOUT, context=ssl.create_default_context())
    return smtplib.SMTP(mail.host, mail.port, here, timeout=TIMEOUT)
