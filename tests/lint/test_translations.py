"""The check of the translations notices each way in which they fall behind the code."""

import subprocess
import sys

import pytest

from tests.lint import translations

CODE = """import QtQuick

Item {
    id: root

    property int left: 3
    property string hours: qsTr("Open %1 to %2")
    property string time: qsTr("%n minutes left", "", root.left)
}
"""
PYTHON = """
from PySide6.QtCore import QObject


class Desk(QObject):
    def title(self) -> str:
        return self.tr("Desk")
"""
DONE = {"Open %1 to %2": "%2 – %1", "Desk": "X"}


@pytest.fixture
def house(tmp_path):
    for name in ("ui", "i18n"):
        (tmp_path / name).mkdir()
    (tmp_path / "ui" / "Main.qml").write_text(CODE, encoding="utf-8")
    (tmp_path / "ui" / "desk.py").write_text(PYTHON, encoding="utf-8")
    command(tmp_path, "--update")
    for ts in sorted((tmp_path / "i18n").glob("*.ts")):
        translate(ts)
    command(tmp_path, "--update")
    return tmp_path


def translate(ts):
    tree = translations.ET.parse(ts)
    for message in tree.iter("message"):
        translation = message.find("translation")
        del translation.attrib["type"]
        for form in translation:
            form.text = "%n X"
        if message.get("numerus") is None:
            translation.text = DONE[message.findtext("source")]
    tree.write(ts, encoding="utf-8", xml_declaration=True)


def command(house, *options):
    line = [
        sys.executable,
        "-m",
        "tests.lint.translations",
        "--ui",
        house / "ui",
        "--i18n",
        house / "i18n",
        *options,
    ]
    run = subprocess.run(line, cwd=translations.ROOT, capture_output=True, text=True, check=False)
    assert not run.stderr
    return run.returncode, run.stdout


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_complete(house):
    assert command(house) == (0, "13 languages, 0 problems\n")


def test_no_texts_at_all(tmp_path):
    for name in ("ui", "i18n"):
        (tmp_path / name).mkdir()
    command(tmp_path, "--update")
    assert command(tmp_path) == (0, "13 languages, 0 problems\n")


def test_no_files(tmp_path):
    for name in ("ui", "i18n"):
        (tmp_path / name).mkdir()
    status, output = command(tmp_path)
    assert status == 1
    assert "infodisk_so.qm: out of date" in output


@pytest.mark.parametrize("path", ["ui/Main.qml", "ui/desk.py"])
def test_new_text(house, path):
    edit(
        house / path,
        "Open" if path.endswith("qml") else '"Desk"',
        "Shut" if path.endswith("qml") else '"Shut"',
    )
    before = {each: each.read_bytes() for each in (house / "i18n").iterdir()}
    status, output = command(house)
    assert status == 1
    assert "infodisk_ar.ts: lacks" in output
    assert "infodisk_ar.ts: the code has no" in output
    assert before == {each: each.read_bytes() for each in (house / "i18n").iterdir()}


def test_update_leaves_new_text_unfinished(house):
    edit(house / "ui/Main.qml", "Open", "Shut")
    assert command(house, "--update")[0] == 0
    status, output = command(house)
    assert status == 1
    assert "infodisk_sv.ts: Main: 'Shut %1 to %2' is unfinished" in output
    assert "lacks" not in output


def test_empty_plural_form(house):
    edit(house / "i18n/infodisk_ar.ts", "<numerusform>%n X</numerusform>", "<numerusform></numerusform>")
    status, output = command(house)
    assert status == 1
    assert "infodisk_ar.ts: Main: '%n minutes left' is unfinished" in output


def test_lost_marker(house):
    edit(house / "i18n/infodisk_so.ts", "%2 – %1", "%1")
    status, output = command(house)
    assert status == 1
    assert "infodisk_so.ts: Main: 'Open %1 to %2' has other place markers" in output


def test_uncompiled(house):
    edit(house / "i18n/infodisk_sv.ts", "%2 – %1", "%1 till %2")
    status, output = command(house)
    assert status == 1
    assert output == "infodisk_sv.qm: out of date (make translations compiles it)\n13 languages, 1 problems\n"
