"""The window of somebody who may change one office: what it offers, what it only shows, and a publish."""

import pytest

from kiosk.publish.publish_errors import PublishError
from kiosk.studio.core import first_run
from kiosk.studio.core.first_run import SiteProof
from kiosk.studio.core.project import Project
from kiosk.studio.window.application import StudioWindow
from kiosk.studio.window.studio_model import StudioModel
from tests.studio.test_office_staff import NOW, feed, publish_all, world
from tests.studio.test_window import click, published
from tests.studio.windows import draw_nothing, find, until

pytestmark = pytest.mark.usefixtures("qapp")
__all__ = ("world",)
ADMINS = "An admin has written this slide. You can look at it, but not change it."


@pytest.fixture
def window(world, tmp_path, monkeypatch):
    """Anna's window: she joined with the file of a colleague, and has a key for one office."""
    draw_nothing(monkeypatch)
    folder, keys = tmp_path / "mine", world.base / "anna"
    first_run.join(str(world.site), folder, keys, NOW, SiteProof((keys / "root.json").read_bytes()))
    model = StudioModel(Project(folder, ("home",)), str(world.site), keys, "en", lambda: NOW)
    shown = StudioWindow(model)
    shown.window.show()
    yield shown
    shown.close()


def test_the_first_page_offers_what_may_be_changed(window):
    said = find(window, "rights").property("text")
    assert said == "You can change the hours, notices and slides of Torget. You can look at the rest."
    assert all(
        find(window, each) for each in ("newSlide", "closed", "urgent", "allSlides", "offices", "schedule")
    )
    assert not any(find(window, each) for each in ("undoPublish", "playlists", "topics", "languages"))
    assert [each.key for each in window.studio.home.offices.rows] == ["square"]


def test_a_new_slide_reaches_every_screen_of_the_office(window, world):
    click(window, find(window, "newSlide"))
    assert until(lambda: find(window, "titleSv"))
    assert find(window, "shortName") is None
    assert find(window, "ticks") is None
    window.studio.slide.form.write("title", "sv", "Kaffe")
    click(window, find(window, "main"))
    assert published(window).startswith("Published")
    assert feed(world).playlists["square--slides"].slides == ("square--new",)


def test_a_new_slide_that_was_not_written_leaves_the_others(window):
    window.studio.slide.begin()
    window.studio.slide.form.write("title", "sv", "Kaffe")
    window.studio.slide.begin()
    assert window.studio.slide.leave() is False
    texts = window.studio.project.texts
    assert [name for name in texts if "square--" in name] == [
        "slides/square--new.yaml",
        "playlists/square--slides.yaml",
    ]


def test_the_slide_of_an_admin_is_there_to_look_at(window):
    studio = window.studio
    click(window, find(window, "allSlides"))
    assert until(lambda: find(window, "slide/hello"))
    notes = {each.key: each.note for each in studio.slides.rows.rows}
    assert notes["hello"] == "Written by an admin"
    click(window, find(window, "slide/hello"))
    assert until(lambda: find(window, "adminsSlide"))
    assert find(window, "adminsSlide").property("text") == ADMINS
    assert not find(window, "picture").isEnabled()
    assert find(window, "main") is None
    assert find(window, "delete") is None
    before = dict(studio.project.texts)
    studio.slide.form.write("caption", "sv", "Annat")
    assert "only the hours, notices and slides" in studio.message
    assert studio.project.texts == before


def test_only_the_hours_of_the_office_are_on_its_page(window, world):
    click(window, find(window, "offices"))
    assert until(lambda: find(window, "day/0"))
    assert window.studio.office.key == "square"
    assert not any(find(window, each) for each in ("shortName", "nameSv", "main", "addDropIn"))
    window.studio.office.setDay(0, "12:00-13:00")
    window.studio.publishing.publish()
    assert published(window).startswith("Published")
    assert feed(world).offices["square"].hours == window.studio.feed.offices["square"].hours


def test_a_notice_is_for_every_screen_of_the_office(window, world):
    click(window, find(window, "urgent"))
    assert until(lambda: find(window, "everyOwnScreen"))
    assert find(window, "ticks") is None
    assert window.studio.quick.publishNotice("", "Hissen", "", ["north"], "2026-11-25", "")
    assert published(window).startswith("Published")
    assert [each.where.offices for each in feed(world).notices.values()] == [("square",)]


def test_what_changes_is_shown_against_what_the_office_shows(window, world):
    window.studio.slide.begin()
    window.studio.slide.form.write("title", "sv", "Kaffe")
    window.studio.slide.leave()
    release = window.studio.release
    release.enter()
    assert until(lambda: release.changes.rows)
    assert [each.name for each in release.changes.rows] == ["Slide Kaffe"]
    assert not any(each.can_return for each in release.versions.rows)
    release.leave()


def test_who_was_removed_is_told_so(window, world):
    window.studio.slide.begin()
    window.studio.slide.form.write("title", "sv", "Kaffe")
    world.admin().remove_staff("square", "anna")
    window.studio.publishing.publish()
    assert "may sign for office-square" in published(window)


def test_the_key_of_an_admin_opens_everything(world, tmp_path):
    folder, keys = tmp_path / "whole", world.keys
    first_run.join(str(world.site), folder, keys, NOW, SiteProof((keys / "root.json").read_bytes()))
    assert Project(folder, ("home",)).rights.office == ""
    with pytest.raises(PublishError):
        first_run.join(str(world.site), folder, keys, NOW, SiteProof((keys / "root.json").read_bytes()))


def test_it_opens_with_what_others_have_published_since(world, run, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(
        "kiosk.studio.window.application.run_window", lambda opening, _: opened.append(opening) or 0
    )
    command = ("studio", world.site, "--keys", world.base / "anna")
    assert run(*command).exit_code == 0
    world.write({"slides/hello.yaml": b"kind: picture\npicture: media/door.png\n"})
    publish_all(world)
    assert run(*command).exit_code == 0
    project = Project(opened[-1].folder, ("home",))
    assert project.rights.office == "square"
    assert b"door.png" in project.texts["slides/hello.yaml"]
