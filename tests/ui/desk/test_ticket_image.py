"""The ticket as dots: what can be scanned, what can be read, and on every paper."""

from dataclasses import replace

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QTextLayout

from kiosk.printers.printer import Paper, Raster
from kiosk.ui.desk import ticket_image
from kiosk.ui.desk.ticket import ticket
from kiosk.ui.desk.ticket_image import Code, Words, dots, draw_ticket
from kiosk.ui.desk.ticket_words import ticket_parts
from tests.ui.conftest import TUESDAY
from tests.ui.qrcodes import pixels, read_qr

EPSON = Paper(512, None, 180)
PAPERS = {
    "80 mm": EPSON,
    "80 mm at 203 dpi": Paper(576, None, 203),
    "58 mm": Paper(384, None, 203),
    "A6": Paper(1240, 1748, 300, 118),
    "A4": Paper(2480, 3508, 300, 118),
}
TIGRINYA = "ቆጸራ ንምሓዝ"
ARABIC = "لحجز موعد"


@pytest.fixture
def parts_for(qapp, context_of):
    def make(language):
        context = context_of()
        mine = (each for each in context.slots.slots if each.office == context.office_id)
        slot = next(each for each in mine if each.topic == "housing")
        content = ticket(context, "housing", slot.office, slot, language, TUESDAY)
        return content, ticket_parts(content, language, rtl=context.is_rtl(language))

    return make


def ink(image):
    """The rectangle that holds all black dots."""
    rows = [y for y in range(image.height()) if dark_in(image, QRect(0, y, image.width(), 1))]
    columns = [x for x in range(image.width()) if dark_in(image, QRect(x, 0, 1, image.height()))]
    return QRect(columns[0], rows[0], columns[-1] - columns[0] + 1, rows[-1] - rows[0] + 1)


def pieces(image):
    """How many separate pieces of ink there are."""
    dark = (pixels(image)[:, :, 0] < 128).astype(np.uint8)
    return cv2.connectedComponents(dark)[0] - 1


def dark_in(image, where):
    part = image.copy(where)
    blank = QImage(part)
    blank.fill(1 if QColor(blank.color(1)).lightness() > 128 else 0)
    return part != blank


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", ["sv", "ar", "so", "en"])
def test_code_on_the_ticket_is_read_by_both_readers(parts_for, paper, language):
    content, parts = parts_for(language)
    image = draw_ticket(parts, PAPERS[paper])
    assert image.format() == QImage.Format.Format_Mono
    assert image.width() == PAPERS[paper].width
    assert image.height() == PAPERS[paper].height or PAPERS[paper].height is None
    assert read_qr(image) == (content.link, content.link)


@pytest.mark.parametrize("paper", PAPERS)
def test_margins_stay_white(parts_for, paper):
    paper = PAPERS[paper]
    image = draw_ticket(parts_for("ar")[1], paper)
    edge = max(paper.margin - 8, 4)  # letters reach a little out of their line
    assert QRect(edge, edge, image.width() - 2 * edge, image.height() - 2 * edge).contains(ink(image))


def test_ticket_of_many_words_gets_smaller_until_it_fits_the_page(parts_for):
    _content, parts = parts_for("so")
    paper = PAPERS["A6"]
    image = draw_ticket([*parts, *[Words("tid i morgon " * 14, "sv")] * 9], paper)
    bottom = QRect(0, image.height() - paper.margin, image.width(), paper.margin)
    assert ink(image).height() > image.height() * 0.8
    assert not dark_in(image, bottom)


def test_module_is_at_least_four_whole_dots(qapp):
    image = draw_ticket([Code("https://booking.example/" + "x" * 60)], EPSON)
    box = ink(image)
    assert box.width() == box.height()
    modules = next(17 + 4 * n for n in range(1, 40) if box.width() % (17 + 4 * n) == 0)
    assert box.width() // modules >= 4
    assert box.width() / 180 * 25.4 > 28  # millimetres


def test_words_begin_where_their_reader_begins(qapp):
    arabic = ink(draw_ticket([Words(ARABIC, "ar", rtl=True)], EPSON))
    swedish = ink(draw_ticket([Words("Boka", "sv")], EPSON))
    assert arabic.left() > 256
    assert arabic.right() > 490
    assert swedish.left() < 22
    assert swedish.right() < 256


@pytest.mark.parametrize(
    ("language", "text"), [("ar", ARABIC), ("ti", TIGRINYA), ("so", "Ballan qabso"), ("sv", "Å ä ö é")]
)
def test_every_letter_has_a_glyph(qapp, language, text):
    part = Words(text, language, rtl=language == "ar")
    layout = QTextLayout(text, ticket_image._font(part, 30))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    glyphs = [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]
    assert glyphs
    assert 0 not in glyphs


def test_arabic_letters_are_joined(qapp):
    joined = draw_ticket([Words("محمد", "ar", rtl=True, size=2)], EPSON)
    apart = draw_ticket([Words("\u200c".join("محمد"), "ar", rtl=True, size=2)], EPSON)
    assert (pieces(joined), pieces(apart)) == (1, 4)


def test_desk_reads_swedish_under_every_language(parts_for):
    for language in ("sv", "ar", "so", "en"):
        texts = [part.text for part in parts_for(language)[1] if isinstance(part, Words)]
        assert texts.count("Visa det här i disken") == 1
    assert "اعرض هذا على الموظف" in [part.text for part in parts_for("ar")[1] if isinstance(part, Words)]


def test_ticket_says_all_that_is_needed_without_the_code(parts_for):
    content, parts = parts_for("en")
    words = "\n".join(part.text for part in parts if isinstance(part, Words)).replace("\u00a0", " ")
    for expected in ("Tuesday", "Hässelby torg 10", content.phone, "Nothing is booked yet."):
        assert expected in words


def test_ways_that_an_office_does_not_have_are_not_on_the_ticket(parts_for):
    content, _parts = parts_for("en")
    bare = ticket_parts(replace(content, phone="", email=""), "en", rtl=False)
    words = "\n".join(part.text for part in bare if isinstance(part, Words))
    assert "Or call" not in words
    assert "Or write" not in words


def test_dots_are_black_as_one_from_the_left():
    image = QImage(9, 2, QImage.Format.Format_Mono)
    image.setColorTable([0xFF000000, 0xFFFFFFFF])
    image.fill(1)
    image.setPixel(0, 0, 0)
    image.setPixel(8, 1, 0)
    packed = dots(image)
    assert (packed[0], packed[2], packed[3] & 0x80) == (0x80, 0x00, 0x80)
    assert Raster(9, 2, packed)
