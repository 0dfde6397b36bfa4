"""SVG, rendered by resvg for each resolution that is needed, since screens do not parse SVG.

Anything that resvg would draw differently from a browser is an error at its line; resvg itself reports most.
"""

from __future__ import annotations

import contextlib
import io
import math
import os
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import resvg_py
from PIL import Image

from kiosk.checks import svg_rules
from kiosk.feed.message_catalog import tr
from kiosk.media.media_facts import Made, MediaFacts, Order, Pixels, unusable
from kiosk.media.raster_picture import save_png

FAMILY = "Noto Sans"
MOST_TIMES = 3
"""A drawing that is much taller or wider than a screen has at most this many times the screen's pixels."""

DPI = 96.0
"""The scale of lengths in mm, inches and points, as in CSS."""

TRIAL = 240
"""The width of the first drawing, which only shows whether it can be drawn, in pixels."""

_WARNING = re.compile(r"^(?:Warning|Error) \(in [^)]*\): (.*)$", re.MULTILINE)
_HARMLESS = ("Fallback from ", "Failed to parse clip-path value: 'url(#")
_EMPTY_SHAPE = re.compile(r"has an invalid '(width|height|r|rx|ry|points)' value")
_QUOTED = re.compile(r"'([^']+)'")
_RULE = re.compile(r"(@[\w-]+)")
_CHARACTER = re.compile(r"No fonts with a (.)/U\+([0-9A-F]+)", re.DOTALL)

Fault = tuple[int, int, str]


def convert(order: Order, alive: Callable[[], None]) -> MediaFacts:
    """Check a drawing and draw it for each resolution."""
    with order.path.open("rb") as file:
        data = file.read(svg_rules.MAX_BYTES + 1)
    faults, warnings = (
        tuple((*place, message) for place, message in some) for some in svg_rules.svg_problems(data)
    )
    if faults:
        return MediaFacts("drawing", faults=faults)
    text = _decoded(data)
    try:
        trial, log = _draw(text, order.fonts, TRIAL)
        if message := tuple(_messages(log, text)):
            return MediaFacts("drawing", faults=message)
        aspect = trial.width / trial.height
        made = []
        for resolution in order.need.resolutions:
            alive()
            made.append(_write_rendition(order, text, aspect, resolution))
    except ValueError as bad:
        return unusable("drawing", tr("cannot be drawn: {reason}", reason=str(bad)))
    return MediaFacts("drawing", warnings=warnings, aspect=aspect, made=tuple(made))


def _decoded(data: bytes) -> str:
    """Return the text of an XML document, which declares its encoding if that is not UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    named = re.match(rb"\s*<\?xml[^>]*encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']", data)
    text = data.decode(named[1].decode() if named else "utf-8-sig")
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text.removeprefix("\ufeff"))


def _write_rendition(order: Order, text: str, aspect: float, resolution: Pixels) -> Made:
    width, height = resolution
    wide = max(width, height * aspect)
    limit = math.sqrt(MOST_TIMES * width * height * aspect)
    image, _ = _draw(text, order.fonts, max(1, round(min(wide, limit))))
    name = f"{width}x{height}.png"
    save_png(image, order.out / name)
    return Made(name, resolution=resolution)


def _draw(text: str, fonts: Path, width: int) -> tuple[Image.Image, str]:
    """Return the picture and resvg's log. Only the product's fonts are used, and no other file is loaded."""
    families = dict.fromkeys(
        ("font_family", "serif_family", "sans_serif_family", "monospace_family", "cursive_family"), FAMILY
    )
    options: dict[str, Any] = families | {"fantasy_family": FAMILY}
    with _captured_output() as output:
        data = resvg_py.svg_to_bytes(
            svg_string=text,
            width=width,
            skip_system_fonts=True,
            dpi=DPI,
            font_files=_files(fonts),
            log_information=True,
            **options,
        )
        log = output.read_text("utf-8", "replace")
    return Image.open(io.BytesIO(data)), log


def _files(fonts: Path) -> list[str]:
    """Return the fonts, the regular ones first: resvg takes the first font that has a character."""
    paths = sorted(fonts.glob("*.ttf"), key=lambda path: (not path.stem.endswith("-Regular"), path.name))
    return [str(path) for path in paths]


@contextlib.contextmanager
def _captured_output() -> Iterator[Path]:
    """Redirect what native code prints to standard output and error into a file, and yield its path."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log"
        saved = [os.dup(1), os.dup(2)]
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        try:
            os.dup2(handle, 1)
            os.dup2(handle, 2)
            yield path
        finally:
            for number, old in enumerate(saved, start=1):
                os.dup2(old, number)
                os.close(old)
            os.close(handle)


def _messages(log: str, text: str) -> Iterator[Fault]:
    """Yield a fault for everything that resvg left out of a drawing, with its line and column."""
    lines = text.splitlines()
    yield from _undrawn(dict.fromkeys(_CHARACTER.findall(log)), lines)
    for resvg_warning in dict.fromkeys(_WARNING.findall(log)):
        if (
            resvg_warning.startswith(_HARMLESS)
            or _EMPTY_SHAPE.search(resvg_warning)
            or _CHARACTER.match(resvg_warning)
        ):
            continue
        message = tr(
            "would not be drawn as intended: {reason}; draw it without, or export it as PNG",
            reason=resvg_warning.rstrip("."),
        )
        if resvg_warning.startswith("Image has"):
            message = tr("this embedded picture cannot be decoded; embed it as PNG or JPEG")
            yield (*_position(lines, ["<image", ":image"]), message)
            continue
        yield (*_position(lines, [*_QUOTED.findall(resvg_warning), *_RULE.findall(resvg_warning)]), message)


def _undrawn(characters: Iterable[tuple[str, str]], lines: list[str]) -> Iterator[Fault]:
    """Yield one fault for each line with characters that cannot be drawn."""
    by_line: dict[int, tuple[int, list[str]]] = {}
    for sign, code in characters:
        line, column = _position(lines, [sign, f"&#x{code.lower()};", f"&#x{code};", f"&#{int(code, 16)};"])
        first, codes = by_line.get(line, (column, []))
        by_line[line] = (min(first, column), [*codes, f"U+{code}"])
    for line, (column, codes) in by_line.items():
        named = ", ".join(codes[:5]) + (" …" if len(codes) > 5 else "")  # noqa: PLR2004  # enough to find it
        message = tr(
            "the fonts of the screens cannot draw {characters} in this text; turn the text into paths",
            characters=named,
        )
        yield line, column, message


def _position(lines: list[str], words: Iterable[str]) -> tuple[int, int]:
    for word in words:
        for number, line in enumerate(lines, start=1):
            if (column := line.find(word)) >= 0:
                return number, column + 1
    return 0, 0
