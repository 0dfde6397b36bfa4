"""The Studio killed while somebody types, and while somebody publishes: see `tests.end2end.torture`."""

import os
import re
import subprocess
import sys
from pathlib import Path

from kiosk.publish.folder_source import check_folder
from kiosk.sync.sync_config import SyncConfig
from kiosk.sync.updater import Updater
from tests.cli.conftest import noise
from tests.studio import publishing_person, typist
from tests.sync.world import World

ROOT = Path(__file__).resolve().parents[2]
TYPIST = "import sys; from tests.studio import typist; typist.main(*sys.argv[1:])"
PERSON = (
    "import sys; from tests.studio import publishing_person as one; getattr(one, sys.argv[1])(*sys.argv[2:])"
)
MOST_S = 120


class Typing:
    """Somebody who types into a slide in the Studio, which saves by itself."""

    name = "typing"
    program = TYPIST

    def __init__(self, base):
        self.base = base
        self.world = World(base / "world")
        self.world.write({typist.SLIDE: b"kind: message\ntitle: x  # typed\n"})
        self.template = self.world.folder

    def command(self, copy, _url):
        return [str(copy), str(log_beside(copy))]

    def check(self, copy, _url, point):
        """The folder can be read, and all but the last second of typing is in it."""
        typed = log_beside(copy).read_bytes().count(b"x") if log_beside(copy).is_file() else 0
        checked = check_folder(copy, {"home"})
        assert checked.feed, (point, checked.problems)
        text = (copy / typist.SLIDE).read_text("utf-8")
        assert re.fullmatch("kind: message\ntitle: x+  # typed\n", text), point
        assert text.count("x") > typed - typist.MOST_LOST, point


class PublishingInStudio:
    """Somebody who saves and publishes in the Studio, while the site has the work of somebody else."""

    name = "publishing in the Studio"
    program = PERSON

    def __init__(self, base):
        self.base = base
        self.world = World(base / "world")
        self.world.write(publishing_person.FILES)
        self.world.write({"media/hello.png": noise(99), "media/door.png": noise(88)})
        self.template = self.world.base
        self._run("prepare", self.template)

    def command(self, copy, _url):
        return ["main", str(copy), str(log_beside(copy))]

    def check(self, copy, _url, point):
        """The folder is whole and has what was saved, kiosks see a whole site, and the next try succeeds."""
        checked = check_folder(copy / "folder", publishing_person.ICONS)
        assert checked.feed, (point, checked.problems)
        titles = {title(slide) for slide in checked.feed.slides.values()}
        assert publishing_person.OURS in titles or not log_beside(copy).exists(), point
        assert (copy / "folder" / publishing_person.QUIET).read_bytes() == publishing_person.QUIET_TEXT, point
        kiosk = Updater(SyncConfig((copy / "site").as_uri(), copy / "keys/root.json", copy / "state", "hall"))
        assert kiosk.poll().problem == "", point
        self._run("main", copy, log_beside(copy))
        assert kiosk.poll().problem == "", point
        slides = kiosk.current().feed.slides
        assert {publishing_person.OURS, publishing_person.THEIRS} <= set(map(title, slides.values())), point
        assert not {"gone", "away"} & set(slides), point
        assert check_folder(copy / "folder", publishing_person.ICONS).feed.slides.keys() == slides.keys(), (
            point
        )

    def _run(self, *words):
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", PERSON, *map(str, words)]
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=120)
        assert done.returncode == 0, done.stderr


def title(slide):
    """The title of a slide in the first language, if it has one."""
    written = getattr(slide, "title", None)
    return written.in_first(("sv",)).text if written else ""


def log_beside(copy):
    return copy.with_name("typed")
