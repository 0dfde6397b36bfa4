"""Small QML scenes, and a studio that draws slides of a small feed."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QBrush, QColor, QGuiApplication, QImage, QPainter
from PySide6.QtQml import QQmlApplicationEngine

from kiosk.booking.bookable_rules import slots_by_rule
from kiosk.booking.slots import SlotList
from kiosk.drawn_checks.live_samples import live_sample
from kiosk.drawn_checks.moment import State
from kiosk.drawn_checks.slide_renderer import SlideRenderer
from kiosk.feed.models import Feed, Media
from kiosk.ui.images import QrProvider
from kiosk.ui.screen_context import ScreenContext
from kiosk.ui.shell.shell import QML
from tests import feeds
from tests.ui.conftest import context_of, finger, sample, screen_of

__all__ = ["context_of", "finger", "sample", "screen_of"]

NOW = datetime(2026, 11, 24, 9, 12, tzinfo=UTC)
CHEQUERED = "black and white"
LINK = "https://book.example/torg?slot=2026-11-24T12%3A30"


@pytest.fixture
def scene(qapp, tmp_path):
    """Show a window of 400 × 300 with some QML in it; gives the window, laid out."""
    engines = []

    def make(body):
        engine = QQmlApplicationEngine()
        engine.addImportPath(str(QML))
        engine.addImageProvider("qr", QrProvider())
        engines.append(engine)
        file = tmp_path / f"Scene{len(engines)}.qml"
        file.write_text(
            "import QtQuick\nimport QtQuick.Window\nimport Kiosk\n"
            f"Window {{ width: 400; height: 300; visible: true\n{body}\n}}"
        )
        engine.load(QUrl.fromLocalFile(str(file)))
        window = engine.rootObjects()[0]
        while not window.isExposed():
            QGuiApplication.processEvents()
        window.grabWindow()
        return window

    yield make
    for engine in engines:
        engine.deleteLater()


@pytest.fixture
def picture(tmp_path):
    """Write a picture of one colour, or of black and white dots, into the media of the small feed."""

    def write(colour="#808080", name="a.png", width=64, height=64):
        path = tmp_path / "media" / name
        path.parent.mkdir(exist_ok=True)
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(QColor("black" if colour == CHEQUERED else colour))
        if colour == CHEQUERED:
            painter = QPainter(image)
            painter.fillRect(image.rect(), QBrush(QColor("white"), Qt.BrushStyle.Dense4Pattern))
            painter.end()
        image.save(str(path))
        return path

    return write


@pytest.fixture
def context(tmp_path):
    """Make the context of a small feed with one slide, `s`, and changes to its screen."""

    def make(slide, **changes):
        feed = feeds.feed({"p": {"slides": ["s"]}}, screens={"s1": feeds.screen(**changes)})
        media = {path: Media(sha256="0" * 64, size=1) for path in ("media/a.png",)}
        data = feeds.plain(feed) | {"slides": {"s": slide}, "media": media}
        data["languages"] |= {each: {"name": each} for each in changes.get("languages", ())}
        feed = feeds.valid(Feed, data)
        slots = SlotList(generated_at=NOW - timedelta(minutes=2), slots=slots_by_rule(feed, NOW))
        live = live_sample(feed, NOW)
        return ScreenContext(feed, "s1", lambda path: tmp_path / path, slots, live=live, device_moves=False)

    return make


@pytest.fixture
def draw(qapp, context):
    """Draw a slide of the small feed on its screen; gives the drawings."""
    knows = []
    usual = State(NOW, SlotList(generated_at=NOW - timedelta(minutes=2)))
    studio = SlideRenderer(usual, "product", lambda drawing: any(each(drawing) for each in knows))

    def make(slide, known=lambda _drawing: False, language="sv", **changes):
        knows[:] = [known]
        return list(studio.draw_slide(context(slide, **changes), "s", language))

    make.window = lambda: studio._shell.window
    yield make
    studio.close()


def faults(drawing):
    return [finding.fault.name for finding in drawing.findings]
