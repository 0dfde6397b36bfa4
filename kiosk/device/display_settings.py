"""The display and sound settings of the device, including restrictions that override the feed."""

from __future__ import annotations

from kiosk.frozen import frozen

QUARTERS = (0, 90, 180, 270)


@frozen
class DisplaySettings:
    """`turned` is the clockwise rotation in degrees that makes the picture upright on the panel."""

    turned: int = 0
    still: bool = False
    """Whether nothing may fade, slide or play."""

    web: bool = False
    """Whether web pages may be shown at all."""

    web_hosts: frozenset[str] = frozenset()
    """The hosts in the feed from which pages may load, at any address.

    If empty: all hosts in the feed, but only at the https port and at public addresses.
    """

    headphones: str = ""
    """A part of the name of the only sound output to use; if empty, the system chooses one."""

    speech_hint_s: float = 0.0
    """How often the slides may announce which key starts reading the desk aloud; 0 means never."""

    def __post_init__(self) -> None:
        """Raise `ValueError` unless the rotation is a multiple of 90 degrees."""
        if self.turned not in QUARTERS:
            raise ValueError(f"a screen is turned by 0, 90, 180 or 270 degrees, not by {self.turned}")


UPRIGHT = DisplaySettings()
"""No rotation and no restrictions."""
