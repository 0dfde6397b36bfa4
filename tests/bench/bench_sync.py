"""Syncing over nginx: the cost of a poll and of a change, and the first sync of a gigabyte.

curl, rsync and the kiosk fetch the same files from this machine to the same disk, in turn; the best of some
rounds counts. The kiosk also verifies and flushes what it fetches, so curl is timed with `sha256sum` and
`sync` as well. In memory (/dev/shm) no disk is waited for, which leaves the time of the tools.
"""

import gzip
import os
import random
import socket
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.booking.slots import Slot, SlotList, write_slots
from kiosk.sync.sync_config import SyncConfig
from kiosk.sync.updater import Updater
from tests.bench.rows import Row, print_rows
from tests.end2end.feed_host import nginx
from tests.sync.authority import Authority
from tests.sync.world import World

ROUNDS = 3
FILES, FILE_SIZE = 2000, 500_000
SLIDES, PICTURE = 1000, 200_000
POLLS = 10
TLS_POLLS = 300


def free_time(number):
    start = datetime(2026, 11, 24, 8, tzinfo=UTC) + timedelta(minutes=30 * number)
    return Slot(office="square", topic="housing", start=start, end=start + timedelta(minutes=30))


FREE_TIMES = write_slots(
    SlotList(generated_at=datetime(2026, 11, 24, tzinfo=UTC), slots=tuple(free_time(n) for n in range(500)))
)


class Meter:
    """A proxy that counts the bytes between a kiosk and nginx, both ways."""

    def __init__(self, port):
        self.port = port
        self.bytes = 0
        self.lock = threading.Lock()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        with suppress(OSError):
            while True:
                client, _ = self.listener.accept()
                server = socket.create_connection(("127.0.0.1", self.port))
                for pair in ((client, server), (server, client)):
                    threading.Thread(target=self._pump, args=pair, daemon=True).start()

    def _pump(self, source, sink):
        with suppress(OSError):
            while data := source.recv(1 << 16):
                with self.lock:
                    self.bytes += len(data)
                sink.sendall(data)
        with suppress(OSError):
            sink.shutdown(socket.SHUT_WR)


def rows():
    with tempfile.TemporaryDirectory(dir=Path(__file__).parents[2] / "build") as folder:
        yield from small(Path(folder) / "small")
        yield from large(Path(folder) / "large")


def slides(number, size):
    """The files of a feed of so many slides, each with a picture of its own that cannot be compressed."""
    source = random.Random(1)  # noqa: S311  # the same pictures every time
    files = {f"media/{n}.png": source.randbytes(size) for n in range(number)}
    text = "kind: picture\npicture: media/{}.png\ncaption: {{sv: Bild nummer {}}}\n"
    files |= {f"slides/s{n}.yaml": text.format(n, n).encode() for n in range(number)}
    names = ", ".join(f"s{n}" for n in range(number))
    return files | {"playlists/all.yaml": f"slides: [{names}]\n".encode()}


@contextmanager
def served(base, number, size):
    world = World(base)
    world.write(slides(number, size))
    world.publish()
    os.utime(world.site / "metadata/timestamp.json", (0, 0))
    with nginx(world.site, base / "nginx") as port:
        world.url = f"http://127.0.0.1:{port}"
        world.port = port
        yield world


def small(base):
    with served(base, SLIDES, PICTURE) as world:
        meter = Meter(world.port)
        kiosk = world.kiosk(url=meter.url)
        assert kiosk.poll().problem == ""
        yield from unchanged(world, kiosk, meter)
        yield from one_slide(world, kiosk, meter)
        yield from free_times(world, kiosk, meter)
        yield from over_tls(world)


