"""The status of a screen, and the problems in it that an admin should look at. Values only.

Each screen publishes one retained message. The admin's side does not trust it: the device may be broken or
compromised. Texts are reduced to one printable line of limited length, numbers and times must be plausible,
and only the topic identifies the screen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Annotated, Literal, TypeVar

import msgspec

from kiosk.feed.constraints import adapter, limits
from kiosk.feed.written_times import Instant
from kiosk.fleet.crash_report import CrashReport, ForeignMessage, ShortText
from kiosk.frozen import frozen

M = TypeVar("M", "ScreenStatus", "CrashReport")

MAX_BYTES = 64 << 10
QUIET_FOR = timedelta(minutes=15)
"""An online screen that is silent for longer is hung: a working one reports at least every five minutes."""

BEHIND_FOR = timedelta(minutes=30)
CRASH_IS_NEWS_FOR = timedelta(days=1)
EXPIRES_SOON = timedelta(days=2)
EXPIRES_THIS_MONTH = timedelta(days=30)
"""The warning time for what people must renew. The 30-day signatures are renewed by machines."""

LITTLE_DISK = 500_000_000  # bytes
HOT_C = 80.0

MAX_COUNT = 10**6
MAX_VERSION = 10**9
MAX_BYTES_FREE = 10**18


class StatusError(ValueError):
    """An invalid status message."""


@frozen(kw_only=True)
class ScreenStatus(ForeignMessage):
    """One screen at one moment. Times are in UTC; sizes in bytes unless the name says otherwise."""

    screen: ShortText
    at: Instant
    started: Instant
    version: ShortText
    failed_upgrade: ShortText = ""
    """The newer version that failed to start properly, so that the device went back to this one."""

    generation: ShortText = ""
    shown: ShortText = ""
    """The last generation that was actually shown."""

    feed_version: Annotated[int, limits(ge=0, le=MAX_VERSION)] | None = None
    """The number of the version on the screen, as in `kiosk site history`; None if unknown."""

    feed_date: Instant | None = None
    """When that version was signed."""

    slide: ShortText = ""
    """The slide on the screen now."""

    mode: Literal["normal", "safe"] = "normal"
    in_use: bool = False
    lit: bool = True
    looked_at: Instant | None = None
    reached_at: Instant | None = None
    signed_until: Instant | None = None
    admins_signed_until: Instant | None = None
    """When the first signature expires that only admins' keys can renew: of the root or of the feed."""

    site_certificate_until: Instant | None = None
    broker_certificate_until: Instant | None = None
    """When the certificates that the two hosts present to this screen expire."""

    problem: ShortText = ""
    rejected: Annotated[int, limits(ge=0, le=MAX_COUNT)] = 0
    clock_trusted: bool | None = None
    printer: ShortText = ""
    printer_problem: ShortText = ""
    web_problem: ShortText = ""
    """Why a web slide is skipped, or shows an old picture."""

    left_out_media: Annotated[tuple[ShortText, ...], limits(max_length=10)] = ()
    """The media that this screen does not show because decoding them is harmful, and why."""

    live: Annotated[tuple[ShortText, ...], limits(max_length=40)] = ()
    """The sources of live data in the feed, with the time of each one's data."""

    stale: Annotated[tuple[ShortText, ...], limits(max_length=40)] = ()
    """The sources whose data are too old to be shown."""

    disk_free: Annotated[int, limits(ge=0, le=MAX_BYTES_FREE)] | None = None
    temperature_c: Annotated[float, limits(ge=-100, le=1000)] | None = None
    memory_mb: Annotated[float, limits(ge=0, le=10**7)] = 0.0
    errors: Annotated[tuple[ShortText, ...], limits(max_length=10)] = ()
    hostname: ShortText = ""
    addresses: Annotated[tuple[ShortText, ...], limits(max_length=8)] = ()
    os: ShortText = ""
    """The operating system, such as `Debian GNU/Linux 13 (trixie)`."""

    model: ShortText = ""
    """The vendor and model of the hardware."""


def certificate_expiry(status: ScreenStatus) -> datetime | None:
    """Return when the first certificate that the screen has seen expires; None if it has seen none."""
    ends = filter(None, (status.site_certificate_until, status.broker_certificate_until))
    return min(ends, default=None)


def write_status(status: ScreenStatus | CrashReport) -> bytes:
    """Return the message that `read_status` or `read_crash` reads."""
    return msgspec.json.encode(status)


def read_status(data: bytes, screen: str) -> ScreenStatus:
    """Return the status in a message of `screen`; raises `StatusError`."""
    return replace(_read(ScreenStatus, data), screen=screen)


def read_crash(data: bytes) -> CrashReport:
    """Return the crash report in a message; raises `StatusError`."""
    return _read(CrashReport, data)


def _read(shape: type[M], data: bytes) -> M:
    from pydantic import ValidationError  # noqa: PLC0415  # the player only writes

    if len(data) > MAX_BYTES:
        raise StatusError(f"a message of {len(data)} bytes, more than {MAX_BYTES}")
    try:
        value: M = adapter(shape).validate_json(data)
    except ValidationError as bad:
        first = bad.errors()[0]
        raise StatusError(f"{'.'.join(map(str, first['loc']))}: {first['msg']}".lstrip(": ")) from bad
    return value


def troubles(
    status: ScreenStatus, *, online: bool, now: datetime, crash: CrashReport | None = None
) -> Iterator[str]:
    """Yield each problem that an admin should look at, as text. Pure."""
    if not online:
        yield "offline"
    elif now - status.at > QUIET_FOR:
        yield f"silent since {status.at:%Y-%m-%d %H:%M}"
    if status.at - now > QUIET_FOR:
        yield f"its clock is ahead: {status.at:%Y-%m-%d %H:%M}"
    if status.mode == "safe":
        yield "safe mode"
    if crash and abs(now - crash.at) < CRASH_IS_NEWS_FOR:
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
        yield f"signatures expire {status.signed_until:%Y-%m-%d %H:%M}"
    yield from _expiry_troubles(status, now)
    for each in status.left_out_media:
        yield f"left out: {each}"
    if status.stale:
        yield f"live data too old: {', '.join(status.stale)}"
    if status.rejected:
        yield f"{status.rejected} generations could not be shown"


def _expiry_troubles(status: ScreenStatus, now: datetime) -> Iterator[str]:
    ends = {
        "the admins' signatures expire": status.admins_signed_until,
        "the certificate of the site expires": status.site_certificate_until,
        "the certificate of the broker expires": status.broker_certificate_until,
    }
    for words, end in ends.items():
        if end and end - now < EXPIRES_THIS_MONTH:
            yield f"{words} {end:%Y-%m-%d %H:%M}"


def _machine_troubles(status: ScreenStatus) -> Iterator[str]:
    if status.failed_upgrade:
        yield f"went back to {status.version}: {status.failed_upgrade} did not come up"
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
