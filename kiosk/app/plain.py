"""Safe mode's slides: those that are drawn from words alone, by code that has nothing to decode."""

from __future__ import annotations

from kiosk.content.models import Feed

PLAIN = frozenset(("welcome", "message", "text", "topic", "hours", "times", "qr"))


def plain(feed: Feed) -> Feed:
    """Return the feed without pictures, and without the slides and playlists that are nothing else."""
    slides = {
        name: slide.model_copy(update={"picture": None}) if getattr(slide, "picture", None) else slide
        for name, slide in feed.slides.items()
        if slide.kind in PLAIN
    }
    playlists = {}
    for name, playlist in feed.playlists.items():
        kept = tuple(slide for slide in playlist.slides if slide in slides)
        if kept:
            playlists[name] = playlist.model_copy(update={"slides": kept})
    return feed.model_copy(update={"slides": slides, "playlists": playlists})
