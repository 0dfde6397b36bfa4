"""What a screen says of itself, and what in it should make an admin look: values only.

Each screen keeps one retained message. The admin's side reads it as what it is: bytes from a device that may
be broken or taken over, so it is bounded and checked before it is shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from kiosk.fleet.blackbox import CrashReport

MAX_BYTES = 64 << 10
QUIET_FOR = timedelta(minutes=15)
"""A screen that is online but has said nothing for longer hangs: it speaks at least every five minutes."""

BEHIND_FOR = timedelta(minutes=30)
CRASH_IS_NEWS_FOR = timedelta(days=1)
EXPIRES_SOON = timedelta(days=2)
LITTLE_DISK = 500_000_000  # bytes
HOT_C = 80.0

Short = Annotated[str, Field(max_length=500)]


class StatusError(ValueError):
    """A message that is no status."""


class ScreenStatus(BaseModel):
    """One screen at one moment. Times are aware; sizes in bytes unless the name says otherwise."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    screen: Short
    at: datetime
    started: datetime
    version: Short
    generation: Short = ""
    shown: Short = ""
    """The last generation that was really seen."""

    slide: Short = ""
    """What is showing now."""

    mode: Literal["normal", "safe"] = "normal"
    in_use: bool = False
    lit: bool = True
    looked_at: datetime | None = None
    reached_at: datetime | None = None
    signed_until: datetime | None = None
    problem: Short = ""
    rejected: int = 0
    clock_trusted: bool | None = None
    printer: Short = ""
    printer_problem: Short = ""
    web_problem: Short = ""
    """Why a web slide is passed over, or shows an old picture."""

    disk_free: int | None = None
    temperature_c: float | None = None
    memory_mb: float = 0.0
    errors: tuple[Short, ...] = Field(default=(), max_length=10)


def read_status(data: bytes) -> ScreenStatus:
    """Return the status in a message; raises `StatusError`."""
    if len(data) > MAX_BYTES:
        raise StatusError(f"a status of {len(data)} bytes")
    try:
        return ScreenStatus.model_validate_json(data)
    except ValidationError as bad:
        raise StatusError(str(bad.errors()[0]["msg"])) from bad


def read_crash(data: bytes) -> CrashReport:
    """Return the crash report in a message; raises `StatusError`."""
    try:
        return CrashReport.model_validate_json(data[:MAX_BYTES])
    except ValidationError as bad:
        raise StatusError(str(bad.errors()[0]["msg"])) from bad


def troubles(
    status: ScreenStatus, *, online: bool, now: datetime, crash: CrashReport | None = None
) -> Iterator[str]:
    """Give, in words, what an admin should look at. Pure."""
    if not online:
        yield "offline"
    elif now - status.at > QUIET_FOR:
        yield f"silent since {status.at:%Y-%m-%d %H:%M}"
    if status.mode == "safe":
        yield "safe mode"
    if crash and now - crash.at < CRASH_IS_NEWS_FOR:
        yield f"crashed before {crash.at:%Y-%m-%d %H:%M}"
    yield from _content_troubles(status, now)
    yield from _machine_troubles(status)


def _content_troubles(status: ScreenStatus, now: datetime) -> Iterator[str]:
    if not status.generation:
        yield "no content yet"
    if status.problem:
        yield status.problem
    if status.reached_at and now - status.reached_at > BEHIND_FOR:
        yield f"feed last reached {status.reached_at:%Y-%m-%d %H:%M}"
    if status.signed_until and status.signed_until - now < EXPIRES_SOON:
        yield f"signatures run out {status.signed_until:%Y-%m-%d %H:%M}"
    if status.rejected:
        yield f"{status.rejected} generations could not be shown"


def _machine_troubles(status: ScreenStatus) -> Iterator[str]:
    if status.clock_trusted is False:
        yield "clock not trusted"
    if status.printer_problem:
        yield f"printer: {status.printer_problem}"
    if status.web_problem:
        yield f"web: {status.web_problem}"
    if status.disk_free is not None and status.disk_free < LITTLE_DISK:
        yield f"disk: {status.disk_free // 1_000_000} MB left"
    if status.temperature_c is not None and status.temperature_c >= HOT_C:
        yield f"{status.temperature_c:.0f} °C"
