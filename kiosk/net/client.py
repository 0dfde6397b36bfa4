"""The HTTP client: one request per thread at a time, over pooled connections.

Pass `ResponseLimits` to each request; pass a `Deadline` to bound several requests together. Every failure is
an `HttpError`, whose message never contains the requested URL, because that may be a secret. Read a response
inside a `with` block, so that its connection returns to the pool.
"""

from __future__ import annotations

import http.client
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import requests
import urllib3
from requests.cookies import RequestsCookieJar

from kiosk import __version__
from kiosk.frozen import frozen
from kiosk.net import errors
from kiosk.net.connections import BoundedAdapter
from kiosk.net.deadline import Deadline
from kiosk.net.exchange import Exchange, ResponseLimits
from kiosk.net.interrupt import Interrupt
from kiosk.net.proxy_login import proxy_url
from kiosk.net.tls import tls_context

CHUNK = 1 << 20  # bytes
MAX_REDIRECTS = 3
REDIRECTS = frozenset((301, 302, 303, 307, 308))
_HEADERS = {"User-Agent": f"infodisk/{__version__}", "Accept-Encoding": "gzip"}

MayFollow = Callable[[str, str], bool]
"""Takes the requested URL and the URL that it redirects to; returns whether to follow."""


@frozen
class Request:
    """One request. Redirects are followed for GET only, and only where `may_follow` allows it."""

    url: str
    method: str = "GET"
    params: Mapping[str, str] | None = None
    headers: Mapping[str, str] | None = None
    body: bytes | None = None
    may_follow: MayFollow | None = None


class HttpClient:
    """An HTTP client. Its methods may be called from any thread, but `close` from one thread only.

    `proxy` is the URL of a web proxy, `proxy_password` the file that holds its password, and `ca` a file of
    certificate authorities in addition to the public ones. With `cookies`, cookies are kept until `close`.
    Setting `interrupt` cancels all requests.
    """

    def __init__(
        self,
        *,
        proxy: str | None = None,
        proxy_password: Path | None = None,
        ca: Path | None = None,
        interrupt: Interrupt | None = None,
        cookies: bool = False,
    ) -> None:
        self.interrupt = interrupt or Interrupt()
        self._proxy = cache(partial(proxy_url, proxy, proxy_password)) if proxy else lambda: None
        self._cookies = RequestsCookieJar() if cookies else None
        self.certificate_until: datetime | None = None
        """When the certificate of the host that was connected to last expires."""

        self._adapter = BoundedAdapter(self._proxy, partial(tls_context, ca))

    def close(self) -> None:
        """Close all connections; the next request opens new ones."""
        self._adapter.close()

    @contextmanager
    def open(
        self, request: Request, limits: ResponseLimits, deadline: Deadline | None = None
    ) -> Iterator[HttpResponse]:
        """Yield the response once its headers have arrived; raises `HttpError`."""
        response = self._follow(request, limits, deadline or limits.deadline())
        try:
            yield response
        finally:
            response.close()

    def fetch(
        self, request: Request, limits: ResponseLimits, deadline: Deadline | None = None
    ) -> HttpResponse:
        """Return the response with its complete body; raises `HttpError`."""
        with self.open(request, limits, deadline) as response:
            response.read()
            return response

    def _follow(self, request: Request, limits: ResponseLimits, deadline: Deadline) -> HttpResponse:
        url, params = request.url, request.params
        for _ in range(MAX_REDIRECTS + 1):
            exchange = Exchange(limits, deadline, self.interrupt)
            response = self._send(self._prepared(request, url, params), exchange)
            if request.may_follow is None or response.status not in REDIRECTS:
                return response
            response.close()
            url, params = redirected(request, url, response.headers.get("Location", "")), None
        raise errors.RedirectError("too many redirects")

    def _prepared(
        self, request: Request, url: str, params: Mapping[str, str] | None
    ) -> requests.PreparedRequest:
        """Return a request without the defaults of `requests`, which would read `~/.netrc`."""
        prepared = requests.PreparedRequest()
        try:
            prepared.prepare_method(request.method)
            prepared.prepare_url(url, params)
            prepared.prepare_headers({**_HEADERS, **(request.headers or {})})
        except (requests.RequestException, ValueError) as bad:
            raise errors.BadRequestError(f"invalid address: {bad}") from bad
        if self._cookies is not None:
            prepared.prepare_cookies(self._cookies)
        if request.body is not None:
            prepared.prepare_body(request.body, None)
        return prepared

    def _send(self, prepared: requests.PreparedRequest, exchange: Exchange) -> HttpResponse:
        self._adapter.current.exchange = exchange
        timeout = exchange.wait_s()
        proxy = self._proxy()
        proxies = {"http": proxy, "https": proxy} if proxy else {}
        try:
            response = self._adapter.send(prepared, stream=True, timeout=timeout, proxies=proxies)
        except errors.NoResponseError as bad:
            raise type(bad)(f"no answer: {bad}") from bad
        except (*_FOREIGN, ValueError) as bad:
            raise _http_error(bad, "no answer", exchange) from bad
        self.certificate_until = exchange.certificate_until or self.certificate_until
        if self._cookies is not None:
            self._cookies.update(response.cookies)
        return HttpResponse(response, exchange)


