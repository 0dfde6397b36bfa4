"""The kiosk's printer: queried before a visitor needs it, and closed with its worker."""

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


def test_status_is_queried_at_the_start_and_regularly(printer, device):
    turn_until(lambda: printer.last is not None)
    assert printer.last.condition is Condition.READY
    device.state = receipt_printer.PAPER_OUT
    printer._timer.timeout.emit()
    turn_until(lambda: printer.last.condition is Condition.PAPER_OUT)


def test_callbacks_run_in_the_main_thread(printer, qapp):
    heard = []
    printer.query_status(lambda status: heard.append((status.condition, printer.thread().isCurrentThread())))
    turn_until(lambda: heard)
    assert heard == [(Condition.READY, True)]
