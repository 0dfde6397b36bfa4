"""Live data: what a round of ten sources costs, and how large `live.yaml` is.

The sources are servers on this machine; one of them never answers.
"""

import gzip
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path

from kiosk.live.live_data import read_live
from tests import days
from tests.bench.bench_browser import tree
from tests.bench.rows import Row, print_rows
from tests.booking.sources.ical.samples import calendar
from tests.booking.sources.stub import Reply
from tests.booking.sources.stub import serving as stub
from tests.sync.world import World

ROUNDS, SOURCES = 3, 10
MOST_S = 60.0
COMMAND = Path(sys.executable).with_name("kiosk")
TITLES = ("Språkcafé", "Läxhjälp", "Sagostund", "Bokcirkel", "Filmklubb", "Körsång", "Schack", "Vandring")
FOR_WHOM = ("barn", "unga", "vuxna", "alla", "nybörjare", "seniorer", "familjer", "nyanlända", "föräldrar")
PLACES = ("Stora salen", "Barnens rum", "Studion", "Verkstaden", "Lokal 2", "Kulturhuset", "Biblioteket")
FEED = """name: Test
languages: {sv: {name: Svenska}}
alerts: {vma: {senders: [vma@vma.example], areas: ["0180"]}}
alert_texts: {other: {sv: Följ råden.}}
"""
SLIDES = {
    "library": "kind: events\ntitle: Nu\nsources: [library, culture, hanging]\n",
    "tickets": "kind: queue\ntitle: Nu\nsource: tickets\n",
    **{name: f"kind: weather\ntitle: Nu\nsource: {name}\n" for name in ("smhi", "met")},
    **{name: f"kind: departures\ntitle: Nu\nsource: {name}\n" for name in ("north", "south", "east")},
}


def answers(now):
    """What nine sources say that have as much to say as a screen takes, by path; the tenth says nothing."""
    chance = random.Random(1)  # noqa: S311  # the same words every time
    found = {f"/{name}": events(chance, now) for name in ("library", "culture")}
    found |= {f"/{name}": departures(chance, now) for name in ("north", "south", "east")}
    found |= {"/tickets": {"serving": [f"A {n}" for n in range(12)], "waiting": 6, "wait_minutes": 12}}
    found |= {"/smhi": smhi(now), "/met": met(now), "/vma": {"alerts": [alert(n, now) for n in range(3)]}}
    return {
        path: said if isinstance(said, bytes) else json.dumps(said).encode() for path, said in found.items()
    }


def events(chance, now):
    lines = []
    for number in range(100):
        start = now + timedelta(hours=3 + number * 5)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{number}",
            f"SUMMARY:{chance.choice(TITLES)} för {' och '.join(chance.sample(FOR_WHOM, 2))}",
            f"LOCATION:{chance.choice(PLACES)}",
            f"DTSTART:{start:%Y%m%dT%H}0000Z",
            "DURATION:PT1H30M",
            f"CATEGORIES:{chance.choice(FOR_WHOM)}",
            "END:VEVENT",
        ]
    return calendar(*lines)


def departures(chance, now):
    return {
        "departures": [
            {
                "destination": f"{chance.choice(PLACES)} {chance.randint(1, 40)}",
                "state": "EXPECTED",
                "scheduled": f"{now + timedelta(hours=1, minutes=10 + number):%Y-%m-%dT%H:%M:%S}",
                "line": {"designation": str(chance.randint(100, 199)), "transport_mode": "BUS"},
            }
            for number in range(50)
        ]
    }


def hours(now):
    return [now.replace(minute=0, second=0) + timedelta(hours=hour) for hour in range(48)]


def smhi(now):
    steps = [
        {"time": f"{hour:%Y-%m-%dT%H:%M:%SZ}", "data": {"air_temperature": hour.hour, "symbol_code": 18}}
        for hour in hours(now)
    ]
    return {"createdTime": f"{now:%Y-%m-%dT%H:%M:%SZ}", "timeSeries": steps}


def met(now):
    steps = [
        {
            "time": f"{hour:%Y-%m-%dT%H:%M:%SZ}",
            "data": {
                "instant": {"details": {"air_temperature": hour.hour}},
                "next_1_hours": {"summary": {"symbol_code": "rain"}, "details": {}},
            },
        }
        for hour in hours(now)
    ]
    return {"type": "Feature", "properties": {"timeseries": steps}}


def alert(number, now):
    info = {
        "language": "sv-SE",
        "category": ["Safety"],
        "event": "Brand",
        "severity": "Severe",
        "certainty": "Observed",
        "headline": f"Viktigt meddelande nummer {number}",
        "description": "Det brinner i en industrilokal. Röken kan vara farlig. " * 10,
        "area": [{"areaDesc": "Stockholm", "geocode": [{"valueName": "Kommun", "value": "0180"}]}],
    }
    message = {"identifier": str(number), "sender": "vma@vma.example", "sent": now.isoformat()}
    return message | {"status": "Actual", "msgType": "Alert", "scope": "Public", "info": [info]}


