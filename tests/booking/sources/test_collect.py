"""Sources read side by side: what fails, what is remembered, and what is asked for again."""

import json
from base64 import b64decode
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from pydantic import TypeAdapter

from kiosk.booking.sources.collect import Collector, missing, strange
from kiosk.booking.sources.config import AnySource, load_sources
from kiosk.booking.sources.memory import Memory
from kiosk.content.problems import ContentError
from kiosk.content.walltime import Span
from tests import feeds
from tests.booking.sources.ical.samples import DAY, calendar, event, multistatus
from tests.booking.sources.stub import Said, serving

NOW = datetime(2026, 10, 12, 12, tzinfo=UTC)
BUSY = (Span(datetime(2026, 10, 13, 10, tzinfo=UTC), datetime(2026, 10, 13, 11, tzinfo=UTC)),)


def source(**config):
    return TypeAdapter(AnySource).validate_python(config)


def ical(server, path="/anna.ics"):
    return source(kind="ical", url=server.url + path)


@pytest.fixture
def collect(tmp_path):
    memory = Memory(tmp_path / "state")

    def run(minutes=0, **sources):
        now = NOW + timedelta(minutes=minutes)
        midnight = now.replace(hour=0, minute=0)
        window = Span(midnight - timedelta(days=1), midnight + timedelta(days=20))
        return Collector(memory, ZoneInfo(feeds.ZONE), window, now, keep_s=900).collect(sources)

    return run


def test_calendar_behind_a_link_is_read(collect):
    with serving(lambda _asked: Said(calendar(*event(*DAY), *event("SEQUENCE:1", uid="two")))) as server:
        outcome = collect(anna=ical(server))["anna"]
    assert (outcome.state.reading.busy, outcome.state.as_of, outcome.problem, outcome.event_problems) == (
        BUSY,
        NOW,
        "",
        ("line 9: there is no DTSTART; the event does not count",),
    )


def test_one_that_fails_does_not_stop_the_others(collect, tmp_path):
    (tmp_path / "omar.ics").write_bytes(calendar(*event(*DAY)))
    with serving(lambda _asked: Said(status=500)) as server:
        got = collect(anna=ical(server), omar=source(kind="ical", file=tmp_path / "omar.ics"))
    assert got["omar"].state.reading.busy == BUSY
    assert (got["anna"].state.reading, got["anna"].state.as_of) == (None, None)
    assert got["anna"].problem == "the server is in trouble (500)"


def test_last_reading_counts_for_a_while_and_is_then_not_known(collect):
    says = [Said(calendar(*event(*DAY)))]
    with serving(lambda _asked: says[0]) as server:
        collect(anna=ical(server))
        says[0] = Said(b"<html>")
        later, too_late = collect(15, anna=ical(server))["anna"], collect(16, anna=ical(server))["anna"]
    assert (later.state.reading.busy, later.state.as_of) == (BUSY, NOW)
    assert (too_late.state.reading, too_late.state.as_of) == (None, NOW)
    assert "not a calendar" in later.problem


def test_server_that_wants_to_be_left_alone_is(collect):
    says = [Said(status=429, headers={"Retry-After": "120"})]
    with serving(lambda _asked: says[0]) as server:
        assert "asked too often" in collect(anna=ical(server))["anna"].problem
        says[0] = Said(calendar())
        assert "left alone until 12:02:00" in collect(1, anna=ical(server))["anna"].problem
        assert len(server.asked) == 1
        assert collect(2, anna=ical(server))["anna"].problem == ""
        assert collect(3, anna=ical(server))["anna"].problem == ""


