"""The current state of the screens, if there is a broker; a separate thread queries them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.feed.message_catalog import error_message, in_language, tr
from kiosk.feed.problems import ContentError
from kiosk.fleet.fleet_client import connected_client, read_broker
from kiosk.fleet.mqtt import MqttError
from kiosk.studio.core.screen_conditions import ScreenCondition, picture_taker, query_conditions

if TYPE_CHECKING:
    from kiosk.studio.window.studio_model import StudioModel

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

QueryScreens = Callable[[Collection[str], Callable[[], bool]], Iterator[ScreenCondition]]
"""Yields the state of each of some screens, until a function returns true."""


@QmlElement
@QmlUncreatable("made in Python")
class FleetModel(QObject):  # type: ignore[operator]  # the decorator takes a reason
    """What the screens of the open project report about themselves."""

    changed = Signal()
    _answered = Signal(object)  # a `ScreenCondition`, or an error message
    _ended = Signal()

    def __init__(self, studio: StudioModel) -> None:
        super().__init__(studio)
        self._studio = studio
        self.look_at: QueryScreens | None = None
        """Queries the broker; None without one."""

        self._conditions: dict[str, ScreenCondition] = {}
        self._over, self._thread = threading.Event(), threading.Thread()
        self._is_looking = False
        self._answered.connect(self._take)
        self._ended.connect(self._end)

    def use(self, broker: Path, keys: Path) -> None:
        """Query the broker configured in a file, if the file exists."""
        if not broker.is_file():
            return
        clock = self._studio.now

        def look(screens: Collection[str], is_over: Callable[[], bool]) -> Iterator[ScreenCondition]:
            settings = read_broker(broker)
            taker = picture_taker(settings, keys, clock)
            return query_conditions(lambda: connected_client(settings), taker, screens, clock(), is_over)

        self.look_at = look
        self.look()

    @Slot()
    def look(self) -> None:
        """Query the state of each screen."""
        feed, look_at, answered, ended = self._studio.feed, self.look_at, self._answered, self._ended
        if not feed or not look_at or self._is_looking:
            return
        self.close()
        screens, over = tuple(feed.screens), threading.Event()
        self._over, self._is_looking = over, True

        def run() -> None:
            try:
                for each in look_at(screens, over.is_set):
                    answered.emit(each)
            except (MqttError, ContentError, OSError) as bad:
                answered.emit(error_message(bad))
            finally:
                ended.emit()

        self._thread = threading.Thread(target=run, name="screens as they hang")
        self._thread.start()
        self.changed.emit()

    @Slot(object)
    def _take(self, found: object) -> None:
        if not isinstance(found, ScreenCondition):
            self._studio.say(tr("The screens cannot be asked: {reason}", reason=str(found)))
            return
        if found.picture:
            image = QImage.fromData(found.picture)
            if not image.isNull():
                self._studio.pictures.put(f"wall/{found.screen}", image)
        self._conditions[found.screen] = found
        self._studio.home_model.show()

    @Slot()
    def _end(self) -> None:
        self._is_looking = False
        self.changed.emit()

    def reason(self, screen: str) -> str:
        """Return why a screen needs attention; empty if it is healthy or has not answered."""
        condition = self._conditions.get(screen)
        return in_language(condition.reason, self._studio.language) if condition else ""

    def picture(self, screen: str) -> str:
        """Return the address of the screenshot that a screen took; empty without one."""
        return self._studio.pictures.address(f"wall/{screen}")

    def close(self) -> None:
        """Stop querying."""
        self._over.set()
        if self._thread.is_alive():
            self._thread.join()

    @Property(bool, notify=changed)
    def canLook(self) -> bool:
        """Whether the screens can be queried now."""
        return self.look_at is not None and not self._is_looking

    @Property(bool, notify=changed)
    def hasBroker(self) -> bool:
        """Whether there is a broker to query."""
        return self.look_at is not None
