"""The printed ticket through the real Main.qml: offered when it can be had, and gone with its visitor."""

from dataclasses import dataclass, field

import pytest

from kiosk.printers.printer import Condition, Paper, PrinterStatus, Raster
from tests.ui.desk.test_visit import visit_times
from tests.ui.qrcodes import read_qr

PAPER = Paper(512, None, 180)
READY = PrinterStatus(Condition.READY, paper=PAPER)


@dataclass
class StubPrinter:
    """Answers what the test says; `later` keeps the answers until the test gives them."""

    status: PrinterStatus = READY
    tickets: list = field(default_factory=list)
    waiting: list = field(default_factory=list)
    resets: int = 0

    def query_status(self, on_state):
        on_state(self.status)

    def print(self, width, height, bits, on_state):
        self.tickets.append(Raster(width, height, bits))
        self.waiting.append(on_state)

    def reset(self):
        self.resets += 1


@pytest.fixture
def printer():
    return StubPrinter()


@pytest.fixture
def at_ticket(screen_of, context_of, printer):
    def make(language="sv", **where):
        screen = screen_of(context_of(**where))
        screen.shell.printing.serve(printer)
        visit_times(screen, language)
        choose(screen, 0)
        return screen

    return make


def choose(screen, number):
    """Choose a time; drawing once puts everything on the page of tickets in its place."""
    screen.touch(screen.names("slot-")[number])
    assert not screen.picture().isNull()


def state(screen):
    return screen.shell.printing.property("state")


def test_without_a_printer_nothing_is_offered(screen_of, context_of):
    screen = screen_of(context_of())
    visit_times(screen)
    screen.touch(screen.names("slot-")[0])
    assert not screen.names("print-")


@pytest.mark.parametrize("language", ["sv", "en", "ar", "so"])
def test_touch_prints_the_ticket_and_it_is_told_to_be_taken(at_ticket, printer, language):
    screen = at_ticket(language)
    screen.touch("print-button")
    assert state(screen) == "printing"
    assert not screen.names("print-button")
    (ticket,) = printer.tickets
    assert ticket.width == 512
    printer.waiting.pop()(READY)
    assert state(screen) == "printed"
    assert screen.item("print-words").property("text") in screen.words()


WORDS = {
    Condition.PAPER_OUT: "Papperet är slut",
    Condition.COVER_OPEN: "lucka är öppen",
    Condition.OFFLINE: "avstängd",
    Condition.UNKNOWN: "fungerar inte",
}


@pytest.mark.parametrize("condition", WORDS)
def test_trouble_is_reported_instead_of_offering(at_ticket, printer, condition):
    printer.status = PrinterStatus(condition, paper=PAPER)
    screen = at_ticket()
    assert not screen.names("print-button")
    assert WORDS[condition].lower() in screen.words().lower()


def test_little_paper_is_no_trouble_for_the_visitor(at_ticket, printer):
    printer.status = PrinterStatus(Condition.PAPER_LOW, paper=PAPER)
    assert state(at_ticket()) == "ready"


def test_printer_whose_paper_is_not_known_is_not_offered(at_ticket, printer):
    printer.status = PrinterStatus(Condition.READY)
    assert not at_ticket().names("print-button")


def test_paper_that_runs_out_while_printing_is_reported(at_ticket, printer):
    screen = at_ticket()
    screen.touch("print-button")
    printer.waiting.pop()(PrinterStatus(Condition.PAPER_OUT, paper=PAPER))
    assert WORDS[Condition.PAPER_OUT] in screen.words()


def test_second_touch_prints_nothing_more(at_ticket, printer):
    screen = at_ticket()
    screen.touch("print-button")
    screen.shell.printing.print()
    assert len(printer.tickets) == 1


def test_visitor_who_leaves_takes_the_job_along(at_ticket, printer):
    screen = at_ticket()
    screen.touch("print-button")
    screen.touch("home")
    screen.touch("leave")
    assert screen.page == "farewell"
    screen.touch("home")
    assert printer.resets == 1
    late = printer.waiting.pop()
    visit_times(screen, "sv")
    choose(screen, 0)
    late(PrinterStatus(Condition.PAPER_OUT, paper=PAPER))
    assert state(screen) == "ready"


def test_another_time_has_another_ticket(at_ticket, printer):
    screen = at_ticket()
    screen.touch("print-button")
    printer.waiting.pop()(READY)
    screen.touch("back")
    assert state(screen) == ""
    choose(screen, 1)
    screen.touch("print-button")
    assert len(set(printer.tickets)) == 2


def test_another_time_of_a_day_has_another_ticket(at_ticket, printer):
    screen = at_ticket()
    screen.touch("back")
    screen.touch("office-torget")
    screen.touch(screen.names("slot-2026")[0])
    for number in (0, 1):
        choose(screen, number)
        screen.touch("print-button")
        printer.waiting.pop()(READY)
        screen.touch("back")
        assert (screen.page, state(screen)) == ("day", "")
    assert len(set(printer.tickets)) == 2


def test_change_of_language_keeps_what_became_of_the_ticket(at_ticket, printer):
    screen = at_ticket()
    screen.touch("print-button")
    printer.waiting.pop()(READY)
    screen.touch("language")
    screen.touch("language-en")
    assert "Take your ticket." in screen.words()


def test_shown_ticket_has_the_code_that_the_printed_one_has(at_ticket):
    screen = at_ticket("ar")
    code = screen.pages.ticket_page.value.code
    assert code in screen.words()
    assert " ".join(code) in [getattr(part, "text", "") for part in screen.desk.printed_parts()]


def test_code_on_the_screen_still_fits_beside_the_printer(at_ticket):
    for where in ("torget-desk", "kompassen-desk"):
        screen = at_ticket("so", screen=where)
        assert screen.item("print-button")
        by_zxing, by_opencv = read_qr(screen.picture())
        assert by_zxing == by_opencv != ""
