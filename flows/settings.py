"""Every setting of the product in one frozen object: defaults, then `rekap.toml`, then the environment.

`rekap.toml` stands in the data folder, so that a data folder carries its own settings. A key `limits.pages` there is
`REKAP_LIMITS_PAGES` in the environment. What is not known is an error, never silently left out. Fields that `repr`
leaves out are secrets: they come from the environment or from a file that only its owner can read.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path
from zoneinfo import ZoneInfo

from flows.settings_values import SettingsError, construct, from_environment, from_file

FILE_NAME = "rekap.toml"
"""The settings file of a data folder."""

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost before it is refused as `too_large`."""

    bytes: int = 100 * MEBIBYTE
    pages: int = 300
    seconds: float = 600.0
    """Wall time of reading one document; a scanned page takes some 4 s."""
    memory: int = 2048 * MEBIBYTE
    """Bytes of address space of the child process that reads it, beyond what it starts with."""

    def __post_init__(self) -> None:
        """Refuse limits that would refuse everything."""
        for name in ("bytes", "pages", "seconds", "memory"):
            _require(getattr(self, name) > 0, f"limits.{name}", "harus lebih besar dari 0")


@dataclass(frozen=True, slots=True)
class DueException:
    """Another due date for one satker's quarter."""

    satker: str
    year: int
    quarter: int
    date: date


@dataclass(frozen=True, slots=True)
class Due:
    """When a quarter's report is due: days after the quarter's end, with exceptions."""

    days: int = 10
    remind_before: tuple[int, ...] = (7, 1)
    """Days before the due date on which the office is reminded."""
    remind_after: tuple[int, ...] = (1, 7)
    """Days after the due date on which those who are late are named."""
    exceptions: tuple[DueException, ...] = ()


@dataclass(frozen=True, slots=True)
class Schedule:
    """When `rekap serve` runs a pass by itself."""

    nightly: time = time(2, 0)
    notices: time = time(8, 0)
    """When due dates are looked at each day."""
    watch: bool = True
    """Whether new files in the intake folder start a pass."""
    settle_seconds: float = 2.0
    """How long a file must stay unchanged before it counts as wholly copied."""


@dataclass(frozen=True, slots=True)
class Mail:
    """Notices by e-mail; off while `host` or `to` is empty."""

    host: str = ""
    port: int = 587
    security: str = "starttls"
    user: str = ""
    password: str = field(default="", repr=False)
    sender: str = "rekap@localhost"
    to: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a kind of encryption that does not exist."""
        allowed = ("starttls", "tls", "none")
        _require(self.security in allowed, "mail.security", f"harus salah satu dari: {', '.join(allowed)}")


@dataclass(frozen=True, slots=True)
class Webhook:
    """Notices by HTTP POST; off while `url` is empty. The address may hold a key, so it is never shown."""

    url: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Server:
    """Where `rekap serve` listens; wider than this computer only with `auth`."""

    host: str = "127.0.0.1"
    port: int = 4200
    auth: str = field(default="", repr=False)
    """`user:password` of the web pages."""
    database_url: str = field(default="", repr=False)
    """PostgreSQL address of Prefect's own database; empty for SQLite in the data folder."""

    def __post_init__(self) -> None:
        """Refuse to listen beyond this computer without a password."""
        local = self.host in {"127.0.0.1", "localhost", "::1"}
        message = "wajib diisi (nama:sandi) bila server.host bukan 127.0.0.1"
        _require(local or ":" in self.auth.strip(":"), "server.auth", message)


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings. Paths are absolute; secrets never show in `repr`."""

    data: Path
    province: str = "61"
    """Whose satker count: the province's two-digit Kemendagri code."""
    timezone: str = "Asia/Pontianak"
    processes: int = field(default_factory=lambda: max(1, min(4, os.cpu_count() or 1)))
    """How many documents are read at the same time; a lone one uses as many threads."""
    dask_scheduler: str = ""
    """Address of a Dask scheduler (`tcp://...`) that spreads the reading; empty for this computer alone."""
    limits: Limits = field(default_factory=Limits)
    due: Due = field(default_factory=Due)
    schedule: Schedule = field(default_factory=Schedule)
    mail: Mail = field(default_factory=Mail)
    webhook: Webhook = field(default_factory=Webhook)
    server: Server = field(default_factory=Server)

    def __post_init__(self) -> None:
        """Refuse values that only fail later."""
        _require(self.processes > 0, "processes", "harus lebih besar dari 0")
        _require(_is_timezone(self.timezone), "timezone", f"zona waktu {self.timezone!r} tidak dikenal")

    @property
    def zone(self) -> ZoneInfo:
        """The office's time zone."""
        return ZoneInfo(self.timezone)

    @property
    def intake(self) -> Path:
        """Where PDFs are dropped."""
        return self.data / "intake"

    @property
    def archive(self) -> Path:
        """Every original by its sha256."""
        return self.data / "archive"

    @property
    def quarantine(self) -> Path:
        """Refused files with their reasons."""
        return self.data / "quarantine"

    @property
    def warehouse(self) -> Path:
        """The writer's own database."""
        return self.data / "warehouse.duckdb"

    @property
    def published(self) -> Path:
        """The snapshots."""
        return self.data / "published"

    @property
    def exports(self) -> Path:
        """Where exports go when no folder is named."""
        return self.data / "exports"

    @property
    def ocr_cache(self) -> Path:
        """Scanned pages that were read once; may be deleted at any time."""
        return self.data / "cache"

    @property
    def prefect_home(self) -> Path:
        """Prefect's own files: its runs and its log. Never the user's ~/.prefect."""
        return self.data / "prefect"


def load_settings(data: Path | None = None, environ: Mapping[str, str] | None = None) -> Settings:
    """The settings of the data folder `data` (default: REKAP_DATA, else ./data); raises SettingsError."""
    env = os.environ if environ is None else environ
    folder = (data or Path(env.get("REKAP_DATA") or "data")).expanduser().absolute()
    values = from_file(Settings, folder / FILE_NAME) | from_environment(Settings, env)
    return construct(Settings, values | {"data": folder})


def _require(holds: bool, key: str, message: str) -> None:
    """Raise the error that names `key` unless it holds."""
    if not holds:
        raise SettingsError(f"pengaturan {key}: {message}")


def _is_timezone(name: str) -> bool:
    """Whether the zone is known (tzdata comes along for Windows)."""
    try:
        ZoneInfo(name)
    except (ValueError, KeyError, OSError):
        return False
    return re.fullmatch(r"[\w+\-/]+", name) is not None
