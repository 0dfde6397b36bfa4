"""Whether the kiosk is alive: only if its window really draws frames. Pure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class FrameWatchdog:
    """Checks whether frames were drawn between two beats of the event loop."""

    frames: int = -1

    def beat(self, frames: int, *, exposed: bool) -> bool:
        """Return whether to notify systemd's watchdog.

        An exposed window must have drawn a frame since the last beat. One that is not exposed, for example
        because the display is off, draws no frames.
        """
        drawn = frames != self.frames
        self.frames = frames
        return drawn or not exposed
