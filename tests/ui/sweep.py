"""Every page of the desk in each state, part by part: nothing is cut or blank, and the first part says it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF

from kiosk.ui.scene import visible_items
from tests.ui.audit import leaves
from tests.ui.qrcodes import pixels
from tests.ui.walk import PAGES, TOPIC, go, through_topics

MOST_PARTS = 3
MODES = tuple({"largerText": size, "toggleLower": lower} for size in range(3) for lower in (0, 1))
"""Each text size, with the buttons where they usually are and in the lower mode."""

SPREAD = 2.0
"""Of 255: by how much the dots of a part differ at least. A line of text alone spreads by ten."""

HAIR = 1.5  # pixels
PRIMARY = {
    "help": "slot-",
    "days": "slot-",
    "day": "slot-",
    "ticket": "qr",
    "topic": "topic-",
    "language": "language-",
}
"""What each page is for, by the beginning of its name."""


@dataclass(frozen=True)
class View:
    """One state of the desk."""

    page: str
    language: str
    ease: dict = field(hash=False, default_factory=dict)
    topic: str = TOPIC

    def __str__(self):
        eases = (f"{name}={times}" for name, times in self.ease.items())
        return " ".join([self.page, self.topic, self.language, *eases])


def states(pages=PAGES, languages=("sv", "ar"), modes=MODES) -> Iterator[View]:
    """Yield each state of the given kinds."""
    for language in languages:
        for mode in modes:
            for page in pages:
                yield View(page, language, mode)


def sampled(topics, languages, modes=MODES) -> Iterator[tuple[str, str, dict]]:
    """Yield some of all topics, languages and modes: each two of them meet, where there are enough."""
    for row, topic in enumerate(topics):
        for column, language in enumerate(languages):
            yield topic, language, modes[(row + column) % len(modes)]


def counted(screen, view) -> Iterator[str]:
    """Yield that a page has too many parts, if it has; no picture is taken."""
    go(screen, view.page, view.language, view.topic, **view.ease)
    yield from count_faults(view, sum(1 for _ in leaves(screen)))


def counted_by_topic(screen, topics, language, ease) -> Iterator[str]:
    """Yield each page of these topics that has too many parts; one visit leads to all of them."""
    for page, topic in through_topics(screen, topics, language, **ease):
        yield from count_faults(View(page, language, ease, topic), sum(1 for _ in leaves(screen)))


def swept(screen, view) -> Iterator[str]:
    """Yield what is wrong with any part of a page."""
    go(screen, view.page, view.language, view.topic, **view.ease)
    count = 0
    for count, _ in enumerate(leaves(screen), 1):
        yield from (f"{view}, part {count}: {fault}" for fault in part_faults(screen, view, count))
    yield from count_faults(view, count)


def count_faults(view, count) -> Iterator[str]:
    """Yield that a page has too many parts, if it has."""
    if count > MOST_PARTS:
        yield f"{view}: has {count} parts"


def part_faults(screen, view, count):
    views = open_leaves(screen)
    if not views:
        return
    area = _rect(views[0])
    blocks = [each for each in visible_items(views[0]) if each.parentItem().parentItem() is views[0]]
    shown = [each for each in blocks if each.height() > HAIR and _rect(each).intersects(area)]
    for each in shown:
        if not area.adjusted(-HAIR, -HAIR, HAIR, HAIR).contains(_rect(each)):
            yield f"{each.metaObject().className()} is cut: {_rect(each)} in {area}"
    if pixels(screen.picture().copy(area.toAlignedRect())).std(axis=(0, 1)).max() < SPREAD:
        yield "is of one colour"
    primary = PRIMARY.get(view.page) if view.page != "help" or screen.pages.next_times.value.first else None
    place = (
        QRectF(0, 0, screen.shell.window.width(), screen.shell.window.height()) if primary == "qr" else area
    )
    if count == 1 and primary and not any(_seen(each, primary, place) for each in screen.items()):
        yield f"does not show {primary}"


def open_leaves(screen):
    """Return the view of the parts that is open; of two in a row, one is."""
    views = [item for item in screen.items() if item.objectName() == "leaves"]
    return [view for view in views if view.parentItem().property("active")]


def _seen(item, primary, place):
    return item.objectName().startswith(primary) and place.contains(_rect(item))


def _rect(item):
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
