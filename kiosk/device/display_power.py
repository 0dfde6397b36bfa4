"""The power of the display: off outside the opening hours.

`is_lit` decides; `wlr-randr` (Wayland) or `cec-ctl` (HDMI) switches the display. It stays on if the time or
the feed is unknown, while the screen is in use, and during a takeover. If the command fails, as it does under
Debian 12's cage, the display counts as unchanged; switching it on is retried at each check.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QObject, QProcess, QTimer

from kiosk.booking.opening_hours import open_state
from kiosk.config import Config, Power
from kiosk.feed.wall_time import Now
from kiosk.ui.screen_context import ScreenContext

CHECK_MS = 30_000
PATIENCE_MS = 2_000

log = logging.getLogger(__name__)


def is_lit(context: ScreenContext | None, power: Power | None, now: Now) -> bool:
    """Return whether the display should be on: from before opening until after closing."""
    if context is None or power is None or now is None:
        return True
    return any(
        open_state(context.office, context.feed.zone, moment).open
        for moment in (now, now + timedelta(seconds=power.before), now - timedelta(seconds=power.after))
    )


def power_command(config: Config, output: str, *, lit: bool) -> list[str]:
    """Return the command that switches the display on or off."""
    if config.power and config.power.by == "cec":
        return ["cec-ctl", "--to", "0", "--image-view-on" if lit else "--standby"]
    return ["wlr-randr", "--output", output, "--on" if lit else "--off"]


class DisplayPower(QObject):
    """Checks every half minute whether the display should be on, and runs the command when that changes.

    The first check counts as a change: an earlier run may have left the display off. `needed` returns whether
    the display must stay on regardless of the opening hours. `output` returns the display's connector; while
    it is empty, because the display is off or unplugged, the last known connector is used.
    """

    def __init__(  # noqa: PLR0913, PLR0917  # one callable per input
        self,
        config: Config,
        context: Callable[[], ScreenContext | None],
        clock: Callable[[], Now],
        output: Callable[[], str],
        parent: QObject | None = None,
        needed: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(parent)
        self._config, self._context, self._clock, self._output = config, context, clock, output
        self._name = ""
        self._needed = needed
        self._requested_state: bool | None = None
        self._lit = self._was_lit = True
        self._failed = False
        self._process = QProcess(self)
        self._process.finished.connect(self._ended)
        self._timer = QTimer(self, interval=CHECK_MS)
        self._timer.timeout.connect(self.check)

    def start(self) -> None:
        """Start checking."""
        if self._config.power:
            self._timer.start()
            self.check()

    def stop(self) -> None:
        """Stop checking, and leave the display on."""
        self._timer.stop()
        if not self.lit:
            self._set(lit=True)
        self._process.waitForFinished(PATIENCE_MS)

    @property
    def lit(self) -> bool:
        """Whether the display is on, as far as known."""
        return self._lit

    def check(self) -> None:
        """Switch the display on or off if necessary."""
        if self._config.power is None:
            return
        lit = self._needed() or is_lit(self._context(), self._config.power, self._clock())
        self._set(lit=lit)

    def _set(self, *, lit: bool) -> None:
        self._name = self._output() or self._name
        needs_name = self._config.power is not None and self._config.power.by == "wlr-randr"
        if lit != self._requested_state and (self._name or not needs_name) and self._is_free():
            self._requested_state, self._was_lit, self._lit = lit, self._lit, lit
            self._run(power_command(self._config, self._name, lit=lit))

    def _is_free(self) -> bool:
        """Wait briefly for the previous command; return whether it has ended."""
        idle = QProcess.ProcessState.NotRunning
        return self._process.state() is idle or self._process.waitForFinished(PATIENCE_MS)

    def _run(self, command: list[str]) -> None:
        if shutil.which(command[0]):
            self._process.start(command[0], command[1:])
        else:
            self._fail(f"{command[0]} is not installed")

    def _ended(self, code: int, how: QProcess.ExitStatus) -> None:
        if code == 0 and how is QProcess.ExitStatus.NormalExit:
            self._failed = False
        else:
            error = bytes(self._process.readAllStandardError().data()).decode(errors="replace").strip()
            self._fail(f"{self._process.program()} says {error[:200]!r}")

    def _fail(self, why: str) -> None:
        """Revert the recorded state after a failed command; consecutive failures are logged once."""
        if not self._failed:
            log.warning("the screen stays as it is: %s", why)
        self._failed, self._lit = True, self._was_lit
        if self._requested_state:
            self._requested_state = None
