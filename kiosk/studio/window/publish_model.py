"""Publish, roll back, and show the result.

Both run on a thread of the pool, which touches no Qt object. Meanwhile that thread owns the project: the
pages of the window are disabled, and nothing is saved, undone or read.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QThreadPool, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.drawn_checks import media_problems as media_checks
from kiosk.feed.feed_reader import CheckedFeed
from kiosk.feed.message_catalog import error_message, tr
from kiosk.feed.problems import Problem
from kiosk.media.preparation import Prepared
from kiosk.publish.publish_errors import PublishError, WaitingError
from kiosk.studio.core import office_publishing, publishing
from kiosk.studio.core.publishing import PublishOutcome
from kiosk.studio.core.settlement import NOTHING_SETTLED, Settlement
from kiosk.studio.window import words

if TYPE_CHECKING:
    from kiosk.studio.window.studio_model import StudioModel

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made in Python")
class PublishModel(QObject):  # type: ignore[operator]  # the decorator takes a reason
    """The site of the open project, and the keys that sign for it."""

    changed = Signal()
    finished = Signal()
    _ended = Signal(object)

    def __init__(self, studio: StudioModel, site: str, keys: Path) -> None:
        super().__init__(studio)
        self._studio, self.site, self.keys = studio, site, keys
        self.is_busy = False
        self._version = 0
        """The version that the last action published; 0 if it published none."""

        self._ended.connect(self._end)

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether something is being published."""
        return self.is_busy

    @Slot()
    def publish(self) -> None:
        """Publish everything; refused while a new slide has not been edited."""
        if self._studio.slide_model.untouched:
            self._studio.say(words.MISSING_TEXT)
            return
        taker = self._studio.slide_model.file_taker
        taker.when_there(lambda: self.publish_settled(NOTHING_SETTLED))

    def publish_settled(self, settlement: Settlement) -> None:
        """Publish everything, with conflicts settled as given."""
        self.run(words.PUBLISHING, lambda: self._publish(settlement))

    @Slot()
    def undoPublish(self) -> None:
        """Publish again what the screens showed before."""
        self.run(words.GOING_BACK, lambda: self._go_back(None))

    def _publish(self, settlement: Settlement) -> str | PublishOutcome:
        project, now = self._studio.project, self._studio.now()
        if project.rights.office:  # screens report which version of the feed they show, not of an office
            mine = office_publishing.open_office(self.site, self.keys, now)
            done = office_publishing.publish(project, mine, settlement)
        else:
            publisher = publishing.open_publisher(self.site, self.keys, now)
            done = publishing.publish_settled(project, publisher, _media_problems, settlement)
            self._version = done.version
        if any(each.conflict for each in done.conflicts):
            return done
        if done.errors:
            first = done.errors[0]
            return tr("Not published. {file}: {message}", file=first.position.file, message=first.message)
        if done.conflicts:
            refused = [each.file for each in done.conflicts]
            return tr("Not published: bring in by hand what others have changed in {files}", files=refused)
        if done.merged:
            return tr(
                "Published, together with {count} {count:change|changes} of others. "
                "The screens follow within a minute.",
                count=len(done.merged),
            )
        return tr("Published. The screens follow within a minute.")

    @Slot(int)
    def returnTo(self, version: int) -> None:
        """Publish an earlier version again."""
        self.run(words.GOING_BACK, lambda: self._go_back(version))

    def _go_back(self, version: int | None) -> str:
        project, now = self._studio.project, self._studio.now()
        self._version = publishing.go_back(project, self.site, self.keys, now, version)
        return tr("The screens show again what they showed before, within a minute.")

    def run(self, message: str, action: Callable[[], str | PublishOutcome]) -> None:
        """Run an action that changes the site, and show its result."""
        if not self.site:
            self._studio.say(words.NO_SITE)
            return
        if self.is_busy:
            return
        if not self._studio.saveNow():
            return
        self.is_busy, self._version = True, 0
        self._studio.say(message)
        self.changed.emit()

        def run() -> None:
            outcome: str | PublishOutcome = tr(
                "Something unexpected went wrong. Look at the screens before you try again."
            )
            try:
                outcome = action()
            except WaitingError:
                outcome = words.WAITS
            except (PublishError, OSError) as bad:
                outcome = error_message(bad)
            finally:
                self._ended.emit(outcome)  # otherwise the window would wait forever

        QThreadPool.globalInstance().start(run)

    @Slot(object)
    def _end(self, done: str | PublishOutcome) -> None:
        self.is_busy = False
        self._studio.say(words.CONFLICTS if isinstance(done, PublishOutcome) else done)
        self._studio.refresh()
        self._studio.follow_model.follow(self._version)
        if isinstance(done, PublishOutcome):
            self._studio.conflict_model.show([each for each in done.conflicts if each.conflict])
        self._studio.home_model.draw()
        self.changed.emit()
        self.finished.emit()


def _media_problems(checked: CheckedFeed, prepared: Prepared) -> list[Problem]:
    return list(media_checks.media_problems(prepared, (), checked.documents))
