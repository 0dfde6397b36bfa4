"""The window, used as a communicator would: with the keyboard and the mouse, through to a published site."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.studio.core.project import Project
from kiosk.studio.window.application import StudioWindow
from kiosk.studio.window.studio_model import StudioModel
from tests.studio.windows import NOW, find, items, opened, until, words

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def window(world, monkeypatch):
    """The window on a small feed with a site; pictures are drawn elsewhere."""
    monkeypatch.setattr("kiosk.studio.drawing.draw_client.DrawClient.ask", lambda *_: None)
    model = StudioModel(Project(world.folder, ("home",)), str(world.site), world.keys, "en", lambda: NOW)
    shown = StudioWindow(model)
    shown.window.show()
    yield shown
    shown.close()


def click(shown, item):
    middle = item.mapToScene(QPoint(int(item.width() / 2), int(item.height() / 2))).toPoint()
    QTest.mouseClick(shown.window, Qt.MouseButton.LeftButton, pos=middle)


def published(shown):
    assert until(lambda: not shown.studio.busy, 120_000)
    return shown.studio.message


def test_an_urgent_notice_takes_three_clicks(window, world):
    click(window, find(window, "urgent"))
    assert until(lambda: find(window, "presets"))
    preset = next(each for each in items(find(window, "presets")) if each.property("key") == "lift_broken")
    click(window, preset)
    click(window, find(window, "main"))
    assert published(window) == "Published. The screens follow within a minute."
    notice = (world.folder / "notices/notice-2026-11-25.yaml").read_text("utf-8")
    assert "Hissen fungerar inte" in notice
    assert "until: 2026-11-25" in notice
    assert any((world.site / "source").iterdir())


def test_a_notice_without_an_end_is_refused(window, world):
    click(window, find(window, "urgent"))
    assert until(lambda: find(window, "presets"))
    assert not window.studio.publishNotice("lift_broken", "Hej", "", ["hall"], "", "")
    assert "last day" in window.studio.message
    assert not (world.folder / "notices").exists()


def test_closed_today_and_back_again(window, world):
    assert window.studio.publishClosed("square", "2026-11-25", "2026-11-25")
    published(window)
    assert "2026-11-25: closed" in (world.folder / "offices/square.yaml").read_text("utf-8")


def test_a_slide_that_nobody_wrote_is_not_kept(window, world):
    click(window, find(window, "newSlide"))
    assert until(lambda: find(window, "back"))
    click(window, find(window, "back"))
    window.studio.saveNow()
    assert not (world.folder / "slides/new.yaml").exists()


def test_a_slide_is_written_with_the_keyboard(window, world):
    click(window, find(window, "newSlide"))
    assert until(lambda: find(window, "titleSv"))
    field = next(each for each in items(find(window, "titleSv")) if each.inherits("QQuickTextInput"))
    field.forceActiveFocus()
    QTest.keySequence(window.window, "Ctrl+A")
    for letter in "Hej":
        QTest.keyClick(window.window, letter)
    assert until(lambda: "sv: Hej\n" in window.studio.project.texts["slides/new.yaml"].decode())
    click(window, find(window, "main"))
    assert published(window).startswith("Published")
    assert "sv: Hej" in (world.folder / "slides/new.yaml").read_text("utf-8")


def test_undo_the_last_publish(window, world):
    window.studio.publish()
    published(window)
    assert window.studio.publishNotice("", "Hej", "", ["hall"], "2026-11-26", "")
    published(window)
    window.studio.undoPublish()
    assert "before" in published(window)
    assert not list((world.folder / "notices").glob("*.yaml"))


@pytest.mark.parametrize(("language", "word"), [("sv", "Ny bild"), ("en", "New slide")])
def test_home_says_what_can_be_done(tmp_path, monkeypatch, language, word):
    monkeypatch.setattr("kiosk.studio.drawing.draw_client.DrawClient.ask", lambda *_: None)
    shown = opened(tmp_path / "feed", language)
    assert word in words(shown)
    assert "torget-window" in words(shown)
    shown.close()
