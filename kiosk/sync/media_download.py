"""Downloads media: several files at once, resumed after an interruption, and hashed as they arrive.

A blob enters the store only if its SHA-256 matches the signed feed. Raises `SyncError`.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tuf.api.exceptions import DownloadError, DownloadHTTPError

from kiosk import system
from kiosk.feed import site_layout
from kiosk.feed.models import Media
from kiosk.net.client import CHUNK
from kiosk.sync.site_fetcher import Body, Fetcher, bounded
from kiosk.sync.store import ETAG, Store, storage_errors
from kiosk.sync.sync_errors import RefusedError
from kiosk.sync.update_trust import sync_error

WORKERS = 4
LARGE = 1 << 20
"""Files of at least this many bytes can be resumed even after the process was killed."""

Progress = Callable[[int, int], None]
"""Takes the bytes stored so far, and the total."""


class MediaDownload:
    """Downloads media of the site at `base` into a store."""

    def __init__(
        self, fetcher: Fetcher, store: Store, base: str, progress: Progress = lambda _done, _total: None
    ) -> None:
        self.fetcher = fetcher
        self.store = store
        self.base = base
        self.progress = progress
        self.lock = threading.Lock()
        self.queue: Iterator[Media] = iter(())
        self.downloaded: list[Media] = []
        self.partial_names: frozenset[str] = frozenset()
        """The names of partial files from earlier downloads."""

        self.done = 0
        self.errors: list[Exception] = []

    def fetch(self, wanted: Sequence[Media]) -> None:
        """Download all of `wanted` into the store; the first failure stops the others, and is raised."""
        if not wanted:
            return
        with storage_errors(self.store.incoming):
            system.make_folder(self.store.incoming)
            self.partial_names = frozenset(path.name for path in self.store.incoming.iterdir())
        self.queue, self.downloaded, self.done, self.errors = iter(wanted), [], 0, []
        total = sum(media.size for media in wanted)
        workers = [threading.Thread(target=self._work, args=(total,), daemon=True) for _ in range(WORKERS)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        self.store.keep(self.downloaded)
        if self.errors:
            raise self.errors[0]

    def _work(self, total: int) -> None:
        """Download one file after another, until none is left or any worker has failed."""
        try:
            while media := self._next():
                self._fetch_one(media)
                self._count(media, total)
        except Exception as bad:  # noqa: BLE001  # `fetch` raises it
            self.errors.append(bad)

    def _next(self) -> Media | None:
        with self.lock:
            return None if self.errors else next(self.queue, None)

    def _count(self, media: Media, total: int) -> None:
        with self.lock:
            self.downloaded.append(media)
            self.done += media.size
            self.progress(self.done, total)

    def _fetch_one(self, media: Media) -> None:
        partial = PartialDownload(self.store.incoming / media.sha256, media)
        if partial.note.name in self.partial_names:
            partial.resume()
        if not partial.is_complete():
            self._download(partial, media)
        if partial.digest.hexdigest() != media.sha256:
            partial.remove()
            raise RefusedError(f"refused: media {media.sha256[:12]} does not match its signed hash")

    def _download(self, partial: PartialDownload, media: Media) -> None:
        url = f"{self.base}/{site_layout.media_file(media.sha256)}"
        try:
            with self.fetcher.body(url, partial.size, partial.etag, media.size) as body:
                partial.write_body(body)
        except DownloadError as bad:
            if isinstance(bad, DownloadHTTPError):
                partial.remove()
            raise sync_error(bad) from bad


class PartialDownload:
    """A file that may be partly downloaded, and the hash of that part."""

    def __init__(self, path: Path, media: Media) -> None:
        self.path = path
        self.media = media
        self.note = path.with_suffix(ETAG)
        self.digest = hashlib.sha256()
        self.size = 0
        self.etag = ""
        self.has_note = False

    def resume(self) -> None:
        """Resume from the partial file, if its `ETag` was recorded."""
        with storage_errors(self.path):
            self._resume()

    def _resume(self) -> None:
        try:
            self.etag = self.note.read_text("utf-8", "replace")
            with self.path.open("rb") as file:
                while chunk := file.read(CHUNK):
                    self.size += len(chunk)
                    self.digest.update(chunk)
        except FileNotFoundError:
            self._restart("")
        self.has_note = True
        if self.size > self.media.size:
            self._restart("")

    def _restart(self, etag: str) -> None:
        self.etag, self.size, self.digest = etag, 0, hashlib.sha256()

    def is_complete(self) -> bool:
        """Return whether all bytes have arrived; the caller checks the hash."""
        return bool(self.etag) and self.size == self.media.size

    def write_body(self, body: Body) -> None:
        """Write a whole body; after an interruption, the partial file stays if it can be resumed."""
        if body.start != self.size or not self.etag:
            self._restart(body.etag)
        with storage_errors(self.path):
            if self.has_note and not self.size:
                self.note.unlink(missing_ok=True)
            if self.media.size >= LARGE:
                self._write_note()
            try:
                self._write(body)
            except DownloadError:
                self._write_note()
                raise

    def _write(self, body: Body) -> None:
        with self.path.open("ab" if self.size else "wb", buffering=0) as file:
            for chunk in bounded(body.chunks, self.media.size - self.size):
                _write(file.fileno(), chunk)
                self.digest.update(chunk)
                self.size += len(chunk)
        if self.size < self.media.size:
            raise DownloadError(f"received only {self.size} of {self.media.size} bytes")

    def _write_note(self) -> None:
        """Record the `ETag` of the partial file, so that it can be resumed."""
        if self.etag:
            self.note.write_text(self.etag, "utf-8")

    def remove(self) -> None:
        """Delete the partial file."""
        with storage_errors(self.path):
            self.path.unlink(missing_ok=True)
            self.note.unlink(missing_ok=True)


def _write(handle: int, data: bytes | memoryview) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]
