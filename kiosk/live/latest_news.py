"""Which news a slide shows to a reader: in their language where there is some, the latest first."""

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
    """Return the news in the first of `languages` that has some; in any language if none of them has.

    News whose language is not known is for every reader. `age_at` is when the age of the sources is judged.
    """
    lists = [fresh(known, source, slide.valid_for, age_at) for source in slide.sources]
    items = list({each.title: each for listed in lists if listed for each in listed.items}.values())
    items.sort(key=lambda each: each.time or _LONG_AGO, reverse=True)
    for language in languages:
        found = [each for each in items if not each.language or _is_in(each, language)]
        if any(each.language for each in found):
            return tuple(found)
    unmarked = tuple(each for each in items if not each.language)
    return unmarked or tuple(items)


def oldest(slide: NewsSlide, known: Mapping[str, NewsList], age_at: Now) -> datetime | None:
    """Return as of when the oldest of the sources is that are shown."""
    lists = (fresh(known, source, slide.valid_for, age_at) for source in slide.sources)
    return min((each.as_of for each in lists if each), default=None)


def _is_in(item: NewsItem, language: str) -> bool:
    """Return whether an item is in a language of a feed: `fa_AF` is `fa-AF`, and `sv-SE` is `sv`."""
    marked, wanted = item.language.lower(), language.lower().replace("_", "-")
    return marked == wanted or marked.partition("-")[0] == wanted
