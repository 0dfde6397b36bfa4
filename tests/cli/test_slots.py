"""`kiosk slots` with calendars: what it publishes, says and ends with."""

import re

import pytest
from typer.testing import CliRunner

from kiosk.booking.slots import freshness, read_slots
from kiosk.cli.main import build
from kiosk.cli.slots import repeat
from tests.booking.sources.ical.samples import calendar, event
from tests.booking.sources.stub import Said
from tests.booking.sources.stub import serving as stub
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
    says = [Said(calendar(*event(*ALWAYS)))]
    with stub(lambda _asked: says[0]) as server:
        anna = f'anna: {{kind: ical, url: "{server.url}/anna.ics"}}'
        done = run(anna)
        assert (done.exit_code, done.output) == (0, f"{world.site} shows 0 free times.\n")
        assert published(world).older == ()
        says[0] = Said(calendar())
        assert run(anna).exit_code == 0
    assert len(published(world).slots) > 300


def test_calendar_that_fails_is_told_and_the_list_says_it_is_not_known(run, world):
    with stub(lambda _asked: Said(status=401)) as server:
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
    with stub(lambda _asked: Said(b'{"data": {}}')) as server:
        done = run(f"zms: {{kind: calcom, url: '{server.url}', office: sqare, topics: {{housing: '1'}}}}")
    assert done.exit_code == 1
    assert "kiosk: zms: the feed has no office 'sqare'; did you mean 'square'?; known as of" in done.stderr


def test_events_that_cannot_be_understood_are_told(run, tmp_path):
    (tmp_path / "anna.ics").write_bytes(calendar(*event("DTSTART:soon")))
    done = run(f"anna: {{kind: ical, file: {tmp_path}/anna.ics}}")
    assert (done.exit_code, done.stderr) == (
        1,
        "kiosk: anna: line 6: 'soon' is not a time; the event does not count\n",
    )


def test_wrong_sources_are_told_at_their_place(run):
    done = run("anna: {kind: icals}")
    assert done.exit_code == 1
    assert re.search(r"sources\.yaml:1:\d+: error: unknown kind 'icals'", done.stderr)


def test_wrong_pause_is_wrong_usage(run):
    assert run("", "--every", "soon").exit_code == 2


def test_it_goes_on_until_it_is_told_to_stop():
    ran, waits = [], iter([False, False, True])

    def work():
        ran.append(len(ran))
        if len(ran) == 2:
            raise_exit()

    repeat(work, 60, lambda seconds: seconds == 60 and next(waits))
    assert ran == [0, 1, 2]


def raise_exit():
    import typer  # noqa: PLC0415  # only here

    raise typer.Exit(1)
