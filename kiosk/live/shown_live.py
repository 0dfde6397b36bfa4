"""The part of `live.yaml` that one screen keeps: the sources its feed names, without hosts it does not list.

Whoever has the key of the live data can sign what they like within the model. An isolated process reads it,
leaves out what the feed does not want, and its result loads without validation.
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
    """Return the input of `shown`: published live data, for a feed."""
    return json.dumps([sorted(live_sources(feed)), sorted(feed.live_hosts)]).encode() + b"\n" + data


def shown(request: bytes) -> bytes:
    """Return what `load_kept` reads; raises `ContentError`."""
    wanted, _, data = request.partition(b"\n")
    named, hosts = map(frozenset, json.loads(wanted))
    found = read_live(data)
    parts = {
        group: {
            name: allowed(each, hosts)[0] for name, each in getattr(found, group).items() if name in named
        }
        for group in GROUPS
    }
    kept = LiveData(generated_at=found.generated_at, **parts)  # type: ignore[arg-type]  # each group has its class
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
