"""All diagnoses, as the command prints them."""

import json
import os

import pytest
from typer.testing import CliRunner

from kiosk.cli.demo import SCREEN, publish_sample, serve_folder
from kiosk.cli.main import build
from kiosk.config import Config, Power
from kiosk.config_file import write_config
from kiosk.device.doctor import Health, all_diagnoses
from kiosk.resources import sample_feed
from kiosk.sync.sync_config import SyncConfig
from kiosk.sync.updater import Updater

SUBJECTS = {
    "display",
    "GPU",
    "touch",
    "power",
    "fonts",
    "speech",
    "printer",
    "network",
    "names",
    "TLS",
    "web",
}
SUBJECTS |= {"clock", "disk", "files", "keys", "content", "live data"}


@pytest.fixture
def run(qapp, tmp_path):
    root = publish_sample(sample_feed(), tmp_path / "site", tmp_path / "keys")

    def ask(*words, screen=SCREEN):
        with serve_folder(tmp_path / "site") as url:
            state = tmp_path / "state"
            Updater(SyncConfig(url, root, state, SCREEN)).poll()
            file = tmp_path / "kiosk.yaml"
            file.write_bytes(write_config(Config(feed=url, root=root, screen=screen, state=state)))
            return CliRunner().invoke(build(["doctor"]), ["doctor", "--config", str(file), *words])

    return ask


def test_every_subject_is_checked(run):
    found = json.loads(run("--json").stdout)
    assert {each["subject"] for each in found} == SUBJECTS
    fonts = [each for each in found if each["subject"] == "fonts"]
    assert len(fonts) >= 4
    assert {each["health"] for each in fonts} == {"well"}
    assert all(each["remedy"] for each in found if each["health"] != "well")


@pytest.fixture
def session(tmp_path, monkeypatch):
    """A running session, and a wlr-randr that ends in a given way."""
    monkeypatch.setattr(all_diagnoses, "SESSION", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    (tmp_path / "wayland-0").touch()

    def ends(how):
        (tmp_path / "wlr-randr").write_text(f"#!/bin/sh\n{how}\n", encoding="ascii")
        (tmp_path / "wlr-randr").chmod(0o755)
        return all_diagnoses.power(Config(feed="https://feed.example", screen="hall", power=Power()))

    return ends


def test_a_compositor_that_cannot_switch_the_screen_is_reported(session):
    assert session("exit 0").health is Health.WELL
    found = session("echo compositor does not support it >&2; exit 1")
    assert (found.health, found.seen) == (Health.WRONG, "the screen stays on: compositor does not support it")
    assert "cec" in found.remedy


def test_a_compositor_that_hangs_is_reported(session, monkeypatch):
    monkeypatch.setattr(all_diagnoses, "PATIENCE_S", 0.1)
    assert "does not answer" in session("exec tail -f /dev/null").seen


def test_a_screen_missing_from_the_feed_is_reported(run):
    done = run(screen="nowhere")
    assert done.exit_code == 1
    assert "✗ content: the feed has no screen nowhere" in done.stdout
    assert "→ check screen:" in done.stdout
