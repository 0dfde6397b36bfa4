"""One drawing of a slide or page, as a value."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QImage

from kiosk.drawn_checks.finding import Finding, Use
from kiosk.frozen import frozen


@frozen
class Drawing:
    """One slide or page as one screen shows it in one language.

    `key` changes when anything visible does. `image` is None if the drawing is already known.
    """

    screen: str
    language: str
    kind: str  # "slide", "page", "notice", "alert" or "rest"
    name: str
    key: str
    slide: str = ""
    image: QImage | None = None
    findings: tuple[Finding, ...] = ()
    uses: tuple[Use, ...] = ()

    @property
    def file(self) -> str:
        """The path of its picture."""
        return f"{self.screen}/{self.language}/{self.kind}-{self.name}.png"


Known = Callable[[Drawing], bool]
"""Returns whether a drawing with this file and key already exists."""
