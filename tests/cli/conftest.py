import pytest
from typer.testing import CliRunner

from kiosk.cli.main import COMMANDS, build
from tests.sync.world import ICONS, World


@pytest.fixture
def run(monkeypatch):
    monkeypatch.setattr("kiosk.cli.icons.icons", lambda: ICONS)
    app = build(COMMANDS)
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def world(tmp_path):
    return World(tmp_path)
