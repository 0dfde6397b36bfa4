"""The kiosk's printer: known before a visitor finds out, and ended with all that hangs on it."""

import pytest

from kiosk.device.ticket_printer import KioskPrinter
from kiosk.printers.printer import Condition
from kiosk.printers.printer_address import printer_at
from tests.printers import receipt_printer
from tests.printers.receipt_printer import ReceiptPrinter
from tests.ui.conftest import turn_until


@pytest.fixture
def device():
    with ReceiptPrinter() as device:
        yield device


@pytest.fixture
def printer(qapp, device):
    printer = KioskPrinter(printer_at(device.uri))
    yield printer
    printer.close()


def test_state_is_known_from_the_start_and_kept_up_to_date(printer, device):
    turn_until(lambda: printer.last is not None)
    assert printer.last.condition is Condition.READY
    device.state = receipt_printer.PAPER_OUT
    printer._timer.timeout.emit()
    turn_until(lambda: printer.last.condition is Condition.PAPER_OUT)


def test_answers_come_in_the_thread_of_the_window(printer, qapp):
    heard = []
    printer.ask(lambda status: heard.append((status.condition, printer.thread().isCurrentThread())))
    turn_until(lambda: heard)
    assert heard == [(Condition.READY, True)]
