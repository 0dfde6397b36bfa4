"""`kiosk status` without a broker: the screens of the feed, the table, and what devices may make of it."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from rich.console import Console

from kiosk.cli import status as command
from kiosk.feed.problems import ContentError
from kiosk.fleet.fleet_client import FleetClient, read_broker, screens_of
from kiosk.fleet.screen_registry import ScreenEntry, ScreenRegistry
from kiosk.fleet.screen_status import ScreenStatus

NOW = datetime(2026, 11, 24, 9, 12, tzinfo=UTC)
HALL = ScreenStatus(screen="hall", at=NOW, started=NOW, version="1.0", generation="abc" * 21, slide="hello")


class Opened:
    """A line on which these screens have spoken."""

    def __init__(self, *entries):
        self.registry = ScreenRegistry()
        self.registry._entries = {entry.screen: entry for entry in entries}

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        pass

    def settle(self):
        pass


@pytest.fixture
def broker(tmp_path):
    (tmp_path / "broker.yaml").write_text("host: broker.example\n", encoding="utf-8")
    return tmp_path / "broker.yaml"


@pytest.fixture
def ask(run, broker, monkeypatch):
    def make(*words, entries=()):
        monkeypatch.setattr("kiosk.fleet.fleet_client.connected_client", lambda *_: Opened(*entries))
        return run("status", "--broker", broker, *words)

    return make


def drawn(*entries, width=200):
    console = Console(width=width, record=True, file=open("/dev/null", "w", encoding="utf-8"))  # noqa: SIM115, PTH123  # closed below
    console.print(command._report(entries, NOW))
    console.file.close()
    return console.export_text()


def test_an_empty_fleet_says_so(ask):
    done = ask()
    assert (done.exit_code, done.stdout) == (1, "")
    assert "no screen has ever reported to this broker" in done.stderr
    assert ask("--json").stdout == "[]\n"


def test_a_screen_of_the_feed_that_never_spoke_is_listed(ask, world):
    entry = ScreenEntry("hall", HALL, online=True)
    done = ask("--feed", world.folder, entries=[entry])
    assert done.exit_code == 1
    assert "door" in done.stdout
    message = {each["screen"]: each for each in json.loads(ask("--feed", world.folder, "--json").stdout)}
    assert message["door"]["troubles"] == ["has never reported"]


def test_the_feed_may_stand_in_the_file_of_the_broker(ask, broker, world):
    broker.write_text(f"host: broker.example\nfeed: {world.folder}\n", encoding="utf-8")
    assert '"hall"' in ask("--json").stdout


def test_what_is_no_feed_is_reported(ask, tmp_path):
    done = ask("--feed", tmp_path)
    assert (done.exit_code, "is not the folder of a feed" in done.stderr) == (1, True)


def test_screens_are_known_however_wrong_the_feed_is(world):
    world.write({"screens/hall.yaml": b"office: [", "screens/notes.txt": b"", "feed.yaml": b"\x00"})
    assert screens_of(world.folder) == ["door", "hall"]


def test_versions_are_numbers_with_a_date():
    known = replace(HALL, feed_version=12, feed_date=NOW - timedelta(days=3))
    assert "12, 2026-11-21" in drawn(ScreenEntry("hall", known, online=True))
    assert "abcabcabcabc" in drawn(ScreenEntry("hall", HALL, online=True))


def test_a_report_of_another_day_has_its_date():
    old = replace(HALL, at=NOW - timedelta(days=40))
    assert "2026-10-15" in drawn(ScreenEntry("hall", old))


def test_what_is_wrong_is_read_in_a_narrow_terminal():
    """It has lines of its own: in a column beside the others its words were broken."""
    wrong = replace(HALL, problem="the feed is signed by an unknown key")
    lines = [each.rstrip() for each in drawn(ScreenEntry("hall", wrong), width=80).splitlines()]
    assert lines[-2:] == ["hall: offline", "hall: the feed is signed by an unknown key"]


@pytest.mark.parametrize("text", ["[bold red]x[/]", "[/]", ":bomb:", "[link=https://evil.example]x[/link]"])
def test_what_a_screen_says_is_text_only(text):
    assert text in drawn(ScreenEntry("hall", replace(HALL, slide=text, problem=text), online=True))


def test_a_device_that_never_stops_speaking_does_not_keep_the_others(broker, monkeypatch):
    monkeypatch.setattr("kiosk.fleet.fleet_client.MAX_SETTLING_S", 0.0)
    client = FleetClient(read_broker(broker))
    monkeypatch.setattr(client, "wait", lambda *_: pytest.fail("it waits on"))
    client.settle()


def test_a_mistake_in_the_file_of_the_broker_is_reported(broker):
    broker.write_text("host: broker.example\nfeed: playlists\n", encoding="utf-8")
    with pytest.raises(ContentError, match="a path that starts with /"):
        read_broker(broker)
