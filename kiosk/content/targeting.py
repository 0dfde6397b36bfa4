"""What of a feed is meant for one screen: its playlists, and the media they need."""

from __future__ import annotations

from kiosk.content.models import Feed, Playlist, Screen, Targets


def is_for(targets: Targets, screen_id: str, screen: Screen) -> bool:
    """Return whether the screen is among the targets: each list that is not empty must name it."""
    return (
        _among(targets.screens, {screen_id})
        and _among(targets.offices, {screen.office})
        and _among(targets.tags, set(screen.tags))
    )


def _among(wanted: tuple[str, ...], has: set[str]) -> bool:
    return not wanted or not has.isdisjoint(wanted)


def playlists_for(feed: Feed, screen_id: str) -> dict[str, Playlist]:
    """Return the playlists meant for the screen, whenever they apply."""
    screen = feed.screens[screen_id]
    return {
        name: playlist
        for name, playlist in feed.playlists.items()
        if is_for(playlist.where, screen_id, screen)
    }


def media_for(feed: Feed, screen_id: str) -> frozenset[str]:
    """Return the media paths that the screen's slides show."""
    slides = {slide for playlist in playlists_for(feed, screen_id).values() for slide in playlist.slides}
    pictures = (getattr(feed.slides[slide], "picture", None) for slide in slides)
    return frozenset(picture for picture in pictures if picture)
