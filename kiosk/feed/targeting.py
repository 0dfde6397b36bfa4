"""The part of a feed that concerns one screen: its playlists, and the media they need."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.feed.models import Feed, Notice, Playlist, Question, Screen, Screens, Targets
from kiosk.feed.slides import media_of


def is_for(targets: Targets, screen_id: str, screen: Screen) -> bool:
    """Return whether each non-empty list names the screen and no exception does."""
    wanted, unwanted = _matches(targets, screen_id, screen), _matches(targets.excluded, screen_id, screen)
    return False not in wanted and True not in unwanted


def _matches(screens: Screens, screen_id: str, screen: Screen) -> tuple[bool | None, ...]:
    """Return for each of the lists whether it names the screen; None if it is empty."""
    lists = (
        (screens.screens, {screen_id}),
        (screens.offices, {screen.office}),
        (screens.tags, set(screen.tags)),
    )
    return tuple(None if not names else not has.isdisjoint(names) for names, has in lists)


def playlists_for(feed: Feed, screen_id: str) -> dict[str, Playlist]:
    """Return the playlists meant for the screen, whenever they apply."""
    screen = feed.screens[screen_id]
    return {
        name: playlist
        for name, playlist in feed.playlists.items()
        if is_for(playlist.where, screen_id, screen)
    }


def notices_for(feed: Feed, screen_id: str) -> dict[str, Notice]:
    """Return the notices meant for the screen, whenever they apply."""
    screen = feed.screens[screen_id]
    return {name: each for name, each in feed.notices.items() if is_for(each.where, screen_id, screen)}


def questions_for(feed: Feed, screen_id: str) -> dict[str, Question]:
    """Return the questions meant for the screen, whenever they apply."""
    screen = feed.screens[screen_id]
    return {each.id: each for each in feed.questions if is_for(each.where, screen_id, screen)}


def media_for(feed: Feed, screen_id: str) -> frozenset[str]:
    """Return the media paths that the screen's slides show and its desk plays."""
    slides = {slide for playlist in playlists_for(feed, screen_id).values() for slide in playlist.slides}
    named = {path for slide in slides for path in media_of(feed.slides[slide])}
    shown = (file for path in named for file in files_of(feed, screen_id, path).values())
    return frozenset(shown) | _speech(feed, screen_id)


def files_of(feed: Feed, screen_id: str, path: str) -> Mapping[int, str]:
    """Return the files that a screen shows for a media file, by page number.

    Without a rendition, page 1 is the file itself. A rendition for this screen's resolution is preferred to
    one for all screens.
    """
    by_resolution = {each.resolution: each.pages for each in feed.renditions.get(path, ())}
    pages = by_resolution.get(feed.screens[screen_id].resolution) or by_resolution.get(None)
    return pages or {1: path}


def _speech(feed: Feed, screen_id: str) -> frozenset[str]:
    """Return the recordings of a screen's topics and languages; none for a screen without touch."""
    screen = feed.screens[screen_id]
    if not screen.touch:
        return frozenset()
    topics = (path for name in feed.topics_on(screen_id) for path in feed.topics[name].speech.values())
    languages = (feed.languages[code].speech for code in screen.languages)
    return frozenset([*topics, *(path for path in languages if path)])
