"""Edges stand out by 3:1 from every ground, words by 4.5:1, in all sets of colours (WCAG 1.4.3, 1.4.11)."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtQml import QQmlEngine, QQmlExpression

from kiosk.ui.shell.shell import QML
from tests.ui.audit import contrast

LEAST = 3.0


@pytest.fixture
def theme(qapp):
    engine = QQmlEngine()
    engine.addImportPath(str(QML))
    found = engine.singletonInstance("Kiosk", "Theme")
    yield lambda name: QColor(QQmlExpression(engine.rootContext(), found, name).evaluate()[0]), found
    found.setProperty("contrast", False)
    found.setProperty("evening", False)
    engine.deleteLater()


COLOURS = {"usual": {}, "strong": {"contrast": True}, "evening": {"evening": True}}


@pytest.mark.parametrize("chosen", COLOURS)
@pytest.mark.parametrize(
    ("edge", "grounds"), [("rule", ("paper", "card", "mist")), ("nightRule", ("night",)), ("sea", ("paper",))]
)
def test_edges_stand_out(theme, chosen, edge, grounds):
    colour, values = theme
    for name, value in COLOURS[chosen].items():
        values.setProperty(name, value)
    found = {ground: contrast(colour(edge), colour(ground)) for ground in grounds}
    assert min(found.values()) >= LEAST, found


@pytest.mark.parametrize("evening", [False, True])
@pytest.mark.parametrize("tone", ["paper", "ink", "sea", "leaf", "sun", "berry"])
def test_words_and_accents_of_slides_stand_out_from_each_ground(theme, evening, tone):
    colour, values = theme
    values.setProperty("evening", evening)
    for word in ("text", "accent"):
        ratio = contrast(colour(f"{word}('{tone}')"), colour(f"ground('{tone}')"))
        assert ratio >= 4.5, (word, ratio)


@pytest.mark.parametrize("evening", [False, True])
def test_words_of_the_desk_stand_out_from_each_ground(theme, evening):
    colour, values = theme
    values.setProperty("evening", evening)
    pairs = [
        *(("ink", ground) for ground in ("paper", "card", "mist")),
        *(("quiet", ground) for ground in ("paper", "card")),
        *((words, "night") for words in ("nightInk", "nightQuiet")),
        *(("sea", ground) for ground in ("paper", "card", "mist")),
        *(("seaInk", "sea"), ("sunInk", "sun"), ("paper", "leaf"), ("paper", "quiet"), ("berry", "paper")),
    ]
    found = {pair: contrast(colour(pair[0]), colour(pair[1])) for pair in pairs}
    assert min(found.values()) >= 4.5, found
