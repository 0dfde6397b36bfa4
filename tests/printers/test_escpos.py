"""Receipt printers: against a server that understands the bytes and has a printer's troubles."""

import threading

import pytest

from kiosk.printers import escpos
from kiosk.printers.printer import Condition, Raster
from kiosk.printers.printer_address import printer_at
from tests.printers import receipt_printer
from tests.printers.receipt_printer import ReceiptPrinter


@pytest.fixture
def device():
    with ReceiptPrinter() as device:
        yield device
        assert not device.strange, f"bytes that mean nothing: {device.strange!r}"


@pytest.fixture
def printer(device):
    return printer_at(device.uri)


@pytest.fixture
def impatient(monkeypatch):
    """Limits that do not make the tests wait; the order of things is the same."""
    monkeypatch.setattr(escpos, "ANSWER_S", 0.2)
    monkeypatch.setattr(escpos, "STRIP_S", 0.2)
    monkeypatch.setattr(escpos, "PRINTED_S", 0.2)


def picture(height, width=512):
    row_bytes = width // 8
    rows = [bytes((y * 7 + x * 3) % 256 for x in range(row_bytes)) for y in range(height)]
    return Raster(width, height, b"".join(rows))


def still_wanted():
    return threading.Event()


@pytest.mark.parametrize(
    ("state", "condition"),
    [
        (receipt_printer.READY, Condition.READY),
        (receipt_printer.PAPER_LOW, Condition.PAPER_LOW),
        (receipt_printer.PAPER_OUT, Condition.PAPER_OUT),
        (receipt_printer.COVER_OPEN, Condition.COVER_OPEN),
        (receipt_printer.SWITCHED_OFF, Condition.OFFLINE),
        (receipt_printer.CUTTER_STUCK, Condition.UNKNOWN),
    ],
)
def test_state_is_reported(device, printer, state, condition):
    device.state = state
    assert printer.status().condition is condition


def test_silent_printer_is_not_known(device, printer, impatient):
    device.answers = False
    status = printer.status()
    assert (status.condition, status.can_print) == (Condition.UNKNOWN, False)


def test_printer_that_is_not_there_is_offline():
    with ReceiptPrinter() as gone:
        printer = printer_at(gone.uri)
    assert printer.status().condition is Condition.OFFLINE


@pytest.mark.parametrize("height", [1, 23, 24, 240, 241, 367, 424, 662, 820])
def test_picture_comes_out_as_it_is(device, printer, height):
    sent = picture(height)
    assert printer.print(sent, still_wanted()).condition is Condition.READY
    got = device.page()
    assert got.bits[: len(sent.bits)] == sent.bits
    assert not any(got.bits[len(sent.bits) :])
    assert got.height % 24 == 0
    assert max(device.strips) <= 256


def test_printer_that_cannot_say_when_it_is_done_is_believed_after_a_while(device, printer, impatient):
    device.reports_printed = False
    assert printer.print(picture(240), still_wanted()).can_print
    assert device.page().height == 240


def test_picture_wider_than_the_paper_is_refused(printer):
    with pytest.raises(ValueError, match="wider"):
        printer.print(picture(24, 576), still_wanted())


def test_nothing_is_sent_to_a_printer_without_paper(device, printer):
    device.state = receipt_printer.PAPER_OUT
    assert printer.print(picture(240), still_wanted()).condition is Condition.PAPER_OUT
    assert device.strips == []


def test_ticket_on_which_the_paper_ends_does_not_come_out_with_the_next_roll(device, printer):
    device.runs_out_after = 240
    assert printer.print(picture(720), still_wanted()).condition is Condition.PAPER_OUT
    device.wait_until(lambda: device.cleared == 2)  # before the first ticket, and after this one
    device.state = receipt_printer.READY
    printer.print(picture(48), still_wanted())
    assert device.page().height == 48
    assert device.pages.empty()


def test_printer_that_hangs_in_the_middle_is_left_within_the_limits(device, printer, impatient):
    device.hangs_after = 10_000
    assert not printer.print(picture(820), still_wanted()).can_print
    assert device.strips == []


def test_what_hung_is_cleared_before_the_next_ticket(device, printer, impatient):
    device.hangs_after = 10_000
    assert not printer.print(picture(480), still_wanted()).can_print
    device.hangs_after = None
    device.freed.set()
    printer.purge()
    assert printer.print(picture(24), still_wanted()).can_print
    assert device.page().height == 24
    assert device.pages.empty()


def test_torn_ticket_is_cut_off_so_that_the_next_begins_on_its_own_paper(device, printer):
    device.runs_out_after = 240
    printer.print(picture(720), still_wanted())
    device.wait_until(lambda: device.bare_cuts == 1)


def test_abandoned_ticket_does_not_come_out(device, printer):
    abandoned = still_wanted()
    abandoned.set()
    assert not printer.print(picture(480), abandoned).can_print
    assert printer.print(picture(24), still_wanted()).can_print
    assert device.page().height == 24
    assert device.pages.empty()


def test_purge_leaves_a_printer_alone_that_has_printed_all(device, printer):
    printer.print(picture(24), still_wanted())
    before = device.cleared
    printer.purge()
    printer.status()
    assert device.cleared == before
