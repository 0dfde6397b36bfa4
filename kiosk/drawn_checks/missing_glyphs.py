"""Characters that no font of the product has, which would be empty boxes on the wall."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from PySide6.QtQuick import QQuickItem

from kiosk.drawn_checks.finding import Fault, Finding
from kiosk.drawn_checks.items import box, painted, texts
from kiosk.ui import fonts
from kiosk.ui.scene import words_of

MOST_NAMED = 5


def signs(root: QQuickItem) -> Iterator[Finding]:
    """Yield a finding for each text below `root` with characters that cannot be drawn."""
    for text in texts(root):
        words = words_of(text)
        missing = fonts.missing(words, text.property("font"))
        if missing:
            yield Finding(Fault.SIGN, _told(missing), box(painted(text)), words, missing)


def _told(missing: str) -> str:
    named = ", ".join(_named(sign) for sign in missing[:MOST_NAMED])
    more = f" and {len(missing) - MOST_NAMED} more" if len(missing) > MOST_NAMED else ""
    return f"has {named}{more}, which would be seen as an empty box; leave it out, or show it in a picture"


def _named(sign: str) -> str:
    return f"{sign!r} (U+{ord(sign):04X} {unicodedata.name(sign, 'no character')})"
