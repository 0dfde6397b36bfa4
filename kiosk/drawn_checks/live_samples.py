"""Sample live data for checks and previews: plausible texts, and long ones.

They depend only on the feed and the moment.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from kiosk.feed.live_slides import DeparturesSlide, EventsSlide, NewsSlide, QueueSlide, Sky, WeatherSlide
from kiosk.feed.models import Feed
from kiosk.feed.wall_time import instant, local_day
from kiosk.live.live_data import (
    Departure,
    DepartureList,
    EventList,
    Forecast,
    ForecastHour,
    LiveData,
    LiveEvent,
    NewsItem,
    NewsList,
    QueueState,
    Serving,
)

_EVENTS = (
    (0, 13 * 60, 90, "Språkcafé", "Biblioteket"),
    (0, 17 * 60, 60, "Läxhjälp", "Biblioteket"),
    (1, 10 * 60, 60, "Sagostund", "Barnens rum"),
    (1, 18 * 60, 120, "Dataklubben", "Studion"),
    (3, 14 * 60 + 30, 60, "Rådgivning om skatt", "Lokal 2"),
)
"""Days ahead, minutes after midnight, minutes long, title and place."""

_NEWS = (
    ("Nya öppettider i jul", "Så håller vi öppet under helgerna."),
    ("Lucka 3 flyttar", "Från måndag finns den en trappa upp."),
    ("Gratis resor för unga", "Biljetten gäller hela lovet."),
)
"""Title and line."""

_LONG_NEWS = (
    "Nu kan du ansöka om plats i förskolan och om skolskjuts för nästa läsår i samma e-tjänst",
    "Ansökan är öppen till och med den sista januari, och du får besked före påsk; hjälp med den får du här.",
)
_LONG = "Kom och prata lätt svenska med oss över en kopp kaffe"
_PLACE = "Stora salen"


def live_sample(feed: Feed, now: datetime, *, is_long: bool = False) -> LiveData:
    """Return what a feed's sources might deliver at `now`, with long texts if `is_long`."""
    at = now - timedelta(minutes=2)
    events, queues, weather, departures, news = {}, {}, {}, {}, {}
    for slide in feed.slides.values():
        if isinstance(slide, EventsSlide):
            for source in slide.sources:
                events[source] = EventList(as_of=at, events=_events(feed, slide, now, is_long=is_long))
        elif isinstance(slide, QueueSlide):
            queues[slide.source] = _queue(at, is_long=is_long)
        elif isinstance(slide, WeatherSlide):
            weather[slide.source] = _forecast(at.replace(minute=0, second=0), at, is_long=is_long)
        elif isinstance(slide, DeparturesSlide):
            departures[slide.source] = _departures(slide, at, is_long=is_long)
        elif isinstance(slide, NewsSlide):
            for source in slide.sources:
                news[source] = _news(at, is_long=is_long)
    return LiveData(
        generated_at=now, events=events, queues=queues, weather=weather, departures=departures, news=news
    )


def _news(at: datetime, *, is_long: bool) -> NewsList:
    items = ((f"{number}. {_LONG_NEWS[0]}", _LONG_NEWS[1]) for number in range(1, 5)) if is_long else _NEWS
    return NewsList(as_of=at, items=tuple(NewsItem(title=title, line=line) for title, line in items))


def _forecast(first: datetime, at: datetime, *, is_long: bool) -> Forecast:
    skies: tuple[Sky, ...] = ("snow", "cloudy", "partly", "clear", "rain")
    hours = tuple(
        ForecastHour(
            time=first + timedelta(hours=3 * step),
            temperature=(-24 if is_long else -2) + step % 3,
            sky=skies[step % len(skies)],
        )
        for step in range(10)
    )
    return Forecast(as_of=at, credit="SMHI", hours=hours)


def _departures(slide: DeparturesSlide, at: datetime, *, is_long: bool) -> DepartureList:
    places = ("Vällingby centrum via Råcksta", "Spånga station via Hässelby strand")
    names = places if is_long else ("Vällingby", "Spånga station", "Hässelby strand")
    lines = slide.lines or ("117", "118", "119")
    return DepartureList(
        as_of=at,
        departures=tuple(
            Departure(
                line=lines[place % len(lines)],
                destination=names[place % len(names)],
                time=at + timedelta(minutes=3 + 6 * place),
            )
            for place in range(8)
        ),
    )


def _events(feed: Feed, slide: EventsSlide, now: datetime, *, is_long: bool) -> tuple[LiveEvent, ...]:
    today = local_day(now, feed.zone)
    words = next(iter(slide.pictures), None) or slide.only.words or ""
    events = []
    for index, (days, minutes, length, title, where) in enumerate(_EVENTS):
        start = instant(today + timedelta(days=min(days, slide.days - 1)), minutes, feed.zone)
        named = words.capitalize() if index == 0 and words else _LONG if is_long else title
        events.append(
            LiveEvent(
                title=named,
                start=start,
                end=start + timedelta(minutes=length),
                place=slide.only.at or (_PLACE if is_long else where),
                tags=(slide.only.tag,) if slide.only.tag else (),
            )
        )
    return tuple(events)


def _queue(at: datetime, *, is_long: bool) -> QueueState:
    serving = tuple(
        Serving(number=f"A {47 - place:03}", desk=f"Lucka {place + (12 if is_long else 1)}")
        for place in range(4 if is_long else 3)
    )
    return QueueState(as_of=at, serving=serving, waiting=128 if is_long else 6, wait_minutes=12)
