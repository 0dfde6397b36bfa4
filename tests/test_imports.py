"""The rooms keep to themselves: what the import of one loads, and that each has its contract."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
EDGES = {"devices", "fleet", "publish", "sync", "tally", "web"}
QT = {"app", "engine", "ui"}
NETWORK = {"requests", "securesystemslib", "tuf", "urllib3"}


def rooms():
    found = (p for p in (ROOT / "kiosk").iterdir() if p.is_dir() or p.suffix == ".py")
    return {p.stem for p in found if not p.name.startswith(("__", "."))}


def test_rooms_are_found():
    assert {"content", "ui", "resources"} <= rooms()


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
    code = "import sys, kiosk.app; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)
    assert not [name for name in run.stdout.split() if "WebEngine" in name or "kiosk.engine" in name]


@pytest.mark.parametrize("room", ["checks", "content", "signage", "visitor"])
def test_room_of_rules_loads_no_network(room):
    assert not loaded_by(f"kiosk.{room}") & NETWORK


def sources(contract):
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = {each["id"]: each for each in settings["tool"]["importlinter"]["contracts"]}
    return {name.removeprefix("kiosk.") for name in contracts[contract]["source_modules"]}


def test_every_room_but_three_is_kept_from_qt():
    assert sources("qt") == rooms() - QT


def test_every_edge_has_its_contract():
    assert sources("edges") == rooms() & EDGES
