"""A device's copy of the feed: media by hash, complete generations, and which of them is current.

    state/
    ├── blobs/ab/abcd…            a media file, named by its SHA-256; never modified
    ├── incoming/abcd…            a partial download, and its `ETag`
    ├── generations/1234…/        one complete feed and its compiled form, named by the SHA-256 of `feed.yaml`
    ├── current                   the id of the generation to show; replaced in one rename
    ├── good                      the id of the last one that the player has shown
    ├── rejected                  the ids of those that could not be shown, and why
    ├── slots                     the last verified `slots.yaml`, after a line with its SHA-256
    ├── slots-shown               the part that this screen shows, after a line that identifies its inputs
    ├── slots-judged              the date of a list that was found too old, and the latest time seen then
    ├── live, live-shown …        the same for the last verified `live.yaml`
    ├── office-ab                 the last verified part of the staff of the office `ab`, in the same form
    ├── composed                  the feed and the parts from which the last generation was composed
    ├── published                 the version number and signing date of the generation shown
    ├── pin-tries                 the number of wrong PINs, and whether the PIN is locked
    ├── trials                    which media were test-decoded, and which of them are harmful
    ├── costly-media              which media exceeded the limits of test decoding, how often, and when last
    ├── too-costly                which feed exceeded the limits of its validation, how often, and when last
    ├── trying                    the id of a feed that is being validated, and the number of attempts
    ├── seen                      the last timestamp that was processed completely
    └── tuf/                      the signed metadata, kept by python-tuf

Uses neither the network nor keys: callers pass verified data. Raises `StoreError`.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import field
from pathlib import Path

from kiosk import __version__, system
from kiosk.feed import site_layout
from kiosk.feed.compiled_feed import NotCompiledError, compile_feed, load_feed
from kiosk.feed.models import Feed, Media
from kiosk.feed.problems import ContentError
from kiosk.feed.serialization import read_feed
from kiosk.frozen import frozen
from kiosk.sync.sync_errors import RefusedError, StoreError, UnshowableFeedError

COMPILED = "feed.compiled"

SLOTS_SHOWN, LIVE_SHOWN = "slots-shown", "live-shown"
"""What the screen shows of the last verified `slots.yaml` and `live.yaml`."""

ETAG = ".etag"
"""The suffix of the file beside a partial download that contains its `ETag`."""


@frozen
class Generation:
    """One complete, verified copy of the feed; `id` is the SHA-256 of its `feed.yaml`."""

    id: str
    feed: Feed
    blobs: Path
    harmful: Mapping[str, str] = field(default_factory=dict)
    """Media that are not shown because decoding them exceeds the limits: the reason by SHA-256."""

    def media(self, path: str) -> Path:
        """Return the path of the media file that the feed calls `path`.

        Raises `KeyError` if the feed has no such file, and `PermissionError` if it is harmful.
        """
        sha256 = self.feed.media[path].sha256
        if sha256 in self.harmful:
            raise PermissionError(errno.EPERM, f"decoding it {self.harmful[sha256]}", path)
        return self.blobs / _blob_name(sha256)


def _blob_name(sha256: str) -> str:
    return f"{sha256[:2]}/{sha256}"


class Store:
    """The folder described above. Methods raise `StoreError` if the disk fails."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.blobs = folder / "blobs"
        self.generations = folder / "generations"
        self.incoming = folder / "incoming"
        self.tuf = folder / "tuf"

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Lock the store against other processes; raises `StoreError` if it is locked."""
        with storage_errors(self.folder):
            system.make_folder(self.folder)
            handle = os.open(self.folder / ".lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(handle)
            yield
        finally:
            os.close(handle)

    def blob(self, sha256: str) -> Path:
        """Return the path of the file with this hash, whether or not it exists."""
        return self.blobs / _blob_name(sha256)

    def has(self, media: Media) -> bool:
        """Return whether a blob exists in full size; its bytes were verified when it was stored."""
        try:
            return self.blob(media.sha256).stat().st_size == media.size
        except OSError:
            return False

    def keep(self, verified: Iterable[Media]) -> None:
        """Move verified blobs from `incoming` into the store: flush, rename, flush the folders."""
        paths = {self.incoming / media.sha256: self.blob(media.sha256) for media in verified}
        if not paths:
            return
        with storage_errors(self.blobs):
            system.sync_all(paths.keys())
            for folder in {path.parent for path in paths.values()}:
                folder.mkdir(parents=True, exist_ok=True)
            for temporary, path in paths.items():
                temporary.replace(path)
            for note in self.incoming.glob(f"*{ETAG}"):
                if note.with_suffix("") in paths:
                    note.unlink()
            system.sync_all({path.parent for path in paths.values()} | {self.blobs, self.folder})

    def add(self, feed: bytes, compiled: bytes) -> Generation:
        """Store a verified `feed.yaml` and its compiled form."""
        feed_id = hashlib.sha256(feed).hexdigest()
        self._write(self._feed_path(feed_id), feed)
        self._write(self._compiled_path(feed_id), compiled)
        return self.load(feed_id)

    def _write(self, path: Path, data: bytes) -> None:
        if _read(path) != data:
            with storage_errors(path):
                system.write_atomically(path, data)

    def activate(self, generation_id: str) -> None:
        """Make a generation current."""
        self.write_note("current", generation_id.encode())

    def current_id(self) -> str:
        """Return the id of the current generation, or an empty string."""
        return self._id("current")

    def good_id(self) -> str:
        """Return the id of the last generation that the player has shown, or an empty string."""
        return self._id("good")

    def _id(self, name: str) -> str:
        return self.read_note(name).decode("ascii", "replace").strip()

    def load(self, generation_id: str) -> Generation:
        """Return a stored generation; raises `RefusedError`.

        If the compiled form is missing, damaged or of another version, the feed is compiled again.
        """
        try:
            compiled = _read(self._compiled_path(generation_id))
            return self._generation(generation_id, load_feed(compiled, generation_id))
        except NotCompiledError:
            return self._compiled_again(generation_id)

    def _compiled_again(self, generation_id: str) -> Generation:
        data = _read(self._feed_path(generation_id))
        if not data:
            raise RefusedError(f"generation {generation_id[:12]} is not on this disk")
        if hashlib.sha256(data).hexdigest() != generation_id:
            raise RefusedError(f"generation {generation_id[:12]} is damaged on this disk")
        generation = self._validated(generation_id, data)
        with suppress(StoreError):  # the feed is shown even if the disk is full
            self._write(self._compiled_path(generation_id), compile_feed(generation.feed, generation_id))
        return generation

    def _validated(self, generation_id: str, feed: bytes) -> Generation:
        try:
            return self._generation(generation_id, read_feed(feed))
        except ContentError as bad:
            raise UnshowableFeedError(generation_id, str(bad.problems[0])) from bad

    def _generation(self, generation_id: str, feed: Feed) -> Generation:
        harmful = {sha256: harm for sha256, harm in self.trials().items() if harm}
        return Generation(generation_id, feed, self.blobs, harmful)

    def trials(self) -> dict[str, str]:
        """Return the results of this version's test decodings by SHA-256: the harm, or an empty string."""
        try:
            kept = json.loads(self.read_note("trials"))
            return dict(kept["media"]) if kept["version"] == __version__ else {}
        except (ValueError, KeyError, TypeError):
            return {}

    def write_trials(self, results: Mapping[str, str]) -> None:
        """Store the results of test decodings for the media that exist."""
        stored = {sha256: harm for sha256, harm in results.items() if self.blob(sha256).exists()}
        self.write_note("trials", json.dumps({"version": __version__, "media": stored}).encode())

    def _feed_path(self, generation_id: str) -> Path:
        return self.generations / generation_id / site_layout.FEED

    def _compiled_path(self, generation_id: str) -> Path:
        return self.generations / generation_id / COMPILED

    def write_delegated(self, role: str, data: bytes) -> None:
        """Store the verified target of a delegated role, such as `slots.yaml` of `slots`."""
        self.write_note(role, hashlib.sha256(data).hexdigest().encode() + b"\n" + data)

    def read_delegated(self, role: str) -> bytes | None:
        """Return the last verified target of a delegated role; None if missing or damaged."""
        digest, _, data = self.read_note(role).partition(b"\n")
        return data if hashlib.sha256(data).hexdigest().encode() == digest else None

    def write_slots(self, slots: bytes) -> None:
        """Store a verified `slots.yaml`."""
        self.write_delegated(site_layout.SLOTS_ROLE, slots)

    def read_slots(self) -> bytes | None:
        """Return the last verified `slots.yaml`; None if missing or damaged."""
        return self.read_delegated(site_layout.SLOTS_ROLE)

    def write_note(self, name: str, data: bytes) -> None:
        """Write a note, one of the store's small files, if its content changes."""
        if data != self.read_note(name):
            with storage_errors(self.folder / name):
                system.write_atomically(self.folder / name, data)

    def read_note(self, name: str) -> bytes:
        """Return a note, one of the store's small files; empty if missing."""
        return _read(self.folder / name)

    def signed(self, role: str) -> bytes:
        """Return the stored, verified metadata of a role, empty if missing."""
        return _read(self.tuf / f"{role}.json")

    def forget_signed(self, role: str) -> None:
        """Delete the stored metadata of a role that is no longer used, since they would expire."""
        with storage_errors(self.tuf):
            (self.tuf / f"{role}.json").unlink(missing_ok=True)

    def free(self) -> int:
        """Return the free space on this disk in bytes."""
        with storage_errors(self.folder):
            return shutil.disk_usage(self.folder).free


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _lock(handle: int) -> None:
    if not system.lock_file(handle):
        raise StoreError("another process is updating this store")


@contextmanager
def storage_errors(path: Path) -> Iterator[None]:
    """Raise an `OSError` as a `StoreError` that names the file."""
    try:
        yield
    except OSError as bad:
        raise StoreError(f"{bad.filename or path}: {bad.strerror}") from bad
