"""Characters that no font of the product has, and that would be drawn as empty boxes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from PySide6.QtQuick import QQuickItem

from kiosk.drawn_checks.finding import Fault, Finding
from kiosk.drawn_checks.items import box, painted, texts
from kiosk.feed.message_catalog import Message, tr
from kiosk.ui import fonts
from kiosk.ui.scene import plain_words

MOST_NAMED = 5


def signs(root: QQuickItem) -> Iterator[Finding]:
    """Yield a finding for each text below `root` with characters that cannot be drawn."""
    for text in texts(root):
        words = plain_words(text)
        missing = fonts.missing_characters(words, text.property("font"))
        if missing:
            yield Finding(Fault.SIGN, _detail(missing), box(painted(text)), words, missing)


def _detail(missing: str) -> Message:
    named = [_described(sign) for sign in missing[:MOST_NAMED]]
    if len(missing) > MOST_NAMED:
        named.append(tr("{count} more", count=len(missing) - MOST_NAMED))
    return tr(
        "has {characters}, which would be seen as an empty box; leave it out, or show it in a picture",
        characters=named,
    )


def _described(sign: str) -> str:
    return f"{sign!r} (U+{ord(sign):04X} {unicodedata.name(sign, 'no character')})"
