"""Sources read side by side: what fails, what is remembered, and what is asked for again."""

import json
from base64 import b64decode
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from pydantic import TypeAdapter

from kiosk.booking.slot_offer import SourceReading, SourceState
from kiosk.booking.sources.calendars import CalDav
from kiosk.booking.sources.collector import Collector, unconfigured_calendars, unknown_places
from kiosk.booking.sources.source_config import AnySource, load_sources
from kiosk.booking.sources.source_memory import SourceMemory, StoredReading
from kiosk.feed.problems import ContentError
from kiosk.feed.wall_time import Span
from tests import feeds
from tests.booking.sources.ical.samples import DAY, calendar, event, multistatus
from tests.booking.sources.stub import Reply, serving
from tests.net.raw_server import answers, drips, raw_server, silent

NOW = datetime(2026, 10, 12, 12, tzinfo=UTC)
BUSY = (Span(datetime(2026, 10, 13, 10, tzinfo=UTC), datetime(2026, 10, 13, 11, tzinfo=UTC)),)


def source(**config):
    return TypeAdapter(AnySource).validate_python(config)


def ical(server, path="/anna.ics"):
    return source(kind="ical", url=server.url + path)


def collector_at(folder, minutes=0):
    now = NOW + timedelta(minutes=minutes)
    midnight = now.replace(hour=0, minute=0)
    window = Span(midnight - timedelta(days=1), midnight + timedelta(days=20))
    return Collector(SourceMemory(folder / "state", now), ZoneInfo(feeds.ZONE), window, now, keep_s=900)


@pytest.fixture
def collect(tmp_path):
    return lambda minutes=0, **sources: collector_at(tmp_path, minutes).collect(sources)


def test_calendar_behind_a_link_is_read(collect):
    with serving(lambda _asked: Reply(calendar(*event(*DAY), *event("SEQUENCE:1", uid="two")))) as server:
        outcome = collect(anna=ical(server))["anna"]
    assert (outcome.state.reading.busy, outcome.state.as_of, outcome.problem, outcome.event_problems) == (
        BUSY,
        NOW,
        "",
        ("line 9: there is no DTSTART; the event does not count",),
    )


def test_one_that_fails_does_not_stop_the_others(collect, tmp_path):
    (tmp_path / "omar.ics").write_bytes(calendar(*event(*DAY)))
    with serving(lambda _asked: Reply(status=500)) as server:
        got = collect(anna=ical(server), omar=source(kind="ical", file=tmp_path / "omar.ics"))
    assert got["omar"].state.reading.busy == BUSY
    assert (got["anna"].state.reading, got["anna"].state.as_of) == (None, None)
    assert got["anna"].problem == "the server is in trouble (500)"


def test_last_reading_counts_for_a_while_and_is_then_not_known(collect):
    replies = [Reply(calendar(*event(*DAY)))]
    with serving(lambda _asked: replies[0]) as server:
        collect(anna=ical(server))
        replies[0] = Reply(b"<html>")
        later, too_late = collect(15, anna=ical(server))["anna"], collect(16, anna=ical(server))["anna"]
    assert (later.state.reading.busy, later.state.as_of) == (BUSY, NOW)
    assert (too_late.state.reading, too_late.state.as_of) == (None, NOW)
    assert "not a calendar" in later.problem


def test_server_that_wants_to_be_left_alone_is(collect):
    replies = [Reply(status=429, headers={"Retry-After": "120"})]
    with serving(lambda _asked: replies[0]) as server:
        assert "too many requests" in collect(anna=ical(server))["anna"].problem
        replies[0] = Reply(calendar())
        assert "a pause until 12:02:00" in collect(1, anna=ical(server))["anna"].problem
        assert len(server.asked) == 1
        assert collect(2, anna=ical(server))["anna"].problem == ""
        assert collect(3, anna=ical(server))["anna"].problem == ""


def test_unchanged_calendar_is_not_read_again(collect, monkeypatch):
    def replies(asked):
        return Reply(status=304) if asked.headers.get("If-None-Match") == '"1"' else Reply(
            calendar(*event(*DAY)), headers={"ETag": '"1"'}
        )  # fmt: skip

    with serving(replies) as server:
        collect(anna=ical(server))
        monkeypatch.setattr("kiosk.booking.sources.calendars.read_isolated", None)
        outcome = collect(5, anna=ical(server))["anna"]
        assert (outcome.state.reading.busy, outcome.state.as_of) == (BUSY, NOW + timedelta(minutes=5))
        monkeypatch.undo()
        assert collect(60 * 24, anna=ical(server))["anna"].state.reading.busy == BUSY
        assert ["If-None-Match" in each.headers for each in server.asked] == [False, True, False]


