"""Asking the servers of calendars and booking systems, within limits of size, time and number.

Only https is spoken, but to this machine itself. Nothing that comes is looked at before all of it is here.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

import requests

from kiosk.booking.sources.errors import BadAnswer, NoAnswer, Refused, TooOften
from kiosk.content.loopback import is_loopback

MAX_BYTES = 24 << 20
MAX_CALLS = 60
"""Of one reading of one source: what the strictest of the servers allow in a minute."""

DEADLINE_S = 40.0  # for all calls of one reading
SILENCE_S = 10.0  # without a byte
_RETRY_S = (10.0, 3600.0)
_CHUNK = 64 << 10


def checked_url(url: str) -> str:
    """Return an address that may be asked; raises `ValueError` for others."""
    parts = urlsplit(url)
    if not parts.hostname or parts.username or parts.password:
        raise ValueError("expected an address without a name and a password in it")
    if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(parts.hostname)):
        raise ValueError("expected an address that starts with https://")
    return url


@dataclass(frozen=True)
class Answer:
    """What a server answered: the body, and the tag by which it knows that version of it."""

    body: bytes
    etag: str = ""
    unchanged: bool = False


@dataclass
class Web:
    """All calls of one reading of one source: one session with its cookies, one limit of time and number."""

    deadline_s: float = DEADLINE_S
    session: requests.Session = field(default_factory=requests.Session)
    _started: float = field(default_factory=time.monotonic)
    _calls: int = 0

    def ask(self, url: str, *, method: str = "GET", **request: Any) -> Answer:  # noqa: ANN401  # as requests has it
        """Return the answer to one call; raises a `SourceError` that says why there is none.

        `request` is what `requests` takes: `params`, `headers`, `auth`, `data`. No redirection is followed:
        it would take the credentials along.
        """
        self._calls += 1
        if self._calls > MAX_CALLS:
            raise BadAnswer(f"it would take more than {MAX_CALLS} calls; ask for fewer days or topics")
        request |= {"timeout": SILENCE_S, "stream": True, "allow_redirects": False}
        try:
            with self.session.request(method, checked_url(url), **request) as response:
                _check_status(response)
                unchanged = response.status_code == HTTPStatus.NOT_MODIFIED
                return Answer(self._body(response), response.headers.get("ETag", ""), unchanged)
        except requests.RequestException as bad:
            raise NoAnswer(f"no answer ({type(bad).__name__})") from bad  # its text may hold a secret address
        except ValueError as bad:
            raise Refused(str(bad)) from bad

    def _body(self, response: requests.Response) -> bytes:
        body = bytearray()
        for chunk in response.iter_content(_CHUNK):
            body += chunk
            if len(body) > MAX_BYTES:
                raise BadAnswer(f"an answer of more than {MAX_BYTES >> 20} MiB")
            if time.monotonic() - self._started > self.deadline_s:
                raise NoAnswer(f"not all was there after {self.deadline_s:g} s")
        return bytes(body)

    def close(self) -> None:
        """Let go of the connections."""
        self.session.close()


def _check_status(response: requests.Response) -> None:
    status = response.status_code
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        raise TooOften(_retry_after(response.headers.get("Retry-After", "")))
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise NoAnswer(f"the server is in trouble ({status})")
    if response.is_redirect:
        raise Refused("the server has moved it elsewhere; give the address where it is now")
    if status >= HTTPStatus.BAD_REQUEST:
        raise Refused(f"the server refuses ({status})")


def _retry_after(text: str) -> float:
    """Return seconds from either form of Retry-After (RFC 9110 10.2.3), within sense."""
    low, high = _RETRY_S
    if text.isascii() and text.isdigit():
        return min(max(float(text[:9]), low), high)
    try:
        seconds = (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds()
    except (ValueError, TypeError):
        seconds = 60.0
    return min(max(seconds, low), high)
