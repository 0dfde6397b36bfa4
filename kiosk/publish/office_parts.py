"""The parts of a feed that the staff of offices publish: written, and refused if no screen shows them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

from kiosk.feed import references
from kiosk.feed.constraints import adapter
from kiosk.feed.message_catalog import tr
from kiosk.feed.models import Feed, Playlist
from kiosk.feed.office_part import OfficePart, compose
from kiosk.feed.problems import ContentError
from kiosk.feed.serialization import read_feed
from kiosk.publish.publish_errors import SiteError


def write_part(part: OfficePart) -> bytes:
    """Return the bytes of a part; equal parts give equal bytes."""
    return adapter(OfficePart).dump_json(part, exclude_defaults=True, by_alias=True) + b"\n"


def fitting(feed: bytes, parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts that screens show with this feed."""
    try:
        refuse_misfit(feed, parts)
    except SiteError:
        return {office: data for office, data in parts.items() if _fits(feed, office, data)}
    return dict(parts)


def _fits(feed: bytes, office: str, data: bytes) -> bool:
    try:
        refuse_misfit(feed, {office: data})
    except SiteError:
        return False
    return True


def refuse_misfit(feed: bytes, parts: Mapping[str, bytes]) -> None:
    """Raise `SiteError` for the first part that screens would leave out of this feed."""
    for office, data in parts.items():
        try:
            whole = compose(feed, {office: data})
            read_feed(whole)
        except ContentError as bad:
            raise _misfit(office, str(bad.problems[0])) from bad
        for words in references.dangling(json.loads(whole)):
            raise _misfit(office, words)


def _misfit(office: str, reason: str) -> SiteError:
    return SiteError(
        tr(
            "what the staff of the office {office} show does not fit the feed: {reason}",
            office=office,
            reason=reason,
        )
    )


def alone(feed: Feed, part: OfficePart) -> Feed:
    """Return a feed of the slides of one part only, to convert their media for the screens of the office."""
    screens = {name: each for name, each in feed.screens.items() if each.office == part.office}
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
