"""The environment's settings do not reach a server: neither `~/.netrc` nor proxy variables.

Each client of the product is asked with both planted. A new one belongs into `CLIENTS`.
"""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pydantic import TypeAdapter
from tuf.api.exceptions import DownloadError

from kiosk.booking.sources.source import SourceQuery
from kiosk.booking.sources.source_config import AnySource
from kiosk.booking.sources.source_errors import SourceError
from kiosk.booking.sources.source_http import SourceClient
from kiosk.booking.sources.source_memory import StoredReading
from kiosk.config import Config
from kiosk.device.doctor import connection_checks
from kiosk.feed.wall_time import Span
from kiosk.net.client import HttpClient, Request
from kiosk.net.exchange import ResponseLimits
from kiosk.net.interrupt import Interrupt
from kiosk.printers.printer_address import printer_at
from kiosk.sync.site_fetcher import WebFetcher
from kiosk.sync.sync_config import SyncConfig
from tests.net.raw_server import answers, raw_server

NETRC = """
machine 127.0.0.1 login stolen password stolen
default login stolen password stolen
"""
VARIABLES = ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
NOTHING = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
NOW = datetime(2026, 10, 24, 6, tzinfo=UTC)


@pytest.fixture
def trap(tmp_path, monkeypatch):
    """A proxy that every variable names, and a file with a password for every host."""
    (tmp_path / ".netrc").write_text(NETRC, encoding="ascii")
    (tmp_path / ".netrc").chmod(0o600)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    with raw_server(answers(NOTHING)) as proxy:
        for name in VARIABLES:
            monkeypatch.setenv(name, proxy.url)
        for name in ("no_proxy", "NO_PROXY"):
            monkeypatch.delenv(name, raising=False)
        yield proxy


def ask_by_client(url):
    client = HttpClient()
    client.fetch(Request(url), ResponseLimits(max_bytes=100))
    client.close()


def sync(url):
    fetcher = WebFetcher(SyncConfig(url, Path("root.json"), Path("state"), "hall"), Interrupt())
    with suppress(DownloadError):
        fetcher.fetch_if_changed(f"{url}/metadata/timestamp.json", "", 100)
    fetcher.close()


def ask_doctor(url):
    list(connection_checks.reach(Config(feed=url, screen="hall")))


def print_by_ipp(url):
    assert printer_at(f"ipp{url.removeprefix('http')}/ipp/print").status().detail


def source(kind, **more):
    def read(url):
        calendar = kind in {"ical", "caldav"}
        system = {} if calendar else {"office": "torg", "topics": {"home": "7"}, "days": 1}
        made = TypeAdapter(AnySource).validate_python({"kind": kind, "url": url} | system | more)
        web = SourceClient()
        window = Span(NOW, NOW + timedelta(days=2))
        with suppress(SourceError):
            made.read(SourceQuery(web, ZoneInfo("Europe/Stockholm"), window, NOW, StoredReading()))
        web.close()

    return read


SECRET, TOKEN = {"password": "own"}, {"token": "own"}

CLIENTS = {
    "client": (ask_by_client, b""),
    "sync": (sync, b""),
    "doctor": (ask_doctor, b""),
    "ipp": (print_by_ipp, b""),
    "ical": (source("ical"), b""),
    "caldav": (source("caldav"), b""),
    "caldav with a password": (source("caldav", user="me", **SECRET), b"Basic bWU6b3du"),
    "zms": (source("zms", office_id="1"), b""),
    "zms by days": (source("zms", office_id="1", form="days"), b""),
    "easyappointments": (source("easyappointments", provider="3", **TOKEN), b"Bearer own"),
    "calcom": (source("calcom"), b""),
    "nextcloud": (source("nextcloud"), b""),
}


@pytest.mark.parametrize(("ask", "authorization"), CLIENTS.values(), ids=CLIENTS)
def test_environment_settings_do_not_reach_a_server(trap, ask, authorization):
    with raw_server(answers(NOTHING)) as server:
        ask(server.url)
    heads = [each for each in server.heard if b" HTTP/1.1\r\n" in each]  # the others are bodies
    assert heads
    assert trap.heard == []
    for head in heads:
        lines = head.split(b"\r\n")
        given = [value for name, _, value in (each.partition(b": ") for each in lines) if b"uthor" in name]
        assert given == ([authorization] if authorization else [])
        assert lines[0].split()[1].startswith(b"/")
