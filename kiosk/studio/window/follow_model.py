"""The screens that confirm a publish, if there is a broker; a separate thread listens to it."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.feed.message_catalog import Message, error_message, in_language, tr
from kiosk.feed.problems import ContentError
from kiosk.fleet.fleet_client import connected_client, read_broker
from kiosk.fleet.mqtt import MqttError
from kiosk.studio.core.following import Connect, FollowedVersion, Following, follow
from kiosk.studio.window import words
from kiosk.studio.window.rows_shown import screen_name

if TYPE_CHECKING:
    from kiosk.studio.window.studio_model import StudioModel


class FollowModel(QObject):
    """Follows one version at a time. Without a broker, the message of the publish stays."""

    _progressed = Signal(int, object)  # version; `Following`, the screens still waiting, or an error

    def __init__(self, studio: StudioModel) -> None:
        super().__init__(studio)
        self._studio = studio
        self.connect_to: Connect | None = None
        """Connects to the broker; None without one."""

        self._latest: Following | None = None
        self._version = 0
        self._over, self._thread = threading.Event(), threading.Thread()
        self._progressed.connect(self._take)

    def use(self, broker: Path) -> None:
        """Listen to the broker configured in a file, if the file exists."""
        if broker.is_file():
            self.connect_to = lambda: connected_client(read_broker(broker))

    def follow(self, version: int) -> None:
        """Watch which screens show a version."""
        self.close()
        feed, connect = self._studio.feed, self.connect_to
        if not connect or not feed or not version:
            return
        now = self._studio.now()
        followed, progressed, over = (
            FollowedVersion(version, tuple(feed.screens), now),
            self._progressed,
            threading.Event(),
        )
        self._version, self._over, self._latest = version, over, None

        def run() -> None:
            try:
                last = follow(connect, followed, lambda each: progressed.emit(version, each), over.is_set)
                if last.waiting and not over.is_set():
                    progressed.emit(version, last.waiting)
            except (MqttError, ContentError, OSError) as bad:
                progressed.emit(version, error_message(bad))

        self._thread = threading.Thread(target=run, name="screens that follow")
        self._thread.start()

    @Slot(int, object)
    def _take(self, version: int, found: object) -> None:
        if version != self._version:
            return
        if isinstance(found, Following):
            self._latest = found
            self._studio.home_model.show()
        self._studio.say(self._message(found))

    def _message(self, found: object) -> Message | str:
        if isinstance(found, tuple):
            feed, language = self._studio.feed, self._studio.language
            names = [screen_name(feed, each, language) for each in found] if feed else []
            return tr("Published. Not yet on {screens}: check that they are on, and online.", screens=names)
        if not isinstance(found, Following):
            return tr("Published. The screens follow within a minute. {reason}", reason=str(found))
        if not found.waiting and found.certificate:
            return tr(
                "Published, and shown on all screens. "
                "A certificate expires on {day}: `kiosk status` names it.",
                day=f"{found.certificate:%Y-%m-%d}",
            )
        if not found.waiting:
            return tr("Published, and shown on all screens.")
        count = len(found.shown)
        return tr("Published. {count} of {all} screens show it.", count=count, all=count + len(found.waiting))

    def tick(self, screen: str) -> str:
        """Return in words whether a screen shows the last published version; empty if that is unknown."""
        if self._latest is None:
            return ""
        shown = screen in self._latest.shown
        return in_language(words.SHOWS_IT if shown else words.NOT_YET, self._studio.language)

    def close(self) -> None:
        """Stop listening."""
        self._over.set()
        if self._thread.is_alive():
            self._thread.join()
