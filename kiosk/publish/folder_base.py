"""Which published source a folder was last equal to: one hidden file in the folder, a line for each site.

Without it nobody could tell a part that was deleted here from one that somebody else has added since.
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
    """The source that a folder was equal to, and one that was proposed from it and waits for a signature."""

    source: str = ""
    proposed: str = ""


def read_base(folder: Path, site: str) -> Base:
    """Return what is known of a folder and a site; empty if nothing is, or the file cannot be read."""
    found = read_remembered(folder / FILE).get(site)
    if not isinstance(found, Mapping):
        return Base()
    return Base(*(str(found.get(name, "")) for name in ("source", "proposed")))


def sites(folder: Path) -> list[str]:
    """Return the sites that a folder has been published to."""
    return list(read_remembered(folder / FILE))


def write_base(folder: Path, site: str, base: Base) -> None:
    """Remember that the folder is equal to what the site has."""
    known = read_remembered(folder / FILE)
    if known.get(site) != asdict(base):
        data = json.dumps({**known, site: asdict(base)}, indent=2, sort_keys=True) + "\n"
        system.write_atomically(folder / FILE, data.encode())


def read_remembered(file: Path) -> dict[str, object]:
    """Return what a hidden file of a folder remembers; empty if there is none, or it cannot be read."""
    try:
        known = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}
