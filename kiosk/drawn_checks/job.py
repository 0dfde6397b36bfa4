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
    """What a worker needs to know before its first task.

    `files` has the paths of the media that are stored outside `folder`. Pictures show the `usual` moment;
    with `all_states`, other moments are checked too. `known` has the keys of the existing drawings, by file.
    Pictures are saved in `out`, or not at all if it is None. `product` changes when the code that draws does.
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
    """A slide in all languages of a screen, all desk pages in one language, or the rest of a screen."""

    screen: str
    slide: str = ""
    language: str = ""


@frozen
class Proof:
    """One drawing as it is reported: the file of its picture, what it shows, and what is wrong with it.

    If it is not `fresh`, the picture existed before this run, and the findings are from when it was drawn.
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
    """Yield everything to draw: each slide on each screen that may show it, and each desk.

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
    """Return roughly how many drawings there will be; the number of desk pages is an estimate."""
    return sum(_estimate(feed, task) for task in given)


def _estimate(feed: Feed, task: Task) -> int:
    if task.language:
        return 14 + 6 * len(feed.topics_on(task.screen))
    alerts = len(feed.alert_texts.kinds()) if feed.alerts else 0
    rest = 1 + len(notices_for(feed, task.screen)) + alerts
    return len(feed.screens[task.screen].turns) * (1 if task.slide else rest)
