"""Kill the syncing, the publishing and the editing process at every write, fsync and rename, and start again.

`python -m tests.end2end.torture` (or `make torture`) tries 1,000 points, `--points N` another number. The
kernel's own calls are counted by strace, and the process is killed where it would make its N-th of a kind.
Every run begins with the same files and an empty cache, so that it makes the calls that were counted. After
each kill a start must show a whole, verified generation, and the next try must reach the newest; of what was
typed in the Studio at most the last second is lost.

`--only publish` tries one of the processes, at all of the points; `--shard 2/5` tries the second fifth of the
same points, so that a long run can be made in pieces.

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
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from kiosk.sync import media_plan
from kiosk.sync.sync_config import SyncConfig
from kiosk.sync.updater import Updater
from tests.end2end.studio_scenarios import PublishingInStudio, Typing
from tests.studio.two_studios import in_every_order
from tests.sync.world import World, serving, slot_list

ROOT = Path(__file__).resolve().parents[2]
CALLS = ("write", "fsync", "rename", "unlink", "mkdir", "symlink", "fchmod", "ftruncate")
KILLED = "+++ killed by SIGKILL +++"
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
        """Kiosks see a whole site at once, and the new feed after the same command with what it has left."""
        kiosk = Updater(SyncConfig(copy.as_uri(), self.world.root, copy.with_name("kiosk"), "hall"))
        assert kiosk.poll().problem == "", point
        assert shown(kiosk) in ("old", "new"), point
        again = python(self.program, self.command(copy, ""), cache_beside(copy))
        assert again.returncode == 0, (point, again.stderr)
        assert kiosk.poll().problem == "", point
        assert shown(kiosk) == "new", point


def cache_beside(copy):
    return copy.with_name("cache")


def shown(kiosk):
    """The word of the generation that is shown, or nothing; every file of it is what its name says."""
    generation = kiosk.current()
    if generation is None:
        return ""
    for media in media_plan.needed(generation.feed, "hall"):
        data = (generation.blobs / media.sha256[:2] / media.sha256).read_bytes()
        assert hashlib.sha256(data).hexdigest() == media.sha256
    return generation.feed.name.root


def python(program, words, cache, before=()):
    """Run a program with a cache of its own, perhaps under another; gives how it ended."""
    command = [*before, sys.executable, "-c", program, *words]
    own = {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "XDG_CACHE_HOME": str(cache)}
    environment = os.environ | own
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)


def traced(scenario, url, copy, log, *trace):
    """Run the process of a scenario under strace on `copy`; gives how it ended."""
    strace = ("strace", "-f", "-qq", "-o", str(log), *trace)
    return python(scenario.program, scenario.command(copy, url), cache_beside(copy), strace)


@contextmanager
def beginning(scenario):
    """A copy of what the process of a scenario begins with, in a folder of its own, and a log beside it."""
    with tempfile.TemporaryDirectory(dir=scenario.base) as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(scenario.template, copy)
        yield copy, Path(folder) / "log"


def points(scenario, url):
    """Every point at which the process of a scenario can be killed."""
    with beginning(scenario) as (copy, log):
        done = traced(scenario, url, copy, log, "-e", f"trace={','.join(CALLS)}")
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


def shard(items, part):
    """The items of one part of several, such as (2, 5): every fifth, from the second."""
    number, parts = part
    return items[number - 1 :: parts]


def kill(scenario, url, point):
    """Kill at one point, and start again; gives whether a process really was killed there."""
    with beginning(scenario) as (copy, log):
        inject = f"inject={point.call}:signal=SIGKILL:when={point.count}"
        done = traced(scenario, url, copy, log, "-e", f"trace={point.call}", "-e", inject)
        scenario.check(copy, url, f"{scenario.name} at {point}: {done.stderr}")
        return KILLED in log.read_text(errors="replace")


SCENARIOS = {Sync: 0.25, FirstSync: 0.125, Publish: 0.125, Typing: 0.25, PublishingInStudio: 0.25}
"""What is killed, and its share of the points when all are."""


def torture(number, workers=2, report=lambda _text: None, only="", part=(1, 1)):
    """Try about `number` points over all scenarios; gives how many were killed, of how many tried."""
    tried = killed = 0
    for made, share in SCENARIOS.items():
        if only not in ("", made.name):
            continue
        with tempfile.TemporaryDirectory(dir=SCRATCH) as base:
            scenario = made(Path(base))
            with serving(scenario.world.site) as server, ThreadPoolExecutor(workers) as pool:
                wanted = number if only else round(number * share)
                chosen = shard(spread(points(scenario, server.url), wanted), part)
                url = server.url
                done = list(pool.map(lambda point, s=scenario, u=url: kill(s, u, point), chosen))
        tried, killed = tried + len(done), killed + sum(done)
        missed = ", ".join(str(point) for point, hit in zip(chosen, done, strict=True) if not hit)
        report(f"{scenario.name}: {sum(done)} of {len(done)} processes killed, all came back whole")
        if missed:
            report(f"{scenario.name}: never came to {missed}")
    return killed, tried


def say(text):
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def fraction(text):
    """Read a part of several, such as 2/5."""
    number, _, parts = text.partition("/")
    if not 1 <= int(number) <= int(parts):
        raise ValueError(text)
    return int(number), int(parts)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--points", type=int, default=1000)
    parser.add_argument("--orders", type=int, default=1000, help="of two people's work")
    parser.add_argument("--only", default="", choices=[made.name for made in SCENARIOS], help="one process")
    parser.add_argument("--shard", type=fraction, default=(1, 1), help="a part of the points, such as 2/5")
    parser.add_argument("--workers", type=int, default=2, help="processes at a time")
    asked = parser.parse_args()
    killed, tried = torture(asked.points, asked.workers, say, asked.only, asked.shard)
    say(f"{killed} kills at {tried} points: {killed} of {killed} came back whole and reached the newest")
    if asked.orders:
        in_every_order(asked.orders)
        say(f"{asked.orders} orders in which two people wrote, published and undid: no work was lost")
    return 0 if killed >= tried * 0.95 else 1


if __name__ == "__main__":
    sys.exit(main())
