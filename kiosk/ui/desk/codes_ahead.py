"""Draws the QR codes of the times on the page before one of them is chosen.

Finding the best of a code's eight masks takes about as long as the rest of the ticket page. Touches do not
count in the first 0.4 s of a page (`SessionLimits.settle_s`), and most codes are ready by then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from kiosk.booking.booking_links import booking_options
from kiosk.ui.images import draw_qr
from kiosk.visitor.session import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.ui.desk.desk import Desk

AFTER_MS = 200
"""When to start: the page is at rest by then (`Theme.turnMs`)."""


class CodesAhead(QObject):
    """Draws one code per turn of the event loop, so that a touch never waits for more than one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._wanted: Iterator[str] = iter(())
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._draw_next)
        desk.turned.connect(self._begin)

    def stop(self) -> None:
        """Stop drawing."""
        self._timer.stop()

    def _begin(self) -> None:
        self.stop()
        codes = self._codes()
        if codes:
            self._wanted = iter(codes)
            self._timer.start(AFTER_MS)

    def _codes(self) -> list[str]:
        """Return the contents of the codes for the times on the page."""
        state = self._desk.state()
        if state is None:
            return []
        pages = self._desk.pages.value
        rows = {
            Page.HELP: (*pages.next_times.value.first, *pages.next_times.value.later),
            Page.DAY: pages.day_page.value.choices,
        }.get(state.session.shown, ())
        slots = filter(None, map(state.free_slot, (row.key for row in rows)))
        ways = (
            booking_options(state.context.feed, slot.office, slot.topic, state.language, slot)
            for slot in slots
        )
        return [way.code for way in ways if way.code]

    def _draw_next(self) -> None:
        code = next(self._wanted, None)
        if code is not None:
            draw_qr(code)
            self._timer.start(0)