def test_same_bytes_without_a_tag_are_not_read_again(collect, monkeypatch):
    with serving(lambda _asked: Reply(calendar(*event(*DAY)))) as server:
        collect(anna=ical(server))
        monkeypatch.setattr("kiosk.booking.sources.calendars.read_isolated", None)
        assert collect(5, anna=ical(server))["anna"].state.reading.busy == BUSY


def test_memory_holds_no_names(collect, tmp_path):
    with serving(lambda _asked: Reply(calendar(*event(*DAY)))) as server:
        collect(anna=ical(server))
    kept = (tmp_path / "state/anna.json").read_text(encoding="utf-8")
    assert "Andersson" not in kept
    assert json.loads(kept)["busy"]


def test_damaged_memory_was_never_known(collect, tmp_path):
    (tmp_path / "state").mkdir()
    (tmp_path / "state/anna.json").write_bytes(b"{")
    with serving(lambda _asked: Reply(status=500)) as server:
        assert collect(anna=ical(server))["anna"].state.as_of is None


def test_reader_that_breaks_is_reported_and_logged(collect, monkeypatch, caplog):
    monkeypatch.setattr("kiosk.booking.sources.calendars.read_isolated", None)
    with serving(lambda _asked: Reply(calendar())) as server:
        assert collect(anna=ical(server))["anna"].problem == "its reader failed: TypeError"
    assert "the reader of the source anna failed" in caplog.text
    caplog.clear()


@pytest.mark.parametrize(("user", "password"), [("kiosk", "secret"), ("kiösk", "gęheim"), ("كشك", "")])
def test_caldav_is_asked_for_events_with_its_credentials(collect, user, password):
    answer = multistatus({"a.ics": calendar(*event(*DAY)), "b.ics": calendar(*event("SEQUENCE:1"))})
    login = {"user": user, "password": password}
    with serving(lambda _asked: Reply(answer, 207)) as server:
        outcome = collect(anna=source(kind="caldav", url=f"{server.url}/anna/", **login))
        asked, *_ = server.asked
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
    with serving(lambda _asked: Reply(answer)) as server:
        outcome = collect(anna=source(kind="caldav", url=server.url, report="free-busy"))
        asked, *_ = server.asked
    assert outcome["anna"].state.reading.busy == BUSY
    assert b'start="20261011T000000Z" end="20261101T000000Z"' in asked.body


def test_caldav_without_free_busy_says_what_to_do(collect):
    with serving(lambda _asked: Reply(b"<multistatus/>", 207)) as server:
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


def test_thirty_megabytes_of_junk_are_reported_and_cost_no_other(collect, tmp_path):
    with (tmp_path / "junk.ics").open("wb") as junk:
        junk.truncate(30 << 20)
    (tmp_path / "good.ics").write_bytes(calendar(*event(*DAY)))
    found = collect(**{name: source(kind="ical", file=tmp_path / f"{name}.ics") for name in ("junk", "good")})
    assert "a file of more than 24 MiB" in found["junk"].problem
    assert found["good"].state.reading.busy


def test_calendars_that_no_one_says_how_to_read():
    rule = {"topics": ["home"], "when": ["tue 13:00-15:00"], "calendars": ["anna", "omar"]}
    feed = feeds.feed(offices={"torg": feeds.office(bookable=[rule])})
    assert list(unconfigured_calendars(feed, {"omar": source(kind="ical", file="omar.ics")})) == ["anna"]


def test_office_or_topic_that_the_feed_does_not_have_is_reported():
    def system(office, topic):
        return source(kind="calcom", url="https://c.example", office=office, topics={topic: "1"})

    sources = {"good": system("torg", "home"), "a": system("torgt", "home"), "b": system("torg", "hme")}
    assert unknown_places(feeds.feed(), sources) == {
        "a": "the feed has no office 'torgt'; did you mean 'torg'?",
        "b": "the feed has no topic 'hme'; did you mean 'home'?",
    }


def quick(*_arguments):
    """What a calendar says that is read at once."""
    return StoredReading(busy=BUSY)


def test_what_is_known_is_reported_while_a_source_is_slow(tmp_path, monkeypatch):
    """It sends a byte now and then: no limit on silence would end it, and nobody waits for it."""
    monkeypatch.setattr("kiosk.booking.sources.collector.FIRST_LIST_S", 1.0)
    monkeypatch.setattr("kiosk.booking.sources.collector.ROUND_S", 1.1)
    monkeypatch.setattr(CalDav, "read", quick)
    with raw_server(drips(b"HTTP/1.1 200 OK\r\n\r\n", b"x")) as server:
        sources = {"anna": ical(server), "omar": source(kind="caldav", url=server.url)}
        meanwhile, last = collector_at(tmp_path).rounds(sources)
    for each in (meanwhile, last):
        assert each["omar"].state.reading.busy == BUSY
        assert (each["anna"].state.reading, each["anna"].problem) == (None, "it has not answered yet")