def test_unchanged_calendar_is_not_read_again(collect, monkeypatch):
    def says(asked):
        return Said(status=304) if asked.headers.get("If-None-Match") == '"1"' else Said(
            calendar(*event(*DAY)), headers={"ETag": '"1"'}
        )  # fmt: skip

    with serving(says) as server:
        collect(anna=ical(server))
        monkeypatch.setattr("kiosk.booking.sources.calendars.read_isolated", None)
        outcome = collect(5, anna=ical(server))["anna"]
        assert (outcome.state.reading.busy, outcome.state.as_of) == (BUSY, NOW + timedelta(minutes=5))
        monkeypatch.undo()
        assert collect(60 * 24, anna=ical(server))["anna"].state.reading.busy == BUSY
        assert ["If-None-Match" in each.headers for each in server.asked] == [False, True, False]


def test_same_bytes_without_a_tag_are_not_read_again(collect, monkeypatch):
    with serving(lambda _asked: Said(calendar(*event(*DAY)))) as server:
        collect(anna=ical(server))
        monkeypatch.setattr("kiosk.booking.sources.calendars.read_isolated", None)
        assert collect(5, anna=ical(server))["anna"].state.reading.busy == BUSY


def test_memory_holds_no_names(collect, tmp_path):
    with serving(lambda _asked: Said(calendar(*event(*DAY)))) as server:
        collect(anna=ical(server))
    kept = (tmp_path / "state/anna.json").read_text(encoding="utf-8")
    assert "Andersson" not in kept
    assert json.loads(kept)["busy"]


def test_damaged_memory_was_never_known(collect, tmp_path):
    (tmp_path / "state/anna.json").write_bytes(b"{")
    with serving(lambda _asked: Said(status=500)) as server:
        assert collect(anna=ical(server))["anna"].state.as_of is None


def test_reader_that_breaks_is_told_and_logged(collect, monkeypatch, caplog):
    monkeypatch.setattr("kiosk.booking.sources.calendars.read_isolated", None)
    with serving(lambda _asked: Said(calendar())) as server:
        assert collect(anna=ical(server))["anna"].problem == "broke its reader: TypeError"
    assert "the source anna broke its reader" in caplog.text
    caplog.clear()


@pytest.mark.parametrize(("user", "password"), [("kiosk", "secret"), ("kiösk", "gęheim"), ("كشك", "")])
def test_caldav_is_asked_for_events_with_its_credentials(collect, user, password):
    answer = multistatus({"a.ics": calendar(*event(*DAY)), "b.ics": calendar(*event("SEQUENCE:1"))})
    login = {"user": user, "password": password}
    with serving(lambda _asked: Said(answer, 207)) as server:
        outcome = collect(anna=source(kind="caldav", url=f"{server.url}/anna/", **login))
        (asked,) = server.asked
    assert outcome["anna"].state.reading.busy == BUSY
    assert outcome["anna"].event_problems == (
        "'b.ics', line 3: there is no DTSTART; the event does not count",
    )
    assert (asked.method, asked.path, asked.headers["Depth"]) == ("REPORT", "/anna/", "1")
    scheme, sent = asked.headers["Authorization"].split()
    assert (scheme, b64decode(sent).decode()) == ("Basic", f"{user}:{password}")
    assert b'start="20261008T000000Z" end="20261104T000000Z"' in asked.body


def test_caldav_may_be_asked_for_free_busy_only(collect):
    answer = calendar("BEGIN:VFREEBUSY", "FREEBUSY:20261013T100000Z/PT1H", "END:VFREEBUSY")
    with serving(lambda _asked: Said(answer)) as server:
        outcome = collect(anna=source(kind="caldav", url=server.url, report="free-busy"))
        (asked,) = server.asked
    assert outcome["anna"].state.reading.busy == BUSY
    assert b'start="20261011T000000Z" end="20261101T000000Z"' in asked.body


def test_caldav_without_free_busy_says_what_to_do(collect):
    with serving(lambda _asked: Said(b"<multistatus/>", 207)) as server:
        outcome = collect(anna=source(kind="caldav", url=server.url, report="free-busy"))
    assert "use 'report: events'" in outcome["anna"].problem


