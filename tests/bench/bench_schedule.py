"""The schedule: 10,000 playlists for one screen, asked once, and every minute of three days."""

import random
import statistics
import time
from datetime import UTC, datetime, timedelta

from kiosk.signage.schedule import Schedule
from tests import feeds
from tests.bench.rows import Row, print_rows

COUNT = 10_000
NOW = datetime(2026, 10, 23, 12, tzinfo=UTC)
MINUTES = 3 * 24 * 60
DAYS = ("mon-fri", "daily", "tue", "sat-sun")


def rows():
    chance = random.Random(1)  # noqa: S311  # the same feed in every run
    ranked = feeds.feed({f"p{number}": playlist(chance, number) for number in range(COUNT)})
    level = {name: {"slides": ["a", "b"], "when": each.when} for name, each in ranked.playlists.items()}
    yield from measured("ranked", ranked)
    yield from measured("all of one rank", feeds.feed(level))


def playlist(chance, number):
    hour, minute = chance.randrange(24), chance.randrange(60)
    hours = (
        f"{chance.choice(DAYS)} {hour:02}:{minute:02}-{(hour + chance.randrange(1, 6)) % 24:02}:{minute:02}"
    )
    kinds = (
        {"since": f"2026-{chance.randrange(1, 13):02}-01", "until": "2027-06-01"},
        {"since": "2026-01-01", "until": "2027-06-01", "hours": [hours]},
        {"holidays": "skip", "hours": [hours]},
        {"since": "2026-01-01", "repeat": "FREQ=MONTHLY;BYDAY=1TU", "hours": [hours]},
    )
    rest = {"priority": chance.randrange(101), "takeover": number % 500 == 0}
    return {"slides": ["a", "b"], "when": kinds[number % len(kinds)]} | rest


def measured(name, feed):
    began = time.perf_counter()
    schedule = Schedule(feed, "s1")
    ready = time.perf_counter()
    schedule.at(NOW)
    asked = time.perf_counter()
    each = [timed(schedule, NOW + timedelta(minutes=minute)) for minute in range(MINUTES)]
    yield Row(f"{COUNT} playlists, {name}: made ready", (ready - began) * 1000, "ms")
    yield Row(f"{COUNT} playlists, {name}: first answer", (asked - ready) * 1000, "ms")
    yield Row(f"{COUNT} playlists, {name}: answer, mean over 3 days", statistics.mean(each), "ms", 1)
    yield Row(f"{COUNT} playlists, {name}: answer, p99", statistics.quantiles(each, n=100)[98], "ms")


def timed(schedule, now):
    began = time.perf_counter()
    schedule.at(now)
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    print_rows(rows())
