"""Accessibility settings of the desk, kept until the visitor leaves: text size, contrast, reach, speech."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.frozen import frozen
from kiosk.ui.desk.desk_page import DeskPage, SessionHost
from kiosk.ui.desk.desk_state import DeskState
from kiosk.visitor.events import TEXT_SCALES, VOLUMES, Ease, Eased

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1


@frozen
class AccessibilityState:
    """How the desk is shown and heard; `volume` is 0 to 1."""

    text_scale: float = TEXT_SCALES[0]
    contrast: bool = False
    lower: bool = False
    listening: bool = False
    volume: float = VOLUMES[Ease().volume]


@QmlElement
class AccessibilityControls(DeskPage[AccessibilityState]):
    """The controls of these settings."""

    def __init__(self, host: SessionHost, parent: QObject | None = None) -> None:
        super().__init__(AccessibilityState(), host, parent)

    def words(self, state: DeskState) -> AccessibilityState:
        """Return the visitor's settings."""
        ease = state.session.ease
        return AccessibilityState(
            TEXT_SCALES[ease.text_size], ease.contrast, ease.lower, ease.listening, VOLUMES[ease.volume]
        )

    @Slot()
    def largerText(self) -> None:
        """Switch to the next text size; after the largest, to the usual one."""
        size = (self._ease().text_size + 1) % len(TEXT_SCALES)
        self._send(replace(self._ease(), text_size=size))

    @Slot()
    def toggleContrast(self) -> None:
        """Turn high contrast on or off."""
        self._send(replace(self._ease(), contrast=not self._ease().contrast))

    @Slot()
    def toggleLower(self) -> None:
        """Move everything that can be touched down, or back up."""
        self._send(replace(self._ease(), lower=not self._ease().lower))

    @Slot()
    def toggleListening(self) -> None:
        """Turn reading aloud on, or off at once."""
        self._send(replace(self._ease(), listening=not self._ease().listening))

    @Slot(int)
    def changeVolume(self, steps: int) -> None:
        """Speak louder or, with negative steps, softer."""
        volume = min(max(0, self._ease().volume + steps), len(VOLUMES) - 1)
        self._send(replace(self._ease(), volume=volume))

    def _ease(self) -> Ease:
        state = self._host.state()
        return state.session.ease if state else Ease()

    def _send(self, ease: Ease) -> None:
        self._host.send(Eased(ease))
