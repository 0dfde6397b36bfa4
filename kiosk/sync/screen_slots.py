"""The stored free times made ready for one screen by the sync process: validated apart, bounded, and kept."""

from __future__ import annotations

from kiosk import isolated
from kiosk.booking.shown_slots import ask, kept_form, kept_key, key_of, shown
from kiosk.feed import site_layout
from kiosk.feed.models import Feed
from kiosk.sync.store import Store
from kiosk.sync.sync_errors import RefusedError

LIMITS = isolated.Limits(cpu_s=20)
"""Four times what the longest list takes on a small computer."""

SHOWN = "slots-shown"


def prepare(store: Store, feed: Feed) -> bool:
    """Keep what a screen of `feed` takes of the stored list; return whether that is something new.

    Raises `RefusedError` for a list that cannot be read or costs too much, which is not tried a second time.
    """
    data = store.read_slots()
    asked = ask(data or b"", feed.offices, feed.topics)
    key = key_of(asked)
    if data is None or kept_key(store.noted(SHOWN)) == key:
        return False
    store.note(SHOWN, kept_form(key, b""))
    try:
        found = isolated.run(shown, asked, LIMITS)
    except isolated.IsolatedError as bad:
        if bad.ended or bad.could_not_start:
            store.note(SHOWN, b"")  # no fault of the list: it is tried again
        raise RefusedError(f"{site_layout.SLOTS}: {bad}") from bad
    store.note(SHOWN, kept_form(key, found))
    return True
