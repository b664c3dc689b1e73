"""The reminders of a day: which quarter is looked at, what is known of it, what has been sent already."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime

from extractors.vocabulary import load as load_vocabulary
from flows.notify import notices
from flows.notify.deliver import notices_folder, send
from flows.notify.notices import Notice, Quarter
from flows.settings import Settings
from warehouse.coverage import status
from warehouse.publish import current_name

KEPT = 500
"""How many sent notices are remembered."""


def today(settings: Settings) -> date:
    """The day in the office's time zone."""
    return datetime.now(settings.zone).date()


def last_quarter(settings: Settings, day: date) -> Quarter:
    """What is known on `day` of the quarter that ended last."""
    year, number = notices.ended_quarter(day)
    satkers = load_vocabulary(settings.province).satkers
    due = {s.name: notices.due_date(settings.due, s.code, year, number) for s in satkers.values()}
    if current_name(settings.published) is None:
        return Quarter(year, number, due)
    known = status(settings.data, year, number, today=day)
    for row in known.rows:
        if row["status"] == "received" or row["excused_reason"]:
            due.pop(row["satker_name"], None)
    summary = known.summary or {"satker_approved": 0, "satker_reporting": 0, "closed": False}
    return Quarter(year, number, due, summary["satker_approved"], summary["satker_reporting"], summary["closed"])


def remind(settings: Settings, day: date) -> list[str]:
    """Send what is due on `day` and has not been sent; the subjects of what was sent."""
    sent = _sent(settings)
    subjects = []
    for notice in _due(settings, day):
        if notice.key not in sent:
            send(notice, settings)
            sent.append(notice.key)
            _remember(settings, sent)
            subjects.append(notice.subject)
    return subjects


def _due(settings: Settings, day: date) -> Iterator[Notice]:
    """Every reminder that `day` calls for."""
    quarter = last_quarter(settings, day)
    yield from notices.around_due(quarter, settings.due, day)
    if closing := notices.to_close(quarter, day):
        yield closing


def _sent(settings: Settings) -> list[str]:
    """The keys of the notices that have been sent."""
    path = notices_folder(settings) / "terkirim.json"
    keys: list[str] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
    return keys


def _remember(settings: Settings, keys: list[str]) -> None:
    """Write down what has been sent, whole or not at all."""
    folder = notices_folder(settings)
    folder.mkdir(parents=True, exist_ok=True)
    draft = folder / "terkirim.json.tmp"
    draft.write_text(json.dumps(keys[-KEPT:]), encoding="utf-8")
    draft.replace(folder / "terkirim.json")
