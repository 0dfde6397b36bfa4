"""A screen's week as SVG: a row per day, and a block per period in which the same playlists are on.

A block's length is its real duration: a day on which the clocks change is an hour shorter or longer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from xml.sax.saxutils import escape
from zoneinfo import ZoneInfo

from kiosk.feed.wall_time import instant
from kiosk.signage.schedule import Showing
from kiosk.signage.timeline import Stretch

_HOUR = 44  # all lengths in SVG units
_LEFT = 130
_TOP = 60
_ROW = 56
_WIDTH = _LEFT + 25 * _HOUR + 20
_FOOT = _TOP + 7 * _ROW + 10
_LINE = 26
_LETTER = 7.5  # the width of a character, rounded up
_TAKEOVER = "#8f1d2c"
_NOTHING = "#d9d9d9"
_COLOURS = ("#1f4e79", "#276749", "#6b3fa0", "#8a4b08", "#0b6e6e", "#7a3b5d", "#3b5c1d", "#4a4a8f")


def draw_week(title: str, monday: date, stretches: Sequence[Stretch], zone: ZoneInfo) -> str:
    """Return the SVG of the week that begins on `monday`."""
    colours = _colours(stretches)
    body = [_text(_LEFT, 28, title, size=20)]
    for row in range(7):
        day = monday + timedelta(days=row)
        body += _day(day, row, zone)
        body += [block for each in stretches for block in _block(each, day, row, zone, colours)]
    kinds = dict.fromkeys((_fill(each.showing, colours), _name(each.showing)) for each in stretches)
    body += [line for row, kind in enumerate(kinds) for line in _legend(row, *kind)]
    height = _FOOT + len(kinds) * _LINE + 10
    size = f'width="{_WIDTH}" height="{height}" viewBox="0 0 {_WIDTH} {height}"'
    ground = f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>'
    lines = "\n".join((ground, *body))
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif">\n{lines}\n</svg>\n'


def _colours(stretches: Sequence[Stretch]) -> dict[tuple[str, ...], str]:
    """Return a colour for each combination of playlists, the same in every week."""
    kinds = sorted({each.showing.playlists for each in stretches if not each.showing.takeover})
    return {kind: _COLOURS[index % len(_COLOURS)] if kind else _NOTHING for index, kind in enumerate(kinds)}


def _fill(shown: Showing, colours: dict[tuple[str, ...], str]) -> str:
    return _TAKEOVER if shown.takeover else colours[shown.playlists]


def _name(shown: Showing) -> str:
    return ", ".join(shown.playlists) or "nothing"


def _legend(row: int, fill: str, name: str) -> Iterator[str]:
    """Yield the meaning of a colour: a short block has no room for its name."""
    top = _FOOT + row * _LINE
    yield f'<rect x="{_LEFT}" y="{top}" width="18" height="18" fill="{fill}"/>'
    yield _text(_LEFT + 26, top + 14, name, size=13)


def _day(day: date, row: int, zone: ZoneInfo) -> Iterator[str]:
    """Yield the label of a day and its hour lines."""
    top = _TOP + row * _ROW
    yield _text(12, top + 26, f"{day:%a %Y-%m-%d}", size=14)
    midnight = instant(day, 0, zone)
    for hour in range(0, 25, 6):
        x = _x(instant(day, hour * 60, zone), midnight)
        yield f'<line x1="{x:g}" y1="{top}" x2="{x:g}" y2="{top + _ROW - 8}" stroke="#888888"/>'
        yield _text(x + 2, top + _ROW - 6, f"{hour:02}", size=10)


def _block(
    each: Stretch, day: date, row: int, zone: ZoneInfo, colours: dict[tuple[str, ...], str]
) -> Iterator[str]:
    """Yield the part of a period that falls on a day."""
    midnight, end = instant(day, 0, zone), instant(day, 24 * 60, zone)
    left, right = _x(max(each.start, midnight), midnight), _x(min(each.end, end), midnight)
    if left >= right:
        return
    shown, top = each.showing, _TOP + row * _ROW
    fill, name = _fill(shown, colours), _name(shown)
    times = f"{each.start.astimezone(zone):%a %H:%M} – {each.end.astimezone(zone):%a %H:%M}"
    ink = "#ffffff" if shown.playlists else "#333333"
    yield (
        f"<g><title>{escape(f'{times}: {name}')}</title>"
        f'<rect x="{left:g}" y="{top}" width="{right - left:g}" height="36" fill="{fill}" stroke="#ffffff"/>'
        f"{_text(left + 6, top + 23, _fitting(name, right - left - 12), size=13, ink=ink)}</g>"
    )


def _fitting(name: str, width: float) -> str:
    """Return as much of a name as fits; the full name is in the block's title."""
    room = int(width / _LETTER)
    return name if len(name) <= room else name[: room - 1] + "…" if room > 1 else ""


def _x(at: datetime, midnight: datetime) -> float:
    return _LEFT + (at - midnight) / timedelta(hours=1) * _HOUR


def _text(x: float, y: float, text: str, *, size: int, ink: str = "#222222") -> str:
    return f'<text x="{x:g}" y="{y:g}" font-size="{size}" fill="{ink}">{escape(text)}</text>'
