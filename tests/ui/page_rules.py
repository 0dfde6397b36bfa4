"""What a page of the desk owes a visitor besides being readable: each fault in one line.

The audit asks this of each page; tests/ui/test_planted_faults.py shows that each rule can fail.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPoint

from kiosk.ui.phrases import phrases
from kiosk.ui.scene import without_marks
from tests.ui.audit import Sight, contrast
from tests.ui.qrcodes import read_qr

SLOTS = ("home", "back", "person", "listen", "text-size", "contrast", "lower", "language")
"""The buttons of the control bar in the order of reading."""

STEPS = ["1", "2", "3"]
EDGE = 3.0
HAIR, OUTSIDE = 1.5, 5  # pixels


def rule_faults(screen, *, colours=True) -> Iterator[str]:
    """Yield which rules the page breaks; without `colours`, which take a picture, in less time."""
    yield from bar_faults(screen)
    yield from dragged(screen)
    yield from drop_in_faults(screen)
    yield from ticket_faults(screen)
    if colours:
        picture = screen.picture()
        yield from code_faults(screen, picture)
        yield from edge_faults(screen, picture)


def bar_faults(screen) -> Iterator[str]:
    """Yield where the control bar is not eight equal buttons in order, those that are unavailable greyed."""
    shown = {item.objectName(): item for item in screen.items() if item.objectName() in SLOTS}
    if screen.desk.session.warned or screen.desk.session.leaving:
        return
    if missing := [name for name in SLOTS if name not in shown]:
        yield f"the control bar lacks {', '.join(missing)}"
        return
    sign = -1 if screen.desk._context.is_rtl(screen.desk.language) else 1
    places = {name: shown[name].mapToScene(shown[name].boundingRect().topLeft()) for name in SLOTS}
    order = sorted(SLOTS, key=lambda name: (round(places[name].y()), sign * places[name].x()))
    if order != list(SLOTS):
        yield f"the control bar is in the order {', '.join(order)}"
    if max(item.width() for item in shown.values()) - min(item.width() for item in shown.values()) > HAIR:
        yield "the buttons of the control bar differ in width"
    yield from (
        f"{name} is not greyed although it is not available"
        for name, item in shown.items()
        if not item.isEnabled() and item.opacity() == 1
    )


def dragged(screen) -> Iterator[str]:
    """Yield what has to be dragged."""
    for item in screen.items():
        if item.inherits("QQuickFlickable") and item.property("interactive"):
            yield f"{item.objectName() or item.metaObject().className()} has to be dragged"


def drop_in_faults(screen) -> Iterator[str]:
    """Yield where one can come without booking and the page does not say so, or says that nothing is free."""
    times = screen.pages.next_times.value
    if screen.page != "help" or not times.drop_in:
        return
    if without_marks(times.drop_in) not in _words(screen):
        yield "does not say that one can come without booking"
    if times.warning == phrases(screen.desk.language).say("none_free"):
        yield "says that nothing is free although one can come without booking"


def ticket_faults(screen) -> Iterator[str]:
    """Yield what a ticket does not say: three numbered steps, and that nothing is booked yet."""
    if screen.page != "ticket":
        return
    ticket, words = screen.pages.ticket_page.value, _words(screen)
    numbers = [step.number for step in ticket.steps]
    if numbers != STEPS:
        yield f"has the steps {', '.join(numbers)}"
    said = {
        "that nothing is booked yet": ticket.not_booked,
        **{each.text: each.text for each in ticket.steps},
    }
    yield from (f"does not say {what}" for what, text in said.items() if without_marks(text) not in words)


def code_faults(screen, picture) -> Iterator[str]:
    """Yield that the code of a ticket cannot be read, also while a question is asked."""
    if screen.page == "ticket" and not all(read_qr(picture)):
        yield "has a code that cannot be read"


def edge_faults(screen, picture) -> Iterator[str]:
    """Yield which buttons do not stand out from what is around them (WCAG 1.4.11)."""
    for button in Sight.of_desk(screen).buttons:
        if not button.item.isEnabled() or button.shown != button.rect or button.item.hasActiveFocus():
            continue  # around the one with the focus is its ring
        around = picture.pixelColor(_just_outside(button.rect, picture))
        colours = (button.item.property("edge"), button.item.property("fill"))
        if max(contrast(colour, around) for colour in colours) < EDGE:
            yield f"{button}: does not stand out from {around.name()}"


def _just_outside(rect, picture):
    """Return a point beside the middle of a button, beyond its edge."""
    x = rect.left() - OUTSIDE if rect.left() > OUTSIDE else rect.right() + OUTSIDE
    return QPoint(round(min(x, picture.width() - 1)), round(rect.center().y()))


def _words(screen):
    return without_marks(screen.words())
