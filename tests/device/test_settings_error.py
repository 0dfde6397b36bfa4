"""A screen whose settings cannot be used says why, and takes up the mended ones."""

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


def test_it_says_where_and_what_in_small_print(page):
    assert REASON in words(page)
    assert "Fråga gärna i disken" in words(page)


def test_it_ends_when_the_file_has_changed_and_not_before(page, path):
    page.look()
    assert not page.ended
    path.write_text("screen: hall-2\n", encoding="ascii")
    page.look()
    assert page.ended


def test_it_ends_when_the_file_comes_or_goes(page, path):
    path.unlink()
    page.look()
    assert page.ended
