"""The day's reminders as a Prefect flow."""

from __future__ import annotations

from pathlib import Path

from prefect import flow, task

from flows.notify import reminders
from flows.settings import load_settings


@task(task_run_name="remind", retries=3, retry_delay_seconds=300)
def remind(data: str) -> list[str]:
    """Send what is due today and was not sent; tried again because a mail server may be away for a while."""
    settings = load_settings(Path(data))
    return reminders.remind(settings, reminders.today(settings))


@flow(name="rekap pengingat", flow_run_name="pengingat {data}")
def daily(data: str) -> list[str]:
    """Reminders before and after a due date, and to close a quarter; the subjects of what was sent."""
    return remind(data)
