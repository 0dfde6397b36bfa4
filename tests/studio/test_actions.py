"""How many actions the commonest tasks take: clicks, fields filled in, and files dropped."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage

from kiosk.studio.core.project import Project
from kiosk.studio.window.application import StudioWindow
from kiosk.studio.window.studio_model import StudioModel
from tests.studio.test_window import click, published, write
from tests.studio.windows import NOW, draw_nothing, find, items, until

FIRST_SLIDE, CLOSED_TOMORROW, URGENT = 12, 6, 3

pytestmark = pytest.mark.usefixtures("qapp")


class Person:
    """Counts what a communicator does."""

    def __init__(self, shown):
        self.shown, self.count = shown, 0

    def click(self, name):
        assert until(lambda: find(self.shown, name))
        self.count += 1
        click(self.shown, find(self.shown, name))

    def choose(self, name, key):
        assert until(lambda: find(self.shown, name))
        self.count += 1
        inside = items(find(self.shown, name))
        click(self.shown, next(each for each in inside if each.property("key") == key))

    def fill_in(self, name, text):
        assert until(lambda: find(self.shown, name))
        self.count += 1
        write(self.shown, find(self.shown, name), text)

    def drop(self, path):
        self.count += 1
        self.shown.studio.slide_model.takeFile(QUrl.fromLocalFile(str(path)))


@pytest.fixture
def person(world, monkeypatch):
    draw_nothing(monkeypatch)
    shown = StudioWindow(
        StudioModel(Project(world.folder, ("home",)), str(world.site), world.keys, "en", lambda: NOW)
    )
    shown.window.show()
    yield Person(shown)
    shown.close()


def test_a_first_slide_with_a_picture(person, world, tmp_path):
    image = QImage(1600, 900, QImage.Format.Format_RGB32)
    image.fill("#0B5C6B")
    image.save(str(tmp_path / "photo.png"))
    person.click("newSlide")
    person.fill_in("titleSv", "Hej")
    person.fill_in("until", "2026-12-12")
    person.drop(tmp_path / "photo.png")
    person.click("publish")
    person.click("main")
    assert published(person.shown).startswith("Published")
    assert "picture: media/photo-" in (world.folder / "slides/new.yaml").read_text("utf-8")
    assert person.count <= FIRST_SLIDE


def test_closed_tomorrow(person, world):
    person.click("closed")
    person.choose("offices", "square")
    person.fill_in("first", "2026-11-26")
    person.fill_in("last", "2026-11-26")
    person.click("main")
    assert published(person.shown).startswith("Published")
    assert "2026-11-26: closed" in (world.folder / "offices/square.yaml").read_text("utf-8")
    assert person.count <= CLOSED_TOMORROW


def test_an_urgent_notice(person):
    person.click("urgent")
    person.choose("presets", "lift_broken")
    person.click("main")
    assert published(person.shown).startswith("Published")
    assert person.count <= URGENT
