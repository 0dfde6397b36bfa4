"""What the person who opened a folder may change: all of it, or only one office. Pure.

The publisher and every screen verify signatures in any case. These rules only keep people from writing what
no screen would show.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from kiosk.feed import yaml_reader
from kiosk.feed.message_catalog import tr
from kiosk.feed.office_part import JOINT, OfficeHours
from kiosk.feed.problems import ContentError
from kiosk.frozen import frozen

HOURS_FIELDS = tuple(each.name for each in fields(OfficeHours))
"""The keys of an office file that the staff of the office may change."""

REFUSED = tr(
    "With your key you change only the hours, notices and slides of your office; an admin changes the rest."
)


@frozen
class EditRights:
    """What may be changed; everything if there is no `office`."""

    office: str = ""

    @property
    def office_file(self) -> str:
        """The file of the office."""
        return f"offices/{self.office}.yaml"

    @property
    def playlist(self) -> str:
        """The file of the office's playlist, which is generated from its slides."""
        return f"playlists/{self.office}{JOINT}slides.yaml"

    def named(self, stem: str) -> str:
        """Return the id of a slide or notice: `stem`, prefixed with the office if there is one."""
        return f"{self.office}{JOINT}{stem}" if self.office else stem

    def owns(self, file: str) -> bool:
        """Return whether a file is a slide or a notice that may be changed."""
        own = tuple(f"{folder}/{self.office}{JOINT}" for folder in ("slides", "notices"))
        return not self.office or file.startswith(own)

    def may_change(self, file: str) -> bool:
        """Return whether any part of a file may be changed."""
        return self.owns(file) or file == self.office_file

    def may_write(self, file: str, before: bytes | None, after: bytes | None) -> bool:
        """Return whether a file may be changed from `before` to `after`; None stands for a missing file."""
        if self.owns(file) or file == self.playlist:
            return True
        if file != self.office_file or before is None or after is None:
            return False
        return _without_hours(before) == _without_hours(after)


def _without_hours(text: bytes) -> Mapping[str, Any] | bytes:
    try:
        value = yaml_reader.read(text, "").value
    except ContentError:
        return text
    return (
        {key: each for key, each in value.items() if key not in HOURS_FIELDS}
        if isinstance(value, dict)
        else text
    )
