"""The maintenance page for staff, behind a PIN: the state of the screen, and three actions.

It cannot change what is shown. Its texts are in Swedish only, because only maintenance staff read them. The
device's facts and actions come from the `DeviceControls` that is passed in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.feed.maintenance_pin import MIN_DIGITS, PinHash, PinThrottle, can_be_pin
from kiosk.frozen import frozen
from kiosk.ui.rows import Rows
from kiosk.ui.screen_context import ScreenContext

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

LONGEST_PIN = 16
TRIES = "pin-tries"
"""The name under which the count of wrong PINs is stored."""

TEST_TICKET = "Provlapp"
LEAVE_AFTER_MS = 60_000
REFRESH_MS = 2000
GATE_UPDATE_MS = 1000


@frozen
class Fact:
    """One line of the page; `bad` if it needs attention."""

    name: str
    value: str
    bad: bool = False


class GateMemory(Protocol):
    """Stores the count of wrong PINs across restarts and power cuts."""

    def read_note(self, name: str) -> bytes:
        """Return the data last stored under a name; empty if there is none."""

    def write_note(self, name: str, data: bytes) -> None:
        """Store data under a name; it is on disk when the call returns, unless the disk fails."""


class DeviceControls(Protocol):
    """The device, as far as the page may read and control it."""

    def facts(self) -> Sequence[Fact]:
        """Return the facts to show now."""

    def restart(self) -> None:
        """Stop the kiosk, so that it is started again."""

    def sync(self) -> None:
        """Poll the feed now."""

    def print_test(self, on_end: Callable[[str], None]) -> None:
        """Print a test ticket; `on_end` gets the problem, empty if it was printed."""


@QmlElement
class Maintenance(QObject):
    """Closed until a corner is held; then asks for the PIN, then shows the facts."""

    changed = Signal()

    def __init__(self, monotonic: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._monotonic = monotonic
        self._hash: PinHash | None = None
        self._gate = PinThrottle()
        self._memory: GateMemory | None = None
        self._too_short = False
        self._page = ""
        self._pin = ""
        self._device: DeviceControls | None = None
        self._facts = Rows(Fact, self)
        self._test: tuple[Fact, ...] = ()
        self._leave = QTimer(self, singleShot=True, interval=LEAVE_AFTER_MS)
        self._leave.timeout.connect(self.close)
        self._refresh = QTimer(self, interval=REFRESH_MS)
        self._refresh.timeout.connect(self._update_facts)
        self._closed_gate = QTimer(self, interval=GATE_UPDATE_MS)
        self._closed_gate.timeout.connect(self._update_gate)
        self._opens = QTimer(self, singleShot=True)
        self._opens.timeout.connect(self._store_gate)

    def remember(self, memory: GateMemory) -> None:
        """Count wrong PINs in `memory`, starting from the count stored there."""
        self._memory = memory
        self._set_gate(PinThrottle.read(memory.read_note(TRIES), self._monotonic()))

    def serve(self, device: DeviceControls) -> None:
        """Show the facts of this device, and let staff control it."""
        self._device = device
        self.changed.emit()

    def use(self, context: ScreenContext) -> None:
        """Use the PIN of another generation."""
        self._hash = context.feed.maintenance_pin
        if self._hash is None:
            self.close()
        self.changed.emit()

    def stop(self) -> None:
        """Stop all timers."""
        self._opens.stop()
        self._stop_timers()

    def _stop_timers(self) -> None:
        for timer in (self._leave, self._refresh, self._closed_gate):
            timer.stop()

    @Property(str, notify=changed)
    def page(self) -> str:
        """`pin`, `facts`, or empty while the page is closed."""
        return self._page

    @Property(str, notify=changed)
    def dots(self) -> str:
        """One dot per digit."""
        return "●" * len(self._pin)

    @Property(str, notify=changed)
    def hint(self) -> str:
        """What to do, or how long to wait."""
        wait = self._gate.wait_s(self._monotonic())
        if wait > 0:
            return f"För många försök. Vänta {round(wait + 0.5)} s."
        if self._too_short:
            return f"Koden har minst {MIN_DIGITS} siffror."
        return "Fel kod." if self._gate.wrong else "Ange servicekoden."

    @Property(QObject, constant=True)
    def facts(self) -> QObject:
        """Rows of `Fact`."""
        return self._facts

    @Property(bool, notify=changed)
    def serves(self) -> bool:
        """Whether holding a corner opens the page: there is a PIN, and a device to control."""
        return self._hash is not None and self._device is not None

    @Slot()
    def ask(self) -> None:
        """Ask for the PIN, once a corner has been held."""
        if self.serves:
            self._show_page("pin")

    @Slot()
    def close(self) -> None:
        """Close the page."""
        self._stop_timers()
        self._show_page("")

    @Slot(str)
    def digit(self, digit: str) -> None:
        """Add one digit."""
        if len(self._pin) < LONGEST_PIN and digit.isdigit():
            self._pin += digit
            self._stay_open()

    @Slot()
    def erase(self) -> None:
        """Remove the last digit."""
        self._pin = self._pin[:-1]
        self._stay_open()

    @Slot()
    def enter(self) -> None:
        """Try the PIN. It is ignored while the throttle is closed, and not counted if it is too short."""
        pin, self._pin = self._pin, ""
        if self._hash is not None and self._gate.wait_s(self._monotonic()) <= 0:
            self._too_short = not can_be_pin(pin)
            if not self._too_short:
                self._try(self._hash, pin)
        self._stay_open()

    def _try(self, pin_hash: PinHash, pin: str) -> None:
        """Count the attempt as wrong before comparing it, so that a power cut does not undo the count."""
        self._set_gate(self._gate.after_wrong(self._monotonic()))
        if pin_hash.opens(pin):
            self._set_gate(PinThrottle())
            self._update_facts()
            self._refresh.start()
            self._show_page("facts")
        else:
            self._closed_gate.start()

    def _set_gate(self, gate: PinThrottle) -> None:
        self._gate = gate
        self._store_gate()
        wait = gate.wait_s(self._monotonic())
        self._opens.start(round(wait * 1000) + 1) if wait else self._opens.stop()

    @Slot()
    def _store_gate(self) -> None:
        if self._memory:
            self._memory.write_note(TRIES, self._gate.write(self._monotonic()))

    @Slot()
    def restart(self) -> None:
        """Restart the kiosk."""
        if self._device and self._page == "facts":
            self._device.restart()

    @Slot()
    def sync(self) -> None:
        """Poll the feed now."""
        if self._device and self._page == "facts":
            self._device.sync()
            self._stay_open()

    @Slot()
    def printTest(self) -> None:
        """Print a test ticket."""
        if self._device and self._page == "facts":
            self._show_test(Fact(TEST_TICKET, "skrivs ut …"))
            self._device.print_test(self._tested)
            self._stay_open()

    def _tested(self, problem: str) -> None:
        """Show whether the ticket was printed; problems of the printer are a separate fact."""
        if self._page == "facts":
            words = "skrevs inte ut, se Skrivare" if problem else "utskriven"
            self._show_test(Fact(TEST_TICKET, words, bad=bool(problem)))

    def _show_test(self, fact: Fact) -> None:
        self._test = (fact,)
        self._update_facts()

    def _show_page(self, page: str) -> None:
        self._page, self._pin, self._too_short, self._test = page, "", False, ()
        self._stay_open()

    def _stay_open(self) -> None:
        if self._page:
            self._leave.start()
        self.changed.emit()

    @Slot()
    def _update_facts(self) -> None:
        if self._device:
            self._facts.replace((*self._test, *self._device.facts()))

    @Slot()
    def _update_gate(self) -> None:
        if not self._page or self._gate.wait_s(self._monotonic()) <= 0:
            self._closed_gate.stop()
        self.changed.emit()
