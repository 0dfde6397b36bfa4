"""The whole visit, as the command tells it."""

import json

import pytest
from typer.testing import CliRunner

from kiosk.cli.demo import SCREEN, publish_sample, served
from kiosk.cli.main import build
from kiosk.config import Config, write_config
from kiosk.resources import sample_feed
from kiosk.sync.config import SyncConfig
from kiosk.sync.updater import Updater

SUBJECTS = {"display", "GPU", "touch", "power", "fonts", "speech", "printer", "network", "names", "TLS"}
SUBJECTS |= {"clock", "disk", "files", "keys", "content"}


@pytest.fixture
def run(qapp, tmp_path):
    root = publish_sample(sample_feed(), tmp_path / "site", tmp_path / "keys")

    def ask(*words, screen=SCREEN):
        with served(tmp_path / "site") as url:
            state = tmp_path / "state"
            Updater(SyncConfig(url, root, state, SCREEN)).poll()
            file = tmp_path / "kiosk.yaml"
            file.write_bytes(write_config(Config(feed=url, root=root, screen=screen, state=state)))
            return CliRunner().invoke(build(["doctor"]), ["doctor", "--config", str(file), *words])

    return ask


def test_every_subject_is_looked_at(run):
    found = json.loads(run("--json").stdout)
    assert {each["subject"] for each in found} == SUBJECTS
    fonts = [each for each in found if each["subject"] == "fonts"]
    assert len(fonts) >= 4
    assert {each["health"] for each in fonts} == {"well"}
    assert all(each["mend"] for each in found if each["health"] != "well")


def test_a_screen_that_the_feed_lacks_is_told_in_words(run):
    done = run(screen="nowhere")
    assert done.exit_code == 1
    assert "✗ content: the feed has no screen nowhere" in done.stdout
    assert "→ check screen:" in done.stdout
