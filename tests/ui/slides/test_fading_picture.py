"""A fade to a picture that covers the screen: drawn without a layer, and mixed as one with a layer."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtQml import QQmlProperty

from kiosk.feed.localized_text import Text
from kiosk.ui.shell.scripted_visit import visible_items
from tests.ui.conftest import turn_until
from tests.ui.slides.test_player import playing, quick

WHOLE, SQUARE = QSize(1920, 1080), QSize(1080, 1080)


def pictures(folder, size, alpha):
    """Return the paths of a light and a dark picture."""
    form = QImage.Format.Format_RGB32 if alpha == 255 else QImage.Format.Format_ARGB32
    for name, colour in (("light", QColor(230, 200, 60)), ("dark", QColor(20, 60, 110))):
        image = QImage(size, form)
        colour.setAlpha(alpha)
        image.fill(colour)
        image.save(str(folder / f"{name}.png"))
    return folder / "light.png", folder / "dark.png"


@pytest.fixture
def fading_screen(screen_of, context_of, sample, tmp_path):
    """Open a screen on which two picture slides follow each other with a fade."""

    def make(size, alpha, **changes):
        files = {f"media/{path.name}": path for path in pictures(tmp_path, size, alpha)}
        square = replace(quick(sample).slides["picture-square"], transition="fade", caption=None)
        slides = {path: replace(square, picture=path, **changes) for path in files}
        full = replace(sample.screens["torget-window"], layout="full")
        feed = replace(sample, slides=slides, screens={**sample.screens, "torget-window": full})
        media = files.__getitem__
        return screen_of(context_of("torget-window", feed=playing(feed, *slides), media=media))

    return make


def views(screen):
    found = visible_items(screen.shell.window.contentItem())
    return [item for item in found if item.metaObject().className().startswith("SlideView_")]


def upper_in_fade(screen):
    return next((view for view in views(screen) if 0.3 < view.opacity() < 0.8), None)


@pytest.mark.parametrize(
    ("size", "alpha", "changes", "layered"),
    [
        (WHOLE, 255, {}, False),
        (WHOLE, 255, {"fit": "contain"}, False),
        (SQUARE, 255, {"fit": "contain"}, True),
        (WHOLE, 120, {}, True),
        (WHOLE, 255, {"caption": Text({"sv": "Välkommen"})}, True),
    ],
    ids=["covers", "whole and covers", "whole beside its ground", "transparent", "captioned"],
)
def test_a_fade_is_an_even_mixture(fading_screen, size, alpha, changes, layered):
    screen = fading_screen(size, alpha, **changes)
    turn_until(lambda: len(screen.shown) > 1)
    before = screen.picture()
    turn_until(lambda: upper_in_fade(screen))
    upper = upper_in_fade(screen)
    between, share = screen.picture(), upper.opacity()
    assert QQmlProperty(upper, "layer.enabled").read() is layered
    turn_until(lambda: len(screen.shown) > 2)
    after = screen.picture()
    for place in (QPoint(960, 200), QPoint(5, 5), QPoint(1910, 5), QPoint(200, 950)):
        for part in (QColor.red, QColor.green, QColor.blue):
            one, both, other = (part(image.pixelColor(place)) for image in (before, between, after))
            assert abs(both - (one + share * (other - one))) < 4
