"""Bytes from the site: what speaks HTTP for python-tuf and for media alike.

The HTTP client bounds time, bytes and redirects; what the bytes are worth is decided elsewhere.
"""

from __future__ import annotations

import re
import threading
from abc import abstractmethod
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import TypeVar

from tuf.api.exceptions import DownloadError, DownloadHTTPError, DownloadLengthMismatchError
from tuf.ngclient.fetcher import FetcherInterface

from kiosk.feed.serialization import MAX_FEED_BYTES
from kiosk.net.addresses import may_follow
from kiosk.net.client import CHUNK, HttpClient, HttpResponse, Request
from kiosk.net.errors import HttpError, InterruptedRequestError, TooLargeError
from kiosk.net.exchange import Limits
from kiosk.net.interrupt import Interrupt
from kiosk.sync.sync_config import SyncConfig

SILENCE_S = 30.0
GRACE_S = 30.0
MIN_RATE = 1024.0  # bytes a second, after the grace
SETTLED = timedelta(seconds=2)
OK, PART, NOT_MODIFIED = 200, 206, 304
_ETAG = re.compile(r'(W/)?"[\x21\x23-\x7e]{0,200}"')


Headers = Mapping[str, str] | Message
Chunk = TypeVar("Chunk", bytes, memoryview, bytes | memoryview)


@dataclass(frozen=True)
class ConditionalResponse:
    """What a conditional request brought: `data` is None when nothing has changed."""

    data: bytes | None
    etag: str


@dataclass(frozen=True)
class Body:
    """The bytes of a file from `start` on, and the strong `ETag` to go on with later, or nothing."""

    start: int
    etag: str
    chunks: Iterator[bytes | memoryview]
    """Each is good until the next one is asked for."""


class Fetcher(FetcherInterface):
    """What can bring the files of a site; all raise `DownloadError`."""

    def __init__(self, interrupt: Interrupt) -> None:
        """Whoever wants no more bytes sets `interrupt`."""
        self.interrupt = interrupt
        self.ready: dict[str, bytes] = {}
        """Answers that are here already, by their address; each is given once."""

    @abstractmethod
    def ask(self, url: str, etag: str, limit: int) -> ConditionalResponse:
        """Return what is at `url`, at most `limit` bytes of it, unless it still has this `etag`."""

    @abstractmethod
    def body(self, url: str, start: int, etag: str, size: int) -> AbstractContextManager[Body]:
        """Give the bytes of a file of `size` bytes, from `start` on if it still has this `etag`."""

    @abstractmethod
    def close(self) -> None:
        """End all connections."""

    def _fetch(self, url: str) -> Iterator[bytes]:
        """Give python-tuf the bytes at `url`."""
        ready = self.ready.pop(url, None)
        return iter((ready,)) if ready is not None else self.stream(url)

    @abstractmethod
    def stream(self, url: str) -> Iterator[bytes]:
        """Yield the bytes at `url`."""

    def refuse_to_go_on(self) -> None:
        """Raise `DownloadError` once no more bytes are wanted."""
        with telling(""):
            self.interrupt.check()


class WebFetcher(Fetcher):
    """A session with one web host, whose connections are used again and again."""

    def __init__(self, config: SyncConfig, interrupt: Interrupt) -> None:
        super().__init__(interrupt)
        self.client = HttpClient(proxy=config.proxy, ca=config.ca, interrupt=interrupt)
        self.buffers = threading.local()

    def close(self) -> None:
        """See `Fetcher.close`."""
        self.client.close()

    def ask(self, url: str, etag: str, limit: int) -> ConditionalResponse:
        """See `Fetcher.ask`."""
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
                raise DownloadError(f"{url} gives {part or 'an unknown part'} when asked from {start} on")
            tag = usable_etag(response.headers)
            yield Body(begins, tag if tag.startswith('"') else "", _told(url, response.views(self._buffer())))

    @contextmanager
    def _response(
        self, url: str, headers: Mapping[str, str], wanted: tuple[int, ...], limit: int
    ) -> Iterator[HttpResponse]:
        request = Request(url, headers=headers, may_follow=may_follow)
        limits = Limits(limit, GRACE_S, MIN_RATE, SILENCE_S)
        with telling(url), self.client.open(request, limits) as response:
            if response.status not in wanted:
                raise DownloadHTTPError(f"{response.reason} for {url}", response.status)
            yield response

    def _buffer(self) -> memoryview:
        """Return the place of this thread."""
        if not hasattr(self.buffers, "view"):
            self.buffers.view = memoryview(bytearray(CHUNK))
        view: memoryview = self.buffers.view
        return view


@contextmanager
def telling(url: str) -> Iterator[None]:
    """Raise errors of HTTP as those that python-tuf knows."""
    try:
        yield
    except TooLargeError as bad:
        raise DownloadLengthMismatchError(str(bad)) from bad
    except InterruptedRequestError as bad:
        raise DownloadError(str(bad)) from bad
    except HttpError as bad:
        raise DownloadError(f"{url}: {bad}") from bad


def _told(url: str, chunks: Iterator[Chunk]) -> Iterator[Chunk]:
    with telling(url):
        yield from chunks


def settled_etag(headers: Headers) -> str:
    """Return the `ETag` if it will change with the file, or nothing if the file is too new to be sure.

    Many hosts make it of the second of the change and the size: two versions in one second share it
    (RFC 9110, section 8.8.2.2).
    """
    try:
        changed = parsedate_to_datetime(headers.get("Last-Modified", ""))
        age = parsedate_to_datetime(headers.get("Date", "")) - changed
    except (ValueError, TypeError):  # TypeError: only one of them says its zone
        return usable_etag(headers)
    return usable_etag(headers) if age >= SETTLED else ""


def usable_etag(headers: Headers) -> str:
    """Return the `ETag` if it is one (RFC 9110, section 8.8.3) and short, or nothing.

    It is kept on the disk and sent with each question: one that a host refuses later would end all updates.
    """
    tag = headers.get("ETag", "")
    return tag if _ETAG.fullmatch(tag) else ""


def bounded(chunks: Iterator[Chunk], limit: int) -> Iterator[Chunk]:
    """Yield the chunks; raises `DownloadLengthMismatchError` once they are more than `limit` bytes."""
    received = 0
    for chunk in chunks:
        received += len(chunk)
        if received > limit:
            raise DownloadLengthMismatchError(f"more than {limit} bytes")
        yield chunk
