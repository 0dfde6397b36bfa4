"""Checks that a screen can get its feed from a site, before its configuration is written.

Does everything that an update does, except for media, in a temporary folder.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.feed import site_layout
from kiosk.feed.models import Feed
from kiosk.feed.serialization import MAX_FEED_BYTES
from kiosk.net.interrupt import Interrupt
from kiosk.sync.feed_validation import validate_feed
from kiosk.sync.media_plan import needed
from kiosk.sync.signed_site import SignedSite
from kiosk.sync.store import Store
from kiosk.sync.sync_config import SyncConfig
from kiosk.sync.sync_errors import RefusedError
from kiosk.sync.update import open_fetcher


def probe_site(config: SyncConfig) -> Feed:
    """Return the newest feed of a site, verified from the root of `config`; raises `SyncError`."""
    with TemporaryDirectory(prefix="infodisk-") as folder:
        temporary = replace(config, state=Path(folder))
        store = Store(temporary.state)
        fetcher = open_fetcher(temporary, Interrupt())
        try:
            feed = _feed(SignedSite(temporary, store, fetcher), store)
        finally:
            fetcher.close()
        needed(feed, config.screen)
        return feed


def _feed(signed: SignedSite, store: Store) -> Feed:
    signed.refresh(signed.fetch_timestamp("").data or b"")
    target = signed.target(site_layout.FEED, MAX_FEED_BYTES)
    if target is None:
        raise RefusedError("nothing has been published on this site yet: run kiosk publish first")
    data = signed.download(target, site_layout.FEED)
    return store.add(data, validate_feed(store, data)).feed
