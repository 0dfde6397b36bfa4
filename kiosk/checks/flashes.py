"""Flashes in a film, counted as WCAG 2.2 does (2.3.1, general flash threshold).

A flash is a pair of opposing changes in relative luminance of 0.1 or more, where the darker image is below
0.8. More than three in one second may cause a seizure if a quarter of the visual field flashes at once.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence

MIN_CHANGE = 0.1
DARKER_BELOW = 0.8
MAX_PER_SECOND = 3
AREA = 0.25
"""The share of the picture. WCAG uses a quarter of a 10-degree visual field, which a nearby screen fills."""

_LINEAR = [v / 3294.6 if v <= 10 else ((v / 255 + 0.055) / 1.055) ** 2.4 for v in range(256)]  # noqa: PLR2004  # sRGB

Frame = tuple[float, Sequence[int]]
"""The time of a frame in seconds, and the lightness of its parts, 0 to 255; the parts never change."""


def most_flashes(frames: Iterable[Frame]) -> int:
    """Return the highest number of flashes in any second, in a quarter of the picture at once."""
    parts: list[_Part] = []
    most = 0
    for seconds, frame in frames:
        if not parts:
            parts = [_Part() for _ in frame]
        seen = zip(parts, frame, strict=True)
        counts = sorted((part.see(seconds, _LINEAR[value]) for part, value in seen), reverse=True)
        most = max(most, counts[max(0, int(len(counts) * AREA) - 1)])
    return most


class _Part:
    """One part of the picture: its last extreme of luminance, and its changes within the last second."""

    def __init__(self) -> None:
        self.extreme: float | None = None
        self.rising = 0
        self.changes: deque[float] = deque()

    def see(self, seconds: float, luminance: float) -> int:
        """Add the part's luminance in the next frame; return the number of flashes in the last second."""
        if self.extreme is None:
            self.extreme = luminance
        step = luminance - self.extreme
        if step * self.rising > 0:  # further in the same direction
            self.extreme = luminance
        elif abs(step) >= MIN_CHANGE and min(luminance, self.extreme) < DARKER_BELOW:
            self.changes.append(seconds)
            self.rising = 1 if step > 0 else -1
            self.extreme = luminance
        while self.changes and seconds - self.changes[0] >= 1:
            self.changes.popleft()
        return len(self.changes) // 2
