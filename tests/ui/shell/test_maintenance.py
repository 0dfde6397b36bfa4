"""The page for staff: a held corner, a PIN, and nothing without them."""

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest

from kiosk.feed.maintenance_pin import hash_pin
from kiosk.ui.shell.maintenance import Fact
from tests.ui.audit import Sight, faults_of
from tests.ui.conduct import restart_faults
from tests.ui.conftest import Time, turn_until

PIN = "20261124"
CORNER_HOLD_MS = 5000


class Machine:
    def __init__(self):
        self.done = []

    def facts(self):
        return (Fact("Version", "1.2.3"), Fact("Skrivare", "slut på papper", bad=True))

    def restart(self):
        self.done.append("restart")

    def sync(self):
        self.done.append("sync")

    def print_test(self, on_end):
        self.done.append("print")
        self.on_end = on_end


@pytest.fixture
def machine():
    return Machine()


@pytest.fixture
def screen(screen_of, context_of, sample, machine):
    feed = replace(sample, maintenance_pin=hash_pin(PIN, bytes(16)))
    screen = screen_of(context_of(feed=feed), Time())
    screen.shell.maintenance.serve(machine)
    screen.shell.maintenance.use(context_of(feed=feed))
    return screen


def type_pin(screen, pin):
    for digit in (*pin, "OK"):
        screen.touch(f"pin-{digit}")


def hold_timer(screen):
    return next(c for c in screen.item("corner").children() if c.property("interval") == CORNER_HOLD_MS)


def page(screen):
    return screen.shell.maintenance.property("page")


def hold_corner(screen):
    """Put a finger in the corner and leave it there; returns how to lift it."""
    window, point = screen.shell.window, screen.item("corner").mapToScene(screen.item("corner").position())
    QTest.touchEvent(window, screen.finger).press(0, point.toPoint(), window).commit()
    return lambda: QTest.touchEvent(window, screen.finger).release(0, point.toPoint(), window).commit()


def test_a_corner_held_for_five_seconds_asks_for_the_pin(screen):
    hold_timer(screen).setProperty("interval", 10)
    lift = hold_corner(screen)
    turn_until(lambda: page(screen) == "pin")
    lift()
    screen.item("pin-1")


def test_a_corner_let_go_asks_for_nothing(screen):
    lift = hold_corner(screen)
    lift()
    assert page(screen) == ""
    assert not hold_timer(screen).property("running")


def test_the_pin_opens_the_facts_and_the_three_buttons(screen, machine):
    screen.shell.maintenance.ask()
    type_pin(screen, PIN)
    assert page(screen) == "facts"
    assert "1.2.3" in screen.words()
    assert "▲ Skrivare" in screen.words()
    for name in ("sync", "print", "restart"):
        screen.touch(f"maintenance-{name}")
    assert machine.done == ["sync", "print"]
    assert "Starta om? Tryck igen" in screen.words()
    screen.touch("maintenance-restart")
    assert machine.done == ["sync", "print", "restart"]
    screen.touch("maintenance-close")
    assert page(screen) == ""


def test_the_audit_finds_no_fault_on_it_and_finds_one_that_is_planted(screen):
    screen.shell.maintenance.ask()
    type_pin(screen, PIN)
    (layer,) = (
        item for item in screen.items() if item.metaObject().className().startswith("MaintenanceView")
    )
    declared = screen.desk._context.screen
    assert list(faults_of(Sight(screen.shell.window, declared, layer), screen, colours=True)) == []
    screen.item("maintenance-sync").setWidth(150)
    assert list(faults_of(Sight(screen.shell.window, declared, layer), screen, colours=False))


def test_a_restart_without_a_question_is_found(screen, machine):
    screen.shell.maintenance.ask()
    type_pin(screen, PIN)
    assert list(restart_faults(screen, machine)) == []
    screen.item("maintenance-restart").setProperty("asked", True)
    assert list(restart_faults(screen, machine)) == ["one touch restarts the device"]


