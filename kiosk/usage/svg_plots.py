"""Plots as inline SVG: bars, stacked bars, and a week of hours. They need neither scripts nor colour.

Each plot shows its numbers as text. The parts of a bar differ in lightness.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

BAR, LABEL, WIDTH = 32, 235, 580
HOUR, DAY = 34, 62
COLOURS = ("#0B5C6B", "#E8A33D", "#B9C1C9")
"""Dark, medium and light: they also differ when printed in black and white."""

MAX_LABEL = 28  # characters
_INK = "#16243A"


def bars(figures: Mapping[str, float], label: str, shown: Mapping[str, str] | None = None) -> str:
    """Return horizontal bars, one per figure; beside each is its number, or its text in `shown`."""
    parts = {name: (value,) for name, value in figures.items()}
    shown = shown or {name: f"{value:g}" for name, value in figures.items()}
    return _bars(parts, shown, label, COLOURS[:1], 0)


def parted_bars(figures: Mapping[str, Sequence[float]], label: str, legend: Sequence[str]) -> str:
    """Return stacked bars with a legend above, and beside each bar the numbers of its parts."""
    shown = {name: " + ".join(f"{part:g}" for part in parts if part) for name, parts in figures.items()}
    place, keys = 0, []
    for name, colour in zip(legend, COLOURS, strict=False):
        keys.append(
            f'<rect x="{place}" y="4" width="16" height="16" fill="{colour}"/>'
            f'<text x="{place + 22}" y="18">{escape(name)}</text>'
        )
        place += 52 + 9 * len(name)
    return _bars(figures, shown, label, COLOURS, BAR, "".join(keys))


def _bars(  # noqa: PLR0913, PLR0917  # all parts of the drawing
    figures: Mapping[str, Sequence[float]],
    shown: Mapping[str, str],
    label: str,
    colours: Sequence[str],
    top: int,
    above: str = "",
) -> str:
    maximum = max((sum(parts) for parts in figures.values()), default=1) or 1
    drawn = [above]
    for row, (name, parts) in enumerate(figures.items()):
        y, x = top + row * BAR, float(LABEL)
        drawn.append(f'<text x="{LABEL - 10}" y="{y + 21}" text-anchor="end">{escape(_short(name))}</text>')
        for part, colour in zip(parts, colours, strict=False):
            length = (WIDTH - LABEL - 90) * part / maximum
            drawn.append(
                f'<rect x="{x:.1f}" y="{y + 4}" width="{length:.1f}" height="{BAR - 8}" fill="{colour}"/>'
            )
            x += length
        drawn.append(f'<text x="{x + 8:.1f}" y="{y + 21}">{escape(shown[name])}</text>')
    return _svg(WIDTH, top + BAR * max(1, len(figures)), "".join(drawn), label)


def week_grid(figures: Mapping[tuple[int, int], int], label: str, days: Sequence[str]) -> str:
    """Return a grid of weekdays and hours around those with figures; each cell shows its number."""
    maximum = max(figures.values(), default=1)
    hours = range(min(hour for _, hour in figures), max(hour for _, hour in figures) + 1)
    heads = "".join(
        f'<text x="{DAY + HOUR * (place + 0.5):.0f}" y="16" text-anchor="middle">{hour:02}</text>'
        for place, hour in enumerate(hours)
    )
    rows = range(max(5, 1 + max(day for day, _ in figures)))
    names = "".join(f'<text x="0" y="{HOUR * day + 46}">{escape(days[day])}</text>' for day in rows)
    cells = "".join(
        _cell(day, place, figures.get((day, hour), 0), maximum)
        for day in rows
        for place, hour in enumerate(hours)
    )
    return _svg(DAY + HOUR * len(hours) + 4, 26 + HOUR * len(rows), heads + names + cells, label)


def _cell(day: int, place: int, count: int, maximum: int) -> str:
    shade = 0.08 + 0.52 * count / maximum if count else 0.0  # dark text is legible on every shade
    x, y = DAY + HOUR * place, 24 + HOUR * day
    number = f'<text x="{x + 16}" y="{y + 21}" text-anchor="middle" font-size="12">{count}</text>'
    return (
        f'<rect x="{x}" y="{y}" width="{HOUR - 2}" height="{HOUR - 2}" fill="{COLOURS[0]}" '
        f'fill-opacity="{shade:.2f}" stroke="#C9C2B2"/>' + (number if count else "")
    )


def interval(share: float, low: float, high: float, label: str) -> str:
    """Return a share on a scale of 0 to 100 %, with its interval as a line."""
    left, length = 20, WIDTH - 60
    ticks = "".join(
        f'<rect x="{left + length * n / 4:.0f}" y="44" width="1" height="8"/>'
        f'<text x="{left + length * n / 4:.0f}" y="70" text-anchor="middle">{25 * n} %</text>'
        for n in range(5)
    )
    scale = f'<rect x="{left}" y="16" width="{length}" height="28" fill="#E7EDEF"/>'
    bar = f'<rect x="{left}" y="16" width="{length * share:.1f}" height="28" fill="{COLOURS[0]}"/>'
    line = "".join(
        f'<line x1="{left + length * x1:.1f}" y1="{y1}" x2="{left + length * x2:.1f}" y2="{y2}" '
        f'stroke="#B3261E" stroke-width="4"/>'
        for x1, y1, x2, y2 in ((low, 30, high, 30), (low, 18, low, 42), (high, 18, high, 42))
    )
    return _svg(WIDTH, 78, scale + bar + ticks + line, label)


def _short(name: str) -> str:
    return name if len(name) <= MAX_LABEL else name[: MAX_LABEL - 1] + "…"


def _svg(width: int, height: int, inside: str, label: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="img" aria-label="{escape(label)}" font-family="Noto Sans, sans-serif" '
        f'font-size="15" fill="{_INK}">{inside}</svg>'
    )
