"""The page before publishing: what changes on which screens, in pictures, and the earlier versions.

The site is read on a thread of the pool. Pictures of what it shows now are drawn by a process of their own,
which lives as long as the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.feed.message_catalog import in_language, of_error, tr
from kiosk.feed.models import Feed
from kiosk.publish.history import Version
from kiosk.publish.publish_errors import PublishError
from kiosk.studio.core.release import PublishedSite, ReleaseChange, read_site, release_changes
from kiosk.studio.drawing.draw_client import DrawClient
from kiosk.studio.drawing.draw_requests import DrawnFeed, DrawRequest
from kiosk.studio.window import words
from kiosk.studio.window.rows_shown import slide_name
from kiosk.ui.rows import Rows

if TYPE_CHECKING:
    from kiosk.studio.window.studio_model import StudioModel

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

BEFORE, AFTER = "before/", "after/"
WIDTH = 320
MOST_NAMED = 3


@dataclass(frozen=True)
class ChangeRow:
    """One change; `slide` is empty for what has no picture."""

    what: str
    name: str
    where: str
    slide: str
    was: bool
    will_be: bool
    grave: bool


@dataclass(frozen=True)
class VersionRow:
    """One version of the site."""

    number: int
    title: str
    summary: str
    can_return: bool


@QmlElement
@QmlUncreatable("made in Python")
class ReleaseModel(QObject):  # type: ignore[operator]  # the decorator takes a reason
    """What the site shows now, beside the open project."""

    changed = Signal()
    drawn = Signal(str)  # the key of a picture that is there now
    _read = Signal(object)

    def __init__(self, studio: StudioModel) -> None:
        super().__init__(studio)
        self._studio = studio
        self._changes: Rows[ChangeRow] = Rows(ChangeRow, self)
        self._versions: Rows[VersionRow] = Rows(VersionRow, self)
        self._drawing: DrawClient | None = None
        self._old: Feed | None = None
        self._state = ""
        self._is_open = False
        self._read.connect(self._take)

    @Slot()
    def enter(self) -> None:
        """Read the site and compare, from now on until `leave`."""
        self._is_open = True
        self._studio.pictures.forget(BEFORE, AFTER)
        self._changes.replace([])
        self._versions.replace([])
        self.look_again()

    @Slot()
    def leave(self) -> None:
        """The page is not shown any more."""
        self._is_open = False
        self.close()

    def close(self) -> None:
        """End the drawing of what the site shows."""
        if self._drawing:
            self._drawing.close()
            self._drawing.deleteLater()
            self._drawing = None

    def look_again(self) -> None:
        """Read the site again, if the page is shown."""
        if not self._is_open:
            return
        site, keys = self._studio.publish_model.site, self._studio.publish_model.keys
        if not site:
            self._say(words.NO_SITE)
            return
        self._say(words.READING)
        now, icons, read = self._studio.now(), self._studio.project.icons, self._read

        def run() -> None:
            found: object = words.UNEXPECTED
            try:
                found = read_site(site, keys, now, icons)
            except (PublishError, OSError) as bad:
                found = of_error(bad)
            finally:
                read.emit(found)  # or the page would say for ever that it compares

        QThreadPool.globalInstance().start(run)

    def _say(self, message: str) -> None:
        self._state = in_language(message, self._studio.language)
        self.changed.emit()

    @Slot(object)
    def _take(self, found: object) -> None:
        if not isinstance(found, PublishedSite):
            self._say(str(found))
            return
        self._old = found.feed
        if self._is_open and found.feed:
            if self._drawing is None:
                self._drawing = DrawClient(self)
                self._drawing.drawn.connect(self._drawn)
            self._studio.pictures.forget(BEFORE, AFTER)
            self._drawing.use(DrawnFeed(found.feed, self._studio.project.folder, self._studio.now()))
        self._versions.replace([self._version(each, found.versions) for each in found.versions])
        feed = self._studio.feed
        changes = release_changes(found.feed, feed) if feed else []
        self._changes.replace([self._row(each) for each in changes])
        self._say("" if changes else words.NOTHING_CHANGES)

    def _row(self, change: ReleaseChange) -> ChangeRow:
        language, slide = self._studio.language, change.part_id if change.kind == "slides" else ""
        parts = {"kind": words.KINDS.get(change.kind, change.kind), "name": change.part_id}
        name = tr("{kind} {name}", **parts) if change.part_id else words.KINDS["settings"]
        feeds = [each for each in (self._studio.feed, self._old) if each and slide in each.slides]
        return ChangeRow(
            in_language(words.CHANGES[change.what], language),
            slide_name(feeds[0], slide, language) if feeds else in_language(name, language),
            ", ".join(change.screens),
            slide if feeds else "",
            change.what != "added",
            not change.takes_away,
            change.takes_away,
        )

    def _version(self, version: Version, versions: object) -> VersionRow:
        language = self._studio.language
        newest = isinstance(versions, list) and version is versions[0]
        if version.at is None:
            return VersionRow(version.number, f"{version.number}", version.problem, can_return=False)
        zone = self._studio.feed.zone if self._studio.feed else None
        at = f"{version.at.astimezone(zone):%Y-%m-%d %H:%M}"
        title = tr("{at}, by {names}", at=at, names=version.by)
        named = [each.message() for each in version.changes if each.kind != "media"]
        more = len(named) - MOST_NAMED
        said = named[:MOST_NAMED] + ([tr("and {count} more", count=more)] if more > 0 else [])
        if version.returns_to is not None:
            said = [tr("as version {number}", number=version.returns_to)]
        summary = in_language(tr("{changes}", changes=said), language)
        shows_something = bool(version.changes) or version.returns_to is not None
        return VersionRow(
            version.number, in_language(title, language), summary, shows_something and not newest
        )

    @Slot(str, bool, result=str)
    def picture(self, slide: str, before: bool) -> str:  # noqa: FBT001  # called from QML
        """Return the address of a picture before or after; empty until it is drawn, which is asked for."""
        key = f"{BEFORE if before else AFTER}{slide}"
        feed, drawing = (self._old, self._drawing) if before else (self._studio.feed, self._studio.drawing)
        address = self._studio.pictures.address(key)
        screens = self._studio.slides_model.screens_of(slide, feed)
        if feed and drawing and screens and not address:
            language = feed.screens[screens[0]].turns[0]
            drawing.ask(DrawRequest(key, screens[0], slide, language, WIDTH))
        return address

    @Slot(str, QImage, list)
    def _drawn(self, key: str, image: QImage, _faults: list[object]) -> None:
        if not image.isNull():
            self._studio.pictures.put(key, image)
            self.drawn.emit(key)

    def take_picture(self, key: str) -> None:
        """Show a picture of what the project shows, which has been drawn."""
        self.drawn.emit(key)

    @Property(Rows, constant=True)
    def changes(self) -> Rows[ChangeRow]:
        """What publishing would change."""
        return self._changes

    @Property(Rows, constant=True)
    def versions(self) -> Rows[VersionRow]:
        """What was published before, the newest first."""
        return self._versions

    @Property(str, notify=changed)
    def state(self) -> str:
        """Why no changes are shown; empty if there are some."""
        return self._state
