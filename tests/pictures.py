"""Draw the pictures of the README and the docs into docs/pictures, as they look today.

    python -m tests.pictures

Several pages of real screens are put side by side, wide ones beside tall ones.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.ui import fonts
from tests.screenshots import open_screen
from tests.ui.walk import go, settle

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "pictures"
GAP = 16  # pixels
WIDE, TALL = QSize(640, 360), QSize(414, 736)
GROUND = QColor("#DCE9EA")


def main():
    _application = fonts.make_application([])
    FOLDER.mkdir(parents=True, exist_ok=True)
    wide = shots("torget-desk", (("topic", "sv"), ("times", "en"), ("ticket", "so")))
    tall = shots("kompassen-desk", (("times", "ar"),))
    side_by_side(wide, tall[1]).save(str(FOLDER / "overview.png"))
    print(f"the pictures are in {FOLDER}")
    return 0


def shots(name, pages):
    """Return a picture of the screen's slide, and of each page in its language."""
    screen = open_screen(name)
    pictures = [screen.picture()]
    for page, language in pages:
        go(screen, page, language)
        settle()
        pictures.append(screen.picture())
    screen.front.close()
    return pictures


def side_by_side(wide, tall):
    """Return four wide pictures, two by two, with a tall one behind them."""
    whole = QImage(
        2 * WIDE.width() + TALL.width() + 4 * GAP, TALL.height() + 2 * GAP, QImage.Format.Format_RGB32
    )
    whole.fill(GROUND)
    painter = QPainter(whole)
    for place, picture in enumerate(wide):
        x, y = GAP + place % 2 * (WIDE.width() + GAP), GAP + place // 2 * (WIDE.height() + GAP)
        painter.drawImage(QPoint(x, y), small(picture, WIDE))
    painter.drawImage(QPoint(3 * GAP + 2 * WIDE.width(), GAP), small(tall, TALL))
    painter.end()
    return whole


def small(picture, size):
    """Return a picture in another size, smoothly."""
    return picture.scaled(
        size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


if __name__ == "__main__":
    sys.exit(main())
