"""Receipt printers, tested against a server that parses the bytes and simulates a printer's problems."""

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
    """Shorter limits, so that the tests do not wait; the order of events is the same."""
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


def test_silent_printer_has_an_unknown_state(device, printer, impatient):
    device.answers = False
    status = printer.status()
    assert (status.condition, status.can_print) == (Condition.UNKNOWN, False)


def test_unreachable_printer_is_offline():
    with ReceiptPrinter() as gone:
        printer = printer_at(gone.uri)
    assert printer.status().condition is Condition.OFFLINE


@pytest.mark.parametrize("height", [1, 23, 24, 240, 241, 367, 424, 662, 820])
def test_picture_is_printed_unchanged(device, printer, height):
    sent = picture(height)
    assert printer.print(sent, still_wanted()).condition is Condition.READY
    got = device.page()
    assert got.bits[: len(sent.bits)] == sent.bits
    assert not any(got.bits[len(sent.bits) :])
    assert got.height % 24 == 0
    assert max(device.strips) <= 256


def test_printer_without_confirmation_counts_as_done_after_a_while(device, printer, impatient):
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


def test_ticket_cut_short_by_the_end_of_the_roll_is_not_printed_on_the_next(device, printer):
    device.runs_out_after = 240
    assert printer.print(picture(720), still_wanted()).condition is Condition.PAPER_OUT
    device.wait_until(lambda: device.cleared == 2)  # before the first ticket, and after this one
    device.state = receipt_printer.READY
    printer.print(picture(48), still_wanted())
    assert device.page().height == 48
    assert device.pages.empty()


def test_printer_that_hangs_during_a_job_is_abandoned_in_time(device, printer, impatient):
    device.hangs_after = 10_000
    assert not printer.print(picture(820), still_wanted()).can_print
    assert device.strips == []


def test_data_of_a_hung_job_is_cleared_before_the_next_ticket(device, printer, impatient):
    device.hangs_after = 10_000
    assert not printer.print(picture(480), still_wanted()).can_print
    device.hangs_after = None
    device.freed.set()
    printer.purge()
    assert printer.print(picture(24), still_wanted()).can_print
    assert device.page().height == 24
    assert device.pages.empty()


def test_incomplete_ticket_is_cut_off(device, printer):
    device.runs_out_after = 240
    printer.print(picture(720), still_wanted())
    device.wait_until(lambda: device.bare_cuts == 1)


def test_abandoned_ticket_is_not_printed(device, printer):
    abandoned = still_wanted()
    abandoned.set()
    assert not printer.print(picture(480), abandoned).can_print
    assert printer.print(picture(24), still_wanted()).can_print
    assert device.page().height == 24
    assert device.pages.empty()


def test_purge_does_nothing_if_everything_was_printed(device, printer):
    printer.print(picture(24), still_wanted())
    before = device.cleared
    printer.purge()
    printer.status()
    assert device.cleared == before
