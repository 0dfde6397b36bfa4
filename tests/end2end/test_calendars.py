"""Real calendar servers, Radicale and Xandikos: an event in a calendar takes its slot from the kiosk."""

import logging
import threading
import wsgiref.simple_server
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from io import BytesIO
from socketserver import ThreadingMixIn
from zoneinfo import ZoneInfo

import pytest
import requests
from pydantic import TypeAdapter
from typer.testing import CliRunner

from kiosk.booking.slots import read_slots
from kiosk.booking.sources.config import AnySource
from kiosk.booking.sources.ics import read_busy
from kiosk.booking.sources.memory import Remembered
from kiosk.booking.sources.source import Ask
from kiosk.booking.sources.web import Web
from kiosk.cli.main import build
from kiosk.content.walltime import Span
from tests.booking.sources.test_ics import calendar, event
from tests.sync.world import World, serving

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 10, 22, tzinfo=UTC)
WINDOW = Span(NOW, NOW + timedelta(days=12))
MADE = b'<C:mkcalendar xmlns:C="urn:ietf:params:xml:ns:caldav"/>'


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

    def busy(self):
        web = Web()
        try:
            ask = Ask(web, STOCKHOLM, WINDOW, NOW, Remembered())
            return TypeAdapter(AnySource).validate_python(self.source).read(ask).busy
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


EVENTS = {
    "single": ("DTSTART:20261023T100000Z", "DTEND:20261023T110000Z"),
    "over-the-change": (
        "DTSTART;TZID=Europe/Stockholm:20261023T100000", "DTEND;TZID=Europe/Stockholm:20261023T113000",
        "RRULE:FREQ=DAILY;COUNT=5", "EXDATE;TZID=Europe/Stockholm:20261024T100000",
    ),
    "tentative": ("DTSTART:20261023T100000Z", "DTEND:20261023T110000Z", "STATUS:TENTATIVE"),
    "cancelled": ("DTSTART:20261023T100000Z", "DTEND:20261023T110000Z", "STATUS:CANCELLED"),
    "transparent": ("DTSTART:20261023T100000Z", "DTEND:20261023T110000Z", "TRANSP:TRANSPARENT"),
}  # fmt: skip


@pytest.mark.parametrize("name", EVENTS)
def test_server_and_file_say_the_same(guide, name):
    data = guide.put(*EVENTS[name])
    assert guide.busy() == tuple(map(tuple, read_busy(data, STOCKHOLM, WINDOW).spans))


def test_whole_day_takes_the_working_day(guide):
    """By RFC 4791 7.10 a server takes it for a day of its own zone: Radicale's and Xandikos' is UTC."""
    guide.put("DTSTART;VALUE=DATE:20261023", "DTEND;VALUE=DATE:20261024")
    ((start, end),) = guide.busy()
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


def test_event_takes_its_slot_from_the_kiosk(guide, tmp_path):
    world = World(tmp_path / "world")
    world.write({"offices/square.yaml": OFFICE.encode()})
    world.publish()
    sources = tmp_path / "sources.yaml"
    source = ", ".join(f'{key}: "{value}"' for key, value in guide.source.items())
    sources.write_text(f"sources: {{anna: {{{source}}}}}\n", encoding="utf-8")
    sources.chmod(0o600)
    app = build(["slots", "sync"])
    given = ("--keys", world.keys, "--sources", sources, "--state", tmp_path / "state")

    def cycle(kiosk):
        done = CliRunner().invoke(app, ["slots", *map(str, (world.site, *given))])
        assert done.exit_code == 0, done.output
        kiosk.poll()
        return {slot.start for slot in read_slots(kiosk.slots()).slots}

    with serving(world.site) as server:
        world.url = server.url
        kiosk = world.kiosk()
        before = cycle(kiosk)
        start = sorted(before)[4]
        times = (f"DTSTART:{start:%Y%m%dT%H%M%SZ}", "DURATION:PT1H")
        guide.put(*times)
        assert before - cycle(kiosk) == {start}
        guide.remove()
        assert cycle(kiosk) == before
