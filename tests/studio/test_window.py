"""The window, used as a communicator would: with the keyboard and the mouse, through to a published site."""

import shutil
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.studio.core import publishing
from kiosk.studio.core.project import Project
from kiosk.studio.core.release import PublishedSite
from kiosk.studio.window.application import StudioWindow
from kiosk.studio.window.studio_model import StudioModel
from tests.studio.windows import NOW, draw_nothing, find, items, opened, until, words

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def window(world, monkeypatch):
    """The window on a small feed with a site; pictures are drawn elsewhere."""
    draw_nothing(monkeypatch)
    model = StudioModel(Project(world.folder, ("home",)), str(world.site), world.keys, "en", lambda: NOW)
    shown = StudioWindow(model)
    shown.window.show()
    yield shown
    shown.close()


def click(shown, item):
    shown.window.grabWindow()  # lays everything out first
    middle = item.mapToScene(QPoint(int(item.width() / 2), int(item.height() / 2))).toPoint()
    QTest.mouseClick(shown.window, Qt.MouseButton.LeftButton, pos=middle)


def published(shown):
    taking = shown.studio.slide_model.file_taker
    assert until(lambda: not shown.studio.busy and not taking._slides, 120_000)
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


def test_a_notice_is_taken_down_again(window, world):
    assert window.studio.quick.publishNotice("lift_broken", "Hissen", "The lift", ["hall"], "2026-11-25", "")
    assert published(window).startswith("Published")
    click(window, find(window, "urgent"))
    assert until(lambda: find(window, "remove/notice-2026-11-25"))
    click(window, find(window, "remove/notice-2026-11-25"))
    assert published(window).startswith("Published")
    assert not list((world.folder / "notices").glob("*.yaml"))
    assert find(window, "remove/notice-2026-11-25") is None


@pytest.mark.parametrize(("page", "fields"), [("closed", ("first", "last")), ("notice", ("until",))])
def test_a_typed_day_stays_when_the_feed_is_looked_at_again(window, page, fields):
    window.window.setProperty("page", page)
    for name in fields:
        assert until(lambda name=name: find(window, name))
        assert find(window, name).property("text") == "2026-11-25"
        write(window, find(window, name), "2026-12-24")
    window.studio.refresh()
    assert [find(window, name).property("text") for name in fields] == ["2026-12-24"] * len(fields)


def test_a_notice_without_an_end_is_refused(window, world):
    click(window, find(window, "urgent"))
    assert until(lambda: find(window, "presets"))
    assert not window.studio.quick.publishNotice("lift_broken", "Hej", "", ["hall"], "", "")
    assert "last day" in window.studio.message
    assert not (world.folder / "notices").exists()


def test_closed_today_and_back_again(window, world):
    assert window.studio.quick.publishClosed("square", "2026-11-25", "2026-11-25")
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
    window.studio.publishing.publish()
    published(window)
    assert window.studio.quick.publishNotice("", "Hej", "", ["hall"], "2026-11-26", "")
    published(window)
    window.studio.publishing.undoPublish()
    assert "before" in published(window)
    assert not list((world.folder / "notices").glob("*.yaml"))


@pytest.mark.parametrize(("language", "word"), [("sv", "Ny bild"), ("en", "New slide")])
def test_home_says_what_can_be_done(tmp_path, monkeypatch, language, word):
    draw_nothing(monkeypatch)
    shown = opened(tmp_path / "feed", language)
    assert word in words(shown)
    assert any(each.startswith("Window · ") for each in words(shown))
    shown.close()


def test_a_slide_that_is_there_is_changed(window, world):
    click(window, find(window, "allSlides"))
    assert until(lambda: find(window, "slide/hello"))
    click(window, find(window, "slide/hello"))
    assert until(lambda: find(window, "captionSv"))
    write(window, find(window, "captionSv"), "Hej")
    assert until(lambda: "sv: Hej\n" in window.studio.project.texts["slides/hello.yaml"].decode())
    QTest.keySequence(window.window, "Esc")
    assert until(lambda: find(window, "slide/hello"))
    assert "Hej" in words(window)


