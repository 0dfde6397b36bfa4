"""The code of a ticket is on the first part of its page, whatever else the page has to say."""

import pytest
from PySide6.QtCore import QRectF

from kiosk.printers.printer import Condition, PrinterStatus
from tests.ui.desk.test_printing import PAPER, StubPrinter
from tests.ui.walk import go, settle

COMPLAINTS = (Condition.PAPER_OUT, Condition.COVER_OPEN, Condition.OFFLINE)
LANGUAGES = ("sv", "en", "ar", "so", "fi")


def area(item):
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


@pytest.mark.parametrize("screen_id", ["torget-desk", "kompassen-desk"])
@pytest.mark.parametrize("sizes", [0, 1, 2])
def test_the_code_is_whole_on_the_first_part(screen_of, context_of, screen_id, sizes):
    screen = screen_of(context_of(screen_id))
    printer = StubPrinter()
    screen.shell.printing.serve(printer)
    for language in LANGUAGES:
        for condition in COMPLAINTS:
            printer.status = PrinterStatus(condition, paper=PAPER)
            go(screen, "ticket", language, largerText=sizes)
            assert not screen.picture().isNull()
            settle()
            where = f"{language} {condition} {sizes}"
            assert screen.shell.printing.property("state") == condition.value, where
            assert area(screen.item("page-ticket")).contains(area(screen.item("qr"))), where
