"""What only the device knows of its screen: how it hangs, and what it refuses whatever the feed says."""

from __future__ import annotations

from dataclasses import dataclass

QUARTERS = (0, 90, 180, 270)


@dataclass(frozen=True)
class DisplaySettings:
    """`turned` is by how many degrees clockwise the panel's picture is drawn, so that it stands upright."""

    turned: int = 0
    still: bool = False
    """Whether nothing may fade, slide or play."""

    web: bool = False
    """Whether web pages may be shown at all."""

    web_hosts: frozenset[str] = frozenset()
    """The hosts that they may load from, of those that the feed names, wherever these are.

    If there are none: all that the feed names, at the port of https and at addresses of the internet.
    """

    def __post_init__(self) -> None:
        """Raise `ValueError` for a turn that is no quarter."""
        if self.turned not in QUARTERS:
            raise ValueError(f"a screen is turned by 0, 90, 180 or 270 degrees, not by {self.turned}")


UPRIGHT = DisplaySettings()
"""A screen that hangs as it was made to, and shows what the feed says."""
