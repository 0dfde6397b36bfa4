"""The table in docs/devices.md has exactly the keys of a device's configuration."""

import re
from dataclasses import fields
from pathlib import Path

from kiosk.config import Config

PAGE = (Path(__file__).resolve().parents[1] / "docs/devices.md").read_text("utf-8")


def test_every_key_of_the_configuration_is_in_the_table():
    section = PAGE.partition("## Configuration")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (`[^|]+) \|", section, re.MULTILINE)
    assert {key for row in rows for key in re.findall(r"`(\w+)`", row)} == {
        field.name for field in fields(Config)
    }
