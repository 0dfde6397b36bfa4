"""A drawing process: receives tasks from a pipe, sends each drawing, and None at the end of a task."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import Connection

from PySide6.QtGui import QImageReader

from kiosk import system
from kiosk.drawn_checks.drawn_image import Drawing
from kiosk.drawn_checks.job import Assignment, Proof, Task
from kiosk.drawn_checks.slide_renderer import SlideRenderer
from kiosk.ui import fonts
from kiosk.ui.picture_guard import UnshowableError
from kiosk.ui.screen_context import ScreenContext

QUALITY = 80
"""Qt's value for the weakest compression of a PNG: twice as fast as the default, and a fifth larger."""

MOST_PIXELS_MIB = 256
"""The memory limit of one decoded picture."""

HEAP_BYTES = 3 << 30
"""The memory limit of the process; drawing a 4K video wall with a film takes less than a third of it."""


def work(assignment: Assignment, pipe: Connection) -> None:
    """Draw until the other end sends None. An exception ends the process; the parent sees that."""
    system.limit_heap(HEAP_BYTES)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_QUICK_BACKEND"] = "software"
    logging.disable(logging.ERROR)  # a picture that cannot be shown is a finding
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # decoders print a line or more for each file
    _application = fonts.make_application(["proof"])
    QImageReader.setAllocationLimit(MOST_PIXELS_MIB)
    _serve(assignment, pipe)


def _serve(assignment: Assignment, pipe: Connection) -> None:
    known = assignment.known
    renderer = SlideRenderer(
        assignment.usual,
        assignment.product,
        lambda drawn: known.get(drawn.file) == drawn.key,
        all_states=assignment.all_states,
    )
    pipe.send(None)  # ready
    while task := pipe.recv():
        try:
            for drawing in _drawings(assignment, renderer, task):
                pipe.send(_saved(assignment, drawing))
        except Exception as bad:  # noqa: BLE001  # reported by the parent
            pipe.send(f"{type(bad).__name__}: {bad}")
        pipe.send(None)
    renderer.close()


def _drawings(assignment: Assignment, renderer: SlideRenderer, task: Task) -> Iterator[Drawing]:
    context = ScreenContext(
        assignment.feed,
        task.screen,
        lambda path: assignment.files.get(path) or assignment.folder / path,
        assignment.usual.slots,
        live=assignment.usual.live,
        device_moves=False,
    )
    if task.language:
        yield from renderer.draw_pages(context, task.language)
        return
    for language in context.screen.turns:
        if task.slide:
            with suppress(UnshowableError):  # reported for the file, or for a slide with the wrong kind
                yield from renderer.draw_slide(context, task.slide, language)
        else:
            yield from renderer.draw_rest(context, language)


def _saved(assignment: Assignment, drawing: Drawing) -> Proof:
    """Save the picture, and return the rest of the drawing as a proof."""
    if drawing.image is not None and assignment.out:
        path = assignment.out / drawing.file
        path.parent.mkdir(parents=True, exist_ok=True)
        if not drawing.image.save(str(path), "PNG", QUALITY):  # type: ignore[call-overload]  # it takes a str
            raise OSError(f"cannot write {path}")
    return Proof(
        drawing.file,
        drawing.key,
        drawing.screen,
        drawing.language,
        drawing.kind,
        drawing.name,
        drawing.slide,
        fresh=drawing.image is not None,
        findings=drawing.findings,
        uses=drawing.uses,
    )
