"""A site in a folder, on a USB stick or in a device image, verified like a site on the web."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from tuf.api.exceptions import DownloadError, DownloadHTTPError

from kiosk.net.client import CHUNK
from kiosk.sync.site_fetcher import Body, ConditionalResponse, Fetcher, bounded
from kiosk.sync.sync_config import folder_of

NOT_FOUND = 404


class FolderFetcher(Fetcher):
    """Reads `file://` URLs; a missing file is reported as status 404."""

    def close(self) -> None:
        """See `Fetcher.close`."""

    def fetch_if_changed(self, url: str, etag: str, limit: int) -> ConditionalResponse:
        """See `Fetcher.fetch_if_changed`; the `etag` is the hash of the file."""
        data = b"".join(bounded(self.stream(url), limit))
        tag = hashlib.sha256(data).hexdigest()
        return ConditionalResponse(None if tag == etag else data, tag)

    def stream(self, url: str) -> Iterator[bytes]:
        """See `Fetcher.stream`."""
        with self.body(url, 0, "", 0) as body:
            yield from map(bytes, body.chunks)

    @contextmanager
    def body(self, url: str, start: int, etag: str, size: int) -> Iterator[Body]:  # noqa: ARG002  # a folder always returns the whole file
        """See `Fetcher.body`."""
        path = folder_of(url)
        try:
            with (path or Path()).open("rb") as file:
                yield Body(0, "", self._chunks(file))
        except FileNotFoundError as bad:
            raise DownloadHTTPError(f"{path} does not exist", NOT_FOUND) from bad
        except OSError as bad:
            raise DownloadError(f"{path}: {bad.strerror}") from bad

    def _chunks(self, file: BinaryIO) -> Iterator[bytes]:
        while chunk := file.read(CHUNK):
            self.check_cancelled()
            yield chunk
