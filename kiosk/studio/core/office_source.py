"""A feed as the staff of one office see it: the admins' files, and those of the office.

On a site the files of an office are stored separately, and screens combine them with the feed
(`kiosk.feed.office_part`). This module adds them to the files of the feed under the names that screens use,
and extracts them again. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kiosk.feed import yaml_reader
from kiosk.publish.office_folder import HOURS
from kiosk.studio.core.edit_rights import HOURS_FIELDS, EditRights
from kiosk.studio.core.yaml_edit import REMOVED, edited, new_text

KINDS = ("slides", "notices")


def media_name(office: str, name: str) -> str:
    """Return the name in the feed of an office's media file."""
    return f"media/offices/{office}/{name.removeprefix('media/')}"


def with_office(
    texts: Mapping[str, bytes], office: str, part: Mapping[str, str], media: Iterable[str]
) -> dict[str, bytes]:
    """Return the texts of a feed with those of an office added, and its `media` renamed to match.

    Raises `EditError`.
    """
    rights, files = EditRights(office), dict(texts)
    if hours := part.get(HOURS):
        files[rights.office_file] = _with_hours(files[rights.office_file], hours)
    for file, text in part.items():
        folder, _, name = file.partition("/")
        if folder in KINDS:
            content = text
            for path in media:
                content = content.replace(path, media_name(office, path))
            if folder == "notices":
                content = edited(content, ("where",), {"offices": [office]})
            files[f"{folder}/{rights.named(name)}"] = content.encode()
    return files | playlist_files(files, rights)


def playlist_files(texts: Mapping[str, bytes], rights: EditRights) -> dict[str, bytes]:
    """Return the playlist of an office's slides; empty if it has no slides."""
    names = sorted(name for name in texts if name.startswith("slides/") and rights.owns(name))
    slides = [name.removeprefix("slides/").removesuffix(".yaml") for name in names]
    playlist = {"slides": slides, "where": {"offices": [rights.office]}}
    return {rights.playlist: new_text(playlist).encode()} if slides else {}


def _with_hours(office: bytes, hours: str) -> bytes:
    wanted, text = yaml_reader.read(hours.encode(), HOURS).value, office.decode()
    written = yaml_reader.read(office, "").value
    for key in HOURS_FIELDS:
        if key in wanted or key in written:
            text = edited(text, (key,), wanted.get(key, REMOVED))
    return text.encode()


def office_files(
    texts: Mapping[str, bytes], office: str, base: Mapping[str, bytes], part: Mapping[str, str]
) -> dict[str, bytes]:
    """Return what the staff of an office have written, as the files of a separate folder.

    Hours that equal those of the `base` are taken unchanged from the published `part`. Raises `EditError`.
    """
    rights, files = EditRights(office), dict[str, bytes]()
    hours = _hours(texts, rights)
    if hours != _hours(base, rights):
        files[HOURS] = (new_text(hours) or "hours: []\n").encode()
    elif HOURS in part:
        files[HOURS] = part[HOURS].encode()
    for file, text in texts.items():
        folder, _, name = file.partition("/")
        if folder in KINDS and rights.owns(file):
            content = text.decode().replace(media_name(office, ""), "media/")
            if folder == "notices":
                content = edited(content, ("where",), REMOVED)
            files[f"{folder}/{name.removeprefix(rights.named(''))}"] = content.encode()
    return files


def _hours(texts: Mapping[str, bytes], rights: EditRights) -> dict[str, Any]:
    values = yaml_reader.read(texts[rights.office_file], rights.office_file).value
    return {key: values[key] for key in HOURS_FIELDS if key in values}
