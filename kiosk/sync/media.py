"""Media files on their way: several at once, gone on with where they broke off, hashed as they come.

A blob joins the store only when its SHA-256 is the one that the signed feed names. Raises `SyncError`.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tuf.api.exceptions import DownloadError, DownloadHTTPError

from kiosk.content import site
from kiosk.content.models import Media
from kiosk.sync import atomic
from kiosk.sync.errors import RefusedError, SyncError
from kiosk.sync.fetch import CHUNK, Body, Fetcher, bounded
from kiosk.sync.store import ETAG, Store, disk
from kiosk.sync.trust import told

WORKERS = 4
LARGE = 1 << 20
"""Bytes from which on a file is gone on with even after the process was killed."""

Progress = Callable[[int, int], None]
"""Told the bytes stored so far, and the bytes in all."""


class Downloads:
    """Fetches media of the site at `base` into a store."""

    def __init__(
        self, fetcher: Fetcher, store: Store, base: str, progress: Progress = lambda _done, _total: None
    ) -> None:
        self.fetcher = fetcher
        self.store = store
        self.base = base
        self.progress = progress
        self.stop = threading.Event()
        self.counted = threading.Lock()
        self.done = 0

    def fetch(self, wanted: Sequence[Media]) -> None:
        """Bring all of `wanted` into the store; the first that fails stops the rest, and is raised."""
        if not wanted:
            return
        with disk(self.store.incoming):
            atomic.make_folder(self.store.incoming)
        total = sum(media.size for media in wanted)
        with ThreadPoolExecutor(WORKERS, thread_name_prefix="media") as workers:
            outcomes = list(workers.map(lambda media: self._one(media, total), wanted))
        self.store.keep(media for media, outcome in zip(wanted, outcomes, strict=True) if outcome is True)
        for trouble in outcomes:
            if isinstance(trouble, SyncError):
                raise trouble

    def _one(self, media: Media, total: int) -> SyncError | bool:
        """Fetch one file; returns whether it is here and verified, or its trouble.

        An error that is raised here would be seen too late to stop the others.
        """
        if self.stop.is_set():
            return False
        try:
            self._bring(media)
            self._count(media.size, total)
        except SyncError as bad:
            self.stop.set()
            return bad
        return True

    def _count(self, size: int, total: int) -> None:
        with self.counted:
            self.done += size
            self.progress(self.done, total)

    def _bring(self, media: Media) -> None:
        partial = Partial(self.store.incoming / media.sha256, media)
        if not partial.is_whole():
            self._download(partial, media)
        if partial.digest.hexdigest() != media.sha256:
            partial.remove()
            raise RefusedError(f"refused: media {media.sha256[:12]} is not the file that was signed")

    def _download(self, partial: Partial, media: Media) -> None:
        url = f"{self.base}/{site.media_file(media.sha256)}"
        try:
            with self.fetcher.body(url, partial.size, partial.etag, media.size) as body:
                partial.take(body)
        except DownloadError as bad:
            if isinstance(bad, DownloadHTTPError):
                partial.remove()
            raise told(bad) from bad


class Partial:
    """A file of which a part may be here, with the hash of that part."""

    def __init__(self, path: Path, media: Media) -> None:
        self.path = path
        self.media = media
        self.note = path.with_suffix(ETAG)
        self.digest = hashlib.sha256()
        self.size = 0
        self.etag = ""
        with disk(path):
            self._look()

    def _look(self) -> None:
        """Read what is here, if it is known what it is a part of."""
        try:
            self.etag = self.note.read_text("utf-8", "replace")
            with self.path.open("rb") as file:
                while chunk := file.read(CHUNK):
                    self.size += len(chunk)
                    self.digest.update(chunk)
        except FileNotFoundError:
            self._begin_again("")
        if self.size > self.media.size:
            self._begin_again("")

    def _begin_again(self, etag: str) -> None:
        self.etag, self.size, self.digest = etag, 0, hashlib.sha256()

    def is_whole(self) -> bool:
        """Return whether nothing is left to fetch; what it is worth says its hash."""
        return bool(self.etag) and self.size == self.media.size

    def take(self, body: Body) -> None:
        """Write a body to its end; what came stays if it breaks off and can be gone on with."""
        if body.start != self.size or not self.etag:
            self._begin_again(body.etag)
        with disk(self.path):
            if not self.size:
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
            raise DownloadError(f"only {self.size} of {self.media.size} bytes came")

    def _write_note(self) -> None:
        """Say what the part that is here is of: at once for a large file, else when it breaks off."""
        if self.etag:
            self.note.write_text(self.etag, "utf-8")

    def remove(self) -> None:
        """Forget what is here."""
        with disk(self.path):
            self.path.unlink(missing_ok=True)
            self.note.unlink(missing_ok=True)


def _write(handle: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]
