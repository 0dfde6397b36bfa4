"""Screens with nothing to show: no playlist is for them, or none applies for some of the next 30 days.

Only the first is an error, since errors must not depend on the date of the check.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kiosk.checks.check_subject import DAYS_AHEAD, Subject
from kiosk.feed.message_catalog import Message, tr
from kiosk.feed.problems import Problem, error, warning
from kiosk.feed.targeting import playlists_for
from kiosk.signage.timeline import Stretch


def check(subject: Subject) -> Iterator[Problem]:
    """Yield an error for each screen without a playlist, and a warning for each screen with gaps."""
    for screen, shown in subject.plan.items():
        place = subject.at("screens", screen)
        gaps = [stretch for stretch in shown if not stretch.showing.slides]
        if not playlists_for(subject.feed, screen):
            yield error(place, tr("nothing to show: no playlist is for this screen"))
        elif gaps:
            yield warning(place, _gap_message(subject, gaps, always=len(gaps) == len(shown)))


def _gap_message(subject: Subject, gaps: Sequence[Stretch], *, always: bool) -> Message:
    if always:
        return tr(
            "nothing to show: no playlist is on here in the coming {days} days; the office's hours are shown "
            "instead",
            days=DAYS_AHEAD,
        )
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
