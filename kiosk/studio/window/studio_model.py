"""What the window shows and does: the view-model of all its pages.

Publishing runs on a thread of the pool, which touches no object of Qt; meanwhile `busy` keeps the pages from
editing. Everything else is quick and happens at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import Property, QObject, QThreadPool, QTimer, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.drawn_checks import pictures as media_checks
from kiosk.feed.feed_reader import CheckedFeed
from kiosk.feed.message_catalog import in_language, of_error, tr
from kiosk.feed.models import Feed
from kiosk.feed.problems import Problem
from kiosk.media.preparation import Prepared
from kiosk.publish.publish_errors import PublishError
from kiosk.studio.core import overview, publishing
from kiosk.studio.core.project import Files, Project
from kiosk.studio.core.quick_actions import UrgentNotice, closed_files, notice_files
from kiosk.studio.core.ready_made import TEXTS, texts_for
from kiosk.studio.core.yaml_edit import EditError
from kiosk.studio.drawing.draw_client import DrawClient
from kiosk.studio.drawing.draw_requests import DrawnFeed, DrawRequest
from kiosk.studio.window import words
from kiosk.studio.window.pictures import DrawnPictures
from kiosk.studio.window.rows_shown import ChoiceRow, ScreenRow, screen_row, slide_name, text_in
from kiosk.studio.window.slide_model import SlideModel
from kiosk.ui.rows import Rows

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

SAVE_MS = 1000
_TIME = re.compile(r"([01]?\d|2[0-3]):[0-5]\d")


@QmlElement
@QmlUncreatable("made in Python")
class StudioModel(QObject):  # type: ignore[operator]  # the decorator takes a reason
    """One open project, its site and its keys; `clock` gives the time."""

    changed = Signal()
    finished = Signal(str)  # what became of a publish; empty after a success
    _ended = Signal(object)

    def __init__(
        self, project: Project, site: str, keys: Path, language: str, clock: Callable[[], datetime]
    ) -> None:
        super().__init__()
        self.project, self._site, self._keys, self._language = project, site, keys, language
        self._clock = clock
        self._message, self._busy = "", False
        self.pictures = DrawnPictures()
        self.drawing = DrawClient(self)
        self.drawing.drawn.connect(self._drawn)
        self._screens: Rows[ScreenRow] = Rows(ScreenRow, self)
        self._offices: Rows[ChoiceRow] = Rows(ChoiceRow, self)
        self._presets: Rows[ChoiceRow] = Rows(ChoiceRow, self)
        self._endings: Rows[ChoiceRow] = Rows(ChoiceRow, self)
        self._slide = SlideModel(self)
        self._save = QTimer(self, interval=SAVE_MS, singleShot=True)
        self._save.timeout.connect(self.saveNow)
        self._ended.connect(self._end)
        self.feed: Feed | None = None
        self.problems: list[Problem] = []
        self.look_again()

    def now(self) -> datetime:
        """Return the time."""
        return self._clock()

    @property
    def language(self) -> str:
        """The language of the window."""
        return self._language

    @property
    def today(self) -> date:
        """The day that it is at the offices."""
        return self.now().astimezone(self.feed.zone).date() if self.feed else self.now().date()

    def say(self, message: str) -> None:
        """Show a line at the foot of the window."""
        self._message = in_language(message, self._language)
        self.changed.emit()

    def change(self, label: str, files: Files) -> None:
        """Change files as one step that can be undone, and save them in a second."""
        self.project.change(label, files)
        self.after_change()

    def after_change(self) -> None:
        """Take in a change of the project."""
        self._save.start()
        self.look_again()

    def look_again(self) -> None:
        """Read the feed as it is now, and show it."""
        checked, self.problems = self.project.checked(self.now())
        if checked.sound:
            self.feed = checked.sound
            self.drawing.use(DrawnFeed(self.feed, self.project.folder, self.now()))
        self.documents = checked.documents
        self._show()
        self._slide.look_again()

    def _show(self) -> None:
        feed = self.feed
        if feed:
            on = overview.screens_now(feed, self.problems, self.now())
            self._screens.replace(
                [screen_row(feed, each, self._language, self.pictures.address) for each in on]
            )
            offices = {name: text_in(feed, each.name, self._language) for name, each in feed.offices.items()}
            self._offices.replace([ChoiceRow(*each) for each in offices.items()])
            presets = {kind: TEXTS[kind].get(self._language, TEXTS[kind]["en"]) for kind in TEXTS}
            self._presets.replace([ChoiceRow(*each) for each in presets.items()])
            self._endings.replace([self._ending(feed, each) for each in overview.ending(feed, self.today)])
        self.changed.emit()

    def _ending(self, feed: Feed, each: overview.Ending) -> ChoiceRow:
        kind, _, name = each.file.removesuffix(".yaml").partition("/")
        title = slide_name(feed, name, self._language) if kind == "slides" else name
        return ChoiceRow(each.file, f"{each.day:%Y-%m-%d}  {title}")

    @Slot()
    def drawHome(self) -> None:
        """Draw what each screen shows."""
        if self.feed:
            for on in overview.screens_now(self.feed, (), self.now()):
                if on.slides:
                    language = self.feed.screens[on.screen].turns[0]
                    self.drawing.ask(DrawRequest(f"home/{on.screen}", on.screen, on.slides[0], language))

    @Slot(str, QImage, list)
    def _drawn(self, key: str, image: QImage, findings: list[str]) -> None:
        if not image.isNull():
            self.pictures.put(key, image)
        if key.startswith("slide/"):
            self._slide.drawn(findings)
        self._show()

    @Property("QVariantMap", constant=True)  # type: ignore[arg-type]  # PySide takes the name of a type
    def words(self) -> dict[str, str]:
        """The words of the window."""
        return words.in_words(self._language)

    @Property(Rows, constant=True)
    def screens(self) -> Rows[ScreenRow]:
        """The screens as they are now."""
        return self._screens

    @Property(Rows, constant=True)
    def offices(self) -> Rows[ChoiceRow]:
        """The offices."""
        return self._offices

    @Property(Rows, constant=True)
    def presets(self) -> Rows[ChoiceRow]:
        """The ready-made notices."""
        return self._presets

    @Property(Rows, constant=True)
    def endings(self) -> Rows[ChoiceRow]:
        """What ends this week."""
        return self._endings

    @Property(SlideModel, constant=True)
    def slide(self) -> SlideModel:
        """The slide that is being written."""
        return self._slide

    @Property(str, notify=changed)
    def message(self) -> str:
        """What became of the last action."""
        return self._message

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether something is being published."""
        return self._busy

    @Property(bool, notify=changed)
    def canUndo(self) -> bool:
        """Whether a change can be undone."""
        return self.project.can_undo and not self._busy

    @Property(bool, notify=changed)
    def canRedo(self) -> bool:
        """Whether an undone change can be made again."""
        return self.project.can_redo and not self._busy

    @Property(str, notify=changed)
    def name(self) -> str:
        """The name of the feed."""
        return text_in(self.feed, self.feed.name, self._language) if self.feed else ""

    @Property(str, notify=changed)
    def todayText(self) -> str:
        """Today as year-month-day."""
        return f"{self.today}"

    @Slot()
    def beginSlide(self) -> None:
        """Begin a new slide, on every screen at first."""
        self._slide.begin(
            in_language(words.WORDS["newSlide"], "sv"), list(self.feed.screens) if self.feed else []
        )

    @Slot(str, str, result=str)
    def preset(self, kind: str, language: str) -> str:
        """Return a ready-made text."""
        return TEXTS.get(kind, {}).get(language, "")

    @Slot(str, str, str, list, str, str, result=bool)
    def publishNotice(
        self, kind: str, swedish: str, english: str, screens: list[str], until: str, time: str
    ) -> bool:
        """Show a notice on the screens; return False, with a message, if something is missing."""
        texts = texts_for(kind, self.feed.languages) if kind in TEXTS and self.feed else {}
        if texts and (swedish, english) != (self.preset(kind, "sv"), self.preset(kind, "en")):
            texts = {}  # the other languages would say something else
        known = self.feed.languages if self.feed else {}
        written = {"sv": swedish, "en": english}
        texts |= {code: each for code, each in written.items() if each.strip() and code in known}
        day = _day(until)
        for missing, message in (
            (not texts, words.MISSING_TEXT),
            (not screens, words.MISSING_SCREEN),
            (day is None or day < self.today, words.MISSING_END),
            (bool(time.strip()) and not _TIME.fullmatch(time.strip()), words.BAD_TIME),
        ):
            if missing:
                self.say(message)
                return False
        assert day  # noqa: S101  # it was looked at
        notice = UrgentNotice(texts, screens, day, time.strip())
        self.change("notice", notice_files(self.project, notice, self.today))
        self.publish()
        return True

    @Slot(str, str, str, result=bool)
    def publishClosed(self, office: str, first: str, last: str) -> bool:
        """Close an office on some days; return False, with a message, if the days cannot be read."""
        begin, end = _day(first), _day(last)
        if not begin or not end or end < begin or not self.feed or office not in self.feed.offices:
            self.say(words.BAD_DAYS)
            return False
        try:
            self.change("closed", closed_files(self.project, self.feed, office, begin, end))
        except EditError as bad:
            self.say(of_error(bad))
            return False
        self.publish()
        return True

    @Slot()
    def publish(self) -> None:
        """Publish everything; a slide that was begun and not written is not part of it."""
        if self._slide.untouched:
            self.say(words.MISSING_TEXT)
            return
        self._run(words.PUBLISHING, self._publish)

    @Slot()
    def undoPublish(self) -> None:
        """Let the screens show again what they showed before."""
        self._run(words.GOING_BACK, self._undo_publish)

    def _publish(self) -> str:
        done = publishing.publish(self.project, self._site, self._keys, self.now(), _media_problems)
        if done.errors:
            first = done.errors[0]
            return tr("Not published. {file}: {message}", file=first.position.file, message=first.message)
        if done.conflicts:
            both = [each.file for each in done.conflicts]
            return tr("Not published: somebody else has changed the same: {files}", files=both)
        if done.brought_in:
            return tr(
                "Published, together with {count} changes of others. The screens follow within a minute.",
                count=len(done.brought_in),
            )
        return tr("Published. The screens follow within a minute.")

    def _undo_publish(self) -> str:
        publishing.undo_last(self.project, self._site, self._keys, self.now())
        return tr("The screens show again what they showed before, within a minute.")

    def _run(self, message: str, action: Callable[[], str]) -> None:
        if not self._site:
            self.say(words.NO_SITE)
            return
        if self._busy:
            return
        self.saveNow()
        self._busy = True
        self.say(message)

        def run() -> None:
            said: str = tr("Something unexpected went wrong. Look at the screens before you try again.")
            try:
                said = action()
            except (PublishError, OSError) as bad:
                said = of_error(bad)
            finally:
                self._ended.emit(said)  # or the window would wait for ever

        QThreadPool.globalInstance().start(run)

    @Slot(object)
    def _end(self, said: str) -> None:
        self._busy = False
        self.say(said)
        self.look_again()
        self.drawHome()
        self.finished.emit(self._message)

    @Slot()
    def undo(self) -> None:
        """Take the last change back."""
        if self.project.can_undo:
            self.project.undo()
            self.after_change()

    @Slot()
    def redo(self) -> None:
        """Make an undone change again."""
        if self.project.can_redo:
            self.project.redo()
            self.after_change()

    @Slot()
    def saveNow(self) -> None:
        """Write what has changed to the folder."""
        self._save.stop()
        clashes = self.project.save()
        if clashes:
            self.say(tr("Somebody else has saved {files} too; their text is kept beside it", files=clashes))

    def close(self) -> None:
        """Save, and end what runs."""
        QThreadPool.globalInstance().waitForDone()
        self.saveNow()
        self.drawing.close()


def _media_problems(checked: CheckedFeed, prepared: Prepared) -> list[Problem]:
    return list(media_checks.problems(prepared, (), checked.documents))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def wall_clock() -> datetime:
    """Return the time of this machine."""
    return datetime.now(UTC)
