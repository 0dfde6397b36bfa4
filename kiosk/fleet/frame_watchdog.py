"""Whether the kiosk is alive: only if the window really draws frames. Pure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class FrameWatchdog:
    """Compares the number of frames drawn between two beats of the event loop."""

    frames: int = -1

    def beat(self, frames: int, *, exposed: bool) -> bool:
        """Return whether to notify systemd's watchdog.

        An exposed window must have drawn a frame since the last beat; one that is not exposed, because the
        display is off, draws none.
        """
        drawn = frames != self.frames
        self.frames = frames
        return drawn or not exposed
