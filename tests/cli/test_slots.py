"""`kiosk slots` with calendars: what it publishes, says and ends with."""

import re
import subprocess
import sys
import threading
from datetime import timedelta

import pytest
import time_machine
from typer.testing import CliRunner

from kiosk.booking.slots import freshness, read_slots
from kiosk.cli.main import build
from kiosk.cli.repeated_run import alone_for, repeat
from kiosk.cli.stop_signals import start_timer
from tests import days
from tests.booking.sources.ical.samples import calendar, event
from tests.booking.sources.stub import Reply
from tests.booking.sources.stub import serving as stub
from tests.net.raw_server import drips, raw_server
from tests.sync.world import World

ALWAYS = ("DTSTART:20200101T000000Z", "DTEND:20200101T010000Z", "RRULE:FREQ=HOURLY")
OFFICE = """
name: Torget
address: Torget 1
booking: {link: 'https://book.example/'}
holidays: open
bookable:
  - {topics: [housing], when: [daily 00:00-24:00], length: 1 h, calendars: [anna]}
"""


@pytest.fixture
def world(tmp_path):
    made = World(tmp_path)
    made.write({"offices/square.yaml": OFFICE.encode()})
    made.publish()
    return made


@pytest.fixture
def run(world):
    app = build(["slots", "sync"])

    def slots(text="", *more):
        path = world.base / "sources.yaml"
        path.write_text(f"sources: {{{text}}}\n", encoding="utf-8")
        path.chmod(0o600)
        given = ("--keys", world.keys, "--sources", path, "--state", world.base / "slots")
        return CliRunner().invoke(app, ["slots", *map(str, (world.site, *given, *more))])

    return slots


def published(world):
    return read_slots(world.served("targets/*.slots.yaml").read_bytes())


def test_busy_calendar_leaves_no_slot_and_a_free_one_all(run, world):
    replies = [Reply(calendar(*event(*ALWAYS)))]
    with stub(lambda _asked: replies[0]) as server:
        anna = f'anna: {{kind: ical, url: "{server.url}/anna.ics"}}'
        done = run(anna)
        assert (done.exit_code, done.output) == (0, f"{world.site} shows 0 free times.\n")
        assert published(world).older == ()
        replies[0] = Reply(calendar())
        assert run(anna).exit_code == 0
    assert len(published(world).slots) > 300


def test_calendar_that_fails_is_reported_and_the_list_says_it_is_not_known(run, world):
    with stub(lambda _asked: Reply(status=401)) as server:
        done = run(f'anna: {{kind: ical, url: "{server.url}/anna.ics"}}')
    assert done.exit_code == 1
    assert done.stderr == "kiosk: anna: the server refuses (401); never known\n"
    found = published(world)
    assert not freshness(found, 900, found.generated_at, office="square", topic="housing").known


def test_calendar_that_no_one_says_how_to_read(run):
    done = run()
    assert done.exit_code == 1
    assert "anna: the feed names it, but it is not among the sources" in done.stderr


def test_office_that_the_feed_does_not_have(run):
    with stub(lambda _asked: Reply(b'{"status": "success", "data": {}}')) as server:
        done = run(f"zms: {{kind: calcom, url: '{server.url}', office: sqare, topics: {{housing: '1'}}}}")
    assert done.exit_code == 1
    assert "kiosk: zms: the feed has no office 'sqare'; did you mean 'square'?; known as of" in done.stderr


def test_events_that_cannot_be_understood_are_reported(run, tmp_path):
    (tmp_path / "anna.ics").write_bytes(calendar(*event("DTSTART:soon")))
    done = run(f"anna: {{kind: ical, file: {tmp_path}/anna.ics}}")
    assert (done.exit_code, done.stderr) == (
        1,
        "kiosk: anna: line 6: 'soon' is not a time; the event does not count\n",
    )


def test_times_that_have_no_room_in_the_list_are_reported(run, world, tmp_path, monkeypatch):
    monkeypatch.setattr("kiosk.booking.slot_offer.MAX_SLOTS", 10)
    (tmp_path / "anna.ics").write_bytes(calendar())
    done = run(f"anna: {{kind: ical, file: {tmp_path}/anna.ics}}")
    assert done.exit_code == 1
    assert re.fullmatch(
        r"kiosk: square: \d+ free times \(anna\) from \d{4}-\d\d-\d\d \d\d:00 UTC on are left out: .*\n",
        done.stderr,
    )
    assert len(published(world).slots) == 10


