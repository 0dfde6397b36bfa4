"""The lint of the QML sees through to Python: what is renamed there is missed here."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.lint import qml

BASE = """
from PySide6.QtCore import QAbstractListModel, QObject
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ViewModel(QObject):
    pass


@QmlElement
@QmlUncreatable("made in Python")
class Rows(QAbstractListModel):
    pass
"""

# Its name sorts before that of its base's file.
DESK = '''
from base import Rows, ViewModel
from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import ListProperty, QmlElement
from PySide6.QtQuick import QQuickPaintedItem

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Desk(ViewModel):
    changed = Signal()
    parts = ListProperty(ViewModel)

    @Property(Rows, constant=True)
    def rows(self) -> Rows:
        return Rows(self)

    @Property(str, notify=changed)
    def title(self) -> str:
        return ""

    @Slot(str)
    def choose(self, topic: str) -> None:
        """Take a topic."""


@QmlElement
class Picture(QQuickPaintedItem):
    pass
'''

MAIN = """pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Model

Item {
    id: root

    required property Desk desk

    ListView {
        model: root.desk.rows
        delegate: Tile {
            onTapped: root.desk.choose(text)
        }
    }

    Text {
        text: root.desk.title + root.desk.parts.length
    }

    Picture {
        anchors.fill: parent
    }
}
"""

TILE = """import QtQuick

Text {
    signal tapped
}
"""


@pytest.fixture
def ui(tmp_path):
    folder = tmp_path / "ui" / "qml" / "Kiosk"
    folder.mkdir(parents=True)
    (tmp_path / "ui" / "base.py").write_text(BASE, encoding="utf-8")
    (tmp_path / "ui" / "a_desk.py").write_text(DESK, encoding="utf-8")
    (folder / "Main.qml").write_text(MAIN, encoding="utf-8")
    (folder / "Tile.qml").write_text(TILE, encoding="utf-8")
    (folder / "qmldir").write_text("module Kiosk\nMain 1.0 Main.qml\nTile 1.0 Tile.qml\n", encoding="utf-8")
    return tmp_path / "ui"


def lint(folder, *options):
    command = [sys.executable, "-m", "tests.lint.qml", *options, folder]
    run = subprocess.run(command, cwd=qml.ROOT, capture_output=True, text=True, check=False)
    assert not run.stderr
    return run.returncode, run.stdout


def edit(path: Path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_clean(ui):
    assert lint(ui) == (0, "2 QML files, 0 problems\n")


def test_nothing_there(tmp_path):
    assert lint(tmp_path) == (0, "0 QML files, 0 problems\n")


def test_renamed_slot(ui):
    edit(ui / "a_desk.py", "def choose", "def select")
    status, output = lint(ui)
    assert status == 1
    assert 'Member "choose" not found on type "Desk"' in output


def test_renamed_property_of_a_base_in_another_file(ui):
    edit(ui / "qml/Kiosk/Main.qml", "root.desk.title +", "root.desk.heading +")
    status, output = lint(ui)
    assert status == 1
    assert 'Member "heading" not found on type "Desk"' in output


MODEL = """
from dataclasses import field
from base import ViewModel
from kiosk.frozen import frozen
from kiosk.ui.rows import nested
from kiosk.ui.view_model import CONSTANT
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1


@frozen
class Notice:
    head_line: str = ""
    kind: str = field(default="", metadata=CONSTANT)
    lines: tuple[str, ...] = nested(str)


@QmlElement
class NoticeModel(ViewModel[Notice]):
    pass
"""

NOTICE = """import QtQuick
import Kiosk.Model

Text {
    id: notice

    required property NoticeModel model
    readonly property Rows lines: notice.model.lines

    text: notice.model.headLine + notice.model.kind
}
"""


@pytest.fixture
def notice(ui):
    (ui / "notice.py").write_text(MODEL, encoding="utf-8")
    (ui / "qml/Kiosk/Notice.qml").write_text(NOTICE, encoding="utf-8")
    return ui


def test_fields_of_the_value_that_a_view_model_shows(notice):
    assert lint(notice) == (0, "3 QML files, 0 problems\n")
    edit(notice / "notice.py", "head_line", "title")
    status, output = lint(notice)
    assert status == 1
    assert 'Member "headLine" not found on type "NoticeModel"' in output


def test_field_of_a_type_that_qml_cannot_read(notice):
    edit(notice / "notice.py", "head_line: str", "head_line: object")
    status, output = lint(notice)
    assert status == 1
    assert "Notice.headLine has a type that QML cannot read: object" in output


def test_property_that_never_notifies(ui):
    edit(ui / "a_desk.py", "@Property(str, notify=changed)", "@Property(str)")
    status, output = lint(ui)
    assert status == 1
    assert "stale-property-read" in output


def test_unused_import(ui):
    edit(ui / "qml/Kiosk/Tile.qml", "import QtQuick\n", "import QtQuick\nimport QtQuick.Layouts\n")
    status, output = lint(ui)
    assert status == 1
    assert "unused-imports" in output


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"Kiosk.Model"', '"Other"', "in a file without QML_IMPORT_NAME"),
        ("class Desk(ViewModel)", "class Desk(base.ViewModel)", "no base is known"),
    ],
)
def test_type_that_the_lint_would_not_see(ui, old, new, message):
    edit(ui / "a_desk.py", old, new)
    status, output = lint(ui)
    assert status == 1
    assert "a_desk.py: Desk is registered for QML" in output
    assert message in output


def test_python_that_cannot_be_read(ui):
    (ui / "a_desk.py").write_text("class Desk(", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "tests.lint.qml", ui], cwd=qml.ROOT, capture_output=True, check=False
    )
    assert run.returncode == 1


def test_form(ui):
    edit(ui / "qml/Kiosk/Tile.qml", "    signal", "  signal")
    status, output = lint(ui)
    assert status == 1
    assert "-  signal tapped" in output
    assert lint(ui, "--fix")[0] == 0
    assert (ui / "qml/Kiosk/Tile.qml").read_text(encoding="utf-8") == TILE
