"""What is wrong with the media of a feed: what cannot be shown, and what is too small or needlessly large."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.content.problems import Position, Problem, error, warning
from kiosk.ui.proof.darkroom import examine_all
from kiosk.ui.proof.finding import Use

if TYPE_CHECKING:
    from kiosk.ui.proof.media import Facts

MOST_ENLARGED = 1.25
"""A picture enlarged by more than this looks soft beside words that are drawn sharp."""

MOST_REDUCED = 2.5
"""More dots than this for each dot of a screen only make the feed heavy."""


Found = Mapping[str, "Facts | str"]
"""By its name in the feed, what is in a file, or why that is not known."""


def decode(folder: Path, media: Iterable[str], progress: Callable[[int], None] = lambda _done: None) -> Found:
    """Decode the media of a feed; `progress` is told how many are done."""
    names = {(folder / name).resolve(): name for name in media}
    found: dict[str, Facts | str] = {}
    for path, facts in examine_all(names):
        found[names[path]] = facts
        progress(len(found))
    return found


def unfit(found: Found) -> set[str]:
    """Return the files that no screen should be given: they may not end, or take all memory."""
    return {name for name, facts in found.items() if isinstance(facts, str) or facts.faults}


def problems(folder: Path, found: Found, uses: Iterable[Use]) -> list[Problem]:
    """Return what is wrong with the media of a feed, for the places they are used in."""
    needed = _largest(folder, uses)
    return sorted(problem for name, facts in found.items() for problem in _told(name, facts, needed))


def _largest(folder: Path, uses: Iterable[Use]) -> dict[str, tuple[int, int]]:
    """Return the size in which each file is drawn largest."""
    found: dict[str, tuple[int, int]] = {}
    for use in uses:
        name = Path(use.file).relative_to(folder.resolve()).as_posix()
        found[name] = max(found.get(name, (0, 0)), (use.width, use.height))
    return found


def _told(name: str, facts: Facts | str, needed: Mapping[str, tuple[int, int]]) -> Iterator[Problem]:
    if isinstance(facts, str):
        yield error(Position(name), facts)
        return
    for line, column, message in facts.faults:
        yield error(Position(name, line, column), message)
    if facts.doubt:
        yield warning(Position(name), facts.doubt)
    if facts.width and not facts.vector and name in needed and not facts.faults:
        yield from _size(name, facts, needed[name])


def _size(name: str, facts: Facts, needed: tuple[int, int]) -> Iterator[Problem]:
    has, wants = f"{facts.width} x {facts.height}", f"{needed[0]} x {needed[1]}"
    enlarged = max(needed[0] / facts.width, needed[1] / facts.height)
    if enlarged > MOST_ENLARGED:
        yield warning(Position(name), f"too small: it has {has} dots and is drawn as large as {wants}")
    elif 1 / enlarged > MOST_REDUCED:
        yield warning(
            Position(name), f"needlessly large: it has {has} dots; {wants} is the most that is seen"
        )
