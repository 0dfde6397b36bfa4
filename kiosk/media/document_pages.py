"""PDF pages, rendered by PDFium on white with form fields, since screens do not parse PDF."""

from __future__ import annotations

import ctypes
import statistics
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from kiosk.feed.message_catalog import tr
from kiosk.media.kinds import disguise
from kiosk.media.media_facts import Made, MediaFacts, Order, Pixels, unusable
from kiosk.media.raster_picture import save_png

MOST_PAGES = 100
MOST_LETTERS = 2000
"""The maximum number of characters measured on a page to find its usual text size."""

_PASSWORD = 4


def convert(order: Order, alive: Callable[[], None]) -> MediaFacts:
    """Render the needed pages for each resolution."""
    try:
        with pypdfium2.PdfDocument(order.path) as document:
            return _converted(document, order, alive)
    except pypdfium2.PdfiumError as bad:
        if getattr(bad, "err_code", 0) == _PASSWORD:
            return unusable("document", tr("it is locked with a password; export it without one"))
        unreadable = tr("cannot be read as a document; export it as PDF again")
        return unusable("document", disguise(order.path) or unreadable)


def _converted(document: pypdfium2.PdfDocument, order: Order, alive: Callable[[], None]) -> MediaFacts:
    count = len(document)
    wanted = [number for number in order.need.pages or range(1, count + 1) if number <= count] or [1]
    if len(wanted) > MOST_PAGES:
        message = tr(
            "{count} pages are more than a slide shows; name those to be shown, such as pages: [1, 2]",
            count=count,
        )
        return unusable("document", message)
    document.init_forms()
    made: list[Made] = []
    letters: dict[int, float] = {}
    for number in wanted:
        page = document[number - 1]
        if not all(page.get_size()):
            return unusable(
                "document", tr("page {number} has no area; export the document again", number=number)
            )
        letters[number] = _letters(page)
        for resolution in order.need.resolutions:
            alive()
            made.append(_write_page(page, number, resolution, order.out))
        page.close()
    if not order.need.resolutions:
        _draw(document[wanted[0] - 1], (480, 270))
    return MediaFacts("document", pages=count, letters=letters, made=tuple(made))


def _write_page(page: pypdfium2.PdfPage, number: int, resolution: Pixels, out: Path) -> Made:
    name = f"{resolution[0]}x{resolution[1]}-page-{number}.png"
    save_png(_draw(page, resolution), out / name)
    return Made(name, number, resolution)


def _draw(page: pypdfium2.PdfPage, resolution: Pixels) -> Image.Image:
    width, height = page.get_size()
    scale = min(resolution[0] / width, resolution[1] / height)
    drawn = page.render(scale=scale, may_draw_forms=True, fill_color=(255, 255, 255, 255))
    image: Image.Image = drawn.to_pil()
    return image


def _letters(page: pypdfium2.PdfPage) -> float:
    """Return the median line height as a fraction of the page width; 0 without text."""
    text = page.get_textpage()
    box = pdfium.FS_RECTF()
    heights = [
        abs(box.top - box.bottom)
        for index in range(min(text.count_chars(), MOST_LETTERS))
        if pdfium.FPDFText_GetLooseCharBox(text, index, ctypes.byref(box))
    ]
    text.close()
    heights = [height for height in heights if height > 0]
    return statistics.median(heights) / page.get_width() if heights else 0.0
