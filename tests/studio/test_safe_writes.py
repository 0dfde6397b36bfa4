"""A save that is cut off between two files leaves a feed that can be read."""

import shutil

import pytest

from kiosk.cli.icons import icons
from kiosk.feed.feed_reader import read_folder
from kiosk.publish.folder_source import read_source
from kiosk.studio.core import project, slide_files
from kiosk.studio.core.part_removal import removed_files
from kiosk.studio.core.project import Project
from kiosk.studio.core.safe_writes import safe_order, write_file
from tests.studio.windows import NOW, SAMPLE


class CutOffError(Exception):
    """The process was killed here."""


def documents(opened):
    return read_folder(opened.texts, opened.media, opened.icons).documents


def add_slide(opened):
    opened.change("", slide_files.new_slide_files(opened, {"sv": "Hej"}, ["torget-desk"]))


def remove(file):
    return lambda opened: opened.change("", removed_files(opened, documents(opened), file))


def undo_removal(opened):
    remove("offices/kompassen.yaml")(opened)
    opened.save()
    opened.undo()


EDITS = (
    add_slide,
    remove("slides/letter.yaml"),
    remove("offices/kompassen.yaml"),
    remove("topics/housing.yaml"),
    undo_removal,
)


@pytest.fixture
def opened(tmp_path):
    shutil.copytree(SAMPLE, tmp_path / "feed")
    return Project(tmp_path / "feed", icons())


@pytest.mark.parametrize("edit", EDITS)
def test_a_save_that_is_cut_off_leaves_a_feed(opened, edit, monkeypatch):
    edit(opened)
    assert opened.checked(NOW)[0].feed
    assert len(opened.changed) > 1
    monkeypatch.setattr(project, "write_file", lambda path, data: write_one(opened, path, data))
    while opened.changed:
        with pytest.raises(CutOffError):
            opened.save()
        texts = read_source(opened.folder).texts
        assert read_folder(texts, opened.media, icons()).feed


def write_one(opened, path, data):
    write_file(path, data)
    opened._mark_saved(path.relative_to(opened.folder).as_posix())
    raise CutOffError


def test_what_is_named_is_written_first_and_deleted_last():
    there = {"feed.yaml", "playlists/old.yaml", "slides/old.yaml", "playlists/all.yaml"}
    wanted = {"feed.yaml", "media/a.png", "playlists/all.yaml", "playlists/new.yaml", "slides/new.yaml"}
    assert safe_order({*there, *wanted}, there, wanted) == [
        "media/a.png",
        "slides/new.yaml",
        "playlists/new.yaml",
        "feed.yaml",
        "playlists/all.yaml",
        "playlists/old.yaml",
        "slides/old.yaml",
    ]
