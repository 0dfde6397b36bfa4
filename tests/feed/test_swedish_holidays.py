import subprocess
import sys
from datetime import date

import pytest

from kiosk.feed.swedish_holidays import holiday, is_eve, public_holiday


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2026-01-06", "Trettondedag jul"), ("2026-04-03", "Långfredagen"),
        ("2026-06-06", "Nationaldagen"), ("2026-06-19", "Midsommarafton"),
        ("2026-10-31", "Alla helgons dag"), ("2026-12-24", "Julafton"),
        ("2026-12-27", None), ("2026-04-04", None), ("2026-12-23", None),
    ],
)  # fmt: skip
def test_days_have_their_swedish_names(day, name):
    assert holiday(date.fromisoformat(day)) == name


def test_eves_are_no_holidays_by_law():
    assert public_holiday(date(2026, 12, 24)) is None


@pytest.mark.parametrize(
    ("day", "eve"),
    [
        ("2026-01-05", True), ("2026-04-02", True), ("2026-04-30", True), ("2026-10-30", True),
        ("2026-12-24", False), ("2026-12-23", False), ("2026-12-25", False), ("2026-10-13", False),
    ],
)  # fmt: skip
def test_eve_is_the_day_before_a_holiday(day, eve):
    assert is_eve(date.fromisoformat(day)) is eve


def test_library_is_not_loaded_before_it_is_asked():
    code = (
        "import sys, kiosk.booking.opening_hours, kiosk.signage.schedule; sys.exit('holidays' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_no_other_country_is_loaded():
    code = (
        "import sys, datetime; from kiosk.feed.swedish_holidays import holiday;"
        "assert holiday(datetime.date(2026, 12, 25)) == 'Juldagen';"
        "print(*(name for name in sys.modules if name.startswith('holidays.countries.')))"
    )
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert run.stdout.split() == ["holidays.countries.sweden"]
