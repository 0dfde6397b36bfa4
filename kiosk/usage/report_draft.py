"""A report before it is written in any form: its figures, and the names of the feed in one language."""

from __future__ import annotations

from collections.abc import Collection

from kiosk.feed.message_catalog import tr
from kiosk.feed.models import Feed
from kiosk.frozen import frozen
from kiosk.usage.figure_files import FigureSourcesError
from kiosk.usage.period_figures import PeriodFigures, figures_of
from kiosk.usage.released_figures import Days, Released
from kiosk.usage.report_comparisons import write_report
from kiosk.usage.report_content import Report, ReportInput
from kiosk.usage.report_names import ReportNames, language_names, names_of


@frozen
class ReportDraft:
    """What is to be written in each form."""

    subject: ReportInput
    made_up: bool = False
    left_out: tuple[str, ...] = ()

    def report(self) -> Report:
        """Return the report."""
        return write_report(self.subject, made_up=self.made_up, left_out=self.left_out)


def figures_of_screens(released: Released, period: Days, screens: Collection[str] = ()) -> PeriodFigures:
    """Return the figures of some screens, or of all; raises `FigureSourcesError` if one of them has none."""
    known = figures_of(released, period).screens
    if unknown := set(screens) - set(known):
        raise FigureSourcesError(
            tr(
                "no figures of {screens}; there are those of {known}",
                screens=sorted(unknown),
                known=known,
            )
        )
    return figures_of(released, period, screens)


def subject_of(
    figures: PeriodFigures, feed: Feed | None, language: str, expected: Collection[str] = ()
) -> ReportInput:
    """Return what a report is written from, with the names of a feed, or ids without one.

    The report lists those of the `expected` screens that gave no figures.
    """
    names = names_of(feed, language) if feed else ReportNames(languages=language_names(language))
    silent = sorted(set(expected) - set(figures.screens))
    return ReportInput(figures, names, language, tuple(silent))
