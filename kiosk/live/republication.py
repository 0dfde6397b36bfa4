"""When live data must be published again. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from kiosk.feed.live_slides import LiveSlide, sources_of
from kiosk.feed.models import Feed
from kiosk.live.live_data import GROUPS, Group, Known, LiveData

RENEWED_AT = 4
"""Unchanged data is published again after a quarter of the time for which it may be shown."""


def renew_after(feed: Feed) -> Mapping[str, float]:
    """Return after how many seconds unchanged data of each source is published again."""
    seconds: dict[str, float] = {}
    for slide in feed.slides.values():
        if isinstance(slide, LiveSlide):
            for source in sources_of(slide):
                seconds[source] = min(seconds.get(source, slide.valid_for), slide.valid_for / RENEWED_AT)
    return seconds | {name: rule.valid_for / RENEWED_AT for name, rule in feed.alerts.items()}


def is_due(published: LiveData | None, new: LiveData, renew_s: Mapping[str, float]) -> bool:
    """Return whether `new` must be published: the data has changed, or the published data is getting old."""
    if published is None:
        return True
    before = {(group, name): data for group, name, data in published.known()}
    now = {(group, name): data for group, name, data in new.known()}
    if before.keys() != now.keys():
        return True
    return any(_differs(before[key], data, renew_s.get(key[1], 0.0)) for key, data in now.items())


def _differs(before: Known, now: Known, renew_s: float) -> bool:
    age = now.as_of - before.as_of
    return age >= timedelta(seconds=renew_s) > timedelta() or replace(before, as_of=now.as_of) != now


def gathered(known: Mapping[str, tuple[Group, Known]], now: datetime) -> LiveData:
    """Return the data of all sources as one value, generated at `now`."""
    parts = {
        group: {name: data for name, (its_group, data) in known.items() if its_group == group}
        for group in GROUPS
    }
    return LiveData(generated_at=now, **parts)  # type: ignore[arg-type]  # each group has its class
