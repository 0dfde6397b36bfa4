"""The form of one file of the feed: values by language, and the problems of each field.

A field is the path to its value with dots, such as `title`, `booking.phone` or `help.0`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.checks.missing_translations import missing_languages
from kiosk.feed import yaml_reader
from kiosk.feed.message_catalog import error_message, in_language, tr
from kiosk.feed.problems import ContentError, Problem, Severity
from kiosk.feed.yaml_reader import Path
from kiosk.frozen import frozen
from kiosk.studio.core import office_hours, slide_files
from kiosk.studio.core.quick_fixes import QuickFix, find_quick_fixes
from kiosk.studio.core.yaml_edit import REMOVED, EditError
from kiosk.studio.window import words
from kiosk.ui.rows import Rows

if TYPE_CHECKING:
    from kiosk.studio.window.studio_model import StudioModel

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

FaultsOf = Callable[[str], list[str]]
"""Returns the faults of a field that were found by drawing."""


def _none(_field: str) -> list[str]:
    return []


@frozen
class FieldRow:
    """One field of the form; `language` is empty if the value is the same in every language."""

    key: str
    language: str
    label: str
    form: str
    group: str = ""
    """The part of the page that shows it."""


@QmlElement
@QmlUncreatable("made in Python")
class PartForm(QObject):  # type: ignore[operator]  # the decorator takes a reason
    """The form of one file; empty until it has a `file`. `typed` is called after each change."""

    changed = Signal()

    def __init__(
        self, studio: StudioModel, typed: Callable[[], None], drawn_faults: FaultsOf = _none
    ) -> None:
        super().__init__(studio)
        self._studio, self._typed, self._drawn_faults = studio, typed, drawn_faults
        self.file = ""
        """The file; empty if none is open."""

        self.siblings: Sequence[PartForm] = ()
        """Other forms of the same file on the same page; the problems that they show are left out here."""

        self._read: tuple[bytes, dict[str, Any]] = b"", {}
        """The text that was read last, and its values."""

        self._fields: Rows[FieldRow] = Rows(FieldRow, self)
        self._wrong: dict[Path, list[Problem]] = {}
        self._places: dict[tuple[str, str], list[Path]] = {}
        """The paths of the problems shown beside each field."""

        self._fixes: dict[Problem, QuickFix] = {}

    def show(self, rows: Sequence[FieldRow]) -> None:
        """Show these fields of the current `file`."""
        self._fields.replace(rows)
        self._find_places()
        self.changed.emit()

    def find_wrong(self) -> None:
        """Update the problems from the last check."""
        serious = [each for each in self._studio.problems if each.severity is not Severity.NOTE]
        document = self._studio.documents.get(self.file)
        self._wrong = slide_files.by_path(self.file, document, serious)
        found = find_quick_fixes(self._studio.project, self._studio.problems, self.file, self._studio.now())
        self._fixes = {each.problem: each for each in found}
        self._find_places()
        self.changed.emit()

    def values(self) -> dict[str, Any]:
        """Return the values in the file; empty if it cannot be read. Cached, since every field calls this."""
        text = self._studio.project.texts.get(self.file, b"")
        if text != self._read[0]:
            self._read = text, self._values_in(text)
        return self._read[1]

    def _values_in(self, text: bytes) -> dict[str, Any]:
        try:
            found = yaml_reader.read(text, self.file).value
        except ContentError:
            return {}
        return found if isinstance(found, dict) else {}

    def at(self, field: str) -> object:
        """Return the value of a field; None if it has none."""
        found: object = self.values()
        for step in steps(field):
            if isinstance(found, dict):
                found = found.get(step)
            elif isinstance(found, list) and isinstance(step, int) and step < len(found):
                found = found[step]
            else:
                return None
        return found

    @Slot(str, str, result=str)
    def value(self, field: str, language: str) -> str:
        """Return the value of a field in a language, or its only value if it is not localized."""
        found = self.at(field)
        if isinstance(found, dict):
            return str(found.get(language, ""))
        if found is None or language not in {"", self._studio.main_language}:
            return ""
        return str(found)

    @Slot(str, str, str)
    def write(self, field: str, language: str, text: str) -> None:
        """Change a field in one language; an empty text deletes it."""
        if self.value(field, language) == text or not self.file:
            return
        old, main = self.at(field), self._studio.main_language
        try:
            if not language or (isinstance(old, str) and language == main):
                new: object = text or REMOVED
            elif isinstance(old, str):
                new = {main: old, language: text}
            else:
                new = {**(old if isinstance(old, dict) else {}), language: text}
                new = {code: words for code, words in new.items() if words} or REMOVED
            self._put(steps(field), old, new)
        except (EditError, KeyError) as bad:
            self._studio.say(error_message(bad))

    def _put(self, path: tuple[str | int, ...], old: object, new: object) -> None:
        """Set a value. For an item of a list the whole list is set, since its length may change."""
        if isinstance(path[-1], int):
            items = self.at(".".join(map(str, path[:-1])))
            items = list(items) if isinstance(items, list) else []
            items[path[-1] : path[-1] + 1] = [] if new is REMOVED else [new]
            self._set(path[:-1], items or REMOVED)
        elif isinstance(new, dict) and isinstance(old, dict):
            for code in {*old, *new}:  # one at a time, so that the others keep their formatting
                if old.get(code) != new.get(code):
                    self._set((*path, code), new.get(code, REMOVED))
        else:
            self._set(path, new)

    def _set(self, path: tuple[str | int, ...], value: object) -> None:
        self._studio.project.set(self.file, path, value)
        self._typed()
        self.changed.emit()

    def put(self, path: tuple[str | int, ...], value: object) -> bool:
        """Change a value that is not typed, and check it at once; return whether this succeeded."""
        try:
            self._studio.project.set(self.file, path, value)
        except (EditError, KeyError) as bad:
            self._studio.say(error_message(bad))
            return False
        self._studio.after_change()
        return True

    def hours_on(self, days: str, hours: str) -> list[str]:
        """Return hours on some weekdays as the feed writes them; none, and a message, if they are invalid."""
        try:
            ranges = office_hours.read_day(hours)
        except ValueError:
            ranges = []
        if not ranges:
            self._studio.say(words.WORDS["badHours"])
        return [f"{days} {each}" for each in ranges]

    @Slot(str, str, result=str)
    def wrong(self, field: str, language: str) -> str:
        """Return the problems of a field in a language; empty if there are none.

        Problems of a language that has no field are shown beside the main language.
        """
        found = [self._worded(each) for each in self._problems_at(field, language)]
        return "\n".join(found + (self._drawn_faults(field) if not language else []))

    def _problems_at(self, field: str, language: str) -> list[Problem]:
        here = self._places.get((field, language), ())
        return [problem for path in here for problem in self._wrong[path]]

    def _problems_elsewhere(self) -> list[Problem]:
        return self._problems_at("", "")

    def field_of(self, path: Path) -> str:
        """Return the field that shows the value at a path; empty if none does."""
        shown = {row.key for row in self._fields.rows}
        names = (".".join(map(str, path[:end])) for end in range(len(path), 0, -1))
        return next((each for each in names if each in shown), "")

    def _find_places(self) -> None:
        """Find the field that shows the problems at each path; none if the form does not show the value."""
        shown: dict[str, list[str]] = {}
        for row in self._fields.rows:
            shown.setdefault(row.key, []).append(row.language)
        self._places = {}
        for path in self._wrong:
            key = self.field_of(path)
            if not key and any(each.field_of(path) for each in self.siblings):
                continue
            code = str(path[len(steps(key))]) if key and len(path) > len(steps(key)) else ""
            languages, main = shown.get(key, [""]), self._studio.main_language
            language = next((each for each in (code, main) if each in languages), languages[0])
            self._places.setdefault((key, language), []).append(path)

    def _fix_at(self, field: str, language: str) -> QuickFix | None:
        problems = self._problems_at(field, language) if field else self._problems_elsewhere()
        return next((self._fixes[each] for each in problems if each in self._fixes), None)

    @Slot(str, str, result=str)
    def fixText(self, field: str, language: str) -> str:
        """Return the label of the fix for a field, or for what the form does not show if `field` is empty."""
        found = self._fix_at(field, language)
        return in_language(found.label, self._studio.language) if found else ""

    @Slot(str, str)
    def applyFix(self, field: str, language: str) -> None:
        """Apply the fix for a field, or for what the form does not show."""
        found = self._fix_at(field, language)
        if found:
            self._studio.change("fix", {found.file: found.text})

    def _worded(self, problem: Problem) -> str:
        feed, message = self._studio.feed, problem.message
        if missing := missing_languages(message):
            names = [feed.languages[code].name if feed else code for code in missing]
            message = tr("Not yet in {languages}", languages=names)
        return in_language(message, self._studio.language)

    @Property(str, notify=changed)
    def wrongElsewhere(self) -> str:
        """The problems of parts of the file that the form does not show."""
        problems = self._problems_elsewhere()
        return "\n".join(in_language(each.message, self._studio.language) for each in problems)

    @Property(str, notify=changed)
    def fixElsewhere(self) -> str:
        """The label of the fix for them; empty if there is none."""
        return self.fixText("", "")

    @Property(Rows, constant=True)
    def fields(self) -> Rows[FieldRow]:
        """The fields of the form."""
        return self._fields


def steps(field: str) -> tuple[str | int, ...]:
    """Return the path of a field."""
    return tuple(int(step) if step.isdecimal() else step for step in field.split("."))
