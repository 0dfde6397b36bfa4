"""Put files on slides in the background: a film is copied, a presentation is converted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from kiosk.feed.message_catalog import error_message, tr
from kiosk.feed.problems import ContentError
from kiosk.frozen import frozen
from kiosk.studio.core.presentations import PresentationError
from kiosk.studio.core.slide_media import MediaError, TakenFile, check_file, take_file, with_taken
from kiosk.studio.core.yaml_edit import EditError
from kiosk.studio.window import words

if TYPE_CHECKING:
    from kiosk.studio.window.studio_model import StudioModel


@frozen
class _Arrival:
    """The result of preparing a file for a slide."""

    slide_file: str
    is_new: bool
    path: Path
    taken: TakenFile | None
    error: str = ""


class FileTaker(QObject):
    """Prepares one file after another. A slide that is deleted in the meantime stays deleted."""

    _arrived = Signal(object)

    def __init__(self, studio: StudioModel) -> None:
        super().__init__(studio)
        self._studio, self._waiting = studio, list[_Arrival]()
        self._slides: list[str] = []
        """The slides that files are being prepared for."""

        self._then: Callable[[], None] | None = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._arrived.connect(self._arrive)

    def take(self, slide_file: str, path: Path, *, is_new: bool) -> None:
        """Put a file on a slide in the background; a new slide changes to the kind that the file needs."""
        project, arrived = self._studio.project, self._arrived
        try:
            check_file(project.texts[slide_file].decode(), path, new=is_new)
        except (MediaError, ContentError, KeyError, UnicodeDecodeError, OSError) as bad:
            self._studio.say(error_message(bad))
            return
        self._studio.say(tr("{file} is being copied …", file=path.name))
        self._slides.append(slide_file)
        folder, known = project.folder, dict(project.media)

        def run() -> None:
            taken: TakenFile | None = None
            error: str = words.UNEXPECTED
            try:
                taken = take_file(folder, known, path)
            except (PresentationError, OSError) as bad:
                error = error_message(bad)
            finally:
                arrived.emit(_Arrival(slide_file, is_new, path, taken, error))

        self._pool.start(run)

    @Slot(object)
    def _arrive(self, arrival: _Arrival) -> None:
        self._waiting.append(arrival)
        self.put_waiting()

    @Slot()
    def put_waiting(self) -> None:
        """Put the prepared files on their slides, unless a publishing thread owns the folder."""
        while self._waiting and not self._studio.publish_model.is_busy:
            arrival = self._waiting.pop(0)
            is_there = self._put(arrival)
            self._slides.remove(arrival.slide_file)
            self._then = self._then if is_there else None
        if not self._slides and self._then:
            then, self._then = self._then, None
            then()

    def is_taking(self, slide_file: str) -> bool:
        """Return whether a file is being prepared for a slide."""
        return slide_file in self._slides

    def when_there(self, then: Callable[[], None]) -> None:
        """Call `then` once every file is on its slide, or at once if none is pending; not if one fails."""
        if self._slides:
            self._then = then
        else:
            then()

    def _put(self, arrival: _Arrival) -> bool:
        studio, taken = self._studio, arrival.taken
        if taken is None:
            studio.say(arrival.error)
            return False
        studio.project.media[taken.name] = taken.media
        text = studio.project.texts.get(arrival.slide_file)
        if text is None:
            return True
        try:
            changed = with_taken(text.decode(), taken.name, new=arrival.is_new)
        except (MediaError, EditError, ContentError, UnicodeDecodeError) as bad:
            studio.say(error_message(bad))
            return False
        studio.change("slide", {arrival.slide_file: changed})
        studio.say(tr("{file} is on the slide.", file=arrival.path.name))
        return True

    def close(self) -> None:
        """Wait for the file that is being prepared; nothing more is put on a slide."""
        self._pool.clear()
        self._pool.waitForDone()