def test_what_is_wrong_stands_beside_its_field(window):
    window.studio.slide_model.open("hello")
    window.window.setProperty("page", "slide")
    assert until(lambda: find(window, "until"))
    write(window, find(window, "until"), "2026-13")
    assert until(lambda: "2026-13" in window.studio.slide_model.part_form.wrong("until", ""))
    assert window.studio.slide_model.part_form.wrong("title", "sv") == ""
    assert any("2026-13" in each for each in words(window))
    window.studio.undo()
    assert window.studio.slide_model.part_form.wrong("until", "").count("2026-13") == 0


def test_deleting_asks_and_can_be_undone(window):
    window.studio.slide_model.open("hello")
    window.window.setProperty("page", "slide")
    assert until(lambda: find(window, "delete"))
    find(window, "delete").clicked.emit()
    assert until(lambda: find(window, "askYes"))
    assert any("everywhere" in each or "Hall" in each for each in words(window))
    click(window, find(window, "askYes"))
    assert until(lambda: "slides/hello.yaml" not in window.studio.project.texts)
    while window.studio.project.can_undo:
        window.studio.undo()
    assert window.studio.project.changed == []


def test_a_screen_is_unticked_for_a_new_slide(window):
    click(window, find(window, "newSlide"))
    assert until(lambda: find(window, "ticks"))
    boxes = [each for each in items(find(window, "ticks")) if each.inherits("QQuickCheckBox")]
    first, rest = boxes[0].property("key"), [each.property("key") for each in boxes[1:]]
    boxes[0].toggle()
    boxes[0].toggled.emit()
    playlist = window.studio.project.texts["playlists/new.yaml"].decode()
    assert f"[{first}" not in playlist
    assert window.studio.slide_model._screens == rest


def write(shown, line, text):
    """Write into a field with the keyboard, instead of what is there."""
    field = next(each for each in items(line) if each.inherits("QQuickTextInput"))
    field.forceActiveFocus()
    QTest.keySequence(shown.window, "Ctrl+A")
    for letter in text:
        QTest.keyClick(shown.window, letter)


def test_what_changes_is_seen_before_it_is_published(window, world):
    window.studio.publishing.publish()
    published(window)
    window.studio.slide_model.open("hello")
    window.studio.slide_model.part_form.write("caption", "sv", "Hej")
    window.studio.refresh()
    click(window, find(window, "publish"))
    assert until(lambda: find(window, "state") is None and "Changed" in words(window), 20_000)
    assert {"Slide Hej", "Hall · Torget"} <= set(words(window))
    click(window, find(window, "main"))
    assert published(window).startswith("Published")
    assert until(lambda: "Nothing changes on any screen." in words(window), 20_000)
    versions = window.studio.release_model.versions.rows
    assert [each.can_return for each in versions] == [False, True, False]  # the last is the empty new site
    first = versions[1].number
    click(window, find(window, f"return/{first}"))
    assert "before" in published(window)
    assert b"Hej" not in (world.folder / "slides/hello.yaml").read_bytes()


def test_what_changes_follows_undo(window):
    window.studio.publishing.publish()
    published(window)
    window.window.setProperty("page", "release")
    release = window.studio.release_model
    assert until(lambda: release.state)
    window.studio.project.set("slides/hello.yaml", ("dwell",), "20 s")
    window.studio.after_change()
    assert until(lambda: release.changes.rows)
    window.studio.undo()
    assert not release.changes.rows
    assert release.state == "Nothing changes on any screen."
    window.studio.redo()
    assert [each.slide for each in release.changes.rows] == ["hello"]


def test_a_signature_that_expires_soon_is_told_of_before_publishing(window):
    window.window.setProperty("page", "release")
    release = window.studio.release_model
    assert until(lambda: release._is_read)
    assert find(window, "expiry") is None
    release._take(PublishedSite(None, (), datetime(2027, 1, 31, 12, tzinfo=UTC)))
    assert find(window, "expiry").property("text").startswith("A signature expires on 2027-01-31;")


def test_missing_languages_are_named_for_people(tmp_path, monkeypatch):
    draw_nothing(monkeypatch)
    shown = opened(tmp_path / "feed", "en")
    shown.studio.slide_model.begin()
    wrong = shown.studio.slide_model.part_form.wrong("title", "sv")
    assert wrong.startswith("Not yet in English, العربية")
    assert "readers" not in wrong
    shown.close()


