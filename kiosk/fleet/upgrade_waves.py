"""The version to which the signed feed lets a screen upgrade itself: a few screens first, then ten, then all.

The kiosk writes it to a small file for `kiosk/cli/upgrade_guard.py`, which downloads and installs it. Without
the file, nothing is installed.
"""

from __future__ import annotations

import logging
from collections.abc import Collection
from datetime import date
from hashlib import sha256
from pathlib import Path

from kiosk import system
from kiosk.feed.models import Feed
from kiosk.feed.upgrade import Upgrade

FILE = "permitted"
SECOND_WAVE = 10

log = logging.getLogger(__name__)


def permitted_version(feed: Feed, screen: str, today: date | None) -> str:
    """Return the version that this screen may install; empty if none. Pure.

    `today` is the date in the feed's time zone. If it is unknown (None), waves with a date do not start.
    """
    upgrade = feed.upgrade
    if upgrade is None or screen not in feed.screens:
        return ""
    return upgrade.version if _may_install(upgrade, feed.screens, screen, today) else ""


def _may_install(upgrade: Upgrade, screens: Collection[str], screen: str, today: date | None) -> bool:
    if screen in upgrade.screens:
        return True
    if today and upgrade.all_from and today >= upgrade.all_from:
        return True
    has_begun = bool(today and upgrade.ten_from and today >= upgrade.ten_from)
    return has_begun and screen in second_wave(upgrade, screens)


def second_wave(upgrade: Upgrade, screens: Collection[str]) -> tuple[str, ...]:
    """Return the screens of the first wave, filled up to ten. Pure.

    All screens compute the same ten; another version has another ten.
    """

    def draw(screen: str) -> bytes:
        return sha256(f"{upgrade.version}\n{screen}".encode()).digest()

    others = sorted(set(screens) - set(upgrade.screens), key=draw)
    return (*upgrade.screens, *others)[:SECOND_WAVE]


class UpgradePermission:
    """The file with the permitted version. After a disk error, which is logged, the old permission stays."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._version: str | None = None

    def note(self, version: str) -> None:
        """Write the version, empty for none, if it has changed."""
        if version == self._version:
            return
        try:
            system.write_atomically(self._path, f"{version}\n".encode())
        except OSError as bad:
            log.warning("cannot record which version may be installed: %s", bad)
        else:
            self._version = version
