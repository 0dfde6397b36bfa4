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

_OF_ANY_PART: tuple[Check, ...] = (
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
_OF_THE_WHOLE: tuple[Check, ...] = (unused.check, gaps.check, playlists.check)
"""These report what is missing, which requires a complete feed."""


def inspect(
    feed: Feed, documents: Mapping[str, Document], now: datetime, *, whole: bool = True
) -> list[Problem]:
    """Return the problems of a feed at `now`, the most severe first.

    A feed without its invalid parts is not `whole`; the documents of those parts are skipped.
    """
    return sorted(chain.from_iterable(inspect_in_steps(feed, documents, now, whole=whole)))


def inspect_in_steps(
    feed: Feed, documents: Mapping[str, Document], now: datetime, *, whole: bool
) -> Iterator[list[Problem]]:
    """Yield the same problems check by check, for a program that has other things to do in between."""
    known = {file: each for file, each in documents.items() if file != RECORD and _is_of(feed, file)}
    subject = Subject(feed, known, now, documents.get(RECORD))
    for check in (*_OF_ANY_PART, *(_OF_THE_WHOLE if whole else ())):
        yield list(check(subject))


def _is_of(feed: Feed, file: str) -> bool:
    kind, _, name = file.removesuffix(".yaml").partition("/")
    return file == SETTINGS or name in getattr(feed, kind)
