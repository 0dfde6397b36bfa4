"""Edges of controls stand out by 3:1 from every ground they lie on, in both sets of colours (WCAG 1.4.11)."""

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
    engine.deleteLater()


@pytest.mark.parametrize("strong", [False, True])
@pytest.mark.parametrize(
    ("edge", "grounds"), [("rule", ("paper", "card", "mist")), ("nightRule", ("night",)), ("sea", ("paper",))]
)
def test_edges_stand_out(theme, strong, edge, grounds):
    colour, values = theme
    values.setProperty("contrast", strong)
    found = {ground: contrast(colour(edge), colour(ground)) for ground in grounds}
    assert min(found.values()) >= LEAST, found
