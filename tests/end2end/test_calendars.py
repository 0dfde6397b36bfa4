"""Real calendar servers, Radicale and Xandikos: an event in a calendar takes its slot from the kiosk."""

import logging
import threading
import wsgiref.simple_server
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from io import BytesIO
from socketserver import ThreadingMixIn
from zoneinfo import ZoneInfo

import pytest
import requests
import time_machine
from pydantic import TypeAdapter
from typer.testing import CliRunner

from kiosk.booking.slots import read_slots
from kiosk.booking.sources.ical.busy_time import read_busy
from kiosk.booking.sources.source import SourceQuery
from kiosk.booking.sources.source_config import AnySource
from kiosk.booking.sources.source_http import SourceClient
from kiosk.booking.sources.source_memory import StoredReading
from kiosk.cli.main import build
from kiosk.feed.wall_time import Span
from kiosk.publish.folder_source import check_folder
from kiosk.ui.screen_context import ScreenContext as Shown
from tests.booking.sources.ical.samples import calendar, event
from tests.sync.world import ICONS, World, serving
from tests.ui.conftest import Time
from tests.ui.desk.test_visit import visit_times
from tests.ui.qrcodes import read_qr
from tests.ui.walk import settle

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 10, 22, 0, 10, tzinfo=UTC)
"""When every test begins: days before the clock change, and not on the hour, where a slot lapses."""

WINDOW = Span(NOW, NOW + timedelta(days=12))
MADE = b'<C:mkcalendar xmlns:C="urn:ietf:params:xml:ns:caldav"/>'


@pytest.fixture(autouse=True)
def clock():
    """Set the clock: all that asks for the time runs in this process."""
    with time_machine.travel(NOW):
        yield


class Handler(wsgiref.simple_server.WSGIRequestHandler):
    def log_message(self, *_):
        pass


class Server(ThreadingMixIn, wsgiref.simple_server.WSGIServer):
    pass


