"""A round of reading: bounded, side by side, and the last good answer keeps its own age."""

import json
import threading
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from zoneinfo import ZoneInfo

import pytest

from kiosk import isolated
from kiosk.live.live_data import QueueState
from kiosk.live.sources import source_round
from kiosk.live.sources.live_config import EventsSource, QueueSource, SmhiSource
from kiosk.live.sources.live_memory import LiveMemory
from kiosk.live.sources.source_round import SourceRound
from tests.booking.sources.ical.samples import calendar
from tests.booking.sources.stub import Reply
from tests.booking.sources.stub import serving as stub

NOW = datetime(2026, 11, 24, 11, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Stockholm")
KEEP = {"queue": 120.0, "library": 86400.0}


def queue_reply(waiting):
    return Reply(json.dumps({"serving": ["A 1"], "waiting": waiting}).encode())


@pytest.fixture
def parsed(monkeypatch):
    """How often an answer was read by another process; done here, to be quick."""
    begun = []

    def here(reader, request, _limits):
        begun.append(reader[1])
        module = __import__(reader[0], fromlist=["_"])
        try:
            return getattr(module, reader[1])(request)
        except Exception as bad:
            raise isolated.IsolatedError(str(bad)) from bad

    monkeypatch.setattr(isolated, "run_named", here)
    return begun


@pytest.fixture
def read(tmp_path, monkeypatch):
    """Reads sources; a round reports once, when all have answered, unless a test is less patient."""
    monkeypatch.setattr(source_round, "FIRST_S", source_round.ROUND_S)

    def rounds(sources, minutes=0, hosts=()):
        now = NOW + timedelta(minutes=minutes)
        each = SourceRound(LiveMemory(tmp_path, now), ZONE, now, KEEP, frozenset(hosts))
        return list(each.outcomes(sources))

    return rounds


@contextmanager
def queue(replies):
    with stub(replies) as server:
        yield {"queue": QueueSource(kind="queue", url=f"{server.url}/q.json")}, server


def test_last_good_answer_keeps_its_age_until_it_may_not_be_shown(read, parsed):
    replies = [queue_reply(3)]
    with queue(lambda _: replies[0]) as (sources, _):
        (first,) = read(sources)
        replies[0] = Reply(status=503)
        (second,), (third,) = read(sources, minutes=1), read(sources, minutes=3)
    assert first["queue"].known == QueueState(as_of=NOW, serving=first["queue"].known.serving, waiting=3)
    assert (second["queue"].known, second["queue"].problem) == (
        first["queue"].known,
        "the server is in trouble (503)",
    )
    assert third["queue"].known is None


def test_age_of_an_answer_is_the_one_that_it_tells_and_not_modified_makes_nothing_new(read, parsed):
    """A queue system that died leaves a server behind that goes on to answer "not modified" (304)."""
    told = json.dumps({"waiting": 3, "at": NOW.isoformat()}).encode()

    def replies(asked):
        known = asked.headers.get("If-None-Match")
        return Reply(status=304) if known else Reply(told, headers={"ETag": '"1"'})

    with queue(replies) as (sources, _):
        found = [read(sources, minutes=minutes)[-1]["queue"] for minutes in (0, 1, 11)]
    assert [each.known and each.known.as_of for each in found] == [NOW, NOW, None]
    assert "is not current" in found[-1].problem


def test_unchanged_calendar_is_read_once_a_day(read, parsed):
    body = calendar("BEGIN:VEVENT", "UID:1", "SUMMARY:Fika", "DTSTART:20261125T100000Z", "END:VEVENT")

    def replies(asked):
        known = asked.headers.get("If-None-Match") == '"1"'
        return Reply(status=304, headers={"ETag": '"1"'}) if known else Reply(body, headers={"ETag": '"1"'})

    with stub(replies) as server:
        sources = {"library": EventsSource(kind="events", url=f"{server.url}/x.ics")}
        found = [read(sources, minutes=minutes)[-1]["library"].known for minutes in (0, 5, 24 * 60)]
    assert [each.as_of for each in found] == [NOW + timedelta(minutes=each) for each in (0, 5, 1440)]
    assert len(parsed) == 2


def test_forecast_is_not_requested_before_it_expires(read, parsed):
    hour = {"time": "2026-11-24T12:00:00Z", "data": {"air_temperature": 1.0, "symbol_code": 1}}
    changed, asked_for = "Tue, 24 Nov 2026 10:00:00 GMT", []
    ends = {0: 30, 31: 9000, 92: "soon"}

    def replies(asked):
        minutes = (0, 31, 92, 103)[len(asked_for)]
        asked_for.append((minutes, asked.headers.get("If-Modified-Since", "")))
        end = ends.get(minutes, "")
        expires = format_datetime(NOW + timedelta(minutes=end), usegmt=True) if isinstance(end, int) else end
        headers = {"Last-Modified": changed, "Expires": expires}
        if minutes:
            return Reply(status=304, headers=headers)
        return Reply(json.dumps({"timeSeries": [hour]}).encode(), headers=headers)

    with stub(replies) as server:
        sources = {"weather": SmhiSource(kind="smhi", position="59.3, 17.8", url=f"{server.url}/data.json")}
        for minutes in (0, 15, 29, 31, 45, 89, 92, 103):
            (found,) = read(sources, minutes=minutes)
            assert (found["weather"].problem, len(found["weather"].known.hours)) == ("", 1)
    # One that expires in days is requested again after an hour.
    assert asked_for == [(0, ""), (31, changed), (92, changed), (103, changed)]


def test_what_names_a_strange_host_is_left_out_and_reported(read, parsed):
    answer = json.dumps({"serving": [{"number": "A 1", "desk": "evil.se"}, "A 2"]}).encode()
    with queue(lambda _: Reply(answer)) as (sources, _):
        (found,), (allowed,) = read(sources), read(sources, hosts=["evil.se"])
    assert [each.number for each in found["queue"].known.serving] == ["A 2"]
    assert "evil.se" in found["queue"].left_out[0]
    assert len(allowed["queue"].known.serving) == 2


def test_source_that_hangs_is_not_waited_for(read, parsed, monkeypatch):
    monkeypatch.setattr(source_round, "FIRST_S", 3.0)
    monkeypatch.setattr(source_round, "AGAIN_S", 0.5)
    monkeypatch.setattr(source_round, "ROUND_S", 3.5)
    free = threading.Event()
    with queue(lambda _: queue_reply(3)) as (sources, _), stub(lambda _: Reply(waits_for=free)) as slow:
        both = sources | {"library": EventsSource(kind="events", url=f"{slow.url}/x.ics")}
        first, last = read(both)
        free.set()
    assert first["queue"].known.waiting == 3
    assert first["library"].problem == last["library"].problem == "it has not answered yet"


def test_what_comes_late_is_told_though_another_source_still_hangs(tmp_path, parsed, monkeypatch):
    monkeypatch.setattr(source_round, "FIRST_S", 0.2)
    late, never = threading.Event(), threading.Event()
    with (
        stub(lambda _: Reply(json.dumps({"waiting": 3}).encode(), waits_for=late)) as slow,
        stub(lambda _: Reply(waits_for=never)) as hanging,
    ):
        urls = {"queue": slow.url, "hung": hanging.url}
        sources = {name: QueueSource(kind="queue", url=f"{url}/q.json") for name, url in urls.items()}
        rounds = SourceRound(LiveMemory(tmp_path, NOW), ZONE, NOW, KEEP).outcomes(sources)
        assert next(rounds)["queue"].known is None
        late.set()
        assert next(rounds)["queue"].known.waiting == 3
        rounds.close()
        never.set()


def test_source_that_hung_does_not_hold_up_the_next_rounds(read, parsed, monkeypatch):
    free = threading.Event()
    with queue(lambda _: queue_reply(3)) as (sources, _), stub(lambda _: Reply(waits_for=free)) as slow:
        hung = {"library": EventsSource(kind="events", url=f"{slow.url}/x.ics")}
        with monkeypatch.context() as impatient:
            impatient.setattr(source_round, "ROUND_S", 2.0)
            impatient.setattr(source_round, "FIRST_S", 2.0)
            read(hung)
        (second,) = read(sources | hung, minutes=1)
        asked = len(slow.asked)
        monkeypatch.setattr(source_round, "ROUND_S", 2.0)
        monkeypatch.setattr(source_round, "FIRST_S", 2.0)
        read(hung, minutes=3)
        free.set()
    assert (asked, len(slow.asked)) == (1, 2)
    assert second["library"].problem == "it is not asked again until 11:02:00 UTC"
    assert second["queue"].problem == ""


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (Reply(b"<html>"), "not JSON"),
        (Reply(b" " * (25 << 20)), "more than 24 MiB"),
        (Reply(status=302, headers={"Location": "http://127.0.0.1/"}), "moved it elsewhere"),
        (Reply(b"{}", status=404), "refuses (404)"),
        (Reply(b'{"serving": []'), "not JSON"),
    ],
)
def test_bad_answers_are_reported(read, parsed, answer, problem):
    with queue(lambda _: answer) as (sources, _):
        (found,) = read(sources)
    assert problem in found["queue"].problem
    assert found["queue"].known is None


def test_answers_are_read_in_a_process_of_their_own(read):
    """The real process: an answer that is made to take all memory ends itself alone."""
    bomb = b'{"serving": [' + b"[" * 3_000_000
    replies = {"/q.json": Reply(bomb), "/x.ics": Reply(calendar())}
    with stub(lambda asked: replies[asked.path]) as server:
        sources = {
            "queue": QueueSource(kind="queue", url=f"{server.url}/q.json"),
            "library": EventsSource(kind="events", url=f"{server.url}/x.ics"),
        }
        found = read(sources)[-1]
    assert found["queue"].problem
    assert found["library"].problem == ""


def test_memory_of_another_source_is_not_this_ones(read, parsed):
    with queue(lambda _: queue_reply(3)) as (sources, server):
        read(sources)
        other = {"queue": QueueSource(kind="queue", url=f"{server.url}/other.json", user="anna")}
        server.reply_to = lambda _: Reply(status=500)
        assert read(other)[0]["queue"].known is None
