"""Facts as rows: the topic, the time and the place of a ticket, or where there is a person."""

from __future__ import annotations

from kiosk.feed.models import Office
from kiosk.frozen import frozen
from kiosk.ui.phrases import any_direction
from kiosk.ui.screen_context import ScreenContext

STAFF_LANGUAGE = "sv"
"""What the guides at the desk read."""


@frozen
class FactRow:
    """One fact, with a pictogram."""

    label: str
    value: str
    detail: str
    icon: str


def way_to(context: ScreenContext, office: Office, language: str) -> str:
    """Return the address of an office and where in the house it is."""
    parts = (office.address, office.place)
    return " · ".join(any_direction(context.text(part, language)) for part in parts if part)
