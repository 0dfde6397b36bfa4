"""Bytes from the site: the one place that speaks HTTP, for python-tuf and for media alike.

TLS is always verified, redirects stay on the host, nothing is read from the environment, and neither size nor
time is without a bound. What the bytes are worth is decided elsewhere.
"""

from __future__ import annotations

import http.client
import re
import threading
from abc import abstractmethod
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar
from urllib.parse import urljoin

import requests
import urllib3
from tuf.api.exceptions import DownloadError, DownloadHTTPError, DownloadLengthMismatchError
from tuf.ngclient.fetcher import FetcherInterface

from kiosk import __version__
from kiosk.content.wire import MAX_FEED_BYTES
from kiosk.sync.config import SyncConfig, may_follow
from kiosk.sync.lines import Lines
from kiosk.sync.patience import ALLOWED, PatientAdapter

CONNECT_S = 10.0
SILENCE_S = 30.0
CHUNK = 1 << 20  # bytes
MAX_REDIRECTS = 3
SETTLED = timedelta(seconds=2)
OK, PART, NOT_MODIFIED = 200, 206, 304
_ETAG = re.compile(r'(W/)?"[\x21\x23-\x7e]{0,200}"')
HEADERS = {"User-Agent": f"infodisk/{__version__}", "Accept-Encoding": "gzip"}
REDIRECTS = frozenset((301, 302, 303, 307, 308))


Headers = Mapping[str, str] | Message
Chunk = TypeVar("Chunk", bytes, memoryview, bytes | memoryview)


@dataclass(frozen=True)
class Answer:
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

    def __init__(self, lines: Lines) -> None:
        """Whoever wants no more bytes ends `lines`."""
        self.lines = lines
        self.ready: dict[str, bytes] = {}
        """Answers that are here already, by their address; each is given once."""

    @abstractmethod
    def ask(self, url: str, etag: str, limit: int) -> Answer:
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
        if self.lines.cut.is_set():
            raise DownloadError("it was told to end")


