"""Calendars: CalDAV servers that are asked for free/busy, and iCalendar files and links."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Literal, Self

from pydantic import SecretStr, model_validator

from kiosk.booking.offer import Place
from kiosk.booking.sources.errors import BadAnswer, NoAnswer
from kiosk.booking.sources.ical.isolated_reader import read_isolated
from kiosk.booking.sources.memory import Remembered
from kiosk.booking.sources.source import Ask, Url
from kiosk.booking.sources.web import MAX_BYTES
from kiosk.content.strict_model import StrictModel
from kiosk.content.values import expected

_QUERY = (
    '<?xml version="1.0" encoding="utf-8"?>'
    '<C:free-busy-query xmlns:C="urn:ietf:params:xml:ns:caldav">'
    '<C:time-range start="{0:%Y%m%dT%H%M%SZ}" end="{1:%Y%m%dT%H%M%SZ}"/></C:free-busy-query>'
)


class _Calendar(StrictModel):
    user: str = ""
    password: SecretStr = SecretStr("")

    @property
    def places(self) -> tuple[Place, ...]:
        """None: only rules turn a calendar into slots."""
        return ()

    @property
    def _auth(self) -> tuple[bytes, bytes] | None:
        """The credentials in UTF-8 (RFC 7617 2.1); left as text, they would be sent in Latin-1."""
        return (self.user.encode(), self.password.get_secret_value().encode()) if self.user else None


class CalDav(_Calendar):
    """A calendar collection on a CalDAV server, which answers when it is busy and not why (RFC 4791 7.10)."""

    kind: Literal["caldav"]
    url: Url

    def read(self, ask: Ask) -> Remembered:
        """Ask for free/busy over the window."""
        answer = ask.web.ask(
            f"{self.url}/",
            method="REPORT",
            headers={"Depth": "infinity", "Content-Type": 'application/xml; charset="utf-8"'},
            auth=self._auth,
            data=_QUERY.format(*ask.window).encode(),
        )
        if b"BEGIN:VFREEBUSY" not in answer.body.upper():
            raise BadAnswer("no answer to a free/busy query; if the server knows none, use the kind 'ical'")
        return _busy(ask, answer.body, answer.etag)


class Ical(_Calendar):
    """An iCalendar file on this machine or behind a link."""

    kind: Literal["ical"]
    url: Url | None = None
    file: Path | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.url is None) is (self.file is None):
            expected("either 'url' or 'file'", "both" if self.url else "none")
        return self

    def read(self, ask: Ask) -> Remembered:
        """Get the file, unless it is known to be the same as before."""
        if self.url is None:
            return _busy(ask, self._bytes(), "")
        same_window = ask.remembered.window == tuple(ask.window)
        tag = {"If-None-Match": ask.remembered.etag} if ask.remembered.etag and same_window else {}
        answer = ask.web.ask(self.url, headers={"Accept": "text/calendar"} | tag, auth=self._auth)
        if answer.unchanged and tag:
            return ask.remembered
        return _busy(ask, answer.body, answer.etag)

    def _bytes(self) -> bytes:
        if self.file is None:
            raise NoAnswer("there is no file")
        try:
            with self.file.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
        except OSError as bad:
            raise NoAnswer(f"the file cannot be read: {bad.strerror}") from bad
        if len(data) > MAX_BYTES:
            raise BadAnswer(f"a file of more than {MAX_BYTES >> 20} MiB")
        return data


def _busy(ask: Ask, body: bytes, etag: str) -> Remembered:
    """Return when a calendar is busy; one that is as it was is not read again."""
    digest = hashlib.sha256(repr((ask.zone.key, *ask.window)).encode() + body).hexdigest()
    if ask.remembered.digest == digest:
        return ask.remembered
    busy = read_isolated(body, ask.zone, ask.window)
    return Remembered(etag=etag, digest=digest, window=ask.window, busy=busy.spans, problems=busy.problems)
