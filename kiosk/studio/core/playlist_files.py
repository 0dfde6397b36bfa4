"""The order and the screens of a playlist, as new values for its file. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kiosk.feed.models import Feed
from kiosk.feed.targeting import is_for


def moved(slides: Sequence[str], start: int, to: int) -> list[str]:
    """Return the slides with the one at `start` moved to `to`."""
    rest = [each for place, each in enumerate(slides) if place != start]
    return [*rest[:to], slides[start], *rest[to:]]


def screens_on(feed: Feed, playlist: str) -> list[str]:
    """Return the screens that a playlist is for."""
    where = feed.playlists[playlist].where
    return [name for name, screen in feed.screens.items() if is_for(where, name, screen)]


def where_of(feed: Feed, screens: Collection[str]) -> dict[str, object] | None:
    """Return `where` for exactly these screens, None for all of them; raises `ValueError` if empty."""
    if not screens:
        raise ValueError(screens)
    return None if set(screens) >= set(feed.screens) else {"screens": sorted(screens)}
