"""Creates the parts of one screen, connects them, and closes them in order.

The screen shows the stored feed before it polls. A sync process polls the site; its outcome arrives through
one signal, and the generation that it names is read from the store.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.device.display_settings import UPRIGHT, DisplaySettings
from kiosk.device.free_times import FreeTimes
from kiosk.device.safe_mode import without_pictures
from kiosk.device.shown_live_data import ShownLiveData
from kiosk.device.sync_process import SyncProcess
from kiosk.device.web_pages import WebPages
from kiosk.feed.wall_time import Now
from kiosk.live.freshness import age_line, source_ages, stale_sources
from kiosk.sync.store import Generation
from kiosk.sync.stored_feed import StoredFeed
from kiosk.sync.sync_config import SyncConfig
from kiosk.sync.sync_messages import SyncOutcome
from kiosk.ui.screen_context import ScreenContext
from kiosk.ui.shell.shell import Shell

if TYPE_CHECKING:
    from kiosk.device.speech_output import SpeechOutput
    from kiosk.device.ticket_printer import KioskPrinter
    from kiosk.printers.printer import Printer
    from kiosk.ui.shell.alert_voice import AlertVoice
    from kiosk.ui.shell.read_aloud import ReadAloud
    from kiosk.ui.shell.speech_hint import SpeechHint

POLL_S = 60.0
MAX_SOURCES = 40
"""The maximum number of live data sources in the status."""

log = logging.getLogger(__name__)


class Kiosk(QObject):
    """One screen: its shell, and the process that keeps its feed up to date."""

    polled = Signal(SyncOutcome)
    """The outcome of each poll, after the player has processed it."""

    def __init__(  # noqa: PLR0913  # keyword arguments of tests and commands
        self,
        sync: SyncConfig,
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        monotonic: Callable[[], float] = time.monotonic,
        trusts: Callable[[datetime, datetime | None], bool] = lambda _now, _signed: True,
        printer: Printer | None = None,
        device: DisplaySettings = UPRIGHT,
    ) -> None:
        """`trusts` returns whether the clock's time can be trusted, given when admins last signed the site.

        `printer` prints the tickets; without one, they are only shown.
        """
        super().__init__()
        self._screen, self._host = sync.screen, urlsplit(sync.url).hostname or "file"
        self.stored = StoredFeed(sync)
        self.sync = SyncProcess(self)
        self.sync.finished.connect(self._take_outcome)
        self.free_times = FreeTimes(self.stored, monotonic)
        self.live = ShownLiveData(self.stored, monotonic)
        self.context: ScreenContext | None = None
        self.poll_s = POLL_S
        self._safe = self._has_news = self._on_trial = False
        self._confirmed = ""
        self._generation: Generation | None = None
        self._signed = self.stored.signed_at()
        self._clock, self._trusts, self._device = clock, trusts, device
        self.shell = Shell(self.now, monotonic)
        self.shell.display.turn(device.turned)
        self.printer = self._ticket_printer(printer) if printer else None
        self.shell.alert_voice.serve(self._speech)
        self.shell.deskOpened.connect(self._serve_desk)
        if device.speech_hint_s:
            self._serve_hint(device.speech_hint_s, monotonic)
        self.web = WebPages(sync, device, self.shell, self.now, self)
        self.shell.player.slideShown.connect(self._confirm)
        self.shell.player.slideSetAside.connect(self._reject_failed)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.poll)

    def _ticket_printer(self, printer: Printer) -> KioskPrinter:
        from kiosk.device.ticket_printer import KioskPrinter  # noqa: PLC0415  # most screens have none

        return KioskPrinter(printer, self)

    @Slot()
    def _serve_desk(self) -> None:
        """Give the desk its voice, and its printer if there is one."""
        self.shell.read_aloud.serve(self._speech(self.shell.read_aloud), self.shell.window)
        if self.printer:
            self.shell.printing.serve(self.printer)

    def _serve_hint(self, every_s: float, monotonic: Callable[[], float]) -> None:
        """Let the slides announce now and then how to have the desk read aloud."""
        from kiosk.ui.shell.speech_hint import SpeechHint  # noqa: PLC0415  # most screens are silent

        hint = SpeechHint(self.shell.player, self.shell.alert_voice, monotonic, every_s)
        hint.serve(self._speech(hint))

    def _speech(self, listener: ReadAloud | AlertVoice | SpeechHint) -> SpeechOutput:
        from kiosk.device.speech_output import SpeechOutput  # noqa: PLC0415  # only desks and alerts speak

        return SpeechOutput(listener, headphones=self._device.headphones)

    def start(self, *, safe: bool = False, on_trial: bool = False) -> None:
        """Show the stored feed, then start polling.

        Safe mode shows the last good generation, without its pictures. A later one may fix the crash, and is
        shown as usual. A version on trial also shows the last good one, and no later one until `end_trial`.
        """
        good = self.stored.last_good() if safe or on_trial else None
        self._safe, self._on_trial = safe, on_trial and good is not None
        generation = good or self.stored.current()
        self.free_times.load()
        self.live.load()
        self._take(generation)
        self._timer.start(round(self.poll_s * 1000))
        if generation:
            self.shell.when_seen(self.poll)  # the first picture has the processor to itself
        else:
            QTimer.singleShot(0, self, self.poll)

    def end_trial(self) -> None:
        """Show the newest generation, now that this version has proved itself."""
        if self._on_trial:
            self._on_trial = False
            self._take(self.stored.current())

    def now(self) -> Now:
        """Return the current time; None if the clock is not trusted."""
        return self._clock() if self.clock_trusted() else None

    def clock_trusted(self) -> bool:
        """Return whether the clock is trusted."""
        return self._trusts(self._clock(), self._signed)

    def show(self, *, fullscreen: bool) -> None:
        """Show the window, fullscreen or as large as fits on the screen."""
        if fullscreen:
            self.shell.when_seen(self.shell.window.showFullScreen)
        else:
            self.shell.show_within_screen()

    def poll(self) -> None:
        """Start a poll, unless one is running or the kiosk is closing."""
        if self._timer.isActive() and not self.sync.is_running:
            self.sync.start(self.stored.request(clock_trusted=self.clock_trusted()))

    def poll_for_news(self) -> None:
        """Poll, or poll again after a running poll, which may have started before the news was published."""
        self._has_news = self.sync.is_running
        self.poll()

    @Slot(object)
    def _take_outcome(self, outcome: SyncOutcome) -> None:
        generation = self.stored.record_outcome(outcome)
        self.shell.player.explain(self._why_waiting(outcome.problem))
        if self._on_trial:
            generation = None
        has_new_times = outcome.slots and self.free_times.load()
        is_new = (outcome.live and self.live.load()) or has_new_times
        self._take(generation)
        if is_new and generation is None and self._generation:
            self._show(self._generation)
        self.polled.emit(outcome)
        if self._has_news:
            self.poll_for_news()

    def _why_waiting(self, problem: str) -> str:
        """Return the text that helps the installer of a screen while there is no content."""
        return f"{self._screen} · {self._host} · {problem}" if problem else ""

    def _take(self, generation: Generation | None) -> None:
        self._signed = self.stored.signed_at()
        if self._timer.isActive():
            self._timer.start(round(self.stored.wait_s(self.poll_s) * 1000))
        if generation is not None:
            self._safe = self._safe and self.generation_id in {"", generation.id}
            self._take_generation(in_safe_mode(generation) if self._safe else generation)
        if self.context:
            self.free_times.note_age(self.now(), self.context.feed.slots_valid_for)
            self.live.note_age(self.now(), self.context.feed)

    def _take_generation(self, generation: Generation) -> None:
        """Show a generation; one that raises an error is rejected before any of it is shown."""
        before, self._generation = self._generation, generation
        try:
            self._show(generation)
        except Exception:  # whatever the error, the screen keeps showing the previous generation
            log.exception("generation %s cannot be shown", generation.id[:12])
            self._generation = before
            self._show_instead(self.stored.reject(generation.id, "the program fails on it"), generation)

    def _show_instead(self, substitute: Generation | None, failed: Generation) -> None:
        if substitute and substitute.id != failed.id:
            self._take(substitute)

    def _show(self, generation: Generation) -> None:
        if self._screen not in generation.feed.screens:
            log.error("the feed has no screen %r", self._screen)
            return
        self.context = ScreenContext(
            generation.feed,
            self._screen,
            generation.media,
            self.free_times.slots,
            self.free_times.instant,
            self.live.data,
            self.live.instant,
            device_moves=not self._device.still,
            web=self.web.picture,
        )
        self.shell.use(self.context)
        self.web.use(self.context, safe=self._safe)

    def live_ages(self) -> tuple[str, ...]:
        """Return the live data sources in the feed, and the age of each one's data."""
        if self.context is None:
            return ()
        ages = source_ages(self.context.feed, self.context.live)
        return tuple(age_line(name, as_of) for name, as_of in ages.items())[:MAX_SOURCES]

    def stale_sources(self) -> tuple[str, ...]:
        """Return the live data sources whose data are too old to be shown."""
        if self.context is None:
            return ()
        sources = stale_sources(self.context.feed, self.context.live, self.live.instant(self.now()))
        return sources[:MAX_SOURCES]

    @property
    def is_safe(self) -> bool:
        """Whether this is safe mode."""
        return self._safe

    @property
    def generation_id(self) -> str:
        """The id of the generation on the screen, empty before the first."""
        return self._generation.id if self._generation else ""

    def _confirm(self) -> None:
        """Record, once per generation, that its slides were shown: rollbacks return to it."""
        seen = self.shell.player.seen_context
        if self._generation is None or seen is None or seen.feed is not self._generation.feed:
            return  # the last slide of the previous generation
        if self._generation.id != self._confirmed:
            self._confirmed = self._generation.id
            self.stored.confirm(self._confirmed)

    def _reject_failed(self, slide: str) -> None:
        """Roll back from a generation if one of its slides failed before any was shown."""
        failed = self._generation
        if failed and failed.id not in {self._confirmed, self.stored.status().shown}:
            self._show_instead(self.stored.reject(failed.id, f"the slide {slide} cannot be drawn"), failed)

    def close(self) -> None:
        """Stop the processes and workers, then the shell. Killing a poll leaves the store consistent."""
        self._timer.stop()
        self.sync.stop()
        self.web.close()
        if self.printer:
            self.printer.close()
        self.shell.close()


def in_safe_mode(generation: Generation) -> Generation:
    """Return a generation with the feed that safe mode shows."""
    return replace(generation, feed=without_pictures(generation.feed))
