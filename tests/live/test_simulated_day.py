"""A day of two sources that fail, hang and lie about nothing changed, seen from a screen that misses polls.

Nothing is ever shown that is older than its slide allows, or that its source did not say at that moment.
"""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from kiosk import isolated
from kiosk.booking.sources.source_errors import BadAnswer, NoAnswer, TooOften
from kiosk.booking.sources.source_http import SourceResponse
from kiosk.feed.live_slides import QueueSlide
from kiosk.feed.localized_text import Text
from kiosk.live.freshness import fresh, valid_for
from kiosk.live.live_data import read_live, write_live
from kiosk.live.republication import gathered, is_due, renew_after
from kiosk.live.sources.live_config import QueueSource
from kiosk.live.sources.live_memory import LastAnswer, LiveMemory
from kiosk.live.sources.live_source import LiveSource
from kiosk.live.sources.queue_json import read_queue
from kiosk.live.sources.source_round import SourceRound, groups_of
from kiosk.net.interrupt import Interrupt
from tests import feeds

START = datetime(2026, 10, 24, 22, tzinfo=UTC)  # with the change of the clocks
STEP = timedelta(minutes=1)
ZONE = ZoneInfo("Europe/Stockholm")
VALID = {"short": 120.0, "long": 3600.0}
FEED = replace(
    feeds.feed(),
    slides={
        name: QueueSlide(kind="queue", title=Text("Nu"), source=name, valid_for=valid)
        for name, valid in VALID.items()
    },
)


class Day:
    """The sources, as they fail by chance; `said` is what each really said, by the time it was asked."""

    def __init__(self, seed):
        self.random = Random(seed)  # noqa: S311  # chance, not a secret
        self.now = START
        self.count = {"short": 0, "long": 0}
        self.waiting_at = {}
        self.broken_until = {"short": START, "long": START}

    def fetch(self, source, _ask):
        name = source.url.rpartition("/")[2]
        if self.now < self.broken_until[name]:
            raise NoAnswer("the server is in trouble (503)")
        chance = self.random.random()
        if chance < 0.04:
            self.broken_until[name] = self.now + self.random.randint(1, 90) * STEP
            raise NoAnswer("nobody answers")
        if chance < 0.06:
            raise TooOften(self.random.choice([10.0, 600.0]))
        if chance < 0.08:
            raise BadAnswer("an answer of more than 24 MiB")
        if chance < 0.10:
            return SourceResponse(b"<html>maintenance</html>")
        if chance < 0.5:
            self.count[name] += 1
        self.waiting_at[name, self.now] = self.count[name]
        return SourceResponse(json.dumps({"waiting": self.count[name]}).encode())


@pytest.fixture
def reading(monkeypatch):
    def here(_reader, request, _limits):
        try:
            return read_queue(request)
        except ValueError as bad:
            raise isolated.IsolatedError(str(bad)) from bad

    monkeypatch.setattr(isolated, "run_named", here)


@pytest.mark.parametrize("seed", range(3))
def test_nothing_stale_or_untrue_is_ever_shown(seed, reading, monkeypatch, tmp_path):
    day, kept = Day(seed), {}
    monkeypatch.setattr(LiveSource, "fetch", lambda source, fetching: day.fetch(source, fetching))  # noqa: PLW0108  # called as a method
    monkeypatch.setattr(LiveMemory, "recall", lambda _self, name, _source: kept.get(name, LastAnswer()))
    monkeypatch.setattr(LiveMemory, "keep", lambda _self, name, answer: kept.update({name: answer}))
    sources = {name: QueueSource(kind="queue", url=f"https://queue.example/{name}") for name in VALID}
    site = screen = None
    published = shown = 0
    for _ in range(24 * 60):
        day.now += STEP
        round_ = SourceRound(LiveMemory(tmp_path, day.now), ZONE, day.now, valid_for(FEED))
        outcomes = {name: round_.outcome(name, source, Interrupt()) for name, source in sources.items()}
        new = gathered(groups_of(sources, outcomes), day.now)
        if is_due(site, new, renew_after(FEED)):
            site, published = read_live(write_live(new)), published + 1
        if day.random.random() < 0.8:
            screen = site
        for later in (timedelta(), timedelta(seconds=59)):
            now = day.now + later
            for name, valid in VALID.items():
                known = fresh(screen.queues, name, valid, now) if screen else None
                if known:
                    shown += 1
                    assert now - known.as_of <= timedelta(seconds=valid)
                    assert known.waiting == day.waiting_at[name, known.as_of]
    assert published < 24 * 60
    assert shown > 2000
