"""A file is copied while the window goes on; publishing waits for it, and a slide that is gone stays gone."""

import threading

import pytest
from PySide6.QtCore import QUrl

from kiosk.studio.core.project import Project
from kiosk.studio.core.slide_media import take_file
from kiosk.studio.window import file_taker
from kiosk.studio.window.application import StudioWindow
from kiosk.studio.window.studio_model import StudioModel
from tests.cli.conftest import noise
from tests.studio.test_window import published
from tests.studio.windows import NOW, draw_nothing, until

NEW = "slides/new.yaml"


@pytest.fixture
def studio(qapp, world, monkeypatch):
    draw_nothing(monkeypatch)
    model = StudioModel(Project(world.folder, ("home",)), str(world.site), world.keys, "en", lambda: NOW)
    shown = StudioWindow(model)
    model.shown = shown
    yield model
    shown.close()


@pytest.fixture
def gate(monkeypatch):
    """Holds every file until it is set."""
    gate = threading.Event()

    def wait(*args):
        assert gate.wait(60)
        return take_file(*args)

    monkeypatch.setattr(file_taker, "take_file", wait)
    yield gate
    gate.set()


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "photo.png"
    path.write_bytes(noise(77))
    return path


def drop(studio, path):
    studio.slide_model.takeFile(QUrl.fromLocalFile(str(path)))


def test_writing_goes_on_and_publishing_waits(studio, world, gate, photo):
    studio.slide_model.begin()
    drop(studio, photo)
    assert studio.message == "photo.png is being copied …"
    studio.slide_model.part_form.write("title", "sv", "Hej")
    studio.publishing.publish()
    assert not studio.busy
    gate.set()
    assert published(studio.shown).startswith("Published")
    text = (world.folder / NEW).read_text("utf-8")
    assert "Hej" in text
    assert "picture: media/photo-" in text


def test_a_new_slide_that_waits_for_its_file_is_kept(studio, world, gate, photo):
    studio.slide_model.begin()
    drop(studio, photo)
    assert studio.slide_model.leave()
    studio.publishing.publish()
    gate.set()
    assert published(studio.shown).startswith("Published")
    assert "picture: media/photo-" in (world.folder / NEW).read_text("utf-8")


def test_nothing_is_published_if_the_file_cannot_be_copied(studio, world, gate, photo):
    studio.slide_model.begin()
    studio.slide_model.part_form.write("title", "sv", "Hej")
    drop(studio, photo)
    studio.publishing.publish()
    photo.unlink()
    gate.set()
    assert until(lambda: "photo.png" in studio.message and "copied" not in studio.message)
    assert not studio.busy
    assert not (world.site / "source").exists()


def test_a_slide_that_was_undone_stays_undone(studio, gate, photo):
    studio.slide_model.begin()
    drop(studio, photo)
    studio.undo()
    gate.set()
    assert until(lambda: not studio.slide_model.file_taker._slides)
    assert NEW not in studio.project.texts
