"""Prepare the stored free times for one screen: validate them in an isolated process."""

from __future__ import annotations

from kiosk import isolated
from kiosk.booking.shown_slots import kept_form, kept_key, key_of, request_for, shown
from kiosk.feed import site_layout
from kiosk.feed.models import Feed
from kiosk.sync.store import Store
from kiosk.sync.sync_errors import RefusedError

LIMITS = isolated.ProcessLimits(cpu_s=20)
"""Four times what the longest list needs on a small computer."""

SHOWN = "slots-shown"


def prepare(store: Store, feed: Feed) -> bool:
    """Store what a screen of `feed` shows of the stored list; return whether that has changed.

    Raises `RefusedError` for a list that is invalid or exceeds the limits; it is not tried again.
    """
    data = store.read_slots()
    request = request_for(data or b"", feed.offices, feed.topics)
    key = key_of(request)
    if data is None or kept_key(store.noted(SHOWN)) == key:
        return False
    store.note(SHOWN, kept_form(key, b""))
    try:
        found = isolated.run(shown, request, LIMITS)
    except isolated.IsolatedError as bad:
        if bad.ended or bad.could_not_start:
            store.note(SHOWN, b"")  # not the list's fault: try it again
        raise RefusedError(f"{site_layout.SLOTS}: {bad}") from bad
    store.note(SHOWN, kept_form(key, found))
    return True
