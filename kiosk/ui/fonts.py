"""The product's own fonts, and no others, so that text has the same width on every machine.

On Linux, Qt finds fonts through fontconfig, which gets the product's own configuration: one font folder, and
how to rasterize glyphs. Elsewhere the product's fonts are added to those of the machine.
"""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QGlyphRun, QGuiApplication, QTextLayout

from kiosk import resources

SANS = "Noto Sans"
EMOJI = "Noto Emoji"
FAMILIES = {
    **dict.fromkeys(("ar", "fa", "ps", "ckb", "ur"), "Noto Sans Arabic UI"),
    **dict.fromkeys(("am", "ti"), "Noto Sans Ethiopic"),
}
"""The font families of languages that do not use `SANS`; the same as in `Theme.family` in QML."""


def make_application(arguments: Sequence[str]) -> QGuiApplication:
    """Return a Qt application that uses only the product's fonts."""
    select()
    application = QGuiApplication(list(arguments))
    install(application)
    return application


def select() -> None:
    """Point fontconfig at the product's fonts; must be called before the Qt application is created."""
    os.environ["FONTCONFIG_FILE"] = str(_folder() / "fonts.conf")


def install(application: QGuiApplication) -> None:
    """Set the default font and the emoji font of `application`."""
    if not sys.platform.startswith("linux"):
        for path in sorted(_folder().glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(path))
    QFontDatabase.addApplicationEmojiFontFamily(EMOJI)
    application.setFont(QFont(SANS))


def _folder() -> Path:
    return resources.assets() / "fonts"


def family(language: str) -> str:
    """Return the font family for the texts of a language."""
    return FAMILIES.get(language.split("_", maxsplit=1)[0], SANS)


def missing_characters(text: str, font: QFont) -> str:
    """Return the characters of `text` that would be drawn as empty boxes, without repetition."""
    return "".join(dict.fromkeys(_missing(text, font)))


def _missing(text: str, font: QFont) -> Iterator[str]:
    layout = QTextLayout(text.replace("\n", " "), font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    units = [sign for sign in text for _ in sign.encode("utf-16-le")[::2]]  # Qt counts in UTF-16
    flags = QTextLayout.GlyphRunRetrievalFlag
    runs: list[QGlyphRun] = layout.glyphRuns(-1, -1, flags.RetrieveGlyphIndexes | flags.RetrieveStringIndexes)
    for run in runs:
        boxes = run.rawFont().fontTable("head").isEmpty()  # Qt's font for a script that no font covers
        for glyph, place in zip(run.glyphIndexes(), run.stringIndexes(), strict=True):
            if (boxes or glyph == 0) and not _is_invisible(units[place]):
                yield units[place]


def _is_invisible(sign: str) -> bool:
    """Return whether a character needs no glyph: spaces, controls, joiners, variation selectors."""
    selector = "\ufe00" <= sign <= "\ufe0f" or "\U000e0100" <= sign <= "\U000e01ef"
    return selector or sign.isspace() or unicodedata.category(sign) in {"Cc", "Cf", "Zl", "Zp", "Zs"}
