"""The moments and free times at which the product's own texts differ in length. Reads no clock.

"Open now until 16:00" is shorter than "Closed today, public holiday. Opens Mon at 10:00". Whether a feed
passes must not depend on which of them is shown today. The result depends only on the feed: a check in a
year draws the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from PySide6.QtGui import QFont, QFontMetricsF

from kiosk.booking.opening_hours import open_state, ranges_on, today
from kiosk.booking.slots import Slot, SlotAge, SlotList
from kiosk.drawn_checks.live_samples import live_sample
from kiosk.drawn_checks.moment import SAMPLE_DAY, State, sample_noon
from kiosk.feed.live_slides import ClockSlide, CountdownSlide, EventSlide, LiveSlide
from kiosk.feed.models import Office
from kiosk.feed.slides import HoursSlide, NowSlide, Slide, TimesSlide, TopicSlide
from kiosk.feed.wall_time import instant
from kiosk.ui import fonts
from kiosk.ui.phrases import Phrases, phrases
from kiosk.ui.screen_context import ScreenContext
from kiosk.ui.slides.attract_bar import office_words
from kiosk.ui.slides.slide_card import SlideContent

YEAR_DAYS = 400
LATE = 20 * 60 + 30  # minutes after midnight: a time of four digits
ABOUT = timedelta(minutes=30)
_BEGIN, _END = 30, 23 * 60 + 30  # minutes after midnight: before and after all opening hours of most days
_TWO_DIGITS = 10
_CHANGING = ("title", "body", "state", "figure", "updated", "hours", "day")
"""The texts of a `SlideContent` that may differ from one moment to another."""


class Moments:
    """A cache of `office_moments`, which takes a fifth of a second for each office."""

    def __init__(self) -> None:
        self._cached: list[tuple[Office, tuple[datetime, ...]]] = []

    def of(self, office: Office, zone: ZoneInfo) -> tuple[datetime, ...]:
        """Return the moments of an office."""
        moments = next((moments for known, moments in self._cached if known is office), None)
        if moments is None:
            moments = office_moments(office, zone)
            self._cached.append((office, moments))
        return moments


def slide_states(
    slide: Slide, context: ScreenContext, language: str, usual: State, moments: Moments
) -> tuple[State, ...]:
    """Return the states other than `usual` in which a slide may be seen; none if its text never changes."""
    if isinstance(slide, HoursSlide | NowSlide):
        office = context.feed.offices[slide.office or context.office_id]
        return tuple(State(moment, usual.slots) for moment in (None, *moments.of(office, context.feed.zone)))
    if isinstance(slide, LiveSlide) and usual.now:
        return (State(usual.now, usual.slots, live_sample(context.feed, usual.now, is_long=True)),)
    if isinstance(slide, ClockSlide | CountdownSlide | EventSlide):
        return tuple(State(each, usual.slots) for each in _clock_moments(slide, context, language))
    if isinstance(slide, TimesSlide):
        return slot_states(context, language)
    if isinstance(slide, TopicSlide):
        mid_months = (
            instant(date(SAMPLE_DAY.year, month, 15), _BEGIN, context.feed.zone) for month in range(1, 13)
        )
        dropping = any(each.topic == slide.topic for each in context.office.drop_in)
        months = mid_months if dropping else ()
        return (*slot_states(context, language), *(State(each, usual.slots) for each in months))
    return ()


def _clock_moments(
    slide: ClockSlide | CountdownSlide | EventSlide, context: ScreenContext, language: str
) -> tuple[datetime, ...]:
    """Return a late hour of the widest date, or days before an event that differ in words or digits."""
    zone = context.feed.zone
    if isinstance(slide, ClockSlide):
        return (instant(_longest_day(phrases(language), SAMPLE_DAY), LATE, zone),)
    if isinstance(slide, EventSlide):
        return tuple(instant(slide.day - timedelta(days=days), _BEGIN, zone) for days in (7, 1, 0))
    return tuple(instant(slide.to - timedelta(days=days), _BEGIN, zone) for days in (100, 1, 0))


def desk_states(context: ScreenContext, language: str, moments: Moments) -> tuple[State, ...]:
    """Return the two states with the most text on a desk: closed with times far ahead, and times unknown."""
    width, say = widths(language), phrases(language)
    candidates = moments.of(context.office, context.feed.zone)
    words = {moment: office_words(context, context.office_id, say, moment)[1] for moment in candidates}
    closed = max(candidates, key=lambda moment: width(words[moment]), default=sample_noon(context.feed.zone))
    far, unknown, *_ = slot_states(context, language, closed)
    return far, unknown


def slot_states(context: ScreenContext, language: str, moment: datetime | None = None) -> tuple[State, ...]:
    """Return the possible states of the free times: far ahead, none, unknown, or out of date."""
    zone = context.feed.zone
    now = moment or sample_noon(zone)
    day = _longest_day(phrases(language), now.astimezone(zone).date())
    late = instant(day, LATE, zone)
    later = late + timedelta(seconds=context.feed.slots_valid_for, days=2)
    pairs = [(office, topic) for office in context.feed.offices for topic in context.topics]
    slots = tuple(
        Slot(office=office, topic=topic, start=late, end=late + ABOUT)
        for office, topic in pairs
        if any(topic in rule.topics for rule in context.feed.offices[office].bookable)
    )
    older = tuple(SlotAge(office=office, topic=topic, as_of=late) for office, topic in pairs)
    return (
        State(now, SlotList(generated_at=now, slots=slots)),
        State(later, SlotList(generated_at=late)),
        State(now, SlotList(generated_at=now)),
        State(now, None),
        State(None, None),
        State(later, SlotList(generated_at=later, older=older)),
    )


def office_moments(office: Office, zone: ZoneInfo) -> tuple[datetime, ...]:
    """Return one moment for each different text about the hours of an office, exceptions included."""
    states: dict[object, datetime] = {}
    weeks: dict[object, datetime] = {}
    for day in _days(office):
        opens = [hours.start + 1 for hours in ranges_on(office, day)]
        for minutes in sorted({_BEGIN, *opens, _END}):
            moment = instant(day, minutes, zone)
            states.setdefault(_state(office, zone, moment), moment)
            weeks.setdefault(_week(office, day), moment)
    return tuple(dict.fromkeys((*states.values(), *weeks.values())))


def _days(office: Office) -> Iterator[date]:
    """Yield the days of a year, and the week up to the first and the last day of each exception."""
    yield from (SAMPLE_DAY + timedelta(days=step) for step in range(YEAR_DAYS))
    for days in office.exceptions:
        for day in (days.first, days.last):
            yield from (day - timedelta(days=back) for back in range(7, -1, -1))


def _state(office: Office, zone: ZoneInfo, moment: datetime) -> object:
    state = open_state(office, zone, moment)
    if not state.opens:
        return state.open, state.until is None, today(office, zone, moment)
    opens, now = state.opens.astimezone(zone), moment.astimezone(zone)
    ahead = min((opens.date() - now.date()).days, 2)
    digits = (opens.weekday(), opens.day >= _TWO_DIGITS, opens.month >= _TWO_DIGITS) if ahead > 1 else ()
    return today(office, zone, moment), ahead, digits


def _week(office: Office, day: date) -> object:
    return day.weekday(), tuple(ranges_on(office, day + timedelta(days=step)) for step in range(7))


def _longest_day(say: Phrases, after: date) -> date:
    """Return the date of the coming year that is widest when written out."""
    width = widths(say.language)
    return max(
        (after + timedelta(days=step) for step in range(3, 366)), key=lambda day: width(say.long_day(day))
    )


@cache
def widths(language: str) -> Callable[[str], float]:
    """Return a function that measures a line of text in a language."""
    font = QFont(fonts.family(language))
    font.setPixelSize(100)
    return QFontMetricsF(font).horizontalAdvance


def longest(contents: Sequence[SlideContent]) -> tuple[int, ...]:
    """Return the indices of the contents that need the most room by some measure; the first of equal ones."""
    measured = [_measures(content) for content in contents]
    best = (
        max(range(len(contents)), key=lambda place: measured[place][each]) for each in range(len(measured[0]))
    )
    return tuple(dict.fromkeys(best))


def longest_others(
    usual: SlideContent, others: Sequence[tuple[State, SlideContent]]
) -> list[tuple[State, SlideContent]]:
    """Return the other states that need more room than the usual one by some measure."""
    places = longest([usual, *(content for _, content in others)])
    return [others[place - 1] for place in places if place]


def _measures(content: SlideContent) -> tuple[float, ...]:
    width = widths(content.language)
    labels = [width(row.label) for row in content.rows]
    details = [max(map(width, row.detail.split("\n"))) for row in content.rows]
    lines = sum(1 + row.detail.count("\n") for row in content.rows)
    both = [label + detail for label, detail in zip(labels, details, strict=True)]
    return (
        *(width(getattr(content, name)) for name in _CHANGING),
        width(content.day + content.hours),
        lines,
        _most(labels),
        _most(details),
        _most(both),
        lines * _most(both),
        sum(both),
    )


def _most(values: Iterable[float]) -> float:
    return max(values, default=0.0)
