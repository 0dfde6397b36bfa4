"""Screens with nothing to show at some time of the coming 30 days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kiosk.checks.check_subject import DAYS_AHEAD, Subject
from kiosk.feed.message_catalog import Message, tr
from kiosk.feed.problems import Problem, error, warning
from kiosk.signage.timeline import Stretch


def check(subject: Subject) -> Iterator[Problem]:
    """Yield an error for a screen that never has a slide, a warning if it has none at times."""
    for screen, shown in subject.plan.items():
        gaps = [stretch for stretch in shown if not stretch.showing.slides]
        place = subject.at("screens", screen)
        if gaps and len(gaps) == len(shown):
            yield error(
                place,
                tr("nothing to show: no playlist is on here in the coming {days} days", days=DAYS_AHEAD),
            )
        elif gaps:
            yield warning(place, _told(subject, gaps))


def _told(subject: Subject, gaps: Sequence[Stretch]) -> Message:
    start, end = (subject.local(moment) for moment in (gaps[0].start, gaps[0].end))
    if len(gaps) == 1:
        return tr(
            "nothing to show from {start} to {end}; the office's hours are shown instead",
            start=start,
            end=end,
        )
    return tr(
        "nothing to show from {start} to {end}, and {more} more times in {days} days; the office's hours are "
        "shown instead",
        start=start,
        end=end,
        more=len(gaps) - 1,
        days=DAYS_AHEAD,
    )
