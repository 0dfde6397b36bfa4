"""Screens with nothing to show at some time of the coming 30 days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kiosk.checks.subject import DAYS_AHEAD, Subject
from kiosk.content.problems import Problem, error, warning
from kiosk.signage.timeline import Stretch


def check(subject: Subject) -> Iterator[Problem]:
    """Yield an error for a screen that never has a slide, a warning if it has none at times."""
    for screen, shown in subject.plan.items():
        gaps = [stretch for stretch in shown if not stretch.showing.slides]
        place = subject.at("screens", screen)
        if gaps and len(gaps) == len(shown):
            yield error(place, f"nothing to show: no playlist is on here in the coming {DAYS_AHEAD} days")
        elif gaps:
            yield warning(
                place, f"nothing to show {_told(subject, gaps)}; the office's hours are shown instead"
            )


def _told(subject: Subject, gaps: Sequence[Stretch]) -> str:
    first = f"from {subject.local(gaps[0].start)} to {subject.local(gaps[0].end)}"
    more = len(gaps) - 1
    return first + (f", and {more} more times in {DAYS_AHEAD} days" if more else "")
