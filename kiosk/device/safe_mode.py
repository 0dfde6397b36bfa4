"""Safe mode's slides: those that are drawn from words alone, by code that has nothing to decode."""

from __future__ import annotations

from dataclasses import replace

from kiosk.feed.models import Feed
from kiosk.feed.slides import MessageSlide, TopicSlide, WelcomeSlide

TEXT_KINDS = frozenset(("welcome", "message", "text", "topic", "hours", "times", "qr"))

_WITH_PICTURE = (WelcomeSlide, MessageSlide, TopicSlide)


def without_pictures(feed: Feed) -> Feed:
    """Return the feed without pictures, and without the slides and playlists that are nothing else."""
    slides = {
        name: replace(slide, picture=None) if isinstance(slide, _WITH_PICTURE) else slide
        for name, slide in feed.slides.items()
        if slide.kind in TEXT_KINDS
    }
    playlists = {}
    for name, playlist in feed.playlists.items():
        kept = tuple(slide for slide in playlist.slides if slide in slides)
        if kept:
            playlists[name] = replace(playlist, slides=kept)
    return replace(feed, slides=slides, playlists=playlists)
