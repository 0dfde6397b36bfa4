"""Office parts, the parts of a feed that office staff publish: written, and checked against the feed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

from kiosk.feed import references
from kiosk.feed.constraints import adapter
from kiosk.feed.feed_size import oversized
from kiosk.feed.message_catalog import tr
from kiosk.feed.models import Feed, Playlist
from kiosk.feed.office_part import OfficePart, compose
from kiosk.feed.problems import ContentError
from kiosk.feed.serialization import read_feed
from kiosk.publish.publish_errors import SiteError


def write_part(part: OfficePart) -> bytes:
    """Return the bytes of a part; equal parts give equal bytes."""
    return adapter(OfficePart).dump_json(part, exclude_defaults=True, by_alias=True) + b"\n"


def fitting_parts(feed: bytes, parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts that screens accept with this feed: each one that fits with those before it."""
    if _fits(feed, parts):
        return dict(parts)
    accepted: dict[str, bytes] = {}
    for office, data in sorted(parts.items()):
        if _fits(feed, {**accepted, office: data}):
            accepted[office] = data
    return accepted


def _fits(feed: bytes, parts: Mapping[str, bytes]) -> bool:
    try:
        refuse_misfit(feed, parts)
    except SiteError:
        return False
    return True


def refuse_misfit(feed: bytes, parts: Mapping[str, bytes]) -> None:
    """Raise `SiteError` for parts that screens would leave out of this feed."""
    if not parts:
        return
    offices = ", ".join(sorted(parts))
    try:
        composed = compose(feed, parts)
        read_feed(composed)
    except ContentError as bad:
        raise _misfit(offices, str(bad.problems[0])) from bad
    document = json.loads(composed)
    counts = {kind: len(entries) for kind, entries in document.items() if isinstance(entries, dict)}
    for kind, words in oversized(counts):
        raise _misfit(offices, f"{kind}: {words}")
    for dangling in references.dangling(document):
        raise _misfit(offices, dangling)


def _misfit(office: str, reason: str) -> SiteError:
    return SiteError(
        tr(
            "what the staff of the office {office} show does not fit the feed: {reason}",
            office=office,
            reason=reason,
        )
    )


def feed_of_part(feed: Feed, part: OfficePart) -> Feed:
    """Return a feed with only the slides of one part, to convert their media for the office's screens."""
    screens = {name: screen for name, screen in feed.screens.items() if screen.office == part.office}
    playlists = {"slides": Playlist(slides=tuple(part.slides))} if part.slides else {}
    return replace(
        feed,
        screens=screens,
        topics={},
        playlists=playlists,
        slides=part.slides,
        notices={},
        media=part.media,
        renditions={},
    )
