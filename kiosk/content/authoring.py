"""A folder as an admin writes it, read as a whole: the feed, or every problem in it.

The folder is handed in as names and bytes; who reads the disk is `kiosk.publish.source`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any, NamedTuple

from pydantic import ValidationError

from kiosk.content import explain, references, yaml12
from kiosk.content.constraints import adapter
from kiosk.content.models import Feed, Media, Notice, Office, Playlist, Screen, Settings, Topic
from kiosk.content.problems import ContentError, Position, Problem, Severity, error, nearest, warning
from kiosk.content.slides import Slide
from kiosk.content.values import Id, host_of

SETTINGS = "feed.yaml"
SHAPES: dict[str, Any] = {
    "offices": Office,
    "screens": Screen,
    "topics": Topic,
    "playlists": Playlist,
    "slides": Slide,
    "notices": Notice,
}


class Checked(NamedTuple):
    """What reading a folder gave: the feed, if there is no error, and its problems, the worst first.

    `sound` is as much of the feed as has no error and names nothing that has one, so that the rest can be
    looked at in the same run; None if `feed.yaml` is wrong. `documents` say where each thing is written.
    """

    feed: Feed | None
    problems: tuple[Problem, ...]
    sound: Feed | None = None
    documents: Mapping[str, yaml12.Document] = MappingProxyType({})


def read_folder(texts: Mapping[str, bytes], media: Mapping[str, Media], icons: Collection[str]) -> Checked:
    """Return the feed written in `texts` (file name → bytes), with all its problems.

    `media` are the files below `media/`, `icons` the pictograms that the product has.
    """
    folder = _Folder(texts)
    folder.read()
    folder.refer(media, icons)
    problems = tuple(sorted(folder.problems))
    wrong = {problem.position.file for problem in problems if problem.severity is Severity.ERROR}
    sound = folder.sound(wrong, media, icons)
    return Checked(None if wrong else sound, problems, sound, folder.documents)


class _Folder:
    def __init__(self, texts: Mapping[str, bytes]) -> None:
        self.texts = texts
        self.problems: list[Problem] = []
        self.documents: dict[str, yaml12.Document] = {}
        self.parts: dict[str, Any] = {}

    def read(self) -> None:
        if SETTINGS not in self.texts:
            self.problems.append(error(Position(SETTINGS), "missing; it names the feed and its languages"))
        for file, data in self.texts.items():
            try:
                self._read(file, data)
            except ContentError as bad:
                self.problems += bad.problems

    def _read(self, file: str, data: bytes) -> None:
        if file.partition("/")[0] in SHAPES and not file.endswith(".yaml"):
            self.problems.append(_other_ending(file))
            return
        kind, _, name = file.removesuffix(".yaml").rpartition("/")
        shape = Settings if file == SETTINGS else SHAPES.get(kind)
        if shape is None:
            self.problems.append(_stray(file, kind))
            return
        self.documents[file] = document = yaml12.read(data, file)
        self.problems += _bad_name(file, name)
        self.parts[file] = explain.validate(document, shape)

    def refer(self, media: Mapping[str, Media], icons: Collection[str]) -> None:
        """Add what is named and is not there; of two problems at one place the more helpful is told."""
        known = self._known(self.texts, media, icons)
        found = [each for document in self.documents.values() for each in references.check(document, known)]
        helpful = {problem.position for problem in found if problem.suggestion}
        self.problems = [problem for problem in self.problems if problem.position not in helpful]
        told = {problem.position for problem in self.problems}
        self.problems += (problem for problem in found if problem.position not in told)

    def _known(
        self, files: Collection[str], media: Mapping[str, Media], icons: Collection[str]
    ) -> references.Known:
        """Return what can be referred to if there are only these files."""
        ids: dict[str, list[str]] = {kind: [] for kind in SHAPES}
        for file in files:
            ids.get(file.partition("/")[0], []).append(_id(file))
        hosts = self._declared("web_hosts", list)
        return references.Known(
            **{kind: ids[f"{kind}s"] for kind in ("office", "topic", "screen", "slide")},
            media=media.keys(),
            language=self._declared("languages", dict) or None,
            icon=icons,
            host=None if hosts is None else [host_of(str(host)) for host in hosts],
        )

    def _declared(self, key: str, shape: type[Collection[str]]) -> Collection[str] | None:
        """Return what `feed.yaml` declares, even if it is wrong elsewhere: not every file is to blame.

        None if that cannot be read.
        """
        document = self.documents.get(SETTINGS)
        declared = document.value.get(key, shape()) if document and isinstance(document.value, dict) else None
        return declared if isinstance(declared, shape) else None

    def sound(self, wrong: set[str], media: Mapping[str, Media], icons: Collection[str]) -> Feed | None:
        """Return the feed of the files that are not wrong and name no wrong one."""
        left = self.parts.keys() - wrong
        while wrong:
            known = self._known(left, media, icons)
            wrong = {file for file in left if next(references.check(self.documents[file], known), None)}
            left -= wrong
        return self._feed(sorted(left), media) if SETTINGS in left else None

    def _feed(self, files: Collection[str], media: Mapping[str, Media]) -> Feed:
        parts: dict[str, Any] = {
            kind: {_id(file): self.parts[file] for file in files if file.startswith(f"{kind}/")}
            for kind in SHAPES
        }
        settings = self.parts[SETTINGS]
        used = {name: media[name] for name in sorted(media)}
        declared: dict[str, Any] = {each.name: getattr(settings, each.name) for each in fields(Settings)}
        return Feed(format=1, **declared, **parts, media=used)


def _id(file: str) -> str:
    return file.rpartition("/")[2].removesuffix(".yaml")


def _other_ending(file: str) -> Problem:
    name = file.rpartition("/")[2]
    what = f"rename it to {name[:-3] + 'yaml'!r}" if name.endswith(".yml") else "take this file away"
    return error(Position(file), f"a part of a feed ends in .yaml; {what}")


def _stray(file: str, kind: str) -> Problem:
    folders = ", ".join(f"{folder}/" for folder in SHAPES)
    return warning(
        Position(file),
        f"not a part of a feed; {SETTINGS} and the folders {folders} are read",
        nearest(kind, SHAPES),
    )


def _bad_name(file: str, name: str) -> Iterator[Problem]:
    try:
        adapter(Id).validate_python(name if file != SETTINGS else "feed")
    except ValidationError as bad:
        yield error(Position(file), f"the file's name is the id: {bad.errors()[0]['msg']}")
