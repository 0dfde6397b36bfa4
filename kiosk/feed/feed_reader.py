"""Reading a feed folder as admins write it: returns the feed, or all problems in it.

The folder is passed as names and bytes; `kiosk.publish.folder_source` reads the disk.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any, NamedTuple

from pydantic import ValidationError

from kiosk.feed import misplaced_files, references, validation_errors, wording, yaml_reader, yaml_scalars
from kiosk.feed.constraints import adapter
from kiosk.feed.feed_size import oversized
from kiosk.feed.message_catalog import tr
from kiosk.feed.misplaced_files import SETTINGS
from kiosk.feed.models import Feed, Media, Notice, Office, Playlist, Screen, Settings, Topic
from kiosk.feed.problems import ContentError, Position, Problem, Severity, error, nearest, warning
from kiosk.feed.read_cache import ReadCache
from kiosk.feed.slides import Slide
from kiosk.feed.translation_record import RECORD
from kiosk.feed.web_addresses import host_of
from kiosk.feed.written_values import Id

SHAPES: dict[str, Any] = {
    "offices": Office,
    "screens": Screen,
    "topics": Topic,
    "playlists": Playlist,
    "slides": Slide,
    "notices": Notice,
}


KEYS: Mapping[str, frozenset[str]] = validation_errors.known_keys({**SHAPES, "": Settings})
"""The known keys of each kind of file, by folder."""


class CheckedFeed(NamedTuple):
    """The result of reading a folder: the feed, if there is no error, and its problems, the worst first.

    `valid_parts` is the feed without the files that have an error or refer to a file with one, so that it can
    be checked further in the same run; None if `feed.yaml` has an error. `documents` holds the positions of
    values.
    """

    feed: Feed | None
    problems: tuple[Problem, ...]
    valid_parts: Feed | None = None
    documents: Mapping[str, yaml_reader.Document] = MappingProxyType({})


def read_folder(
    texts: Mapping[str, bytes],
    media: Mapping[str, Media],
    icons: Collection[str],
    cache: ReadCache | None = None,
) -> CheckedFeed:
    """Return the feed written in `texts` (file name → bytes), with all its problems.

    `media` are the files below `media/`, `icons` the product's pictograms. Pass a `cache` to read the same
    folder repeatedly.
    """
    folder = _Folder(texts, media, cache or ReadCache())
    folder.read()
    folder.refer(media, icons)
    folder.read_texts()
    folder.count()
    problems = tuple(sorted(folder.problems))
    wrong = {problem.position.file for problem in problems if problem.severity is Severity.ERROR}
    valid_parts = folder.valid_parts(wrong, media, icons)
    return CheckedFeed(
        None if wrong else valid_parts, problems, valid_parts, folder.documents | folder.record
    )


class _Folder:
    def __init__(self, texts: Mapping[str, bytes], media: Collection[str], cache: ReadCache) -> None:
        self.texts = texts
        self.cache = cache
        cache.begin(texts, media)
        self.media_as_written = {yaml_scalars.to_nfc(name): name for name in media}
        self.problems: list[Problem] = []
        self.documents: dict[str, yaml_reader.Document] = {}
        self.record: dict[str, yaml_reader.Document] = {}
        """`translations.yaml`, if there is one: it belongs to the folder, but not to the feed."""
        self.parts: dict[str, Any] = {}
        self.moved: dict[str, str] = {}
        """Misplaced files, and where they belong."""

    def read(self) -> None:
        for file, data in self.texts.items():
            try:
                self._read(file, data)
            except ContentError as bad:
                self.problems += bad.problems
        if SETTINGS not in {*self.texts, *self.moved.values()}:
            message = tr("missing; it names the feed and its languages")
            self.problems.append(error(Position(SETTINGS), message))

    def _read(self, file: str, data: bytes) -> None:
        if file == RECORD:
            self.record[file] = yaml_reader.read(data, file)
            return
        kind, _, name = file.removesuffix(".yaml").rpartition("/")
        shape = Settings if file == SETTINGS else SHAPES.get(kind)
        if not file.endswith(".yaml") or shape is None:
            self._stray(file, data)
            return
        self.problems += _bad_name(file, name)
        if known := self.cache.get(file, data):
            self.documents[file], self.parts[file] = known
            return
        self.documents[file] = document = yaml_reader.read(data, file)
        self._use_media_file_names(document.value)
        try:
            self.parts[file] = part = validation_errors.validate(document, shape)
            self.cache.put(file, data, document, part)
        except ContentError:
            if self._belongs_elsewhere(file, document.value):
                return
            raise

    def _stray(self, file: str, data: bytes) -> None:
        """Report a file that is not read in its place, if it was probably meant as a part of the feed."""
        top = file.partition("/")[0]
        named = misplaced_files.right_name(file)
        if named == SETTINGS:
            self.moved[file] = named
            self.problems.append(error(Position(file), misplaced_files.misnamed(file)))
        elif (named and top not in SHAPES) or file.endswith(".yaml"):
            if not self._belongs_elsewhere(file, _value(data, file)):
                self.problems.append(_unread(file))
        elif misplaced_files.is_note(file) and top in SHAPES:
            self._belongs_elsewhere(file, _value(data, file))
        elif top in SHAPES:
            self.moved[file] = named
            self.problems.append(error(Position(file), misplaced_files.misnamed(file)))
        else:
            self.problems.append(_unread(file))

    def _belongs_elsewhere(self, file: str, value: Any) -> bool:
        """Report a part that is in the wrong folder; return whether there was one."""
        own, _, name = file.rpartition("/")
        folder = misplaced_files.looks_like(value, own if file.endswith(".yaml") else "-", KEYS)
        if folder is None:
            return False
        self.documents.pop(file, None)
        self.moved[file] = f"{folder}/{misplaced_files.right_name(name) or name}" if folder else SETTINGS
        self.problems = [problem for problem in self.problems if problem.position.file != file]
        message = misplaced_files.misplaced(folder, file)
        if misplaced_files.is_note(file):
            message = tr(
                "this looks like a part of the feed and is not read; rename it so that it ends in .yaml"
            )
        self.problems.append(error(Position(file), message))
        return True

    def _use_media_file_names(self, value: Any) -> None:
        """Replace media paths with the names of the files, which may use composed letters or not."""
        items = (
            value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        )
        for key, item in items:
            if isinstance(item, str):
                value[key] = self.media_as_written.get(item, item)
            else:
                self._use_media_file_names(item)

    def read_texts(self) -> None:
        """Add the problems with the wording of the documents, where nothing else has been reported yet."""
        reported = {problem.position for problem in self.problems}
        languages = self._declared("languages", dict) or ()
        for document in self.documents.values():
            self.problems += (
                each for each in wording.check(document, languages) if each.position not in reported
            )

    def count(self) -> None:
        """Add a problem for each kind of part that exceeds its limit."""
        counts = Counter(file.partition("/")[0] for file in self.parts if "/" in file)
        if SETTINGS in self.parts:
            counts["languages"] = len(self.parts[SETTINGS].languages)
        for kind, message in oversized(counts):
            self.problems.append(error(Position(f"{kind}/" if kind in SHAPES else SETTINGS), message))

    def refer(self, media: Mapping[str, Media], icons: Collection[str]) -> None:
        """Add dangling references; of two problems at one position, keep the more helpful one."""
        known = self._known(self.texts, media, icons)
        missing = [each for document in self.documents.values() for each in references.check(document, known)]
        helpful = {problem.position for problem in missing if problem.suggestion}
        self.problems = [problem for problem in self.problems if problem.position not in helpful]
        reported = {problem.position for problem in self.problems}
        self.problems += (problem for problem in missing if problem.position not in reported)

    def _known(
        self, files: Collection[str], media: Mapping[str, Media], icons: Collection[str]
    ) -> references.KnownNames:
        """Return the names that can be referred to if there are only these files."""
        ids: dict[str, dict[str, None]] = {kind: {} for kind in SHAPES}  # ordered, with fast lookup
        for file in files:
            place = self.moved.get(file, file)
            ids.get(place.partition("/")[0], {})[_id(place)] = None
        hosts = self._declared("web_hosts", list)
        return references.KnownNames(
            **{kind: ids[f"{kind}s"] for kind in ("office", "topic", "screen", "slide")},
            media=media.keys(),
            language=self._declared("languages", dict) or None,
            icon=icons,
            host=None if hosts is None else [host_of(str(host)) for host in hosts],
        )

    def _declared(self, key: str, shape: type[Collection[str]]) -> Collection[str] | None:
        """Return what `feed.yaml` declares under a key, even if other keys are wrong.

        None if that cannot be read.
        """
        document = self.documents.get(SETTINGS)
        declared = document.value.get(key, shape()) if document and isinstance(document.value, dict) else None
        return declared if isinstance(declared, shape) else None

    def valid_parts(self, wrong: set[str], media: Mapping[str, Media], icons: Collection[str]) -> Feed | None:
        """Return the feed made of the files that are valid and refer to no invalid file."""
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


def _value(data: bytes, file: str) -> Any:
    """Return the value of a file that may not be YAML at all."""
    try:
        return yaml_reader.read(data, file).value
    except ContentError:
        return None


def _unread(file: str) -> Problem:
    """Return the problem of a file that is not read: an error if its folder's name is nearly a known one."""
    top = file.partition("/")[0] if "/" in file else ""
    meant = _FOLDERS_ELSEWHERE.get(top.lower()) or nearest(top, (*SHAPES, "media"))
    folders = [f"{folder}/" for folder in (*SHAPES, "media")]
    message = tr(
        "not a part of a feed; {settings} and the folders {folders} are read",
        settings=SETTINGS,
        folders=folders,
    )
    if "/" in file and top in SHAPES:
        return error(
            Position(file), tr("a folder within {folder}/ is not read; move the file up", folder=top)
        )
    return (error if meant else warning)(Position(file), message, meant)


_FOLDERS_ELSEWHERE = {
    "bilder": "media", "images": "media", "pictures": "media", "filmer": "media", "videos": "media",
    "kontor": "offices", "skärmar": "screens", "ämnen": "topics", "ärenden": "topics",
    "spellistor": "playlists", "meddelanden": "notices",
}  # fmt: skip


def _bad_name(file: str, name: str) -> Iterator[Problem]:
    try:
        adapter(Id).validate_python(name if file != SETTINGS else "feed")
    except ValidationError:
        message = tr("the file's name is the id: expected at most 64 lower-case letters, digits and hyphens")
        if misplaced_files.is_copy_name(name):
            message = tr(
                "this looks like a copy that the computer made; delete it, or give it a name of its own"
            )
        yield error(
            Position(file),
            message,
            f"{misplaced_files.slug(name)}.yaml" if misplaced_files.slug(name) else "",
        )
