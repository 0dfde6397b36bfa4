"""The list of all slides of a feed: where each is shown, and what is missing or wrong. Pure."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from kiosk.feed.localized_text import SAME_FOR_ALL, Text
from kiosk.feed.models import Feed, Playlist
from kiosk.feed.problems import Problem, Severity
from kiosk.feed.targeting import playlists_for
from kiosk.frozen import frozen


class SlideFilter(StrEnum):
    """Which slides are listed."""

    ALL = "all"
    UNTRANSLATED = "untranslated"
    UNUSED = "unused"
    EXPIRED = "expired"
    WRONG = "wrong"


@frozen
class SlideEntry:
    """One slide in the list."""

    slide: str
    screens: tuple[str, ...]
    """The screens that show it at some time."""

    missing: tuple[str, ...]
    """Languages of these screens (of the whole feed if there are none) that any of its texts lacks."""

    expired: bool
    wrong: bool
    """Whether its file has an error."""

    def matches(self, wanted: str) -> bool:
        """Return whether it passes a `SlideFilter`."""
        return {
            SlideFilter.UNTRANSLATED: bool(self.missing),
            SlideFilter.UNUSED: not self.screens,
            SlideFilter.EXPIRED: self.expired,
            SlideFilter.WRONG: self.wrong,
        }.get(SlideFilter(wanted), True)


def slide_list(
    feed: Feed, names: Iterable[str], problems: Iterable[Problem], today: date
) -> list[SlideEntry]:
    """Return an entry for each slide, including those that cannot be read and so are not in `feed`."""
    shown: dict[str, list[str]] = {}
    lasting: set[str] = set()
    for screen in feed.screens:
        for playlist in playlists_for(feed, screen).values():
            for slide in dict.fromkeys(playlist.slides):
                shown.setdefault(slide, []).append(screen)
            if not _is_over(playlist, today):
                lasting.update(playlist.slides)
    wrong = {each.position.file for each in problems if each.severity is Severity.ERROR}
    return [
        SlideEntry(
            name,
            tuple(dict.fromkeys(shown.get(name, ()))),
            _missing(feed, name, shown.get(name, ())),
            (name in shown and name not in lasting) or _has_ended(feed, name, today),
            f"slides/{name}.yaml" in wrong,
        )
        for name in sorted(names)
    ]


def _is_over(playlist: Playlist, today: date) -> bool:
    return playlist.when.until is not None and playlist.when.until < today


def _has_ended(feed: Feed, name: str, today: date) -> bool:
    until = feed.slides[name].until if name in feed.slides else None
    return until is not None and until < today


def _missing(feed: Feed, name: str, screens: Iterable[str]) -> tuple[str, ...]:
    if name not in feed.slides:
        return ()
    used = {code for screen in screens for code in feed.screens[screen].turns}
    wanted = [code for code in feed.languages if code in used or not used]
    slide = feed.slides[name]
    values = [getattr(slide, field.name) for field in dataclasses.fields(slide)]
    written = [each.languages() for each in values if isinstance(each, Text)]
    return tuple(
        code
        for code in wanted
        if any(code not in languages and SAME_FOR_ALL not in languages for languages in written)
    )