def test_slow_source_counts_by_what_it_said_before(tmp_path, monkeypatch):
    with raw_server(closing(b"HTTP/1.1 200 OK\r\n\r\n" + calendar(*event(*DAY)))) as server:
        collector_at(tmp_path).collect({"anna": ical(server)})
        server.script = silent
        monkeypatch.setattr("kiosk.booking.sources.collector.FIRST_LIST_S", 0.1)
        monkeypatch.setattr("kiosk.booking.sources.collector.ROUND_S", 0.2)
        *_, last = collector_at(tmp_path, minutes=5).rounds({"anna": ical(server)})
    assert (last["anna"].state.reading.busy, last["anna"].state.as_of) == (BUSY, NOW)


def closing(data):
    """A script that answers one request and closes."""

    def script(connection, server):
        server.head(connection)
        connection.sendall(data)

    return script


def test_interruption_ends_the_reading(tmp_path):
    collector = collector_at(tmp_path)

    def stopped(_connection, server):
        collector.interrupt.set()
        server.ended.wait(20)

    with raw_server(stopped) as server:
        assert collector.collect({"anna": ical(server)})["anna"].problem == "the request was cancelled"
    assert not (tmp_path / "state/anna.json").exists()


def test_source_that_has_moved_is_another_one(collect):
    """Neither its tag nor its answer is of any use: they are of what is at the old address."""

    def replies(asked):
        return Reply(status=304) if asked.headers.get("If-None-Match") else Reply(
            calendar(*event(*DAY)), headers={"ETag": '"1"'}
        )  # fmt: skip

    with serving(replies) as server, serving(lambda _asked: Reply(status=500)) as elsewhere:
        collect(anna=ical(server))
        collect(1, anna=ical(server, "/omar.ics"))
        assert ["If-None-Match" in each.headers for each in server.asked] == [False, False]
        assert collect(2, anna=ical(elsewhere))["anna"].state == SourceState(None, None, ())
        collect(3, anna=ical(server))
        collect(4, anna=source(kind="ical", url=f"{server.url}/anna.ics", user="another"))
        assert ["If-None-Match" in each.headers for each in server.asked] == [False] * 4


def test_memory_of_another_version_is_not_used(collect, monkeypatch):
    """It may have read a calendar wrongly, which has not changed since."""
    with serving(lambda _asked: Reply(calendar(*event(*DAY)), headers={"ETag": '"1"'})) as server:
        collect(anna=ical(server))
        monkeypatch.setattr("kiosk.booking.sources.source_memory.__version__", "99")
        collect(1, anna=ical(server))
        assert ["If-None-Match" in each.headers for each in server.asked] == [False, False]


@pytest.mark.parametrize("minutes", [(0, 30, 10), (0, -60), (0, 30, 29, 31)])
def test_clock_that_goes_back_does_not_make_memory_fresh(collect, minutes):
    """At 12:30 the reading of 12:00 is too old, and that the clock then says 12:10 changes nothing."""
    replies = [Reply(calendar(*event(*DAY)))]
    with serving(lambda _asked: replies[0]) as server:
        collect(minutes[0], anna=ical(server))
        replies[0] = Reply(status=500)
        for minute in minutes[1:]:
            outcome = collect(minute, anna=ical(server))["anna"]
    assert outcome.state == SourceState(None, None, ())


def test_clock_that_goes_back_shuts_no_server_out(collect):
    replies = [Reply(status=429, headers={"Retry-After": "3600"})]
    with serving(lambda _asked: replies[0]) as server:
        collect(60 * 24, anna=ical(server))
        replies[0] = Reply(calendar())
        assert collect(anna=ical(server))["anna"].problem == ""


