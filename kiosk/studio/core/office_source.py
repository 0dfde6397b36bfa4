"""A feed as the staff of one office see it: the admins' files, and with them what the office shows.

On a site the staff's files lie apart, and screens compose them (`kiosk.feed.office_part`). Here they are put
into the folder of the feed under the names that they have on screens, and taken out of it again. Pure.
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
    """Return the name that a media file of the staff has in the feed."""
    return f"media/offices/{office}/{name.removeprefix('media/')}"


def with_office(
    texts: Mapping[str, bytes], office: str, part: Mapping[str, str], media: Iterable[str]
) -> dict[str, bytes]:
    """Return the texts of a feed with what the staff of an office have written, and name their `media` so.

    Raises `EditError`.
    """
    rights, found = EditRights(office), dict(texts)
    if hours := part.get(HOURS):
        found[rights.office_file] = _with_hours(found[rights.office_file], hours)
    for file, text in part.items():
        folder, _, name = file.partition("/")
        if folder in KINDS:
            whole = text
            for path in media:
                whole = whole.replace(path, media_name(office, path))
            if folder == "notices":
                whole = edited(whole, ("where",), {"offices": [office]})
            found[f"{folder}/{rights.named(name)}"] = whole.encode()
    return found | playlist_files(found, rights)


def playlist_files(texts: Mapping[str, bytes], rights: EditRights) -> dict[str, bytes]:
    """Return the playlist of the slides of an office; nothing if it has none."""
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
    """Return what the staff of an office have written, as the files of a folder of their own.

    Hours that are those of the `base` stay as they are in the `part` that is shown. Raises `EditError`.
    """
    rights, found = EditRights(office), dict[str, bytes]()
    hours = _hours(texts, rights)
    if hours != _hours(base, rights):
        found[HOURS] = (new_text(hours) or "hours: []\n").encode()
    elif HOURS in part:
        found[HOURS] = part[HOURS].encode()
    for file, text in texts.items():
        folder, _, name = file.partition("/")
        if folder in KINDS and rights.owns(file):
            whole = text.decode().replace(media_name(office, ""), "media/")
            if folder == "notices":
                whole = edited(whole, ("where",), REMOVED)
            found[f"{folder}/{name.removeprefix(rights.named(''))}"] = whole.encode()
    return found


def _hours(texts: Mapping[str, bytes], rights: EditRights) -> dict[str, Any]:
    values = yaml_reader.read(texts[rights.office_file], rights.office_file).value
    return {key: values[key] for key in HOURS_FIELDS if key in values}
