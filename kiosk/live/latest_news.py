"""Which news a slide shows: in the reader's language if there is any, latest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from kiosk.feed.live_slides import NewsSlide
from kiosk.feed.wall_time import Now
from kiosk.live.freshness import fresh

if TYPE_CHECKING:
    from kiosk.live.live_data import NewsItem, NewsList

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def latest(
    slide: NewsSlide, known: Mapping[str, NewsList], age_at: Now, languages: Iterable[str]
) -> tuple[NewsItem, ...]:
    """Return the news in the first of `languages` that has any, together with news of unknown language.

    If none has, return the news of unknown language; if there is none either, all news. `age_at` is the time
    at which to judge the age of the sources.
    """
    lists = [fresh(known, source, slide.valid_for, age_at) for source in slide.sources]
    items = list({item.title: item for listed in lists if listed for item in listed.items}.values())
    items.sort(key=lambda item: item.time or _LONG_AGO, reverse=True)
    for language in languages:
        readable = [item for item in items if not item.language or _is_in(item, language)]
        if any(item.language for item in readable):
            return tuple(readable)
    unmarked = tuple(item for item in items if not item.language)
    return unmarked or tuple(items)


def oldest(slide: NewsSlide, known: Mapping[str, NewsList], age_at: Now) -> datetime | None:
    """Return the time of the oldest of the shown sources; None if none is shown."""
    lists = (fresh(known, source, slide.valid_for, age_at) for source in slide.sources)
    return min((listed.as_of for listed in lists if listed), default=None)


def _is_in(item: NewsItem, language: str) -> bool:
    """Return whether an item is in a language of a feed: `fa_AF` means `fa-AF`, and `sv` includes `sv-SE`."""
    marked, wanted = item.language.lower(), language.lower().replace("_", "-")
    return marked == wanted or marked.partition("-")[0] == wanted
