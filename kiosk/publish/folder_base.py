"""The published source that a folder last matched, for each site: stored in a hidden file in the folder.

Without it, a part that was deleted here looks the same as one that somebody else has added since.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from kiosk import system
from kiosk.frozen import frozen

FILE = ".published.json"


@frozen
class Base:
    """The source that a folder last matched, and the one proposed from it that waits for a signature."""

    source: str = ""
    proposed: str = ""


def read_base(folder: Path, site: str) -> Base:
    """Return the base recorded for a site; empty if there is none or the file cannot be read."""
    record = read_remembered(folder / FILE).get(site)
    if not isinstance(record, Mapping):
        return Base()
    return Base(*(str(record.get(name, "")) for name in ("source", "proposed")))


def sites(folder: Path) -> list[str]:
    """Return the sites that a folder has been published to."""
    return list(read_remembered(folder / FILE))


def write_base(folder: Path, site: str, base: Base) -> None:
    """Record the base of the folder for a site."""
    known = read_remembered(folder / FILE)
    if known.get(site) != asdict(base):
        data = json.dumps({**known, site: asdict(base)}, indent=2, sort_keys=True) + "\n"
        system.write_atomically(folder / FILE, data.encode())


def read_remembered(file: Path) -> dict[str, object]:
    """Return the records in a folder's hidden file; empty if there is none or it cannot be read."""
    try:
        known = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}
