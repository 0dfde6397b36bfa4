"""A report before it is written in any format: its figures, and the feed's names in one language."""

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
    """A report that can be written in several formats."""

    subject: ReportInput
    made_up: bool = False
    left_out: tuple[str, ...] = ()

    def report(self) -> Report:
        """Return the report."""
        return write_report(self.subject, made_up=self.made_up, left_out=self.left_out)


def figures_of_screens(released: Released, period: Days, screens: Collection[str] = ()) -> PeriodFigures:
    """Return the figures of these screens, or of all; raises `FigureSourcesError` if one of them has none."""
    known = figures_of(released, period).screens
    if unknown := set(screens) - set(known):
        raise FigureSourcesError(
            tr(
                "there are no figures of {screens}, only of {known}",
                screens=sorted(unknown),
                known=known,
            )
        )
    return figures_of(released, period, screens)


def subject_of(
    figures: PeriodFigures, feed: Feed | None, language: str, expected: Collection[str] = ()
) -> ReportInput:
    """Return the input of a report, with the feed's names, or with ids if there is no feed.

    The report lists the `expected` screens that have no figures.
    """
    names = names_of(feed, language) if feed else ReportNames(languages=language_names(language))
    silent = sorted(set(expected) - set(figures.screens))
    return ReportInput(figures, names, language, tuple(silent))
