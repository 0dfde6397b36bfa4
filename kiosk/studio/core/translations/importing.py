"""Plan what a translator's file changes in a feed. Writes nothing.

A unit is refused, with its position and a remedy, if the feed does not have it, if its source text has
changed, or if importing it would lose text. All other units are imported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from kiosk.feed import validation_errors, wording, yaml_reader
from kiosk.feed.feed_reader import SHAPES
from kiosk.feed.markdown import blocks
from kiosk.feed.message_catalog import Message, error_message, tr
from kiosk.feed.misplaced_files import SETTINGS
from kiosk.feed.models import Settings
from kiosk.feed.problems import ContentError, Position, Problem, Severity, error
from kiosk.feed.translation_record import RECORD, KnownTranslations, Origin, fingerprint, record_text
from kiosk.frozen import frozen
from kiosk.studio.core.translations.translator_file import ReturnedUnit, with_source_ends
from kiosk.studio.core.translations.units import FeedTexts, TranslationState, Unit, read_texts
from kiosk.studio.core.yaml_edit import REMOVED, EditError, edited

_PLACEHOLDER = re.compile(r"\{[^{}\s]{1,60}\}")


class Review(NamedTuple):
    """Who reviewed the translations, and when."""

    date: str
    reviewer: str


@dataclass
class ImportPlan:
    """The files that an import writes, what it refuses, and what it does with the rest."""

    files: dict[str, bytes] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    changed: list[Unit] = field(default_factory=list)
    unchanged: int = 0
    untranslated: int = 0
    absent: int = 0
    """The number of texts of the feed that are not in the file."""

    reviewed: list[str] = field(default_factory=list)
    """The files whose texts have all been reviewed in this language."""


@frozen
class ImportOptions:
    """The language and name of the translator's file, who reviewed it, and whether it always wins."""

    language: str
    exchange: str
    review: Review | None = None
    overwrite: bool = False


def plan_import(
    texts: Mapping[str, bytes], returned: list[ReturnedUnit], options: ImportOptions
) -> ImportPlan:
    """Return what the units of a translator's file change in a feed; raises `ContentError`."""
    work = _Import(texts, options)
    for each in returned:
        work.take(each)
    work.settle()
    return work.plan


