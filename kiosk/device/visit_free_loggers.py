"""The loggers whose lines may leave the device.

They exclude the parts that serve visitors, and Qt, whose messages name the desk's pages: even a line without
content would reveal when somebody was there.
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
"""These loggers, each including its children. None of the modules has data about visits."""


def is_free_of_visits(logger: str) -> bool:
    """Return whether the lines of a logger cannot reveal a visit."""
    return f"{logger}.".startswith(tuple(f"{name}." for name in VISIT_FREE))
