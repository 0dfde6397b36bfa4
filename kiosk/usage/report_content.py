"""The content of a report: sections of sentences, each with a plot and the table of its numbers.

All formats of a report show the same content; `kiosk/usage/report_sections.py` writes it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field

from kiosk.feed.message_catalog import in_language, tr
from kiosk.feed.weekday_names import WEEKDAY_NAMES
from kiosk.frozen import frozen
from kiosk.usage.period_figures import (
    PeriodFigures,
    period_before,
    same_period_last_year,
)
from kiosk.usage.report_names import ReportNames

Value = str | int | float
"""A table cell; texts are in the language of the report, or are names from the feed."""

_SHORT_WEEKDAYS = (tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun"))


@frozen
class ReportTable:
    """The numbers of a plot; the first cell of each row is its heading."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


@frozen
class ReportSection:
    """One question, with its answer in sentences, a plot as SVG (or none), and a table (or none)."""

    heading: str
    sentences: tuple[str, ...]
    plot: str = ""
    table: ReportTable | None = None


@frozen
class Report:
    """A report in one language; a report of made-up figures says so in every format."""

    language: str
    title: str
    sections: tuple[ReportSection, ...]
    made_up: bool = False
    notes: tuple[str, ...] = ()
    """Notes on how the figures are protected, and on figures that could not be read."""

    @property
    def warning(self) -> str:
        """The text above made-up figures; empty for real ones."""
        return in_language(
            tr("These figures are made up. They show what a report looks like."), self.language
        ) * (self.made_up)


@frozen
class ReportInput:
    """The input of a report: figures, names and language."""

    figures: PeriodFigures
    names: ReportNames = field(default_factory=ReportNames)
    language: str = "en"
    without_figures: tuple[str, ...] = ()
    """Screens that were expected to have figures, but had none."""

    @property
    def say(self) -> Callable[[str], str]:
        """A function that returns a message in the language of the report."""
        return lambda message: in_language(message, self.language)

    @property
    def before(self) -> PeriodFigures:
        """The figures of the period before."""
        return self.figures.during(period_before(self.figures.period))

    @property
    def last_year(self) -> PeriodFigures:
        """The figures of the same period last year."""
        return self.figures.during(same_period_last_year(self.figures.period))

    @property
    def places(self) -> dict[str, tuple[str, ...]]:
        """The screens of each place, by its name."""
        places: dict[str, tuple[str, ...]] = {}
        for screen in self.figures.screens:
            place = self.names.place_of(screen)
            places[place] = (*places.get(place, ()), screen)
        return places

    def weekday(self, day: int, *, short: bool = False) -> str:
        """Return the name of a weekday; 0 is Monday."""
        return self.say((_SHORT_WEEKDAYS if short else WEEKDAY_NAMES)[day])


def format_value(value: Value, language: str) -> str:
    """Return a value in the format of a language: Swedish uses a decimal comma."""
    text = f"{value:.1f}" if isinstance(value, float) else str(value)
    return text.replace(".", ",") if isinstance(value, float) and language == "sv" else text


def percent(share: float) -> str:
    """Return a share in per cent, with a no-break space."""
    return f"{100 * share:.0f}\N{NO-BREAK SPACE}%"


def per_cent_of(part: int, whole: int) -> str:
    """Return a part of a whole in per cent, or a dash if the whole is zero."""
    return percent(part / whole) if whole else "–"


def more_words(count: int, language: str) -> str:
    """Return the note for a short format that leaves sentences out."""
    return in_language(tr("And {count} more, in the report for the office.", count=count), language)
