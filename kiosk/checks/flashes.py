"""Flashes of a film, counted as WCAG 2.2 does (2.3.1, general flash threshold).

A flash is a pair of opposing changes of relative luminance by 0.1 or more, the darker below 0.8. More than
three within a second may cause a seizure if a quarter of the visual field flashes at the same time.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence

LEAST_CHANGE = 0.1
DARKER_BELOW = 0.8
MOST_A_SECOND = 3
AREA = 0.25
"""The share of the picture. WCAG uses a quarter of a 10-degree visual field, which a nearby screen fills."""

_LINEAR = [v / 3294.6 if v <= 10 else ((v / 255 + 0.055) / 1.055) ** 2.4 for v in range(256)]  # noqa: PLR2004  # sRGB

Frame = tuple[float, Sequence[int]]
"""The time of a frame in seconds, and the lightness of its parts, 0 to 255; all have the same parts."""


def most_flashes(frames: Iterable[Frame]) -> int:
    """Return the most flashes within any second of a film, in a quarter of its picture at once."""
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

    def see(self, seconds: float, light: float) -> int:
        """Take the next frame; return how many flashes the last second had."""
        if self.extreme is None:
            self.extreme = light
        step = light - self.extreme
        if step * self.rising > 0:  # further in the same direction
            self.extreme = light
        elif abs(step) >= LEAST_CHANGE and min(light, self.extreme) < DARKER_BELOW:
            self.changes.append(seconds)
            self.rising = 1 if step > 0 else -1
            self.extreme = light
        while self.changes and seconds - self.changes[0] >= 1:
            self.changes.popleft()
        return len(self.changes) // 2
