"""Words to systemd, by the protocol of sd_notify(3); silent where no systemd listens."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Mapping

log = logging.getLogger(__name__)


class Notifier:
    """Tells systemd that the kiosk is ready, alive or ending."""

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        self._address = environment.get("NOTIFY_SOCKET", "")
        self.watchdog_s = int(environment.get("WATCHDOG_USEC", "0")) / 1e6 if _is_ours(environment) else 0.0
        """Seconds after which systemd ends a kiosk that said nothing; 0 without a watchdog."""

    @property
    def is_heard(self) -> bool:
        """Whether this process runs in a unit that waits for its words."""
        return bool(self._address)

    def ready(self) -> None:
        """Say that the first picture is on the screen."""
        self._tell("READY=1")

    def alive(self) -> None:
        """Feed the watchdog."""
        self._tell("WATCHDOG=1")

    def stopping(self) -> None:
        """Say that the end has begun."""
        self._tell("STOPPING=1")

    def _tell(self, words: str) -> None:
        if not self._address:
            return
        address = "\0" + self._address[1:] if self._address.startswith("@") else self._address
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as line:
                line.sendto(words.encode(), address)
        except OSError as bad:
            log.warning("systemd does not hear %s: %s", words, bad)


def _is_ours(environment: Mapping[str, str]) -> bool:
    """Whether the watchdog waits for this process, or for the compositor that started it."""
    pid = environment.get("WATCHDOG_PID", "")
    return not pid or int(pid) in {os.getpid(), os.getppid()}
