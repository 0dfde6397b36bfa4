"""The names of the weekdays, starting with Monday, for messages and reports."""

from __future__ import annotations

from kiosk.feed.message_catalog import tr

WEEKDAY_NAMES = (
    tr("Monday"),
    tr("Tuesday"),
    tr("Wednesday"),
    tr("Thursday"),
    tr("Friday"),
    tr("Saturday"),
    tr("Sunday"),
)
