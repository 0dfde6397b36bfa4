"""Notifications to systemd by the protocol of sd_notify(3). Does nothing outside a unit."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Mapping

log = logging.getLogger(__name__)


class Notifier:
    """Notifies systemd that the kiosk is ready, alive or stopping."""

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        self._address = environment.get("NOTIFY_SOCKET", "")
        self.watchdog_s = int(environment.get("WATCHDOG_USEC", "0")) / 1e6 if _is_ours(environment) else 0.0
        """The seconds without a notification after which systemd kills the kiosk; 0 without a watchdog."""

    @property
    def is_enabled(self) -> bool:
        """Whether this process runs in a unit of type notify."""
        return bool(self._address)

    def ready(self) -> None:
        """Report that the first picture is on the screen."""
        self._send("READY=1")

    def alive(self) -> None:
        """Reset the watchdog."""
        self._send("WATCHDOG=1")

    def stopping(self) -> None:
        """Report that the kiosk is stopping."""
        self._send("STOPPING=1")

    def _send(self, state: str) -> None:
        if not self._address:
            return
        address = "\0" + self._address[1:] if self._address.startswith("@") else self._address
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as sock:
                sock.sendto(state.encode(), address)
        except OSError as bad:
            log.warning("cannot send %s to systemd: %s", state, bad)


def _is_ours(environment: Mapping[str, str]) -> bool:
    """Return whether the watchdog waits for this process, or for the compositor that started it."""
    pid = environment.get("WATCHDOG_PID", "")
    return not pid or int(pid) in {os.getpid(), os.getppid()}
