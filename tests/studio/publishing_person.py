"""A person who writes in the Studio and publishes, to be killed: `main(FOLDER, LOG)`.

FOLDER holds the keys, the site, and `folder`, which is a version behind it: somebody else has added a slide
and deleted one. What is written is saved before LOG is there, so nothing of it may be lost from then on.
"""

import os
import shutil
import sys
from pathlib import Path

from kiosk.feed.feed_reader import read_folder
from kiosk.studio.core import publishing, slide_files
from kiosk.studio.core.part_removal import removed_files
from kiosk.studio.core.project import Project
from kiosk.studio.core.settlement import NOTHING_SETTLED
from tests import days

ICONS = ("home",)
OURS, THEIRS = "word of ours", "word of theirs"
QUIET, QUIET_TEXT = (
    "slides/quiet.yaml",
    b"# Nobody touches this.\nkind:   message\ntitle: {sv:   'Tyst' } # so\n",
)
FILES = {
    "playlists/all.yaml": b"slides:\n  - hello\n  - quiet\n  - gone\n  - away\nwhere: {screens: [hall]}\n",
    QUIET: QUIET_TEXT,
    "slides/hello.yaml": b"kind: message\ntitle: {sv: Hej}\n",
    "slides/gone.yaml": b"kind: message\ntitle: Borta\n",
    "slides/away.yaml": b"kind: message\ntitle: Bort\n",
}


def main(folder, log):
    os.chdir(folder)
    project = Project(Path("folder"), ICONS)
    write(project, OURS, "slides/gone.yaml")
    project.save()
    Path(log).touch()
    sys.exit(not publish(project))


def prepare(folder):
    """Publish the folder, and then another version of it that it does not know of."""
    os.chdir(folder)
    assert publish(Project(Path("folder"), ICONS))
    shutil.copytree("folder", "other")
    other = Project(Path("other"), ICONS)
    write(other, THEIRS, "slides/away.yaml", "theirs")
    other.save()
    assert publish(other)
    shutil.rmtree("other")


def write(project, word, unwanted, name="ours"):
    """Add a slide with a playlist of its own, and delete one, unless that was done before the kill."""
    if not any(word.encode() in text for text in project.texts.values()):
        new = slide_files.new_slide_files(project, {"sv": word}, ["hall"])
        called = {
            file.replace("new", name): text.replace(b"[new]", f"[{name}]".encode())
            for file, text in new.items()
        }
        project.change("", called)
    if unwanted in project.texts:
        documents = read_folder(project.texts, project.media, ICONS).documents
        project.change("", removed_files(project, documents, unwanted))


def publish(project):
    publisher = publishing.open_publisher("site", Path("keys"), days.now())
    outcome = publishing.publish_settled(project, publisher, lambda *_: [], NOTHING_SETTLED)
    sys.stderr.write("".join(f"{each}\n" for each in (*outcome.conflicts, *outcome.errors)))
    return outcome.version
