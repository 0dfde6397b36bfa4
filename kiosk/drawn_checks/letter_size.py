"""Whether the text on a screen without touch can be read from the distance of its readers.

Theme.qml makes a capital letter of the body text subtend 0.7 degrees (EN 301 549 5.1.4). Nothing else may be
smaller than 0.37 of the title size, which is 0.74 of the body size.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import radians, tan

from PySide6.QtQuick import QQuickItem

from kiosk.drawn_checks.finding import Fault, Finding
from kiosk.drawn_checks.items import box, painted, texts, value
from kiosk.feed.message_catalog import tr
from kiosk.feed.models import Screen
from kiosk.ui.scene import plain_words

SIGHT_DEGREES = 0.7
LEAST_CAPITAL_MM = 4.8
CAPITAL_EM = 0.714
"""The height of capital letters in Noto Sans."""

SMALLEST = 0.74
"""The minimum text size, as a fraction of the body size."""

SLACK = 0.97
"""The tolerance for font sizes, which are whole pixels."""


def least_px(screen: Screen) -> float:
    """Return the minimum font size on a screen, in pixels."""
    capital_mm = max(LEAST_CAPITAL_MM, screen.distance * tan(radians(SIGHT_DEGREES)))
    return SMALLEST * capital_mm / CAPITAL_EM * screen.resolution.width / screen.size.width


def small(root: QQuickItem, screen: Screen) -> Iterator[Finding]:
    """Yield a finding for each text below `root` that is too small; none on a screen that can be touched."""
    if screen.touch:
        return
    needed = least_px(screen)
    for text in texts(root):
        size = value(text, "fontInfo.pixelSize")
        if isinstance(size, (int, float)) and size < needed * SLACK:
            detail = tr(
                "is {size:.0f} px high; {needed:.0f} px are needed to read it from {metres:g} m",
                size=size,
                needed=needed,
                metres=screen.distance / 1000,
            )
            yield Finding(Fault.SMALL, detail, box(painted(text)), plain_words(text))
