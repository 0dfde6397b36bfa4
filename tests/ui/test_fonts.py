"""The fonts of the product: which are used, and which signs they lack."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from kiosk import resources
from kiosk.ui import fonts

FOLDER = resources.assets() / "fonts"


def test_no_font_of_the_machine_is_used(qapp):
    generic = {"Monospace", "Sans Serif", "Serif"}
    assert {name for name in QFontDatabase.families() if not name.startswith("Noto ")} <= generic
    assert {fonts.SANS, fonts.EMOJI, *fonts.FAMILIES.values()} <= set(QFontDatabase.families())


def test_fonts_come_with_their_licence():
    licence = (FOLDER / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert {path.suffix for path in FOLDER.iterdir()} == {".ttf", ".txt", ".conf"}


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Välkommen! 10:00–16:00 ½ € → ≥ ✓ ©", ""),
        ("Sommaröppet ☀️ 🎉 👋🏽 👨‍👩‍👧‍👦 🇸🇪 ❤️ ♿ ☎ 🏳️‍🌈", ""),
        ("العربية עברית हिन्दी ไทย தமிழ் ქართული Հայերեն ትግርኛ বাংলা ਪੰਜਾਬੀ ܣܘܪܝܝܐ ﷽", ""),
        ("Hej\nhej\u00a0\u2011 A\u030a \u2066x\u2069", ""),
        ("Hej 中文, 文", "中文"),
        ("𐐔 한", "𐐔한"),
        ("ދިވެހި", "ދވހ"),
    ],
)
def test_signs_that_no_font_has(qapp, text, missing):
    for family in (fonts.SANS, *fonts.FAMILIES.values()):
        assert set(fonts.missing_characters(text, QFont(family))) == set(missing)


def test_text_is_as_wide_where_the_machine_has_no_fonts(qapp, tmp_path):
    """A machine without any font gives the same width, whatever it was told of fonts."""
    words = "Medborgarkontoret مكتب 🎉 ምርጫ"
    code = (
        "from PySide6.QtGui import QFont, QFontMetricsF\n"
        "from kiosk.ui import fonts\n"
        "application = fonts.make_application(['x'])\n"
        f"print(QFontMetricsF(QFont('Noto Sans', 40)).horizontalAdvance({words!r}))"
    )
    nothing = tmp_path / "fonts.conf"
    nothing.write_text("<fontconfig/>")
    surroundings = os.environ | {"FONTCONFIG_FILE": str(nothing), "XDG_CACHE_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=surroundings,
        cwd=Path(fonts.__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert float(done.stdout) == QFontMetricsF(QFont("Noto Sans", 40)).horizontalAdvance(words)
