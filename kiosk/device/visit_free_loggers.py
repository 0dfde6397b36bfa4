"""The loggers whose lines may leave the device.

Left out are the parts that serve visitors, and Qt, whose messages name the pages of the desk: even a line
without content would say when somebody was there.
"""

from __future__ import annotations

VISIT_FREE = (
    "kiosk.device.device_app",
    "kiosk.device.display_power",
    "kiosk.device.figure_release",
    "kiosk.device.kiosk",
    "kiosk.device.remote_commands",
    "kiosk.device.sync_process",
    "kiosk.device.watchdog",
    "kiosk.device.web_pages",
    "kiosk.fleet",
    "kiosk.sync",
    "kiosk.ui.slides",
    "kiosk.usage.figure_archive",
    "kiosk.webshot",
)
"""Loggers, each with those below it. None of these modules knows of a visit."""


def is_free_of_visits(logger: str) -> bool:
    """Return whether nothing that a logger reports can tell of a visit."""
    return f"{logger}.".startswith(tuple(f"{name}." for name in VISIT_FREE))
