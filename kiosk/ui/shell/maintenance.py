"""The page for staff behind a PIN: what the screen says of itself, and the three things one may do to it.

It can change nothing that is shown. Its words are Swedish, since only those who keep the screens read it. Who
knows the facts and does what is asked is handed in.
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
"""The note that holds the count of wrong PINs."""

TEST_TICKET = "Provlapp"
LEAVE_AFTER_MS = 60_000
REFRESH_MS = 2000
GATE_UPDATE_MS = 1000


@frozen
class Fact:
    """One line of the page; `bad` if somebody should look at it."""

    name: str
    value: str
    bad: bool = False


class GateMemory(Protocol):
    """What keeps the count of wrong PINs over a restart and a power cut."""

    def recall(self, name: str) -> bytes:
        """Return what was kept last under a name, or nothing."""

    def remember(self, name: str, data: bytes) -> None:
        """Keep this; it is on the disk when the call returns, unless the disk fails."""


class DeviceControls(Protocol):
    """The device, as far as the page may know and move it."""

    def facts(self) -> Sequence[Fact]:
        """Return what to show now."""

    def restart(self) -> None:
        """End the kiosk, to be started again."""

    def sync(self) -> None:
        """Look at the feed now."""

    def print_test(self, on_end: Callable[[str], None]) -> None:
        """Print a test ticket; `on_end` gets what the problem was, empty if it was printed."""


@QmlElement
class Maintenance(QObject):
    """Closed until a corner is held; then the PIN is asked for, then the facts are shown."""

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
        self._machine: DeviceControls | None = None
        self._facts = Rows(Fact, self)
        self._test: tuple[Fact, ...] = ()
        self._leave = QTimer(self, singleShot=True, interval=LEAVE_AFTER_MS)
        self._leave.timeout.connect(self.close)
        self._refresh = QTimer(self, interval=REFRESH_MS)
        self._refresh.timeout.connect(self._look)
        self._closed_gate = QTimer(self, interval=GATE_UPDATE_MS)
        self._closed_gate.timeout.connect(self._update_gate)
        self._opens = QTimer(self, singleShot=True)
        self._opens.timeout.connect(self._keep_gate)

    def remember(self, memory: GateMemory) -> None:
        """Keep wrong PINs in `memory`, and go on with those that it holds."""
        self._memory = memory
        self._set_gate(PinThrottle.read(memory.recall(TRIES), self._monotonic()))

    def serve(self, machine: DeviceControls) -> None:
        """Show and move this device."""
        self._machine = machine
        self.changed.emit()

    def use(self, context: ScreenContext) -> None:
        """Take the PIN of another generation."""
        self._hash = context.feed.maintenance_pin
        if self._hash is None:
            self.close()
        self.changed.emit()

    def stop(self) -> None:
        """End all timers."""
        self._opens.stop()
        self._rest()

    def _rest(self) -> None:
        for timer in (self._leave, self._refresh, self._closed_gate):
            timer.stop()

    @Property(str, notify=changed)
    def page(self) -> str:
        """`pin`, `facts`, or nothing while the page is closed."""
        return self._page

    @Property(str, notify=changed)
    def dots(self) -> str:
        """A dot for each digit."""
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
        """Whether there is a PIN at all, so that a corner may be held."""
        return self._hash is not None and self._machine is not None

    @Slot()
    def ask(self) -> None:
        """Hear that a corner was held: ask for the PIN."""
        if self.serves:
            self._turn("pin")

    @Slot()
    def close(self) -> None:
        """Leave the page."""
        self._rest()
        self._turn("")

    @Slot(str)
    def digit(self, digit: str) -> None:
        """Add one digit."""
        if len(self._pin) < LONGEST_PIN and digit.isdigit():
            self._pin += digit
            self._stay()

    @Slot()
    def erase(self) -> None:
        """Take the last digit away."""
        self._pin = self._pin[:-1]
        self._stay()

    @Slot()
    def enter(self) -> None:
        """Try the PIN. While the gate is closed none is heard; what is too short to be one is not counted."""
        pin, self._pin = self._pin, ""
        if self._hash is not None and self._gate.wait_s(self._monotonic()) <= 0:
            self._too_short = not can_be_pin(pin)
            if not self._too_short:
                self._try(self._hash, pin)
        self._stay()

    def _try(self, kept: PinHash, pin: str) -> None:
        """Count the guess as wrong before it is compared: who cuts the power has used it."""
        self._set_gate(self._gate.after_wrong(self._monotonic()))
        if kept.opens(pin):
            self._set_gate(PinThrottle())
            self._look()
            self._refresh.start()
            self._turn("facts")
        else:
            self._closed_gate.start()

    def _set_gate(self, gate: PinThrottle) -> None:
        self._gate = gate
        self._keep_gate()
        wait = gate.wait_s(self._monotonic())
        self._opens.start(round(wait * 1000) + 1) if wait else self._opens.stop()

    @Slot()
    def _keep_gate(self) -> None:
        if self._memory:
            self._memory.remember(TRIES, self._gate.write(self._monotonic()))

    @Slot()
    def restart(self) -> None:
        """Restart the kiosk."""
        if self._machine and self._page == "facts":
            self._machine.restart()

    @Slot()
    def sync(self) -> None:
        """Look at the feed now."""
        if self._machine and self._page == "facts":
            self._machine.sync()
            self._stay()

    @Slot()
    def printTest(self) -> None:
        """Print a test ticket."""
        if self._machine and self._page == "facts":
            self._tell_test(Fact(TEST_TICKET, "skrivs ut …"))
            self._machine.print_test(self._tested)
            self._stay()

    def _tested(self, problem: str) -> None:
        """Say whether the ticket was printed; what is wrong with the printer is a fact of its own."""
        if self._page == "facts":
            words = "skrevs inte ut, se Skrivare" if problem else "utskriven"
            self._tell_test(Fact(TEST_TICKET, words, bad=bool(problem)))

    def _tell_test(self, fact: Fact) -> None:
        self._test = (fact,)
        self._look()

    def _turn(self, page: str) -> None:
        self._page, self._pin, self._too_short, self._test = page, "", False, ()
        self._stay()

    def _stay(self) -> None:
        if self._page:
            self._leave.start()
        self.changed.emit()

    @Slot()
    def _look(self) -> None:
        if self._machine:
            self._facts.replace((*self._test, *self._machine.facts()))

    @Slot()
    def _update_gate(self) -> None:
        if not self._page or self._gate.wait_s(self._monotonic()) <= 0:
            self._closed_gate.stop()
        self.changed.emit()
