"""Sweden's public holidays, the eves that are observed like them, and the short days before them.

The days come from the `holidays` library; only its module for Sweden is loaded, on first use. Sundays do not
count as holidays here: an office that is closed on Sundays has no hours for them.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from types import ModuleType


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
    _skip_other_countries()
    from holidays.countries.sweden import Sweden  # noqa: PLC0415  # not every feed needs it

    return Sweden(years=year, categories=(category,), include_sundays=False, language="sv", expand=False)


def _skip_other_countries() -> None:
    """Replace the package whose own `__init__` imports 250 countries, which takes 0.15 s."""
    name = "holidays.countries"
    spec = importlib.util.find_spec(name) if name not in sys.modules else None
    if spec and spec.submodule_search_locations:
        package = ModuleType(name)
        package.__path__ = list(spec.submodule_search_locations)
        sys.modules[name] = package
