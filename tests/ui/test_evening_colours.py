"""The colours of Theme.qml, read as text: each set has the contrasts that docs/accessibility.md promises.

tests/ui/test_edges.py asks the theme itself; this one draws nothing, so that the quick check tells it too.
"""

import re

import pytest
from PySide6.QtGui import QColor

from kiosk.ui.shell.shell import QML
from tests.ui.audit import CONTRAST, STRONG_CONTRAST, contrast

THEME = (QML / "Kiosk" / "Theme.qml").read_text(encoding="utf-8")
EDGE = 3.0
WORDS = [
    *(("ink", ground) for ground in ("paper", "card", "mist")),
    *(("quiet", ground) for ground in ("paper", "card")),
    *(("sea", ground) for ground in ("paper", "card", "mist")),
    ("nightInk", "night"), ("seaInk", "sea"), ("sunInk", "sun"),
]  # fmt: skip
EDGES = [*(("rule", ground) for ground in ("paper", "card", "mist")), ("nightRule", "night")]


def colours(*, strong=False, evening=False):
    """Return the colours by name, of one of the sets."""
    found = {}
    for name, value in re.findall(r"^    readonly property color (\w+): (.+)$", THEME, re.MULTILINE):
        parts = re.findall(r'(theme\.contrast|theme\.dim)? ?\??:? ?"(#[0-9A-F]{6})"', value)
        by_set = dict(parts)
        chosen = (strong and by_set.get("theme.contrast")) or (evening and by_set.get("theme.dim"))
        if by_set:
            found[name] = QColor(chosen or by_set.get("") or parts[-1][1])
    return found


@pytest.mark.parametrize(
    ("chosen", "least"),
    [({}, CONTRAST), ({"evening": True}, CONTRAST), ({"strong": True}, STRONG_CONTRAST)],
    ids=["day", "evening", "strong"],
)
def test_words_and_edges_stand_out(chosen, least):
    colour = colours(**chosen)
    words = {pair: contrast(colour[pair[0]], colour[pair[1]]) for pair in WORDS}
    edges = {pair: contrast(colour[pair[0]], colour[pair[1]]) for pair in EDGES}
    assert min(words.values()) >= least, words
    assert min(edges.values()) >= EDGE, edges


def test_each_set_is_read():
    day, evening, strong = colours(), colours(evening=True), colours(strong=True)
    assert (day["paper"], evening["paper"], strong["paper"]) == ("#FAF6EE", "#14202F", "#000000")
    assert (day["nightRule"], strong["nightRule"]) == ("#7F8CA8", "#FFFFFF")