def test_wrong_sources_are_reported_at_their_place(run):
    done = run("anna: {kind: icals}")
    assert done.exit_code == 1
    assert re.search(r"sources\.yaml:1:\d+: error: unknown kind 'icals'", done.stderr)


def test_times_are_never_newer_than_their_source(run, world):
    """A list of 08:14 from a calendar of 08:00 says 08:00, and one of 08:16 knows nothing."""
    read_at = days.now().replace(microsecond=0)
    replies = [Reply(calendar())]
    with stub(lambda _asked: replies[0]) as server:
        for minutes, code in ((0, 0), (14, 1), (16, 1)):
            with time_machine.travel(read_at + timedelta(minutes=minutes), tick=False):
                assert run(f'anna: {{kind: ical, url: "{server.url}/anna.ics"}}').exit_code == code
            found = published(world)
            assert found.generated_at == read_at + timedelta(minutes=minutes)
            assert bool(found.slots) is (minutes < 15)
            assert [each.as_of for each in found.older] == ([read_at] if minutes else [])
            replies[0] = Reply(status=500)


def test_second_run_says_so_and_leaves_the_first_alone(run, world):
    before = sorted(world.site.glob("metadata/*"))
    with alone_for(world.base / "slots", str(world.site)) as alone:
        assert alone
        done = run()
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == f"another run for {world.site} is under way; it publishes the free times\n"
    assert sorted(world.site.glob("metadata/*")) == before
    assert "under way" not in run().stderr


def test_run_for_another_site_is_not_kept_out(run, world):
    with alone_for(world.base / "slots", "another"):
        assert "under way" not in run().stderr


def test_what_is_known_is_published_while_a_calendar_is_slow(run, world, monkeypatch):
    monkeypatch.setattr("kiosk.booking.sources.collector.FIRST_LIST_S", 0.1)
    monkeypatch.setattr("kiosk.booking.sources.collector.ROUND_S", 0.2)
    with raw_server(drips(b"HTTP/1.1 200 OK\r\n\r\n", b"x")) as server:
        done = run(f'anna: {{kind: ical, url: "{server.url}/anna.ics"}}')
    assert done.stdout == f"{world.site} shows 0 free times.\n" * 2
    assert done.stderr == "kiosk: anna: it has not answered yet; never known\n"
    assert done.exit_code == 1


@pytest.mark.parametrize(("more", "code"), [((), 143), (("--every", "60 s"), 0)])
def test_signal_ends_it_while_a_calendar_drips(world, more, code):
    """The process gets 20 s here, and the calendar would hold it for 40."""
    asked = threading.Event()

    def script(connection, server):
        asked.set()
        drips(b"HTTP/1.1 200 OK\r\n\r\n", b"x")(connection, server)

    with raw_server(script) as server:
        sources = world.base / "sources.yaml"
        sources.write_text(f'sources: {{anna: {{kind: ical, url: "{server.url}/anna.ics"}}}}\n')
        sources.chmod(0o600)
        given = ("--keys", world.keys, "--sources", sources, "--state", world.base / "slots")
        command = [sys.executable, "-c", "from kiosk.cli.main import main; main()", "slots", world.site]
        with subprocess.Popen([*map(str, (*command, *given, *more))]) as process:
            assert asked.wait(20)
            process.terminate()
            assert process.wait(20) == code


def test_run_that_hangs_ends_the_process(monkeypatch):
    ended, codes = threading.Event(), []
    monkeypatch.setattr("os._exit", lambda code: (codes.append(code), ended.set()))
    start_timer(0, 1)
    assert ended.wait(20)
    assert codes == [1]


def test_wrong_pause_is_wrong_usage(run):
    assert run("", "--every", "soon").exit_code == 2


def test_it_goes_on_until_it_is_told_to_stop():
    ran, waits = [], iter([None, None])

    def work():
        ran.append(len(ran))
        if len(ran) == 2:
            raise_exit()

    with pytest.raises(StopIteration):
        repeat(work, 60, lambda _seconds: next(waits))
    assert ran == [0, 1, 2]


def raise_exit():
    import typer  # noqa: PLC0415  # only here

    raise typer.Exit(1)
