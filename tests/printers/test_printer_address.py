"""Printer addresses, valid and invalid."""

import pytest

from kiosk.printers.escpos import EscposPrinter
from kiosk.printers.ipp_printer import IppPrinter
from kiosk.printers.printer import Condition
from kiosk.printers.printer_address import PrinterAddressError, printer_at


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("escpos://printer.example", EscposPrinter),
        ("escpos://[2001:db8::1]:9100?width=576", EscposPrinter),
        ("escpos-usb://04b8:0E15?width=384&dpi=180", EscposPrinter),
        ("ipp://printer.example/ipp/print", IppPrinter),
        ("ipps://printer.example:8443/printers/x", IppPrinter),
    ],
)
def test_address_names_a_printer(address, kind):
    assert isinstance(printer_at(address), kind)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("", "does not begin"),
        ("lpd://printer.example", "does not begin"),
        ("escpos://", "no host"),
        ("escpos://printer.example:99999", "out of range"),
        ("escpos://[printer", "Invalid IPv6"),
        ("escpos://printer.example?width=wide", "invalid literal"),
        ("escpos://printer.example?width", "bad query"),
        ("escpos://printer.example?width=500", "multiple of 8"),
        ("escpos://printer.example?width=99999", "multiple of 8"),
        ("escpos://printer.example?dpi=7", "100–600"),
        ("escpos://printer.example?profile=x", "not profile"),
        ("escpos-usb://printer.example", "vendor:product"),
        ("escpos-usb://04b8", "vendor:product"),
        ("ipp:///printers/x", "of the form"),
        ("ipp://printer.example/x?width=512", "of the form"),
    ],
)
def test_invalid_address_is_refused(address, words):
    with pytest.raises(PrinterAddressError, match=words):
        printer_at(address)


@pytest.mark.parametrize(("query", "dpi"), [("", 180), ("?width=576", 203), ("?width=384&dpi=180", 180)])
def test_roll_has_its_resolution(query, dpi):
    unplugged = printer_at(f"escpos-usb://ffff:fffe{query}")
    status = unplugged.status()
    assert (status.condition, status.paper.dpi, status.paper.height) == (Condition.OFFLINE, dpi, None)