@pytest.mark.parametrize(
    ("config", "again"),
    [
        ({"kind": "easyappointments", "provider": "3", "token": "t", "days": 45}, 2),  # 45 of 90 in 120 s
        ({"kind": "calcom"}, 1),
        ({"kind": "zms", "office_id": "1", "days": 2}, 2),  # each call begins its minute anew
    ],
)
def test_server_with_a_limit_is_left_alone_long_enough(collect, config, again):
    empty = {
        "easyappointments": [],
        "calcom": {"status": "success", "data": {}},
        "zms": {"availableDays": []},
    }
    with serving(lambda _asked: Reply(json.dumps(empty[config["kind"]]).encode())) as server:
        made = source(url=server.url, office="torg", topics={"home": "7"}, **config)
        ages = []
        for minute in range(4):
            outcome = collect(minute, s=made)["s"]
            assert (outcome.problem, outcome.state.reading) == ("", SourceReading())
            ages.append((NOW + timedelta(minutes=minute) - outcome.state.as_of) // timedelta(minutes=1))
    assert ages == [minute % again for minute in range(4)]


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
    found = load_sources(path).sources
    assert {name: each.kind for name, each in found.items()} == {
        "anna": "caldav",
        "room": "ical",
        "zms": "zms",
    }
    assert found["zms"].places == (("torg", "home"),)
    assert "secret" not in repr(found)


def test_proxy_and_authorities_have_keys_of_their_own(tmp_path):
    """All but what is on this machine goes through the proxy."""
    path = tmp_path / "sources.yaml"
    with (
        raw_server(answers(b"HTTP/1.1 502 Bad Gateway\r\n\r\n")) as proxy,
        serving(lambda _: Reply(b"")) as here,
    ):
        path.write_text(
            f"proxy: {proxy.url.replace('//', '//me@')}\n"
            f"proxy_password: {tmp_path}/proxy.password\n"
            f"ca: {tmp_path}/none.pem\n"
            f"sources:\n"
            f"  far: {{kind: ical, url: 'https://cal.example/a.ics'}}\n"
            f"  near: {{kind: ical, url: '{here.url}/b.ics'}}\n",
            encoding="utf-8",
        )
        path.chmod(0o600)
        (tmp_path / "proxy.password").write_text("secret\n", encoding="utf-8")
        (tmp_path / "proxy.password").chmod(0o600)
        found = load_sources(path)
        (tmp_path / "none.pem").write_bytes(b"")
        answer = replace(collector_at(tmp_path), ca=found.ca).collect({"far": found.by_name["far"]})["far"]
        assert "no PEM certificates; check ca:" in answer.problem
        got = replace(collector_at(tmp_path), proxy=found.proxy_url).collect(found.by_name)
        assert (len(here.asked), len(proxy.heard)) == (1, 1)
    assert proxy.heard[0].startswith(b"CONNECT cal.example:443 ")
    assert b"Proxy-Authorization: Basic bWU6c2VjcmV0" in proxy.heard[0]
    assert "502" in got["far"].problem


def test_proxy_without_a_port_is_refused(tmp_path):
    path = tmp_path / "sources.yaml"
    path.write_text("sources: {}\nproxy: proxy.example\n", encoding="utf-8")
    path.chmod(0o600)
    with pytest.raises(ContentError, match=r"yaml:2:8: error: expected a web proxy's address with its port"):
        load_sources(path)


def test_file_that_others_may_read_is_refused(tmp_path):
    path = tmp_path / "sources.yaml"
    path.write_text(GOOD, encoding="utf-8")
    path.chmod(0o644)
    with pytest.raises(ContentError, match="chmod 600"):
        load_sources(path)


EASY = "{kind: easyappointments, url: 'https://e.example', office: a, token: t, provider: '1'"
ZMS = "{kind: zms, url: 'https://z.example', office: a, office_id: 1"
TWO = "\n  ".join(f"{name}: {EASY}, topics: {{a: '1'}}, days: 46}}" for name in ("anna", "omar"))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("anna: {kind: caldaw}", "'caldaw'; one of"),
        ('anna: {kind: caldav, url: "http://cal.example"}', "starts with https://"),
        ('anna: {kind: ical, url: "webcal://cal.example/a"}', "did you mean 'https://cal.example/a'"),
        ("anna: {kind: ical, url: cal.example/a}", "did you mean 'https://cal.example/a'"),
        ("anna: {kind: ical}", "either 'url' or 'file'"),
        ('anna: {kind: caldav, url: "https://cal.example", pasword: x}', "did you mean 'password'"),
        ('anna: {kind: easyappointments, url: "https://e.example", office: a, provider: b}', "missing key"),
        (f"anna: {EASY}, topics: {{a: '1', b: '2'}}, days: 46}}", "expected at most 90 calls per reading"),
        (f"anna: {ZMS}, topics: {{a: '1', b: '2'}}, days: 31}}", "expected at most 60 calls per reading"),
        (f"anna: {ZMS}, form: days, topics: {{a: '1'}}, days: 60}}", "got '61 for 1 topics and 60 days'"),
        (TWO, "anna, omar together make 92 calls to one server, which allows 90 at a time"),
    ],
)
def test_mistakes_are_reported_at_their_place(tmp_path, text, problem):
    path = tmp_path / "sources.yaml"
    path.write_text(f"sources:\n  {text}\n", encoding="utf-8")
    path.chmod(0o600)
    with pytest.raises(ContentError) as bad:
        load_sources(path)
    assert problem in str(bad.value)
    assert str(bad.value).startswith(f"{path}:2:")
