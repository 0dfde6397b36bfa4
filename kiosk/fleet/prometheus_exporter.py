"""The fleet for Prometheus: its text format 0.0.4, served to this machine unless told otherwise."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from kiosk.fleet.screen_registry import ScreenEntry
from kiosk.fleet.screen_status import ScreenStatus

_PLAIN = re.compile(r"[A-Za-z0-9.+~-]{0,40}", re.ASCII)
CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

Reading = Callable[[ScreenStatus], float | None]


def _stamp(moment: datetime | None) -> float | None:
    return moment.timestamp() if moment else None


GAUGES: dict[str, tuple[str, Reading]] = {
    "status_timestamp_seconds": ("When the screen last said how it is.", lambda s: _stamp(s.at)),
    "start_timestamp_seconds": ("When the kiosk last started.", lambda s: _stamp(s.started)),
    "feed_reached_timestamp_seconds": (
        "When the screen last had all of the feed.",
        lambda s: _stamp(s.reached_at),
    ),
    "signed_until_timestamp_seconds": (
        "When the first signature runs out.",
        lambda s: _stamp(s.signed_until),
    ),
    "safe_mode": ("1 in safe mode.", lambda s: float(s.mode == "safe")),
    "in_use": ("1 while a visitor is there.", lambda s: float(s.in_use)),
    "lit": ("1 while the screen is switched on.", lambda s: float(s.lit)),
    "rejected_generations": ("Generations that could not be shown.", lambda s: float(s.rejected)),
    "left_out_media": (
        "Media files that the screen does not show because decoding them is harmful.",
        lambda s: float(len(s.left_out_media)),
    ),
    "printer_ok": (
        "1 if the printer would print.",
        lambda s: float(not s.printer_problem) if s.printer else None,
    ),
    "clock_trusted": (
        "1 if the time is believed that the clock shows.",
        lambda s: None if s.clock_trusted is None else float(s.clock_trusted),
    ),
    "disk_free_bytes": ("Bytes that may still be written.", lambda s: s.disk_free),
    "temperature_celsius": ("The hottest zone.", lambda s: s.temperature_c),
    "memory_bytes": ("Resident memory of the kiosk.", lambda s: s.memory_mb * 1e6),
}


def exposition(entries: Iterable[ScreenEntry], now: datetime, *, connected: bool) -> str:
    """Return all gauges as Prometheus reads them; `connected` tells whether the broker is there. Pure."""
    return "\n".join(_lines(tuple(entries), now, connected=connected)) + "\n"


def _lines(entries: tuple[ScreenEntry, ...], now: datetime, *, connected: bool) -> Iterator[str]:
    yield "# HELP infodisk_broker_connected 1 while the broker is there; without it, all else is old."
    yield "# TYPE infodisk_broker_connected gauge"
    yield f"infodisk_broker_connected {int(connected)}"
    yield from _gauge("online", "1 while the screen is connected.", entries, lambda e: float(e.online))
    yield from _gauge(
        "troubles", "How many things somebody should look at.", entries, lambda e: float(len(e.troubles(now)))
    )
    for name, (told, reading) in GAUGES.items():
        yield from _gauge(name, told, entries, lambda e, r=reading: r(e.status) if e.status else None)  # type: ignore[misc]  # a default of the lambda
    yield "# HELP infodisk_screen_info What the screen runs, and its feed."
    yield "# TYPE infodisk_screen_info gauge"
    for entry in entries:
        if entry.status:
            labels = {
                "version": _label(entry.status.version),
                "generation": _label(entry.status.generation[:12]),
            }
            yield f"infodisk_screen_info{_labels(entry.screen, labels)} 1"


def _gauge(
    name: str, told: str, entries: tuple[ScreenEntry, ...], reading: Callable[[ScreenEntry], float | None]
) -> Iterator[str]:
    yield f"# HELP infodisk_screen_{name} {told}"
    yield f"# TYPE infodisk_screen_{name} gauge"
    for entry in entries:
        value = reading(entry)
        if value is not None:
            yield f"infodisk_screen_{name}{_labels(entry.screen, {})} {value!r}"


def _labels(screen: str, more: dict[str, str]) -> str:
    return (
        "{"
        + ",".join(f'{key}="{_escaped(value)}"' for key, value in {"screen": screen, **more}.items())
        + "}"
    )


def _label(text: str) -> str:
    """Return a text that becomes a part of a series: a version or a hash, and nothing else."""
    return text if _PLAIN.fullmatch(text) else "?"


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")


@contextmanager
def served(
    entries: Callable[[], Iterable[ScreenEntry]], connected: Callable[[], bool], host: str, port: int
) -> Iterator[int]:
    """Serve `/metrics` while the block runs; gives the port."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = self.path.split("?")[0] == "/metrics"
            text = (
                exposition(entries(), datetime.now(UTC), connected=connected()) if found else "see /metrics\n"
            )
            body = text.encode()
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", CONTENT_TYPE)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer((host, port), Handler)
    thread = threading.Thread(target=server.serve_forever, name="prometheus")
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
