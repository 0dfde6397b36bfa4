"""Draw the pictures of the README and the docs into docs/pictures.

    python -m tests.pictures

`overview.png` shows pages of real screens side by side, `wall.png` slides for a window, `modes.png` pages as
usual, in the lower mode and with the largest text, `pictograms.png` every pictogram with its name,
`tones.png` every tone of a slide with the text on it, `after-*.png` what docs/before-and-after.md compares.
Names and colours come from the product itself; the sheets of pictograms and tones say in their metadata what
they show, so that a test can tell when they are out of date.
"""

import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from typing import get_args

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtQml import QQmlEngine, QQmlExpression

from kiosk.cli.icons import icons
from kiosk.feed.live_slides import EventSlide
from kiosk.feed.localized_text import Text
from kiosk.feed.slides import PosterSlide, Tone, TopicSlide
from kiosk.feed.written_times import TimeRange
from kiosk.ui import fonts
from kiosk.ui.images import PictogramProvider
from kiosk.ui.shell.shell import QML
from kiosk.visitor.session import SessionLimits
from tests.screenshots import open_screen
from tests.studio import pictures as studio_pictures
from tests.ui.conftest import TUESDAY, sample_feed
from tests.ui.slides.test_player import playing
from tests.ui.walk import go, settle

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "pictures"
GAP = 16  # pixels
WIDE, TALL = QSize(640, 360), QSize(414, 736)
SMALL = QSize(480, 270)
MODE_PAGES = (("language", "sv"), ("topic", "ar"), ("help", "sv"), ("ticket", "so"))
AFTER = {
    "ticket-lower": ("ticket", "sv", "housing", {"toggleLower": 1}),
    "times-large": ("help", "sv", "housing", {"largerText": 2}),
    "topics": ("topic", "sv", "housing", {}),
    "drop-in": ("help", "sv", "study", {}),
    "languages": ("language", "sv", "housing", {}),
}
"""The page, its language, its topic, and the buttons touched before, by the subject of a comparison."""

WALL = {
    "poster": PosterSlide(
        kind="poster", title=Text("Välkommen in och värm dig"), picture="media/winter.svg", tone="ink"
    ),
    "event": EventSlide(
        kind="event",
        title=Text("Öppet hus"),
        day=date(2026, 12, 12),
        hours=TimeRange(11 * 60, 15 * 60),
        place=Text("Stora salen"),
        picture="media/talk.svg",
        tone="sun",
    ),
    "face": TopicSlide(
        kind="topic", topic="forms", face="media/talk.svg", text=Text("Jag fyller i dem med dig.")
    ),
}
GROUND = QColor("#DCE9EA")
PAPER, INK = QColor("#FFFFFF"), QColor("#16243A")
CELL, PICTOGRAM, COLUMNS = QSize(172, 132), 72, 7
SHOWS = "Shows"  # a key of the metadata of a PNG
TONE, TONE_COLUMNS = QSize(400, 150), 3


def main():
    _application = fonts.make_application([])
    FOLDER.mkdir(parents=True, exist_ok=True)
    wide = shots("torget-desk", (("topic", "sv"), ("help", "en"), ("ticket", "so")))
    tall = shots("kompassen-desk", (("help", "ar"),))
    side_by_side(wide, tall[1]).save(str(FOLDER / "overview.png"))
    walls("torget-window").save(str(FOLDER / "wall.png"))
    modes("torget-desk").save(str(FOLDER / "modes.png"))
    pictograms(sorted(icons())).save(str(FOLDER / "pictograms.png"))
    tones(get_args(Tone)).save(str(FOLDER / "tones.png"))
    for subject, picture in afters():
        picture.save(str(FOLDER / f"after-{subject}.png"))
    studio_pictures.draw(FOLDER)
    print(f"the pictures are in {FOLDER}")
    return 0


def walls(name):
    """Return a sheet of slides of a screen in a window: the door as it is, a poster, an event, a face."""
    night, december = TUESDAY.replace(hour=2), TUESDAY.replace(month=12, day=8)
    shown = [("welcome", now) for now in (TUESDAY, night, december)] + [(each, TUESDAY) for each in WALL]
    image = sheet(len(shown), 3, SMALL)
    painter, sample = QPainter(image), sample_feed()
    feed = replace(sample, slides={**sample.slides, **WALL})
    for cell, (slide, now) in zip(cells(len(shown), 3, SMALL), shown, strict=True):
        screen = open_screen(name, playing(feed, slide), now)
        settle()
        painter.drawImage(cell.topLeft(), small(screen.picture(), SMALL))
        screen.shell.close()
    painter.end()
    return image


