"""The number of texts that each screen lacks in a language. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.feed.misplaced_files import SETTINGS
from kiosk.feed.models import Feed
from kiosk.feed.targeting import notices_for, playlists_for
from kiosk.studio.core.translations.units import TranslationState, Unit


def missing_by_screen(feed: Feed, units: Iterable[Unit], language: str) -> dict[str, int]:
    """Return how many texts each screen lacks in a language, for the screens that use the language."""
    missing = [unit.file for unit in units if unit.state is TranslationState.MISSING]
    return {
        name: sum(file in files for file in missing)
        for name, screen in feed.screens.items()
        if language in {*screen.languages, *screen.turns}
        for files in [_files_on(feed, name)]
    }


def _files_on(feed: Feed, screen: str) -> set[str]:
    shown = feed.screens[screen]
    playlists = playlists_for(feed, screen).values()
    files = {SETTINGS, f"offices/{shown.office}.yaml"}
    files |= {f"slides/{slide}.yaml" for each in playlists for slide in each.slides}
    files |= {f"notices/{name}.yaml" for name in notices_for(feed, screen)}
    topics = feed.topics_on(screen) if shown.touch else ()
    return files | {f"topics/{name}.yaml" for name in topics}
