"""Drawing jobs and their results: plain values passed between processes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import field
from pathlib import Path

from kiosk.drawn_checks.finding import Finding, Use
from kiosk.drawn_checks.moment import State
from kiosk.feed.models import Feed
from kiosk.feed.targeting import notices_for, playlists_for
from kiosk.frozen import frozen


@frozen
class Assignment:
    """All that a worker needs to know once.

    `files` are the media that lie elsewhere than in `folder`. `usual` is the moment that pictures show;
    `all_states` is whether others are looked at too. `known` are the keys of drawings that are there
    already, by their file; `out` is where pictures are put, or None to look and keep nothing. `product`
    changes when what draws does.
    """

    feed: Feed
    folder: Path
    files: Mapping[str, Path]
    usual: State
    all_states: bool = True
    product: str = ""
    out: Path | None = None
    known: Mapping[str, str] = field(default_factory=dict)


@frozen
class Task:
    """A slide in all languages of a screen, all pages of its desk in one, or what is seen besides both."""

    screen: str
    slide: str = ""
    language: str = ""


@frozen
class Proof:
    """One drawing as it is reported: where its picture lies, what it shows, and what is wrong on it.

    One that is not `fresh` was there already; its findings are those of the time it was drawn.
    """

    file: str
    key: str
    screen: str
    language: str
    kind: str  # "slide", "page", "notice", "alert" or "rest"
    name: str
    slide: str = ""
    fresh: bool = True
    findings: tuple[Finding, ...] = ()
    uses: tuple[Use, ...] = ()


def tasks(feed: Feed, unshowable: Collection[str] = ()) -> Iterator[Task]:
    """Yield what there is to draw: each slide on each screen that may show it, and each desk.

    Slides whose media are `unshowable` are left out.
    """
    for name, screen in feed.screens.items():
        playlists = playlists_for(feed, name).values()
        for slide in dict.fromkeys(slide for playlist in playlists for slide in playlist.slides):
            if slide not in unshowable:
                yield Task(name, slide=slide)
        yield Task(name)
        if screen.touch:
            yield from (Task(name, language=language) for language in screen.languages)


def how_many(feed: Feed, given: Iterable[Task]) -> int:
    """Return about how many drawings there will be; pages of a desk are guessed at."""
    return sum(_about(feed, task) for task in given)


def _about(feed: Feed, task: Task) -> int:
    if task.language:
        return 14 + 6 * len(feed.topics_on(task.screen))
    alerts = len(feed.alert_texts.kinds()) if feed.alerts else 0
    rest = 1 + len(notices_for(feed, task.screen)) + alerts
    return len(feed.screens[task.screen].turns) * (1 if task.slide else rest)
