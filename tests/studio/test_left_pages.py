"""A page of the Studio may be left at once, before all rows of its lists are there."""

import pytest
from PySide6.QtGui import QGuiApplication

from tests.studio.test_accessibility import PAGES
from tests.studio.windows import find, sample_window, until

TURNS = (0, 1, 2, 5, 10)
"""How often the event loop turns before the page is left: no test can know which row is made by then."""

FRAMES = 3

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def window(tmp_path_factory, qapp):
    with sample_window(tmp_path_factory.mktemp("studio") / "feed") as shown:
        shown.window.frameSwapped.connect(shown.window.update)
        yield shown


@pytest.mark.parametrize("page", PAGES[1:])
def test_a_page_that_is_left_at_once_reports_no_error(window, page):
    for turns in TURNS:
        window.window.setProperty("page", page)
        for _ in range(turns):
            QGuiApplication.processEvents()
        window.window.setProperty("page", "home")
        assert until(lambda: find(window, "newSlide"))
        draw_frames(window)


def draw_frames(window):
    """Let Qt draw some frames: between them it makes rows, and deletes what is no longer used."""
    drawn = []
    connection = window.window.frameSwapped.connect(lambda: drawn.append(True))
    window.window.update()
    assert until(lambda: len(drawn) >= FRAMES)
    window.window.frameSwapped.disconnect(connection)
