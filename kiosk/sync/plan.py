"""What one screen needs of a feed: pure."""

from __future__ import annotations

from kiosk.content.models import Feed, Media
from kiosk.content.problems import nearest
from kiosk.content.targeting import media_for
from kiosk.sync.errors import RefusedError


def needed(feed: Feed, screen: str) -> tuple[Media, ...]:
    """Return the media that `screen` shows, each once, the smallest first.

    Raises `RefusedError` when the feed does not know the screen.
    """
    if screen not in feed.screens:
        near = nearest(screen, feed.screens)
        hint = f" (did you mean {near!r}?)" if near else ""
        raise RefusedError(f"the feed has no screen {screen!r}{hint}")
    media = {feed.media[path] for path in media_for(feed, screen)}
    return tuple(sorted(media, key=lambda each: (each.size, each.sha256)))
