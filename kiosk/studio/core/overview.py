"""The overview for a communicator: what each screen shows now and next, and what ends this week. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from kiosk.feed.models import Feed
from kiosk.feed.problems import Problem, Severity
from kiosk.feed.targeting import playlists_for
from kiosk.frozen import frozen
from kiosk.signage.schedule import Schedule

SOON = timedelta(days=7)


@frozen
class ScreenNow:
    """One screen: its slides now, whether they are a takeover, and its slides after the next change."""

    screen: str
    office: str
    slides: tuple[str, ...]
    takeover: bool
    until: datetime | None
    then: tuple[str, ...]
    problems: tuple[Problem, ...]
    """Errors and warnings in the files that it shows."""

    @property
    def fine(self) -> bool:
        """Whether it shows something that has no errors."""
        return bool(self.slides) and not any(each.severity is Severity.ERROR for each in self.problems)


@frozen
class Ending:
    """A part of the feed that is shown for the last time on `day`."""

    file: str
    day: date


def screens_now(feed: Feed, problems: Iterable[Problem], now: datetime) -> list[ScreenNow]:
    """Return what each screen shows at `now`."""
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        by_file.setdefault(problem.position.file, []).append(problem)
    return [_screen(feed, name, by_file, now) for name in feed.screens]


def _screen(feed: Feed, name: str, problems: Mapping[str, list[Problem]], now: datetime) -> ScreenNow:
    schedule = Schedule(feed, name)
    on = schedule.at(now)
    then = schedule.at(on.until) if on.until else on
    files = [f"screens/{name}.yaml", *(f"playlists/{each}.yaml" for each in playlists_for(feed, name))]
    files += [f"slides/{each}.yaml" for each in on.slides]
    found = tuple(each for file in files for each in problems.get(file, ()))
    serious = tuple(each for each in found if each.severity is not Severity.NOTE)
    office = feed.screens[name].office
    return ScreenNow(name, office, on.slides, on.takeover, on.until, then.slides, serious)


def ending(feed: Feed, today: date) -> list[Ending]:
    """Return what ends within a week, the soonest first."""
    ends: dict[str, date | None] = {}
    for kind, parts in (("playlists", feed.playlists), ("notices", feed.notices)):
        ends |= {f"{kind}/{name}.yaml": each.when.until for name, each in parts.items()}
    ends |= {f"slides/{name}.yaml": each.until for name, each in feed.slides.items()}
    soon = [Ending(file, day) for file, day in ends.items() if day and today <= day <= today + SOON]
    return sorted(soon, key=lambda each: (each.day, each.file))
