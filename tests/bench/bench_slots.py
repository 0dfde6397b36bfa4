"""Free times: ten calendars of 10,000 events for 90 days, and a list of 50,000 slots on a screen."""

import gc
import random
import resource
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.booking.shown_slots import kept_form, key_of, load_kept, request_for, shown
from kiosk.booking.slot_offer import slot_offer, window
from kiosk.booking.slots import MAX_SLOTS, Slot, SlotList, open_slots, write_slots
from kiosk.booking.sources.calendars import Ical
from kiosk.booking.sources.collector import Collector
from kiosk.booking.sources.source_memory import SourceMemory
from tests import feeds
from tests.bench.rows import Row, print_rows

NOW = datetime(2026, 10, 23, 6, tzinfo=UTC)
CALENDARS = [f"guide-{number}" for number in range(10)]
EVENTS = 10_000
SERIES = 500  # of them come again every other week, for years


def rows():
    yield from collecting()
    yield from reading()


def collecting():
    week = {"topics": ["home"], "when": ["mon-fri 08:00-17:00"], "horizon": "90 d"}
    rules = [week | {"calendars": [name]} for name in CALENDARS]
    feed = feeds.feed(offices={"torg": feeds.office(bookable=rules)})
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        sources = {name: Ical(kind="ical", file=calendar(base / f"{name}.ics", name)) for name in CALENDARS}

        def run(now):
            began = time.perf_counter()
            collector = Collector(
                SourceMemory(base / "state", now), ZoneInfo(feeds.ZONE), window(feed, now), now, 900
            )
            states = {name: each.state for name, each in collector.collect(sources).items()}
            found = slot_offer(feed, states, now)
            assert not found.listed.older
            return time.perf_counter() - began

        before = cpu_s()
        yield Row("10 calendars of 10,000 events, 90 days: first run", run(NOW), "s", 20)
        yield Row("the same: CPU time", cpu_s() - before, "s")
        yield Row(
            "10 calendars of 10,000 events, 90 days: unchanged", run(NOW + timedelta(minutes=1)), "s", 1
        )
        yield Row(
            "10 calendars of 10,000 events: peak memory of `kiosk slots`",
            peak(resource.RUSAGE_SELF),
            "MB",
            300,
        )
        yield Row(
            "10 calendars of 10,000 events: peak memory of one reader",
            peak(resource.RUSAGE_CHILDREN),
            "MB",
            300,
        )


def calendar(path, name):
    chance = random.Random(name)  # noqa: S311  # the same calendars in every run
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0"]
    for number in range(EVENTS):
        start = NOW - timedelta(days=30) + timedelta(minutes=15 * chance.randrange(120 * 96))
        lines += ["BEGIN:VEVENT", f"UID:{name}-{number}", "SUMMARY:A meeting", "DESCRIPTION:" + "Words " * 10]
        lines += [f"DTSTART;TZID=Europe/Stockholm:{start:%Y%m%dT%H%M%S}", "DURATION:PT30M"]
        lines += ["RRULE:FREQ=WEEKLY;INTERVAL=2"] if number < SERIES else []
        lines += ["END:VEVENT"]
    path.write_text("\r\n".join([*lines, "END:VCALENDAR", ""]), encoding="utf-8")
    return path


def peak(who):
    return resource.getrusage(who).ru_maxrss / 1024


def cpu_s():
    """The processor time of this process and of the readers that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def reading():
    """The longest list allowed: reduced in the isolated process, loaded by the player, read for a visitor.

    Processor time, which other programs on the machine hardly change.
    """
    topics, starts = [f"topic-{number}" for number in range(8)], range(MAX_SLOTS // 8)
    times = [(topic, NOW + timedelta(minutes=10 * (number + 1))) for topic in topics for number in starts]
    slots = tuple(
        Slot(office="torg", topic=topic, start=at, end=at + timedelta(minutes=10)) for topic, at in times
    )
    request = request_for(write_slots(SlotList(generated_at=NOW, slots=slots)), ["torg"], topics)
    kept, reduced_ms = timed(lambda: shown(request))
    stored = kept_form(key_of(request), kept)
    found, loaded_ms = timed(lambda: load_kept(stored))
    listed, read_ms = timed(lambda: open_slots(found, topics[0], NOW))
    assert listed
    what = f"{MAX_SLOTS:,} slots"
    yield Row(f"{what}, isolated process: reduced to the {len(found.slots):,} of a screen", reduced_ms, "ms")
    yield Row(f"{what}, player: loaded", loaded_ms, "ms", 50)
    yield Row(f"{what}, player: a topic's, the first time", read_ms, "ms", 5)


def timed(work):
    """Return what the work returns, and the milliseconds of processor time it took.

    Without Python's automatic garbage collection, which the player switches off as well.
    """
    gc.disable()
    began = time.process_time()
    found = work()
    spent = time.process_time() - began
    gc.enable()
    return found, spent * 1000


if __name__ == "__main__":
    print_rows(rows())
