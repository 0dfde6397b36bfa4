"""The storage of a site: a few operations on named files, and their implementation for a local folder.

Files are written atomically. A lock, released when its process ends, excludes other publishers.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import IO, Protocol

from kiosk import system
from kiosk.feed import site_layout
from kiosk.feed.message_catalog import tr
from kiosk.publish.publish_errors import HostError, OutrunError

LOCK = ".publishing"
CHUNK = 1 << 20  # bytes
NEW = ".new-"


class Readable(Protocol):
    """A readable stream of bytes."""

    def read(self, size: int, /) -> bytes:
        """Return up to `size` bytes, empty at the end."""


class SiteStorage(Protocol):
    """The storage of a site. Paths are relative, with `/`. All methods raise `HostError`."""

    name: str

    def read(self, path: str, limit: int) -> bytes | None:
        """Return a file's bytes, or None if there is none; refuses one larger than `limit` bytes."""

    def size(self, path: str) -> int | None:
        """Return a file's size in bytes, or None if there is none."""

    def versions(self, role: str) -> set[int]:
        """Return the stored versions of a role's metadata; see `site_layout.versions_among`."""

    def write(self, path: str, data: Readable) -> None:
        """Write a file, replacing any of the same name."""

    def remove(self, path: str) -> None:
        """Delete the file if it exists."""

    def lock(self) -> AbstractContextManager[None]:
        """Lock the site against other publishers; raises `OutrunError` if it is locked."""


class FolderStorage:
    """A site in a local folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.name = str(folder)

    def read(self, path: str, limit: int) -> bytes | None:
        """See `SiteStorage.read`."""
        try:
            with (self.folder / path).open("rb") as file:
                data = file.read(limit + 1)
        except FileNotFoundError:
            return None
        except OSError as bad:
            raise self._host_error(path, bad) from bad
        if len(data) > limit:
            raise HostError(
                tr("{path} is larger than {limit} bytes", path=str(self.folder / path), limit=limit)
            )
        return data

    def size(self, path: str) -> int | None:
        """See `SiteStorage.size`."""
        try:
            return (self.folder / path).stat().st_size
        except FileNotFoundError:
            return None
        except OSError as bad:
            raise self._host_error(path, bad) from bad

    def versions(self, role: str) -> set[int]:
        """See `SiteStorage.versions`."""
        return site_layout.versions_among(
            (path.name for path in (self.folder / site_layout.METADATA).glob("*")), role
        )

    def write(self, path: str, data: Readable) -> None:
        """See `SiteStorage.write`."""
        try:
            self._write(self.folder / path, data)
        except OSError as bad:
            raise self._host_error(path, bad) from bad

    def _write(self, path: Path, data: Readable) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        with system.replacing(path, path.with_name(f"{NEW}{path.name}")) as file:
            while chunk := data.read(CHUNK):
                file.write(chunk)
            system.let_all_read(file.fileno())

    def remove(self, path: str) -> None:
        """See `SiteStorage.remove`."""
        try:
            (self.folder / path).unlink(missing_ok=True)
        except OSError as bad:
            raise self._host_error(path, bad) from bad

    @contextmanager
    def lock(self) -> Iterator[None]:
        """See `SiteStorage.lock`."""
        with self._open_lock() as file:
            if not system.lock_file(file.fileno()):
                raise OutrunError(
                    tr("another publish to {site} is under way; try again when it ends", site=self.name)
                )
            self._sweep()
            yield

    def _sweep(self) -> None:
        """Delete partial files of a killed publish."""
        for pattern in (f"*/{NEW}*", f"media/*/{NEW}*"):
            for path in self.folder.glob(pattern):
                self.remove(path.relative_to(self.folder).as_posix())

    def _open_lock(self) -> IO[bytes]:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            return (self.folder / LOCK).open("wb")
        except OSError as bad:
            raise self._host_error(LOCK, bad) from bad

    def _host_error(self, path: str, bad: OSError) -> HostError:
        return HostError(f"{self.folder / path}: {bad.strerror}")


def open_host(place: str) -> SiteStorage:
    """Return the storage at `place`: a local folder, or a URL that `locations` supports."""
    if "://" not in place:
        return FolderStorage(Path(place))
    from kiosk.publish.storage.locations import open_remote  # noqa: PLC0415  # not needed for a folder

    return open_remote(place)
