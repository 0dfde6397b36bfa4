"""From the touch to the paper: the real Main.qml, the real worker, a printer that keeps what it prints."""

from contextlib import ExitStack
from functools import partial

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage

from kiosk.cli.demo import publish_sample, serve_folder
from kiosk.device import Kiosk
from kiosk.device.ticket_printer import KioskPrinter
from kiosk.printers.printer_address import printer_at
from kiosk.resources import sample_feed
from kiosk.sync.sync_config import SyncConfig
from tests.end2end.paper_printers import paper_printer, queue_before
from tests.printers import receipt_printer
from tests.printers.raster_reader import read_page
from tests.printers.receipt_printer import ReceiptPrinter
from tests.ui.conftest import Screen, Time, turn_until
from tests.ui.desk.test_visit import visit_times
from tests.ui.qrcodes import read_qr
from tests.ui.walk import settle


@pytest.fixture
def device():
    with ReceiptPrinter() as device:
        yield device


@pytest.fixture
def kiosk_with(screen_of, context_of):
    """A visitor at their ticket, and a printer at an address."""
    with ExitStack() as printers:

        def make(uri, language="ar", where="torget-desk"):
            screen = screen_of(context_of(where))
            printer = KioskPrinter(printer_at(uri))
            printers.callback(printer.close)
            screen.shell.printing.serve(printer)
            go_to_ticket(screen, language)
            return screen

        yield make


def go_to_ticket(screen, language="ar"):
    visit_times(screen, language)
    screen.touch(screen.names("slot-")[0])
    turn_until(lambda: state(screen) != "")
    assert not screen.picture().isNull()  # drawing once puts everything in its place


def leads(screen, name, page):
    """Touch until the page is there: with a real clock, one that has just come cannot be turned yet."""
    if screen.page != page and name in screen.names(name):
        screen.touch(name)
    return screen.page == page


def leave(screen):
    """Go home, past what can be undone and the question how it was."""
    screen.touch("home")
    screen.touch("leave")
    if screen.page == "farewell":
        screen.touch("home")
    turn_until(lambda: screen.page == "attract")


def state(screen):
    return screen.shell.printing.property("state")


def touch_button(screen):
    """Touch the button, after turning to the part of the page that it is on."""
    settle()
    button, view = screen.item("print-button"), screen.item("leaves")
    if button.mapToItem(view, QPointF(0, button.height())).y() > view.height():
        screen.touch("later")
        settle()
    screen.touch("print-button")


def print_it(screen):
    touch_button(screen)
    turn_until(lambda: state(screen) != "printing")
    return state(screen)


def image_of(raster):
    image = QImage(raster.bits, raster.width, raster.height, raster.row_bytes, QImage.Format.Format_Mono)
    image.setColorTable([0xFFFFFFFF, 0xFF000000])
    return image


@pytest.mark.parametrize("language", ["sv", "ar", "so"])
def test_code_on_the_paper_is_the_one_on_the_screen(kiosk_with, device, language):
    screen = kiosk_with(device.uri, language)
    on_screen = read_qr(screen.picture())
    assert print_it(screen) == "printed"
    assert read_qr(image_of(device.page())) == on_screen
    assert on_screen[0].startswith("https://")


def test_paper_out_and_back(kiosk_with, device):
    device.state = receipt_printer.PAPER_OUT
    screen = kiosk_with(device.uri)
    assert state(screen) == "paper-out"
    device.state = receipt_printer.READY
    screen.desk._reword()  # what the desk's own timer does every 20 seconds
    turn_until(lambda: state(screen) == "ready")
    assert not screen.picture().isNull()
    assert print_it(screen) == "printed"


def test_printer_that_hangs_in_the_middle_keeps_neither_visitor_nor_ticket(kiosk_with, device):
    device.hangs_after = 5_000
    screen = kiosk_with(device.uri)
    assert print_it(screen) in {"unknown", "offline"}
    leave(screen)
    device.hangs_after = None
    device.freed.set()
    go_to_ticket(screen, "so")
    turn_until(lambda: state(screen) == "ready")
    assert print_it(screen) == "printed"
    assert "/housing?lang=so" in read_qr(image_of(device.page()))[0]
    assert device.pages.empty()


def test_visitor_who_leaves_at_once_leaves_no_ticket_to_the_next(kiosk_with, device):
    device.hangs_after = 5_000
    screen = kiosk_with(device.uri)
    touch_button(screen)
    leave(screen)
    device.hangs_after = None
    device.freed.set()
    go_to_ticket(screen, "so")
    turn_until(lambda: state(screen) == "ready")
    assert print_it(screen) == "printed"
    printed = [read_qr(image_of(device.page()))[0]]
    assert device.pages.empty()
    assert "lang=so" in printed[0]


def test_ticket_on_paper_through_a_queue(kiosk_with):
    with paper_printer() as printer, queue_before(printer) as uri:
        screen = kiosk_with(uri)
        on_screen = read_qr(screen.picture())
        assert print_it(screen) == "printed"
        header, pixels = read_page(printer.pages[0])
    page = QImage(pixels, header.width, header.height, header.bytes_per_line, QImage.Format.Format_Grayscale8)
    assert (header.bits_per_pixel, tuple(header.points)) == (8, (595, 842))
    assert read_qr(page) == on_screen


def test_whole_kiosk_prints_what_was_published(qapp, finger, device, tmp_path, caplog):
    """From the published feed to the paper, with nothing between left out."""
    caplog.set_level("INFO")
    site = tmp_path / "site"
    root = publish_sample(sample_feed(), site, tmp_path / "keys")
    with serve_folder(site) as url:
        sync = SyncConfig(url, root, tmp_path / "state", "torget-desk")
        kiosk = Kiosk(sync, printer=printer_at(device.uri))
        screen = Screen(kiosk.shell, Time(), finger)
        kiosk.shell.player.slideShown.connect(lambda slide, _language: screen.shown.append(slide))
        kiosk.start()
        kiosk.show(fullscreen=False)
        turn_until(lambda: screen.shown)
        steps = {"attract": "language", "language-sv": "topic", "topic-housing": "help"}
        for name, page in steps.items():
            turn_until(partial(leads, screen, name, page))
        turn_until(lambda: screen.names("slot-"))
        turn_until(partial(leads, screen, screen.names("slot-")[0], "ticket"))
        turn_until(lambda: state(screen) == "ready")
        turn_until(lambda: read_qr(screen.picture())[0])  # the chosen time is on its way to the ticket
        on_screen = read_qr(screen.picture())
        assert print_it(screen) == "printed"
        assert read_qr(image_of(device.page())) == on_screen
        kiosk.close()
    assert "printer: ready" in caplog.text
