"""All checks, in one call."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from itertools import chain

from kiosk.checks import (
    alert_texts,
    draft_recordings,
    endless,
    expired,
    gaps,
    measures,
    missing_translations,
    opening,
    outside_hours,
    placeholders,
    playlists,
    private_links,
    reading_time,
    stale_translations,
    takeovers,
    unfilled_links,
    unmet_conditions,
    unused,
    wall_words,
)
from kiosk.checks.check_subject import Subject
from kiosk.feed.misplaced_files import SETTINGS
from kiosk.feed.models import Feed
from kiosk.feed.problems import Problem
from kiosk.feed.translation_record import RECORD
from kiosk.feed.yaml_reader import Document

Check = Callable[[Subject], Iterable[Problem]]

_PART_CHECKS: tuple[Check, ...] = (
    missing_translations.check,
    stale_translations.check,
    draft_recordings.check,
    reading_time.check,
    wall_words.check,
    outside_hours.check,
    opening.check,
    measures.check,
    placeholders.check,
    endless.check,
    unfilled_links.check,
    private_links.check,
    expired.check,
    takeovers.check,
    alert_texts.check,
    unmet_conditions.check,
)
_WHOLE_FEED_CHECKS: tuple[Check, ...] = (unused.check, gaps.check, playlists.check)
"""Checks that report what is missing, and so need a complete feed."""


def inspect(
    feed: Feed, documents: Mapping[str, Document], now: datetime, *, whole: bool = True
) -> list[Problem]:
    """Return the problems of a feed at `now`, the most severe first.

    Pass `whole=False` for a feed without its invalid parts; the documents of those parts are skipped.
    """
    return sorted(chain.from_iterable(inspect_in_steps(feed, documents, now, whole=whole)))


def inspect_in_steps(
    feed: Feed, documents: Mapping[str, Document], now: datetime, *, whole: bool
) -> Iterator[list[Problem]]:
    """Yield the problems of one check after another, so that the caller can do other work in between."""
    parts = {file: each for file, each in documents.items() if file != RECORD and _is_part(feed, file)}
    subject = Subject(feed, parts, now, documents.get(RECORD))
    for check in (*_PART_CHECKS, *(_WHOLE_FEED_CHECKS if whole else ())):
        yield list(check(subject))


def _is_part(feed: Feed, file: str) -> bool:
    kind, _, name = file.removesuffix(".yaml").partition("/")
    return file == SETTINGS or name in getattr(feed, kind)
