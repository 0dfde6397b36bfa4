"""The base of all sources of live data: the address, how it is fetched, and the function that parses it."""

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
from kiosk.feed.written_values import raise_expected
from kiosk.frozen import frozen
from kiosk.live.live_data import Group

MAX_FILE_BYTES = 24 << 20


Address = Annotated[str, AfterValidator(source_address)]


@frozen
class Fetching:
    """The parameters for fetching a source at `now`; `etag` and `modified` are those of the last answer."""

    web: SourceClient
    now: datetime
    zone: ZoneInfo
    etag: str = ""
    modified: str = ""
    folder: Path = Path()
    """Where a source may store data other than its answer."""


class LiveSource(StrictModel):
    """A source at a URL or in a file on this machine; subclasses set its group."""

    group: ClassVar[Group]
    reader: ClassVar[tuple[str, str]]
    """The module and the name of the function that parses the answer in a separate process."""

    accept: ClassVar[str] = "*/*"
    ages: ClassVar[bool] = False
    """Whether the same bytes may mean something else later, so that they are fetched and parsed again."""

    rest_s: ClassVar[float] = 0.0
    """For how many seconds an answer is reused without a request."""

    until_expiry: ClassVar[bool] = False
    """Whether an answer is reused without a request until it expires according to its server."""

    url: Address | None = None
    file: Path | None = None
    user: str = ""
    password: SecretStr = SecretStr("")

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.url is None) is (self.file is None):
            raise_expected("either 'url' or 'file'", "both" if self.url else "none")
        return self

    def question(self, now: datetime, zone: ZoneInfo) -> dict[str, Any]:
        """Return what the reader needs in addition to the bytes."""
        return {"now": now.isoformat(), "zone": zone.key}

    def key(self, now: datetime, zone: ZoneInfo, context: Mapping[str, Any]) -> str:
        """Return what the result depends on besides the bytes, such as the day, since events come and go."""
        question = self.question(now, zone) | dict(context) | {"now": local_day(now, zone).isoformat()}
        return json.dumps(question, sort_keys=True)

    def fetch(self, fetching: Fetching) -> SourceResponse:
        """Return the current answer of the source; raises `SourceError`."""
        if self.url is None:
            return SourceResponse(read_source_file(self.file, MAX_FILE_BYTES))
        tag = {"If-None-Match": fetching.etag} if fetching.etag else {}
        tag |= {"If-Modified-Since": fetching.modified} if fetching.modified else {}
        headers = {"Accept": self.accept, **self.headers, **tag}
        answer = fetching.web.request(self.url, headers=headers, auth=self._auth)
        if answer.unchanged and not tag:
            raise BadAnswer('the server answered "not modified" to a request without a condition')
        return answer

    @property
    def headers(self) -> dict[str, str]:
        """Further headers that the server requires."""
        return {}

    @property
    def _auth(self) -> tuple[bytes, bytes] | None:
        return (self.user.encode(), self.password.get_secret_value().encode()) if self.user else None
