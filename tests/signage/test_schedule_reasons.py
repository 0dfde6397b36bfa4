from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from kiosk.signage.schedule_reasons import playlist_reasons
from tests.feeds import ZONE, feed


def why(when, now="2026-10-13 12:00", **rest):
    parts = feed({"p": {"slides": ["a"], "when": when} | rest})
    (given,) = playlist_reasons(parts, "s1", datetime.fromisoformat(now).replace(tzinfo=ZoneInfo(ZONE)))
    return given.on, given.why


@pytest.mark.parametrize(
    ("when", "given"),
    [
        ({"since": "2026-12-24"}, "begins on 2026-12-24"),
        ({"until": "2026-10-12"}, "ended on 2026-10-12"),
        (
            {"since": "2026-10-01", "repeat": "FREQ=MONTHLY;BYDAY=1TU"},
            "FREQ=MONTHLY;BYDAY=1TU does not fall on this day",
        ),
        ({"except": ["2026-10-13"]}, "this day is excepted"),
        ({"holidays": "only"}, "only on holidays"),
        ({"hours": ["tue 08:00-12:00", "wed 08:00-12:00"]}, "not within tue 08:00-12:00, wed 08:00-12:00"),
    ],
)
def test_what_is_not_on_says_what_keeps_it(when, given):
    assert why(when) == (False, given)


def test_what_is_on_says_all_its_rules():
    when = {
        "since": "2026-10-01", "repeat": "FREQ=DAILY", "except": ["2026-10-12"], "holidays": "skip",
        "hours": ["daily 08:00-16:00"],
    }  # fmt: skip
    on, given = why(when, priority=3, share=2)
    assert on
    assert given.split("; ") == [
        "priority 3", "2026-10-01 –", "FREQ=DAILY", "except 2026-10-12", "holidays: skip",
        "mon,tue,wed,thu,fri,sat,sun 08:00-16:00", "share 2",
    ]  # fmt: skip
