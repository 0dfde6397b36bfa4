"""The files of new parts of a feed. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.studio.core.part_uses import file_named
from kiosk.studio.core.project import Files
from kiosk.studio.core.yaml_edit import new_text


def new_office_files(key: str, language: str, name: str, address: str) -> Files:
    """Return the file of a new office: always closed, and booked at its desk, until it is edited."""
    office = {
        "name": {language: name.strip()},
        "address": address.strip(),
        "booking": {"by": ["desk"]},
    }
    return {file_named("offices", key): new_text(office).encode()}


def new_topic_files(key: str, language: str, name: str, icon: str) -> Files:
    """Return the file of a new topic: its name is used for all its texts until they are written."""
    words = {language: name.strip()}
    topic = {"icon": icon, "title": words, "summary": words, "help": [words]}
    return {file_named("topics", key): new_text(topic).encode()}


def new_playlist_files(key: str, slides: Sequence[str]) -> Files:
    """Return the file of a new playlist: always on, on every screen."""
    return {file_named("playlists", key): new_text({"slides": list(slides)}).encode()}
