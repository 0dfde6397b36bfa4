import pytest
from typer.testing import CliRunner

from kiosk.cli.main import COMMANDS, build
from tests.sync.world import ICONS, World


@pytest.fixture
def run(monkeypatch):
    monkeypatch.setattr("kiosk.cli.icons.icons", lambda: ICONS)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")  # messages in English, wherever the tests run
    app = build(COMMANDS)
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def world(tmp_path):
    return World(tmp_path)
