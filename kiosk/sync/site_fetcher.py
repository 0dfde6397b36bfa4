"""Fetches files from the site, for python-tuf and for media.

The HTTP client limits time, bytes and redirects; the callers verify the bytes.
"""

from __future__ import annotations

import re
import threading
from abc import abstractmethod
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime, timedelta
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import TypeVar

from tuf.api.exceptions import DownloadError, DownloadHTTPError, DownloadLengthMismatchError
from tuf.ngclient.fetcher import FetcherInterface

from kiosk.feed.serialization import MAX_FEED_BYTES
from kiosk.frozen import frozen
from kiosk.net.addresses import may_follow
from kiosk.net.client import CHUNK, HttpClient, HttpResponse, Request
from kiosk.net.errors import HttpError, InterruptedRequestError, TooLargeError
from kiosk.net.exchange import ResponseLimits
from kiosk.net.interrupt import Interrupt
from kiosk.sync.sync_config import SyncConfig

SILENCE_S = 30.0
GRACE_S = 30.0
MIN_RATE = 1024.0  # bytes per second, after the grace period
SETTLED = timedelta(seconds=2)
OK, PART, NOT_MODIFIED = 200, 206, 304
_ETAG = re.compile(r'(W/)?"[\x21\x23-\x7e]{0,200}"')


Headers = Mapping[str, str] | Message
Chunk = TypeVar("Chunk", bytes, memoryview, bytes | memoryview)


@frozen
class ConditionalResponse:
    """The response to a conditional request: `data` is None if nothing has changed."""

    data: bytes | None
    etag: str


@frozen
class Body:
    """The bytes of a file from `start` on, and the strong `ETag` for resuming it, or an empty string."""

    start: int
    etag: str
    chunks: Iterator[bytes | memoryview]
    """Each is valid until the next one is requested."""


class Fetcher(FetcherInterface):
    """Fetches the files of a site; all methods raise `DownloadError`."""

    def __init__(self, interrupt: Interrupt) -> None:
        """Create a fetcher whose downloads `interrupt` cancels."""
        self.interrupt = interrupt
        self.ready: dict[str, bytes] = {}
        """Responses already received, by URL; each is used once."""

    @property
    def certificate_until(self) -> datetime | None:
        """When the host's certificate expires; None if there is none."""
        return None

    @abstractmethod
    def fetch_if_changed(self, url: str, etag: str, limit: int) -> ConditionalResponse:
        """Return the file at `url`, at most `limit` bytes, unless its `etag` is unchanged."""

    @abstractmethod
    def body(self, url: str, start: int, etag: str, size: int) -> AbstractContextManager[Body]:
        """Yield a file of `size` bytes, from `start` on if its `etag` is unchanged, otherwise all of it."""

    @abstractmethod
    def close(self) -> None:
        """Close all connections."""

    def _fetch(self, url: str) -> Iterator[bytes]:
        """Return the bytes at `url` to python-tuf."""
        ready = self.ready.pop(url, None)
        return iter((ready,)) if ready is not None else self.stream(url)

    @abstractmethod
    def stream(self, url: str) -> Iterator[bytes]:
        """Yield the bytes at `url`."""

    def check_cancelled(self) -> None:
        """Raise `DownloadError` if downloads were cancelled."""
        with translated_errors(""):
            self.interrupt.check()


