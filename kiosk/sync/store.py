"""A device's copy of the feed: media by their hash, whole generations, and which of them is current.

    state/
    ├── blobs/ab/abcd…            a media file, named by its SHA-256; never written to once it is there
    ├── incoming/abcd…            one on its way
    ├── generations/1234…/        one complete feed, named by the SHA-256 of its `feed.yaml`
    ├── current                   the id of the generation to show; replaced in one rename
    ├── slots                     the last verified `slots.yaml`, after a line with its SHA-256
    ├── seen                      the last timestamp that was dealt with to the end
    └── tuf/                      the signed metadata, kept by python-tuf

It knows no network and no keys: what is handed in has been verified. Raises `StoreError`.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kiosk.content import site
from kiosk.content.models import Feed, Media
from kiosk.content.problems import ContentError
from kiosk.content.wire import read_feed
from kiosk.sync import atomic
from kiosk.sync.errors import RefusedError, StoreError


@dataclass(frozen=True)
class Generation:
    """One complete, verified copy of the feed; `id` is the SHA-256 of its `feed.yaml`."""

    id: str
    feed: Feed
    blobs: Path

    def media(self, path: str) -> Path:
        """Return where the media file that the feed calls `path` lies; raises `KeyError` if it has none."""
        return self.blobs / _blob_name(self.feed.media[path].sha256)


def _blob_name(sha256: str) -> str:
    return f"{sha256[:2]}/{sha256}"


class Store:
    """The folder described above. Its methods raise `StoreError` when the disk fails them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.blobs = folder / "blobs"
        self.tuf = folder / "tuf"

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Keep other processes from updating this store; raises `StoreError` if one is at it."""
        with _disk("lock"):
            atomic.make_folder(self.folder)
            handle = os.open(self.folder / ".lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(handle)
            yield
        finally:
            os.close(handle)

    def has(self, media: Media) -> bool:
        """Return whether a blob is there in its full size; its bytes were verified when it was stored."""
        try:
            return (self.blobs / _blob_name(media.sha256)).stat().st_size == media.size
        except OSError:
            return False

    def incoming(self, media: Media) -> Path:
        """Return where to write a blob until it has been verified."""
        with _disk("incoming"):
            atomic.make_folder(self.folder / "incoming")
        return self.folder / "incoming" / media.sha256

    def keep(self, media: Media) -> None:
        """Take in a blob that lies verified and flushed in `incoming`."""
        with _disk("blobs"):
            atomic.place(self.incoming(media), self.blobs / _blob_name(media.sha256))

    def add(self, feed: bytes) -> Generation:
        """Take in a verified `feed.yaml`; raises `RefusedError` if it cannot be shown."""
        generation = self._generation(hashlib.sha256(feed).hexdigest(), feed)
        with _disk("generations"):
            atomic.write_file(self._feed_path(generation.id), feed)
        return generation

    def activate(self, generation: Generation) -> None:
        """Make `generation` the current one."""
        with _disk("current"):
            atomic.write_file(self.folder / "current", generation.id.encode())

    def current_id(self) -> str:
        """Return the id of the current generation, or an empty string."""
        return _read(self.folder / "current").decode("ascii", "replace").strip()

    def load(self, generation_id: str) -> Generation:
        """Return a stored generation, its feed checked against its id; raises `RefusedError`."""
        data = _read(self._feed_path(generation_id))
        if hashlib.sha256(data).hexdigest() != generation_id:
            raise RefusedError(f"generation {generation_id[:12]} is damaged on this disk")
        return self._generation(generation_id, data)

    def _generation(self, generation_id: str, feed: bytes) -> Generation:
        try:
            return Generation(generation_id, read_feed(feed), self.blobs)
        except ContentError as bad:
            first = bad.problems[0]
            raise RefusedError(f"the feed cannot be shown by this version: {first}") from bad

    def _feed_path(self, generation_id: str) -> Path:
        return self.folder / "generations" / generation_id / site.FEED

    def write_slots(self, slots: bytes) -> None:
        """Keep a verified `slots.yaml`."""
        line = hashlib.sha256(slots).hexdigest().encode() + b"\n"
        with _disk("slots"):
            atomic.write_file(self.folder / "slots", line + slots)

    def read_slots(self) -> bytes | None:
        """Return the last verified `slots.yaml`, or None if there is none or it is damaged."""
        line, _, slots = _read(self.folder / "slots").partition(b"\n")
        return slots if hashlib.sha256(slots).hexdigest().encode() == line else None

    def write_seen(self, seen: bytes) -> None:
        """Keep a note of the last timestamp that was dealt with to the end."""
        if seen != self.read_seen():
            with _disk("seen"):
                atomic.write_file(self.folder / "seen", seen)

    def read_seen(self) -> bytes:
        """Return the note of `write_seen`, or nothing."""
        return _read(self.folder / "seen")

    def signed(self, role: str) -> bytes:
        """Return the verified metadata of a role as it was stored last, or nothing."""
        return _read(self.tuf / f"{role}.json")


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _lock(handle: int) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as bad:
        raise StoreError("another process is updating this store") from bad


@contextmanager
def _disk(what: str) -> Iterator[None]:
    try:
        yield
    except OSError as bad:
        raise StoreError(f"cannot write {what}: {bad.strerror}") from bad