def test_nothing_is_edited_while_the_site_has_the_project(window):
    window.studio.slide.begin()
    window.studio.slide.form.write("title", "sv", "Annat")
    window.studio.publish_model.is_busy = True
    window.studio.changed.emit()
    assert not window.studio.canUndo
    window.studio.undo()
    assert window.studio.slide.form.value("title", "sv") == "Annat"
    assert not find(window, "home").isEnabled()
    assert not window.studio.saveNow()
    window.studio.publish_model.is_busy = False


def test_what_cannot_be_saved_is_reported_and_not_published(window, monkeypatch, world):
    def full():
        raise OSError(28, "No space left on device")

    window.studio.slide.begin()
    window.studio.slide.form.write("title", "sv", "Annat")
    with monkeypatch.context() as patched:
        patched.setattr(window.studio.project, "save", full)
        window.studio.publishing.publish()
    assert "Not saved: No space left on device" in window.studio.message
    assert not window.studio.busy
    assert window.studio.saveNow()
    assert "Annat" in (world.folder / "slides/new.yaml").read_text("utf-8")


def test_a_new_slide_without_words_does_not_stay(window, world):
    before = set(window.studio.project.texts)
    window.studio.slide.begin()
    window.studio.slide.open("hello")
    assert set(window.studio.project.texts) == before
    other = StudioModel(Project(world.folder, ("home",)), "", world.keys, "en", lambda: NOW)
    other.slide.begin()
    other.close()
    assert not (world.folder / "slides/new.yaml").exists()


def test_the_last_screen_of_a_slide_stays_ticked(window):
    window.studio.slide.begin()
    window.studio.slide.form.write("title", "sv", "Annat")
    window.studio.refresh()
    for screen in list(window.studio.feed.screens):
        window.studio.slide.place(screen, False)
    assert len(window.studio.feed.screens) - len(window.studio.slide.notOn) == 1
    assert window.studio.message == "Choose at least one screen."


@pytest.fixture
def conflict(window, world, tmp_path):
    """The window, after somebody else has published another length of the slide that it has changed."""
    window.studio.publishing.publish()
    published(window)
    other = Project(shutil.copytree(world.folder, tmp_path / "other"), ("home",))
    other.set("slides/hello.yaml", ("dwell",), "20 s")
    publishing.publish(other, str(world.site), world.keys, NOW, lambda *_: [])
    window.studio.project.set("slides/hello.yaml", ("dwell",), "30 s")
    window.studio.after_change()
    window.studio.publishing.publish()
    assert published(window).startswith("Not published yet")
    assert until(lambda: find(window, "conflict/0"))
    return window


def test_a_conflict_stands_side_by_side_and_nothing_is_chosen(conflict, world):
    assert {"30 s", "20 s"} <= set(words(conflict))
    assert not find(conflict, "main").property("enabled")
    assert b"30 s" in (world.folder / "slides/hello.yaml").read_bytes()


@pytest.mark.parametrize(
    ("side", "kept", "given_up"), [("mine", b"30 s", None), ("theirs", b"20 s", b"30 s")]
)
def test_what_is_chosen_is_published(conflict, world, side, kept, given_up):
    click(conflict, find(conflict, side))
    click(conflict, find(conflict, "main"))
    assert published(conflict).startswith("Published")
    assert kept in (world.folder / "slides/hello.yaml").read_bytes()
    beside = world.folder / "slides/.hello.yaml.mine"
    assert (given_up in beside.read_bytes()) if given_up else not beside.exists()


def test_a_conflict_that_changes_meanwhile_is_asked_again(conflict, world, tmp_path):
    third = Project(shutil.copytree(tmp_path / "other", tmp_path / "third"), ("home",))
    third.set("slides/hello.yaml", ("dwell",), "40 s")
    publishing.publish(third, str(world.site), world.keys, NOW, lambda *_: [])
    conflict.studio.conflicts.keep(0, "mine")
    conflict.studio.conflicts.publish()
    assert published(conflict).startswith("Not published yet")
    assert until(lambda: "40 s" in words(conflict))
    assert not conflict.studio.conflicts.ready


@pytest.mark.parametrize("page", ["offices", "topics"])
def test_a_feed_of_one_language_has_all_its_pages(window, page):
    assert list(window.studio.feed.languages) == ["sv"]
    click(window, find(window, page))
    assert until(lambda: find(window, "office" if page == "offices" else "topic"))
    assert window.studio.other_language == ""
