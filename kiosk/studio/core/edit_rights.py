"""What of a folder the person who opened it may change: all of it, or what the staff of one office may. Pure.

The publisher and every screen check signatures, whatever is written here: this keeps people from writing what
nobody would show.
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
"""What the staff of an office change in its file."""

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
        """The file of the playlist with the slides of the office, which follows from them."""
        return f"playlists/{self.office}{JOINT}slides.yaml"

    def named(self, stem: str) -> str:
        """Return the beginning of the id of a new slide or notice."""
        return f"{self.office}{JOINT}{stem}" if self.office else stem

    def owns(self, file: str) -> bool:
        """Return whether a file is a slide or a notice that may be changed."""
        own = tuple(f"{folder}/{self.office}{JOINT}" for folder in ("slides", "notices"))
        return not self.office or file.startswith(own)

    def may_change(self, file: str) -> bool:
        """Return whether something in a file may be changed."""
        return self.owns(file) or file == self.office_file

    def may_write(self, file: str, before: bytes | None, after: bytes | None) -> bool:
        """Return whether a file may become another one, or go."""
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
