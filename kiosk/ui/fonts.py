"""The fonts that come with the product, and no others: a text is as wide on every machine.

On Linux, Qt finds fonts through fontconfig, which is given the product's own configuration: one folder, and
how glyphs are rasterized. Elsewhere the product's fonts are added to those of the machine.
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
"""By language where it is not `SANS`, as `Theme.family` in QML has them."""


def make_application(arguments: Sequence[str]) -> QGuiApplication:
    """Return a Qt application that uses only the product's fonts."""
    select()
    application = QGuiApplication(list(arguments))
    install(application)
    return application


def select() -> None:
    """Point fontconfig at the product's fonts; it has to know before Qt's application is created."""
    os.environ["FONTCONFIG_FILE"] = str(_folder() / "fonts.conf")


def install(application: QGuiApplication) -> None:
    """Set the default font of `application` and the font of its emoji."""
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
    """Return the characters of `text` that would be drawn as empty boxes, each once."""
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
        boxes = run.rawFont().fontTable("head").isEmpty()  # what Qt draws for a script that no font knows
        for glyph, place in zip(run.glyphIndexes(), run.stringIndexes(), strict=True):
            if (boxes or glyph == 0) and not _is_invisible(units[place]):
                yield units[place]


def _is_invisible(sign: str) -> bool:
    """Return whether a character has no glyph of its own: spaces, controls, joiners, variation selectors."""
    selector = "\ufe00" <= sign <= "\ufe0f" or "\U000e0100" <= sign <= "\U000e01ef"
    return selector or sign.isspace() or unicodedata.category(sign) in {"Cc", "Cf", "Zl", "Zp", "Zs"}
