"""The content of each kind of slide for a reader of one language at one moment."""

from __future__ import annotations

import logging
import re
from functools import singledispatch
from typing import Any

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
from kiosk.feed.slides import (
    HoursSlide,
    IllustratedBase,
    MessageSlide,
    NowSlide,
    PdfSlide,
    PictureSlide,
    PosterSlide,
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
from kiosk.live.active_alerts import weather_warnings
from kiosk.ui.images import qr_url
from kiosk.ui.phrases import phrases
from kiosk.ui.picture_guard import UnshowableError
from kiosk.ui.picture_opacity import is_opaque
from kiosk.ui.screen_context import ScreenContext
from kiosk.ui.slides.alert_contents import warning_contents
from kiosk.ui.slides.attract_bar import office_words
from kiosk.ui.slides.door_picture import door_picture
from kiosk.ui.slides.live_contents import live_parts
from kiosk.ui.slides.open_sign import open_sign
from kiosk.ui.slides.slide_card import SlideContent, SlideRow
from kiosk.ui.slides.slide_rows import next_times, week_hours, when_to_come

SlideContents = tuple[SlideContent, ...]

MAX_WORDS = 4
"""The maximum number of languages in which the open sign shows its word."""

log = logging.getLogger(__name__)


def slide_contents(slide: Slide, context: ScreenContext, language: str, now: Now) -> SlideContents:
    """Return the pages of `slide` for a reader of `language` at `now`; none while there is nothing to show.

    Only a document, and the weather with its warnings, can have more than one page.
    """
    return _contents(slide, context, language, now)


def office_content(context: ScreenContext, language: str, now: Now) -> SlideContent:
    """Return the slide of last resort: the office's own hours, which need no media."""
    return _hours(HoursSlide(kind="hours", tone="ink"), context, language, now)[0]


def _content(kind: str, slide: Slide, context: ScreenContext, language: str, **parts: Any) -> SlideContent:  # noqa: ANN401  # fields of SlideContent
    return SlideContent(
        kind,
        language,
        tone=slide.tone,
        rtl=context.is_rtl(language),
        transition=slide.transition if context.moves else "cut",
        **parts,
    )


def unbroken(text: str) -> str:
    """Return a text in which spaced numbers, such as phone numbers, are not broken across lines."""
    return re.sub(r"(?<=\d) (?=\d)", "\N{NO-BREAK SPACE}", text)


def _illustration(slide: IllustratedBase, context: ScreenContext, face: str | None = None) -> dict[str, Any]:
    """Return the picture or face beside a text; none if it cannot be shown, so that the text still is."""
    try:
        shown = face or slide.picture
        picture = context.pages(shown)[1] if shown else QUrl()
    except UnshowableError as bad:
        log.warning("%s", bad)
        picture = QUrl()
    return {"picture": picture, "fit": slide.fit}


def _whole(picture: QUrl) -> dict[str, Any]:
    """Return the fields of a picture that may cover the whole slide."""
    return {"picture": picture, "picture_opaque": is_opaque(picture)}


@singledispatch
def _contents(slide: Slide, context: ScreenContext, language: str, now: Now) -> SlideContents:
    raise TypeError(slide, context, language, now)


@_contents.register
def _message(slide: MessageSlide, context: ScreenContext, language: str, now: Now) -> SlideContents:
    del now
    words = {
        "title": unbroken(context.text(slide.title, language)),
        "body": unbroken(context.text(slide.text, language)),
    }
    return (_content("message", slide, context, language, **words, **_illustration(slide, context)),)


@_contents.register
def _text(slide: TextSlide, context: ScreenContext, language: str, now: Now) -> SlideContents:
    from kiosk.ui.slides.formatted_text import text_column  # noqa: PLC0415  # few slides have formatted text

    del now
    shown = context.screen.turns if slide.side_by_side else (language,)
    columns = tuple(
        text_column(context.text(slide.text, code), code, rtl=context.is_rtl(code)) for code in shown
    )
    return (_content("text", slide, context, language, columns=columns),)


@_contents.register
def _welcome(slide: WelcomeSlide, context: ScreenContext, language: str, now: Now) -> SlideContents:
    order = [language, *(code for code in context.screen.turns if code != language)]
    rows = tuple(SlideRow(context.text(slide.title, code), code, code == language) for code in order)
    body = context.text(slide.text, language)
    return (
        _content(
            "welcome",
            slide,
            context,
            language,
            body=body,
            rows=rows,
            **_illustration(slide, context, door_picture(slide, context, now)),
        ),
    )


@_contents.register
def _topic(slide: TopicSlide, context: ScreenContext, language: str, now: Now) -> SlideContents:
    topic = context.feed.topics[slide.topic]
    body = context.text(slide.text or (topic.summary if context.screen.touch else None), language)
    content = _content(
        "face" if slide.face else "topic",
        slide,
        context,
        language,
        icon=topic.icon,
        title=context.text(topic.title, language),
        body=body,
        rows=when_to_come(slide.topic, context, phrases(language), now),
        **_illustration(slide, context, slide.face),
    )
    return (content,)


@_contents.register
def _hours(slide: HoursSlide, context: ScreenContext, language: str, now: Now) -> SlideContents:
    office_id = slide.office or context.office_id
    office, say = context.feed.offices[office_id], phrases(language)
    is_open, state = office_words(context, office_id, say, now)
    sign = open_sign(context, office_id, say, now)
    touch, elsewhere = context.screen.touch, office_id != context.office_id
    where = (context.text(office.name, language), context.text(office.address, language) if touch else "")
    content = _content(
        "hours",
        slide,
        context,
        language,
        icon="clock",
        title=say.say("opening_hours"),
        body="\n".join(filter(None, where)) if touch or elsewhere else "",
        rows=week_hours(office, say, context.today(now), short=not touch),
        state=state,
        is_open=is_open,
        known=sign.known,
        hours=sign.hours,
        day=sign.day,
    )
    return (content,)


@_contents.register
def _now(slide: NowSlide, context: ScreenContext, language: str, now: Now) -> SlideContents:
    sign = open_sign(context, slide.office or context.office_id, phrases(language), now)
    if not sign.known:
        return ()
    order = dict.fromkeys((language, *context.screen.turns))
    word = "open" if sign.open else "closed"
    rows = tuple(
        SlideRow(phrases(code).say(word), code, code == language) for code in list(order)[:MAX_WORDS]
    )
    parts = {"known": True, "is_open": sign.open, "hours": sign.hours, "day": sign.day}
    return (_content("now", slide, context, language, rows=rows, **parts),)


@_contents.register
def _times(slide: TimesSlide, context: ScreenContext, language: str, now: Now) -> SlideContents:
    rows, note = next_times(context, phrases(language), language, now)
    title = context.text(slide.title, language)
    return (_content("times", slide, context, language, icon="calendar", title=title, body=note, rows=rows),)


@_contents.register
def _picture(slide: PictureSlide, context: ScreenContext, language: str, now: Now) -> SlideContents:
    del now
    caption, picture = context.text(slide.caption, language), context.pages(slide.picture)[1]
    return (_content("picture", slide, context, language, title=caption, fit=slide.fit, **_whole(picture)),)


@_contents.register
def _poster(slide: PosterSlide, context: ScreenContext, language: str, now: Now) -> SlideContents:
    del now
    line, picture = unbroken(context.text(slide.title, language)), context.pages(slide.picture)[1]
    return (_content("poster", slide, context, language, title=line, picture=picture, fit=slide.fit),)


@_contents.register
def _video(slide: VideoSlide, context: ScreenContext, language: str, now: Now) -> SlideContents:
    del now
    caption, video = context.text(slide.caption, language), context.film(slide.video)
    return (_content("video", slide, context, language, title=caption, video=video, sound=slide.sound),)


@_contents.register
def _pdf(slide: PdfSlide, context: ScreenContext, language: str, now: Now) -> SlideContents:
    del now
    pages = context.pages(slide.document)
    numbers = slide.pages or sorted(pages)
    return tuple(
        _content("pdf", slide, context, language, **_whole(pages[number]))
        for number in numbers
        if number in pages
    )


@_contents.register
def _web(slide: WebSlide, context: ScreenContext, language: str, now: Now) -> SlideContents:
    del now
    picture = context.web(slide)
    return () if picture.isEmpty() else (_content("web", slide, context, language, **_whole(picture)),)


@_contents.register(EventSlide)
@_contents.register(EventsSlide)
@_contents.register(NewsSlide)
@_contents.register(ClockSlide)
@_contents.register(CountdownSlide)
@_contents.register(QueueSlide)
@_contents.register(DeparturesSlide)
def _live(slide: Slide, context: ScreenContext, language: str, now: Now) -> SlideContents:
    parts = live_parts(slide, context, language, now)
    return () if parts is None else (_content(slide.kind, slide, context, language, **parts),)


@_contents.register
def _weather(slide: WeatherSlide, context: ScreenContext, language: str, now: Now) -> SlideContents:
    forecast = _live(slide, context, language, now)
    age_at = context.live_instant(now)
    warnings = weather_warnings(context.feed, context.office_id, context.live, age_at, now)
    return (*forecast, *warning_contents(warnings, context, language)) if forecast else ()


@_contents.register
def _qr(slide: QrSlide, context: ScreenContext, language: str, now: Now) -> SlideContents:
    del now
    link = fill_in(slide.link, {"office": context.office_id, "lang": language})
    content = _content(
        "qr",
        slide,
        context,
        language,
        title=context.text(slide.title, language),
        body=context.text(slide.text, language),
        footnote=link.removeprefix("https://").partition("?")[0],
        qr=qr_url(link),
    )
    return (content,)
