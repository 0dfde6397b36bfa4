"""Somebody has the device in their hands: nothing of a visitor or a password lies on its disk."""

import configparser
from pathlib import Path

import pytest

UNITS = Path(__file__).resolve().parents[2] / "deploy" / "systemd"
SERVICES = sorted(path.name for path in UNITS.glob("*.service"))


def test_all_services_are_found():
    assert {"infodisk.service", "infodisk-web@.service", "infodisk-exporter.service"} <= {*SERVICES}


@pytest.mark.parametrize("name", SERVICES)
def test_no_service_leaves_its_memory_on_the_disk(name):
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str
    unit.read(UNITS / name, encoding="utf-8")
    assert unit["Service"]["LimitCORE"] == "0"
