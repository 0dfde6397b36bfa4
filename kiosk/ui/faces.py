"""How each kind of slide is worded for a reader of one language at one moment."""

from __future__ import annotations

import logging
from functools import singledispatch
from typing import Any

from PySide6.QtCore import QUrl

from kiosk.feed.link_templates import fill_in
from kiosk.feed.slides import (
    HoursSlide,
    IllustratedBase,
    MessageSlide,
    PdfSlide,
    PictureSlide,
    QrSlide,
    Slide,
    TextSlide,
    TimesSlide,
    TopicSlide,
    VideoSlide,
    WebSlide,
    WelcomeSlide,
)
from kiosk.feed.wall_time import Now
from kiosk.ui.bar import office_words
from kiosk.ui.card import Face, Row
from kiosk.ui.facts import next_times, week, when_to_come
from kiosk.ui.formatted import column
from kiosk.ui.images import qr_url
from kiosk.ui.phrases import phrases
from kiosk.ui.picture_guard import UnshowableError
from kiosk.ui.world import World

Faces = tuple[Face, ...]

log = logging.getLogger(__name__)


def faces(slide: Slide, world: World, language: str, now: Now) -> Faces:
    """Return what is seen of `slide` by a reader of `language` at `now`, one after the other.

    More than one only of a document with pages, none if there is nothing to show yet.
    """
    return _faces(slide, world, language, now)


def office_face(world: World, language: str, now: Now) -> Face:
    """Return the slide of last resort: the office's own hours, which need no media."""
    return _hours(HoursSlide(kind="hours", tone="ink"), world, language, now)[0]


def _face(kind: str, slide: Slide, world: World, language: str, **parts: Any) -> Face:  # noqa: ANN401  # the fields of Face
    return Face(
        kind,
        language,
        tone=slide.tone,
        rtl=world.is_rtl(language),
        transition=slide.transition if world.moves else "cut",
        **parts,
    )


def _illustration(slide: IllustratedBase, world: World) -> dict[str, Any]:
    """Return the picture beside words; none if it cannot be shown, so that the words still are."""
    try:
        picture = world.pages(slide.picture)[1] if slide.picture else QUrl()
    except UnshowableError as bad:
        log.warning("%s", bad)
        picture = QUrl()
    return {"picture": picture, "fit": slide.fit}


@singledispatch
def _faces(slide: Slide, world: World, language: str, now: Now) -> Faces:
    raise TypeError(slide, world, language, now)


@_faces.register
def _message(slide: MessageSlide, world: World, language: str, now: Now) -> Faces:
    del now
    words = {"title": world.text(slide.title, language), "body": world.text(slide.text, language)}
    return (_face("message", slide, world, language, **words, **_illustration(slide, world)),)


@_faces.register
def _text(slide: TextSlide, world: World, language: str, now: Now) -> Faces:
    del now
    shown = world.screen.turns if slide.side_by_side else (language,)
    columns = tuple(column(world.text(slide.text, code), code, rtl=world.is_rtl(code)) for code in shown)
    return (_face("text", slide, world, language, columns=columns),)


@_faces.register
def _welcome(slide: WelcomeSlide, world: World, language: str, now: Now) -> Faces:
    del now
    order = [language, *(code for code in world.screen.turns if code != language)]
    rows = tuple(Row(world.text(slide.title, code), code, code == language) for code in order)
    body = world.text(slide.text, language)
    return (_face("welcome", slide, world, language, body=body, rows=rows, **_illustration(slide, world)),)


@_faces.register
def _topic(slide: TopicSlide, world: World, language: str, now: Now) -> Faces:
    topic = world.feed.topics[slide.topic]
    face = _face(
        "topic",
        slide,
        world,
        language,
        icon=topic.icon,
        title=world.text(topic.title, language),
        body=world.text(topic.summary, language),
        rows=when_to_come(slide.topic, world, phrases(language), now),
        **_illustration(slide, world),
    )
    return (face,)


@_faces.register
def _hours(slide: HoursSlide, world: World, language: str, now: Now) -> Faces:
    office_id = slide.office or world.office_id
    office, say = world.feed.offices[office_id], phrases(language)
    is_open, state = office_words(world, office_id, say, now)
    where = (world.text(office.name, language), world.text(office.address, language))
    face = _face(
        "hours",
        slide,
        world,
        language,
        icon="clock",
        title=say.say("opening_hours"),
        body="\n".join(filter(None, where)),
        rows=week(office, say, world.today(now)),
        state=state,
        is_open=is_open,
    )
    return (face,)


@_faces.register
def _times(slide: TimesSlide, world: World, language: str, now: Now) -> Faces:
    rows, note = next_times(world, phrases(language), language, now)
    title = world.text(slide.title, language)
    return (_face("times", slide, world, language, icon="calendar", title=title, body=note, rows=rows),)


@_faces.register
def _picture(slide: PictureSlide, world: World, language: str, now: Now) -> Faces:
    del now
    caption, picture = world.text(slide.caption, language), world.pages(slide.picture)[1]
    return (_face("picture", slide, world, language, title=caption, picture=picture, fit=slide.fit),)


@_faces.register
def _video(slide: VideoSlide, world: World, language: str, now: Now) -> Faces:
    del now
    caption, video = world.text(slide.caption, language), world.film(slide.video)
    return (_face("video", slide, world, language, title=caption, video=video, sound=slide.sound),)


@_faces.register
def _pdf(slide: PdfSlide, world: World, language: str, now: Now) -> Faces:
    del now
    pages = world.pages(slide.document)
    numbers = slide.pages or sorted(pages)
    return tuple(
        _face("pdf", slide, world, language, picture=pages[number]) for number in numbers if number in pages
    )


@_faces.register
def _web(slide: WebSlide, world: World, language: str, now: Now) -> Faces:
    del now
    picture = world.web(slide)
    return () if picture.isEmpty() else (_face("web", slide, world, language, picture=picture),)


@_faces.register
def _qr(slide: QrSlide, world: World, language: str, now: Now) -> Faces:
    del now
    link = fill_in(slide.link, {"office": world.office_id, "lang": language})
    face = _face(
        "qr",
        slide,
        world,
        language,
        title=world.text(slide.title, language),
        body=world.text(slide.text, language),
        footnote=link.removeprefix("https://").partition("?")[0],
        qr=qr_url(link),
    )
    return (face,)
