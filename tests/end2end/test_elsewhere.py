"""What an admin does on macOS and Windows: the product without what there is only on Unix."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import noise
from tests.sync.world import World, serving

ROOT = Path(__file__).resolve().parents[2]
ELSEWHERE = Path(__file__).parent / "elsewhere"
ADMIN = ("kiosk.checks", "kiosk.cli", "kiosk.feed", "kiosk.publish", "kiosk.signage", "kiosk.drawn_checks")


@pytest.fixture
def context(tmp_path):
    return World(tmp_path)


def python(code, *words):
    paths = os.pathsep.join(map(str, (ELSEWHERE, ROOT)))
    env = {**os.environ, "PYTHONPATH": paths, "PYTHONIOENCODING": "cp1252", "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, words)], env=env, capture_output=True, text=True, check=False
    )


def kiosk(*words):
    return python("import sys; from kiosk.cli.main import main; sys.argv[0] = 'kiosk'; main()", *words)


def test_this_is_another_system():
    code = "exec('import os, fcntl', {'__name__': 'kiosk.made_up'})"
    assert "No module named 'fcntl' on Windows" in python(code).stderr
    assert python("import os, fcntl; os.sched_getaffinity(0)").stderr == ""


def test_all_that_an_admin_needs_can_be_imported():
    code = (
        "import importlib, pkgutil, sys\n"
        "for room in map(importlib.import_module, sys.argv[1:]):\n"
        "    for each in pkgutil.walk_packages(room.__path__, room.__name__ + '.'):\n"
        "        importlib.import_module(each.name)"
    )
    done = python(code, *ADMIN)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_site_is_made_and_published_to(context, tmp_path):
    context.write({"media/hello.png": noise(99), "media/door.png": noise(88)})
    site, keys = tmp_path / "elsewhere", tmp_path / "her-keys"
    done = kiosk("site", "init", site, "--keys", keys)
    assert done.returncode == 0, done.stderr
    for each in keys.glob("*.pem"):
        each.chmod(0o644)  # as every file there seems to be
    done = kiosk("publish", "--quick", context.folder, site, "--keys", keys)
    assert done.returncode == 0, done.stderr
    assert "shows version 2 of the feed" in done.stdout


def test_a_site_is_copied_to_a_stick(context, tmp_path):
    context.write({f"media/{number}.png": bytes([number]) * 99 for number in range(20)})
    for number in range(20):
        context.write({f"slides/s{number}.yaml": f"kind: picture\npicture: media/{number}.png\n".encode()})
    names = ", ".join(f"s{number}" for number in range(20))
    context.write({"playlists/all.yaml": f"slides: [{names}]\n".encode()})
    context.publish()
    with serving(context.site) as server:
        done = kiosk("sync", server.url, "--root", context.root, "--to", tmp_path / "stick")
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "stick/media").glob("*/*"))) == 21


def test_a_schedule_is_reported_and_a_mistake_in_any_alphabet(context):
    printed = kiosk("schedule", context.folder, "--screen", "door")
    assert (printed.returncode, "door" in printed.stdout) == (0, True), printed.stderr
    context.write({"slides/hello.yaml": "kind: picture\npicture: مرحبا.png\n".encode()})
    done = kiosk("check", "--quick", context.folder)
    assert (done.returncode, done.stderr) == (1, "")
    assert r"\u0645" in done.stdout


def test_a_feed_is_drawn(context, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    done = kiosk("preview", context.folder, "-o", tmp_path / "out", "--screen", "door")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out/index.html").exists()
    assert "cannot be decoded" in kiosk("check", context.folder).stdout
