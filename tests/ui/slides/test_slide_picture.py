"""How often a picture is decoded: once whenever its slide is shown, at the size that it is shown at."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

from kiosk.feed.localized_text import Text
from kiosk.feed.slides import PosterSlide
from kiosk.ui import screen_context
from tests.ui.conftest import turn_until
from tests.ui.slides.test_player import playing

LINE = "Du kan boka en tid redan nu, och alla som arbetar här hjälper dig med din ansökan"


class CountedDecoder(QQuickImageProvider):
    """Gives a plain picture of the size asked for, and keeps each size that was asked for."""

    def __init__(self):
        super().__init__(QQuickImageProvider.ImageType.Image)
        self.asked = []

    def requestImage(self, _name, size, requested):  # noqa: N802  # a name of Qt
        self.asked.append(requested.toTuple())
        image = QImage(requested.expandedTo(QSize(1, 1)), QImage.Format.Format_RGB32)
        image.fill(0)
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image


@pytest.mark.parametrize("name", ["picture-square", "poster", "welcome"])
def test_a_picture_is_decoded_once_for_each_showing(screen_of, context_of, sample, monkeypatch, name):
    captioned = sample.slides["picture-square"]
    poster = PosterSlide(kind="poster", picture=captioned.picture, title=Text({"sv": LINE}))
    slides = {**sample.slides, "poster": poster}
    monkeypatch.setattr(screen_context, "checked_picture", lambda path: QUrl(f"image://counted/{path.name}"))
    decoder, screen = CountedDecoder(), screen_of()
    screen.shell.engine.addImageProvider("counted", decoder)
    feed = playing(replace(sample, slides=slides), name)
    screen.shell.use(context_of("torget-window", feed=feed))
    turn_until(lambda: screen.shown)
    assert len(decoder.asked) == 1
    screen.shell.player.advance()
    turn_until(lambda: len(screen.shown) > 1)
    assert len(decoder.asked) == 2
    assert min(decoder.asked[0]) > 100
    assert len(set(decoder.asked)) == 1
