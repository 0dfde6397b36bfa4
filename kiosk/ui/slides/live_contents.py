"""The contents of slides of live data and of time at a moment; None while there is nothing to show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import singledispatch
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl

from kiosk.feed.link_templates import fill_in
from kiosk.feed.live_slides import (
    ClockSlide,
    CountdownSlide,
    DeparturesSlide,
    EventSlide,
    EventsSlide,
    NewsSlide,
    QueueSlide,
    WeatherSlide,
)
from kiosk.feed.slide_base import SlideBase
from kiosk.feed.wall_time import DAY_MINUTES, Now, span_on, utc
from kiosk.feed.written_times import TimeRange
from kiosk.live.freshness import fresh, weather_at
from kiosk.live.latest_news import latest, oldest
from kiosk.live.upcoming_events import event_picture, upcoming, updated
from kiosk.ui.images import qr_url
from kiosk.ui.phrases import Phrases, any_direction, capital, isolated, phrases
from kiosk.ui.picture_guard import UnshowableError
from kiosk.ui.screen_context import ScreenContext
from kiosk.ui.slides.slide_card import SlideContent, SlideRow

if TYPE_CHECKING:
    from kiosk.live.live_data import LiveData, LiveEvent

Parts = Mapping[str, Any] | None
"""The fields of `SlideContent` that a kind of slide fills in."""

LEAVING = timedelta(seconds=30)
SOON_MINUTES = 30
EVENT_ROWS = 12
NEWS_ROWS = 6
QUEUE_ROWS = 4
DEPARTURE_ROWS = 10
WEATHER_STEPS = (3, 6, 12, 24)
"""The hours ahead for which a forecast is shown."""

VANISHING = frozenset(("event", "events", "clock", "countdown", "queue", "weather", "news", "departures"))
"""The kinds that give way at once when they have nothing left to show."""


def live_parts(slide: SlideBase, context: ScreenContext, language: str, now: Now) -> Parts:
    """Return the content of `slide` for a reader of `language` at `now`."""
    return _parts(slide, context, language, now)


def emptied(content: SlideContent) -> SlideContent:
    """Return a content without what is no longer true, for the time until another is seen."""
    return replace(content, rows=(), figure="", state="", body="", day="", hours="", updated="")


@singledispatch
def _parts(slide: SlideBase, context: ScreenContext, language: str, now: Now) -> Parts:
    raise TypeError(slide, context, language, now)


def _live(context: ScreenContext, now: Now) -> tuple[LiveData | None, Now]:
    """Return the live data, and the time by which to judge its age."""
    return context.live, context.live_instant(now)


def _updated(moment: datetime | None, context: ScreenContext, say: Phrases, now: Now) -> str:
    return say.updated(context.local(moment), context.today(now)) if moment else ""


@_parts.register
def _clock(slide: ClockSlide, context: ScreenContext, language: str, now: Now) -> Parts:
    del slide
    if now is None:
        return None
    say, local = phrases(language), context.local(now)
    return {"figure": say.time(local), "body": capital(say.long_day(local.date()))}


@_parts.register
def _countdown(slide: CountdownSlide, context: ScreenContext, language: str, now: Now) -> Parts:
    today, say = context.today(now), phrases(language)
    if today is None or slide.to < today:
        return None
    days = (slide.to - today).days
    words = {"title": context.text(slide.title, language)}
    if days == 0:
        return words | {"figure": capital(say.say("today"))}
    return words | {"figure": isolated(str(days)), "body": say.days_left(days)}


@_parts.register
def _event(slide: EventSlide, context: ScreenContext, language: str, now: Now) -> Parts:
    if now is None or _ended(slide, context, now):
        return None
    say, near = phrases(language), 0 <= (slide.day - context.local(now).date()).days <= 1
    weekday = say.day(slide.day, context.today(now)) if near else say.weekday(slide.day.weekday())
    return {
        "title": context.text(slide.title, language),
        "figure": isolated(str(slide.day.day)),
        "state": say.month(slide.day.month),
        "day": capital(weekday),
        "hours": say.range(slide.hours) if slide.hours else "",
        "footnote": context.text(slide.place, language),
        "picture": _picture(slide.picture or "", context),
        "fit": slide.fit,
    }


def _ended(slide: EventSlide, context: ScreenContext, now: datetime) -> bool:
    """Return whether an event is over; one without hours ends with its day."""
    hours = slide.hours or TimeRange(0, DAY_MINUTES)
    return span_on(slide.day, hours, context.feed.zone).end <= now


@_parts.register
def _queue(slide: QueueSlide, context: ScreenContext, language: str, now: Now) -> Parts:
    live, age_at = _live(context, now)
    state = fresh(live.queues, slide.source, slide.valid_for, age_at) if live else None
    if state is None or (not state.serving and state.waiting is None and state.wait_minutes is None):
        return None
    say = phrases(language)
    lines = [
        say.say("wait_time", _minutes(state.wait_minutes, say)) if state.wait_minutes is not None else "",
        say.say("waiting", isolated(str(state.waiting))) if state.waiting is not None else "",
    ]
    first, *others = state.serving or (None,)
    return {
        "title": context.text(slide.title, language),
        "figure": any_direction(first.number) if first else "",
        "state": any_direction(first.desk) if first and first.desk else "",
        "body": "\n".join(filter(None, lines)),
        "rows": tuple(
            SlideRow(any_direction(call.number), any_direction(call.desk) if call.desk else "")
            for call in others[:QUEUE_ROWS]
            if call
        ),
        "updated": _updated(state.as_of, context, say, now),
    }


@_parts.register
def _weather(slide: WeatherSlide, context: ScreenContext, language: str, now: Now) -> Parts:
    live, age_at = _live(context, now)
    forecast = fresh(live.weather, slide.source, slide.valid_for, age_at) if live else None
    current = forecast and now and weather_at(forecast, now)
    if forecast is None or not current or now is None:
        return None
    say = phrases(language)
    coming = [weather_at(forecast, now + timedelta(hours=hours)) for hours in WEATHER_STEPS]
    rows = [
        SlideRow(_when(step.time, context, say, now), _degrees(step.temperature), icon=f"sky-{step.sky}")
        for step in dict.fromkeys(step for step in coming if step)
    ]
    return {
        "icon": f"sky-{current.sky}",
        "title": context.text(slide.title, language),
        "figure": _degrees(current.temperature),
        "rows": tuple(rows),
        "updated": " · ".join(
            filter(None, (_updated(forecast.as_of, context, say, now), any_direction(forecast.credit)))
        ),
    }


def _when(time: datetime, context: ScreenContext, say: Phrases, now: datetime) -> str:
    """Return the time of a forecast, or its day if it is about a day ahead."""
    if time - utc(now) < timedelta(hours=20):
        return say.time(context.local(time))
    return capital(say.day(context.local(time).date(), context.today(now)))


def _degrees(temperature: float) -> str:
    return isolated(f"{round(temperature)}°".replace("-", "\N{MINUS SIGN}"))


@_parts.register
def _departures(slide: DeparturesSlide, context: ScreenContext, language: str, now: Now) -> Parts:
    live, age_at = _live(context, now)
    listed = fresh(live.departures, slide.source, slide.valid_for, age_at) if live else None
    if listed is None or now is None or age_at is None:
        return None
    moment = max(utc(now), utc(age_at))  # a slow clock must not show too many minutes
    coming = [
        departure
        for departure in listed.departures
        if departure.time >= moment - LEAVING and (not slide.lines or departure.line in slide.lines)
    ]
    if not coming:
        return None
    say = phrases(language)
    return {
        "icon": "clock",
        "title": context.text(slide.title, language),
        "body": _updated(listed.as_of, context, say, now),
        "rows": tuple(
            SlideRow(
                any_direction(f"{departure.line} {departure.destination}"),
                _leaves(departure.time, context, say, moment),
            )
            for departure in coming[:DEPARTURE_ROWS]
        ),
    }


def _minutes(count: int, say: Phrases) -> str:
    """Return a number of minutes, with a no-break space before the unit."""
    return say.say("minutes_short", isolated(str(count))).replace(" ", "\u00a0")


def _leaves(time: datetime, context: ScreenContext, say: Phrases, now: datetime) -> str:
    """Return in how many minutes something leaves, or at what time if that is far ahead."""
    minutes = int((time - utc(now)).total_seconds() // 60)
    if minutes < 1:
        return say.say("leaves_now")
    return _minutes(minutes, say) if minutes < SOON_MINUTES else say.time(context.local(time))


@_parts.register
def _events(slide: EventsSlide, context: ScreenContext, language: str, now: Now) -> Parts:
    live, age_at = _live(context, now)
    known = live.events if live else {}
    events = upcoming(slide, known, age_at, now, context.feed.zone)[:EVENT_ROWS]
    if not events or now is None:
        return None
    say = phrases(language)
    link = slide.link and fill_in(slide.link, {"office": context.office_id, "lang": language})
    return {
        "icon": "calendar",
        "title": context.text(slide.title, language),
        "body": _updated(updated(slide, known, age_at), context, say, now),
        "rows": tuple(_grouped(events, context, say, now)),
        "picture": _picture(event_picture(slide, events[0]), context),
        "qr": qr_url(link) if link else QUrl(),
    }


@_parts.register
def _news(slide: NewsSlide, context: ScreenContext, language: str, now: Now) -> Parts:
    live, age_at = _live(context, now)
    known = live.news if live else {}
    items = latest(slide, known, age_at, context.feed.chain(language))[:NEWS_ROWS]
    if not items:
        return None
    link = slide.link and fill_in(slide.link, {"office": context.office_id, "lang": language})
    return {
        "icon": "document",
        "title": context.text(slide.title, language),
        "body": _updated(oldest(slide, known, age_at), context, phrases(language), now),
        "rows": tuple(
            SlideRow(any_direction(item.title), any_direction(item.line) if item.line else "")
            for item in items
        ),
        "qr": qr_url(link) if link else QUrl(),
    }


def _grouped(
    events: tuple[LiveEvent, ...], context: ScreenContext, say: Phrases, now: datetime
) -> list[SlideRow]:
    """Return a row for each event; the first row of each day has the day as its heading."""
    rows: list[SlideRow] = []
    today, heading = context.today(now), ""
    for event in events:
        start = max(context.local(event.start), context.local(now)) if event.start <= now else None
        day = capital(say.day((start or context.local(event.start)).date(), today))
        rows.append(replace(_row(event, context, say, now), group=day if day != heading else ""))
        heading = day
    return rows


def _row(event: LiveEvent, context: ScreenContext, say: Phrases, now: datetime) -> SlideRow:
    start, end = context.local(event.start), context.local(event.end)
    lasts_all_day = event.all_day or start.date() < context.local(now).date() < end.date()
    hours = say.say("all_day") if lasts_all_day else say.time(start)
    label = " · ".join(any_direction(part) for part in (event.title, event.place) if part)
    return SlideRow(label, hours, emphasis=not event.all_day and event.start <= now < event.end)


def _picture(path: str, context: ScreenContext) -> QUrl:
    """Return the picture of an event; empty if it cannot be shown, so that the text still is."""
    try:
        return context.pages(path)[1] if path else QUrl()
    except UnshowableError:
        return QUrl()
