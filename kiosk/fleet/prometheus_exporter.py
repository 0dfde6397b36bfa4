"""The metrics of the fleet for Prometheus. Needs the extra `fleet`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from kiosk.fleet.screen_registry import ScreenEntry
from kiosk.fleet.screen_status import ScreenStatus

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry, Metric

_PLAIN = re.compile(r"[A-Za-z0-9.+~-]{0,40}", re.ASCII)

StatusValue = Callable[[ScreenStatus], float | None]


def _stamp(moment: datetime | None) -> float | None:
    return moment.timestamp() if moment else None


GAUGES: dict[str, tuple[str, StatusValue]] = {
    "status_timestamp_seconds": ("When the screen last reported its status.", lambda s: _stamp(s.at)),
    "start_timestamp_seconds": ("When the kiosk last started.", lambda s: _stamp(s.started)),
    "feed_reached_timestamp_seconds": (
        "When the screen last had the complete feed.",
        lambda s: _stamp(s.reached_at),
    ),
    "signed_until_timestamp_seconds": (
        "When the first signature expires.",
        lambda s: _stamp(s.signed_until),
    ),
    "admins_signed_until_timestamp_seconds": (
        "When the first signature expires that only admins' keys can renew.",
        lambda s: _stamp(s.admins_signed_until),
    ),
    "site_certificate_until_timestamp_seconds": (
        "When the certificate of the site expires.",
        lambda s: _stamp(s.site_certificate_until),
    ),
    "broker_certificate_until_timestamp_seconds": (
        "When the certificate of the broker expires.",
        lambda s: _stamp(s.broker_certificate_until),
    ),
    "safe_mode": ("1 in safe mode.", lambda s: float(s.mode == "safe")),
    "in_use": ("1 during a session.", lambda s: float(s.in_use)),
    "lit": ("1 while the display is on.", lambda s: float(s.lit)),
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
        "1 if the clock is trusted.",
        lambda s: None if s.clock_trusted is None else float(s.clock_trusted),
    ),
    "disk_free_bytes": ("Free disk space.", lambda s: s.disk_free),
    "temperature_celsius": ("The temperature of the hottest zone.", lambda s: s.temperature_c),
    "memory_bytes": ("Resident memory of the kiosk.", lambda s: s.memory_mb * 1e6),
}


class _MetricsCollector:
    """The collector that `prometheus_client` calls at each scrape."""

    def __init__(self, collect: Callable[[], Iterator[Metric]]) -> None:
        self.collect = collect


def _metrics(entries: tuple[ScreenEntry, ...], now: datetime, *, connected: bool) -> Iterator[Metric]:
    from prometheus_client.core import GaugeMetricFamily  # noqa: PLC0415  # an extra

    text = "1 while the broker is connected; without it, all other metrics are out of date."
    yield GaugeMetricFamily("infodisk_broker_connected", text, value=float(connected))
    yield _gauge("online", "1 while the screen is connected.", entries, lambda entry: float(entry.online))
    yield _gauge(
        "troubles", "The number of problems to look at.", entries, lambda e: float(len(e.troubles(now)))
    )
    for name, (text, value_of) in GAUGES.items():
        yield _gauge(name, text, entries, partial(_status_value, value_of))
    info = GaugeMetricFamily(
        "infodisk_screen_info",
        "The version and the generation of the screen.",
        labels=["screen", "version", "generation"],
    )
    for entry in entries:
        if entry.status:
            labels = entry.screen, _label(entry.status.version), _label(entry.status.generation[:12])
            info.add_metric(labels, 1.0)
    yield info


def _status_value(value_of: StatusValue, entry: ScreenEntry) -> float | None:
    return value_of(entry.status) if entry.status else None


def _gauge(
    name: str, text: str, entries: tuple[ScreenEntry, ...], value_of: Callable[[ScreenEntry], float | None]
) -> Metric:
    from prometheus_client.core import GaugeMetricFamily  # noqa: PLC0415  # an extra

    gauge = GaugeMetricFamily(f"infodisk_screen_{name}", text, labels=["screen"])
    for entry in entries:
        value = value_of(entry)
        if value is not None:
            gauge.add_metric([entry.screen], value)
    return gauge


def _label(text: str) -> str:
    """Return the text if it can be a version or a hash, otherwise a question mark."""
    return text if _PLAIN.fullmatch(text) else "?"


def registry_of(
    entries: Callable[[], Iterable[ScreenEntry]], connected: Callable[[], bool], clock: Callable[[], datetime]
) -> CollectorRegistry:
    """Return the metrics of the fleet, computed at each scrape. Raises `ImportError`."""
    from prometheus_client import CollectorRegistry  # noqa: PLC0415  # an extra

    registry = CollectorRegistry(auto_describe=False)
    registry.register(_MetricsCollector(lambda: _metrics(tuple(entries()), clock(), connected=connected())))
    return registry


@contextmanager
def serve_metrics(
    entries: Callable[[], Iterable[ScreenEntry]], connected: Callable[[], bool], host: str, port: int
) -> Iterator[int]:
    """Serve the metrics over HTTP while the block runs; yields the port. Raises `ImportError`, `OSError`."""
    from prometheus_client import start_http_server  # noqa: PLC0415  # an extra

    registry = registry_of(entries, connected, lambda: datetime.now(UTC))
    server, thread = start_http_server(port, host, registry)
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
