"""Prepares the stored free times and live data for one screen, by validating them in an isolated process."""

from __future__ import annotations

from collections.abc import Callable

from kiosk import isolated
from kiosk.booking.shown_slots import kept_form, kept_key, key_of, request_for, shown
from kiosk.feed import site_layout
from kiosk.feed.models import Feed
from kiosk.live import shown_live
from kiosk.sync.store import LIVE_SHOWN, SLOTS_SHOWN, Store
from kiosk.sync.sync_errors import RefusedError

LIMITS = isolated.ProcessLimits(cpu_s=20)
"""Four times what the longest list takes on a small computer."""


def prepare(store: Store, feed: Feed) -> bool:
    """Store the part of the stored list that a screen of `feed` shows; return whether it has changed.

    Raises `RefusedError` for a list that is invalid or exceeds the limits; that list is not tried again.
    """
    data = store.read_slots()
    request = request_for(data or b"", feed.offices, feed.topics)
    return data is not None and _prepare(
        store, site_layout.SLOTS, SLOTS_SHOWN, shown, request, key_of(request)
    )


def prepare_live(store: Store, feed: Feed) -> bool:
    """Do the same for the stored live data."""
    data = store.read_delegated(site_layout.LIVE_ROLE)
    request = shown_live.request_for(data or b"", feed)
    key = shown_live.key_of(request)
    return data is not None and _prepare(store, site_layout.LIVE, LIVE_SHOWN, shown_live.shown, request, key)


def _prepare(  # noqa: PLR0913, PLR0917  # the parts of one kind of data
    store: Store, file: str, note: str, shown_of: Callable[[bytes], bytes], request: bytes, key: str
) -> bool:
    if kept_key(store.read_note(note)) == key:
        return False
    store.write_note(note, kept_form(key, b""))
    try:
        prepared = isolated.run(shown_of, request, LIMITS)
    except isolated.IsolatedError as bad:
        if bad.ended or bad.could_not_start:
            store.write_note(note, b"")  # not caused by the data: try again at the next poll
        raise RefusedError(f"{file}: {bad}") from bad
    store.write_note(note, kept_form(key, prepared))
    return True
