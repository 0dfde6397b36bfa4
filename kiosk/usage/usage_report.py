"""The report of a period: one HTML page without scripts, and the same figures as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from html import escape

from kiosk.feed.printable import printable
from kiosk.usage import protected_figures, svg_plots
from kiosk.usage.protected_figures import Period
from kiosk.usage.usage_store import Cell

FACES = {"5": "very good", "4": "good", "3": "so-so", "2": "bad", "1": "very bad"}
SECTIONS = (
    ("topic", "What visitors wanted help with"),
    ("none free", "Topics for which no time was free"),
    ("language", "Languages"),
    ("page", "Pages reached"),
    ("qr", "Codes shown"),
    ("ticket", "Tickets"),
)

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a cell begins with that a spreadsheet would compute, also as full-width characters."""

_STYLE = """
body { font: 17px/1.5 "Noto Sans", sans-serif; color: #16243A; background: #FAF6EE; margin: 0 auto;
       max-width: 60rem; padding: 2rem; }
h1 { font-size: 1.9rem; } h2 { font-size: 1.25rem; margin: 2.2rem 0 .4rem; }
section { background: #fff; border: 1px solid #C9C2B2; border-radius: 12px; padding: .2rem 1.4rem 1.2rem;
          margin: 1.2rem 0; }
svg { max-width: 100%; height: auto; } .big { font-size: 2.4rem; font-weight: 700; }
"""


def page(cells: Sequence[Cell], period: Period, screens: Sequence[str], left_out: Sequence[str] = ()) -> str:
    """Return the report as HTML; `cells` are those of the period, `left_out` says what could not be read."""
    title = f"Visits {period.first} to {period.last}"
    parts = [_summary(cells, screens), _satisfaction(cells), _hours(cells, period)]
    parts += [_section(heading, protected_figures.totals(cells, kind)) for kind, heading in SECTIONS]
    parts += [f"<p><strong>Left out:</strong> {escape(why)}</p>" for why in left_out]
    return (
        f'<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>'
        f"<h1>{title}</h1>{''.join(parts)}"
        f"<p>Counts are anonymous and by the hour. Figures below {protected_figures.LEAST} are left out, "
        "here and in the CSV; totals are of what is shown.</p></html>\n"
    )


def _summary(cells: Sequence[Cell], screens: Sequence[str]) -> str:
    visits = sum(protected_figures.totals(cells, "visit").values())
    seen = sorted({cell.screen for cell in cells})
    where = ", ".join(map(escape, screens or seen)) or "no screen"
    return f'<section><p class="big">{visits or "fewer than 5"}</p><p>visits begun at {where}</p></section>'


def _satisfaction(cells: Sequence[Cell]) -> str:
    given = protected_figures.totals(cells, "face")
    shown = {FACES[face]: given[face] for face in FACES if face in given}
    answers = sum(given.values())
    pleased = sum(given.get(face, 0) for face in ("4", "5"))
    share = round(100 * pleased / answers) if answers else 0
    summary = f"<p>{share} % of {answers} answers are good or very good.</p>" if answers else ""
    return _section("Did you get the help you needed?", shown, summary, "#245A41")


def _hours(cells: Sequence[Cell], period: Period) -> str:
    found = protected_figures.by_week_hour(cells, "visit", period.zone)
    drawn = svg_plots.week(found) if found else "<p>Too few to show.</p>"
    return f"<section><h2>When visits began</h2>{drawn}</section>"


def _section(heading: str, shown: dict[str, int], summary: str = "", colour: str = "#0B5C6B") -> str:
    drawn = svg_plots.bars(shown, colour) if shown else "<p>Too few to show.</p>"
    return f"<section><h2>{heading}</h2>{summary}{drawn}</section>"


def table(cells: Sequence[Cell], period: Period) -> str:
    """Return the figures by screen and day as CSV."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("screen", "day", "kind", "value", "count"))
    for row in protected_figures.by_day(cells, period.zone):
        writer.writerow(tuple(map(_cell, row)))
    return text.getvalue()


def _cell(value: object) -> object:
    """Return a text so that spreadsheets take it for text, never for a formula (OWASP, CSV injection)."""
    if not isinstance(value, str):
        return value
    return f"'{printable(value)}" if value.startswith(FORMULA) else printable(value)
