"""The input of a slide renderer: a context in which nothing moves, and slides that need no device."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from kiosk.feed.localized_text import Text
from kiosk.feed.message_catalog import short_value
from kiosk.feed.models import Notice
from kiosk.feed.slides import MessageSlide, Slide, WebSlide
from kiosk.feed.web_addresses import host_of
from kiosk.ui.rows import Rows
from kiosk.ui.screen_context import ScreenContext


def quiet(context: ScreenContext, language: str, notices: dict[str, Notice]) -> ScreenContext:
    """Return a context without playlists, whose languages begin with `language` if one is given."""
    screen = context.screen
    if language:
        languages, turns = (_first(language, each) for each in (screen.languages, screen.turns))
        screen = replace(screen, languages=languages, slide_languages=turns)
    screens = {**context.feed.screens, context.screen_id: screen}
    feed = replace(context.feed, playlists={}, notices=notices, screens=screens)
    return replace(context, feed=feed, device_moves=False)


def drawable(slide: Slide) -> Slide:
    """Return the slide; for a web page, which only a device draws, return a card with its address."""
    if not isinstance(slide, WebSlide):
        return slide
    title, text = Text(host_of(slide.url)), Text(short_value(slide.url).strip("'"))
    return MessageSlide(kind="message", title=title, text=text, tone=slide.tone, dwell=slide.dwell)


def _first(code: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    return (code, *(each for each in languages if each != code))


def properties_of(model: QObject) -> tuple[object, ...]:
    """Return all properties of a view-model, as a value."""
    meta = model.metaObject()
    names = [str(meta.property(index).name()) for index in range(meta.propertyCount())]
    values = ((name, model.property(name)) for name in names)
    return tuple((name, value.rows if isinstance(value, Rows) else str(value)) for name, value in values)
