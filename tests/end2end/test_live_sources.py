"""Live data from real servers, Radicale and nginx, to the wall; and sources that attack their reader."""

import json
import logging
import socket
import threading
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from typer.testing import CliRunner

from kiosk.cli.main import build
from kiosk.live.live_data import read_live
from kiosk.live.shown_live import load_kept
from kiosk.live.sources import source_round
from kiosk.publish.folder_source import check_folder
from kiosk.sync.store import LIVE_SHOWN
from kiosk.ui.screen_context import ScreenContext
from tests.booking.sources.ical.samples import calendar
from tests.end2end.feed_host import nginx
from tests.end2end.test_calendars import MADE, ZONE, Calendar, answering, radicale
from tests.live import transit
from tests.live.sources.test_cap_index import message as cap_message
from tests.sync.world import ICONS, World
from tests.ui.conftest import Time, turn_until

NOW = datetime(2026, 11, 24, 11, tzinfo=UTC)
SENDER = "https://vma.example/api/v3"

FEED = {
    "feed.yaml": f"""
name: Test
languages:
  sv: {{name: Svenska}}
  ar: {{name: العربية, direction: rtl}}
alerts:
  vma: {{senders: ["{SENDER}"], areas: ["0180"]}}
alert_texts:
  gas: {{sv: Gå in., ar: ادخل.}}
  other: {{sv: Följ råden., ar: اتبع الإرشادات.}}
""",
    "screens/hall.yaml": "office: square\nsize: 530 x 300 mm\nresolution: 1920 x 1080\nlanguages: [sv, ar]\n",
    "slides/events.yaml": "kind: events\ntitle: På gång\nsources: [library]\ndays: 7\n",
    "slides/news.yaml": "kind: news\ntitle: Nyheter\nsources: [municipality]\n",
    "slides/queue.yaml": "kind: queue\ntitle: Kölappar\nsource: tickets\n",
    "slides/smhi.yaml": "kind: weather\ntitle: Vädret\nsource: smhi\n",
    "slides/met.yaml": "kind: weather\ntitle: Prognosen\nsource: met\n",
    "slides/stop.yaml": "kind: departures\ntitle: Bussar\nsource: stop\n",
    "slides/buses.yaml": "kind: departures\ntitle: Fler bussar\nsource: buses\n",
    "playlists/all.yaml": "slides: [events, news, queue, smhi, met, stop, buses]\nwhere: {screens: [hall]}\n",
}  # fmt: skip

GOOD = {
    "queue.json": {"serving": [{"number": "A 47", "desk": "Lucka 1"}], "waiting": 6, "wait_minutes": 12},
    "smhi.json": {
        "createdTime": "2026-11-24T10:40:00Z",
        "timeSeries": [
            {"time": "2026-11-24T11:00:00Z", "data": {"air_temperature": -7.2, "symbol_code": 26}},
        ],
    },
    "met.json": {
        "type": "Feature",
        "properties": {
            "timeseries": [
                {
                    "time": "2026-11-24T11:00:00Z",
                    "data": {
                        "instant": {"details": {"air_temperature": 21.0}},
                        "next_1_hours": {"summary": {"symbol_code": "clearsky_day"}, "details": {}},
                    },
                }
            ]
        },
    },
    "sl.json": {
        "departures": [
            {
                "destination": "Vällingby",
                "state": "EXPECTED",
                "scheduled": "2026-11-24T12:09:00",
                "expected": "2026-11-24T12:09:00",
                "line": {"designation": "117", "transport_mode": "BUS"},
            }
        ]
    },
    "vma.json": {"timestamp": "2026-11-24T12:00:00+01:00", "alerts": []},
}
"""What the sources answer, in the form of the versions that docs/live.md names."""