class _Import:
    def __init__(self, texts: Mapping[str, bytes], options: ImportOptions) -> None:
        self.texts, self.options = texts, options
        self.language, self.review = options.language, options.review
        self.feed: FeedTexts = read_texts(texts)
        self.units = {unit.id: unit for unit in self.feed.units(self.language)}
        self.seen: dict[str, str] = {}
        self.known: set[str] = set()
        self.edits: dict[str, str] = {}
        self.origins: dict[str, dict[str, Origin]] = {}
        self.plan = ImportPlan()

    def take(self, each: ReturnedUnit) -> None:
        """Import one unit of the file, or refuse it."""
        unit = self._unit(each)
        if unit is None:
            return
        each = replace(each, target=with_source_ends(each.target, unit.source))
        if self.seen.setdefault(unit.id, each.target) != each.target:
            self._refuse(each, tr("{unit} is translated twice, differently; delete one", unit=unit.id))
        elif _same(each.target, unit.target) or (not unit.target and each.untouched):
            self._keep(each, unit)
        elif message := each.trouble or self._loss(each, unit):
            self._refuse(each, message, unit)
        elif self._write(each, unit):
            self.plan.changed.append(unit)
            self._record(each, unit)

    def _unit(self, each: ReturnedUnit) -> Unit | None:
        """Return the text of the feed that a unit translates; it may have moved within its file."""
        unit = self.units.get(each.id)
        self.known.add(each.id)
        if unit and _same(unit.source, each.source):
            return unit
        moved = self._moved(each)
        if len(moved) == 1:
            self.known.add(moved[0].id)
            return moved[0]
        if not each.id:
            self._refuse(each, tr("no longer says which text it is; export again, and keep the contexts"))
        elif unit is None:
            message = tr("the feed has no text {unit}; export again, and translate that file", unit=each.id)
            self._refuse(each, message)
        elif _same(unit.target, each.target):
            self.plan.unchanged += 1
        else:
            message = tr(
                "the source text has changed since the export; export again, and translate the new text"
            )
            self._refuse(each, message, unit)
        return None

    def _moved(self, each: ReturnedUnit) -> list[Unit]:
        """Return the texts with the same source, in the unit's file or, if that is unknown, in any."""
        file = each.id.partition(":")[0]
        return [
            unit
            for unit in self.units.values()
            if unit.file == (file or unit.file) and _same(unit.source, each.source)
        ]

    def _keep(self, each: ReturnedUnit, unit: Unit) -> None:
        self.plan.unchanged += bool(unit.target)
        self.plan.untranslated += not unit.target
        if each.done and unit.target and (self.review or unit.state is TranslationState.STALE):
            self._record(each, unit)

    def _loss(self, each: ReturnedUnit, unit: Unit) -> Message | None:
        """Return what taking a unit would lose or break, or None."""
        if each.copied:
            return tr("the same as the source text; translate it, or leave it empty")
        if not each.target.strip():
            return tr("empty, but the feed has a translation, which stays; delete it there if it is wrong")
        if each.version is not None and each.version != unit.version and not self.options.overwrite:
            return tr(
                "the feed's translation has changed since the export and stays; export again, or import with "
                "--overwrite"
            )
        lost = sorted({*_PLACEHOLDER.findall(unit.source)} ^ {*_PLACEHOLDER.findall(each.target)})
        if lost:
            return tr("the placeholders must be those of the source text; look at {names}", names=lost)
        if self._is_formatted(unit) and _styles(unit.source) != _styles(each.target):
            return tr("the headings, paragraphs and lists must be those of the source text, in its order")
        return None

    def _is_formatted(self, unit: Unit) -> bool:
        value: Any = self.feed.documents[unit.file].value
        return value.get("kind") == "text" and unit.path == ("text",)

    def _write(self, each: ReturnedUnit, unit: Unit) -> bool:
        """Put a translation into its file, unless that adds an error; return whether it was done."""
        before = self.edits.get(unit.file) or self.texts[unit.file].decode("utf-8")
        try:
            after = edited(before, (*unit.path, self.language), each.target)
        except EditError as bad:
            self._refuse(each, error_message(bad), unit)
            return False
        known = {each.message for each in self._errors(unit.file, before)}
        worse = [problem for problem in self._errors(unit.file, after) if problem.message not in known]
        for problem in worse:
            self._refuse(each, problem.message, unit)
        if not worse:
            self.edits[unit.file] = after
        return not worse

    def _errors(self, file: str, text: str) -> Iterator[Problem]:
        document = yaml_reader.read(text.encode(), file)
        shape = Settings if file == SETTINGS else SHAPES[file.partition("/")[0]]
        try:
            validation_errors.validate(document, shape)
        except ContentError as bad:
            yield from bad.problems
        for problem in wording.check(document, self.feed.languages):
            if problem.severity is Severity.ERROR:
                yield problem

    def _record(self, each: ReturnedUnit, unit: Unit) -> None:
        review = self.review if self.review and each.done else Review("", "")
        origin = Origin(fingerprint(unit.source), fingerprint(each.target), *review)
        self.origins.setdefault(unit.file, {})[unit.place] = origin

    def _refuse(self, each: ReturnedUnit, message: str, unit: Unit | None = None) -> None:
        """Report a unit at its position in the feed or, if it has none, in the translator's file."""
        place = Position(self.options.exchange, each.line, 1 if each.line else 0)
        if unit:
            document = self.feed.documents[unit.file]
            message = tr(
                "{message} (line {line} of {file})", message=message, line=each.line, file=place.file
            )
            place = document.position((*unit.path, self.language), key=True)
        self.plan.problems.append(error(place, message))

    def settle(self) -> None:
        """Update which languages are drafts, and record which source each translation was made from."""
        self.plan.absent = len(self.units.keys() - self.known)
        origins = self._all_origins()
        known = KnownTranslations(origins)
        current = read_texts({**self.texts, **{file: text.encode() for file, text in self.edits.items()}})
        units = list(current.units(self.language))
        for file in dict.fromkeys([*self.edits, *self.origins]):
            read = [
                known.is_reviewed(self.language, unit.source, unit.target)
                for unit in units
                if unit.file == file
            ]
            self._mark(file, reviewed=bool(self.review) and all(read))
        self.plan.files = {file: text.encode() for file, text in self.edits.items()}
        if self.origins:
            record = record_text(origins).encode()
            if record != self.texts.get(RECORD):
                self.plan.files = {
                    RECORD: record
                } | self.plan.files  # first: a translation that is not there yet is not stale

    def _all_origins(self) -> dict[str, dict[str, dict[str, Origin]]]:
        origins = {
            language: {file: dict(places) for file, places in files.items()}
            for language, files in self.feed.origins.items()
        }
        for file, places in self.origins.items():
            origins.setdefault(self.language, {}).setdefault(file, {}).update(places)
        return origins

    def _mark(self, file: str, *, reviewed: bool) -> None:
        """Remove the language from the drafts of a reviewed file, or add it if new texts are unreviewed."""
        value: Any = self.feed.documents[file].value
        drafts = value.get("drafts") or []
        unread = any(
            unit.file == file and not self.origins[file][unit.place].reviewer for unit in self.plan.changed
        )
        if reviewed and self.language in drafts:
            left = [code for code in drafts if code != self.language]
            self._set_drafts(file, left or REMOVED)
        elif unread and self.language not in drafts:
            self._set_drafts(file, [*drafts, self.language])
        if reviewed:
            self.plan.reviewed.append(file)

    def _set_drafts(self, file: str, value: object) -> None:
        text = self.edits.get(file) or self.texts[file].decode("utf-8")
        try:
            self.edits[file] = edited(text, ("drafts",), value)
        except EditError as bad:
            place = self.feed.documents[file].position(("drafts",), key=True)
            self.plan.problems.append(error(place, error_message(bad)))


def track(feed: FeedTexts) -> bytes:
    """Return a record in which translations unknown so far count as made from the current source texts."""
    origins = {code: {file: dict(on) for file, on in files.items()} for code, files in feed.origins.items()}
    known = KnownTranslations(feed.origins)
    for language in feed.languages:
        for unit in feed.units(language) if language != feed.source else ():
            if unit.target and not known.knows(language, unit.target):
                origin = Origin(fingerprint(unit.source), fingerprint(unit.target))
                origins.setdefault(language, {}).setdefault(unit.file, {})[unit.place] = origin
    return record_text(origins).encode()


def _same(one: str, other: str) -> bool:
    return fingerprint(one) == fingerprint(other)


def _styles(text: str) -> list[str]:
    return [block.style for block in blocks(text)]
