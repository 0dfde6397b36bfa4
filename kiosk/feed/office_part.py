"""The part of a feed that the staff of one office sign, and its merge into the rest. Pure.

A part contains the opening hours of its office, and slides and notices for the office's screens. Its format
has no way to refer to another office or screen. What it adds gets names with a prefix (`OFFICE--NAME`,
`media/offices/OFFICE/…`), and is refused if a name is already taken.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import field, fields
from typing import Any, Literal

from kiosk.feed.constraints import Strict
from kiosk.feed.localized_text import Text
from kiosk.feed.message_catalog import Message, tr
from kiosk.feed.models import Media, Rendition, When
from kiosk.feed.office import DayHours, refuse_overlaps
from kiosk.feed.problems import ContentError, Position, error
from kiosk.feed.serialization import read_as
from kiosk.feed.site_layout import office_file
from kiosk.feed.slides import Slide
from kiosk.feed.web_addresses import MediaPath
from kiosk.feed.written_times import DayRange, WeeklyHours
from kiosk.feed.written_values import Id, LanguageCode, raise_expected
from kiosk.frozen import frozen

JOINT = "--"
MAX_SLIDES = 50
MAX_NOTICES = 20
MAX_MEDIA_BYTES = 512 << 20


@frozen(kw_only=True)
class OfficeHours(Strict):
    """The opening hours of an office; together they replace those in the feed."""

    hours: tuple[WeeklyHours, ...] = ()
    exceptions: Mapping[DayRange, DayHours] = field(default_factory=dict)
    holidays: Literal["closed", "open"] = "closed"
    eve: DayHours | None = None

    def check(self) -> None:
        """Refuse overlapping ranges of days."""
        refuse_overlaps(self.exceptions)


@frozen(kw_only=True)
class OfficeNotice(Strict):
    """A notice on all screens of the office."""

    text: Text
    when: When = field(default_factory=When)
    drafts: tuple[LanguageCode, ...] = ()


@frozen(kw_only=True)
class OfficePart(Strict):
    """The content of an office's staff: signed by their role, published as one file."""

    format: Literal[1]
    office: Id
    hours: OfficeHours | None = None
    """The opening hours; those in the feed if None."""

    slides: Mapping[Id, Slide] = field(default_factory=dict)
    notices: Mapping[Id, OfficeNotice] = field(default_factory=dict)
    media: Mapping[MediaPath, Media] = field(default_factory=dict)
    renditions: Mapping[MediaPath, tuple[Rendition, ...]] = field(default_factory=dict)
    source: Mapping[str, str] = field(default_factory=dict)
    """The source files, which screens do not need."""

    def check(self) -> None:
        """Refuse a part that exceeds its limits, and names that could belong to another office."""
        for kind, most, parts in (
            ("slides", MAX_SLIDES, self.slides),
            ("notices", MAX_NOTICES, self.notices),
        ):
            if len(parts) > most:
                raise_expected(tr("at most {count} {kind} for an office", count=most, kind=kind), len(parts))
            for name in parts:
                if JOINT in name:
                    raise_expected(tr("an id without {joint}", joint=JOINT), name)
        if sum(media.size for media in self.media.values()) > MAX_MEDIA_BYTES:
            raise_expected(tr("at most {size} MB of media for an office", size=MAX_MEDIA_BYTES >> 20), "")


def read_part(office: str, data: bytes) -> OfficePart:
    """Return a published part; raises `ContentError`, also if it belongs to another office."""
    file = office_file(office)
    part = read_as(OfficePart, data, file)
    if part.office != office:
        raise _refused(file, tr("it belongs to the office {office}", office=part.office))
    return part


def compose(feed: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return the bytes of a feed with the parts of its offices added; equal input gives equal bytes.

    Raises `ContentError` if a part cannot be read or clashes with the feed. Without parts, returns `feed`
    unchanged.
    """
    if not parts:
        return feed
    content = json.loads(feed)
    for office, data in sorted(parts.items()):
        read_part(office, data)
        _Composer(content, office, json.loads(data)).add()
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


@frozen
class _Composer:
    """Adds one part, in its JSON form, to a feed in its JSON form."""

    feed: dict[str, Any]
    office: str
    part: dict[str, Any]

    def add(self) -> None:
        self._set_hours()
        names = self._media_names()
        for kind in ("media", "renditions"):
            for path, value in self.part.get(kind, {}).items():
                self._put(kind, names[path], _renamed(value, names))
        slides = {
            self._prefixed(name): _renamed(each, names) for name, each in self.part.get("slides", {}).items()
        }
        where = {"offices": [self.office]}
        for name, slide in slides.items():
            self._put("slides", name, slide)
        if slides:
            self._put("playlists", self._prefixed("slides"), {"slides": sorted(slides), "where": where})
        for name, notice in self.part.get("notices", {}).items():
            self._put("notices", self._prefixed(name), {**notice, "where": where})

    def _prefixed(self, name: str) -> str:
        return f"{self.office}{JOINT}{name}"

    def _media_names(self) -> dict[str, str]:
        paths = {*self.part.get("media", {}), *self.part.get("renditions", {})}
        return {path: f"media/offices/{self.office}/{path.removeprefix('media/')}" for path in paths}

    def _set_hours(self) -> None:
        office = self.feed.get("offices", {}).get(self.office)
        if office is None:
            raise _refused(office_file(self.office), tr("unknown office {name}", name=self.office))
        if self.part.get("hours") is not None:
            for key in fields(OfficeHours):
                office.pop(key.name, None)
            office.update(self.part["hours"])

    def _put(self, kind: str, name: str, value: object) -> None:
        if name in self.feed.setdefault(kind, {}):
            raise _refused(
                office_file(self.office), tr("the feed already has {kind}/{name}", kind=kind, name=name)
            )
        self.feed[kind][name] = value


def _renamed(value: Any, names: Mapping[str, str]) -> Any:  # noqa: ANN401  # any JSON value
    """Return a value in which each path of the part's media has its new name."""
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, list):
        return [_renamed(each, names) for each in value]
    if isinstance(value, dict):
        return {key: _renamed(each, names) for key, each in value.items()}
    return value


def _refused(file: str, message: Message) -> ContentError:
    return ContentError([error(Position(file), message)])
