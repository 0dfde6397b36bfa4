"""The visits page: the report on a month or a quarter, from a folder with figures of the screens.

Figures are read and reports are written on a thread of the pool, which touches no object of the window.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QThreadPool, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk import report_pdf, system
from kiosk.feed.message_catalog import error_message, in_language, tr
from kiosk.feed.models import Feed
from kiosk.frozen import frozen
from kiosk.studio.core import visit_report
from kiosk.studio.core.visit_report import VisitFigures
from kiosk.studio.window import words
from kiosk.studio.window.rows_shown import ChoiceRow
from kiosk.ui.date_names import month_name
from kiosk.ui.rows import Rows
from kiosk.usage.figure_files import FigureSourcesError
from kiosk.usage.html_report import html_page
from kiosk.usage.released_figures import Days, month_of
from kiosk.usage.report_content import Report

if TYPE_CHECKING:
    from kiosk.studio.window.studio_model import StudioModel

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1


@frozen
class _FolderRead:
    """What was read from a folder, or why it could not be read."""

    figures: VisitFigures | None = None
    period: Days | None = None
    report: Report | None = None
    problem: str = ""


@QmlElement
@QmlUncreatable("made in Python")
class VisitsModel(QObject):  # type: ignore[operator]  # the decorator takes a reason
    """The figures of one folder, and the report on one of its periods."""

    changed = Signal()
    _read = Signal(int, object)
    _saved = Signal(str, object)  # as `str`, a message would lose its template

    def __init__(self, studio: StudioModel) -> None:
        super().__init__(studio)
        self._studio, self._folder, self._result = studio, "", _FolderRead()
        self._turn, self._busy = 0, False
        self._periods: Rows[ChoiceRow] = Rows(ChoiceRow, self)
        self._read.connect(self._take)
        self._saved.connect(self._tell)

    @Slot(QUrl)
    def openFolder(self, folder: QUrl) -> None:
        """Read the figures in a chosen folder."""
        self.open(folder.toLocalFile())

    @Slot(str)
    def open(self, folder: str) -> None:
        """Read a folder, and report on the period already shown or on its newest month that is over."""
        same, self._folder = folder.strip() == self._folder, folder.strip()
        before = self._result.period if same else None
        path, today = Path(self._folder), self._studio.today
        feed, language = self._studio.feed, self._studio.language

        def read() -> _FolderRead:
            figures = visit_report.read_figures(path, feed, today)
            kept = before if before in figures.periods else None
            return _reported(figures, kept or figures.newest_month(today), feed, language)

        if self._folder:
            self._start(read)
        else:
            self._turn += 1
            self._take(self._turn, _FolderRead())

    @Slot(str)
    def choose(self, key: str) -> None:
        """Report on another period."""
        figures = self._result.figures
        period = next((each for each in figures.periods if _key(each) == key), None) if figures else None
        if figures and period:
            feed, language = self._studio.feed, self._studio.language
            self._start(lambda: _reported(figures, period, feed, language))

    @Slot()
    def enter(self) -> None:
        """Read the folder again: it may have more files, and the feed may have other names."""
        self.open(self._folder)

    def _start(self, work: Callable[[], _FolderRead]) -> None:
        self._turn += 1
        self._busy = True
        self.changed.emit()
        turn, emit = self._turn, self._read.emit

        def run() -> None:
            result = _FolderRead(problem=words.UNEXPECTED)
            try:
                result = work()
            except (FigureSourcesError, OSError) as bad:
                result = _FolderRead(problem=error_message(bad))
            finally:
                emit(turn, result)  # otherwise the page would wait forever

        QThreadPool.globalInstance().start(run)

    @Slot(int, object)
    def _take(self, turn: int, result: _FolderRead) -> None:
        if turn != self._turn:  # another folder or period was chosen in the meantime
            return
        self._result, self._busy = result, False
        periods = result.figures.periods if result.figures else ()
        rows = [ChoiceRow(_key(each), self._period_name(each)) for each in periods]
        if rows != list(self._periods.rows):
            self._periods.replace(rows)
        self.changed.emit()

    def _period_name(self, period: Days) -> str:
        language = self._studio.language
        first, last = (month_name(language, each.month) for each in period)
        if month_of(period.first) == period:
            return f"{first[0].upper()}{first[1:]} {period.first.year}"
        span = tr("{first} to {last} {year}", first=first, last=last, year=period.first.year)
        text = in_language(span, language)
        return f"{text[0].upper()}{text[1:]}"

    @Slot(QUrl, str)
    def save(self, file: QUrl, form: str) -> None:
        """Save the report as `html` for the office or as `pdf` for the board, and open it."""
        report, path = self._result.report, Path(file.toLocalFile())
        if not report:
            return
        if path.suffix.lower() != f".{form}":
            path = path.with_name(f"{path.name}.{form}")
        self._studio.say(tr("{file} is being written …", file=path.name))
        emit = self._saved.emit

        def run() -> None:
            problem: str = words.UNEXPECTED
            try:
                if form == "pdf":
                    report_pdf.write_pdf(report, path)
                else:
                    system.write_atomically(path, html_page(report).encode())
                problem = ""
            except OSError as bad:
                problem = tr(
                    "{file} cannot be written: {reason}", file=path.name, reason=bad.strerror or str(bad)
                )
            finally:
                emit(str(path), problem)

        QThreadPool.globalInstance().start(run)

    @Slot(str, object)
    def _tell(self, file: str, problem: str) -> None:
        if problem:
            self._studio.say(problem)
            return
        self._studio.say(tr("The report is saved as {file}.", file=Path(file).name))
        QDesktopServices.openUrl(QUrl.fromLocalFile(file))

    @Property(str, notify=changed)
    def folder(self) -> str:
        """The folder with the figures."""
        return self._folder

    @Property(str, notify=changed)
    def wrong(self) -> str:
        """Why there is no report; empty if there is one."""
        text = "" if self._busy else in_language(self._result.problem, self._studio.language)
        return f"{text[:1].upper()}{text[1:]}"

    @Property(str, notify=changed)
    def note(self) -> str:
        """What is missing from the report."""
        result = self._result
        if not result.figures or not result.period:
            return ""
        few = "" if visit_report.has_visits(result.figures, result.period) else visit_report.TOO_FEW
        left_out = visit_report.left_out_words(result.figures.left_out)
        return "\n".join(in_language(each, self._studio.language) for each in (few, left_out) if each)

    @Property(Rows, constant=True)
    def periods(self) -> Rows[ChoiceRow]:
        """The months and quarters that have figures."""
        return self._periods

    @Property(str, notify=changed)
    def period(self) -> str:
        """The month or quarter of the report."""
        return _key(self._result.period) if self._result.period else ""

    @Property(str, notify=changed)
    def title(self) -> str:
        """The title of the report; empty if there is none."""
        return self._result.report.title if self._result.report else ""

    @Property(str, notify=changed)
    def text(self) -> str:
        """The sentences of the report as HTML."""
        return _as_html(self._result.report) if self._result.report else ""

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether figures are being read."""
        return self._busy


def _reported(figures: VisitFigures, period: Days, feed: Feed | None, language: str) -> _FolderRead:
    return _FolderRead(figures, period, visit_report.write_visit_report(figures, period, feed, language))


def _key(period: Days) -> str:
    return f"{period.first}/{period.last}"


def _as_html(report: Report) -> str:
    """Return the title, headings, sentences and notes of a report."""
    parts = [f"<h2>{escape(report.title)}</h2>"]
    for section in report.sections:
        parts.append(f"<h3>{escape(section.heading)}</h3>")
        parts += (f"<p>{escape(sentence)}</p>" for sentence in section.sentences)
    return "".join((*parts, "<hr>", *(f"<p>{escape(note)}</p>" for note in report.notes)))
