"""Whether text stands out from every part of the picture that is really behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.drawn_checks.finding import Box, Fault, Finding
from kiosk.drawn_checks.items import area, box, painted, pictures, texts, visible_items
from kiosk.feed.message_catalog import tr
from kiosk.feed.models import Screen
from kiosk.ui.scene import plain_words
from kiosk.ui.shell.shell import Shell

MIN_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3."""

MAX_CONTRAST = 21.0
GRAIN_PX = 6
"""The picture is averaged over areas as wide as a thin stroke of a letter: single pixels do not count."""


def luminance(colour: QColor) -> float:
    """Return the relative luminance of a colour, 0 to 1 (WCAG 2.2)."""
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004  # WCAG's own


def ratio(first: float, second: float) -> float:
    """Return the contrast of two luminances, 1 to 21."""
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)


def faint(window: QQuickWindow, root: QQuickItem) -> Iterator[Finding]:
    """Yield a finding for each text over a picture below `root` that stands out by less than 4.5:1."""
    over = _over_pictures(root)
    if not over:
        return
    behind = _without(window, over)
    for text in over:
        letters = painted(text).toAlignedRect().intersected(behind.rect())
        least = least_contrast(QColor(text.property("color")), behind, letters)
        if least < MIN_CONTRAST:
            detail = tr(
                "has a contrast of {least:.1f}:1 to the picture behind it; {needed}:1 is needed",
                least=least,
                needed=MIN_CONTRAST,
            )
            yield Finding(Fault.CONTRAST, detail, box(painted(text)), plain_words(text))


def faint_in_each_light(shell: Shell, root: QQuickItem, screen: Screen) -> Iterator[Finding]:
    """Yield the findings by day and, on a screen with an evening light, in the evening; each text once."""
    is_evening = bool(shell.display.property("evening"))
    findings: dict[Box, Finding] = {}
    for evening in (is_evening, not is_evening) if screen.evening else (is_evening,):
        shell.display.dim(evening=evening)
        findings.update({finding.box: finding for finding in faint(shell.window, root)} | findings)
    shell.display.dim(evening=is_evening)
    yield from findings.values()


def _over_pictures(root: QQuickItem) -> list[QQuickItem]:
    """Return the texts that lie over a picture or a film of the feed."""
    films = [item for item in visible_items(root) if item.inherits("QQuickPaintedItem")]
    places = [
        area(item) for item in (*(p for p in pictures(root) if p.property("source").isLocalFile()), *films)
    ]
    return [text for text in texts(root) if any(painted(text).intersects(place) for place in places)]


def _without(window: QQuickWindow, hidden: Iterable[QQuickItem]) -> QImage:
    """Return a picture of the window without the items in `hidden`."""
    before = [(item, item.opacity()) for item in hidden]
    for item, _ in before:
        item.setOpacity(0)
    behind = window.grabWindow()
    for item, opacity in before:
        item.setOpacity(opacity)
    return behind


def least_contrast(ink: QColor, picture: QImage, where: QRect) -> float:
    """Return the lowest contrast between `ink` and any part of the picture in `where`."""
    if where.isEmpty():
        return MAX_CONTRAST
    part = picture.copy(where)
    small = part.scaled(
        max(1, part.width() // GRAIN_PX),
        max(1, part.height() // GRAIN_PX),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    colours = {small.pixel(x, y) for y in range(small.height()) for x in range(small.width())}
    light = luminance(ink)
    return min((ratio(light, luminance(QColor(colour))) for colour in colours), default=MAX_CONTRAST)
