"""The version of the program that screens may upgrade to, and which screens may do so already."""

from __future__ import annotations

from typing import Annotated

from kiosk.feed.constraints import Deferred, Strict, after, limits
from kiosk.feed.message_catalog import tr
from kiosk.feed.written_times import Day
from kiosk.feed.written_values import MAX_VALUE, Id, pattern_check, raise_expected, written_form
from kiosk.frozen import frozen

_VERSION = r"[0-9][0-9A-Za-z.+~-]{0,59}"

Version = Annotated[
    str,
    Deferred("StringConstraints", max_length=MAX_VALUE),
    after(pattern_check(_VERSION, tr("a version of the package, such as '1.2.0'"))),
    written_form(_VERSION, "1.2.0"),
]


@frozen(kw_only=True)
class Upgrade(Strict):
    """The version that screens may upgrade themselves to, in three waves: some, ten, all.

    A wave without a date does not begin.
    """

    version: Version
    screens: Annotated[tuple[Id, ...], limits(min_length=1, max_length=10)]
    """The first wave: these may upgrade at once."""

    ten_from: Day | None = None
    """From this day on ten screens may upgrade, including those of the first wave."""

    all_from: Day | None = None
    """From this day on all screens may upgrade."""

    def check(self) -> None:
        """Refuse a third wave before the second."""
        if self.ten_from and self.all_from and self.all_from < self.ten_from:
            raise_expected(tr("'all_from' on the day of 'ten_from' or later"), self.all_from, key="all_from")
