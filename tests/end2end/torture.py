"""Kill the syncing, the publishing and the editing process at every write, fsync and rename, and start again.

`python -m tests.end2end.torture` (or `make torture`) tries 1,000 points, `--points N` another number. The
kernel's own calls are counted by strace, and the process is killed where it would make its N-th of a kind.
After each kill a start must show a whole, verified generation, and the next try must reach the newest; of
what was typed in the Studio at most the last second is lost.

`make torture` then lets two people publish to one site in thousands of orders (`tests.studio.two_studios`).
"""

import argparse
import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from kiosk.publish.folder_source import check_folder
from kiosk.publish.storage.site_storage import FolderStorage
from kiosk.sync import media_plan
from kiosk.sync.sync_config import SyncConfig
from kiosk.sync.updater import Updater
from tests.studio import typist
from tests.studio.two_studios import in_every_order
from tests.sync.world import World, serving, slot_list

ROOT = Path(__file__).resolve().parents[2]
CALLS = ("write", "fsync", "rename", "unlink", "mkdir", "symlink", "fchmod", "ftruncate")
KILLED = (137, -9)
SHM = Path("/dev/shm")  # noqa: S108  # a kill is the same in memory, and a flush takes no time
SCRATCH = SHM if SHM.is_dir() else None
PICTURES = 115
CLI = """
from kiosk.cli import icons
icons.icons = lambda: {'home'}
from kiosk.sync import media_download
media_download.WORKERS = 1
from kiosk.cli.main import main
main()
"""
TYPIST = "import sys; from tests.studio import typist; typist.main(*sys.argv[1:])"


@dataclass(frozen=True, order=True)
class Point:
    """Where a process is killed: at its `count`-th call of a kind."""

    call: str
    count: int

    def __str__(self):
        return f"{self.call} {self.count}"


def picture(words):
    """Return a picture of 160 x 160 dots, the same for the same words."""
    data = io.BytesIO()
    dots = (words.encode() * 25_600)[:25_600]
    Image.frombytes("L", (160, 160), dots).save(data, "PNG", compress_level=0)
    return data.getvalue()


def slides(word):
    """Files of a feed whose pictures all hold `word`, and real pictures for the slides that `World` has."""
    files = {f"media/{n}.png": picture(f"{word} {n} ") for n in (*range(PICTURES), "door", "hello")}
    files |= {
        f"slides/s{n}.yaml": f"kind: picture\npicture: media/{n}.png\n".encode() for n in range(PICTURES)
    }
    names = ", ".join(f"s{n}" for n in range(PICTURES))
    settings = f"name: {word}\nlanguages:\n  sv: {{name: Svenska}}\n"
    return files | {"playlists/all.yaml": f"slides: [{names}]\n".encode(), "feed.yaml": settings.encode()}


class Sync:
    """A kiosk that has the old feed, and a site that has the new one."""

    name = "sync"
    program = CLI

    def __init__(self, base):
        self.base = base
        self.world = World(base / "world")
        self.world.write(slides("old"))
        self.world.publish()
        self.world.slots(slot_list(1))
        config = self.world.config(url=self.world.site.as_uri())
        assert Updater(config).poll().problem == ""
        self.template = config.state
        self.world.write(slides("new"))
        self.world.publish()
        self.world.slots(slot_list(2))

    def command(self, copy, url):
        return ["sync", url, "--root", str(self.world.root), "--state", str(copy), "--screen", "hall"]

    def check(self, copy, url, point):
        """Start again: something whole is shown, and the newest is reached."""
        kiosk = Updater(self.kiosk_config(copy, url))
        assert shown(kiosk) in ("old", "new"), point
        assert kiosk.store.read_slots() in (slot_list(1), slot_list(2)), point
        assert kiosk.poll().problem == "", point
        assert (shown(kiosk), kiosk.store.read_slots()) == ("new", slot_list(2)), point
        assert shown(Updater(self.kiosk_config(copy, url))) == "new", point

    def kiosk_config(self, copy, url):
        return SyncConfig(url, self.world.root, copy, "hall")


class FirstSync(Sync):
    """A kiosk that has nothing yet."""

    name = "first sync"

    def __init__(self, base):
        super().__init__(base)
        self.template = base / "nothing"
        self.template.mkdir()

    def check(self, copy, url, point):
        kiosk = Updater(self.kiosk_config(copy, url))
        assert shown(kiosk) in ("", "new"), point
        assert kiosk.poll().problem == "", point
        assert (shown(kiosk), kiosk.store.read_slots()) == ("new", slot_list(2)), point


