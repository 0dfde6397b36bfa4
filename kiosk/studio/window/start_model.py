"""The first run: create or join a site, then back up the keys. Slow work runs on a thread of the pool."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Property, QObject, QThreadPool, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk import system
from kiosk.feed.message_catalog import error_message, in_language
from kiosk.publish import key_backup
from kiosk.publish.publish_errors import PublishError
from kiosk.publish.sealing import MIN_CHARACTERS
from kiosk.studio.core import first_run
from kiosk.studio.core.first_run import NewSite, SiteProof
from kiosk.studio.window import start_words, words

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made in Python")
class StartModel(QObject):  # type: ignore[operator]  # the decorator takes a reason
    """A folder that does not exist yet, and the keys of its site; `site` is set once there is one."""

    changed = Signal()
    opened = Signal()
    _ended = Signal(object, str, str)

    def __init__(self, folder: Path, keys: Path, language: str, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.folder, self.keys, self.site = folder, keys, ""
        self._language, self._clock = language, clock
        self._page, self._message, self._busy, self._proof = "choose", "", False, b""
        self._ended.connect(self._end)

    @Slot(str)
    def show(self, page: str) -> None:
        """Show another page: `choose`, `begin`, `join` or `backup`."""
        self._page, self._message = page, ""
        self.changed.emit()

    @Slot(str, str, str)
    def begin(self, name: str, office: str, site: str) -> None:
        """Create a new site."""
        new = NewSite(name, office, site.strip())
        self._run(
            lambda: first_run.create_feed_and_site(new, self.folder, self.keys, self._clock()),
            new.site,
            "backup",
        )

    @Slot(str, str, str)
    def join(self, site: str, passphrase: str, fingerprint: str) -> None:
        """Join a site, identified by the chosen file or by its fingerprint."""
        proof = SiteProof(self._proof, passphrase, fingerprint)
        self._run(
            lambda: first_run.join(site.strip(), self.folder, self.keys, self._clock(), proof),
            site.strip(),
            "",
        )

    def _run(self, action: Callable[[], None], site: str, then: str) -> None:
        if self._busy:
            return
        self._busy = True
        self._say(start_words.WORKING)

        def run() -> None:
            error: str = words.UNEXPECTED
            try:
                action()
                error = ""
            except (PublishError, OSError) as bad:
                error = error_message(bad)
            finally:
                self._ended.emit(error, site, then)

        QThreadPool.globalInstance().start(run)

    @Slot(object, str, str)
    def _end(self, error: str, site: str, then: str) -> None:
        self._busy = False
        if error:
            self._say(error)
            return
        self.site = first_run.address_of(site)
        if then:
            self.show(then)
        else:
            self.opened.emit()

    def _say(self, message: str) -> None:
        self._message = in_language(message, self._language)
        self.changed.emit()

    @Slot(QUrl)
    def takeFile(self, file: QUrl) -> None:
        """Read the file that a colleague has provided."""
        try:
            with Path(file.toLocalFile()).open("rb") as opened:
                self._proof = opened.read(key_backup.MAX_BYTES)
            self._message = ""
        except OSError as bad:
            self._proof, self._message = b"", in_language(error_message(bad), self._language)
        self.changed.emit()

    @Slot()
    def dropFile(self) -> None:
        """Discard the chosen file."""
        self._proof = b""
        self.changed.emit()

    @Slot(QUrl, str)
    def saveBackup(self, file: QUrl, passphrase: str) -> None:
        """Save the keys to a file, sealed with a passphrase, and continue."""
        try:
            sealed = key_backup.seal_keys(self.keys, passphrase)
            system.write_atomically(Path(file.toLocalFile()), sealed, mode=0o600)
        except (PublishError, OSError) as bad:
            self._say(error_message(bad))
            return
        self.opened.emit()

    @Slot(str, result=bool)
    def isLongEnough(self, passphrase: str) -> bool:
        """Return whether a passphrase is long enough to seal a backup."""
        return len(passphrase) >= MIN_CHARACTERS

    @Slot()
    def goOn(self) -> None:
        """Continue without a backup."""
        self.opened.emit()

    @Property(str, notify=changed)
    def page(self) -> str:
        """The page that is shown."""
        return self._page

    @Property(str, notify=changed)
    def message(self) -> str:
        """The result of the last action."""
        return self._message

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether a site is being created or joined."""
        return self._busy

    @Property(bool, notify=changed)
    def hasFile(self) -> bool:
        """Whether a file is chosen."""
        return bool(self._proof)

    @Property(bool, notify=changed)
    def isSealed(self) -> bool:
        """Whether that file needs a passphrase."""
        return key_backup.is_backup(self._proof)

    @Property(str, notify=changed)
    def fingerprint(self) -> str:
        """The fingerprint of the new site."""
        return first_run.fingerprint_of(self.keys) if self._page == "backup" else ""

    @Property(str, constant=True)
    def ownSite(self) -> str:
        """The default location of a new site."""
        return str(self.folder.parent / "site")

    @Property("QVariantMap", constant=True)  # type: ignore[arg-type]  # PySide takes the name of a type
    def words(self) -> dict[str, str]:
        """The texts of the first run."""
        return start_words.in_words(self._language)

    def close(self) -> None:
        """Wait for running work."""
        QThreadPool.globalInstance().waitForDone()
