"""Which screens show a newly published version, as they report to the broker of the fleet."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable
from contextlib import AbstractContextManager
from datetime import datetime

from kiosk.fleet import mqtt_topics
from kiosk.fleet.fleet_client import FleetClient
from kiosk.fleet.mqtt import MqttMessage
from kiosk.fleet.screen_registry import ScreenEntry
from kiosk.fleet.screen_status import EXPIRES_THIS_MONTH, certificate_expiry
from kiosk.frozen import frozen

PATIENCE_S = 180.0
"""How long to watch the screens: one that misses the nudge polls within a minute."""

LOOK_S = 0.5

Connect = Callable[[], AbstractContextManager[FleetClient]]


@frozen
class Following:
    """The screens that show a version, and those that do not yet."""

    shown: tuple[str, ...]
    waiting: tuple[str, ...]
    certificate: datetime | None = None
    """The earliest expiry of a certificate of the site or the broker that a screen sees, if it is soon."""


@frozen
class FollowedVersion:
    """A version of the site, and the screens that should show it."""

    number: int
    screens: Collection[str]
    at: datetime | None = None

    def seen_in(self, entries: Iterable[ScreenEntry]) -> Following:
        """Return which of the screens show at least this version."""
        known = {entry.screen: entry.status for entry in entries if entry.online and entry.status}
        showing = {screen for screen, status in known.items() if (status.feed_version or 0) >= self.number}
        shown = tuple(screen for screen in self.screens if screen in showing)
        first = min(filter(None, map(certificate_expiry, known.values())), default=None)
        is_soon = bool(first and self.at and first - self.at < EXPIRES_THIS_MONTH)
        waiting = tuple(screen for screen in self.screens if screen not in showing)
        return Following(shown, waiting, first if is_soon else None)


def follow(
    connect: Connect,
    version: FollowedVersion,
    tell: Callable[[Following], None],
    is_over: Callable[[], bool],
    clock: Callable[[], float] = time.monotonic,
) -> Following:
    """Nudge the screens to poll, and call `tell` whenever the screens that show the version change.

    Ends when every screen shows it, when `is_over` returns true, or after `PATIENCE_S`; returns the last
    state. Raises `MqttError`.
    """
    end = clock() + PATIENCE_S
    reported: Following | None = None
    with connect() as fleet:
        fleet.mqtt_client.send_surely(MqttMessage(mqtt_topics.NUDGE, b"look"))

        def now() -> Following:
            return version.seen_in(fleet.registry.entries())

        while True:
            state = now()
            if state != reported:
                reported = state
                tell(state)
            if not state.waiting or is_over() or clock() >= end:
                return state
            fleet.wait(lambda seen=state: is_over() or now() != seen, LOOK_S)  # type: ignore[misc]  # a default
