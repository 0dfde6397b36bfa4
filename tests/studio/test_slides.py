"""The list of slides, and what the Studio writes for a slide: fields, screens, files, deletion."""

import re
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PIL import Image

from kiosk.cli.icons import icons
from kiosk.feed.problems import Severity
from kiosk.studio.core import slide_files
from kiosk.studio.core.part_removal import removed_files
from kiosk.studio.core.presentations import PresentationError
from kiosk.studio.core.project import Project
from kiosk.studio.core.slide_fields import fields_of
from kiosk.studio.core.slide_list import slide_list
from kiosk.studio.core.slide_media import MediaError, check_file, take_file, with_taken

SAMPLE = Path(__file__).resolve().parents[2] / "playlists"
NOW = datetime(2026, 11, 25, 11, tzinfo=UTC)
TODAY = date(2026, 11, 25)


@pytest.fixture
def project(tmp_path):
    shutil.copytree(SAMPLE, tmp_path / "feed")
    return Project(tmp_path / "feed", icons())


def listed(project):
    checked, problems = project.checked(NOW)
    names = [name[7:-5] for name in project.texts if name.startswith("slides/")]
    return {each.slide: each for each in slide_list(checked.valid_parts, names, problems, TODAY)}


def errors(project):
    return [each for each in project.checked(NOW)[1] if each.severity is Severity.ERROR]


def documents(project):
    return project.checked(NOW)[0].documents


def test_the_sample_lacks_nothing(project):
    found = listed(project)
    assert len(found) == len(list((project.folder / "slides").glob("*.yaml")))
    assert not any(each.wrong or each.expired for each in found.values())
    assert found["open-now"].screens == ("torget-window",)


def test_a_slide_that_lacks_a_language_is_untranslated(project):
    project.set("slides/letter.yaml", ("title", "so"), "")
    text = project.texts["slides/letter.yaml"].decode().replace('\n  so: ""', "").replace("\n  so: ''", "")
    project.change("", {"slides/letter.yaml": text.encode()})
    assert listed(project)["letter"].missing == ("so",)
    assert listed(project)["letter"].matches("untranslated")
    assert not listed(project)["welcome"].matches("untranslated")


def test_a_slide_in_no_playlist_is_unused(project):
    project.change("", {"playlists/window.yaml": None})
    assert listed(project)["open-now"].matches("unused")
    assert not listed(project)["welcome"].matches("unused")


@pytest.mark.parametrize(
    ("file", "path"), [("slides/letter.yaml", ("until",)), ("playlists/square.yaml", ("when", "until"))]
)
def test_a_slide_whose_days_are_over_is_expired(project, file, path):
    project.set(file, path, "2026-11-24")
    assert listed(project)["letter"].matches("expired")
    project.set(file, path, "2026-11-25")
    assert not listed(project)["letter"].matches("expired")


def test_a_slide_with_an_error_is_listed_as_wrong(project):
    project.set("slides/letter.yaml", ("dwell",), "long")
    assert listed(project)["letter"].matches("wrong")


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("message", ["title", "text", "picture", "from", "until", "dwell"]),
        ("picture", ["caption", "picture", "from", "until", "dwell"]),
        ("pdf", ["document", "from", "until", "dwell"]),
        ("nobody-knows", ["from", "until", "dwell"]),
    ],
)
def test_the_form_follows_the_kind(kind, keys):
    assert [each.key for each in fields_of(kind)] == keys


def test_problems_stand_in_their_language(project):
    project.set("slides/letter.yaml", ("title", "en"), "<b>Letter</b>")
    checked, problems = project.checked(NOW)
    found = slide_files.by_path("slides/letter.yaml", checked.documents["slides/letter.yaml"], problems)
    assert ("title", "en") in found


def test_deleting_takes_a_slide_out_of_every_playlist(project):
    assert slide_files.used_in(documents(project), "letter") == ["playlists/square.yaml"]
    project.change("", removed_files(project, documents(project), "slides/letter.yaml"))
    assert errors(project) == []
    assert b"letter" not in project.texts["playlists/square.yaml"].split(b"slides:")[1]
    project.undo()
    assert project.changed == []


def test_deleting_the_last_slide_of_a_playlist_deletes_the_playlist(project):
    project.change("", removed_files(project, documents(project), "slides/christmas.yaml"))
    assert errors(project) == []
    assert "playlists/christmas.yaml" not in project.texts


def test_a_slide_of_its_own_is_placed_on_screens(project):
    files = slide_files.new_slide_files(project, {"sv": "Hej"}, ["torget-desk", "lyktan-desk"])
    project.change("", files)
    for screens in (["torget-desk"], ["lyktan-desk", "torget-window"]):
        project.change("", slide_files.placed_files(project, documents(project), "new", screens))
        assert errors(project) == []
        assert sorted(listed(project)["new"].screens) == screens


