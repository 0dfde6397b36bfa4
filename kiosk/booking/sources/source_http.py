"""HTTP calls to calendars and booking systems, with limits on size, time and number.

Only https is allowed, except to this machine itself. Redirects are not followed, since they would pass on the
credentials. An answer is processed only once it has been received in full.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from kiosk.booking.sources.source_errors import BadAnswer, NoAnswer, Refused, SourceError, TooOften
from kiosk.frozen import frozen
from kiosk.net.addresses import is_protected_url
from kiosk.net.client import REDIRECTS, HttpClient, HttpResponse, Request
from kiosk.net.deadline import Deadline
from kiosk.net.errors import BadRequestError, HttpError, TooLargeError
from kiosk.net.exchange import ResponseLimits
from kiosk.net.interrupt import Interrupt

MAX_BYTES = 24 << 20
DEADLINE_S = 40.0  # for all calls of one reading
SILENCE_S = 10.0  # without a byte
_LONGEST_DATE = 40  # characters of a date header
_RETRY_S = (10.0, 3600.0)
_UNDERSTOOD = (HTTPStatus.OK, HTTPStatus.MULTI_STATUS, HTTPStatus.NOT_MODIFIED)


class CallLimit(NamedTuple):
    """The number of calls that a server answers within a number of seconds.

    If every call restarts the period (`restarted`), calls are only allowed again after a pause that long.
    """

    calls: int
    seconds: float
    restarted: bool = False

    def pause_s(self, calls: int) -> float:
        """Return the seconds to pause after this many calls."""
        return self.seconds if self.restarted else self.seconds * calls / self.calls


FEW = CallLimit(60, 60.0)
"""The limit of the strictest servers."""


def checked_url(url: str) -> str:
    """Return an address if it may be called; raises `ValueError` if not."""
    parts = urlsplit(url)
    if not parts.hostname or parts.username or parts.password:
        raise ValueError("expected an address without a name and a password in it")
    if not is_protected_url(url):
        raise ValueError("expected an address that starts with https://")
    return url


@frozen
class SourceResponse:
    """A server's answer: the body, its ETag and `Last-Modified`, and when it expires."""

    body: bytes
    etag: str = ""
    unchanged: bool = False
    status: int = HTTPStatus.OK
    modified: str = ""
    expires: datetime | None = None


class SourceClient:
    """All calls of one reading of one source: one client with cookies, and limits on time and number."""

    def __init__(
        self,
        limit: CallLimit | None = None,
        *,
        deadline_s: float = DEADLINE_S,
        interrupt: Interrupt | None = None,
        proxy: str | None = None,
        ca: Path | None = None,
    ) -> None:
        self.limit = limit or FEW
        self.calls = 0
        self._client = HttpClient(proxy=proxy, ca=ca, cookies=True, interrupt=interrupt)
        self._deadline = Deadline(deadline_s)

    def request(  # noqa: PLR0913  # the parts of a request
        self,
        url: str,
        *,
        method: str = "GET",
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        auth: tuple[bytes, bytes] | None = None,
        data: bytes | None = None,
        accepted_statuses: tuple[int, ...] = (),
        limits: ResponseLimits | None = None,
    ) -> SourceResponse:
        """Return the answer to one call; raises a `SourceError` that says why there is none.

        `auth` is a name and a password in UTF-8; answers with further `accepted_statuses` are no errors.
        """
        self._count()
        limits = limits or ResponseLimits(MAX_BYTES, DEADLINE_S, silence_s=SILENCE_S)
        request = Request(_safe(url), method, params, {**(headers or {}), **_authorization(auth)}, data)
        try:
            deadline = Deadline(min(self._deadline.left_s(), limits.total_s))
            response = self._client.fetch(request, limits, deadline)
        except HttpError as bad:
            raise _http_source_error(bad, limits.max_bytes) from bad
        if response.status not in accepted_statuses:
            _check_status(response, self.limit.seconds)
        unchanged = response.status == HTTPStatus.NOT_MODIFIED
        return SourceResponse(
            response.body,
            response.headers.get("ETag", ""),
            unchanged,
            response.status,
            response.headers.get("Last-Modified", "")[:_LONGEST_DATE],
            _date(response.headers.get("Expires", "")),
        )

    def _count(self) -> None:
        self.calls += 1
        if self.calls > self.limit.calls:
            raise BadAnswer(f"it would take more than {self.limit.calls} calls; ask for fewer days or topics")

    @property
    def elapsed_s(self) -> float:
        """How long the reading has taken so far."""
        return self._deadline.elapsed_s

    def close(self) -> None:
        """Close the connections."""
        self._client.close()


def _date(text: str) -> datetime | None:
    """Return the time in a header (RFC 9110, 5.6.7); None if it is not valid."""
    try:
        time = parsedate_to_datetime(text[:_LONGEST_DATE])
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return time if time.tzinfo else None


def _safe(url: str) -> str:
    try:
        return checked_url(url)
    except ValueError as bad:
        raise Refused(str(bad)) from bad


def _authorization(auth: tuple[bytes, bytes] | None) -> dict[str, str]:
    """Return the header of RFC 7617, in UTF-8 (2.1)."""
    return {"Authorization": f"Basic {b64encode(b':'.join(auth)).decode()}"} if auth else {}


def _http_source_error(bad: HttpError, max_bytes: int) -> SourceError:
    if isinstance(bad, TooLargeError):
        limit = f"{max_bytes >> 20} MiB" if max_bytes >> 20 else f"{max_bytes >> 10} KiB"
        return BadAnswer(f"an answer of more than {limit}")
    if isinstance(bad, BadRequestError):
        return Refused("invalid address")  # the message may contain the address, which may be a secret
    return NoAnswer(str(bad))


def _check_status(response: HttpResponse, wait_s: float) -> None:
    status = response.status
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        raise TooOften(_retry_after(response.headers.get("Retry-After", ""), wait_s))
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise NoAnswer(f"the server is in trouble ({status})")
    if status in REDIRECTS:
        raise Refused("the server has moved it elsewhere; give the address where it is now")
    if status >= HTTPStatus.BAD_REQUEST:
        raise Refused(f"the server refuses ({status})")
    if status not in _UNDERSTOOD:  # partial content (206), for example, is incomplete
        raise BadAnswer(f"an answer with the unexpected status {status}")


def _retry_after(text: str, otherwise_s: float) -> float:
    """Return the seconds of either form of Retry-After (RFC 9110 10.2.3), within reasonable bounds."""
    low, high = _RETRY_S
    if text.isascii() and text.isdigit():
        return min(max(float(text[:9]), low), high)
    try:
        seconds = (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds()
    except (ValueError, TypeError):
        seconds = otherwise_s
    return min(max(seconds, low), high)
