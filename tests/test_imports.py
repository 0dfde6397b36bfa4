"""The rooms keep to themselves: what the import of one loads, and that each has its contract."""

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from kiosk.config_file import load_config
from tests.sync.world import World

ROOT = Path(__file__).resolve().parent.parent
EDGES = {"fleet", "printers", "publish", "usage", "webshot"}
QT = {"device", "drawn_checks", "report_pdf", "studio", "ui", "web_renderer"}
NETWORK = {"requests", "securesystemslib", "tuf", "urllib3"}
NOT_FOR_THE_PLAYER = NETWORK | {
    "pydantic",
    "yaml",
    "cryptography",
    "ssl",
    "uritemplate",
    "PIL",
    "typer",
    "rich",
}

NOT_FOR_THE_FIRST_PICTURE = (
    "kiosk.ui.desk.",
    "kiosk.visitor.",
    "kiosk.printers.",
    "kiosk.isolated",
    "kiosk.live.host_names",
    "kiosk.live.live_data",
    "kiosk.fleet.screen_commands",
    "kiosk.ui.slides.formatted_text",
    "difflib",
    "kiosk.media.media_facts",
    "kiosk.device.status_reporter",
    "kiosk.fleet.screen_status",
    "kiosk.usage.released_figures",
)
"""What is imported later, or only on some screens: a millisecond or more each."""


def rooms():
    found = (p for p in (ROOT / "kiosk").iterdir() if (p / "__init__.py").exists() or p.suffix == ".py")
    return {p.stem for p in found if not p.name.startswith(("__", "."))}


def test_rooms_are_found():
    assert {"feed", "ui", "resources"} <= rooms()


def loaded_by(module):
    """All modules that a fresh Python holds after the import of one and of everything in it."""
    code = (
        "import importlib, pkgutil, sys\n"
        f"room = importlib.import_module({module!r})\n"
        "for each in pkgutil.walk_packages(getattr(room, '__path__', []), room.__name__ + '.'):\n"
        "    importlib.import_module(each.name)\n"
        "print(*sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)
    return {name.partition(".")[0] for name in run.stdout.split()}


@pytest.mark.parametrize("room", sorted(rooms() - QT - {"cli"}))
def test_room_loads_no_qt(room):
    assert not loaded_by(f"kiosk.{room}") & {"PySide6", "shiboken6"}


def test_the_kiosk_loads_no_browser():
    code = "import sys, kiosk.device; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)
    assert not [name for name in run.stdout.split() if "WebEngine" in name or "kiosk.web_renderer" in name]


def test_importing_in_the_player_reads_no_sources():
    code = "import builtins, kiosk.device; print(builtins.__import__ is not builtins.__feature_import__)"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)
    assert run.stdout.strip() == "True"


SHOW_WHAT_IS_STORED = """
import enum, json, sys
from kiosk import device
from kiosk.__main__ import main
from kiosk.ui.images import PictogramProvider

found = {"pictograms": []}

def note_pictogram(provider, name, size, requested):
    found["pictograms"].append(name)
    return draw_pictogram(provider, name, size, requested)

draw_pictogram, PictogramProvider.requestImage = PictogramProvider.requestImage, note_pictogram

def enums_below(kind):
    return [each for child in kind.__subclasses__() for each in (child, *enums_below(child))]

class Device(device.DeviceApp):
    def start(self, *, fullscreen):
        self.kiosk.sync.start = lambda _request: None
        self.kiosk.shell.player.slideShown.connect(self.report)
        super().start(fullscreen=fullscreen)

    def report(self, *_):
        found["shown"] = self.kiosk.stored.status().shown
        found["modules"] = list(sys.modules)
        found["enums"] = [each.__qualname__ for each in enums_below(enum.Enum)]
        print(json.dumps(found), flush=True)
        QTimer.singleShot(0, lambda: QCoreApplication.exit(0))  # the event loop may not run yet

from PySide6.QtCore import QCoreApplication, QTimer
device.DeviceApp = Device
main()
"""


def test_the_player_shows_a_stored_feed_without_what_validated_it(tmp_path):
    context = World(tmp_path)
    context.write({"slides/hello.yaml": b"kind: message\ntitle: Hej\n"})
    context.publish()
    context.url = context.site.as_uri()
    stored = context.kiosk().poll().generation
    config = tmp_path / "kiosk.yaml"
    config.write_text(f"feed: {context.url}\nscreen: hall\nroot: {context.root}\n", encoding="utf-8")
    load_config(config, state=tmp_path / "state-hall")  # an earlier start read it
    options = ["--config", config, "--state", tmp_path / "state-hall", "--windowed"]
    run = subprocess.run(
        [sys.executable, "-c", SHOW_WHAT_IS_STORED, "run", *options],
        cwd=ROOT,
        timeout=60,
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    found = json.loads(run.stdout)
    loaded = {name.partition(".")[0] for name in found["modules"]}
    assert found["shown"] == stored.id
    assert not [name for name in found["modules"] if name.startswith(NOT_FOR_THE_FIRST_PICTURE)]
    assert "msgspec" in loaded
    assert not NOT_FOR_THE_PLAYER & loaded
    assert found["pictograms"] == []
    assert not [name for name in found["enums"] if name.startswith("Qt.")]


@pytest.mark.parametrize("room", ["checks", "feed", "signage", "visitor"])
def test_room_of_rules_loads_no_network(room):
    assert not loaded_by(f"kiosk.{room}") & NETWORK


def sources(contract):
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = {each["id"]: each for each in settings["tool"]["importlinter"]["contracts"]}
    return {name.removeprefix("kiosk.") for name in contracts[contract]["source_modules"]}


def test_every_other_room_is_kept_from_qt():
    assert sources("qt") == rooms() - QT


def test_every_edge_has_its_contract():
    assert sources("edges") == rooms() & EDGES
