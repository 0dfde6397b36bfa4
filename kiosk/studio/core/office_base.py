"""For which office a folder was fetched, and what the site showed when it was last up to date.

One hidden file in the folder; without it, the folder is that of a whole feed.
"""

from __future__ import annotations

import json
from pathlib import Path

from kiosk import system
from kiosk.publish.feed_source import FeedSource, parse_source
from kiosk.publish.folder_base import read_remembered

FILE = ".office.json"


def office_of(folder: Path) -> str:
    """Return the office whose staff a folder was fetched for; empty for the folder of a whole feed."""
    return str(read_remembered(folder / FILE).get("office", ""))


def base_of(folder: Path) -> FeedSource:
    """Return what the site showed when the folder was last up to date; nothing if that is not known."""
    try:
        return parse_source(read_remembered(folder / FILE)["base"])
    except (ValueError, TypeError, KeyError, AttributeError):
        return FeedSource({}, {})


def write_base(folder: Path, office: str, base: FeedSource) -> None:
    """Remember for which office a folder is, and what it is up to date with."""
    data = json.dumps({"office": office, "base": json.loads(base.to_bytes())}, sort_keys=True) + "\n"
    system.write_atomically(folder / FILE, data.encode())
