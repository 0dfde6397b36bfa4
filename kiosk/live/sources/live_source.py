"""What every source of live data has: where it is, how it is fetched, and which function reads it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, ClassVar, Self
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, SecretStr, model_validator

from kiosk.booking.sources.source import source_address
from kiosk.booking.sources.source_errors import BadAnswer
from kiosk.booking.sources.source_file import read_source_file
from kiosk.booking.sources.source_http import SourceClient, SourceResponse
from kiosk.feed.strict_model import StrictModel
from kiosk.feed.wall_time import local_day
from kiosk.feed.written_values import expected
from kiosk.frozen import frozen
from kiosk.live.live_data import Group

MAX_FILE_BYTES = 24 << 20


Address = Annotated[str, AfterValidator(source_address)]


@frozen
class Fetching:
    """With what a source is fetched at `now`: `etag` is that of the answer that is still known."""

    web: SourceClient
    now: datetime
    zone: ZoneInfo
    etag: str = ""
    modified: str = ""
    folder: Path = Path()
    """Where a source may keep what it needs besides its answer."""


class LiveSource(StrictModel):
    """A source behind an address or in a file of this machine; subclasses say of which group it is."""

    group: ClassVar[Group]
    reader: ClassVar[tuple[str, str]]
    """The module and the name of the function that reads the answer in a process of its own."""

    accept: ClassVar[str] = "*/*"
    ages: ClassVar[bool] = False
    """Whether the same bytes mean something else later, so that they are requested and read again."""

    rest_s: ClassVar[float] = 0.0
    """For how many seconds an answer is used again without asking."""

    until_expiry: ClassVar[bool] = False
    """Whether an answer is used again without asking until it expires, as its server says."""

    url: Address | None = None
    file: Path | None = None
    user: str = ""
    password: SecretStr = SecretStr("")

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.url is None) is (self.file is None):
            expected("either 'url' or 'file'", "both" if self.url else "none")
        return self

    def question(self, now: datetime, zone: ZoneInfo) -> dict[str, Any]:
        """Return what the reader needs besides the bytes."""
        return {"now": now.isoformat(), "zone": zone.key}

    def key(self, now: datetime, zone: ZoneInfo, context: Mapping[str, Any]) -> str:
        """Return what the reading depends on besides the bytes: the day, as events come and go with it."""
        question = self.question(now, zone) | dict(context) | {"now": local_day(now, zone).isoformat()}
        return json.dumps(question, sort_keys=True)

    def fetch(self, ask: Fetching) -> SourceResponse:
        """Return what the source says now; raises `SourceError`."""
        if self.url is None:
            return SourceResponse(read_source_file(self.file, MAX_FILE_BYTES))
        tag = {"If-None-Match": ask.etag} if ask.etag else {}
        tag |= {"If-Modified-Since": ask.modified} if ask.modified else {}
        headers = {"Accept": self.accept, **self.headers, **tag}
        answer = ask.web.ask(self.url, headers=headers, auth=self._auth)
        if answer.unchanged and not tag:
            raise BadAnswer("the server says that nothing changed, though it was not asked that")
        return answer

    @property
    def headers(self) -> dict[str, str]:
        """Further headers that the server wants."""
        return {}

    @property
    def _auth(self) -> tuple[bytes, bytes] | None:
        return (self.user.encode(), self.password.get_secret_value().encode()) if self.user else None