class HttpResponse:
    """A response: its status and headers, and its body as a stream."""

    def __init__(self, response: requests.Response, exchange: Exchange) -> None:
        self._response = response
        self._exchange = exchange
        self.status: int = response.status_code
        self.url: str = response.url
        self.headers: Mapping[str, str] = response.headers
        self.body = b""
        """The complete body, after `read`."""

    @property
    def reason(self) -> str:
        """The standard reason phrase, not the server's own."""
        return http.client.responses.get(self.status, "an unknown status")

    def read(self) -> bytes:
        """Return the decompressed body; raises `HttpError`."""
        body = bytearray()
        for chunk in self.chunks():
            body += chunk
        self.body = bytes(body)
        return self.body

    def chunks(self) -> Iterator[bytes]:
        """Yield the decompressed body as it arrives; raises `HttpError`."""
        limit, count = self._exchange.limits.max_bytes, 0
        raw: Any = self._response.raw
        with self._translated_errors():
            while chunk := raw.read1(CHUNK, decode_content=True):
                self._exchange.interrupt.check()
                count += len(chunk)
                if count > limit:
                    raise errors.TooLargeError(f"more than {limit} bytes")
                yield chunk

    def views(self, buffer: memoryview) -> Iterator[bytes | memoryview]:
        """Yield the body in parts: views of `buffer` that the next part overwrites, to avoid allocations."""
        if "Content-Encoding" in self.headers:
            yield from self.chunks()
            return
        limit, count = self._exchange.limits.max_bytes, 0
        raw: Any = self._response.raw._original_response  # noqa: SLF001  # as requests does, for its cookies
        with self._translated_errors():
            while received := raw.receive_into(buffer):
                self._exchange.interrupt.check()
                count += received
                if count > limit:
                    raise errors.TooLargeError(f"more than {limit} bytes")
                yield buffer[:received]
        self._response.raw.release_conn()

    def close(self) -> None:
        """Return the connection to the pool, or close it if the body was not read to its end."""
        self._response.close()

    @contextmanager
    def _translated_errors(self) -> Iterator[None]:
        try:
            yield
        except errors.NoResponseError as bad:
            raise type(bad)(f"the response broke off: {bad}") from bad
        except _FOREIGN as bad:
            raise _http_error(bad, "the response broke off", self._exchange) from bad


def redirected(request: Request, requested: str, location: str) -> str:
    """Return the URL that a response redirects to; raises `RedirectError` if it must not be followed."""
    try:
        target = urljoin(requested, location)
        follow = request.may_follow is not None and request.may_follow(request.url, target)
    except ValueError:  # such as an unclosed bracket of an IPv6 address
        target, follow = location, False
    if not follow or request.method != "GET":
        raise errors.RedirectError(f"redirects to {target[:200]}, which is not followed")
    return target


_FOREIGN = (requests.RequestException, urllib3.exceptions.HTTPError, http.client.HTTPException, OSError)


def _http_error(bad: BaseException, what: str, exchange: Exchange) -> errors.HttpError:
    """Map an error of requests, urllib3 or http.client to an `HttpError`, without their wrapping."""
    if exchange.interrupt.is_set():
        return errors.InterruptedRequestError("the request was cancelled")
    inner = _innermost(bad)
    kind: type[errors.HttpError] = errors.NoResponseError
    if isinstance(inner, TimeoutError | urllib3.exceptions.TimeoutError):
        kind, inner = errors.DeadlineError, exchange.timed_out()
    elif isinstance(bad, requests.exceptions.ProxyError):
        kind = errors.ProxyError
    elif isinstance(inner, ssl.SSLError):
        kind = errors.TlsError
    elif isinstance(bad, ValueError) and not isinstance(bad, requests.RequestException):
        kind = errors.BadRequestError
    return kind(f"{what}: {inner or type(inner).__name__}")


def _innermost(bad: BaseException) -> BaseException:
    while isinstance(bad, requests.RequestException | urllib3.exceptions.HTTPError):
        reason = getattr(bad, "reason", None)
        inner = reason if isinstance(reason, BaseException) else bad.__cause__ or bad.__context__
        # A FileNotFoundError is an earlier error, which python-tuf was handling.
        if inner is None or isinstance(inner, FileNotFoundError):
            return bad
        bad = inner
    return bad