class WebFetcher(Fetcher):
    """Fetches from one web host over pooled connections."""

    def __init__(self, config: SyncConfig, interrupt: Interrupt) -> None:
        super().__init__(interrupt)
        self.client = HttpClient(
            proxy=config.proxy, proxy_password=config.proxy_password, ca=config.ca, interrupt=interrupt
        )
        self.buffers = threading.local()

    @property
    def certificate_until(self) -> datetime | None:
        """See `Fetcher.certificate_until`."""
        return self.client.certificate_until

    def close(self) -> None:
        """See `Fetcher.close`."""
        self.client.close()

    def fetch_if_changed(self, url: str, etag: str, limit: int) -> ConditionalResponse:
        """See `Fetcher.fetch_if_changed`."""
        headers = {"If-None-Match": etag} if etag else {}
        with self._response(url, headers, (OK, NOT_MODIFIED), limit) as response:
            if response.status == NOT_MODIFIED:
                return ConditionalResponse(None, etag)
            return ConditionalResponse(response.read(), settled_etag(response.headers))

    def stream(self, url: str) -> Iterator[bytes]:
        """See `Fetcher.stream`."""
        with self._response(url, {}, (OK,), MAX_FEED_BYTES) as response:
            yield from response.chunks()

    @contextmanager
    def body(self, url: str, start: int, etag: str, size: int) -> Iterator[Body]:
        """See `Fetcher.body`; RFC 9110, sections 13.1.5 and 14."""
        headers = {"Accept-Encoding": "identity"}
        if start and etag:
            headers |= {"Range": f"bytes={start}-", "If-Range": etag}
        with self._response(url, headers, (OK, PART) if "Range" in headers else (OK,), size) as response:
            begins = start if response.status == PART else 0
            part = response.headers.get("Content-Range", "")
            if begins and part != f"bytes {start}-{size - 1}/{size}":
                raise DownloadError(
                    f"{url} returned {part or 'an unknown range'} instead of the range from {start}"
                )
            tag = usable_etag(response.headers)
            yield Body(
                begins, tag if tag.startswith('"') else "", _translated(url, response.views(self._buffer()))
            )

    @contextmanager
    def _response(
        self, url: str, headers: Mapping[str, str], wanted: tuple[int, ...], limit: int
    ) -> Iterator[HttpResponse]:
        request = Request(url, headers=headers, may_follow=may_follow)
        limits = ResponseLimits(limit, GRACE_S, MIN_RATE, SILENCE_S)
        with translated_errors(url), self.client.open(request, limits) as response:
            if response.status not in wanted:
                raise DownloadHTTPError(f"{response.reason} for {url}", response.status)
            yield response

    def _buffer(self) -> memoryview:
        """Return the buffer of this thread."""
        if not hasattr(self.buffers, "view"):
            self.buffers.view = memoryview(bytearray(CHUNK))
        view: memoryview = self.buffers.view
        return view


@contextmanager
def translated_errors(url: str) -> Iterator[None]:
    """Raise `HttpError`s as the errors of python-tuf."""
    try:
        yield
    except TooLargeError as bad:
        raise DownloadLengthMismatchError(str(bad)) from bad
    except InterruptedRequestError as bad:
        raise DownloadError(str(bad)) from bad
    except HttpError as bad:
        raise DownloadError(f"{url}: {bad}") from bad


def _translated(url: str, chunks: Iterator[Chunk]) -> Iterator[Chunk]:
    with translated_errors(url):
        yield from chunks


def settled_etag(headers: Headers) -> str:
    """Return the `ETag` if it identifies the file's content, or an empty string if the file is too new.

    Many hosts derive it from the size and the second of the last change, so that two versions within one
    second share it (RFC 9110, section 8.8.2.2).
    """
    try:
        changed = parsedate_to_datetime(headers.get("Last-Modified", ""))
        age = parsedate_to_datetime(headers.get("Date", "")) - changed
    except (ValueError, TypeError):  # TypeError: only one of them has a time zone
        return usable_etag(headers)
    return usable_etag(headers) if age >= SETTLED else ""


def usable_etag(headers: Headers) -> str:
    """Return the `ETag` if it is valid (RFC 9110, section 8.8.3) and short, otherwise an empty string.

    It is stored and sent with each request: one that the host refuses would stop all updates.
    """
    tag = headers.get("ETag", "")
    return tag if _ETAG.fullmatch(tag) else ""


def bounded(chunks: Iterator[Chunk], limit: int) -> Iterator[Chunk]:
    """Yield the chunks; raises `DownloadLengthMismatchError` if they exceed `limit` bytes."""
    received = 0
    for chunk in chunks:
        received += len(chunk)
        if received > limit:
            raise DownloadLengthMismatchError(f"more than {limit} bytes")
        yield chunk
