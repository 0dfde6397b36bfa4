"""From a change at a source to the last of a thousand screens, with a broker and without one.

The real `kiosk live`, mosquitto and nginx on this machine. The screens are light: each waits and downloads
like a real one, without verifying or drawing what it gets; that takes a real one about a second more.
"""

import asyncio
import json
import os
import random
import ssl
import subprocess
import sys
import tempfile
import time
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from kiosk.device.status_reporter import SPREAD_MS
from tests.bench.bench_fleet import AT_ONCE, SCREENS, Screen, broker_of_one_user
from tests.bench.rows import Row, print_rows
from tests.booking.sources.stub import Reply
from tests.booking.sources.stub import serving as stub
from tests.end2end.feed_host import nginx
from tests.sync.world import World

CHANGES = 5
POLL_S = 10.0
"""How often the screens without a broker poll here; devices do every 60 s."""

EVERY = "2 s"
SLIDE = b"kind: queue\ntitle: Nu\nsource: tickets\n"
COMMAND = Path(sys.executable).with_name("kiosk")


class WallScreen(Screen):
    """A screen of `bench_fleet` that downloads the live data from nginx, and knows when it had which."""

    def __init__(self, name, port):
        super().__init__(name)
        self.web, self.snapshot, self.had = port, 0, {}

    async def follow_nudges(self):
        while True:
            await self.nudged.wait()
            await asyncio.sleep(random.random() * SPREAD_MS / 1000)  # noqa: S311  # as a real one waits
            self.nudged.clear()
            await self.look()

    async def poll(self):
        await asyncio.sleep(random.random() * POLL_S)  # noqa: S311  # screens start at any time
        while True:
            begun = time.monotonic()
            await self.look()
            await asyncio.sleep(max(0.0, POLL_S - (time.monotonic() - begun)))

    async def look(self):
        """Download what is new, file after file, as the signatures name them."""
        async with self._connection() as get:
            snapshot = json.loads(await get("metadata/timestamp.json"))["signed"]["meta"]["snapshot.json"]
            if snapshot["version"] == self.snapshot:
                return
            listed = json.loads(await get(f"metadata/{snapshot['version']}.snapshot.json"))["signed"]["meta"]
            live = json.loads(await get(f"metadata/{listed['live.json']['version']}.live.json"))
            if target := live["signed"]["targets"].get("live.yaml"):
                data = json.loads(await get(f"targets/{target['hashes']['sha256']}.live.yaml"))
                self.had.setdefault(data["queues"]["tickets"]["waiting"], time.monotonic())
            self.snapshot = snapshot["version"]

    @asynccontextmanager
    async def _connection(self):
        reader, writer = await asyncio.open_connection("127.0.0.1", self.web)

        async def get(path):
            writer.write(f"GET /{path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            head = (await reader.readuntil(b"\r\n\r\n")).lower()
            assert head.startswith(b"http/1.1 200"), (path, head)
            return await reader.readexactly(int(head.partition(b"content-length:")[2].split(b"\r\n")[0]))

        try:
            yield get
        finally:
            writer.close()


class Source:
    """A queue on a server, whose number the bench changes."""

    def __init__(self):
        self.waiting, self.changed = 0, {}

    def reply(self, _asked):
        return Reply(json.dumps({"waiting": self.waiting}).encode())

    def change(self):
        self.waiting += 1
        self.changed[self.waiting] = time.monotonic()
        return self.waiting


@contextmanager
def publishing(world, url, config):
    """Run `kiosk live` while the block runs; it finds the broker, if any, below `config`."""
    sources = world.base / "live.yaml"
    sources.write_text(json.dumps({"sources": {"tickets": {"kind": "queue", "url": url}}}), encoding="utf-8")
    sources.chmod(0o600)
    given = ("--keys", world.keys, "--sources", sources, "--state", world.base / "live", "--every", EVERY)
    said = {"stdout": subprocess.DEVNULL, "env": os.environ | {"XDG_CONFIG_HOME": str(config)}}
    with subprocess.Popen([COMMAND, "live", world.site, *given], **said) as process:
        try:
            yield
        finally:
            process.terminate()


async def changes(screens, source, what, aim):
    """Change the source again and again; tell how long it took until the screens had it."""
    await everyone_has(screens, source.change())  # with this one they begin
    took = []
    for _ in range(CHANGES):
        await asyncio.sleep(random.random() * 2)  # noqa: S311  # at any time between two rounds
        number = source.change()
        await everyone_has(screens, number)
        took += [screen.had[number] - source.changed[number] for screen in screens]
    took.sort()
    yield Row(f"source to {SCREENS} screens, {what}: median", took[len(took) // 2], "s")
    yield Row(f"source to {SCREENS} screens, {what}: p99", took[int(len(took) * 0.99)], "s", aim)
    yield Row(f"source to {SCREENS} screens, {what}: the last", took[-1], "s")


async def everyone_has(screens, number):
    end = time.monotonic() + 120
    while not all(number in screen.had for screen in screens):
        if time.monotonic() > end:
            raise RuntimeError("not every screen has the change after two minutes")
        await asyncio.sleep(0.1)


async def with_broker(real, port, source):
    context = ssl.create_default_context(cafile=str(real.folder / "ca.crt"))
    screens = [WallScreen(f"screen-{number}", port) for number in range(SCREENS)]
    gate = asyncio.Semaphore(AT_ONCE)

    async def join(screen):
        async with gate:
            await screen.connect(real.port, context, "secret of hall")

    await asyncio.gather(*map(join, screens))
    following = [asyncio.create_task(screen.follow_nudges()) for screen in screens]
    async for row in changes(screens, source, f"with a broker, read every {EVERY}", 10):
        yield row
    for task in (*following, *(screen.ears for screen in screens)):
        task.cancel()
    for screen in screens:
        screen.writer.close()


async def without_broker(port, source):
    screens = [WallScreen(f"screen-{number}", port) for number in range(SCREENS)]
    polling = [asyncio.create_task(screen.poll()) for screen in screens]
    async for row in changes(screens, source, f"without one, polling every {POLL_S:.0f} s", POLL_S + 5):
        yield row
    for task in polling:
        task.cancel()


async def main(folder):
    world, source, config = World(folder / "world"), Source(), folder / "config"
    world.write({"slides/queue.yaml": SLIDE, "playlists/all.yaml": b"slides: [queue]\n"})
    world.publish()
    with stub(source.reply) as server, nginx(world.site, folder / "nginx") as port:
        with publishing(world, f"{server.url}/q.json", config):
            async for row in without_broker(port, source):
                print_rows([row])
        with broker_of_one_user(folder) as real:
            access = real.access("hall")
            (config / "infodisk").mkdir(parents=True)
            (config / "infodisk/broker.yaml").write_text(
                f"host: localhost\nport: {access.port}\nca: {access.ca}\n"
                f"user: {access.user}\npassword: {access.password}\n",
                encoding="utf-8",
            )
            with publishing(world, f"{server.url}/q.json", config):
                async for row in with_broker(real, port, source):
                    print_rows([row])


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="infodisk-live-") as scratch:
        asyncio.run(main(Path(scratch)))
