"""Somebody who may change one office: what the Studio lets them write, and what screens show of it."""

import pytest

from kiosk.feed import yaml_reader
from kiosk.publish.publish_errors import PublishError
from kiosk.studio.core import office_publishing, publishing
from kiosk.studio.core.office_source import playlist_files
from kiosk.studio.core.part_removal import removed_files
from kiosk.studio.core.project import Project
from kiosk.studio.core.quick_actions import UrgentNotice, closed_files, notice_files
from kiosk.studio.core.settlement import NOTHING_SETTLED
from kiosk.studio.core.slide_files import new_slide_files
from kiosk.studio.core.yaml_edit import EditError
from tests.cli.conftest import noise
from tests.offices import Offices
from tests.studio.test_core import NOW, nothing

OFFICE = "offices/square.yaml"


@pytest.fixture
def world(tmp_path):
    made = Offices(tmp_path / "world")
    made.write({"media/hello.png": noise(99), "media/door.png": noise(88)})
    publish_all(made)
    return made


def publish_all(world):
    project = Project(world.folder, ("home",))
    return publishing.publish_settled(project, world.publisher(), nothing, NOTHING_SETTLED)


@pytest.fixture
def project(world, tmp_path):
    return fetched(world, tmp_path / "mine")


def fetched(world, folder):
    office_publishing.bring_up_to_date(folder, world.anna(), "square")
    return Project(folder, ("home",))


def publish(project, world):
    return office_publishing.publish(project, world.anna(), NOTHING_SETTLED)


def add_slide(project, title):
    files = new_slide_files(project, {"sv": title}, ["hall"])
    project.change("", files)
    return next(iter(files))


def feed(world):
    return world.anna().feed()


def test_the_folder_holds_the_whole_feed(world, project):
    assert project.rights.office == "square"
    assert project.texts == Project(world.folder, ("home",)).texts
    assert project.checked(NOW)[0].feed


@pytest.mark.parametrize(
    ("file", "path"),
    [
        ("slides/hello.yaml", ("dwell",)),
        ("playlists/all.yaml", ("takeover",)),
        ("offices/north.yaml", ("hours",)),
        (OFFICE, ("address",)),
        (OFFICE, ("booking", "link")),
        ("screens/hall.yaml", ("office",)),
        ("topics/housing.yaml", ("title",)),
        ("feed.yaml", ("name",)),
    ],
)
def test_what_an_admin_writes_cannot_be_changed(project, file, path):
    before = dict(project.texts)
    assert not project.rights.owns(file)
    with pytest.raises(EditError, match="only the hours, notices and slides of your office"):
        project.set(file, path, "x")
    assert project.texts == before
    assert not project.can_undo


@pytest.mark.parametrize("name", ["slides/north--new.yaml", "slides/squares.yaml", "notices/own.yaml"])
def test_nothing_is_added_for_others(project, name):
    with pytest.raises(EditError):
        project.change("", {name: b"kind: message\ntitle: Hej\n"})


def test_hours_notices_and_slides_reach_the_screens(world, project):
    add_slide(project, "Kaffe")
    notice = UrgentNotice({"sv": "Hissen"}, ["hall"], NOW.date())
    project.change("", notice_files(project, notice, NOW.date()))
    project.set(OFFICE, ("hours",), ["Mon-Fri 12:00-18:00"])
    project.change("", closed_files(project, project.feed(NOW), "square", NOW.date(), NOW.date()))
    assert publish(project, world).version
    shown = feed(world)
    assert shown.offices["square"].hours == project.feed(NOW).offices["square"].hours != ()
    assert len(shown.offices["square"].exceptions) == 1
    assert shown.slides["square--new"].title.root == {"sv": "Kaffe"}
    assert shown.playlists["square--slides"].where.offices == ("square",)
    assert [each.where.offices for each in shown.notices.values()] == [("square",)]
    assert shown.slides["hello"] == project.feed(NOW).slides["hello"]


def test_a_picture_goes_along_and_comes_back(world, project, tmp_path):
    cake = noise(77)
    (project.folder / "media/cake.png").write_bytes(cake)
    slide = b"# Cake.\nkind: picture\npicture: media/cake.png # ours\n"
    project.change("", {"slides/square--cake.yaml": slide})
    project.change("", playlist_files(project.texts, project.rights))
    project.save()
    assert publish(project, world).version
    assert "media/offices/square/cake.png" in feed(world).media
    again = fetched(world, tmp_path / "again")
    text = again.texts["slides/square--cake.yaml"].decode()
    assert text == slide.decode().replace("media/", "media/offices/square/")
    assert (again.folder / "media/offices/square/cake.png").read_bytes() == cake
    again.change("", {"slides/square--cake.yaml": text.replace("Cake", "Tårta").encode()})
    assert publish(again, world).version
    assert "Tårta" in world.anna().part("square").source["slides/cake.yaml"]


def test_a_slide_is_deleted_again(world, project):
    slide = add_slide(project, "Kaffe")
    publish(project, world)
    documents = project.read()[0].documents
    project.change("", removed_files(project, documents, slide))
    assert publish(project, world).version
    assert "square--slides" not in feed(world).playlists


def test_hours_that_nobody_touched_stay_those_of_the_admins(world, project):
    add_slide(project, "Kaffe")
    publish(project, world)
    assert world.anna().part("square").hours is None


def test_what_admins_and_colleagues_publish_comes_in(world, project, tmp_path):
    other = fetched(world, tmp_path / "other")
    for each, title in ((project, "Ett"), (other, "Två")):
        add_slide(each, title)
    world.write({"slides/hello.yaml": b"kind: picture\npicture: media/door.png\n"})
    assert publish_all(world).version
    assert publish(project, world).version
    outcome = publish(other, world)
    assert outcome.version
    assert not outcome.conflicts
    titles = {name: slide.title.root["sv"] for name, slide in feed(world).slides.items() if "--" in name}
    assert titles == {"square--new": "Ett", "square--new-2": "Två"}
    assert b"door.png" in other.texts["slides/hello.yaml"]
    assert feed(world).playlists["square--slides"].slides == ("square--new", "square--new-2")


def test_two_who_change_the_same_hours_have_a_conflict(world, project, tmp_path):
    other = fetched(world, tmp_path / "other")
    for hour, each in ((11, project), (12, other)):
        each.set(OFFICE, ("hours",), [f"Mon-Fri {hour}:00-18:00", f"Sat {hour}:00-13:00"])
    publish(project, world)
    outcome = publish(other, world)
    assert [(each.file, each.path) for each in outcome.conflicts] == [(OFFICE, ("hours",))]
    assert "12:00" in other.texts[OFFICE].decode()


def test_what_is_wrong_is_not_published(world, project):
    slide = add_slide(project, "Kaffe")
    project.set(slide, ("dwell",), "long")
    assert [each.position.file for each in publish(project, world).errors] == [slide]


def test_who_was_removed_publishes_nothing(world, project):
    add_slide(project, "Kaffe")
    world.admin().remove_staff("square", "anna")
    with pytest.raises(PublishError, match="may sign for office-square"):
        publish(project, world)
    assert yaml_reader.read(project.texts["slides/square--new.yaml"], "").value["title"] == {"sv": "Kaffe"}


def test_a_key_of_an_office_publishes_no_whole_feed(world):
    folder = Project(world.folder, ("home",))
    folder.set("slides/hello.yaml", ("dwell",), "20 s")
    with pytest.raises(PublishError, match="may sign for targets"):
        publishing.publish(folder, str(world.site), world.base / "anna", NOW, nothing)
