"""`kiosk live`: what it publishes, leaves alone, says and ends with."""

import json
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from typer.testing import CliRunner

from kiosk import isolated
from kiosk.cli.main import build
from kiosk.cli.repeated_run import alone_for
from kiosk.live.live_data import read_live
from tests.booking.sources.stub import Reply
from tests.booking.sources.stub import serving as stub
from tests.sync.world import World

START = datetime(2026, 11, 24, 11, tzinfo=UTC)
SLIDES = {
    "slides/queue.yaml": b"kind: queue\ntitle: Nu\nsource: tickets\nvalid_for: 2 min\n",
    "playlists/all.yaml": b"slides: [hello, queue]\nwhere: {screens: [hall]}\n",
}


@pytest.fixture
def clock():
    with time_machine.travel(START, tick=False) as travelling:
        yield travelling


@pytest.fixture
def world(tmp_path, clock):
    made = World(tmp_path)
    made.write(SLIDES)
    made.publish()
    return made


@pytest.fixture
def run(world, monkeypatch):
    app = build(["live", "sync"])

    def here(reader, request, _limits):
        module = __import__(reader[0], fromlist=["_"])
        try:
            return getattr(module, reader[1])(request)
        except Exception as bad:
            raise isolated.IsolatedError(str(bad)) from bad

    monkeypatch.setattr(isolated, "run_named", here)

    def live(text="", *more):
        path = world.base / "live.yaml"
        path.write_text(f"sources: {{{text}}}\n", encoding="utf-8")
        path.chmod(0o600)
        given = ("--keys", world.keys, "--sources", path, "--state", world.base / "live")
        return CliRunner().invoke(app, ["live", *map(str, (world.site, *given, *more))])

    return live


def published(world):
    return read_live(world.served("targets/*.live.yaml").read_bytes())


def tickets(server):
    return f'tickets: {{kind: queue, url: "{server.url}/q.json"}}'


def test_a_change_is_published_and_nothing_else(run, world, clock):
    replies = [Reply(b'{"serving": ["A 1"], "waiting": 3}')]
    with stub(lambda _asked: replies[0]) as server:
        done = run(tickets(server))
        assert (done.exit_code, done.output) == (0, f"{world.site} shows live data of 1 source.\n")
        before = sorted(world.site.rglob("*"))
        clock.shift(timedelta(seconds=20))
        assert "unchanged" in run(tickets(server)).output
        assert sorted(world.site.rglob("*")) == before
        clock.shift(timedelta(seconds=20))  # a quarter of the two minutes is over
        run(tickets(server))
        assert published(world).queues["tickets"].as_of == START + timedelta(seconds=40)
        replies[0] = Reply(b'{"serving": ["A 2"], "waiting": 3}')
        run(tickets(server))
    assert published(world).queues["tickets"].serving[0].number == "A 2"


def test_screens_are_nudged_by_what_is_published_and_by_nothing_else(run, world, monkeypatch):
    nudged = []
    monkeypatch.setattr("kiosk.cli.live.nudge_screens", lambda: nudged.append(published(world)))
    replies = [Reply(b'{"waiting": 3}')]
    with stub(lambda _asked: replies[0]) as server:
        run(tickets(server), "--dry-run")
        assert nudged == []
        for waiting, count in ((3, 1), (3, 1), (4, 2)):
            replies[0] = Reply(json.dumps({"waiting": waiting}).encode())
            run(tickets(server))
            assert (len(nudged), nudged[-1].queues["tickets"].waiting) == (count, waiting)


def test_source_that_fails_is_told_and_keeps_its_age(run, world, clock):
    replies = [Reply(b'{"serving": ["A 1"]}')]
    with stub(lambda _asked: replies[0]) as server:
        run(tickets(server))
        replies[0] = Reply(status=500)
        clock.shift(timedelta(seconds=90))
        done = run(tickets(server))
        assert (done.exit_code, published(world).queues["tickets"].as_of) == (1, START)
        assert done.stderr == "tickets: the server is in trouble (500); known as of 2026-11-24 11:00 UTC\n"
        clock.shift(timedelta(seconds=90))
        assert "not known" in run(tickets(server)).stderr
    assert published(world).queues == {}


def test_source_that_a_slide_names_and_nobody_reads(run):
    done = run()
    assert done.exit_code == 1
    assert "tickets: the feed names it, but it is not among the sources" in done.stderr


def test_json_and_dry_run(run, world):
    with stub(lambda _asked: Reply(b'{"waiting": 3}')) as server:
        outcome = json.loads(run(tickets(server), "--dry-run", "--json").output)
        printed = run(tickets(server), "--dry-run").output
    assert (outcome["published"], outcome["sources"]["tickets"]["as_of"]) == (False, START.isoformat())
    assert read_live(printed.encode()).queues["tickets"].waiting == 3
    assert not list(world.site.glob("targets/*.live.yaml"))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("tickets: {kind: queues}", "unknown kind 'queues'"),
        ("tickets: {kind: queue}", "either 'url' or 'file'"),
        ("tickets: {kind: queue, url: 'http://queue.example/'}", "starts with https://"),
    ],
)
def test_wrong_sources_are_told_at_their_place(run, text, wrong):
    done = run(text)
    assert done.exit_code == 1
    assert "live.yaml:1:" in done.stderr
    assert wrong in done.stderr


def test_file_with_passwords_that_others_may_read(run, world):
    run()
    (world.base / "live.yaml").chmod(0o644)
    app = build(["live", "sync"])
    arguments = [
        "live",
        str(world.site),
        "--sources",
        str(world.base / "live.yaml"),
        "--keys",
        str(world.keys),
    ]
    done = CliRunner().invoke(app, [*arguments, "--state", str(world.base / "live")])
    assert (done.exit_code, "chmod 600" in done.stderr) == (1, True)


def test_site_of_before_needs_a_key(run, world, monkeypatch):
    from kiosk.publish import publisher as publishing  # noqa: PLC0415  # only here

    monkeypatch.setattr(
        publishing.roles.Signed, "delegated", property(lambda signed: {"slots": signed.slots})
    )
    with stub(lambda _asked: Reply(b'{"waiting": 3}')) as server:
        done = run(tickets(server))
    assert done.exit_code == 1
    assert "`kiosk site keys add" in done.stderr


def test_second_run_says_so_in_json_too_and_leaves_the_first_alone(run, world):
    with alone_for(world.base / "live", str(world.site)):
        plain, as_json = run(), run("", "--json")
    assert (plain.exit_code, plain.stdout) == (0, "")
    assert plain.stderr == f"another run for {world.site} is under way\n"
    assert json.loads(as_json.stdout) == {"site": str(world.site), "published": False, "sources": {}}