def unchanged(world, kiosk, meter):
    log = base_log(world)
    lines, meter.bytes = len(log.read_text().splitlines()), 0
    for _ in range(POLLS):
        assert kiosk.poll().problem == ""
    asked = len(log.read_text().splitlines()) - lines
    yield Row("unchanged poll: requests", asked / POLLS, "", 1)
    yield Row("unchanged poll: bytes, both ways, with all headers", meter.bytes / POLLS, "B", 1000)
    began = time.perf_counter()
    for _ in range(POLLS):
        kiosk.poll()
    yield Row("unchanged poll: time", (time.perf_counter() - began) / POLLS * 1000, "ms")


def base_log(world):
    return world.base / "nginx/access.log"


def over_tls(world):
    """What a poll costs the host when it comes over TLS on a new connection, as every poll does."""
    authority = Authority(world.base)
    with nginx(world.site, world.base / "tls", authority.certificate()) as port:
        meter = Meter(port)
        worker = int((world.base / "tls/pid").read_text())
        url = meter.url.replace("http:", "https:")
        kiosk = world.kiosk("door", url=url, ca=authority.path)
        assert kiosk.poll().problem == ""
        before, meter.bytes = cpu_s(worker), 0
        for _ in range(TLS_POLLS):
            assert kiosk.poll().problem == ""
        yield Row("unchanged poll over TLS: bytes, both ways", meter.bytes / TLS_POLLS, "B")
        yield Row(
            "unchanged poll over TLS: CPU time of nginx", (cpu_s(worker) - before) / TLS_POLLS * 1000, "ms"
        )


def cpu_s(process):
    """The seconds that a process and its children have computed."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    fields = [
        Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in (process, *children)
    ]
    return sum(int(each[11]) + int(each[12]) for each in fields) / os.sysconf("SC_CLK_TCK")


def free_times(world, kiosk, meter):
    log = base_log(world)
    world.publisher().publish_slots(FREE_TIMES)
    lines, meter.bytes = len(log.read_text().splitlines()), 0
    assert kiosk.poll().slots == FREE_TIMES
    yield Row("new free times: requests", len(log.read_text().splitlines()) - lines, "")
    yield Row("new free times: the list, compressed", len(gzip.compress(FREE_TIMES)) / 1000, "kB")
    yield Row("new free times: bytes, both ways", meter.bytes / 1000, "kB")


def one_slide(world, kiosk, meter):
    picture = random.Random(2).randbytes(PICTURE)  # noqa: S311  # as above
    world.write({"media/7.png": picture})
    world.publish()
    feed = len(gzip.compress(world.feed_file().read_bytes()))
    meter.bytes = 0
    assert kiosk.poll().generation
    yield Row(f"one changed slide of {SLIDES}: its picture", PICTURE / 1000, "kB")
    yield Row(f"one changed slide of {SLIDES}: the feed, compressed", feed / 1000, "kB")
    yield Row(f"one changed slide of {SLIDES}: bytes, both ways", meter.bytes / 1000, "kB")
    yield Row(
        f"one changed slide of {SLIDES}: of picture and feed", meter.bytes / (PICTURE + feed), "x", 1.05
    )


def large(base):
    with served(base, FILES, FILE_SIZE) as world:
        target = base / "target"
        best = {name: best_of(tool, world, on_disk) for name, tool in TOOLS.items()}
        for name, seconds in best.items():
            yield Row(f"first sync of 1 GB in {FILES} files: {name}", seconds, "s")
        ratio = best["kiosk, verified and flushed"] / best["curl --parallel, then sha256sum and sync"]
        yield Row("first sync of 1 GB: kiosk to curl, sha256sum and sync", ratio, "x", 0.6)
        alone, verified = best_of(curl, world, in_memory), best_of(kiosk, world, in_memory)
        yield Row("the same into memory: curl --parallel", alone, "s")
        yield Row("the same into memory: kiosk", verified, "s")
        yield Row("the same into memory: kiosk to curl", verified / alone, "x", 2)
        yield from memory(world, target)
        yield from cold(world, target)


def best_of(tool, world, way):
    return min(way(tool, world) for _ in range(ROUNDS))


def on_disk(tool, world):
    """Into a folder of its own, which stays: ext4 is slow where files were deleted minutes ago."""
    return timed(tool, world, Path(tempfile.mkdtemp(dir=world.base)))


def in_memory(tool, world):
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        return timed(tool, world, Path(folder))


def timed(tool, world, target):
    os.sync()
    began = time.perf_counter()
    tool(world, target)
    return time.perf_counter() - began


def media(world):
    return sorted(path.relative_to(world.site) for path in world.site.glob("media/*/*"))


def curl(world, target):
    lines = (f"url={world.url}/{path}\noutput={target}/{path.name}\n" for path in media(world))
    listing = world.base / "curl.txt"
    listing.write_text("".join(lines))
    run("curl", "--silent", "--fail", "--parallel", "--parallel-max", "8", "--config", listing)


def curl_and_sync(world, target):
    curl(world, target)
    run("sync")


def curl_and_verify(world, target):
    """All that the kiosk does to files: two processes hash what came, then it is flushed."""
    curl(world, target)
    files = "".join(f"{target / path.name}\n" for path in media(world))
    run("xargs", "-P", "2", "-n", "1000", "sha256sum", reported=files)
    run("sync")


def rsync(world, target):
    """From a daemon on loopback, the way rsync is fastest."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    config = world.base / "rsyncd.conf"
    config.write_text(f"use chroot = no\n[site]\npath = {world.site}\nread only = yes\nuid = {os.getuid()}\n")
    command = [
        "rsync",
        "--daemon",
        "--no-detach",
        "--address=127.0.0.1",
        f"--port={port}",
        f"--config={config}",
    ]
    with subprocess.Popen(command) as server:
        while server.poll() is None:
            with suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)):
                break
        run("rsync", "--recursive", "--whole-file", f"rsync://127.0.0.1:{port}/site/media/", target)
        server.terminate()