def test_declined_events_of_the_owner_do_not_count(collect, tmp_path):
    declined = event(*DAY, "ATTENDEE;PARTSTAT=DECLINED:mailto:anna@city.example")
    (tmp_path / "anna.ics").write_bytes(calendar(*declined))
    anna = {"kind": "ical", "file": tmp_path / "anna.ics"}
    assert collect(anna=source(**anna))["anna"].state.reading.busy == BUSY
    known = collect(anna=source(**anna, owner="Anna@city.example"))["anna"]
    assert known.state.reading.busy == ()


def test_file_that_is_not_there(collect, tmp_path):
    problem = collect(anna=source(kind="ical", file=tmp_path / "none.ics"))["anna"].problem
    assert problem == "the file cannot be read: No such file or directory"


def test_thirty_megabytes_of_junk_are_told_and_cost_no_other(collect, tmp_path):
    with (tmp_path / "junk.ics").open("wb") as junk:
        junk.truncate(30 << 20)
    (tmp_path / "good.ics").write_bytes(calendar(*event(*DAY)))
    found = collect(**{name: source(kind="ical", file=tmp_path / f"{name}.ics") for name in ("junk", "good")})
    assert "a file of more than 24 MiB" in found["junk"].problem
    assert found["good"].state.reading.busy


def test_calendars_that_no_one_says_how_to_read():
    rule = {"topics": ["home"], "when": ["tue 13:00-15:00"], "calendars": ["anna", "omar"]}
    feed = feeds.feed(offices={"torg": feeds.office(bookable=[rule])})
    assert list(missing(feed, {"omar": source(kind="ical", file="omar.ics")})) == ["anna"]


def test_office_or_topic_that_the_feed_does_not_have_is_told():
    def system(office, topic):
        return source(kind="calcom", url="https://c.example", office=office, topics={topic: "1"})

    sources = {"good": system("torg", "home"), "a": system("torgt", "home"), "b": system("torg", "hme")}
    assert strange(feeds.feed(), sources) == {
        "a": "the feed has no office 'torgt'; did you mean 'torg'?",
        "b": "the feed has no topic 'hme'; did you mean 'home'?",
    }


GOOD = """
sources:
  anna: {kind: caldav, url: "https://cal.example/anna", user: kiosk, password: secret}
  room: {kind: ical, file: /srv/room.ics}
  zms: {kind: zms, url: "https://zms.example/api", office: torg, office_id: 10489, topics: {home: "7"}}
"""


def test_sources_are_read_from_a_private_file(tmp_path):
    path = tmp_path / "sources.yaml"
    path.write_text(GOOD, encoding="utf-8")
    path.chmod(0o600)
    found = load_sources(path)
    assert {name: each.kind for name, each in found.items()} == {
        "anna": "caldav",
        "room": "ical",
        "zms": "zms",
    }
    assert found["zms"].places == (("torg", "home"),)
    assert "secret" not in repr(found)


def test_file_that_others_may_read_is_refused(tmp_path):
    path = tmp_path / "sources.yaml"
    path.write_text(GOOD, encoding="utf-8")
    path.chmod(0o644)
    with pytest.raises(ContentError, match="chmod 600"):
        load_sources(path)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("anna: {kind: caldaw}", "'caldaw'; one of"),
        ('anna: {kind: caldav, url: "http://cal.example"}', "starts with https://"),
        ("anna: {kind: ical}", "either 'url' or 'file'"),
        ('anna: {kind: caldav, url: "https://cal.example", pasword: x}', "did you mean 'password'"),
        ('anna: {kind: easyappointments, url: "https://e.example", office: a, provider: b}', "missing key"),
    ],
)
def test_mistakes_are_told_at_their_place(tmp_path, text, problem):
    path = tmp_path / "sources.yaml"
    path.write_text(f"sources:\n  {text}\n", encoding="utf-8")
    path.chmod(0o600)
    with pytest.raises(ContentError) as bad:
        load_sources(path)
    assert problem in str(bad.value)
    assert str(bad.value).startswith(f"{path}:2:")
