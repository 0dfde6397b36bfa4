"""Validate and compile a new feed in an isolated process, so that no feed can block the screen.

A feed that exceeds the limits is not shown; `costly_feed` decides when it is tried again. The same applies
if the kiosk was killed several times while it validated a feed: each attempt is counted on disk beforehand.
"""

from __future__ import annotations

import hashlib
import json
import time
from datetime import date, timedelta

from kiosk import isolated
from kiosk.feed import references
from kiosk.feed.compiled_feed import compile_feed
from kiosk.feed.feed_size import oversized
from kiosk.feed.models import Feed
from kiosk.feed.problems import ContentError
from kiosk.feed.serialization import read_feed
from kiosk.sync.store import Store
from kiosk.sync.sync_errors import StoreError, TooCostlyFeedError, UnshowableFeedError

TRIES = 3
DATES_S = 2.0
"""The processor time for all recurrences; a hundred of them take a tenth of it."""

AHEAD = timedelta(days=6 * 366)
"""How far ahead a screen looks for a gap in a recurrence."""

TRYING = "trying"


def validate_feed(store: Store, feed: bytes, *, again: bool = False) -> bytes:
    """Return the compiled form of a feed; raises `UnshowableFeedError` if it is invalid or too costly.

    With `again`, a feed is tried even if the kiosk was killed repeatedly while it validated this feed.
    """
    feed_id = hashlib.sha256(feed).hexdigest()
    before, _, count = store.read_note(TRYING).decode(errors="replace").partition(" ")
    tries = int(count) if before == feed_id and count.isdecimal() else 0
    if tries >= TRIES and not again:
        raise TooCostlyFeedError(feed_id, f"the kiosk was killed {tries} times while it validated this feed")
    store.write_note(TRYING, f"{feed_id} {tries + 1}".encode())
    try:
        compiled_feed = isolated.run(compiled, feed)
    except isolated.IsolatedError as bad:
        if bad.ended:  # such as when the device is switched off: the attempt counts
            raise StoreError(str(bad)) from bad
        store.write_note(TRYING, b"")
        if bad.could_not_start:
            raise StoreError(str(bad)) from bad
        if bad.exceeded:
            raise TooCostlyFeedError(feed_id, f"validating it {bad}") from bad
        raise UnshowableFeedError(feed_id, str(bad)) from bad
    store.write_note(TRYING, b"")
    return compiled_feed


def compiled(feed: bytes) -> bytes:
    """Return the compiled form of a published feed; raises `ValueError` if it cannot be shown."""
    try:
        parsed = read_feed(feed)
    except ContentError as bad:
        raise ValueError(str(bad.problems[0])) from bad
    document = json.loads(feed)
    counts = {kind: len(parts) for kind, parts in document.items() if isinstance(parts, dict)}
    for kind, too_many in oversized(counts):
        raise ValueError(f"{kind}: {too_many}")
    for words in references.dangling(document):
        raise ValueError(words)
    _compute_recurrences(parsed, time.process_time() + DATES_S)
    return compile_feed(parsed, hashlib.sha256(feed).hexdigest())


def _compute_recurrences(feed: Feed, deadline: float) -> None:
    """Compute the days of all recurrences, as the screen does; raises `ValueError` if it takes too long.

    A screen does this between two frames, at each start. `deadline` is in processor time of this process.
    """
    today = date.today()  # noqa: DTZ011  # a day more or less changes nothing
    whens = [each.when for each in feed.playlists.values()] + [each.when for each in feed.notices.values()]
    for repeat, since in {(when.repeat, when.since) for when in whens if when.repeat and when.since}:
        for day in repeat.days(since, today):
            if day > today + AHEAD:
                break
            if time.process_time() > deadline:
                raise ValueError(f"its recurrences take more than {DATES_S:g} s to work out; use fewer")
