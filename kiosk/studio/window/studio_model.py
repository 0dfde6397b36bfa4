"""The model of the window: the open project, and the models of its pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import Property, QObject, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.feed.message_catalog import error_message, in_language, tr
from kiosk.feed.models import Feed
from kiosk.feed.problems import Problem
from kiosk.studio.core.project import CheckResult, Files, Project
from kiosk.studio.core.slide_files import file_of, with_slide
from kiosk.studio.core.yaml_edit import EditError
from kiosk.studio.drawing.draw_client import DrawClient
from kiosk.studio.drawing.draw_requests import DrawnFault, DrawnFeed
from kiosk.studio.window import compared_pictures, preview_model, slides_model, words
from kiosk.studio.window.autosave import Autosave
from kiosk.studio.window.conflict_model import ConflictModel
from kiosk.studio.window.drawn_pictures import DrawnPictures
from kiosk.studio.window.follow_model import FollowModel
from kiosk.studio.window.home_model import HomeModel
from kiosk.studio.window.language_model import LanguageModel
from kiosk.studio.window.office_model import OfficeModel
from kiosk.studio.window.playlist_model import PlaylistModel
from kiosk.studio.window.proposal_model import ProposalModel
from kiosk.studio.window.publish_model import PublishModel
from kiosk.studio.window.quick_model import QuickModel
from kiosk.studio.window.release_model import ReleaseModel
from kiosk.studio.window.rows_shown import text_in
from kiosk.studio.window.slide_model import SlideModel
from kiosk.studio.window.slides_model import SlidesModel
from kiosk.studio.window.topic_model import TopicModel
from kiosk.studio.window.typing_check import Steps, TypingCheck
from kiosk.studio.window.visits_model import VisitsModel
from kiosk.studio.window.week_model import WeekModel

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made in Python")
class StudioModel(QObject):  # type: ignore[operator]  # the decorator takes a reason
    """One open project, its site and its keys; `clock` returns the time, `drawing` may be running already."""

    changed = Signal()

    def __init__(
        self,
        project: Project,
        site: str,
        keys: Path,
        language: str,
        clock: Callable[[], datetime],
        drawing: DrawClient | None = None,
    ) -> None:
        super().__init__()
        self.project, self._clock, self.language = project, clock, language
        self._message, self._has_begun = "", False
        self.pictures = DrawnPictures()
        self.drawing = drawing or DrawClient()
        self.drawing.setParent(self)
        self.drawing.drawn.connect(self._drawn)
        self.follow_model, self.home_model = FollowModel(self), HomeModel(self)
        self.slides_model, self.slide_model = SlidesModel(self), SlideModel(self)
        self._quick = QuickModel(self)
        self.publish_model = PublishModel(self, site, keys)
        self.release_model = ReleaseModel(self)
        self.conflict_model, self.proposal_model = ConflictModel(self), ProposalModel(self)
        self.office_model, self.topic_model = OfficeModel(self), TopicModel(self)
        self.language_model = LanguageModel(self)
        self.playlist_model, self.week_model = PlaylistModel(self), WeekModel(self)
        self.visits_model = VisitsModel(self)
        after = self.proposal_model.refresh, self.release_model.refresh
        for each in (self.slide_model.file_taker.put_waiting, *after):
            self.publish_model.finished.connect(each)
        self.publish_model.changed.connect(self.changed)
        self._typing_check = TypingCheck(self._check_in_steps, self)
        self._typing_check.done.connect(self._take_in)
        self._autosave = Autosave(project, lambda: self.publish_model.is_busy, self.say, self)
        self.feed: Feed | None = None
        self._drawn_at = self.now()
        self.problems: list[Problem] = []
        self._take_in(project.read())  # the rest of the check follows once the window is shown
        self._typing_check.key_pressed()

    def now(self) -> datetime:
        """Return the current time."""
        return self._clock()

    @property
    def main_language(self) -> str:
        """The main language of the feed: Swedish if it has that, otherwise the first one."""
        known = self.feed.languages if self.feed else {}
        return "sv" if not known or "sv" in known else next(iter(known))

    @property
    def other_language(self) -> str:
        """The language first edited beside the main one: English if the feed has it, else another or none."""
        known = [code for code in (self.feed.languages if self.feed else ()) if code != self.main_language]
        return "en" if "en" in known else next(iter(known), "")

    @property
    def today(self) -> date:
        """Today's date at the offices."""
        return self.now().astimezone(self.feed.zone).date() if self.feed else self.now().date()

    def say(self, message: str) -> None:
        """Show a line at the bottom of the window."""
        self._message = in_language(message, self.language)
        self.changed.emit()

    def change(self, label: str, files: Files) -> None:
        """Change files as one undo step, and save them within a second."""
        try:
            self.project.change(label, files)
        except EditError as bad:
            self.say(error_message(bad))
            return
        self.after_change()

    def after_change(self) -> None:
        """Save and show a change of the project."""
        self._autosave.soon()
        self.refresh()

    def after_typing(self, slide: str = "") -> None:
        """Draw the edited slide at once, and check the change when no key is pressed for a moment."""
        self._autosave.soon()
        self._typing_check.key_pressed()
        text = self.project.texts.get(file_of(slide), b"")
        if slide and self.feed and (feed := with_slide(self.feed, slide, text)):
            self._use(feed)
        self.changed.emit()

    def _use(self, feed: Feed) -> None:
        """Show a feed and draw from it, unless it is the current one and drawn for the same minute."""
        now = self.now().replace(second=0, microsecond=0)
        if feed != self.feed or now != self._drawn_at:
            self.feed, self._drawn_at = feed, now
            self.drawing.use(DrawnFeed(feed, self.project.folder, now))

    def refresh(self) -> None:
        """Check the current feed and show it, unless a publishing thread owns the project."""
        self._typing_check.stop()
        if not self.publish_model.is_busy:
            self._take_in(self.project.checked(self.now()))

    def _check_in_steps(self) -> Steps | None:
        """Return the steps of a check; None while something is published or the first pictures are drawn."""
        self._has_begun = self._has_begun or self.drawing.is_idle
        if self.publish_model.is_busy or not self._has_begun:
            return None
        return self.project.check_in_steps(self.now())

    @Slot(object)
    def _take_in(self, found: CheckResult) -> None:
        checked, self.problems = found
        rights = self.project.rights
        if rights.office:
            self.problems = [each for each in self.problems if rights.may_change(each.position.file)]
        if checked.valid_parts:
            self._use(checked.valid_parts)
        self.documents = checked.documents
        self.home_model.show()
        self.changed.emit()
        slides = self.slides_model, self.slide_model
        pages = self.office_model, self.topic_model, self.playlist_model, self.week_model
        for page in (*slides, *pages, self.language_model):
            page.refresh()
        self.release_model.compare()

    @Slot(str, QImage, list)
    def _drawn(self, key: str, image: QImage, faults: list[DrawnFault]) -> None:
        if not image.isNull():
            self.pictures.put(key, image)
        if key == preview_model.KEY:
            self.slide_model.preview_model.take(faults)
        elif key.startswith(slides_model.PREFIX):
            self.slides_model.take_picture(key)
        elif key.startswith(compared_pictures.AFTER):
            self.release_model.take_picture(key)
        else:
            self.home_model.show()

    @Property("QVariantMap", constant=True)  # type: ignore[arg-type]  # PySide takes the name of a type
    def words(self) -> dict[str, str]:
        """The texts of the window."""
        return words.in_words(self.language)

    @Property(HomeModel, constant=True)
    def home(self) -> HomeModel:
        """The first page."""
        return self.home_model

    @Property(SlideModel, constant=True)
    def slide(self) -> SlideModel:
        """The slide that is being edited."""
        return self.slide_model

    @Property(SlidesModel, constant=True)
    def slides(self) -> SlidesModel:
        """All slides."""
        return self.slides_model

    @Property(QuickModel, constant=True)
    def quick(self) -> QuickModel:
        """Urgent notices and closed days."""
        return self._quick

    @Property(PublishModel, constant=True)
    def publishing(self) -> PublishModel:
        """Publishing to the site."""
        return self.publish_model

    @Property(ReleaseModel, constant=True)
    def release(self) -> ReleaseModel:
        """The changes that a publish would make, and the earlier versions."""
        return self.release_model

    @Property(ConflictModel, constant=True)
    def conflicts(self) -> ConflictModel:
        """Values that two people have changed differently."""
        return self.conflict_model

    @Property(ProposalModel, constant=True)
    def proposals(self) -> ProposalModel:
        """Proposals that wait for a signature."""
        return self.proposal_model

    @Property(OfficeModel, constant=True)
    def office(self) -> OfficeModel:
        """One office."""
        return self.office_model

    @Property(TopicModel, constant=True)
    def topic(self) -> TopicModel:
        """One topic."""
        return self.topic_model

    @Property(PlaylistModel, constant=True)
    def playlist(self) -> PlaylistModel:
        """One playlist."""
        return self.playlist_model

    @Property(WeekModel, constant=True)
    def week(self) -> WeekModel:
        """A week of one screen."""
        return self.week_model

    @Property(LanguageModel, constant=True)
    def translations(self) -> LanguageModel:
        """The translations into one language."""
        return self.language_model

    @Property(VisitsModel, constant=True)
    def visits(self) -> VisitsModel:
        """The figures of the visits, and the report on them."""
        return self.visits_model

    @Property(str, notify=changed)
    def message(self) -> str:
        """The result of the last action."""
        return self._message

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether something is being published."""
        return self.publish_model.is_busy

    @Property(bool, notify=changed)
    def canUndo(self) -> bool:
        """Whether a change can be undone."""
        return self.project.can_undo and not self.publish_model.is_busy

    @Property(bool, notify=changed)
    def canRedo(self) -> bool:
        """Whether an undone change can be redone."""
        return self.project.can_redo and not self.publish_model.is_busy

    @Property(str, notify=changed)
    def name(self) -> str:
        """The name of the feed."""
        return self.feed.name.in_first(self.feed.chain(self.language)).text if self.feed else ""

    @Property(str, notify=changed)
    def ownOffice(self) -> str:
        """The name of the one office that may be changed; empty if everything may."""
        office = self.project.rights.office
        if not self.feed or office not in self.feed.offices:
            return office
        return text_in(self.feed, self.feed.offices[office].name, self.language)

    @Property(str, notify=changed)
    def rightsText(self) -> str:
        """What this person may change, unless it is everything."""
        sentence = tr(
            "You can change the hours, notices and slides of {office}. You can look at the rest.",
            office=self.ownOffice,
        )
        return in_language(sentence, self.language) if self.ownOffice else ""

    @Property(str, notify=changed)
    def todayText(self) -> str:
        """Today as year-month-day."""
        return f"{self.today}"

    @Slot()
    def undo(self) -> None:
        """Undo the last change."""
        if self.canUndo:
            self.project.undo()
            self.after_change()

    @Slot()
    def redo(self) -> None:
        """Redo the last undone change."""
        if self.canRedo:
            self.project.redo()
            self.after_change()

    @Slot(result=bool)
    def saveNow(self) -> bool:
        """Save the changed files; return whether this succeeded and nobody else changed the same values."""
        return self._autosave.save()

    def close(self) -> None:
        """Save, and stop all running work."""
        QThreadPool.globalInstance().waitForDone()
        self.publish_model.is_busy = False  # the thread has ended, and its result no longer matters
        self.slide_model.leave()
        self.saveNow()
        self._autosave.stop()
        self._typing_check.stop()
        for each in (self.slide_model.file_taker, self.drawing, self.home_model, self.release_model):
            each.close()
        self.proposal_model.close()
