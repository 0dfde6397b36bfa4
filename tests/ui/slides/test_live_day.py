"""A day of a wall whose sources fail at random: nothing that is seen is ever older than its slide allows.

Every source puts a number into its words at each reading. What the wall says is searched for these numbers,
each moment of the day, whatever the screen misses and however its clock is set.
"""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

import msgspec
import pytest

from kiosk.booking.shown_slots import kept_form
from kiosk.device.shown_live_data import ShownLiveData
from kiosk.feed.alert_rules import AlertRule, AlertTexts
from kiosk.feed.live_slides import DeparturesSlide, EventsSlide, NewsSlide, QueueSlide, WeatherSlide
from kiosk.feed.localized_text import Text
from kiosk.feed.models import Playlist
from kiosk.live.freshness import valid_for
from kiosk.live.live_data import (
    Alert,
    AlertList,
    Departure,
    DepartureList,
    EventList,
    Forecast,
    ForecastHour,
    LiveEvent,
    NewsItem,
    NewsList,
    QueueState,
    Serving,
)
from kiosk.live.republication import gathered
from kiosk.sync.screen_slots import LIVE_SHOWN
from kiosk.ui.screen_context import ScreenContext
from kiosk.ui.slides.slide_queue import SlideQueue
from tests import feeds
from tests.device.test_free_times import Disk

START = datetime(2026, 10, 24, 22, tzinfo=UTC)  # with the change of the clocks
STEP = timedelta(seconds=20)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
ALERT = 3 * MINUTE
TITLE = Text("Nu")
SLIDES = {
    "events": EventsSlide(kind="events", title=TITLE, sources=("events",), valid_for=3600.0),
    "news": NewsSlide(kind="news", title=TITLE, sources=("news",), valid_for=1800.0),
    "queue": QueueSlide(kind="queue", title=TITLE, source="queue", valid_for=120.0),
    "weather": WeatherSlide(kind="weather", title=TITLE, source="weather", valid_for=900.0),
    "stop": DeparturesSlide(kind="departures", title=TITLE, source="stop", valid_for=120.0),
}
FEED = replace(
    feeds.feed({"p": {"slides": ["hello"]}}),
    alerts={"alerts": AlertRule(senders=("vma@sr.example",), valid_for=300.0)},
    alert_texts=AlertTexts(other=Text("Gå in.")),
)
FEED = replace(FEED, slides=FEED.slides | SLIDES, playlists={"p": Playlist(slides=("hello", *SLIDES))})
VALID = valid_for(FEED)
NUMBERED = rf"({'|'.join(VALID)})=(\d+);"


def said_by(name, number, now):
    """What a source says at a reading; its number is in its words."""
    words, end = f"{name}={number};", now + 30 * MINUTE
    event = LiveEvent(title=words, start=now, end=end)
    hours = tuple(ForecastHour(time=now + step * HOUR, temperature=1, sky="rain") for step in range(30))
    departure = Departure(line="1", destination=words, time=end)
    alert = Alert(
        identifier=str(number), sender="vma@sr.example", severity="severe", certainty="observed", start=now,
        end=now + ALERT, headline=words, offices=("torg",),
    )  # fmt: skip
    return {
        "events": ("events", EventList(as_of=now, events=(event,))),
        "news": ("news", NewsList(as_of=now, items=(NewsItem(title=words),))),
        "queue": ("queues", QueueState(as_of=now, serving=(Serving(number="A 1", desk=words),))),
        "weather": ("weather", Forecast(as_of=now, credit=words, hours=hours)),
        "stop": ("departures", DepartureList(as_of=now, departures=(departure,))),
        "alerts": ("alerts", AlertList(as_of=now, alerts=(alert,) if number % 7 == 0 else ())),
    }[name]  # fmt: skip


class Sources:
    """The sources and the machine that reads them every minute: each fails for a while, now and then."""

    def __init__(self, random):
        self.random, self.known, self.broken, self.read_at = random, {}, {}, {}

    def round(self, number, now):
        """Read all; return what is published: the last good answer of each, unless it is too old by then."""
        for name in VALID:
            if self.random.random() < 0.05:
                self.broken[name] = now + self.random.randint(1, 120) * MINUTE
            if self.broken.get(name, now) <= now:
                self.known[name] = said_by(name, number, now)
                self.read_at[name, number] = now
        kept = {
            name: each
            for name, each in self.known.items()
            if now - each[1].as_of <= timedelta(seconds=VALID[name])
        }
        return gathered(kept, now)


def words_of(content):
    return repr((content.title, content.body, content.state, content.figure, content.updated, content.rows))


@pytest.mark.parametrize("seed", range(3))
def test_nothing_too_old_is_seen_at_any_moment_of_a_day(qapp, seed):
    random = Random(seed)  # noqa: S311  # chance, not a secret
    sources, seconds, disk = Sources(random), [0.0], Disk({})
    shown = ShownLiveData(disk, lambda: seconds[0])
    context = ScreenContext(FEED, "s1", lambda path: path, None, live_instant=shown.instant)
    queue = SlideQueue(context)
    content, behind, seen = None, timedelta(), set()
    for step in range(int(24 * HOUR / STEP)):
        now = START + step * STEP
        seconds[0] = step * STEP.total_seconds()
        if step % 3 == 0:
            published = sources.round(step // 3, now)
        if random.random() < 0.3:  # else the screen misses it, for minutes at times
            disk.notes[LIVE_SHOWN] = kept_form("0" * 64, msgspec.msgpack.encode(published))
            if shown.data is None or shown.data.generated_at != published.generated_at:
                on_the_way = now - published.generated_at
            shown.load()
            queue.use(replace(context, live=shown.data))
        if random.random() < 0.005:
            behind = random.choice([None, timedelta(), MINUTE, 20 * MINUTE])  # None: not trusted
        clock = None if behind is None else now - behind
        gives_way = queue.look(clock) or step % 2 == 0
        if content is None or (gives_way and random.random() < 0.9):  # else somebody is at the desk above it
            content, turn = queue.next_content(clock), queue.turn
        content = queue.content_now(content, turn, clock)
        for name, number in re.findall(NUMBERED, words_of(content)):
            hidden = min(behind, on_the_way)  # all that a late clock hides
            age = now - hidden - sources.read_at[name, int(number)]
            assert age <= timedelta(seconds=VALID[name]), (name, age, now)
            assert name != "alerts" or age < ALERT
            seen.add(name)
    assert seen == set(VALID)
