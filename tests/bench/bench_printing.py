"""Printing: from the touch on "print" to the last byte at the printer, and what goes into that."""

import os
import statistics
import time
from datetime import UTC, datetime
from itertools import cycle

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"

from PySide6.QtTest import QTest

from kiosk import resources
from kiosk.booking.bookable_rules import slots_by_rule
from kiosk.booking.slots import SlotList
from kiosk.cli.icons import icons
from kiosk.device.ticket_printer import KioskPrinter
from kiosk.printers.printer import Paper, Raster
from kiosk.printers.printer_address import printer_at
from kiosk.printers.pwg_raster import pwg_page
from kiosk.publish.folder_source import check_folder
from kiosk.ui import fonts
from kiosk.ui.desk.ticket_image import dots, draw_ticket
from kiosk.ui.screen_context import ScreenContext
from kiosk.ui.shell.shell import Shell
from tests import prepared
from tests.bench.rows import Row, print_rows
from tests.printers.receipt_printer import ReceiptPrinter
from tests.ui.conftest import Screen, Time, turn_until
from tests.ui.walk import leave

NOW = datetime(2026, 11, 24, 9, 12, tzinfo=UTC)
A4 = Paper(2480, 3508, 300, 118)
ROUNDS = 20


def rows():
    _application = fonts.make_application([])
    feed = check_folder(resources.sample_feed(), icons()).feed
    slots = SlotList(generated_at=NOW, slots=slots_by_rule(feed, NOW))
    context = ScreenContext(prepared.shown(feed), "torget-desk", prepared.sample().locate, slots)
    clock = Time(NOW)
    shell = Shell(lambda: clock.now, lambda: clock.seconds)
    screen = Screen(shell, clock, QTest.createTouchDevice())
    shell.player.slideShown.connect(lambda slide, _language: screen.shown.append(slide))
    shell.use(context)
    shell.window.show()
    turn_until(lambda: screen.shown)
    with ReceiptPrinter() as device:
        printer = KioskPrinter(printer_at(device.uri))
        shell.printing.serve(printer)
        visits = [
            visit(screen, device, language) for language, _ in zip(cycle(("ar", "sv", "so")), range(ROUNDS))
        ]
    yield Row(
        "touch on “print” to the last byte at a receipt printer, median", statistics.median(visits), "ms", 500
    )
    yield Row("touch on “print” to the last byte at a receipt printer, longest", max(visits), "ms", 500)
    yield Row("a ticket as an A4 page at 300 dpi, drawn and encoded, median", a4_page(screen), "ms")
    printer.close()
    shell.close()


def visit(screen, device, language):
    """Visit as far as the ticket and print it; return the milliseconds."""
    for name in ("attract", f"language-{language}", "topic-housing"):
        screen.touch(name)
    screen.touch(screen.names("slot-")[0])
    turn_until(lambda: screen.shell.printing.property("state") == "ready")
    screen.picture()  # puts the button in its place
    begun = time.perf_counter()
    screen.touch("print-button")
    turn_until(lambda: screen.shell.printing.property("state") == "printed")
    device.page()
    leave(screen)
    return (device.cut_at - begun) * 1000


def a4_page(screen):
    for name in ("attract", "language-ar", "topic-housing"):
        screen.touch(name)
    screen.touch(screen.names("slot-")[0])
    return statistics.median(encode(screen.desk.printed_parts()) for _ in range(5))


def encode(parts):
    begun = time.perf_counter()
    image = draw_ticket(parts, A4)
    pwg_page(Raster(image.width(), image.height(), dots(image)), A4.dpi)
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    print_rows(rows())
