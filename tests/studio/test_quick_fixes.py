"""Buttons that fix a problem: each fix passes the check, and changes nothing else."""

import shutil

import pytest

from kiosk.cli.icons import icons
from kiosk.studio.core.project import Project
from kiosk.studio.core.quick_fixes import find_quick_fixes
from tests.studio.windows import NOW, SAMPLE, draw_nothing, find, items, opened, until


@pytest.fixture
def project(tmp_path):
    return Project(shutil.copytree(SAMPLE, tmp_path / "feed"), icons())


def found(project, file):
    return find_quick_fixes(project, project.checked(NOW)[1], file, NOW)


@pytest.mark.parametrize(
    ("file", "old", "new", "label"),
    [
        ("slides/welcome.yaml", "dwell: 14 s", "dwell: 14 sek", "14 s"),
        ("slides/letter.yaml", "tone: sun", "tone: sunn", "sun"),
        ("playlists/square.yaml", "[letter, picture-square]", "[leter, picture-square]", "letter"),
        ("playlists/all.yaml", "slides:", "slide:", "slides"),
        ("playlists/study-tuesdays.yaml", "tue 08:00-16:00", "tis 08:00-16:00", "tue 08:00-16:00"),
    ],
)
def test_what_was_mistyped_is_put_right(project, file, old, new, label):
    before = project.texts[file]
    assert old.encode() in before
    project.change("", {file: before.replace(old.encode(), new.encode())})
    fixes = found(project, file)
    assert [label in each.label for each in fixes] == [True]
    assert fixes[0].text == before


def test_a_last_day_that_has_passed_is_taken_away(project):
    project.set("playlists/square.yaml", ("when",), {"until": "2026-01-01"})
    (fix,) = found(project, "playlists/square.yaml")
    assert fix.label == "Show it without a last day"
    assert b"2026-01-01" not in fix.text


def test_what_has_no_fix_gets_no_button(project):
    project.set("slides/welcome.yaml", ("dwell",), "%%%")
    assert found(project, "slides/welcome.yaml") == []
    project.change("", {"slides/welcome.yaml": b"kind: [\n"})
    assert found(project, "slides/welcome.yaml") == []


@pytest.mark.usefixtures("qapp")
def test_the_button_stands_beside_the_field(tmp_path, monkeypatch):
    draw_nothing(monkeypatch)
    shown = opened(tmp_path / "feed", "en")
    shown.studio.slide_model.open("welcome")
    shown.window.setProperty("page", "slide")
    assert until(lambda: find(shown, "dwell"))
    assert find(shown, "fix") is None
    shown.studio.slide_model.form.write("dwell", "", "14 sek")
    shown.studio.refresh()
    line = find(shown, "dwell")
    button = next(each for each in items(line) if each.objectName() == "fix")
    assert button.isVisible()
    shown.studio.slide_model.form.applyFix("dwell", "")
    assert shown.studio.slide_model.form.value("dwell", "") == "14 s"
    assert not button.isVisible()
    shown.studio.undo()
    assert shown.studio.slide_model.form.value("dwell", "") == "14 sek"
    shown.close()
