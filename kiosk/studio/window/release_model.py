"""The page before publishing: what changes on which screens, in pictures, and the earlier versions.

The site is read on a thread of the pool. Pictures of its current content are drawn by a separate process,
which runs as long as the page is open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QThreadPool, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.feed.message_catalog import error_message, in_language, tr
from kiosk.feed.models import Feed
from kiosk.frozen import frozen
from kiosk.publish.history import Version
from kiosk.publish.publish_errors import PublishError
from kiosk.studio.core.release import PublishedSite, read_site, release_changes
from kiosk.studio.drawing.draw_requests import DrawnFeed
from kiosk.studio.window import words
from kiosk.studio.window.change_rows import ChangeRow, change_row
from kiosk.studio.window.compared_pictures import ComparedPictures
from kiosk.ui.rows import Rows

if TYPE_CHECKING:
    from kiosk.studio.window.studio_model import StudioModel

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

MAX_NAMED = 3


@frozen
class VersionRow:
    """One version of the site."""

    number: int
    title: str
    summary: str
    can_return: bool


@QmlElement
@QmlUncreatable("made in Python")
class ReleaseModel(QObject):  # type: ignore[operator]  # the decorator takes a reason
    """The current content of the site, to compare with the open project."""

    changed = Signal()
    _read = Signal(object)

    def __init__(self, studio: StudioModel) -> None:
        super().__init__(studio)
        self._studio = studio
        self._changes: Rows[ChangeRow] = Rows(ChangeRow, self)
        self._versions: Rows[VersionRow] = Rows(VersionRow, self)
        self.compared = ComparedPictures(studio, self)
        self._old: Feed | None = None
        self._state = self._warning = ""
        self._is_open = self._is_read = False
        self._read.connect(self._take)

    @Slot()
    def enter(self) -> None:
        """Read the site and compare, and stay up to date until `leave`."""
        self._is_open, self._is_read = True, False
        self.compared.use(None, None)
        self._changes.replace([])
        self._versions.replace([])
        self.refresh()

    @Slot()
    def leave(self) -> None:
        """Stop comparing, since the page is no longer shown."""
        self._is_open = False
        self.close()

    def close(self) -> None:
        """Stop drawing the content of the site."""
        self.compared.close()

    def refresh(self) -> None:
        """Read the site again, if the page is shown."""
        if not self._is_open:
            return
        site, keys = self._studio.publish_model.site, self._studio.publish_model.keys
        if not site:
            self._say(words.NO_SITE)
            return
        self._say(words.READING)
        now, icons, read = self._studio.now(), self._studio.project.icons, self._read
        office = self._studio.project.rights.office

        def run() -> None:
            found: object = words.UNEXPECTED
            try:
                found = read_site(site, keys, now, icons, office)
            except (PublishError, OSError) as bad:
                found = error_message(bad)
            finally:
                read.emit(found)  # otherwise the page would wait forever

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
        self._warning = self._expiry_words(found)
        if self._is_open and found.feed:
            folder, now = self._studio.project.folder, self._studio.now()
            self.compared.use(DrawnFeed(found.feed, folder, now), None)
        self._versions.replace([self._version(each, found.versions) for each in found.versions])
        self._is_read = True
        self.compare()

    def compare(self) -> None:
        """Compare the current project with the content that was read from the site."""
        feed = self._studio.feed
        if not self._is_open or not self._is_read or not feed:
            return
        generated = self._studio.project.rights.playlist  # from its slides, which are listed themselves
        found = release_changes(self._old, feed)
        changes = [each for each in found if f"{each.kind}/{each.part_id}.yaml" != generated]
        self._changes.replace([change_row(feed, self._old, each, self._studio.language) for each in changes])
        self._say("" if changes else words.NOTHING_CHANGES)

    def _expiry_words(self, site: PublishedSite) -> str:
        if site.expires is None:
            return ""
        zone = self._studio.feed.zone if self._studio.feed else None
        day = f"{site.expires.astimezone(zone):%Y-%m-%d}"
        return in_language(
            tr(
                "A signature expires on {day}; after that the screens accept nothing new. "
                "Somebody with the admins' keys must run `kiosk site refresh` before.",
                day=day,
            ),
            self._studio.language,
        )

    def _version(self, version: Version, versions: object) -> VersionRow:
        language = self._studio.language
        may_return = not self._studio.project.rights.office
        newest = isinstance(versions, list) and version is versions[0]
        if version.at is None:
            return VersionRow(version.number, f"{version.number}", version.problem, can_return=False)
        zone = self._studio.feed.zone if self._studio.feed else None
        at = f"{version.at.astimezone(zone):%Y-%m-%d %H:%M}"
        title = tr("{at}, by {names}", at=at, names=version.by)
        named = [each.message() for each in version.changes if each.kind != "media"]
        more = len(named) - MAX_NAMED
        parts = named[:MAX_NAMED] + ([tr("and {count} more", count=more)] if more > 0 else [])
        if version.returns_to is not None:
            parts = [tr("as version {number}", number=version.returns_to)]
        summary = in_language(tr("{changes}", changes=parts), language)
        shows_something = bool(version.changes) or version.returns_to is not None
        return VersionRow(
            version.number,
            in_language(title, language),
            summary,
            may_return and shows_something and not newest,
        )

    def take_picture(self, key: str) -> None:
        """Show a newly drawn picture of the project."""
        self.compared.drawn.emit(key)

    @Property(ComparedPictures, constant=True)
    def pictures(self) -> ComparedPictures:
        """The slides before and after."""
        return self.compared

    @Property(Rows, constant=True)
    def changes(self) -> Rows[ChangeRow]:
        """The changes that publishing would make."""
        return self._changes

    @Property(Rows, constant=True)
    def versions(self) -> Rows[VersionRow]:
        """The earlier versions, the newest first."""
        return self._versions

    @Property(str, notify=changed)
    def warning(self) -> str:
        """A warning that a signature expires soon; empty if none does."""
        return self._warning

    @Property(str, notify=changed)
    def state(self) -> str:
        """Why no changes are shown; empty if there are some."""
        return self._state
