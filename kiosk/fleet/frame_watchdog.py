"""Whether the kiosk lives: pure. The event loop asks; the answer is yes only if frames are really drawn."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class FrameWatchdog:
    """Compares the count of frames drawn at two beats of the event loop."""

    frames: int = -1

    def beat(self, frames: int, *, exposed: bool) -> bool:
        """Return whether to feed the watchdog.

        A window that is exposed must have drawn a frame since the last beat; one that is not, because the
        screen is switched off, cannot.
        """
        drawn = frames != self.frames
        self.frames = frames
        return drawn or not exposed