def modes(name):
    """Return a sheet of pages, each as usual, in the lower mode, with the largest text, and with both."""
    eases = ({}, {"toggleLower": 1}, {"largerText": 2}, {"toggleLower": 1, "largerText": 2})
    image = sheet(len(MODE_PAGES) * len(eases), len(eases), SMALL)
    screen, painter = open_screen(name), QPainter(image)
    states = [(page, language, ease) for page, language in MODE_PAGES for ease in eases]
    for cell, (page, language, ease) in zip(cells(len(states), len(eases), SMALL), states, strict=True):
        go(screen, page, language, **ease)
        settle()
        painter.drawImage(cell.topLeft(), small(screen.picture(), SMALL))
    painter.end()
    screen.shell.close()
    return image


def afters():
    """Yield each subject of docs/before-and-after.md, and how it is now."""
    screen = open_screen("torget-desk")
    for subject, (page, language, topic, ease) in AFTER.items():
        go(screen, page, language, topic=topic, **ease)
        settle()
        yield subject, small(screen.picture(), WIDE)
    go(screen, "ticket", "ar")
    screen.time.pass_by(SessionLimits().ticket_idle_s)
    screen.desk._tick()
    settle()
    yield "idle", small(screen.picture(), WIDE)
    screen.shell.close()
    screen = open_screen("torget-window")
    settle()
    yield "window", small(screen.picture(), WIDE)
    screen.shell.close()


def shots(name, pages):
    """Return a picture of the screen's slide, and of each page in its language."""
    screen = open_screen(name)
    pictures = [screen.picture()]
    for page, language in pages:
        go(screen, page, language)
        settle()
        pictures.append(screen.picture())
    screen.shell.close()
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


def pictograms(names):
    """Return a sheet of pictograms, each with its name below."""
    image = sheet(len(names), COLUMNS, CELL)
    provider, size = PictogramProvider(), QSize(PICTOGRAM, PICTOGRAM)
    painter = QPainter(image)
    painter.setFont(font(15))
    painter.setPen(INK)
    for cell, name in zip(cells(len(names), COLUMNS, CELL), names, strict=True):
        left = cell.x() + (cell.width() - PICTOGRAM) // 2
        drawn = provider.requestImage(f"{name}/{INK.name()[1:]}", QSize(), size)
        painter.drawImage(QPoint(left, cell.y() + 14), drawn)
        below = cell.adjusted(0, PICTOGRAM + 18, 0, -8)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, name)
    painter.end()
    image.setText(SHOWS, " ".join(names))
    return image


def tones(names):
    """Return a sheet of the tones of a slide, each with its name, its text and its accent colour."""
    image = sheet(len(names), TONE_COLUMNS, TONE)
    painter = QPainter(image)
    for cell, name in zip(cells(len(names), TONE_COLUMNS, TONE), names, strict=True):
        painter.fillRect(cell, colour(f"ground('{name}')"))
        painter.fillRect(cell.adjusted(20, 112, -300, -28), colour(f"accent('{name}')"))
        painter.setPen(colour(f"text('{name}')"))
        for height, size, words in ((14, 34, name), (64, 20, "Vi hjälper dig. Det är gratis.")):
            painter.setFont(font(size))
            painter.drawText(cell.adjusted(20, height, 0, 0), Qt.AlignmentFlag.AlignLeft, words)
    painter.end()
    image.setText(SHOWS, described(names))
    return image


def described(names):
    """Return each tone with its background, text and accent colours."""
    parts = ("ground", "text", "accent")
    return "; ".join(
        " ".join([name, *(colour(f"{part}('{name}')").name() for part in parts)]) for name in names
    )


def sheet(count, columns, cell):
    """Return an empty white picture for `count` cells."""
    rows = -(-count // columns)
    image = QImage(
        columns * (cell.width() + GAP) + GAP, rows * (cell.height() + GAP) + GAP, QImage.Format.Format_RGB32
    )
    image.fill(PAPER)
    return image


def cells(count, columns, cell):
    """Yield the rectangles of the cells, row by row."""
    for place in range(count):
        row, column = divmod(place, columns)
        yield QRect(
            GAP + column * (cell.width() + GAP),
            GAP + row * (cell.height() + GAP),
            cell.width(),
            cell.height(),
        )


def font(pixels):
    """Return the font of the product's Latin text."""
    face = QFont("Noto Sans")
    face.setPixelSize(pixels)
    return face


def colour(expression):
    """Return a colour that Theme.qml computes, such as `ground('sea')`."""
    engine = QQmlEngine()
    engine.addImportPath(str(QML))
    theme = engine.singletonInstance("Kiosk", "Theme")
    value, _ = QQmlExpression(engine.rootContext(), theme, expression).evaluate()
    return QColor(value)


def small(picture, size):
    """Return a picture in another size, smoothly."""
    return picture.scaled(
        size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


if __name__ == "__main__":
    sys.exit(main())
