"""The visit report of `kiosk report` for a month or a quarter, from a folder of figures."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.feed.message_catalog import tr
from kiosk.feed.models import Feed
from kiosk.frozen import frozen
from kiosk.usage.figure_files import FigureSources, FigureSourcesError, UnreadFigures
from kiosk.usage.period_figures import figures_of
from kiosk.usage.released_figures import Days, Released, month_of
from kiosk.usage.report_content import Report
from kiosk.usage.report_draft import ReportDraft, figures_of_screens, subject_of

MONTHS_OF_QUARTER = 3
MAX_NAMED = 3
TOO_FEW = tr("Too few visits to show: no count below five is ever shown.")


@frozen
class VisitFigures:
    """The contents of a folder: the figures that may be shown, and the files that could not be read."""

    released: Released
    left_out: tuple[UnreadFigures, ...] = ()

    @property
    def periods(self) -> tuple[Days, ...]:
        """The months that have figures and their quarters, the newest first."""
        days = {each.first for each in self.released.cells} | {each.day for each in self.released.days}
        months = {month_of(day) for day in days}
        periods = months | {quarter_of(month.first) for month in months}
        return tuple(sorted(periods, key=lambda each: (each.last, each.first), reverse=True))

    def newest_month(self, today: date) -> Days:
        """Return the newest month that is over; if none is, the newest one."""
        months = [each for each in self.periods if month_of(each.first) == each]
        return next((each for each in months if each.last < today), months[0])


def read_figures(folder: Path, feed: Feed | None, today: date) -> VisitFigures:
    """Read a folder of figures; raises `FigureSourcesError` with a message to show beside the field."""
    if not folder.exists():
        raise FigureSourcesError(tr("There is no such folder."))
    sources = FigureSources()
    sources.add_files([folder])
    left_out = tuple(sources.left_out)
    if not sources.cells and not sources.months:
        raise FigureSourcesError(
            left_out_words(left_out) if left_out else tr("There are no figures of screens in this folder.")
        )
    released = sources.released(feed.zone if feed else ZoneInfo("Europe/Stockholm"), today)
    figures = VisitFigures(released, left_out)
    if not figures.periods:
        raise FigureSourcesError(TOO_FEW)
    screens = figures_of(released, figures.periods[0]).screens
    if feed and not feed.screens.keys() & set(screens):
        raise FigureSourcesError(
            tr("These figures are of screens that this feed does not have: {screens}.", screens=screens)
        )
    return figures


def quarter_of(day: date) -> Days:
    """Return the quarter that contains a day."""
    first = day.replace(month=(day.month - 1) // MONTHS_OF_QUARTER * MONTHS_OF_QUARTER + 1, day=1)
    return Days(first, month_of(first.replace(month=first.month + MONTHS_OF_QUARTER - 1)).last)


def write_visit_report(figures: VisitFigures, period: Days, feed: Feed | None, language: str) -> Report:
    """Return the report of a period, identical to that of `kiosk report` with this feed."""
    subject = subject_of(
        figures_of_screens(figures.released, period), feed, language, feed.screens if feed else ()
    )
    return ReportDraft(subject, left_out=tuple(each.why for each in figures.left_out)).report()


def has_visits(figures: VisitFigures, period: Days) -> bool:
    """Return whether any visits of a period may be shown."""
    return figures_of(figures.released, period).total("visit") > 0


def left_out_words(left_out: tuple[UnreadFigures, ...]) -> str:
    """Return a sentence that names the files left out; empty if there are none."""
    if not left_out:
        return ""
    names = [each.name for each in left_out[:MAX_NAMED]]
    more = len(left_out) - MAX_NAMED
    if more > 0:
        names.append(tr("and {count} more", count=more))
    return tr("Left out, as they hold no figures of a screen that can be read: {files}.", files=names)
