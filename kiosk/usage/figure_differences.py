"""The statistically significant differences between two periods, or between one place and the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kiosk.frozen import frozen
from kiosk.usage.period_figures import PeriodFigures
from kiosk.usage.significance import more_than_chance, rate_p_value, share_p_value

MIN_RATIO = 1.2
"""Smaller differences may be caused by what is hidden on one side: up to an eighth of the true figure."""


@dataclass(frozen=True, order=True)
class FigureDifference:
    """A figure that differs: a share of the released counts, or visits per day; `before` is the other."""

    kind: str
    value: str
    now: float
    before: float


@frozen
class _Comparison:
    difference: FigureDifference
    p_value: float


def figure_changes(now: PeriodFigures, before: PeriodFigures) -> tuple[FigureDifference, ...]:
    """Return the significant changes between two periods of the same screens."""
    return _significant((*_rates(now, before), *_shares(now, before)))


def place_differences(here: PeriodFigures, elsewhere: PeriodFigures) -> tuple[FigureDifference, ...]:
    """Return the languages and topics whose share at a place differs significantly from elsewhere."""
    return _significant(
        each for each in _shares(here, elsewhere) if each.difference.kind in {"language", "topic"}
    )


def _significant(compared: Iterable[_Comparison]) -> tuple[FigureDifference, ...]:
    by_name = {(each.difference.kind, each.difference.value): each for each in compared}
    large = {name: each for name, each in by_name.items() if _is_large(each.difference)}
    passed = more_than_chance({name: each.p_value for name, each in large.items()})
    differences = [large[name].difference for name in passed]
    return tuple(sorted(differences, key=lambda each: (each.kind, -abs(each.now - each.before), each.value)))


def _is_large(each: FigureDifference) -> bool:
    less, more = sorted((each.now, each.before))
    return more >= MIN_RATIO * less


def _rates(now: PeriodFigures, before: PeriodFigures) -> Iterator[_Comparison]:
    days, other_days = now.screen_days, before.screen_days
    if days and other_days:
        count, other = now.total("visit"), before.total("visit")
        rates = FigureDifference("visit", "", count / days, other / other_days)
        yield _Comparison(rates, rate_p_value(count, days, other, other_days))


def _shares(now: PeriodFigures, before: PeriodFigures) -> Iterator[_Comparison]:
    yield from _parts("language", now.by_value("language"), before.by_value("language"))
    asked, other_asked = now.asked(), before.asked()
    yield from _parts(
        "topic",
        {topic: each.total for topic, each in asked.items()},
        {topic: each.total for topic, each in other_asked.items()},
    )
    for topic in asked.keys() & other_asked.keys():
        one, other = asked[topic], other_asked[topic]
        if all((one.free, one.none_free, other.free, other.none_free)):  # a hidden count is not zero
            yield from _share("none free", topic, (one.none_free, one.known), (other.none_free, other.known))
    opinions, other_opinions = (each.by_value("opinion") for each in (now, before))
    if len(opinions) == len(other_opinions) == 2:  # noqa: PLR2004  # both kinds of answers are released
        parts = [(each["good"], sum(each.values())) for each in (opinions, other_opinions)]
        yield from _share("opinion", "good", *parts)


def _parts(kind: str, now: Mapping[str, int], before: Mapping[str, int]) -> Iterator[_Comparison]:
    """Compare the parts of a whole that are released on both sides: a hidden part is not zero."""
    whole, other_whole = sum(now.values()), sum(before.values())
    for value in now.keys() & before.keys():
        yield from _share(kind, value, (now[value], whole), (before[value], other_whole))


def _share(kind: str, value: str, now: tuple[int, int], before: tuple[int, int]) -> Iterator[_Comparison]:
    if now[1] and before[1]:
        shares = FigureDifference(kind, value, now[0] / now[1], before[0] / before[1])
        yield _Comparison(shares, share_p_value(*now, *before))
