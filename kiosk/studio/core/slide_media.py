"""A picture, film or document put on a slide: copied into the folder, and named in the right field."""

from __future__ import annotations

import re
import shutil
import unicodedata
from pathlib import Path

from kiosk import system
from kiosk.feed import yaml_reader
from kiosk.feed.message_catalog import tr
from kiosk.media.hashing import hash_file
from kiosk.media.kinds import kind_of, kinds_shown_by
from kiosk.publish.folder_source import MAX_MEDIA_BYTES
from kiosk.studio.core.project import Project
from kiosk.studio.core.slide_fields import MEDIA, fields_of
from kiosk.studio.core.yaml_edit import edited, new_text

_WHOLE_SLIDE = {"film": ("video", "video"), "document": ("pdf", "document")}
"""The kind of slide that shows nothing but a file of a kind, and its field."""

_KEPT = ("from", "until", "when", "tone", "dwell")


class MediaError(ValueError):
    """A file that cannot be shown on this slide; its message says what to do instead."""


def with_file(project: Project, slide: str, path: Path, *, new: bool) -> bytes:
    """Copy a file into the project's media, and return the slide's text with it.

    A new slide becomes one of the file's kind; another one shows only what its kind can show. Raises
    `MediaError`, and `OSError` if the file cannot be copied.
    """
    kind = kind_of(path.name)
    values = yaml_reader.read(slide.encode(), "").value
    field = _field(str(values.get("kind", "")), kind)
    whole, whole_field = _WHOLE_SLIDE.get(kind, ("", ""))
    if not kind or kind == "sound":
        raise MediaError(
            tr("{file} is not a picture, film or PDF document that screens can show", file=path.name)
        )
    if not field and not (new and whole):
        raise MediaError(tr("{file} cannot be shown on this slide; begin a new slide for it", file=path.name))
    if path.stat().st_size > MAX_MEDIA_BYTES:
        raise MediaError(tr("{file} is too large", file=path.name))
    name = copied(project, path)
    if field:
        return edited(slide, (field,), name).encode()
    kept = {key: values[key] for key in _KEPT if key in values}
    return new_text({"kind": whole, whole_field: name, **kept}).encode()


def _field(slide_kind: str, file_kind: str) -> str:
    """Return the field of a kind of slide that takes a kind of file; empty if none does."""
    if file_kind not in kinds_shown_by(slide_kind):
        return ""
    own = {each.key for each in fields_of(slide_kind)}
    return next((each.key for each in MEDIA if each.key in own), "")


def copied(project: Project, path: Path) -> str:
    """Copy a file into the project's media; return its name there. The same file is not copied twice."""
    media = hash_file(path)
    same = next((name for name, each in project.media.items() if each.sha256 == media.sha256), "")
    if same:
        return same
    stem, ending = _plain(path.stem), path.suffix.lower()
    names = (f"media/{stem}{f'-{count}' if count > 1 else ''}{ending}" for count in range(1, 10_000))
    name = next(each for each in names if each not in project.media and not (project.folder / each).exists())
    target = project.folder / name
    target.parent.mkdir(exist_ok=True)
    with path.open("rb") as source, system.replacing(target) as file:
        shutil.copyfileobj(source, file)
    project.media[name] = media
    return name


def _plain(stem: str) -> str:
    """Return a name of a file in the letters that every system and web host keeps."""
    letters = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:60] or "file"
