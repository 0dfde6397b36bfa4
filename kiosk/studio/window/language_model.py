"""The languages page: the main language beside another, what is left to do, and translators' files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.feed.message_catalog import error_message, in_language, tr
from kiosk.feed.problems import ContentError
from kiosk.frozen import frozen
from kiosk.studio.core.translations import translation_work
from kiosk.studio.core.translations.importing import ImportPlan, Review
from kiosk.studio.core.translations.screen_counts import missing_by_screen
from kiosk.studio.core.translations.units import FeedTexts, TranslationState, Unit, read_texts
from kiosk.studio.window import words
from kiosk.studio.window.part_names import part_name, place_name
from kiosk.studio.window.rows_shown import ChoiceRow, screen_name
from kiosk.ui.rows import Rows

if TYPE_CHECKING:
    from kiosk.studio.window.studio_model import StudioModel

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

LONGEST_NAME = 100


@frozen
class SourceTextRow:
    """One text in the main language; `target` and `state` return its translation."""

    key: str
    name: str
    source: str


@QmlElement
@QmlUncreatable("made in Python")
class LanguageModel(QObject):  # type: ignore[operator]  # the decorator takes a reason
    """The translations into one language."""

    changed = Signal()

    def __init__(self, studio: StudioModel) -> None:
        super().__init__(studio)
        self._studio = studio
        self._language, self._filter = "", "todo"
        self._texts: FeedTexts | None = None
        self._units: dict[str, Unit] = {}
        self._refused = ""
        self._rows: Rows[SourceTextRow] = Rows(SourceTextRow, self)
        self._languages: Rows[ChoiceRow] = Rows(ChoiceRow, self)
        self._screens: Rows[ChoiceRow] = Rows(ChoiceRow, self)
        named = words.STATES.items()
        filters = [ChoiceRow(key, in_language(name, studio.language)) for key, name in named]
        self._filters: Rows[ChoiceRow] = Rows(ChoiceRow, self, filters)

    @Slot(str, str)
    def open(self, language: str, filter_: str) -> None:
        """Show the texts of a language, in one state or all; without a language, the last one or English."""
        feed, main = self._studio.feed, self._studio.main_language
        others = [code for code in feed.languages if code != main] if feed else []
        first = "en" if "en" in others else next(iter(others), "")
        self._language, self._filter = language or self._language or first, filter_ or self._filter
        self._languages.replace(
            [ChoiceRow(code, feed.languages[code].name) for code in others] if feed else []
        )
        self._refused = ""
        self.refresh()
        shown = [each for each in self._units.values() if self._is_wanted(each)]
        self._rows.replace([self._row(each) for each in shown])
        self.changed.emit()

    def refresh(self) -> None:
        """Update from the current project; the list itself stays unchanged while somebody writes in it."""
        if not self._language:
            return
        try:
            self._texts = read_texts(self._studio.project.texts)
        except ContentError as bad:
            self._studio.say(error_message(bad))
            return
        self._units = {each.id: each for each in self._texts.units(self._language)}
        feed = self._studio.feed
        counts = missing_by_screen(feed, self._units.values(), self._language) if feed else {}
        self._screens.replace([ChoiceRow(name, self._count(name, count)) for name, count in counts.items()])
        self.changed.emit()

    def _count(self, screen: str, count: int) -> str:
        feed, language = self._studio.feed, self._studio.language
        name = screen_name(feed, screen, language) if feed else screen
        sentence = (
            tr("{screen}: {count} {count:text|texts} missing", screen=name, count=count)
            if count
            else tr("{screen}: complete", screen=name)
        )
        return in_language(sentence, language)

    def _is_wanted(self, unit: Unit) -> bool:
        if self._filter == "todo":
            return unit.state is not TranslationState.DONE
        return self._filter in {"all", unit.state.value}

    def _row(self, unit: Unit) -> SourceTextRow:
        feed, language = self._studio.feed, self._studio.language
        names = [part_name(feed, unit.file, language), place_name(feed, unit.path, language)]
        return SourceTextRow(unit.id, " · ".join(names), unit.source)

    @Slot(str, result=str)
    def target(self, key: str) -> str:
        """Return the translation of a text."""
        return self._units[key].target if key in self._units else ""

    @Slot(str, result=str)
    def state(self, key: str) -> str:
        """Return the state of a translation, and who has reviewed it."""
        unit = self._units.get(key)
        if not unit or not self._texts:
            return ""
        state = in_language(words.STATES[unit.state.value], self._studio.language)
        origin = self._texts.origins.get(self._language, {}).get(unit.file, {}).get(unit.place)
        if not origin or not origin.reviewer:
            return state
        read = tr("read by {name} on {date}", name=origin.reviewer, date=origin.date)
        return f"{state}, {in_language(read, self._studio.language)}"

    @Slot(str, str)
    def write(self, key: str, text: str) -> None:
        """Translate a text; an empty translation is ignored."""
        unit = self._units.get(key)
        if unit and text.strip() and text != unit.target:
            self._take(
                translation_work.with_translation(self._studio.project.texts, unit, self._language, text)
            )

    @Slot(str, str)
    def review(self, key: str, name: str) -> None:
        """Record that a speaker has reviewed a translation today."""
        unit, review = self._units.get(key), self._review(name)
        if not review:
            self._studio.say(words.MISSING_READER)
        elif unit and unit.target:
            self._take(translation_work.reviewed(self._studio.project.texts, unit, self._language, review))

    def _review(self, name: str) -> Review | None:
        plain = name.strip()
        fits = 0 < len(plain) <= LONGEST_NAME and plain.isprintable()
        return Review(f"{self._studio.today}", plain) if fits else None

    def _take(self, plan: ImportPlan) -> None:
        self._refused = "\n".join(in_language(each.message, self._studio.language) for each in plan.problems)
        if plan.files:
            self._studio.change("translation", plan.files)
        self.changed.emit()

    @Slot(QUrl)
    def exportTo(self, file: QUrl) -> None:
        """Write the texts for a translator, as XLIFF or PO depending on the file extension."""
        path = Path(file.toLocalFile())
        if not path.suffix:
            path = path.with_suffix(".xlf")
        try:
            count = translation_work.exported(self._studio.project.texts, self._language, path)
        except (ContentError, OSError, ImportError) as bad:
            self._studio.say(error_message(bad))
            return
        self._studio.say(tr("{count} {count:text is|texts are} in {file}", count=count, file=path.name))

    @Slot(QUrl, str)
    def importFrom(self, file: QUrl, reader: str) -> None:
        """Import a translator's file; refused texts are listed, and all others are imported."""
        texts, path = self._studio.project.texts, Path(file.toLocalFile())
        try:
            plan = translation_work.imported(texts, self._language, path, self._review(reader))
        except (ContentError, OSError, ImportError) as bad:
            self._studio.say(error_message(bad))
            return
        self._take(plan)
        refused = self._refused
        self.open("", "")
        self._refused = refused
        count, left = len(plan.changed), len(plan.problems)
        self._studio.say(tr("{count} {count:text|texts} taken, {left} refused", count=count, left=left))

    @Property(str, notify=changed)
    def refused(self) -> str:
        """Why the texts written or imported last were refused."""
        return self._refused

    @Property(str, notify=changed)
    def key(self) -> str:
        """The language."""
        return self._language

    @Property(str, notify=changed)
    def filter(self) -> str:
        """Which texts are listed."""
        return self._filter

    @Property(Rows, constant=True)
    def rows(self) -> Rows[SourceTextRow]:
        """The texts."""
        return self._rows

    @Property(Rows, constant=True)
    def languages(self) -> Rows[ChoiceRow]:
        """All languages but the main one."""
        return self._languages

    @Property(Rows, constant=True)
    def filters(self) -> Rows[ChoiceRow]:
        """The filters to choose from."""
        return self._filters

    @Property(Rows, constant=True)
    def screens(self) -> Rows[ChoiceRow]:
        """The number of texts that each screen lacks."""
        return self._screens
