"""The kiosk on its device, with watchdog, lockdown, display power and status reports."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from kiosk.config import Config
from kiosk.device import clock_trust
from kiosk.device.device_status import DeviceStatus
from kiosk.device.display_power import DisplayPower
from kiosk.device.display_settings import UPRIGHT, DisplaySettings
from kiosk.device.kiosk import Kiosk
from kiosk.device.play_counter import PlayCounter
from kiosk.device.visit_counter import VisitCounter
from kiosk.device.watchdog import Watchdog
from kiosk.fleet.machine_vitals import memory_mb
from kiosk.fleet.upgrade_waves import UpgradePermission, permitted_version
from kiosk.sync.sync_config import SyncConfig

if TYPE_CHECKING:
    from kiosk.device.figure_release import FigureRelease
    from kiosk.device.figure_upload import FigureUpload
    from kiosk.device.lockdown import Lockdown
    from kiosk.device.remote_actions import RemoteActions
    from kiosk.device.remote_commands import RemoteCommands
    from kiosk.device.status_reporter import StatusReporter
    from kiosk.printers.printer import Printer

CHECK_MS = 600_000
FIGURES_AFTER_MS = 10_000
"""Delays the release of figures until after the first picture."""

MAX_MEMORY_MB = 700.0
"""Three times what a kiosk needs. A kiosk that exceeds it restarts when no visitor is present."""

log = logging.getLogger(__name__)


class DeviceApp(QObject):
    """Everything that runs on one device; call `start` once, and `close` at the end."""

    def __init__(
        self,
        config: Config,
        sync: SyncConfig,
        printer: Printer | None = None,
        device: DisplaySettings = UPRIGHT,
    ) -> None:
        super().__init__()
        self.watchdog = Watchdog(config.state)
        self.kiosk = Kiosk(sync, trusts=clock_trust.device_trusts, printer=printer, device=device)
        self.kiosk.poll_s = config.poll
        self.watchdog.proven.connect(self._end_trial)
        self._permission = UpgradePermission(self.watchdog.runtime)
        self.kiosk.polled.connect(self._permit_upgrade)
        self.counter = VisitCounter(self.kiosk, config.state, config.screen)
        self.play = PlayCounter(self.kiosk, config.power, self.counter.add)
        self._config = config
        self._figures: FigureRelease | None = None
        self._upload: FigureUpload | None = None
        self._remote_actions: RemoteActions | None = None
        self._lockdown: Lockdown | None = None
        self.device_status = DeviceStatus(
            self.kiosk, config.screen, self.watchdog, lambda: self.display_power.lit
        )
        self.display_power = DisplayPower(
            config,
            lambda: self.kiosk.context,
            self.kiosk.now,
            lambda: config.output or QGuiApplication.primaryScreen().name(),
            self,
            needed=self._is_needed,
        )
        self.kiosk.shell.deskOpened.connect(self._light_for_visitors)
        self.reporter = self._reporter(config)
        self.remote_commands = self._remote_commands(config, self.reporter) if self.reporter else None
        self._timer = QTimer(self, interval=CHECK_MS)
        self._timer.timeout.connect(self.restart_if_grown)
        self._later = QTimer(self, singleShot=True, interval=FIGURES_AFTER_MS)
        self._later.timeout.connect(self._release_figures)
        self.kiosk.shell.player.seenChanged.connect(self._later.start)

    @Slot()
    def _light_for_visitors(self) -> None:
        self.kiosk.shell.desk.visitorCame.connect(self.display_power.check)

    @Slot()
    def _end_trial(self) -> None:
        self.kiosk.end_trial()
        self.display_power.check()

    @Slot()
    def _permit_upgrade(self) -> None:
        """Record which version may be installed; checked after each poll, since it depends on the date."""
        now, context = self.kiosk.now(), self.kiosk.context
        if context:
            today = now.astimezone(context.feed.zone).date() if now else None
            self._permission.note(permitted_version(context.feed, self._config.screen, today))

    def _is_needed(self) -> bool:
        """Return whether the display must be on regardless of the opening hours."""
        is_identifying = self._remote_actions is not None and self._remote_actions.is_identifying
        in_use = self.device_status.in_use or self.watchdog.is_on_trial
        return in_use or self.kiosk.shell.player.taken_over or is_identifying

    @property
    def figures(self) -> FigureRelease:
        """The figure release, created on first use."""
        if self._figures is None:
            from kiosk.device.figure_release import FigureRelease  # noqa: PLC0415  # not needed for the first picture

            self._figures = FigureRelease(self.kiosk, self.counter, self._config.state, self._config.screen)
        return self._figures

    @Slot()
    def _release_figures(self) -> None:
        archive, drop = self.figures.archive, self._config.figures_drop
        if drop and self._upload is None:
            from kiosk.device.figure_upload import FigureUpload  # noqa: PLC0415  # few screens have a drop

            self._upload = FigureUpload(archive, drop, self._config, self)

    @property
    def remote_actions(self) -> RemoteActions:
        """The actions that admins may command; created on first use, since many screens have no broker."""
        if self._remote_actions is None:
            from kiosk.device.remote_actions import RemoteActions  # noqa: PLC0415  # as the docstring says

            self._remote_actions = RemoteActions(self.kiosk, self.device_status, self._config.screen)
            self._remote_actions.identified.connect(self.display_power.check)
        return self._remote_actions

    def _reporter(self, config: Config) -> StatusReporter | None:
        if config.broker is None:
            return None
        from kiosk.device.figure_release import FigureMessages  # noqa: PLC0415  # many screens have no broker
        from kiosk.device.status_reporter import StatusReporter  # noqa: PLC0415  # as above
        from kiosk.fleet.mqtt import MqttError  # noqa: PLC0415  # as above

        try:
            reporter = StatusReporter(
                config.broker, config.screen, self.device_status.status, self.watchdog.crash_recorder, self
            )
        except MqttError as bad:
            log.warning("%s", bad)
            return None
        reporter.figures = FigureMessages(self.figures.archive, config.screen)
        reporter.nudged.connect(self.kiosk.poll_for_news)
        return reporter

    def _remote_commands(self, config: Config, reporter: StatusReporter) -> RemoteCommands:
        from kiosk.device.remote_commands import RemoteCommands  # noqa: PLC0415  # as above
        from kiosk.fleet.command_gate import CommandGate  # noqa: PLC0415  # as above

        gate = CommandGate(config.state, config.screen)
        commands = RemoteCommands(self.kiosk, gate, self.remote_actions.run, reporter.send_answer)
        reporter.commanded.connect(commands.handle)
        return commands

    def start(self, *, fullscreen: bool) -> None:
        """Show the stored feed, and start the watchdog, the display power and the reports."""
        safe = self.watchdog.begin(self.kiosk.stored.status().shown)
        logging.getLogger().addHandler(self.device_status.errors)
        self.kiosk.shell.maintenance.remember(self.kiosk.stored)
        self.kiosk.shell.maintenance.serve(self.device_status)
        self.watchdog.watch(self.kiosk.shell.window)
        if fullscreen:
            self.kiosk.shell.fill_screen()
        self.kiosk.start(safe=safe, on_trial=self.watchdog.is_on_trial)
        if fullscreen:
            self._lock_when_seen()
            self.display_power.start()
        else:
            self.kiosk.show(fullscreen=False)
        self._timer.start()
        if self.reporter:
            self.reporter.start()

    def _lock_when_seen(self) -> None:
        """Lock the window once a slide is visible."""
        from kiosk.device.lockdown import Lockdown  # noqa: PLC0415  # while the first picture is decoded

        self._lockdown = Lockdown(self.kiosk.shell.window)
        self.kiosk.shell.when_seen(self._lockdown.close)

    def restart_if_grown(self, memory: Callable[[], float] = memory_mb) -> None:
        """Restart a kiosk that uses too much memory, unless it is in use."""
        if memory() > MAX_MEMORY_MB and not self.device_status.in_use:
            log.warning("restarting: %.0f MB of memory", memory())
            self.device_status.restart()

    def close(self) -> None:
        """Close everything, dependents first."""
        self._timer.stop()
        self._later.stop()
        if self.reporter:
            self.reporter.stop()
        if self.remote_commands:
            self.remote_commands.close()
        if self._remote_actions:
            self._remote_actions.close()
        self.display_power.stop()
        if self._lockdown:
            self._lockdown.open()
        self.play.close()
        if self._upload:
            self._upload.close()
        if self._figures:
            self._figures.close()
        self.counter.close()
        self.kiosk.close()
        logging.getLogger().removeHandler(self.device_status.errors)
        self.watchdog.end()
