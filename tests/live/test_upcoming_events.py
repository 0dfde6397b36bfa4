"""Which events a slide shows: fresh, to come, wanted, each once, in order."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from kiosk.feed.live_slides import EventFilter, EventsSlide
from kiosk.feed.localized_text import Text
from kiosk.live.live_data import EventList, LiveEvent
from kiosk.live.upcoming_events import event_picture, upcoming
from tests.live.test_live_data import EVENT, HOUR, NOW

ZONE = ZoneInfo("Europe/Stockholm")
SLIDE = EventsSlide(kind="events", title=Text("Händer"), sources=("a", "b"))


def at(hours, title="Fika", **more):
    start = NOW + timedelta(hours=hours)
    return LiveEvent(title=title, start=start, end=start + HOUR, **more)


def shown(*events, slide=SLIDE, now=NOW, as_of=NOW, other=()):
    known = {"a": EventList(as_of=as_of, events=events), "b": EventList(as_of=NOW, events=other)}
    return [each.title for each in upcoming(slide, known, now, now, ZONE)]


def test_several_calendars_are_one_list_in_order_and_each_event_once():
    assert shown(at(3, "C"), at(1, "A"), other=(at(2, "B"), at(1, "a"))) == ["a", "B", "C"]


def test_events_that_are_over_or_too_far_ahead_are_not_shown():
    assert shown(at(-1, "over"), at(-0.5, "on"), at(24 * 8, "far"), at(24 * 6, "near")) == ["on", "near"]


@pytest.mark.parametrize(
    ("only", "titles"),
    [
        (EventFilter(tag="BARN"), ["Saga"]),
        (EventFilter(at="studio"), ["Dans"]),
        (EventFilter(words="sa"), ["Saga"]),
        (EventFilter(words="saga", at="studion"), []),
    ],
)
def test_filters(only, titles):
    events = at(1, "Saga", tags=("barn",)), at(2, "Dans", place="Studion")
    assert shown(*events, slide=replace(SLIDE, only=only)) == titles


def test_old_data_and_data_of_the_future_are_not_shown():
    assert shown(at(25), as_of=NOW - timedelta(days=1)) == ["Fika"]
    assert shown(at(25), as_of=NOW - timedelta(days=1, seconds=1)) == []
    assert shown(at(25), as_of=NOW + timedelta(minutes=2)) == []
    assert shown(at(25), now=None) == []


def test_picture_by_words_of_the_title():
    slide = replace(SLIDE, pictures={"språkcafé": "media/talk.jpg"})
    assert event_picture(slide, EVENT) == "media/talk.jpg"
    assert event_picture(slide, at(1)) == ""
