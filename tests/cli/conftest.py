import io

import pytest
from PIL import Image
from typer.testing import CliRunner

from kiosk.cli.main import COMMANDS, build
from tests.sync.world import ICONS, World


@pytest.fixture
def run(monkeypatch):
    monkeypatch.setattr("kiosk.cli.icons.icons", lambda: ICONS)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")  # messages in English, wherever the tests run
    app = build(COMMANDS)
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words])


def noise(size):
    """Return a picture of as many pixels a side."""
    data = io.BytesIO()
    Image.effect_noise((size, size), 80).save(data, "PNG")
    return data.getvalue()


@pytest.fixture
def world(tmp_path):
    """A world whose pictures can be shown."""
    made = World(tmp_path)
    made.write({"media/hello.png": noise(99), "media/door.png": noise(88)})
    return made
