"""Two people add something under one name: both are kept, and nobody has to choose."""

import shutil

import pytest

from kiosk.feed import yaml_reader
from kiosk.studio.core import publishing
from kiosk.studio.core.project import Project
from kiosk.studio.core.quick_actions import UrgentNotice, notice_files
from kiosk.studio.core.slide_files import new_slide_files
from tests.studio.test_core import NOW, nothing


@pytest.fixture
def studios(world, tmp_path):
    """Two open folders of one site."""
    publish(Project(world.folder, ("home",)), world)
    shutil.copytree(world.folder, tmp_path / "other")
    return [Project(folder, ("home",)) for folder in (world.folder, tmp_path / "other")]


def publish(project, world):
    return publishing.publish(project, str(world.site), world.keys, NOW, nothing)


def add_slide(project, title):
    project.change("", new_slide_files(project, {"sv": title}, ["hall"]))


def value(project, name):
    return yaml_reader.read(project.texts[name], name).value


def shown(project):
    """The titles of the slides that the playlists show, by playlist."""
    titles = {each: value(project, f"slides/{each}.yaml").get("title") for each in project.ids("slides")}
    lists = {each: value(project, f"playlists/{each}.yaml")["slides"] for each in project.ids("playlists")}
    return {name: [titles[each] for each in slides] for name, slides in lists.items()}


def test_two_studios_make_a_new_slide_each(world, studios):
    one, other = studios
    add_slide(one, "Ett")
    add_slide(other, "Två")
    publish(one, world)
    outcome = publish(other, world)
    assert outcome.version
    assert not outcome.conflicts
    assert {each.message() for each in outcome.merged} == {
        "added playlists/new.yaml",
        "added slides/new.yaml",
    }
    assert shown(other)["new"] == [{"sv": "Ett"}]
    assert shown(other)["new-2"] == [{"sv": "Två"}]
    publish(one, world)
    assert one.texts == other.texts


def test_a_new_slide_in_a_list_of_both_is_followed_by_its_name(world, studios):
    for project, title in zip(studios, ("Ett", "Två"), strict=True):
        slide = f"kind: message\ntitle: {title}\n".encode()
        project.change("", {"slides/extra.yaml": slide})
        project.set("playlists/all.yaml", ("slides",), ["hello", "extra"])
    one, other = studios
    publish(one, world)
    assert not publish(other, world).conflicts
    assert sorted(shown(other)["all"][1:]) == ["Ett", "Två"]


def test_two_notices_of_one_day_are_both_shown(world, studios):
    for project, text in zip(studios, ("Hissen är trasig", "Kön är stängd"), strict=True):
        notice = UrgentNotice({"sv": text}, ["hall"], NOW.date())
        project.change("", notice_files(project, notice, NOW.date()))
    one, other = studios
    publish(one, world)
    assert not publish(other, world).conflicts
    assert {"Hissen är trasig", "Kön är stängd"} <= {
        str(value(other, f"notices/{each}.yaml")["text"]["sv"]) for each in other.ids("notices")
    }


def test_an_office_of_one_name_is_a_choice_of_a_person(world, studios):
    for project, name in zip(studios, ("Ett", "Två"), strict=True):
        text = f"name: {name}\naddress: Storgatan 1\nbooking: {{by: [desk]}}\n".encode()
        project.change("", {"offices/lyktan.yaml": text})
    one, other = studios
    publish(one, world)
    assert [each.file for each in publish(other, world).conflicts] == ["offices/lyktan.yaml"]


def test_another_conflict_leaves_every_file_as_it_was(world, studios):
    for number, project in enumerate(studios, 20):
        add_slide(project, f"{number}")
        project.set("slides/hello.yaml", ("dwell",), f"{number} s")
    one, other = studios
    before = dict(other.texts)
    publish(one, world)
    assert [each.file for each in publish(other, world).conflicts if each.conflict] == ["slides/hello.yaml"]
    assert dict(Project(other.folder, ("home",)).texts) == before


def test_the_command_line_keeps_both_too(run, world, studios):
    one, other = studios
    add_slide(one, "Ett")
    add_slide(other, "Två")
    publish(one, world)
    other.save()
    where = (other.folder, world.site, "--keys", world.keys)
    refused = run("publish", "--quick", *where)
    assert "  added slides/new.yaml" in refused.output
    assert run("feed", "merge", *where).exit_code == 0
    other.reload()
    assert shown(other)["new"] == [{"sv": "Ett"}]
    assert shown(other)["new-2"] == [{"sv": "Två"}]
    assert run("publish", "--quick", *where).exit_code == 0


def test_two_studios_on_one_folder_take_different_names(world):
    one, other = (Project(world.folder, ("home",)) for _ in range(2))
    add_slide(one, "Ett")
    one.save()
    add_slide(other, "Två")
    assert other.save() == []
    assert shown(Project(world.folder, ("home",)))["new-2"] == [{"sv": "Två"}]
