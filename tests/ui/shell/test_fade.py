"""How often a slide that appears is drawn: on a very large window without a GPU less often."""

import pytest
from PySide6.QtCore import Q_ARG, Q_RETURN_ARG, QMetaObject, Qt
from PySide6.QtQml import QQmlComponent, QQmlEngine

from kiosk.ui.shell.shell import QML


@pytest.fixture
def fade(qapp):
    assert qapp
    engine = QQmlEngine()
    engine.addImportPath(str(QML))
    component = QQmlComponent(engine)
    component.loadFromModule("Kiosk", "Fade")
    made = component.create()
    assert made, component.errorString()
    yield made
    made.deleteLater()


def opacities(fade, looks=700):
    found = [
        QMetaObject.invokeMethod(
            fade,
            "opacityAt",
            Qt.ConnectionType.DirectConnection,
            Q_RETURN_ARG("double"),
            Q_ARG("double", look / looks),
        )
        for look in range(looks + 1)
    ]
    assert found == sorted(found)
    assert (found[0], found[-1]) == (0, 1)
    return set(found)


def test_it_appears_evenly(fade):
    assert len(opacities(fade)) == 701


def test_a_coarse_one_has_25_frames_a_second(fade):
    fade.setProperty("coarse", True)
    assert fade.property("duration") == 700
    assert len(opacities(fade)) == 700 // 40 + 2


@pytest.mark.parametrize("hurried", [0, 1, 40])
def test_however_short_it_is_it_ends_shown(fade, hurried):
    fade.setProperty("duration", hurried)
    fade.setProperty("coarse", True)
    assert opacities(fade) == {0, 1}