@pytest.mark.parametrize(
    ("problem", "words"), [("", "utskriven"), ("the printer: paper-out", "skrevs inte ut, se Skrivare")]
)
def test_the_page_says_whether_the_test_ticket_was_printed(screen, machine, problem, words):
    screen.shell.maintenance.ask()
    type_pin(screen, PIN)
    screen.touch("maintenance-print")
    assert "skrivs ut …" in screen.words()
    machine.on_end(problem)
    assert words in screen.words()
    assert ("▲ Provlapp" in screen.words()) == bool(problem)


def test_an_answer_of_the_printer_after_the_page_was_left_is_not_shown_later(screen, machine):
    screen.shell.maintenance.ask()
    type_pin(screen, PIN)
    screen.touch("maintenance-print")
    screen.touch("maintenance-close")
    machine.on_end("")
    screen.shell.maintenance.ask()
    type_pin(screen, PIN)
    assert "Provlapp" not in screen.words()


def test_three_wrong_pins_close_the_gate_for_the_right_one_too(screen):
    screen.shell.maintenance.ask()
    for _ in range(3):
        type_pin(screen, "12345678")
    assert "Vänta 30 s" in screen.words()
    type_pin(screen, PIN)
    assert page(screen) == "pin"
    screen.time.pass_by(31)
    type_pin(screen, PIN)
    assert page(screen) == "facts"


def test_no_button_works_before_the_pin(screen, machine):
    maintenance = screen.shell.maintenance
    maintenance.ask()
    maintenance.restart()
    maintenance.sync()
    maintenance.printTest()
    assert machine.done == []


def test_a_feed_without_a_pin_has_no_page(screen_of, context_of, machine):
    screen = screen_of(context_of())
    screen.shell.maintenance.serve(machine)
    screen.shell.maintenance.ask()
    assert page(screen) == ""


def test_the_page_leaves_by_itself(screen):
    maintenance = screen.shell.maintenance
    maintenance.ask()
    maintenance._leave.start(1)
    turn_until(lambda: page(screen) == "")


class Memory:
    """Notes on a disk."""

    def __init__(self):
        self.notes = {}

    def read_note(self, name):
        return self.notes.get(name, b"")

    def write_note(self, name, data):
        self.notes[name] = data


def wrong_pins(screen, count):
    screen.shell.maintenance.ask()
    for _ in range(count):
        type_pin(screen, "12345678")


def test_the_wait_survives_a_restart(screen):
    memory = Memory()
    maintenance = screen.shell.maintenance
    maintenance.remember(memory)
    wrong_pins(screen, 3)
    maintenance._gate = type(maintenance._gate)()  # what another process begins with
    maintenance.remember(memory)
    type_pin(screen, PIN)
    assert page(screen) == "pin"
    assert "För många försök" in screen.words()
    screen.time.pass_by(31)
    type_pin(screen, PIN)
    assert page(screen) == "facts"
    assert memory.read_note("pin-tries") == b"0 open\n"


def test_a_wrong_pin_is_kept_before_it_is_compared(screen, monkeypatch):
    memory = Memory()
    screen.shell.maintenance.remember(memory)
    kept = []
    monkeypatch.setattr(
        "kiosk.feed.maintenance_pin.PinHash.opens", lambda *_: kept.append(memory.read_note("pin-tries"))
    )
    wrong_pins(screen, 1)
    assert kept == [b"1 open\n"]


def test_the_wait_that_is_over_does_not_begin_again_after_a_restart(screen):
    memory = Memory()
    screen.shell.maintenance.remember(memory)
    wrong_pins(screen, 3)
    assert memory.read_note("pin-tries") == b"3 closed\n"
    screen.time.pass_by(31)
    screen.shell.maintenance._opens.start(1)
    turn_until(lambda: memory.read_note("pin-tries") == b"3 open\n")


def test_empty_and_short_tries_lock_nobody_out(screen):
    screen.shell.maintenance.ask()
    for _ in range(20):
        type_pin(screen, "")
        type_pin(screen, "123")
    assert "Koden har minst 8 siffror." in screen.words()
    type_pin(screen, PIN)
    assert page(screen) == "facts"
