"""Facts as rows: topic, time and place of a ticket, or where to find a person."""

from __future__ import annotations

from kiosk.feed.models import Office
from kiosk.frozen import frozen
from kiosk.ui.phrases import any_direction
from kiosk.ui.screen_context import ScreenContext

STAFF_LANGUAGE = "sv"
"""The language of the staff at the desk."""


@frozen
class FactRow:
    """One fact, with a pictogram."""

    label: str
    value: str
    detail: str
    icon: str


def way_to(context: ScreenContext, office: Office, language: str) -> str:
    """Return the address of an office and its location in the building."""
    parts = (office.address, office.place)
    return " · ".join(any_direction(context.text(part, language)) for part in parts if part)
