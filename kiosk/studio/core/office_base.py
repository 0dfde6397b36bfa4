"""The office that a folder was fetched for, and what the site showed when it was last up to date.

Both are stored in a hidden file in the folder. Without it, the folder holds a whole feed.
"""

from __future__ import annotations

import json
from pathlib import Path

from kiosk import system
from kiosk.publish.feed_source import FeedSource, parse_source
from kiosk.publish.folder_base import read_remembered

FILE = ".office.json"


def office_of(folder: Path) -> str:
    """Return the office whose staff a folder was fetched for; empty if it holds a whole feed."""
    return str(read_remembered(folder / FILE).get("office", ""))


def base_of(folder: Path) -> FeedSource:
    """Return what the site showed when the folder was last up to date; empty if that is unknown."""
    try:
        return parse_source(read_remembered(folder / FILE)["base"])
    except (ValueError, TypeError, KeyError, AttributeError):
        return FeedSource({}, {})


def write_base(folder: Path, office: str, base: FeedSource) -> None:
    """Store the office of a folder, and what the folder is up to date with."""
    data = json.dumps({"office": office, "base": json.loads(base.to_bytes())}, sort_keys=True) + "\n"
    system.write_atomically(folder / FILE, data.encode())
