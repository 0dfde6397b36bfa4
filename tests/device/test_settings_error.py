"""A screen with an invalid configuration shows why, and restarts when the file has changed."""

import logging

import pytest
from PySide6.QtGui import QFont

from kiosk.device.settings_error import Unconfigured
from kiosk.ui.scene import visible_items

REASON = "/etc/infodisk/kiosk.yaml:3:8: error: power: unknown key (did you mean 'printer'?)"


@pytest.fixture
def path(tmp_path):
    (tmp_path / "kiosk.yaml").write_text("screen: hall\n", encoding="ascii")
    return tmp_path / "kiosk.yaml"


@pytest.fixture
def page(qapp, path, tmp_path, caplog):
    caplog.set_level(logging.WARNING)
    qapp.setFont(QFont("Noto Sans"))
    ended = []
    made = Unconfigured([REASON], path, lambda: ended.append(1), tmp_path)
    made.ended = ended
    made.start()
    yield made
    made.close()


def words(page):
    items = visible_items(page.shell.window.contentItem())
    return "\n".join(str(item.property("text")) for item in items if item.inherits("QQuickText"))


def test_the_reasons_are_in_small_print(page):
    assert REASON in words(page)
    assert "Fråga gärna i disken" in words(page)


def test_the_program_ends_only_when_the_file_has_changed(page, path):
    page.check()
    assert not page.ended
    path.write_text("screen: hall-2\n", encoding="ascii")
    page.check()
    assert page.ended


def test_the_program_ends_when_the_file_appears_or_disappears(page, path):
    path.unlink()
    page.check()
    assert page.ended
