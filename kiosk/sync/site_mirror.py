"""A verified copy of a site in a folder, for a USB stick or a device image: `kiosk sync --to`.

The copy has the layout of the site, so that a kiosk verifies it in the same way. Raises `SyncError`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager, suppress
from pathlib import Path

from tuf.api.exceptions import DownloadError, DownloadHTTPError

from kiosk import system
from kiosk.feed import site_layout
from kiosk.feed.live_slides import live_sources
from kiosk.feed.models import Feed, Media
from kiosk.feed.office_part import compose
from kiosk.feed.problems import ContentError
from kiosk.feed.serialization import MAX_FEED_BYTES, read_feed
from kiosk.sync import media_plan
from kiosk.sync.media_download import MediaDownload, Progress
from kiosk.sync.signed_site import LIMITS, SignedSite
from kiosk.sync.site_fetcher import Body, ConditionalResponse, Fetcher, bounded
from kiosk.sync.store import Store, storage_errors
from kiosk.sync.sync_config import SyncConfig
from kiosk.sync.sync_errors import RefusedError
from kiosk.sync.update_trust import sync_error


class RecordingFetcher(Fetcher):
    """Wraps another fetcher, and records the small files that were received completely."""

    def __init__(self, inner: Fetcher) -> None:
        super().__init__(inner.interrupt)
        self.inner = inner
        self.files: dict[str, bytes] = {}

    def close(self) -> None:
        """See `Fetcher.close`."""
        self.inner.close()

    def fetch_if_changed(self, url: str, etag: str, limit: int) -> ConditionalResponse:
        """See `Fetcher.fetch_if_changed`."""
        return self.inner.fetch_if_changed(url, etag, limit)

    def body(self, url: str, start: int, etag: str, size: int) -> AbstractContextManager[Body]:
        """See `Fetcher.body`."""
        return self.inner.body(url, start, etag, size)

    def stream(self, url: str) -> Iterator[bytes]:
        """See `Fetcher.stream`."""
        chunks = []
        for chunk in self.inner.stream(url):
            chunks.append(chunk)
            yield chunk
        self.files[url] = b"".join(chunks)


class SiteMirror:
    """Copies the site of `config` to `folder`, with the media of `screens`, or of all screens if empty."""

    def __init__(
        self, config: SyncConfig, fetcher: Fetcher, folder: Path, screens: Collection[str] = ()
    ) -> None:
        self.config = config
        self.fetcher = RecordingFetcher(fetcher)
        self.folder = folder
        self.screens = screens

    def run(self, progress: Progress = lambda _done, _total: None) -> Feed:
        """Update the copy; return the feed.

        The timestamp is written after everything that it references, and unreferenced files are deleted last,
        so that a stick that is removed too early contains the old copy or the new one.
        """
        with tempfile.TemporaryDirectory() as scratch:
            signed = SignedSite(self.config, Store(Path(scratch)), self.fetcher)
            timestamp = signed.fetch_timestamp("").data or b""
            signed.refresh(timestamp)
            feed = self._targets(signed)
            self._roots(signed)
        wanted = self._wanted(feed)
        store = Store(self.folder)
        store.blobs = self.folder / "media"
        missing = [media for media in wanted.values() if not store.has(media)]
        MediaDownload(self.fetcher, store, signed.base, progress).fetch(missing)
        for url, data in self.fetcher.files.items():
            self._write(url.removeprefix(f"{signed.base}/"), data)
        self._write(site_layout.TIMESTAMP, timestamp)
        self._remove_others(store, wanted)
        return feed

    def _targets(self, signed: SignedSite) -> Feed:
        target = signed.target(site_layout.FEED, MAX_FEED_BYTES)
        if target is None:
            raise RefusedError("nothing has been published on this site yet")
        try:
            data = signed.download(target, site_layout.FEED)
            feed = read_feed(data)
        except ContentError as bad:
            raise RefusedError(f"the feed cannot be read by this version: {bad.problems[0]}") from bad
        for role, name in site_layout.DELEGATED.items():
            if role == site_layout.LIVE_ROLE and not live_sources(feed):
                continue
            target = signed.target(name, site_layout.MAX_BYTES[role])
            if target is not None:
                signed.download(target, name)
        return self._with_parts(signed, data, feed)

    @staticmethod
    def _with_parts(signed: SignedSite, data: bytes, feed: Feed) -> Feed:
        """Return the feed with the parts of its offices' staff that fit."""
        for office, role in signed.office_roles().items():
            name = site_layout.target_of(role)
            with suppress(ContentError, RefusedError):
                target = signed.target(name, site_layout.max_bytes(role))
                if target is not None:
                    composed = compose(data, {office: signed.download(target, name)})
                    feed, data = read_feed(composed), composed
        return feed

    def _roots(self, signed: SignedSite) -> None:
        """Copy all versions of the root: a kiosk that trusts an older version needs every later one."""
        for version in range(1, signed.root_version() + 1):
            url = f"{signed.base}/{site_layout.metadata_file('root', version)}"
            try:
                b"".join(bounded(self.fetcher.stream(url), LIMITS.root_max_length))
            except DownloadHTTPError:
                continue  # the site started with a later version
            except DownloadError as bad:
                raise sync_error(bad) from bad

    def _wanted(self, feed: Feed) -> dict[str, Media]:
        screens = self.screens or feed.screens
        return {media.sha256: media for screen in screens for media in media_plan.needed(feed, screen)}

    def _remove_others(self, store: Store, wanted: dict[str, Media]) -> None:
        with storage_errors(store.blobs):
            for path in store.blobs.glob("*/*"):
                if path.name not in wanted:
                    path.unlink()

    def _write(self, name: str, data: bytes) -> None:
        with storage_errors(self.folder / name):
            system.write_atomically(self.folder / name, data)