class Machine:
    """A site, the sources, and `kiosk live` as a process of its own."""

    def __init__(self, base, url):
        self.world = World(base)
        files = {"feed.yaml": FEED} | {f"slides/{name}.yaml": text for name, text in SLIDES.items()}
        self.world.write({name: text.encode() for name, text in files.items()})
        self.world.publish()
        sources = {
            name: {"kind": "events", "url": f"{url}/{name}"} for name in ("library", "culture", "hanging")
        }
        sources |= {
            name: {"kind": "sl", "site": 1, "url": f"{url}/{name}"} for name in ("north", "south", "east")
        }
        position = {"position": "59.3, 17.8"}
        sources["smhi"] = {"kind": "smhi", "url": f"{url}/smhi", **position}
        sources["met"] = {"kind": "met", "url": f"{url}/met", "contact": "a@b.example", **position}
        sources["tickets"] = {"kind": "queue", "url": f"{url}/tickets"}
        sources["vma"] = {"kind": "cap", "url": f"{url}/vma"}
        self.sources = base / "live.yaml"
        self.sources.write_text(json.dumps({"sources": sources}), encoding="utf-8")
        self.sources.chmod(0o600)
        self.rounds = 0

    def command(self):
        state = self.world.base / f"live-{self.rounds}"
        given = ("--keys", self.world.keys, "--sources", self.sources, "--state", state)
        return [COMMAND, "live", self.world.site, *given]

    def published(self):
        """The newest live data of the site; None before there are any."""
        found = list(self.world.site.glob("targets/*.live.yaml"))
        return max(found, key=lambda path: path.stat().st_mtime_ns, default=None)

    def round(self, look):
        """Run once, looking at the process until `look` returns a value or it ends; return that value."""
        said = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        with subprocess.Popen(self.command(), **said) as process:
            found, began = None, time.monotonic()
            while found is None and process.poll() is None and time.monotonic() - began < MOST_S:
                found = look(process.pid, time.monotonic() - began)
                time.sleep(0.05)
            return found

    def seconds(self, waiting):
        """Run once from the beginning; return the seconds until all that answers is published."""
        self.rounds += 1
        return self.round(lambda _pid, passed: passed if self.is_whole(waiting) else None)

    def is_whole(self, waiting):
        """Return whether the site has what nine sources say, and how many wait now."""
        path = self.published()
        live = read_live(path.read_bytes()) if path else None
        queue = live and live.queues.get("tickets")
        return queue is not None and queue.waiting == waiting and len(list(live.known())) == SOURCES - 1

    def memory(self):
        """Run once from the beginning; return the most memory of all its processes in MB."""
        self.rounds += 1
        found = [0.0]
        self.round(lambda pid, _passed: found.append(memory_mb(pid)))
        return max(found)


def memory_mb(pid):
    """The memory of a process and all that it has begun, shared parts counted once."""
    total = 0
    for each in tree(pid):
        with suppress(FileNotFoundError, ProcessLookupError):
            text = Path(f"/proc/{each}/smaps_rollup").read_text(encoding="ascii")
            total += next((int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")), 0)
    return total / 1024


@contextmanager
def machine():
    now = days.now().replace(microsecond=0)
    said, free = answers(now), threading.Event()

    def reply(asked):
        return Reply(said[asked.path]) if asked.path in said else Reply(waits_for=free)

    with tempfile.TemporaryDirectory() as folder, stub(reply) as server:
        try:
            yield Machine(Path(folder), server.url), said
        finally:
            free.set()


def rows():
    with machine() as (each, said):
        took = [seconds_of(each, said, number) for number in range(ROUNDS)]
        yield Row(
            f"10 sources, one hangs: until the others are published, longest of {ROUNDS}", max(took), "s", 5
        )
        yield Row("10 sources, one hangs: memory (PSS) at its peak", each.memory(), "MB", 120)
        data = each.published().read_bytes()
        yield Row("live.yaml of 10 sources", len(data), "bytes")
        yield Row("live.yaml of 10 sources, compressed", len(gzip.compress(data)), "bytes", 10_000)
        before = state_of(each.world.site)
        each.round(lambda _pid, _passed: None)
        changed = {path for path, what in state_of(each.world.site).items() if before.get(path) != what}
        yield Row(
            "uploaded when nothing has changed", sum(path.stat().st_size for path in changed), "bytes", 0
        )


def seconds_of(machine, said, number):
    said["/tickets"] = json.dumps({"waiting": number}).encode()
    return machine.seconds(number)


def state_of(site):
    return {
        path: (path.stat().st_mtime_ns, path.stat().st_size) for path in site.rglob("*") if path.is_file()
    }


if __name__ == "__main__":
    print_rows(rows())
