"""Proposals to sign: shown before and after, with every difference in words, then signed or rejected.

The site is read and the media are fetched on a thread of the pool.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QThreadPool, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.feed.message_catalog import error_message, in_language, tr
from kiosk.frozen import frozen
from kiosk.publish.cosigning import Cosigner
from kiosk.publish.publish_errors import PublishError
from kiosk.publish.rejection import reject
from kiosk.studio.core import proposals
from kiosk.studio.core.folder_merge import fetcher
from kiosk.studio.core.release import release_changes
from kiosk.studio.drawing.draw_requests import DrawnFeed
from kiosk.studio.window import words
from kiosk.studio.window.change_rows import ChangeRow, change_row
from kiosk.studio.window.compared_pictures import ComparedPictures
from kiosk.ui.rows import Rows

if TYPE_CHECKING:
    from kiosk.studio.window.studio_model import StudioModel

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1


@frozen
class _InboxRead:
    """The inbox that was read from the site, or the problem that prevented it."""

    inbox: proposals.SiteInbox
    problem: str = ""


@QmlElement
@QmlUncreatable("made in Python")
class ProposalModel(QObject):  # type: ignore[operator]  # the decorator takes a reason
    """The inbox of the site of the open project."""

    changed = Signal()
    _read = Signal(object)

    def __init__(self, studio: StudioModel) -> None:
        super().__init__(studio)
        self._studio = studio
        self._inbox = proposals.SiteInbox()
        self._problem = ""
        self._changes: Rows[ChangeRow] = Rows(ChangeRow, self)
        self.compared = ComparedPictures(studio, self)
        self._media: TemporaryDirectory[str] | None = None
        self._reading = self._again = False
        self._read.connect(self._take)

    def refresh(self) -> None:
        """Read the inbox of the site."""
        site, keys = self._studio.publish_model.site, self._studio.publish_model.keys
        self._again = self._reading  # the read in progress may already be outdated
        if not site or self._reading or not any(keys.glob("*.pem")):
            return
        self._reading = True
        project, now, read = self._studio.project, self._studio.now(), self._read
        media = self._media_folder()

        def run() -> None:
            found = _InboxRead(proposals.SiteInbox(), words.UNEXPECTED)
            try:
                cosigner = proposals.open_cosigner(site, keys, now)
                inbox = proposals.read_inbox(cosigner, project.folder, project.icons)
                for each in inbox.proposals:
                    for name, feed in (("before", each.before), ("after", each.after)):
                        if feed:
                            proposals.write_media(feed.media, project, fetcher(cosigner.host), media / name)
                found = _InboxRead(inbox)
            except (PublishError, OSError) as bad:
                found = _InboxRead(proposals.SiteInbox(), error_message(bad))
            finally:
                read.emit(found)

        QThreadPool.globalInstance().start(run)

    def _media_folder(self) -> Path:
        self.compared.close()
        if self._media:
            self._media.cleanup()
        self._media = TemporaryDirectory(prefix="infodisk-", ignore_cleanup_errors=True)
        return Path(self._media.name)

    @Slot(object)
    def _take(self, found: _InboxRead) -> None:
        self._reading = False
        if self._again:
            self.refresh()
            return
        self._inbox, self._problem = found.inbox, found.problem
        drawn = next((each for each in found.inbox.proposals if each.after), None)
        changes = release_changes(drawn.before, drawn.after) if drawn and drawn.after else []
        if drawn and drawn.after and self._media:
            folder, now = Path(self._media.name), self._studio.now()
            before = DrawnFeed(drawn.before, folder / "before", now) if drawn.before else None
            self.compared.use(before, DrawnFeed(drawn.after, folder / "after", now))
        language = self._studio.language
        new, old = (drawn.after, drawn.before) if drawn else (None, None)
        self._changes.replace([change_row(new, old, each, language) for each in changes])
        self.changed.emit()

    @Slot()
    def sign(self) -> None:
        """Sign what is shown; it is published if no further signature is needed."""
        shown = [each for each in self._inbox.proposals if not each.is_mine]
        self._run(words.SIGNING, lambda: self._sign(shown))

    def _sign(self, shown: list[proposals.ProposedFeed]) -> str:
        proposals.sign(self._studio.project, self._cosigner(), shown)
        return tr("Signed and published. The screens follow within a minute.")

    @Slot(str, result=bool)
    def reject(self, reason: str) -> bool:
        """Remove the proposal from the site, with a reason for its author; return whether this began."""
        shown = next((each for each in self._inbox.proposals if each.can_be_rejected), None)
        if not reason.strip() or not shown:
            self._studio.say(words.MISSING_REASON)
            return False
        self._run(words.REJECTING, lambda: self._reject(shown, reason))
        return True

    def _reject(self, shown: proposals.ProposedFeed, reason: str) -> str:
        reject(self._cosigner(), shown.proposal, reason)
        return tr("Rejected. Whoever proposed it sees the reason.")

    def _cosigner(self) -> Cosigner:
        publishing = self._studio.publish_model
        return proposals.open_cosigner(publishing.site, publishing.keys, self._studio.now())

    def _run(self, message: str, action: Callable[[], str]) -> None:
        self._studio.publish_model.run(message, action)

    def close(self) -> None:
        """Stop drawing, and delete the fetched media."""
        self.compared.close()
        if self._media:
            self._media.cleanup()
            self._media = None

    @Property(Rows, constant=True)
    def changes(self) -> Rows[ChangeRow]:
        """The changes that the proposal would make."""
        return self._changes

    @Property(ComparedPictures, constant=True)
    def pictures(self) -> ComparedPictures:
        """The slides before and after."""
        return self.compared

    @Property(str, notify=changed)
    def notice(self) -> str:
        """The line about proposals on the first page; empty if none is pending."""
        return in_language(self._notice(), self._studio.language)

    def _notice(self) -> str:
        rejection, waiting = self._inbox.rejection, self._inbox.proposals
        if rejection:
            return tr(
                "{name} did not sign your proposal: {reason}", name=rejection.by, reason=rejection.reason
            )
        names = [name for each in waiting for name in each.by]
        if any(not each.is_mine for each in waiting):
            return tr("A proposal by {names} waits for your signature.", names=names)
        return tr("Your proposal waits for the signature of a colleague.") if waiting else ""

    @Property(str, notify=changed)
    def fullText(self) -> str:
        """Every difference, one per line."""
        lines = [line for each in self._inbox.proposals for line in each.proposal.lines]
        outcome = "\n".join(in_language(line, self._studio.language) for line in lines)
        return outcome or in_language(self._problem, self._studio.language)

    @Property(bool, notify=changed)
    def waits(self) -> bool:
        """Whether there is a proposal to look at."""
        return bool(self._inbox.proposals)

    @Property(bool, notify=changed)
    def canSign(self) -> bool:
        """Whether a proposal still needs a signature from here."""
        return any(not each.is_mine for each in self._inbox.proposals)

    @Property(bool, notify=changed)
    def canReject(self) -> bool:
        """Whether a proposal can be rejected with a reason."""
        return any(each.can_be_rejected for each in self._inbox.proposals)