class Publish:
    """An admin who publishes the new feed to a site that has the old one."""

    name = "publish"
    program = CLI

    def __init__(self, base):
        self.base = base
        self.world = World(base / "world")
        self.world.write(slides("old"))
        self.world.publish()
        self.world.write(slides("new"))
        self.template = self.world.site

    def command(self, copy, _url):
        return ["publish", "--quick", str(self.world.folder), str(copy), "--keys", str(self.world.keys)]

    def check(self, copy, _url, point):
        """Kiosks see a whole site at once, and the new feed after it was published again."""
        state = copy.with_name(f"{copy.name}-kiosk")
        kiosk = Updater(SyncConfig(copy.as_uri(), self.world.root, state, "hall"))
        assert kiosk.poll().problem == "", point
        assert shown(kiosk) in ("old", "new"), point
        self.world.publish(FolderStorage(copy))
        assert kiosk.poll().problem == "", point
        assert shown(kiosk) == "new", point
        shutil.rmtree(state)


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


def log_beside(copy):
    return copy.with_name("typed")


def shown(kiosk):
    """The word of the generation that is shown, or nothing; every file of it is what its name says."""
    generation = kiosk.current()
    if generation is None:
        return ""
    for media in media_plan.needed(generation.feed, "hall"):
        data = (generation.blobs / media.sha256[:2] / media.sha256).read_bytes()
        assert hashlib.sha256(data).hexdigest() == media.sha256
    return generation.feed.name.root


def run(program, words, trace):
    """Run a program under strace; gives its exit code."""
    command = ["strace", "-f", "-qq", *trace, sys.executable, "-c", program, *words]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=120)


def points(scenario, url):
    """Every point at which the process of a scenario can be killed."""
    with tempfile.TemporaryDirectory(dir=scenario.base) as folder:
        copy, log = Path(folder) / "copy", Path(folder) / "log"
        shutil.copytree(scenario.template, copy)
        trace = ["-o", str(log), "-e", f"trace={','.join(CALLS)}"]
        done = run(scenario.program, scenario.command(copy, url), trace)
        assert done.returncode == 0, done.stderr
        calls = re.findall(r"^(\d+) +(\w+)\(", log.read_text(errors="replace"), re.MULTILINE)
    most = Counter()
    for (_, call), count in Counter(calls).items():
        most[call] = max(most[call], count)
    return [Point(call, count + 1) for call in sorted(most) for count in range(most[call])]


def spread(items, number):
    """`number` of the items, evenly from the first to the last."""
    if number >= len(items):
        return items
    return [items[index * (len(items) - 1) // max(1, number - 1)] for index in range(number)]


def kill(scenario, url, point):
    """Kill at one point, and start again; gives whether the process really was killed there."""
    with tempfile.TemporaryDirectory(dir=scenario.base) as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(scenario.template, copy)
        inject = f"inject={point.call}:signal=SIGKILL:when={point.count}"
        trace = ["-o", "/dev/null", "-e", f"trace={point.call}", "-e", inject]
        done = run(scenario.program, scenario.command(copy, url), trace)
        scenario.check(copy, url, f"{scenario.name} at {point}: {done.stderr}")
        return done.returncode in KILLED


def torture(number, workers=2, report=lambda _text: None):
    """Try about `number` points over all scenarios; gives how many were killed, of how many tried."""
    tried = killed = 0
    for made, part in ((Sync, 0.3), (FirstSync, 0.3), (Publish, 0.2), (Typing, 0.2)):
        with tempfile.TemporaryDirectory(dir=SCRATCH) as base:
            scenario = made(Path(base))
            with serving(scenario.world.site) as server, ThreadPoolExecutor(workers) as pool:
                chosen = spread(points(scenario, server.url), round(number * part))
                url = server.url
                done = list(pool.map(lambda point, s=scenario, u=url: kill(s, u, point), chosen))
        tried, killed = tried + len(done), killed + sum(done)
        report(f"{scenario.name}: {sum(done)} of {len(done)} processes killed, all came back whole")
    return killed, tried


def say(text):
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--points", type=int, default=1000)
    parser.add_argument("--orders", type=int, default=1000, help="of two people's work")
    asked = parser.parse_args()
    killed, tried = torture(asked.points, report=say)
    say(f"{killed} kills at {tried} points: {killed} of {killed} came back whole and reached the newest")
    in_every_order(asked.orders)
    say(f"{asked.orders} orders in which two people wrote, published and undid: no work was lost")
    return 0 if killed >= tried * 0.95 else 1


if __name__ == "__main__":
    sys.exit(main())