NEWS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Kommunen</title><language>sv-se</language>
<item><title>Nya &lt;em&gt;tider&lt;/em&gt; i jul</title><description>Torget har öppet.</description>
<link>https://evil.example/</link><pubDate>Mon, 23 Nov 2026 09:00:00 +0100</pubDate></item></channel></rss>
"""


def vma(*, kind="Alert", identifier="SRCAP1", status="Actual", references=""):
    info = {
        "language": "sv-SE",
        "category": ["Safety"],
        "event": "Utsläpp av gas",
        "severity": "Severe",
        "certainty": "Observed",
        "headline": "Gasutsläpp vid torget",
        "description": "Håll dig inomhus.",
        "area": [{"areaDesc": "Stockholm", "geocode": [{"valueName": "Kommun", "value": "0180"}]}],
    }
    sent = (NOW - timedelta(minutes=1)).isoformat()
    return {
        "identifier": identifier,
        "sender": SENDER,
        "sent": sent,
        "status": status,
        "msgType": kind,
        "scope": "Public",
        "references": references,
        "info": [info],
    }


CAFE = calendar(
    "PRODID:-//test//EN",
    *ZONE,
    "BEGIN:VEVENT",
    "UID:one",
    "DTSTAMP:20260101T000000Z",
    "SUMMARY:Språkcafé",
    "LOCATION:Stora salen",
    "DTSTART;TZID=Europe/Stockholm:20261116T130000",
    "DTEND;TZID=Europe/Stockholm:20261116T140000",
    "RRULE:FREQ=WEEKLY;BYDAY=MO,TU",
    "END:VEVENT",
)


class Machine:
    """The machine that runs `kiosk live`, the site it publishes to, and a screen that polls it."""

    def __init__(self, base, answers):
        self.world, self.answers, self.sources = World(base), answers, {}
        self.world.write({name: text.encode() for name, text in FEED.items()})
        self.world.publish()
        self.feed = check_folder(self.world.folder, ICONS).feed
        for name, printed in GOOD.items():
            self.say(name, printed)
        (answers / "news.rss").write_text(NEWS, encoding="utf-8")
        (answers / "gtfs.zip").write_bytes(transit.timetable())
        late = transit.trip("a", transit.call(2, delay=60))
        (answers / "updates.pb").write_bytes(transit.feed(late, at=NOW))

    def say(self, name, printed):
        (self.answers / name).write_text(json.dumps(printed, ensure_ascii=False), encoding="utf-8")

    def live(self):
        """Run the real command once; return its exit status and what it told of each source."""
        path = self.world.base / "live.yaml"
        path.write_text(json.dumps({"sources": self.sources}), encoding="utf-8")
        path.chmod(0o600)
        given = ("--keys", self.world.keys, "--sources", path, "--state", self.world.base / "live", "--json")
        done = CliRunner().invoke(build(["live", "sync"]), ["live", *map(str, (self.world.site, *given))])
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return done.exit_code, json.loads(done.stdout)["sources"]

    def published(self):
        return read_live(self.world.served("targets/*.live.yaml").read_bytes())

    def polled(self):
        """Poll the site as a screen does; return the context of what it then has."""
        screen = self.world.kiosk()
        assert screen.poll().problem == ""
        live = load_kept(screen.store.read_note(LIVE_SHOWN))
        return ScreenContext(self.feed, "hall", lambda path: self.world.folder / path, None, live=live)


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False) as travelling:
        yield travelling


@pytest.fixture
def machine(tmp_path, clock, monkeypatch):
    """Start nginx for the answers and for the site, and Radicale for the calendar."""
    monkeypatch.setattr(logging.getLogger("radicale"), "propagate", False)
    answers = tmp_path / "answers"
    answers.mkdir()
    made = Machine(tmp_path / "world", answers)
    with (
        nginx(answers, tmp_path / "nginx-answers") as port,
        nginx(made.world.site, tmp_path / "nginx-site") as site,
        answering(radicale(tmp_path / "calendars")) as calendars,
    ):
        made.world.url = f"http://127.0.0.1:{site}"
        made.library = Calendar(f"{calendars}/guide/events/")
        made.library.call("MKCALENDAR", data=MADE, kind="application/xml")
        url = f"http://127.0.0.1:{port}"
        position = "59.3668, 17.8436"
        made.sources = {
            "library": {"kind": "events", "url": made.library.url, "user": "guide", "password": "-"},
            "municipality": {"kind": "news", "url": f"{url}/news.rss"},
            "tickets": {"kind": "queue", "url": f"{url}/queue.json"},
            "smhi": {"kind": "smhi", "position": position, "url": f"{url}/smhi.json"},
            "met": {"kind": "met", "position": position, "contact": "a@b.example", "url": f"{url}/met.json"},
            "stop": {"kind": "sl", "site": 9110, "url": f"{url}/sl.json"},
            "buses": {
                "kind": "gtfs",
                "url": f"{url}/updates.pb",
                "timetable": f"{url}/gtfs.zip",
                "stop": "torget",
            },
            "vma": {"kind": "cap", "url": f"{url}/vma.json"},
        }
        yield made


def seen(screen, slides):
    """Let each slide come on; return all words that were seen."""
    words = ""
    for _ in range(slides):
        card = screen.shell.player.card
        turn_until(lambda card=card: screen.shell.player._seen is card)
        words += screen.words() + "\n"
        screen.shell.player.advance()
    return words


def test_what_the_sources_say_is_seen_on_the_wall(machine, screen_of):
    machine.library.call("PUT", "one.ics", CAFE)
    code, sources = machine.live()
    assert (code, {name for name, each in sources.items() if each["problem"]}) == (0, set())
    words = seen(screen_of(machine.polled(), Time(NOW)), 14)
    for expected in (
        "Språkcafé",
        "Stora salen",
        "Nya tider i jul",
        "Torget har",
        "A 47",
        "Lucka 1",
        "Vällingby",
        "Spånga",
        "\u20665\u2069\u00a0min",
        "21°",
        "\N{MINUS SIGN}7°",
    ):
        assert expected in words
    machine.library.remove()
    assert machine.live()[0] == 0
    assert machine.polled().live.events["library"].events == ()


def test_an_alert_takes_over_and_ends_with_its_cancellation(machine, screen_of):
    machine.live()
    screen = screen_of(machine.polled(), Time(NOW))
    machine.say("vma.json", {"alerts": [vma(status="Exercise"), vma(status="Test", identifier="T")]})
    machine.live()
    screen.shell.use(machine.polled())
    assert not screen.shell.player.taken_over
    machine.say("vma.json", {"alerts": [vma()]})
    machine.live()
    screen.shell.use(machine.polled())
    assert screen.shell.player.taken_over
    words = seen(screen, 3)
    for expected in ("Gå in.", "ادخل.", "Gasutsläpp vid torget", "Håll dig inomhus."):
        assert expected in words
    named = f"{SENDER},SRCAP1,{vma()['sent']}"
    machine.say("vma.json", {"alerts": [vma(), vma(kind="Cancel", identifier="SRCAP2", references=named)]})
    machine.live()
    screen.shell.use(machine.polled())
    assert not screen.shell.player.taken_over


def test_an_alert_behind_an_index_takes_over_and_ends_with_its_cancellation(machine, screen_of):
    """nginx serves an Atom feed that only links to the messages, with its own ETags."""
    machine.sources["vma"]["url"] = machine.sources["vma"]["url"].replace("vma.json", "index.atom")
    write_index(machine.answers)
    machine.live()
    screen = screen_of(machine.polled(), Time(NOW))
    write_index(machine.answers, "1.xml")
    told = cap_message("A1", "Gasutsläpp vid torget", sender=SENDER).replace(b"<polygon>", AREA)
    (machine.answers / "1.xml").write_bytes(told)
    machine.live()
    screen.shell.use(machine.polled())
    assert screen.shell.player.taken_over
    assert "Gasutsläpp vid torget" in seen(screen, 3)
    named = f"{SENDER},A1,2026-11-24T11:50:00+01:00"
    cancel = cap_message("A2", kind="Cancel", references=named, sender=SENDER)
    (machine.answers / "1.xml").unlink()  # what was read of it stays known
    write_index(machine.answers, "2.xml", "1.xml")
    assert "refuses (404)" in machine.live()[1]["vma"]["left_out"][0]
    screen.shell.use(machine.polled())
    assert screen.shell.player.taken_over
    (machine.answers / "2.xml").write_bytes(cancel)
    with time_machine.travel(NOW + timedelta(minutes=3), tick=False):
        assert machine.live()[1]["vma"]["left_out"] == []
        assert machine.published().alerts["vma"].alerts == ()
        screen.shell.use(machine.polled())
    assert not screen.shell.player.taken_over


AREA = b"<geocode><valueName>Kommun</valueName><value>0180</value></geocode><polygon>"


def write_index(folder, *names):
    """Write an Atom feed of links to messages, whose names say when they were updated."""
    entries = (
        f'<entry><updated>2026-11-24T10:0{name[0]}:00Z</updated><link href="{name}"/></entry>'
        for name in names
    )
    text = f'<feed xmlns="http://www.w3.org/2005/Atom">{"".join(entries)}</feed>'
    (folder / "index.atom").write_text(text, encoding="utf-8")


@contextmanager
def attacker(attack):
    """Answer each request by `attack`, which is given the connection; all are closed at the end.

    An index answers at `index.atom`, whose messages attack.
    """
    listener = socket.create_server(("127.0.0.1", 0))
    over, threads = threading.Event(), []

    def serve(client):
        with client, suppress(OSError):
            client.settimeout(5)
            request = client.recv(65536)
            while b"\r\n\r\n" not in request:
                request += client.recv(65536)
            (index if b"index.atom" in request else attack)(client, over)

    def accept():
        with suppress(OSError):
            while True:
                client, _ = listener.accept()
                thread = threading.Thread(target=serve, args=(client,))
                threads.append(thread)
                thread.start()

    main = threading.Thread(target=accept)
    main.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
    finally:
        over.set()
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        main.join()
        for thread in threads:
            thread.join()


def endless(client, over):
    client.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    while not over.is_set():
        client.sendall(b"x" * 65536)


def endless_head(client, over):
    client.sendall(b"HTTP/1.1 200 OK\r\n")
    while not over.is_set():
        client.sendall(b"X-More: " + b"x" * 1000 + b"\r\n")


def drip(client, over):
    client.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
    while not over.wait(0.05):
        client.sendall(b" ")


def silent(_client, over):
    over.wait()


def replies_with(body):
    def attack(client, _over):
        client.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body)

    return attack


def series(count, start, *lines):
    events = (
        ("BEGIN:VEVENT", f"UID:{number}", f"SUMMARY:Nr {number}", f"DTSTART:{start}", *lines, "END:VEVENT")
        for number in range(count)
    )
    return calendar(*(line for each in events for line in each))


def index(client, over):
    entries = (f'<entry><link href="{number}.xml"/></entry>' for number in range(9))
    replies_with(f"<feed>{''.join(entries)}</feed>".encode())(client, over)


NESTED = b"[" * 200_000
ATTACKS = {
    "endless": endless,
    "an endless head": endless_head,
    "slow": drip,
    "silent": silent,
    "huge": replies_with(b"<" * (25 << 20)),
    "nothing": replies_with(b""),
    "not what it should be": replies_with(bytes(range(256)) * 100),
    "nested": replies_with(b'{"alerts":' + NESTED),
    "a web page": replies_with(b"<!DOCTYPE html><html><script>alert(1)</script></html>"),
    "entities": replies_with(b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><alert>&b;</alert>'),
    "10,000 series": replies_with(series(10_000, "20200101T100000Z", "RRULE:FREQ=DAILY")),
    "the year 1": replies_with(series(100, "00010101T000000Z", "RRULE:FREQ=SECONDLY")),
    "the year 9999": replies_with(series(100, "99991231T235959Z", "DURATION:P9999W")),
}
KINDS = {
    "events": {"kind": "events"},
    "news": {"kind": "news"},
    "queue": {"kind": "queue"},
    "smhi": {"kind": "smhi", "position": "59.3, 17.8"},
    "met": {"kind": "met", "position": "59.3, 17.8", "contact": "a@b.example"},
    "sl": {"kind": "sl", "site": 1},
    "cap": {"kind": "cap"},
    "smhi-warnings": {"kind": "smhi-warnings"},
}


@pytest.mark.parametrize("name", ATTACKS)
def test_a_source_that_attacks_takes_nothing_from_the_others(machine, monkeypatch, name):
    """All kinds are attacked at once; what the other sources say is published within the bounds."""
    monkeypatch.setattr(source_round, "FIRST_S", 1.0)
    if ATTACKS[name] in {drip, silent}:
        monkeypatch.setattr(source_round, "ROUND_S", 12.0)
    with attacker(ATTACKS[name]) as url:
        good = dict(machine.sources)
        bad = {kind: {**printed, "url": url} for kind, printed in KINDS.items()}
        bad["index"] = {"kind": "cap", "url": f"{url}index.atom"}
        bad["gtfs"] = {**good["buses"], "url": url}
        bad["timetable"] = {**good["buses"], "timetable": url}
        machine.sources |= {f"bad-{kind}": printed for kind, printed in bad.items()}
        _, sources = machine.live()
    published = {source for _, source, _ in machine.published().known()}
    assert {each for each in published if not each.startswith("bad-")} == set(good)
    assert {source for source in good if sources[source]["problem"]} == set()
    wrong = {f"bad-{kind}" for kind in bad if sources[f"bad-{kind}"]["problem"]}
    readable = {"bad-events"} if name.startswith(("10,000", "the year")) else set()
    assert wrong >= {f"bad-{kind}" for kind in bad} - readable
    assert len(machine.world.served("targets/*.live.yaml").read_bytes()) < 64 << 10
