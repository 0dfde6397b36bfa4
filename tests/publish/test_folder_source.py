import hashlib
import os

import pytest

from kiosk.media.hashing import hash_file
from kiosk.publish import folder_source
from kiosk.publish.folder_source import VerifyingReader, check_folder, read_source
from kiosk.publish.publish_errors import SiteError
from tests.sync.world import ICONS, MEDIA, World


@pytest.fixture
def folder(tmp_path):
    return World(tmp_path).folder


def problems_in(folder):
    return [str(problem) for problem in check_folder(folder, ICONS).problems]


def test_whole_folder(folder):
    checked = check_folder(folder, ICONS)
    assert not checked.problems
    hello = checked.feed.media["media/hello.png"]
    assert (hello.sha256, hello.size) == (hashlib.sha256(MEDIA["media/hello.png"]).hexdigest(), 30_000)


def test_every_mistake_at_its_place(folder):
    (folder / "slides/hello.yaml").write_text("kind: picture\npictur: media/hello.png\ndwell: -3\n")
    (folder / "playlists/all.yaml").write_text("slides: [hallo]\n")
    found = problems_in(folder)
    assert "slides/hello.yaml:2:1: error: unknown key 'pictur' (did you mean 'picture'?)" in found
    assert any(line.startswith("slides/hello.yaml:3:8: error: ") for line in found)
    assert "playlists/all.yaml:1:10: error: unknown slide 'hallo' (did you mean 'hello'?)" in found


def test_hidden_files_and_notes_are_passed_over(folder):
    (folder / ".git").mkdir()
    (folder / ".git/config.yaml").write_text("x: 1")
    (folder / "README.md").write_text("How to edit this feed")
    assert not problems_in(folder)


def test_link_out_of_the_folder_is_refused(folder, tmp_path):
    (tmp_path / "secret").write_bytes(b"secret")
    (folder / "media/secret.png").symlink_to(tmp_path / "secret")
    assert problems_in(folder) == [
        "media/secret.png: error: a link that leads out of the folder; copy the file here instead"
    ]


def test_link_to_a_folder_is_refused(folder):
    (folder / "media/again").symlink_to(folder / "media")
    assert problems_in(folder) == ["media/again: error: a link to a folder; copy the folder here instead"]


def test_link_inside_the_folder_is_read(folder):
    (folder / "media/hi.png").symlink_to("hello.png")
    read = read_source(folder)
    assert not read.problems
    assert read.media["media/hi.png"] == read.media["media/hello.png"]


def test_pipe_is_refused_without_waiting_for_it(folder):
    os.mkfifo(folder / "media/pipe.png")
    assert problems_in(folder) == ["media/pipe.png: error: not a plain file"]


def test_too_large_text_is_not_read(folder):
    with (folder / "slides/huge.yaml").open("wb") as file:
        file.truncate(1 << 40)
    assert "slides/huge.yaml: error: larger than 1 MiB; split it into smaller files" in problems_in(folder)


def test_too_large_media_are_not_read(folder):
    with (folder / "media/huge.mp4").open("wb") as file:
        file.truncate(1 << 40)
    assert problems_in(folder) == ["media/huge.mp4: error: larger than 2 GiB"]


def test_too_many_files(folder, monkeypatch):
    monkeypatch.setattr(folder_source, "MAX_FILES", 3)
    assert any("more than 3 files in one feed" in line for line in problems_in(folder))


def test_no_folder(tmp_path):
    with pytest.raises(NotADirectoryError):
        read_source(tmp_path / "nothing")


def test_file_that_changes_while_it_is_published(folder):
    path = folder / "media/hello.png"
    media = hash_file(path)
    path.write_bytes(b"x" * media.size)
    with path.open("rb") as file:
        reader = VerifyingReader(file, media, "hello.png")
        assert len(reader.read(media.size)) == media.size
        with pytest.raises(SiteError, match="changed while"):
            reader.read(1)


LITTER = (
    "Thumbs.db", "THUMBS.DB", "desktop.ini", "Desktop.ini", ".DS_Store", "._hello.yaml", "ehthumbs.db",
    "~$hello.yaml", "~$jul.docx", ".~lock.hello.yaml#", "~WRL0001.tmp", "hello.yaml~", "#hello.yaml#",
    "Icon\r", "hello.yaml.swp", ".hello.yaml.swp", "a.part", "a.mp4.crdownload", "hello.yaml.orig", "a.bak",
)  # fmt: skip
LITTER_FOLDERS = ("__MACOSX", ".git", "@eaDir", "$RECYCLE.BIN", "lost+found", "hello.yaml.sb-1a2b3c4d-XyZ1aB")


@pytest.mark.parametrize("where", ["", "slides/", "media/", "playlists/"])
def test_what_systems_leave_in_folders_is_passed_over(folder, where):
    for name in LITTER:
        (folder / f"{where}{name}").write_bytes(b"\xd0\xcf\x11\xe0")
    for name in LITTER_FOLDERS:
        (folder / f"{where}{name}").mkdir()
        (folder / f"{where}{name}/x.yaml").write_bytes(b"x")
    read = read_source(folder)
    assert not read.problems
    assert read.media.keys() == MEDIA.keys()
    assert not problems_in(folder)


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        (
            "slides/jul.yaml.txt",
            "slides/jul.yaml.txt: error: a part of a feed ends in .yaml; rename it to 'jul.yaml'",
        ),
        ("jul.yaml.txt", "jul.yaml.txt: error: this looks like a slide; move it to slides/jul.yaml"),
        ("media/jul.yaml", "media/jul.yaml: error: a text file in media/"),
        ("media/jul.yaml.txt", "media/jul.yaml.txt: error: a text file in media/"),
        (
            "slides/bild.png",
            "slides/bild.png: error: pictures, films and documents belong in media/; move it there",
        ),
    ],
)
def test_part_that_would_not_be_read(folder, name, problem):
    (folder / name).write_bytes(b"kind: hours\n")
    (only,) = [each for each in problems_in(folder) if name in each]
    assert only.startswith(problem)


def test_name_of_decomposed_letters(folder):
    """A Mac writes `o` and two dots where a keyboard elsewhere writes `\u00f6`."""
    (folder / "media/mo\u0308te.png").write_bytes(MEDIA["media/hello.png"])
    (folder / "slides/hello.yaml").write_text(
        "kind: picture\npicture: media/m\u00f6te.png\n", encoding="utf-8"
    )
    checked = check_folder(folder, ICONS)
    assert not checked.problems
    assert checked.feed.slides["hello"].picture in checked.feed.media
