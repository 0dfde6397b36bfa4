"""Put a picture, film or document on a slide: copy it into the folder and name it in the right field."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk import system
from kiosk.feed import yaml_reader
from kiosk.feed.message_catalog import tr
from kiosk.feed.models import Media
from kiosk.frozen import frozen
from kiosk.media.hashing import hash_file
from kiosk.media.kinds import kinds_shown_by, media_kind_of
from kiosk.publish.folder_source import MAX_MEDIA_BYTES
from kiosk.studio.core.presentations import as_pdf, is_presentation
from kiosk.studio.core.slide_fields import MEDIA, fields_of
from kiosk.studio.core.yaml_edit import edited, new_text

if TYPE_CHECKING:
    from kiosk.media.media_facts import Kind

_WHOLE_SLIDE: dict[Kind, tuple[str, str]] = {"film": ("video", "video"), "document": ("pdf", "document")}
"""The kind of slide that shows nothing but a file of this kind, and its field."""

_KEPT = ("from", "until", "when", "tone", "dwell")


class MediaError(ValueError):
    """A file that cannot be shown on this slide; its message says what to do instead."""


@frozen
class TakenFile:
    """A file that is now among the media of a folder."""

    name: str
    media: Media


def check_file(slide: str, path: Path, *, new: bool) -> None:
    """Raise `MediaError` if a file cannot be shown on a slide or is too large."""
    kind = _kind_of(path)
    field = _field(_values(slide).get("kind", ""), kind)
    if not kind or kind == "sound":
        raise MediaError(
            tr("{file} is not a picture, film or PDF document that screens can show", file=path.name)
        )
    if not field and not (new and kind in _WHOLE_SLIDE):
        raise MediaError(tr("{file} cannot be shown on this slide; begin a new slide for it", file=path.name))
    if path.stat().st_size > MAX_MEDIA_BYTES:
        raise MediaError(tr("{file} is too large", file=path.name))


def take_file(folder: Path, known: Mapping[str, Media], path: Path) -> TakenFile:
    """Copy a file into the media of a folder, a presentation as PDF; this may take minutes.

    Raises `PresentationError`, and `OSError` if the file cannot be copied.
    """
    if is_presentation(path):
        with as_pdf(path) as document:
            return _copied(folder, known, document, path.stem)
    return _copied(folder, known, path, path.stem)


def with_taken(slide: str, name: str, *, new: bool) -> bytes:
    """Return the text of a slide that shows a file; a new slide changes to the kind that the file needs."""
    kind, values = media_kind_of(name), _values(slide)
    if field := _field(values.get("kind", ""), kind):
        return edited(slide, (field,), name).encode()
    if not new or kind not in _WHOLE_SLIDE:
        raise MediaError(tr("{file} cannot be shown on this slide; begin a new slide for it", file=name))
    slide_kind, slide_field = _WHOLE_SLIDE[kind]
    kept = {key: values[key] for key in _KEPT if key in values}
    return new_text({"kind": slide_kind, slide_field: name, **kept}).encode()


def _kind_of(path: Path) -> Kind:
    return "document" if is_presentation(path) else media_kind_of(path.name)


def _values(slide: str) -> dict[str, Any]:
    value = yaml_reader.read(slide.encode(), "").value
    return value if isinstance(value, dict) else {}


def _field(slide_kind: str, file_kind: str) -> str:
    """Return the field in which a kind of slide shows a kind of file; empty if there is none."""
    if file_kind not in kinds_shown_by(slide_kind):
        return ""
    own = {each.key for each in fields_of(slide_kind)}
    return next((each.key for each in MEDIA if each.key in own), "")


def _copied(folder: Path, known: Mapping[str, Media], path: Path, called: str) -> TakenFile:
    """Copy a file into the media of a folder, unless it is already there.

    Its name includes its hash, since different pictures often have the same name.
    """
    media = hash_file(path)
    same = next((name for name, each in known.items() if each.sha256 == media.sha256), "")
    if same:
        return TakenFile(same, media)
    name = f"media/{_portable_name(called)}-{media.sha256[:8]}{path.suffix.lower()}"
    target = folder / name
    target.parent.mkdir(exist_ok=True)
    with path.open("rb") as source, system.replacing(target) as file:
        shutil.copyfileobj(source, file)
    return TakenFile(name, media)


def _portable_name(stem: str) -> str:
    """Return a file name in characters that every system and web host preserves."""
    letters = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:60] or "file"