def kiosk(world, target):
    run(sys.executable, "-c", SYNC, world.url, world.root, target)


TOOLS = {
    "curl --parallel": curl,
    "curl --parallel, then sync": curl_and_sync,
    "curl --parallel, then sha256sum and sync": curl_and_verify,
    "rsync, from its daemon": rsync,
    "kiosk, verified and flushed": kiosk,
}

SYNC = """
import sys
from pathlib import Path
from kiosk.sync.sync_config import SyncConfig
from kiosk.sync.updater import Updater
poll = Updater(SyncConfig(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), "hall")).poll()
assert not poll.problem, poll.problem
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""

COLD = """
import sys, time
from pathlib import Path
began = time.perf_counter()
from kiosk.sync.sync_config import SyncConfig
from kiosk.sync.updater import Updater
loaded = time.perf_counter()
assert Updater(SyncConfig("https://feed.example", Path("x"), Path(sys.argv[1]), "hall")).current()
print((time.perf_counter() - began) * 1000, (time.perf_counter() - loaded) * 1000)
"""


def run(*command, reported=None):
    done = subprocess.run([*map(str, command)], check=True, capture_output=True, text=True, input=reported)
    return done.stdout


def memory(world, target):
    target.mkdir()
    most = int(run(sys.executable, "-c", SYNC, world.url, world.root, target)) / 1024
    yield Row("peak memory while syncing 1 GB", most, "MB", 80)


def cold(world, target):
    """What a start waits for before it knows what to show, with nothing of it in memory if that may be."""
    updater = Updater(SyncConfig(world.url, world.root, target, "hall"))
    assert updater.current()
    with suppress(OSError):
        os.sync()
        Path("/proc/sys/vm/drop_caches").write_text("3")
    whole, check = map(float, run(sys.executable, "-c", COLD, target).split())
    yield Row(f"cold check of a stored generation of {FILES} slides, imports included", whole, "ms")
    yield Row(f"cold check of a stored generation of {FILES} slides", check, "ms")


if __name__ == "__main__":
    (Path(__file__).parents[2] / "build").mkdir(exist_ok=True)
    print_rows(rows())
