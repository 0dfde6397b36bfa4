"""The schedule: 10,000 playlists for one screen, queried for every minute of three days. Processor time."""

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
    yield from measured("of different priorities", ranked)
    yield from measured("all of one priority", feeds.feed(level))


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
    began = time.process_time()
    schedule = Schedule(feed, "s1")
    ready = time.process_time()
    schedule.at(NOW)
    asked = time.process_time()
    each = [timed(schedule, NOW + timedelta(minutes=minute)) for minute in range(MINUTES)]
    yield Row(f"{COUNT} playlists, {name}: prepared", (ready - began) * 1000, "ms")
    yield Row(f"{COUNT} playlists, {name}: first query", (asked - ready) * 1000, "ms")
    yield Row(f"{COUNT} playlists, {name}: a query, mean over 3 days", statistics.mean(each), "ms", 1)
    yield Row(f"{COUNT} playlists, {name}: a query, p99", statistics.quantiles(each, n=100)[98], "ms")


def timed(schedule, now):
    began = time.process_time()
    schedule.at(now)
    return (time.process_time() - began) * 1000


if __name__ == "__main__":
    print_rows(rows())
