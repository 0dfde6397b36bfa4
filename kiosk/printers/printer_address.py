"""The printer that a URL refers to.

    escpos://192.0.2.7:9100?width=576      a receipt printer on the network
    escpos-usb://04b8:0202?width=512       a receipt printer on USB, by its vendor and product ids
    ipp://printer.example/ipp/print        a paper printer, or a CUPS queue; ipps:// likewise

`width` is the printable width in dots (default 512), `dpi` the resolution in dots per inch.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from urllib.parse import SplitResult, parse_qsl, urlsplit

from kiosk.printers.escpos import EscposPrinter
from kiosk.printers.printer import Paper, Printer
from kiosk.printers.transport import Transport, connect, open_device
from kiosk.printers.usb_printers import device_file

ESCPOS_PORT = 9100
DEFAULT_WIDTH = 512  # dots: fits every printer for rolls of 80 mm
MIN_WIDTH = 384  # dots: a roll of 58 mm
MAX_WIDTH = 832  # dots: a roll of 112 mm
_DPI = {512: 180}
_DEFAULT_DPI = 203
_USB_IDS = re.compile(r"([0-9a-f]{4}):([0-9a-f]{4})", re.IGNORECASE)


class PrinterAddressError(ValueError):
    """An invalid printer URL; the message says what is wrong."""


def printer_at(address: str) -> Printer:
    """Return the printer at `address`, without connecting; raises `PrinterAddressError`."""
    try:
        url = urlsplit(address)
        return _SCHEMES.get(url.scheme, _unknown)(url)
    except PrinterAddressError:
        raise
    except ValueError as error:  # from urlsplit and int
        raise PrinterAddressError(f"{address!r}: {error}") from error


def _unknown(url: SplitResult) -> Printer:
    raise PrinterAddressError(f"{url.geturl()!r} does not begin with one of {', '.join(_SCHEMES)}")


def _network(url: SplitResult) -> Printer:
    if not url.hostname:
        raise PrinterAddressError(f"{url.geturl()!r} names no host")
    return EscposPrinter(partial(connect, url.hostname, url.port or ESCPOS_PORT), _roll_paper(url))


def _usb(url: SplitResult) -> Printer:
    ids = _USB_IDS.fullmatch(url.netloc)
    if ids is None:
        raise PrinterAddressError(f"{url.geturl()!r} names no vendor:product, such as 04b8:0202")
    vendor, product = ids[1].lower(), ids[2].lower()
    return EscposPrinter(partial(_open_usb, vendor, product), _roll_paper(url))


def _open_usb(vendor: str, product: str) -> Transport:
    return open_device(device_file(vendor, product))


def _paper_printer(url: SplitResult) -> Printer:
    if not url.hostname or url.query:
        raise PrinterAddressError(f"{url.geturl()!r} is not of the form {url.scheme}://host/path")
    from kiosk.printers.ipp_printer import IppPrinter  # noqa: PLC0415  # loads the HTTP client

    return IppPrinter(url.geturl())


def _roll_paper(url: SplitResult) -> Paper:
    """Return the paper roll that the query describes."""
    given = dict(parse_qsl(url.query, keep_blank_values=True, strict_parsing=bool(url.query)))
    width = int(given.pop("width", DEFAULT_WIDTH))
    dpi = int(given.pop("dpi", _DPI.get(width, _DEFAULT_DPI)))
    if given:
        raise PrinterAddressError(f"{url.geturl()!r}: only width and dpi can be set, not {', '.join(given)}")
    if not MIN_WIDTH <= width <= MAX_WIDTH or width % 8:
        raise PrinterAddressError(
            f"a width of {width} dots is not a multiple of 8 in {MIN_WIDTH}–{MAX_WIDTH}"
        )
    if not 100 <= dpi <= 600:  # noqa: PLR2004  # the range of thermal heads
        raise PrinterAddressError(f"a resolution of {dpi} dots per inch is not within 100–600")
    return Paper(width, None, dpi)


_SCHEMES: dict[str, Callable[[SplitResult], Printer]] = {
    "escpos": _network,
    "escpos-usb": _usb,
    "ipp": _paper_printer,
    "ipps": _paper_printer,
}
