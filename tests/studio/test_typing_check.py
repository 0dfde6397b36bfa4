"""While somebody types, the whole feed is checked in the pauses, a little at a time."""

import shutil

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QSignalSpy

from kiosk.cli.icons import icons
from kiosk.studio.core.project import Project
from kiosk.studio.drawing.draw_client import DrawClient
from kiosk.studio.window.studio_model import StudioModel
from kiosk.studio.window.typing_check import TypingCheck
from tests.studio.windows import NOW, SAMPLE, until


@pytest.fixture
def parent(qapp):
    return QObject()


def steps(name, done, count=3):
    for step in range(count):
        done.append((name, step))
        yield
    return name


def test_a_key_in_the_middle_begins_again(parent):
    begun, done, results = [], [], []

    def begin():
        begun.append(len(begun))
        return steps(begun[-1], done)

    check = TypingCheck(begin, parent)
    check.done.connect(results.append)
    check.key_pressed()
    assert until(lambda: (0, 0) in done)
    check.key_pressed()
    assert until(lambda: results)
    assert results == [1]
    assert (0, 2) not in done


def test_a_check_that_cannot_begin_yet_begins_in_a_later_pause(parent):
    begun, results = [], []

    def begin():
        begun.append("begun")
        return steps("late", []) if len(begun) > 2 else None

    check = TypingCheck(begin, parent)
    check.done.connect(results.append)
    check.key_pressed()
    assert until(lambda: results)
    assert (len(begun), results) == (3, ["late"])


def test_the_first_pictures_come_before_the_first_check(qapp, monkeypatch):
    idle = [False]
    monkeypatch.setattr(DrawClient, "is_idle", property(lambda _: idle[0]))
    model = StudioModel(Project(SAMPLE, icons()), "", SAMPLE, "en", lambda: NOW)
    assert model._check_in_steps() is None
    idle[0] = True
    assert model._check_in_steps()
    idle[0] = False  # later pictures, such as those of a slide that is written, do not wait
    assert model._check_in_steps()
    model.close()


def test_a_key_asks_for_the_preview_alone(qapp, monkeypatch, tmp_path):
    """Where a slide is used, and on which screens, takes all files to say: that waits for the next check."""
    monkeypatch.setattr(DrawClient, "ask", lambda *_: None)
    folder = shutil.copytree(SAMPLE, tmp_path / "feed")
    model = StudioModel(Project(folder, icons()), "", tmp_path, "en", lambda: NOW)
    slide = model.slide_model
    slide.open("letter")
    typed, told = QSignalSpy(slide.part_form.changed), QSignalSpy(slide.part_tools.changed)
    shown, asked = QSignalSpy(slide.changed), slide.preview_model._asked
    slide.part_form.write("title", "en", "A letter")
    assert (typed.count(), told.count(), shown.count()) == (1, 0, 0)
    assert slide.preview_model._asked != asked
    model.refresh()
    assert told.count() == 1
    model.close()


def test_the_steps_find_what_the_whole_check_finds():
    project = Project(SAMPLE, icons())
    project.texts["slides/letter.yaml"] += b"until: 2020-01-01\n"
    check = project.check_in_steps(NOW)
    count, found = 0, None
    while found is None:
        try:
            next(check)
            count += 1
        except StopIteration as end:
            found = end.value
    assert count > 10
    assert found == project.checked(NOW)
    assert any("letter" in each.position.file for each in found[1])
