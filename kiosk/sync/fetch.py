"""Bytes from the web host: the one place that speaks HTTP, for python-tuf and for media alike.

TLS is always verified, redirects stay on the host, nothing is read from the environment, and neither size nor
time is without a bound. What the bytes are worth is decided elsewhere.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urljoin

import requests
import urllib3
from tuf.api.exceptions import (
    DownloadError,
    DownloadHTTPError,
    DownloadLengthMismatchError,
    SlowRetrievalError,
)
from tuf.ngclient.fetcher import FetcherInterface

from kiosk import __version__
from kiosk.sync.config import SyncConfig, may_follow

CONNECT_S = 10.0
SILENCE_S = 30.0
GRACE_S = 30.0
MIN_RATE = 1024  # bytes a second, after the grace
CHUNK = 1 << 16  # bytes
MAX_REDIRECTS = 3
OK, NOT_MODIFIED = 200, 304
REDIRECTS = frozenset((301, 302, 303, 307, 308))


def too_slow(received: int, elapsed_s: float) -> bool:
    """Return whether a host that sent `received` bytes in `elapsed_s` seconds drips to keep us waiting."""
    return elapsed_s > GRACE_S + received / MIN_RATE


@dataclass(frozen=True)
class Answer:
    """What a conditional request brought: `data` is None when nothing has changed."""

    data: bytes | None
    etag: str


class Fetcher(FetcherInterface):
    """A session with one host; keeps its connections open until `close`."""

    def __init__(self, config: SyncConfig) -> None:
        self.session = requests.Session()
        self.session.trust_env = False
        self.session.verify = str(config.ca) if config.ca else True
        if config.proxy:
            self.session.proxies = {"http": config.proxy, "https": config.proxy}
        self.session.headers = requests.structures.CaseInsensitiveDict(
            {"User-Agent": f"infodisk/{__version__}", "Accept-Encoding": "gzip"}
        )
        self.ready: dict[str, bytes] = {}
        """Answers that are here already, by their address; each is given once."""

    def close(self) -> None:
        """End all connections."""
        self.session.close()

    def ask(self, url: str, etag: str, limit: int) -> Answer:
        """Return what is at `url` unless it still has this `etag`; raises `DownloadError`."""
        headers = {"If-None-Match": etag} if etag else {}
        with self.response(url, headers, (OK, NOT_MODIFIED)) as response:
            if response.status_code == NOT_MODIFIED:
                return Answer(None, etag)
            data = b"".join(bounded(self.chunks(response), limit))
            return Answer(data, response.headers.get("ETag", ""))

    def _fetch(self, url: str) -> Iterator[bytes]:
        """Give python-tuf the bytes at `url`."""
        ready = self.ready.pop(url, None)
        return iter((ready,)) if ready is not None else self._stream(url)

    def _stream(self, url: str) -> Iterator[bytes]:
        with self.response(url, {}, (OK,)) as response:
            yield from self.chunks(response)

    @contextmanager
    def response(
        self, url: str, headers: Mapping[str, str], wanted: tuple[int, ...]
    ) -> Iterator[requests.Response]:
        """Give the response at `url`, after its redirects.

        Raises `DownloadHTTPError` for a status that is not `wanted`.
        """
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
            there = urljoin(asked, response.headers.get("Location", ""))
            if not may_follow(url, there):
                raise DownloadError(f"{asked} redirects to {there}, which is not the feed's host over https")
            asked = there
        raise DownloadError(f"{url} redirects in a circle")

    def _get(self, url: str, headers: Mapping[str, str]) -> requests.Response:
        try:
            return self.session.get(
                url,
                headers=dict(headers),
                stream=True,
                allow_redirects=False,
                timeout=(CONNECT_S, SILENCE_S),
            )
        except requests.RequestException as bad:
            raise DownloadError(f"no answer from {url}: {_cause(bad)}") from bad

    def chunks(self, response: requests.Response) -> Iterator[bytes]:
        """Yield a response's bytes as they come; raises `SlowRetrievalError` when they hardly do."""
        began, received = time.monotonic(), 0
        try:
            while chunk := response.raw.read1(CHUNK, decode_content=True):
                received += len(chunk)
                if too_slow(received, time.monotonic() - began):
                    raise SlowRetrievalError(f"{response.url} sends hardly anything")
                yield chunk
        except (urllib3.exceptions.HTTPError, OSError) as bad:
            raise DownloadError(f"{response.url} broke off: {_cause(bad)}") from bad


def bounded(chunks: Iterator[bytes], limit: int) -> Iterator[bytes]:
    """Yield the chunks; raises `DownloadLengthMismatchError` once they are more than `limit` bytes."""
    received = 0
    for chunk in chunks:
        received += len(chunk)
        if received > limit:
            raise DownloadLengthMismatchError(f"more than {limit} bytes")
        yield chunk


def _cause(bad: BaseException) -> str:
    """Return the innermost reason: what requests and urllib3 wrap says nothing to an admin."""
    while (inner := getattr(bad, "reason", None) or bad.__cause__ or bad.__context__) and isinstance(
        inner, BaseException
    ):
        bad = inner
    return str(bad) or type(bad).__name__
