"""The sources of alerts: CAP, directly or through an index that links to messages, and SMHI's warnings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, model_validator

from kiosk.booking.sources.source_errors import BadAnswer
from kiosk.booking.sources.source_http import SourceClient, SourceResponse
from kiosk.booking.sources.source_memory import identity
from kiosk.feed.web_addresses import Host
from kiosk.live.live_data import Group
from kiosk.live.sources.cap_index import may_be_index, same_origin
from kiosk.live.sources.cap_index_store import CapIndexStore
from kiosk.live.sources.live_source import Fetching, LiveSource
from kiosk.net.exchange import ResponseLimits

MESSAGE = ResponseLimits(512 << 10, total_s=4.0, silence_s=4.0, connect_s=4.0)
MESSAGES_S = 12.0
"""The limits for one message of an index, and after how long no more are requested (a round waits 30 s)."""


class AlertsSource(LiveSource):
    """CAP 1.2 alerts as XML, or as the JSON of Sveriges Radio's VMA API (v3).

    An Atom or RSS feed that links to the messages is followed.
    """

    group: ClassVar[Group] = "alerts"
    reader: ClassVar[tuple[str, str]] = ("kiosk.live.sources.cap_alerts", "read_alerts")
    accept: ClassVar[str] = (
        "application/cap+xml, application/json;q=0.9, application/atom+xml;q=0.9, application/rss+xml;q=0.9"
        ", application/xml;q=0.8"
    )
    ages: ClassVar[bool] = True

    kind: Literal["cap"]
    hosts: Annotated[tuple[Host, ...], Field(max_length=10)] = ()
    """The hosts other than its own that an index may link to."""

    def fetch(self, fetching: Fetching) -> SourceResponse:
        """See `LiveSource.fetch`; an index is replaced with the messages that it links to."""
        index = CapIndexStore(fetching.folder, identity(self), fetching.now, self.url or "", self.hosts)
        etag, modified = index.tags
        fetched = super().fetch(replace(fetching, etag=etag, modified=modified))
        if not (fetched.unchanged or may_be_index(fetched.body)) or not index.take(fetched):
            return fetched
        body = index.messages(lambda url, headers: self._message(fetching.web, url, headers))
        return SourceResponse(body)

    def _message(self, web: SourceClient, url: str, headers: Mapping[str, str]) -> SourceResponse | None:
        """Request a message of the index; returns None once the time for messages is over."""
        if web.elapsed_s > MESSAGES_S:
            return None
        auth = self._auth if same_origin(url, self.url or "") else None
        answer = web.request(url, headers={"Accept": self.accept, **headers}, auth=auth, limits=MESSAGE)
        if answer.unchanged and not headers:
            raise BadAnswer('the server answered "not modified" to a request without a condition')
        return answer


class SmhiWarningsSource(LiveSource):
    """SMHI's impact-based warnings (ibww, version 1) as alerts."""

    group: ClassVar[Group] = "alerts"
    reader: ClassVar[tuple[str, str]] = ("kiosk.live.sources.smhi_warnings", "read_warnings")
    accept: ClassVar[str] = "application/json"
    ages: ClassVar[bool] = True
    rest_s: ClassVar[float] = 60.0
    address: ClassVar[str] = "https://opendata-download-warnings.smhi.se/ibww/api/version/1/warning.json"

    kind: Literal["smhi-warnings"]

    @model_validator(mode="before")
    @classmethod
    def _default(cls, values: Any) -> Any:  # noqa: ANN401  # whatever the file says
        if not isinstance(values, dict) or "url" in values or "file" in values:
            return values
        return values | {"url": cls.address}