def test_neighbours_in_a_playlist_are_not_moved(project):
    feed = project.feed(NOW)
    assert not slide_files.can_be_placed(documents(project), feed, "letter")
    assert slide_files.can_be_placed(documents(project), feed, "christmas")


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "Vår lokal (1).JPG"
    Image.new("RGB", (40, 30), "#0B5C6B").save(path)
    return path


def taken(project, path):
    """The name of a file in the media of a project, which has it now."""
    found = take_file(project.folder, project.media, path)
    project.media[found.name] = found.media
    return found.name


def test_a_picture_is_copied_under_a_plain_name(project, photo):
    text = project.texts["slides/letter.yaml"].decode()
    check_file(text, photo, new=False)
    new = with_taken(text, taken(project, photo), new=False)
    project.change("", {"slides/letter.yaml": new})
    name = taken(project, photo)
    assert re.fullmatch(r"media/var-lokal-1-[0-9a-f]{8}\.jpg", name)
    assert f"picture: {name}".encode() in new
    assert (project.folder / name).read_bytes() == photo.read_bytes()
    assert errors(project) == []


def test_another_file_of_the_same_name_gets_another_name(project, photo):
    first = taken(project, photo)
    Image.new("RGB", (40, 30), "#8E2A4C").save(photo)
    second = taken(project, photo)
    assert first != second
    assert all((project.folder / each).is_file() for each in (first, second))


@pytest.fixture
def new_slide(project):
    project.change("", slide_files.new_slide_files(project, {"sv": "Hej"}, ["torget-desk"]))
    return project.texts["slides/new.yaml"].decode()


def test_a_new_slide_becomes_one_of_the_file(project, new_slide, tmp_path):
    path = tmp_path / "Karta.pdf"
    shutil.copy(SAMPLE / "media/no-queue.pdf", path)
    check_file(new_slide, path, new=True)
    project.change("", {"slides/new.yaml": with_taken(new_slide, taken(project, path), new=True)})
    assert errors(project) == []
    assert project.feed(NOW).slides["new"].kind == "pdf"


OFFICE = """#!/bin/sh
PATH=/usr/bin:/bin
for last; do :; done
while [ "$1" != --outdir ]; do shift; done
mkdir -p "$2"
grep -q broken "$last" && exit 1
cat "{pdf}" > "$2/presentation.pdf"
echo "% converted" >> "$2/presentation.pdf"
"""


@pytest.fixture
def libreoffice(tmp_path, monkeypatch):
    """A program that makes the same PDF of every file but a broken one, alone on the path."""
    program = tmp_path / "bin" / "soffice"
    program.parent.mkdir()
    program.write_text(OFFICE.format(pdf=SAMPLE / "media/no-queue.pdf"))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    return program


@pytest.mark.parametrize("name", ["Vår Dag.pptx", "dag.odp", "DAG.PPT"])
def test_a_presentation_becomes_a_document_page_by_page(project, new_slide, libreoffice, tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"PK")
    check_file(new_slide, path, new=True)
    file = taken(project, path)
    assert re.fullmatch(r"media/(var-)?dag-[0-9a-f]{8}\.pdf", file)
    assert (project.folder / file).read_bytes().endswith(b"% converted\n")
    project.change("", {"slides/new.yaml": with_taken(new_slide, file, new=True)})
    assert errors(project) == []
    assert project.feed(NOW).slides["new"].kind == "pdf"


def test_a_presentation_that_cannot_be_converted_is_told_of(project, libreoffice, tmp_path):
    (tmp_path / "a.pptx").write_text("broken")
    with pytest.raises(PresentationError, match="save it as PDF"):
        take_file(project.folder, project.media, tmp_path / "a.pptx")
    libreoffice.unlink()
    with pytest.raises(PresentationError, match="not installed"):
        take_file(project.folder, project.media, tmp_path / "a.pptx")
    assert not list((project.folder / "media").glob("a.*"))


@pytest.mark.parametrize(
    ("name", "shown"),
    [("a.pdf", "begin a new slide"), ("a.odp", "begin a new slide"), ("a.exe", "not a picture")],
)
def test_what_a_slide_cannot_show_is_refused(project, tmp_path, name, shown):
    (tmp_path / name).write_bytes(b"%PDF-1.4")
    with pytest.raises(MediaError, match=shown):
        check_file(project.texts["slides/letter.yaml"].decode(), tmp_path / name, new=False)


def test_a_slide_is_drawn_before_the_feed_is_checked(project):
    feed = project.feed(NOW)
    project.set("slides/letter.yaml", ("title", "sv"), "Hej!")
    new = slide_files.with_slide(feed, "letter", project.texts["slides/letter.yaml"])
    assert new == project.feed(NOW)


@pytest.mark.parametrize(
    ("path", "value"), [(("dwell",), "long"), (("picture",), "media/gone.png"), (("kind",), "welcome")]
)
def test_what_might_not_be_drawn_waits_for_the_check(project, path, value):
    feed = project.feed(NOW)
    project.set("slides/letter.yaml", path, value)
    assert slide_files.with_slide(feed, "letter", project.texts["slides/letter.yaml"]) is None
