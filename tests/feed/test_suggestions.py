import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.feed import suggestions
from kiosk.feed.written_values import parse_clock, parse_date, parse_days


@pytest.mark.parametrize(
    ("written", "probably"),
    [
        ("mån-fre", "mon-fri"), ("Måndag – fredag", "mon – fri"), ("tis, tors", "tue, thu"),
        ("lör-sön", "sat-sun"),
        ("lordag", "sat"), ("mno-fri", "mon-fri"), ("wensday", "wed"), ("vardagar", ""),
        ("10:00-16:00", ""), ("", ""),
    ],
)  # fmt: skip
def test_weekdays(written, probably):
    assert suggestions.weekdays(written) == probably


@pytest.mark.parametrize(
    ("written", "probably"),
    [
        ("10", "10:00"),
        ("9.30", "09:30"),
        ("930", "09:30"),
        ("10,15", "10:15"),
        ("25", ""),
        ("10.60", ""),
        ("x", ""),
    ],
)
def test_clock(written, probably):
    assert suggestions.clock(written) == probably


@pytest.mark.parametrize(
    ("written", "probably"),
    [
        ("24/12/2026", "2026-12-24"), ("24.12.2026", "2026-12-24"), ("2026/12/24", "2026-12-24"),
        ("2026-1-4", "2026-01-04"),
        ("24/12", ""), ("12/24/2026", ""), ("2026-02-30", ""), ("٢٤/١٢/٢٠٢٦", ""),
    ],
)  # fmt: skip
def test_day(written, probably):
    assert suggestions.day(written) == probably


@given(st.text("0123456789:.,-/ mtwfsåo", max_size=12))
@example("0mo")
@example("mo--on")
def test_what_is_suggested_can_be_read(text):
    for suggest, read in (
        (suggestions.clock, parse_clock),
        (suggestions.day, parse_date),
        (suggestions.weekdays, parse_days),
    ):
        suggested = suggest(text)
        if suggested and text == text.strip():
            read(suggested)
