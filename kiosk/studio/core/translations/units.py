"""The texts of a feed as a translator gets them: each with its file, its line and its state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from kiosk.feed import yaml_reader
from kiosk.feed.feed_reader import SHAPES
from kiosk.feed.message_catalog import tr
from kiosk.feed.misplaced_files import SETTINGS
from kiosk.feed.problems import ContentError, Position, Problem, error
from kiosk.feed.text_paths import source_language, texts_by_language
from kiosk.feed.translation_record import RECORD, KnownTranslations, Origins, dotted, fingerprint, origins_of
from kiosk.feed.yaml_reader import Document, Path
from kiosk.frozen import frozen


class TranslationState(Enum):
    """The state of a translation, and so what is left to do with it."""

    MISSING = "missing"
    STALE = "stale"
    DRAFT = "draft"
    DONE = "done"


@frozen
class Unit:
    """One text of a feed in the source language, and its translation into another."""

    file: str
    path: Path
    line: int
    source: str
    target: str
    state: TranslationState

    @property
    def place(self) -> str:
        """Its path in the file, such as `help.0`."""
        return dotted(self.path)

    @property
    def id(self) -> str:
        """Its id in a translator's file."""
        return f"{self.file}:{self.place}"

    @property
    def version(self) -> str:
        """Identifies the translation, to detect changes after an export; empty if there is none."""
        return fingerprint(self.target) if self.target else ""


@frozen
class FeedTexts:
    """The texts of a folder: its documents, its languages, and the record of its translations."""

    documents: Mapping[str, Document]
    languages: tuple[str, ...]
    origins: Origins

    @property
    def source(self) -> str:
        """The language that texts are translated from."""
        return source_language(self.languages)

    def units(self, language: str) -> Iterator[Unit]:
        """Yield each localized text that has a source."""
        known = KnownTranslations(self.origins)
        for file, document in self.documents.items():
            drafts = _drafts(document)
            for path, text in texts_by_language(document.value):
                source, target = text.get(self.source), text.get(language, "")
                if isinstance(source, str) and isinstance(target, str):
                    line = document.position((*path, self.source), key=True).line
                    state = TranslationState.DRAFT if language in drafts else TranslationState.DONE
                    if not target:
                        state = TranslationState.MISSING
                    elif known.is_stale(language, source, target):
                        state = TranslationState.STALE
                    yield Unit(file, path, line, source, target, state)

    def without_source(self) -> Iterator[Position]:
        """Yield the position of each text that cannot be exported because it has no source."""
        for document in self.documents.values():
            for path, text in texts_by_language(document.value):
                if self.source not in text:
                    yield document.position(path, key=True)


def read_texts(texts: Mapping[str, bytes]) -> FeedTexts:
    """Return the texts of a folder; raises `ContentError` with everything that cannot be read."""
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    for file, data in texts.items():
        if file in {SETTINGS, RECORD} or (file.endswith(".yaml") and file.partition("/")[0] in SHAPES):
            try:
                documents[file] = yaml_reader.read(data, file)
            except ContentError as bad:
                problems += bad.problems
    record = documents.pop(RECORD, None)
    languages = _languages(documents.get(SETTINGS))
    if not languages and not problems:
        problems.append(error(Position(SETTINGS), tr("missing; it names the feed and its languages")))
    if problems:
        raise ContentError(problems)
    return FeedTexts(documents, languages, origins_of(record.value if record else None))


def _languages(settings: Document | None) -> tuple[str, ...]:
    value: Any = settings.value if settings else None
    declared = value.get("languages") if isinstance(value, dict) else None
    return tuple(declared) if isinstance(declared, dict) else ()


def _drafts(document: Document) -> tuple[str, ...]:
    value: Any = document.value
    drafts = value.get("drafts") if isinstance(value, dict) else None
    return tuple(drafts) if isinstance(drafts, list) else ()
