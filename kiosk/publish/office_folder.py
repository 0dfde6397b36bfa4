"""The folder that an office's staff edit: hours.yaml, slides/, notices/ and media/."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml

from kiosk import system
from kiosk.feed import site_layout, validation_errors, yaml_reader
from kiosk.feed.constraints import adapter
from kiosk.feed.message_catalog import tr
from kiosk.feed.office import Office
from kiosk.feed.office_part import OfficeHours, OfficeNotice, OfficePart
from kiosk.feed.problems import ContentError, Position, Problem, error
from kiosk.feed.serialization import read_as
from kiosk.feed.slides import Slide, media_of
from kiosk.frozen import frozen
from kiosk.publish.folder_base import Base, read_base, write_base
from kiosk.publish.folder_source import read_source
from kiosk.publish.office_parts import write_part
from kiosk.publish.office_publisher import OfficePublisher
from kiosk.publish.publish_errors import OutrunError, SiteError

HOURS = "hours.yaml"
SHAPES: Mapping[str, Any] = {"slides": Slide, "notices": OfficeNotice}


def may_change(file: str) -> bool:
    """Return whether the folder of an office's staff may contain a file of this name."""
    kind, _, name = file.partition("/")
    return file == HOURS or kind == "media" or (kind in SHAPES and "/" not in name and name.endswith(".yaml"))


def read_office_folder(folder: Path, office: str) -> OfficePart:
    """Return the office part in a folder; raises `ContentError` with all its problems."""
    source = read_source(folder)
    reader = _Reader(source.texts, [*source.problems], {})
    reader.read()
    problems = [*reader.problems, *_missing_media(reader.values.get("slides", {}), source.media)]
    if problems:
        raise ContentError(sorted(problems))
    used = {path for slide in reader.values.get("slides", {}).values() for path in media_of(slide)}
    part = OfficePart(
        format=1,
        office=office,
        hours=reader.values.get("", {}).get("hours"),
        slides=reader.values.get("slides", {}),
        notices=reader.values.get("notices", {}),
        media={name: media for name, media in source.media.items() if name in used},
        source={name: data.decode() for name, data in source.texts.items()},
    )
    return read_as(OfficePart, write_part(part), HOURS)  # validates the part as a whole


@frozen
class _Reader:
    texts: Mapping[str, bytes]
    problems: list[Problem]
    values: dict[str, dict[str, Any]]
    """The parsed value of each file, by kind and name."""

    def read(self) -> None:
        for file, data in self.texts.items():
            kind, _, name = file.removesuffix(".yaml").rpartition("/")
            shape = OfficeHours if file == HOURS else SHAPES.get(kind)
            if shape is None or not may_change(file):
                message = tr("office staff can change only hours.yaml, slides, notices and media")
                self.problems.append(error(Position(file), message))
                continue
            try:
                value = validation_errors.validate(yaml_reader.read(data, file), shape)
            except ContentError as bad:
                self.problems.extend(bad.problems)
            else:
                self.values.setdefault(kind, {})[name] = value


def _missing_media(slides: Mapping[str, Slide], media: Mapping[str, object]) -> Iterator[Problem]:
    for name, slide in slides.items():
        for path in sorted(media_of(slide) - media.keys()):
            yield error(Position(f"slides/{name}.yaml"), tr("there is no file {name}", name=path))


def clone_office(mine: OfficePublisher, folder: Path, office: str) -> list[str]:
    """Write an office's folder as it was last published; raises `PublishError` or `OSError`.

    Returns the media whose originals are missing: the site has them only in converted form. If the staff
    have published no hours, writes those in the feed.
    """
    feed, part = mine.feed(), mine.part(office)
    if office not in feed.offices:
        raise SiteError(
            tr("unknown office {name}; there are {names}", name=office, names=sorted(feed.offices))
        )
    texts = dict(part.source) if part else {}
    texts.setdefault(HOURS, _hours_of(feed.offices[office]))
    for name, text in texts.items():
        if may_change(name):
            system.write_atomically(folder / name, text.encode())
    used = {path for slide in part.slides.values() for path in media_of(slide)} if part else set()
    originals = {path: media for path, media in part.media.items() if path in used} if part else {}
    for path, media in originals.items():
        data = mine.host.read(site_layout.media_file(media.sha256), media.size)
        if data is None or hashlib.sha256(data).hexdigest() != media.sha256:
            raise SiteError(
                tr("{path} is missing on {site}, or not what was signed", path=path, site=mine.host.name)
            )
        system.write_atomically(folder / path, data)
    remember_part(mine, folder, office)
    return sorted(used - originals.keys())


def _hours_of(office: Office) -> str:
    hours = OfficeHours(
        hours=office.hours, exceptions=office.exceptions, holidays=office.holidays, eve=office.eve
    )
    plain = adapter(OfficeHours).dump_python(hours, mode="json", exclude_defaults=True, by_alias=True)
    return yaml.safe_dump(plain, allow_unicode=True, sort_keys=False)


def refuse_overtaken(mine: OfficePublisher, folder: Path, office: str) -> None:
    """Raise `OutrunError` if the office shows something other than what this folder last matched."""
    shown = mine.part_bytes(office)
    if shown and read_base(folder, _place(mine, office)).source != hashlib.sha256(shown).hexdigest():
        raise OutrunError(
            tr(
                "somebody else has published for the office {office} since; `kiosk office clone` shows it in "
                "another folder, and --replace publishes without it",
                office=office,
            )
        )


def remember_part(mine: OfficePublisher, folder: Path, office: str) -> None:
    """Record that a folder matches what the office shows."""
    shown = hashlib.sha256(mine.part_bytes(office)).hexdigest()
    with suppress(OSError):  # a folder that cannot be written: the next publish asks for --replace
        write_base(folder, _place(mine, office), Base(shown))


def _place(mine: OfficePublisher, office: str) -> str:
    return f"{mine.host.name} {office}"
