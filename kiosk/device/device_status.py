"""The status of this screen, for the fleet and the maintenance page, and the actions that staff may take."""

from __future__ import annotations

import logging
import platform
import socket
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from kiosk import __version__
from kiosk.device.clock_trust import is_synchronized
from kiosk.device.kiosk import Kiosk
from kiosk.device.last_errors import LastErrors
from kiosk.device.watchdog import Watchdog
from kiosk.fleet.machine_vitals import machine_identity, memory_mb, temperature_c
from kiosk.fleet.version_health import failed_upgrade
from kiosk.ui.shell.maintenance import Fact

if TYPE_CHECKING:
    from kiosk.fleet.screen_status import ScreenStatus
    from kiosk.printers.printer import PrinterStatus

CONDITION_WORDS = {
    "ready": "redo",
    "paper-low": "lite papper kvar",
    "paper-out": "slut på papper",
    "cover-open": "luckan är öppen",
    "offline": "svarar inte",
    "unknown": "okänt fel",
}
"""A printer's condition in words, for staff."""

RESTART = 75
"""The exit status of a requested restart (EX_TEMPFAIL)."""

log = logging.getLogger(__name__)


class DeviceStatus:
    """The status of one device and its kiosk. `is_lit` returns whether its display is on."""

    def __init__(self, kiosk: Kiosk, screen: str, watchdog: Watchdog, is_lit: Callable[[], bool]) -> None:
        self._kiosk, self._screen, self._watchdog, self._is_lit = kiosk, screen, watchdog, is_lit
        self._started = datetime.now(UTC)
        self._slide = ""
        self._failed_upgrade = failed_upgrade(__version__)
        self.errors = LastErrors()
        kiosk.shell.player.slideShown.connect(self._note)

    def _note(self, slide: str, _language: str) -> None:
        self._slide = slide

    @property
    def in_use(self) -> bool:
        """Whether a visitor or a member of staff is using the screen."""
        shell = self._kiosk.shell
        return bool(shell.has_visitor or shell.maintenance.property("page"))

    def status(self) -> ScreenStatus:
        """Return the status of the screen, for the fleet."""
        from kiosk.fleet.screen_status import ScreenStatus  # noqa: PLC0415  # only where there is a broker

        feed = self._kiosk.stored.status()
        published = self._kiosk.stored.published(self._kiosk.generation_id)
        printer, machine = self._printer(), machine_identity()
        return ScreenStatus(
            screen=self._screen,
            at=datetime.now(UTC),
            started=self._started,
            version=__version__,
            failed_upgrade=self._failed_upgrade,
            generation=self._kiosk.generation_id,
            feed_version=published.number if published else None,
            feed_date=published.at if published else None,
            shown=feed.shown,
            slide=self._slide,
            mode="safe" if self._kiosk.is_safe else "normal",
            in_use=self.in_use,
            lit=self._is_lit(),
            looked_at=feed.looked_at,
            reached_at=feed.reached_at,
            signed_until=feed.signed_until,
            admins_signed_until=feed.admins_signed_until,
            site_certificate_until=feed.certificate_until,
            problem=feed.problem[:500],
            rejected=len(feed.rejected),
            clock_trusted=self._kiosk.clock_trusted(),
            printer=printer.condition.value if printer else "",
            printer_problem="" if printer is None or printer.can_print else printer.condition.value,
            web_problem=self._kiosk.web.problem[:500],
            left_out_media=feed.left_out_media,
            live=self._kiosk.live_ages(),
            stale=self._kiosk.stale_sources(),
            disk_free=feed.free_bytes,
            temperature_c=temperature_c(),
            memory_mb=round(memory_mb(), 1),
            errors=tuple(self.errors.for_fleet),
            hostname=machine.hostname,
            addresses=tuple(addresses()),
            os=machine.os,
            model=machine.model,
        )

    def facts(self) -> Sequence[Fact]:
        """Return the facts on the maintenance page."""
        return tuple(self._facts())

    def _facts(self) -> Iterator[Fact]:
        feed, printer = self._kiosk.stored.status(), self._printer()
        yield Fact("Version", f"{__version__}, {platform.machine()}, {platform.release()}")
        yield Fact("Skärm", self._screen)
        yield Fact("Läge", "säkert läge" if self._kiosk.is_safe else "normalt", bad=self._kiosk.is_safe)
        yield Fact("Innehåll", f"{self._kiosk.generation_id[:12] or 'inget'}, visar {self._slide or 'inget'}")
        yield Fact("Hämtat", _when(feed.reached_at), bad=bool(feed.problem))
        if feed.problem:
            yield Fact("Hämtning", feed.problem, bad=True)
        for line in feed.left_out_media:
            yield Fact("Utelämnat", line, bad=True)
        for line in self._kiosk.live_ages():
            yield Fact("Källa", line, bad=line.partition(":")[0] in self._kiosk.stale_sources())
        yield Fact("Signerat till", _when(feed.signed_until))
        yield Fact("Nät", ", ".join(addresses()) or "ingen adress", bad=not addresses())
        yield Fact("Klocka", "satt över nätet" if is_synchronized() else "inte satt över nätet")
        words = CONDITION_WORDS[printer.condition] if printer else "ingen"
        yield Fact("Skrivare", words, bad=bool(self._bad(printer)))
        yield Fact("Disk", f"{feed.free_bytes / 1e9:.1f} GB ledigt")
        yield Fact("Minne", f"{memory_mb():.0f} MB")
        for line in reversed(tuple(self.errors.lines)):  # other threads append to it
            yield Fact("Fel", line, bad=True)

    @staticmethod
    def _bad(printer: PrinterStatus | None) -> bool:
        return printer is not None and not printer.can_print

    def _printer(self) -> PrinterStatus | None:
        return self._kiosk.printer.last if self._kiosk.printer else None

    def restart(self) -> None:
        """End the kiosk, to be restarted by systemd with a cleared crash history."""
        self._watchdog.forgive()
        QGuiApplication.exit(RESTART)

    def sync(self) -> None:
        """Poll the feed now."""
        self._kiosk.poll()

    def print_test(self, on_end: Callable[[str], None] = lambda _problem: None) -> None:
        """Print a small ticket with the version and the time.

        `on_end` receives the problem, or an empty string if the ticket was printed.
        """
        printer = self._kiosk.printer
        if printer is None or printer.last is None or printer.last.paper is None:
            log.warning("there is no printer to test")
            on_end("there is no printer to test")
            return
        now = self._kiosk.now()
        lines = (
            f"Infodisk {__version__}",
            self._screen,
            *([f"{now.astimezone():%Y-%m-%d %H:%M}"] if now else []),
        )
        from kiosk.ui.desk.ticket_image import Words, dots, draw_ticket  # noqa: PLC0415  # for staff only

        image = draw_ticket([Words(line, "sv", centred=True) for line in lines], printer.last.paper)
        printer.print(
            image.width(),
            image.height(),
            dots(image),
            lambda status: on_end("" if status.can_print else f"the printer: {status.condition}"),
        )


def _when(moment: datetime | None) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}" if moment else "aldrig"


def addresses() -> list[str]:
    """Return the source addresses of this device, without sending anything."""
    sources = []
    # Connecting a datagram socket sends nothing. Both targets are documentation addresses.
    for family, target in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as probe:
                probe.connect((target, 9))
                sources.append(str(probe.getsockname()[0]))
        except OSError:
            continue
    return sources
