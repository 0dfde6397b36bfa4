"""The part of `live.yaml` that one screen keeps: the sources its feed names, without hosts it does not list.

Whoever has the live data key can sign anything that the model allows. An isolated process reads it and leaves
out what the feed does not list; its result loads without validation.
"""

from __future__ import annotations

import hashlib
import json

import msgspec

from kiosk.booking.shown_slots import kept_form, kept_key
from kiosk.feed.compiled_feed import model_version
from kiosk.feed.live_slides import live_sources
from kiosk.feed.models import Feed
from kiosk.live import live_data
from kiosk.live.live_data import GROUPS, LiveData, read_live
from kiosk.live.named_hosts import allowed


def request_for(data: bytes, feed: Feed) -> bytes:
    """Return the input for `shown`: published live data, and what a feed lists."""
    return json.dumps([sorted(live_sources(feed)), sorted(feed.live_hosts)]).encode() + b"\n" + data


def shown(request: bytes) -> bytes:
    """Return the data that the screen keeps, for `load_kept`; raises `ContentError`."""
    listed, _, data = request.partition(b"\n")
    sources, hosts = map(frozenset, json.loads(listed))
    published = read_live(data)
    parts = {
        group: {
            name: allowed(known, hosts)[0]
            for name, known in getattr(published, group).items()
            if name in sources
        }
        for group in GROUPS
    }
    kept = LiveData(generated_at=published.generated_at, **parts)  # type: ignore[arg-type]  # each group has its class
    return msgspec.msgpack.encode(kept)


def key_of(request: bytes) -> str:
    """Return the cache key of `shown` for these bytes; it depends on the version of the product."""
    return hashlib.sha256(model_version(*vars(live_data).values()).encode() + request).hexdigest()


def load_kept(kept: bytes) -> LiveData | None:
    """Return the live data in the stored bytes; None if missing or damaged."""
    _, _, data = kept.partition(b"\n")
    if not data or kept != kept_form(kept_key(kept), data):
        return None
    try:
        return msgspec.msgpack.decode(data, type=LiveData)
    except (msgspec.DecodeError, ValueError, RecursionError):
        return None
