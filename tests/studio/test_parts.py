"""Ids changed everywhere at once, parts removed with what is left of them nowhere, and new parts."""

import shutil

import pytest

from kiosk.cli.icons import icons
from kiosk.feed.problems import Severity
from kiosk.feed.references import references_in
from kiosk.studio.core.new_parts import new_office_files
from kiosk.studio.core.part_removal import removal, removed_files
from kiosk.studio.core.part_uses import free_id, renamed_files, uses
from kiosk.studio.core.project import Project
from kiosk.studio.core.yaml_edit import EditError
from tests.studio.windows import NOW, SAMPLE

NAMED = (
    "offices/torget",
    "offices/kompassen",
    "topics/forms",
    "topics/study",
    "slides/letter",
    "slides/hours",
)


@pytest.fixture
def project(tmp_path):
    shutil.copytree(SAMPLE, tmp_path / "feed")
    return Project(tmp_path / "feed", icons())


def documents(project):
    return project.checked(NOW)[0].documents


def errors(project):
    return [each for each in project.checked(NOW)[1] if each.severity is Severity.ERROR]


def names_left(project, kind, name):
    return [
        (file, path)
        for file, each in documents(project).items()
        for path, found, named in references_in(each.value, ())
        if (found, named) == (kind, name)
    ]


@pytest.mark.parametrize("part", NAMED)
def test_an_id_is_changed_everywhere(project, part):
    folder, old = part.split("/")
    before = uses(documents(project), f"{part}.yaml")
    project.change("", renamed_files(project.texts, documents(project), f"{part}.yaml", "new-name"))
    assert errors(project) == []
    assert names_left(project, folder[:-1], old) == []
    after = uses(documents(project), f"{folder}/new-name.yaml")
    assert len(after) == len(before)
    assert f"{part}.yaml" not in project.texts
    project.undo()
    assert project.changed == []


def test_comments_and_quotes_stay_when_an_id_is_changed(project):
    text = b"# first\nslides: # all\n  - 'letter' # one\n  - letter\nwhere: {offices: [torget]} # there\n"
    project.change("", {"playlists/mine.yaml": text})
    project.change("", renamed_files(project.texts, documents(project), "slides/letter.yaml", "brev"))
    project.change("", renamed_files(project.texts, documents(project), "offices/torget.yaml", "no"))
    wanted = b"# first\nslides: # all\n  - 'brev' # one\n  - brev\nwhere: {offices: [no]} # there\n"
    assert project.texts["playlists/mine.yaml"] == wanted
    assert errors(project) == []


@pytest.mark.parametrize("new", ["null", "12", "true"])
def test_an_id_that_yaml_would_read_as_something_else_is_quoted(project, new):
    project.change("", renamed_files(project.texts, documents(project), "topics/forms.yaml", new))
    assert errors(project) == []
    assert len(uses(documents(project), f"topics/{new}.yaml")) > 1


def test_who_has_read_a_translation_is_kept_with_the_new_id(project):
    record = b"en:\n  topics/forms.yaml:\n    title: 0123456789ab 0123456789ab 2026-11-01 A B\n"
    project.change("", {"translations.yaml": record})
    project.change("", renamed_files(project.texts, documents(project), "topics/forms.yaml", "papers"))
    assert b"topics/papers.yaml:\n    title: 0123456789ab" in project.texts["translations.yaml"]
    assert b"topics/forms.yaml" not in project.texts["translations.yaml"]


@pytest.mark.parametrize("part", NAMED)
def test_nothing_names_what_is_removed(project, part):
    folder, name = part.split("/")
    project.change("", removed_files(project, documents(project), f"{part}.yaml"))
    assert errors(project) == []
    assert names_left(project, folder[:-1], name) == []
    project.undo()
    assert project.changed == []


def test_a_playlist_of_one_office_alone_is_not_left_for_all_screens(project):
    project.change("", {"playlists/mine.yaml": b"slides: [letter]\nwhere: {offices: [kompassen]}\n"})
    project.change("", {"playlists/both.yaml": b"slides: [letter]\nwhere: {offices: [kompassen, torget]}\n"})
    project.change(
        "", {"playlists/others.yaml": b"slides: [letter]\nwhere: {except: {offices: [kompassen]}}\n"}
    )
    gone = removal(documents(project), "offices/kompassen.yaml").gone
    assert {"screens/kompassen-desk.yaml", "playlists/mine.yaml"} <= set(gone)
    project.change("", removed_files(project, documents(project), "offices/kompassen.yaml"))
    assert errors(project) == []
    assert "playlists/mine.yaml" not in project.texts
    assert b"[torget]" in project.texts["playlists/both.yaml"]
    assert b"where" not in project.texts["playlists/others.yaml"]


def test_a_topic_goes_with_its_hours_and_its_way_to_book(project):
    project.change("", removed_files(project, documents(project), "topics/consumer.yaml"))
    assert errors(project) == []
    office = documents(project)["offices/torget.yaml"].value
    assert "topics" not in office["booking"]
    assert all("consumer" not in each["topics"] for each in office["bookable"])
    assert len(office["bookable"]) == 2


def test_the_last_office_stays(project):
    for name in ("kompassen", "lyktan"):
        project.change("", removed_files(project, documents(project), f"offices/{name}.yaml"))
    with pytest.raises(EditError, match="at least one office"):
        removal(documents(project), "offices/torget.yaml")


def test_the_only_topic_of_a_screen_stays(project):
    project.set("screens/torget-desk.yaml", ("topics",), ["forms"])
    with pytest.raises(EditError, match="offers nothing else"):
        removal(documents(project), "topics/forms.yaml")


def test_a_new_office_is_sound(project):
    key = free_id(project, "offices", "Öppna förskolan")
    assert key == "oppna-forskolan"
    project.change("", new_office_files(key, "sv", "Öppna förskolan", "Torget 1"))
    assert errors(project) == []
    assert free_id(project, "offices", "Öppna förskolan") == "oppna-forskolan-2"
    assert free_id(project, "offices", "帮助") == "new"
