"""Media files on their way: several at once, gone on with where they broke off, hashed as they come.

A blob joins the store only when its SHA-256 is the one that the signed feed names. Raises `SyncError`.
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
from kiosk.sync.store import ETAG, Store, disk
from kiosk.sync.sync_errors import RefusedError
from kiosk.sync.update_trust import told

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
        self.lock = threading.Lock()
        self.waiting: Iterator[Media] = iter(())
        self.here: list[Media] = []
        self.begun: frozenset[str] = frozenset()
        """The names of the files that were on their way before."""

        self.done = 0
        self.trouble: list[Exception] = []

    def fetch(self, wanted: Sequence[Media]) -> None:
        """Bring all of `wanted` into the store; the first that fails stops the rest, and is raised."""
        if not wanted:
            return
        with disk(self.store.incoming):
            system.make_folder(self.store.incoming)
            self.begun = frozenset(path.name for path in self.store.incoming.iterdir())
        self.waiting, self.here, self.done, self.trouble = iter(wanted), [], 0, []
        total = sum(media.size for media in wanted)
        workers = [threading.Thread(target=self._work, args=(total,), daemon=True) for _ in range(WORKERS)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        self.store.keep(self.here)
        if self.trouble:
            raise self.trouble[0]

    def _work(self, total: int) -> None:
        """Bring one file after the other, until none waits or one has failed in whichever worker."""
        try:
            while media := self._next():
                self._bring(media)
                self._count(media, total)
        except Exception as bad:  # noqa: BLE001  # whatever it is, `fetch` raises it
            self.trouble.append(bad)

    def _next(self) -> Media | None:
        with self.lock:
            return None if self.trouble else next(self.waiting, None)

    def _count(self, media: Media, total: int) -> None:
        with self.lock:
            self.here.append(media)
            self.done += media.size
            self.progress(self.done, total)

    def _bring(self, media: Media) -> None:
        partial = Partial(self.store.incoming / media.sha256, media)
        if partial.note.name in self.begun:
            partial.look()
        if not partial.is_whole():
            self._download(partial, media)
        if partial.digest.hexdigest() != media.sha256:
            partial.remove()
            raise RefusedError(f"refused: media {media.sha256[:12]} is not the file that was signed")

    def _download(self, partial: Partial, media: Media) -> None:
        url = f"{self.base}/{site_layout.media_file(media.sha256)}"
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
        self.noted = False

    def look(self) -> None:
        """Go on with what is here, if there is a note of what it is a part of."""
        with disk(self.path):
            self._look()

    def _look(self) -> None:
        try:
            self.etag = self.note.read_text("utf-8", "replace")
            with self.path.open("rb") as file:
                while chunk := file.read(CHUNK):
                    self.size += len(chunk)
                    self.digest.update(chunk)
        except FileNotFoundError:
            self._begin_again("")
        self.noted = True
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
            if self.noted and not self.size:
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


def _write(handle: int, data: bytes | memoryview) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]
