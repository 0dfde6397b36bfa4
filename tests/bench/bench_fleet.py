"""A fleet on one mosquitto: a thousand screens with TLS, their status, a nudge to the last of them."""

import asyncio
import shutil
import ssl
import statistics
import struct
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from kiosk.fleet import mqtt_topics
from kiosk.fleet.screen_status import ScreenStatus, write_status
from tests import days
from tests.bench.rows import Row, print_rows
from tests.end2end.broker import broker

SCREENS = 1000
AT_ONCE = 50
NUDGES = 5


class Screen:
    """As little of MQTT 3.1.1 as a screen speaks, so that a thousand of them fit into one process."""

    def __init__(self, name):
        self.name, self.nudged = name, asyncio.Event()
        self.at = 0.0

    async def connect(self, port, context, secret):
        self.reader, self.writer = await asyncio.open_connection("localhost", port, ssl=context)
        online = mqtt_topics.of(self.name, "online")
        flags = 0x02 | 0x04 | 0x08 | 0x20 | 0x40 | 0x80  # clean, will, will QoS 1, retained, password, user
        packet = struct.pack("!H4sBBH", 4, b"MQTT", 4, flags, 60)
        packet += b"".join(map(_text, (self.name, online, "0", "hall", secret)))
        await self._send(0x10, packet)
        assert (await self._packet())[1][1] == 0, "refused"
        await self._send(0x82, struct.pack("!H", 1) + _text(mqtt_topics.NUDGE) + b"\x01")
        await self._packet()
        self.ears = asyncio.create_task(self._listen())

    async def speak(self, what, payload):
        await self._send(0x31, _text(mqtt_topics.of(self.name, what)) + payload)

    async def _listen(self):
        while True:
            kind, body = await self._packet()
            if kind >> 4 == 3:
                self.at = time.monotonic()
                self.nudged.set()
                size = struct.unpack_from("!H", body)[0]
                await self._send(0x40, body[2 + size : 4 + size])

    async def _send(self, kind, body):
        size, length = len(body), b""
        while True:
            size, digit = divmod(size, 128)
            length += bytes([digit | (0x80 if size else 0)])
            if not size:
                break
        self.writer.write(bytes([kind]) + length + body)
        await self.writer.drain()

    async def _packet(self):
        kind = (await self.reader.readexactly(1))[0]
        size, shift = 0, 0
        while True:
            digit = (await self.reader.readexactly(1))[0]
            size |= (digit & 0x7F) << shift
            shift += 7
            if not digit & 0x80:
                return kind, await self.reader.readexactly(size)


def _text(text):
    data = text.encode()
    return struct.pack("!H", len(data)) + data


async def fleet(real):
    context = ssl.create_default_context(cafile=str(real.folder / "ca.crt"))
    screens = [Screen(f"screen-{number}") for number in range(SCREENS)]
    gate = asyncio.Semaphore(AT_ONCE)

    async def join(screen):
        async with gate:
            await screen.connect(real.port, context, "secret of hall")

    begun = time.monotonic()
    await asyncio.gather(*map(join, screens))
    yield Row(f"{SCREENS} screens connect over TLS", time.monotonic() - begun, "s")
    now = days.now()
    status = ScreenStatus(screen="x", at=now, started=now, version="1", generation="a" * 64, shown="a" * 64)
    payload = write_status(status)
    begun = time.monotonic()
    await asyncio.gather(*(screen.speak("status", payload) for screen in screens))
    yield Row("a status in bytes", len(payload), "bytes", 2000)
    yield Row("all statuses sent", time.monotonic() - begun, "s")
    last = [await nudge(real, screens, context) for _ in range(NUDGES)]
    yield Row("a nudge to the last screen, median", statistics.median(last), "s", 1)
    yield Row("memory of the broker", _memory(real.process.pid), "MB", 100)
    yield Row("processor time of the broker", _cpu(real.process.pid), "s")
    for screen in screens:
        screen.ears.cancel()
        screen.writer.close()


async def nudge(real, screens, context):
    for screen in screens:
        screen.nudged.clear()
    publisher = Screen("publisher-1")
    await publisher.connect(real.port, context, "secret of hall")
    begun = time.monotonic()
    await publisher._send(0x30, _text(mqtt_topics.NUDGE) + b"look")
    await asyncio.gather(*(screen.nudged.wait() for screen in screens))
    publisher.ears.cancel()
    publisher.writer.close()
    return max(screen.at for screen in screens) - begun


def _memory(pid):
    return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * 4096 / 1e6


def _cpu(pid):
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


@contextmanager
def broker_of_one_user(folder):
    """Run the broker while the block runs; one user, `hall`, plays all screens, and may speak for all."""
    with broker(folder, ("hall",)) as real:
        real.stop()
        (folder / "infodisk.acl").write_text("user hall\ntopic readwrite infodisk/#\n", encoding="ascii")
        config = folder / "mosquitto.conf"
        text = config.read_text(encoding="utf-8")
        config.write_text(text.replace("use_username_as_clientid true", ""), encoding="utf-8")
        real.start_again()
        yield real


async def main(folder):
    with broker_of_one_user(folder) as real:
        async for row in fleet(real):
            print_rows([row])


if __name__ == "__main__":
    scratch = Path(tempfile.mkdtemp(prefix="infodisk-fleet-"))
    try:
        asyncio.run(main(scratch))
    finally:
        shutil.rmtree(scratch)
