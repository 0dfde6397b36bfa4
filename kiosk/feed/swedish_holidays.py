"""Sweden's public holidays, the eves that are observed like them, and the short days before them.

The days come from the `holidays` library, which takes a tenth of a second to load, so it is loaded on first
use. Sundays do not count as holidays here: an office that is closed on Sundays has no hours for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache


def holiday(day: date) -> str | None:
    """Return the Swedish name of a public holiday (röd dag), or of Midsummer's, Christmas or New Year's Eve.

    The three eves count as Sundays in law (semesterlagen 3 a §) and offices are closed on them.
    """
    return _year(day.year, "de_facto").get(day) or public_holiday(day)


def public_holiday(day: date) -> str | None:
    """Return the Swedish name of a public holiday by law (1989:253), or None."""
    return _year(day.year, "public").get(day)


def is_eve(day: date) -> bool:
    """Return whether the day precedes a public holiday and is not one itself: many offices close early."""
    return day < date.max and public_holiday(day + timedelta(days=1)) is not None and holiday(day) is None


@lru_cache(maxsize=64)
def _year(year: int, category: str) -> Mapping[date, str]:
    from holidays.countries.sweden import Sweden  # noqa: PLC0415  # 0.1 s, and not every feed needs it

    return Sweden(years=year, categories=(category,), include_sundays=False, language="sv", expand=False)