class WebFetcher(Fetcher):
    """A session with one web host, whose connections are used again and again."""

    def __init__(self, config: SyncConfig, lines: Lines) -> None:
        super().__init__(lines)
        self.adapter = PatientAdapter(lines)
        self.session = requests.Session()
        self.session.trust_env = False
        self.verify: bool | str = str(config.ca) if config.ca else True
        if config.proxy:
            self.session.proxies = {"http": config.proxy, "https": config.proxy}
        for scheme in ("http://", "https://"):
            self.session.mount(scheme, self.adapter)
        self.buffers = threading.local()

    def close(self) -> None:
        """See `Fetcher.close`."""
        self.session.close()

    def ask(self, url: str, etag: str, limit: int) -> Answer:
        """See `Fetcher.ask`."""
        headers = {ALLOWED: str(limit)} | ({"If-None-Match": etag} if etag else {})
        with self._response(url, headers, (OK, NOT_MODIFIED)) as response:
            if response.status_code == NOT_MODIFIED:
                return Answer(None, etag)
            data = b"".join(bounded(self._chunks(response), limit))
            return Answer(data, settled_etag(response.headers))

    def stream(self, url: str) -> Iterator[bytes]:
        """See `Fetcher.stream`."""
        with self._response(url, {ALLOWED: str(MAX_FEED_BYTES)}, (OK,)) as response:
            yield from self._chunks(response)

    @contextmanager
    def body(self, url: str, start: int, etag: str, size: int) -> Iterator[Body]:
        """See `Fetcher.body`; RFC 9110, sections 13.1.5 and 14."""
        headers = {"Accept-Encoding": "identity", ALLOWED: str(size)}
        if start and etag:
            headers |= {"Range": f"bytes={start}-", "If-Range": etag}
        with self._response(url, headers, (OK, PART) if "Range" in headers else (OK,)) as response:
            begins = start if response.status_code == PART else 0
            part = response.headers.get("Content-Range", "")
            if begins and part != f"bytes {start}-{size - 1}/{size}":
                raise DownloadError(f"{url} gives {part or 'an unknown part'} when asked from {start} on")
            tag = usable_etag(response.headers)
            yield Body(begins, tag if tag.startswith('"') else "", self._views(response))

    @contextmanager
    def _response(
        self, url: str, headers: Mapping[str, str], wanted: tuple[int, ...]
    ) -> Iterator[requests.Response]:
        response = self._follow(url, headers)
        try:
            if response.status_code not in wanted:
                raise DownloadHTTPError(f"{response.reason} for {url}", response.status_code)
            yield response
        finally:
            response.close()

    def _follow(self, url: str, headers: Mapping[str, str]) -> requests.Response:
        asked = url
        for _ in range(MAX_REDIRECTS + 1):
            response = self._get(asked, headers)
            if response.status_code not in REDIRECTS:
                return response
            response.close()
            asked = _redirected(url, asked, response.headers.get("Location", ""))
        raise DownloadError(f"{url} redirects in a circle")

    def _get(self, url: str, headers: Mapping[str, str]) -> requests.Response:
        self.refuse_to_go_on()
        try:
            return self.adapter.send(
                self._request(url, headers),
                stream=True,
                timeout=(CONNECT_S, SILENCE_S),
                verify=self.verify,
                proxies=self.session.proxies,
            )
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError) as bad:
            self.refuse_to_go_on()
            raise DownloadError(f"no answer from {url}: {_cause(bad)}") from bad

    def _request(self, url: str, headers: Mapping[str, str]) -> requests.PreparedRequest:
        """Return a question, without the work for cookies, forms and passwords."""
        request = requests.PreparedRequest()
        request.prepare_method("GET")
        request.prepare_url(url, None)
        request.headers = requests.structures.CaseInsensitiveDict({**HEADERS, **headers})
        return request

    def _chunks(self, response: requests.Response) -> Iterator[bytes]:
        try:
            while chunk := response.raw.read1(CHUNK, decode_content=True):
                self.refuse_to_go_on()
                yield chunk
        except (urllib3.exceptions.HTTPError, OSError) as bad:
            self.refuse_to_go_on()
            raise DownloadError(f"{response.url} broke off: {_cause(bad)}") from bad

    def _views(self, response: requests.Response) -> Iterator[bytes | memoryview]:
        """Yield the bytes as they come, each time in the same place: making room costs time."""
        if "Content-Encoding" in response.headers:
            yield from self._chunks(response)
            return
        raw: Any = response.raw._original_response  # noqa: SLF001  # as requests does, for its cookies
        view = self._buffer()
        try:
            while count := raw.take(view):
                self.refuse_to_go_on()
                yield view[:count]
        except (http.client.HTTPException, OSError) as bad:
            self.refuse_to_go_on()
            raise DownloadError(f"{response.url} broke off: {_cause(bad)}") from bad
        response.raw.release_conn()

    def _buffer(self) -> memoryview:
        """Return the place of this thread."""
        if not hasattr(self.buffers, "view"):
            self.buffers.view = memoryview(bytearray(CHUNK))
        view: memoryview = self.buffers.view
        return view


def _redirected(url: str, asked: str, location: str) -> str:
    """Return the address that `asked` redirects to, if `url` may be found there; raises `DownloadError`."""
    try:
        there = urljoin(asked, location)
        follow = may_follow(url, there)
    except ValueError:  # such as a bracket that begins an address of IPv6
        there, follow = location, False
    if not follow:
        raise DownloadError(f"{asked} redirects to {there[:200]}, which is not the feed's host over https")
    return there


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


def _cause(bad: BaseException) -> str:
    """Return the innermost reason: what requests and urllib3 wrap says nothing to an admin."""
    while isinstance(bad, _WRAPPERS) and (inner := _inner(bad)):
        bad = inner
    return str(bad) or type(bad).__name__


_WRAPPERS = (requests.RequestException, urllib3.exceptions.HTTPError)


def _inner(bad: BaseException) -> BaseException | None:
    """Return what a wrapper wraps; a missing file is what python-tuf was handling before it asked us."""
    reason = getattr(bad, "reason", None)
    inner = reason if isinstance(reason, BaseException) else bad.__cause__ or bad.__context__
    return None if isinstance(inner, FileNotFoundError) else inner
