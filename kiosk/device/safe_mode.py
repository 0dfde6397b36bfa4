"""The slides in safe mode: those that consist of text, with nothing to decode."""

from __future__ import annotations

from dataclasses import replace

from kiosk.feed.live_slides import EventSlide
from kiosk.feed.models import Feed
from kiosk.feed.slides import MessageSlide, Slide, TopicSlide, WelcomeSlide

_TEXT = ("welcome", "message", "text", "topic", "hours", "now", "times", "qr")
TEXT_KINDS = frozenset((*_TEXT, "clock", "countdown", "event", "queue", "weather", "news", "departures"))

_WITH_PICTURE = (MessageSlide, EventSlide)


def _without_picture(slide: Slide) -> Slide:
    if isinstance(slide, TopicSlide):
        return replace(slide, picture=None, face=None)
    if isinstance(slide, WelcomeSlide):
        return replace(slide, picture=None, pictures={})
    return replace(slide, picture=None) if isinstance(slide, _WITH_PICTURE) else slide


def without_pictures(feed: Feed) -> Feed:
    """Return the feed without pictures, and without slides and playlists that consist of them."""
    text_slides = {name: slide for name, slide in feed.slides.items() if slide.kind in TEXT_KINDS}
    slides = {name: _without_picture(slide) for name, slide in text_slides.items()}
    playlists = {}
    for name, playlist in feed.playlists.items():
        kept = tuple(slide for slide in playlist.slides if slide in slides)
        if kept:
            playlists[name] = replace(playlist, slides=kept)
    return replace(feed, slides=slides, playlists=playlists)