@contextmanager
def answering(app):
    server = wsgiref.simple_server.make_server("127.0.0.1", 0, app, Server, Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def radicale(folder):
    from radicale import config  # noqa: PLC0415  # it sets up its log when it is imported
    from radicale.app import Application  # noqa: PLC0415  # as above

    settings = config.load()
    own = {
        "storage": {"filesystem_folder": str(folder)},
        "auth": {"type": "none"},
        "rights": {"type": "authenticated"},
        "logging": {"level": "error"},
    }
    settings.update(own, "test", privileged=True)
    return Application(settings)


def xandikos(folder):
    from xandikos.web import SingleUserFilesystemBackend, XandikosApp  # noqa: PLC0415  # only for this test

    folder.mkdir()
    backend = SingleUserFilesystemBackend(str(folder))
    backend.create_principal("/guide/", create_defaults=True)
    app = XandikosApp(backend, current_user_principal="/guide/")

    def whole(environ, start):
        """It reads to the end of the body, which wsgiref's socket has not."""
        length = int(environ.get("CONTENT_LENGTH") or 0)
        return app.handle_wsgi_request(
            environ | {"wsgi.input": BytesIO(environ["wsgi.input"].read(length))}, start
        )

    return whole


ZONE = (
    "BEGIN:VTIMEZONE", "TZID:Europe/Stockholm",
    "BEGIN:DAYLIGHT", "DTSTART:19810329T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "END:DAYLIGHT",
    "BEGIN:STANDARD", "DTSTART:19961027T030000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "END:STANDARD", "END:VTIMEZONE",
)  # fmt: skip


class Calendar:
    """A calendar on a server: put an event into it, take it away."""

    def __init__(self, url):
        self.url = url
        self.auth = ("guide", "")

    def call(self, method, path="", data=b"", kind="text/calendar"):
        done = requests.request(
            method, f"{self.url}{path}", data=data, auth=self.auth, headers={"Content-Type": kind}, timeout=10
        )
        assert done.ok, (done.status_code, done.text)

    def put(self, *lines, uid="one"):
        data = calendar("PRODID:-//test//EN", *ZONE, *event("DTSTAMP:20260101T000000Z", *lines, uid=uid))
        self.call("PUT", f"{uid}.ics", data)
        return data

    def remove(self, uid="one"):
        self.call("DELETE", f"{uid}.ics")

    @property
    def source(self):
        return {"kind": "caldav", "url": self.url, "user": self.auth[0], "password": self.auth[1]}

    def busy(self, report="events"):
        source = self.source | {"report": report}
        web = SourceClient()
        try:
            query = SourceQuery(web, STOCKHOLM, WINDOW, NOW, StoredReading())
            return TypeAdapter(AnySource).validate_python(source).read(query).busy
        finally:
            web.close()


@pytest.fixture(params=[radicale, xandikos])
def guide(request, tmp_path, monkeypatch):
    for name in ("radicale", "xandikos"):  # what they think of these settings is not our log
        monkeypatch.setattr(logging.getLogger(name), "propagate", False)
    app = request.param(tmp_path / "calendars")
    with answering(app) as url:
        made = Calendar(f"{url}/guide/anna/")
        made.call("MKCALENDAR", data=MADE, kind="application/xml")
        yield made


SERIES_OVER_THE_CHANGE = "over-the-change"
XANDIKOS_INDEXES_AFTER = 8  # queries; by then it knows what to index
EVENTS = {
    "single": ("DTSTART:20261023T100000Z", "DTEND:20261023T110000Z"),
    SERIES_OVER_THE_CHANGE: (
        "DTSTART;TZID=Europe/Stockholm:20261023T100000", "DTEND;TZID=Europe/Stockholm:20261023T113000",
        "RRULE:FREQ=DAILY;COUNT=5", "EXDATE;TZID=Europe/Stockholm:20261024T100000",
    ),
    "tentative": ("DTSTART:20261023T100000Z", "DTEND:20261023T110000Z", "STATUS:TENTATIVE"),
    "cancelled": ("DTSTART:20261023T100000Z", "DTEND:20261023T110000Z", "STATUS:CANCELLED"),
    "transparent": ("DTSTART:20261023T100000Z", "DTEND:20261023T110000Z", "TRANSP:TRANSPARENT"),
    "whole-day": ("DTSTART;VALUE=DATE:20261023", "DTEND;VALUE=DATE:20261024"),
    "daily-for-years": (
        "DTSTART;TZID=Europe/Stockholm:20200101T100000", "DURATION:PT1H", "RRULE:FREQ=DAILY",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", EVENTS)
def test_server_and_file_say_the_same(guide, name):
    data = guide.put(*EVENTS[name])
    assert guide.busy() == tuple(map(tuple, read_busy(data, STOCKHOLM, WINDOW).spans))


def test_event_of_an_ended_series_that_was_moved_is_busy(guide):
    """Xandikos (0.4.10), once it has an index, does not tell of it when asked for that time."""
    master = event("DTSTART:20260907T080000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=3")
    moved = event("RECURRENCE-ID:20260914T080000Z", "DTSTART:20261028T140000Z", "DURATION:PT1H")
    data = calendar("PRODID:-//test//EN", *master, *moved)
    for _ in range(XANDIKOS_INDEXES_AFTER):
        guide.busy()
    guide.call("PUT", "one.ics", data)
    ((start, end),) = read_busy(data, STOCKHOLM, WINDOW).spans
    assert guide.busy() == ((start, end),)


def test_calendar_without_events_is_free(guide):
    assert guide.busy() == guide.busy("free-busy") == ()


@pytest.mark.parametrize("name", ["single", "tentative", "cancelled", "transparent"])
def test_free_busy_says_the_same_of_single_events(guide, name):
    guide.put(*EVENTS[name])
    assert guide.busy("free-busy") == guide.busy()


def test_free_busy_of_a_whole_day_takes_the_working_day(guide):
    """By RFC 4791 7.10 a server takes it for a day of its own zone: Radicale's and Xandikos' is UTC."""
    guide.put(*EVENTS["whole-day"])
    ((start, end),) = guide.busy("free-busy")
    assert start <= datetime(2026, 10, 23, 2, tzinfo=STOCKHOLM)
    assert end >= datetime(2026, 10, 24, tzinfo=STOCKHOLM)


OFFICE = """
name: Torget
address: Torget 1
booking: {link: 'https://book.example/'}
holidays: open
bookable:
  - topics: [housing]
    when: [daily 00:00-24:00]
    length: 1 h
    notice: 1 h
    horizon: 3 d
    calendars: [anna]
"""


HALL = "office: square\nsize: 530 x 300 mm\nresolution: 1920 x 1080\nlanguages: [sv]\ntouch: true\n"
HELLO = "kind: message\ntitle: Hej\n"


class House:
    """An office with one guide: its published feed, `kiosk slots` for her calendar, a kiosk that polls."""

    def __init__(self, base, guide, server):
        self.context = context = World(base / "context")
        parts = {"offices/square": OFFICE, "screens/hall": HALL, "slides/hello": HELLO}
        context.write({f"{name}.yaml": text.encode() for name, text in parts.items()})
        context.publish()
        self.server = server(context.site)
        context.url = self.server.url
        self.kiosk = context.kiosk()
        self.feed = check_folder(context.folder, ICONS).feed
        sources = base / "sources.yaml"
        source = ", ".join(f'{key}: "{value}"' for key, value in guide.source.items())
        sources.write_text(f"sources: {{anna: {{{source}}}}}\n", encoding="utf-8")
        sources.chmod(0o600)
        self.call = ("--keys", context.keys, "--sources", sources, "--state", base / "state")

    def cycle(self, exit_code=0):
        """Run `kiosk slots` once and poll once; returns the list that the kiosk then has."""
        app = build(["slots", "sync"])
        done = CliRunner().invoke(app, ["slots", *map(str, (self.context.site, *self.call))])
        assert done.exit_code == exit_code, done.output
        self.kiosk.poll()
        return read_slots(self.kiosk.store.read_slots())

    def shown(self, slots):
        """Return what the kiosk shows from."""
        return Shown(self.feed, "hall", lambda path: self.context.folder / path, slots)


@pytest.fixture
def house(guide, tmp_path):
    with ExitStack() as stack:
        yield House(tmp_path, guide, lambda site: stack.enter_context(serving(site)))


def starts(slots):
    return {slot.start for slot in slots.slots}


def test_event_takes_its_slot_from_the_screen(house, guide, screen_of):
    before = house.cycle()
    screen = screen_of(house.shown(before), Time(before.generated_at))
    visit_times(screen, "sv")
    name = screen.names("slot-square/")[2]
    start = datetime.fromisoformat(name.partition("/")[2])
    guide.put(f"DTSTART:{start:%Y%m%dT%H%M%SZ}", "DURATION:PT1H")
    after = house.cycle()
    assert starts(before) - starts(after) == {start}
    screen.shell.use(house.shown(after))
    assert screen.page == "help"
    assert name not in screen.names("slot-square/")
    guide.remove()
    again = house.cycle()
    assert starts(again) == starts(before)
    screen.shell.use(house.shown(again))
    settle()
    screen.touch(name)
    assert read_qr(screen.picture()) == ("https://book.example/",) * 2


def test_calendar_that_is_gone_is_unknown_since_on_the_screen(house, guide, screen_of):
    first = house.cycle()
    guide.call("DELETE")
    with time_machine.travel(NOW + timedelta(minutes=20)):
        slots = house.cycle(exit_code=1)
    assert slots.generated_at - first.generated_at > timedelta(minutes=19)
    screen = screen_of(house.shown(slots), Time(slots.generated_at))
    visit_times(screen, "sv")
    since = first.generated_at.astimezone(STOCKHOLM)
    assert "senaste uppgift:" in screen.words()
    assert f"\u2066{since:%H:%M}\u2069" in screen.words()
    assert "Inga lediga" not in screen.words()
