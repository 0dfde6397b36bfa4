"""The local file with the addresses and credentials of calendars and booking systems.

It never leaves the machine that publishes free times. A file that other users can read is refused.
"""

from __future__ import annotations

import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field

from kiosk.booking.sources.calcom import CalCom
from kiosk.booking.sources.calendars import CalDav, Ical
from kiosk.booking.sources.call_plan import Share, shares
from kiosk.booking.sources.easyappointments import EasyAppointments
from kiosk.booking.sources.nextcloud import Nextcloud
from kiosk.booking.sources.source import Source
from kiosk.booking.sources.zms import Zms
from kiosk.feed import validation_errors, yaml_reader
from kiosk.feed.problems import ContentError, Position, error
from kiosk.feed.proxy_address import proxy_address
from kiosk.feed.strict_model import StrictModel
from kiosk.feed.written_values import Id
from kiosk.net.errors import ProxyError
from kiosk.net.proxy_login import proxy_url

AnySource = Annotated[
    CalDav | Ical | Zms | EasyAppointments | CalCom | Nextcloud, Field(discriminator="kind")
]


class SourcesFile(StrictModel):
    """The sources, a web proxy to reach them, and additional certificate authorities."""

    sources: dict[Id, AnySource] = Field(default_factory=dict)
    proxy: Annotated[str, AfterValidator(proxy_address)] | None = None
    proxy_password: Path | None = None
    """The file with the password for the user in the proxy's address."""

    ca: Path | None = None

    @property
    def proxy_url(self) -> str | None:
        """The proxy's address with its password; raises `ProxyError`."""
        return proxy_url(self.proxy, self.proxy_password) if self.proxy else None

    @property
    def by_name(self) -> Mapping[str, Source]:
        """The sources by their names."""
        return self.sources


def load_sources(path: Path) -> SourcesFile:
    """Return the settings in the file; raises `ContentError`, or `OSError` if there is no such file."""
    if stat.S_IMODE(path.stat().st_mode) & (stat.S_IRGRP | stat.S_IROTH):
        wrong = f"others on this machine may read it, and the passwords in it; run: chmod 600 {path}"
        raise ContentError([error(Position(str(path)), wrong)])
    document = yaml_reader.read(path.read_bytes(), str(path))
    found: SourcesFile = validation_errors.validate(document, SourcesFile)
    try:
        _ = found.proxy_url
    except ProxyError as bad:
        raise ContentError([error(document.position(("proxy_password",)), str(bad))]) from bad
    problems = [
        error(document.position(("sources", share.names[0]), key=True), _too_many(share))
        for share in shares(found.by_name)
        if share.calls > share.most
    ]
    if problems:
        raise ContentError(problems)
    return found


def _too_many(share: Share) -> str:
    names = ", ".join(share.names)
    return (
        f"{names} together take {share.calls} calls of one server, which answers {share.most} at a time; "
        "say fewer days, or leave topics out"
    )
