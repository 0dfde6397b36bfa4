"""A site on another machine, through fsspec: the code common to SFTP, WebDAV and S3, and their differences.

Files appear atomically: they are written under a temporary name and moved, or uploaded in one request (S3). A
lease excludes other publishers; as a second guard, the timestamp is checked before it is replaced.
"""

from __future__ import annotations

import posixpath
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import Any

from kiosk.feed import site_layout
from kiosk.feed.message_catalog import tr
from kiosk.publish.publish_errors import HostError, OutrunError, PublishError
from kiosk.publish.publish_lease import MAX_BYTES, RENEW, Lease
from kiosk.publish.storage.site_storage import LOCK, Readable

CHUNK = 1 << 20  # bytes
NEW = ".new"


class RemoteStorage:
    """A site at `base` of an fsspec file system; see `SiteStorage` for the methods."""

    exclusive_mode = "xb"
    """The mode that creates a file only if it does not exist."""

    def __init__(self, files: Any, base: str, name: str) -> None:  # noqa: ANN401  # fsspec has no types
        self.files = files
        self.base = base.rstrip("/")
        self.name = name
        self._sizes: dict[str, int] | None = None
        self._folders: set[str] = set()
        self._lease: Lease | None = None

    def _at(self, path: str) -> str:
        return f"{self.base}/{path}" if self.base else path

    def read(self, path: str, limit: int) -> bytes | None:
        """See `SiteStorage.read`."""
        with self._translated_errors(path):
            try:
                with self.files.open(self._at(path), "rb") as file:
                    data: bytes = file.read(limit + 1)
            except FileNotFoundError:
                return None
        if len(data) > limit:
            raise HostError(
                tr("{path} on {site} is larger than {limit} bytes", path=path, site=self.name, limit=limit)
            )
        return data

    def size(self, path: str) -> int | None:
        """See `SiteStorage.size`; media are listed once instead of queried one by one."""
        if path.startswith("media/"):
            return self._media_sizes().get(path)
        with self._translated_errors(path):
            try:
                return int(self.files.info(self._at(path))["size"])
            except FileNotFoundError:
                return None

    def _media_sizes(self) -> dict[str, int]:
        if self._sizes is None:
            with self._translated_errors("media"):
                files = self.files.find(self._at("media"), detail=True).values()
            self._sizes = {self._below(file["name"]): int(file["size"]) for file in files}
            for path in [path for path in self._sizes if path.endswith(NEW)]:
                self.remove(path)  # partial files of a killed publish
        return self._sizes

    def _below(self, name: str) -> str:
        """Return a listed name relative to the site; some hosts add a leading slash."""
        return name.lstrip("/").removeprefix(self.base.lstrip("/")).lstrip("/")

    def versions(self, role: str) -> set[int]:
        """See `SiteStorage.versions`."""
        with self._translated_errors(site_layout.METADATA):
            try:
                listed = self.files.ls(self._at(site_layout.METADATA), detail=False)
            except FileNotFoundError:
                return set()
        return site_layout.versions_among((posixpath.basename(path.rstrip("/")) for path in listed), role)

    def write(self, path: str, data: Readable) -> None:
        """See `SiteStorage.write`."""
        self._renew()
        with self._translated_errors(path):
            self._make_folder(posixpath.dirname(path))
            size = self._put(path, data)
        if self._sizes is not None:
            self._sizes[path] = size

    def _make_folder(self, folder: str) -> None:
        if folder not in self._folders:
            self.files.makedirs(self._at(folder), exist_ok=True)
            self._folders.add(folder)

    def _put(self, path: str, data: Readable) -> int:
        """Write to a temporary name, then move."""
        temporary = self._at(f"{path}.{secrets.token_hex(4)}{NEW}")
        try:
            size = self._copy(data, temporary, "wb")
            self._move(temporary, self._at(path))
        except BaseException:
            with suppress(Exception):  # the original error matters more
                self.files.rm_file(temporary)
            raise
        return size

    def _copy(self, data: Readable, path: str, mode: str, **more: str) -> int:
        size = 0
        with self.files.open(path, mode, **more) as file:
            while chunk := data.read(CHUNK):
                file.write(chunk)
                size += len(chunk)
        return size

    def _move(self, temporary: str, path: str) -> None:
        self.files.mv(temporary, path)

    def remove(self, path: str) -> None:
        """See `SiteStorage.remove`."""
        with self._translated_errors(path), suppress(FileNotFoundError):
            self.files.rm_file(self._at(path))

    @contextmanager
    def lock(self) -> Iterator[None]:
        """See `SiteStorage.lock`."""
        now = datetime.now(UTC)
        other = self._read_lease()
        if other and other.holds(now):
            self._raise_outrun(other)
        self._claim(Lease.new(now), is_new=self.size(LOCK) is None)
        try:
            yield
        finally:
            self._lease = None
            self.remove(LOCK)

    def _read_lease(self) -> Lease | None:
        size = self.size(LOCK) or 0
        return Lease.read(self.read(LOCK, size)) if size <= MAX_BYTES else None

    def _claim(self, lease: Lease, *, is_new: bool) -> None:
        with self._translated_errors(LOCK):
            self._make_folder("")
            try:
                with self.files.open(self._at(LOCK), self.exclusive_mode if is_new else "wb") as file:
                    file.write(lease.write())
            except Exception:  # each kind of host raises a different error if the file exists
                if self.size(LOCK) is None:
                    raise
        stored = self._read_lease()
        if stored is None or stored.token != lease.token:
            self._raise_outrun(stored)
        self._lease = lease

    def _raise_outrun(self, holder: Lease | None) -> None:
        raise OutrunError(
            tr(
                "another publish to {site} is under way ({holder}); "
                "try again when it ends, or remove {file} there if it has",
                site=self.name,
                holder=holder or tr("someone"),
                file=LOCK,
            )
        )

    def _renew(self) -> None:
        now = datetime.now(UTC)
        if self._lease and now - self._lease.since > RENEW:
            self._lease = self._lease.renewed(now)
            with self._translated_errors(LOCK):
                self.files.pipe_file(self._at(LOCK), self._lease.write())

    @contextmanager
    def _translated_errors(self, path: str) -> Iterator[None]:
        try:
            yield
        except (PublishError, FileNotFoundError):
            raise
        except Exception as bad:  # each kind of host has its own exceptions
            raise HostError(
                tr(
                    "{path} on {site}: {reason}",
                    path=path,
                    site=self.name,
                    reason=str(bad) or type(bad).__name__,
                )
            ) from bad


class SftpStorage(RemoteStorage):
    """SFTP: a move replaces the target, through OpenSSH's extension `posix-rename`."""

    exclusive_mode = "wxb"  # paramiko needs the w to open a file for writing


class WebdavStorage(RemoteStorage):
    """WebDAV: a move is one request."""

    def _move(self, temporary: str, path: str) -> None:
        self.files.client.move(temporary, path, overwrite=True)


class S3Storage(RemoteStorage):
    """S3 and compatible stores: objects are replaced atomically, and folders do not exist."""

    def _make_folder(self, folder: str) -> None:
        pass

    def _put(self, path: str, data: Readable) -> int:
        keep = "no-cache" if path == site_layout.TIMESTAMP else "public, max-age=31536000, immutable"
        file = self.files.open(self._at(path), "wb", CacheControl=keep)
        size = 0
        try:
            while chunk := data.read(CHUNK):
                size += file.write(chunk)
        except BaseException:
            file.discard()
            file.closed = True  # otherwise the partial object would be uploaded on garbage collection
            raise
        file.close()
        return size
