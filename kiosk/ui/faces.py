"""How each kind of slide is worded for a reader of one language at one moment."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import singledispatch

from uritemplate import expand

from kiosk.booking.dropin import drop_ins
from kiosk.booking.hours import ranges_on
from kiosk.booking.slots import Slot, freshness, open_slots
from kiosk.content.models import Office
from kiosk.content.slides import (
    HoursSlide,
    MessageSlide,
    PictureSlide,
    QrSlide,
    Slide,
    TimesSlide,
    TopicSlide,
    WelcomeSlide,
)
from kiosk.content.values import TimeRange
from kiosk.ui.card import Face, Row
from kiosk.ui.images import qr_url
from kiosk.ui.phrases import Phrases, capital, phrases
from kiosk.ui.world import World

ROWS = 6


def face(slide: Slide, world: World, language: str, now: datetime) -> Face:
    """Return what is seen of `slide` by a reader of `language` at `now`."""
    return _face(slide, world, language, world.local(now))


def office_face(world: World, language: str, now: datetime) -> Face:
    """Return the slide of last resort: the office's own hours, which need no media."""
    return face(HoursSlide(kind="hours", tone="ink"), world, language, now)


@singledispatch
def _face(slide: Slide, world: World, language: str, now: datetime) -> Face:
    raise TypeError(slide, world, language, now)


@_face.register
def _message(slide: MessageSlide, world: World, language: str, now: datetime) -> Face:
    del now
    return Face(
        "message",
        language,
        slide.tone,
        world.is_rtl(language),
        title=world.text(slide.title, language),
        body=world.text(slide.text, language),
        picture=world.picture(slide.picture),
    )


@_face.register
def _welcome(slide: WelcomeSlide, world: World, language: str, now: datetime) -> Face:
    del now
    order = [language, *(code for code in world.screen.languages if code != language)]
    return Face(
        "welcome",
        language,
        slide.tone,
        world.is_rtl(language),
        body=world.text(slide.text, language),
        picture=world.picture(slide.picture),
        rows=tuple(Row(world.text(slide.title, code), code, code == language) for code in order),
    )


@_face.register
def _topic(slide: TopicSlide, world: World, language: str, now: datetime) -> Face:
    topic = world.feed.topics[slide.topic]
    return Face(
        "topic",
        language,
        slide.tone,
        world.is_rtl(language),
        icon=topic.icon,
        title=world.text(topic.title, language),
        body=world.text(topic.summary, language),
        picture=world.picture(slide.picture),
        rows=_when(slide.topic, world, phrases(language), now),
    )


def _when(topic: str, world: World, say: Phrases, now: datetime) -> tuple[Row, ...]:
    """Return the one row that says when to come for a topic: without booking, or the next free time."""
    for time in drop_ins(world.feed, topic, now):
        if time.office == world.office_id:
            day = capital(say.day(world.local(time.start).date(), now.date()))
            span = say.span(world.local(time.start), world.local(time.end))
            return (Row(say.say("drop_in"), f"{day} {span}", emphasis=True),)
    free = _free_here(topic, world, now)
    return tuple(
        Row(say.say("next_free"), say.moment(world.local(slot.start), now.date())) for slot in free[:1]
    )


def _free_here(topic: str, world: World, now: datetime) -> list[Slot]:
    if not freshness(world.slots, world.feed.slots_valid_for, now).known or world.slots is None:
        return []
    return [slot for slot in open_slots(world.slots, topic, now) if slot.office == world.office_id]


@_face.register
def _hours(slide: HoursSlide, world: World, language: str, now: datetime) -> Face:
    office = world.feed.offices[slide.office] if slide.office else world.office
    say = phrases(language)
    return Face(
        "hours",
        language,
        slide.tone,
        world.is_rtl(language),
        icon="clock",
        title=say.say("opening_hours"),
        body="\n".join(
            filter(None, (world.text(office.name, language), world.text(office.address, language)))
        ),
        rows=_week(office, say, now.date()),
    )


def _week(office: Office, say: Phrases, today: date) -> tuple[Row, ...]:
    """Return the coming week's hours; days in a row with the same hours, today apart, share a line."""
    rows: list[Row] = []
    groups: list[tuple[list[date], tuple[TimeRange, ...]]] = []
    for step in range(7):
        day = today + timedelta(days=step)
        hours = ranges_on(office, day)
        if step > 1 and groups[-1][1] == hours:
            groups[-1][0].append(day)
        else:
            groups.append(([day], hours))
    for days, hours in groups:
        words = "\n".join(map(say.range, hours)) or say.say("closed")
        rows.append(Row(_days(days, say, today), words, emphasis=days[0] == today))
    return tuple(rows)


def _days(days: list[date], say: Phrases, today: date) -> str:
    first = say.say("today") if days[0] == today else say.weekday(days[0].weekday())
    return capital(first if len(days) == 1 else f"{first} – {say.weekday(days[-1].weekday())}")


@_face.register
def _times(slide: TimesSlide, world: World, language: str, now: datetime) -> Face:
    say = phrases(language)
    rows, note = _next_times(world, say, language, now)
    return Face(
        "times",
        language,
        slide.tone,
        world.is_rtl(language),
        icon="calendar",
        title=world.text(slide.title, language),
        body=note,
        rows=rows,
    )


def _next_times(world: World, say: Phrases, language: str, now: datetime) -> tuple[tuple[Row, ...], str]:
    """Return the next free time of each topic at the screen's office, soonest first, and how sure that is."""
    fresh = freshness(world.slots, world.feed.slots_valid_for, now)
    if not fresh.known or fresh.as_of is None:
        return (), say.say("unknown_since", say.time(world.local(fresh.as_of))) if fresh.as_of else say.say(
            "unknown"
        )
    first = [slot for topic in world.feed.topics for slot in _free_here(topic, world, now)[:1]]
    first.sort(key=lambda slot: slot.start)
    rows = tuple(_slot_row(slot, world, say, language, now) for slot in first[:ROWS])
    return rows, say.say("as_of", say.time(world.local(fresh.as_of))) if rows else say.say("none_free")


def _slot_row(slot: Slot, world: World, say: Phrases, language: str, now: datetime) -> Row:
    title = world.text(world.feed.topics[slot.topic].title, language)
    return Row(title, say.moment(world.local(slot.start), now.date()))


@_face.register
def _picture(slide: PictureSlide, world: World, language: str, now: datetime) -> Face:
    del now
    return Face(
        "picture",
        language,
        slide.tone,
        world.is_rtl(language),
        title=world.text(slide.caption, language),
        picture=world.picture(slide.picture),
    )


@_face.register
def _qr(slide: QrSlide, world: World, language: str, now: datetime) -> Face:
    del now
    link = expand(slide.link, office=world.office_id, lang=language)
    return Face(
        "qr",
        language,
        slide.tone,
        world.is_rtl(language),
        title=world.text(slide.title, language),
        body=world.text(slide.text, language),
        footnote=link.removeprefix("https://").partition("?")[0],
        qr=qr_url(link),
    )
