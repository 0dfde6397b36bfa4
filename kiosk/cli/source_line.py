"""The line of a file that a problem refers to, with a caret under the column."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kiosk.feed.printable import printable
from kiosk.feed.problems import Position

MAX_BYTES = 1 << 20
WIDEST = 100
"""The maximum characters of a line that are shown; a longer line is cut around the column."""


def pointed_out(folder: Path, place: Position) -> Iterator[str]:
    """Yield the line at `place` and a line with a caret under its column; nothing if it cannot be read."""
    if not place.line:
        return
    line = _line(folder / place.file, place.line)
    if not line.strip():
        return
    column = max(0, min(place.column - 1, len(line)))
    start = max(0, column - WIDEST // 2) if len(line) > WIDEST else 0
    before, rest = printable(line[start:column]), printable(line[column : start + WIDEST])
    margin = f"{place.line:>5} | "
    yield f"{margin}{before}{rest}"
    yield f"{'':>5} | {' ' * _width(before)}^"


def _line(path: Path, number: int) -> str:
    from kiosk.feed.yaml_reader import yaml_lines

    try:
        with path.open("rb") as file:
            text = file.read(MAX_BYTES).decode("utf-8-sig", "replace")
    except OSError:
        return ""
    lines = yaml_lines(text)
    return lines[number - 1].replace("\t", " ") if number <= len(lines) else ""


def _width(text: str) -> int:
    """Return the width of a text on a terminal, in columns."""
    from rich.cells import cell_len

    return cell_len(text)
