"""The local file with the addresses and credentials of calendars and booking systems.

It never leaves the machine that publishes free times. A file that other users can read is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import Field

from kiosk.booking.sources.calcom import CalCom
from kiosk.booking.sources.calendars import CalDav, Ical
from kiosk.booking.sources.call_plan import Share, shares
from kiosk.booking.sources.easyappointments import EasyAppointments
from kiosk.booking.sources.nextcloud import Nextcloud
from kiosk.booking.sources.source import Source
from kiosk.booking.sources.source_settings import SourceSettings, load_settings
from kiosk.booking.sources.zms import Zms
from kiosk.feed.problems import ContentError, error
from kiosk.feed.written_values import Id

AnySource = Annotated[
    CalDav | Ical | Zms | EasyAppointments | CalCom | Nextcloud, Field(discriminator="kind")
]


class SourcesFile(SourceSettings):
    """The sources, and how to reach them."""

    sources: dict[Id, AnySource] = Field(default_factory=dict)

    @property
    def by_name(self) -> Mapping[str, Source]:
        """The sources by name."""
        return self.sources


def load_sources(path: Path) -> SourcesFile:
    """Return the settings in the file; raises `ContentError`, or `OSError` if there is no such file."""
    settings, document = load_settings(path, SourcesFile)
    problems = [
        error(document.position(("sources", share.names[0]), key=True), _too_many(share))
        for share in shares(settings.by_name)
        if share.calls > share.max_calls
    ]
    if problems:
        raise ContentError(problems)
    return settings


def _too_many(share: Share) -> str:
    names = ", ".join(share.names)
    return (
        f"{names} together make {share.calls} calls to one server, which allows {share.max_calls} at a time; "
        "set fewer days, or leave out topics"
    )
