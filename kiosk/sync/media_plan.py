"""Which media of a feed one screen needs. Pure."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.feed.models import Feed, Media
from kiosk.feed.problems import nearest
from kiosk.feed.targeting import media_for
from kiosk.sync.sync_errors import RefusedError


class UnknownScreenError(RefusedError):
    """The feed does not contain this device's screen."""


def needed(feed: Feed, screen: str) -> tuple[Media, ...]:
    """Return the media that `screen` shows, without duplicates, smallest first.

    Raises `UnknownScreenError`.
    """
    if screen not in feed.screens:
        near = nearest(screen, feed.screens)
        hint = f" (did you mean {near!r}?)" if near else ""
        raise UnknownScreenError(f"the feed has no screen {screen!r}{hint}")
    media = {feed.media[path].sha256: feed.media[path] for path in media_for(feed, screen)}
    return tuple(sorted(media.values(), key=lambda each: (each.size, each.sha256)))


def missing_media(feed: Feed, screen: str, has: Callable[[Media], bool]) -> list[Media]:
    """Return the media that `screen` needs and `has` rejects; raises `UnknownScreenError`."""
    return [media for media in needed(feed, screen) if not has(media)]
