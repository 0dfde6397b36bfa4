"""Which slide comes next, and in which language.

Slides are shown in order and languages in turn, so that a passer-by sees each language within a few slides.
Where a slide would otherwise always appear in the same languages, one language is shown twice in a row at the
end of a round. Every language appears in any `len(languages) + 1` consecutive slides, and every slide appears
in all languages within `2 * len(languages)` rounds.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import gcd

from kiosk.frozen import frozen
from kiosk.signage.schedule import Showing


@frozen
class Turn:
    """A slide on the screen: its language, its round, and its index in `Showing.slides`."""

    slide: str
    language: str
    round: int
    index: int


def next_turn(showing: Showing, languages: Sequence[str], turn: Turn | None) -> Turn | None:
    """Return the turn after `turn`, or the first if that is None; None if there is nothing to show.

    When `showing` has changed, continue after the current slide if it is still there, otherwise start over.
    """
    if not showing.slides or not languages:
        return None
    index = _index_of(showing.slides, turn)
    if turn is None or index is None:
        return Turn(showing.slides[0], _language(languages, turn, 1), 0, 0)
    following = index + 1
    if following < len(showing.slides):
        return Turn(showing.slides[following], _language(languages, turn, 1), turn.round, following)
    step = 0 if _falls_in_step(len(showing.slides), len(languages), turn.round + 1) else 1
    return Turn(showing.slides[0], _language(languages, turn, step), turn.round + 1, 0)


def _index_of(slides: Sequence[str], turn: Turn | None) -> int | None:
    if turn is None or turn.slide not in slides:
        return None
    same = turn.index < len(slides) and slides[turn.index] == turn.slide
    return turn.index if same else slides.index(turn.slide)


def _language(languages: Sequence[str], turn: Turn | None, step: int) -> str:
    if turn is None or turn.language not in languages:
        return languages[0]
    return languages[(languages.index(turn.language) + step) % len(languages)]


def _falls_in_step(slides: int, languages: int, rounds: int) -> bool:
    """Return whether slides would repeat their languages after this number of rounds."""
    common = gcd(slides, languages)
    return common > 1 and rounds % (languages // common) == 0
