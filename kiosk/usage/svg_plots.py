"""Plots as SVG inside a page: bars, and a week of hours. They need no script and can be read aloud."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

BAR, LABEL, WIDTH, CELL = 30, 240, 760, 26
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def bars(figures: Mapping[str, int], colour: str = "#0B5C6B") -> str:
    """Return horizontal bars, one a figure, its number beside it."""
    most = max(figures.values(), default=1)
    rows = [_bar(place, name, count, most, colour) for place, (name, count) in enumerate(figures.items())]
    return _svg(WIDTH, BAR * max(1, len(rows)), "".join(rows))


def _bar(place: int, name: str, count: int, most: int, colour: str) -> str:
    y, length = place * BAR, (WIDTH - LABEL - 70) * count / most
    return (
        f'<text x="{LABEL - 10}" y="{y + 20}" text-anchor="end">{escape(name)}</text>'
        f'<rect x="{LABEL}" y="{y + 4}" width="{length:.1f}" height="{BAR - 8}" rx="3" fill="{colour}"/>'
        f'<text x="{LABEL + length + 8:.1f}" y="{y + 20}">{count}</text>'
    )


def week(figures: Mapping[tuple[int, int], int]) -> str:
    """Return a grid of weekdays and hours, darker where there was more; a cell has its number as title."""
    most = max(figures.values(), default=1)
    hours = range(24)
    heads = "".join(f'<text x="{60 + CELL * hour}" y="14" font-size="11">{hour:02}</text>' for hour in hours)
    names = "".join(f'<text x="0" y="{CELL * day + 38}">{name}</text>' for day, name in enumerate(DAYS))
    cells = "".join(_cell(day, hour, figures.get((day, hour), 0), most) for day in range(7) for hour in hours)
    return _svg(60 + CELL * 24, 24 + CELL * 7, heads + names + cells)


def _cell(day: int, hour: int, count: int, most: int) -> str:
    shade = 0.06 + 0.94 * count / most if count else 0.04
    summary = f"{DAYS[day]} {hour:02}:00, {count}" if count else f"{DAYS[day]} {hour:02}:00, too few to show"
    return (
        f'<rect x="{58 + CELL * hour}" y="{20 + CELL * day}" width="{CELL - 3}" height="{CELL - 3}" rx="3" '
        f'fill="#0B5C6B" fill-opacity="{shade:.2f}"><title>{summary}</title></rect>'
    )


def _svg(width: int, height: int, inside: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="img" font-family="Noto Sans, sans-serif" font-size="15">{inside}</svg>'
    )
