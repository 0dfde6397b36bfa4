import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.feed import suggestions
from kiosk.feed.constraints import adapter
from kiosk.feed.written_sizes import GeoPosition, Millimetres, Size
from kiosk.feed.written_times import DayRange, parse_clock, parse_date, parse_days, parse_duration


@pytest.mark.parametrize(
    ("written", "probably"),
    [
        ("mån-fre", "mon-fri"), ("Måndag – fredag", "mon – fri"), ("tis, tors", "tue, thu"),
        ("lör-sön", "sat-sun"),
        ("lordag", "sat"), ("mno-fri", "mon-fri"), ("wensday", "wed"), ("vardagar", "mon-fri"),
        ("Helger", "sat-sun"), ("varje dag", "daily"),
        ("every monday", ""),
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


@pytest.mark.parametrize(
    ("written", "probably"),
    [
        ("2026-12-24 till 2026-12-27", "2026-12-24 - 2026-12-27"),
        ("24/12/2026 - 27/12/2026", "2026-12-24 - 2026-12-27"),
        ("24-27 december 2026", "2026-12-24 - 2026-12-27"),
        ("24 december 2026 t.o.m. 6 januari 2027", "2026-12-24 - 2027-01-06"),
        ("31-30 november 2026", ""), ("0-3 december 2026", ""), ("till 2026-12-27", ""), ("2026-12-24", ""),
    ],
)  # fmt: skip
def test_day_range(written, probably):
    assert suggestions.day_range(written) == probably


@pytest.mark.parametrize(
    ("written", "probably"),
    [
        ("53.1 x 29,9 cm", "531 x 299 mm"), ("1080p", "1920 x 1080"), ("4K", "3840 x 2160"),
        ("1920*1080", "1920 x 1080"), ("24 tum", ""),
    ],
)  # fmt: skip
def test_size(written, probably):
    assert suggestions.size(written) == probably


@pytest.mark.parametrize(
    ("written", "probably"),
    [("0,6 m", "0.6 m"), ("4 meter", "4 m"), ("60 centimetres", "60 cm"), ("2 inches", ""), ("m", "")],
)
def test_length(written, probably):
    assert suggestions.length(written) == probably


@given(st.text("0123456789:.,-/ mtwfsåodhcin", max_size=12))
@example("0mo")
@example("100000:1")
@example("0 sek")
@example("99999 dygn")
@example("0,0 meter")
@example("99.5, 17.8")
@example("00.5 0.5")
@example("mo--on")
def test_what_is_suggested_can_be_read(text):
    for suggest, read in (
        (suggestions.clock, parse_clock),
        (suggestions.day, parse_date),
        (suggestions.weekdays, parse_days),
        (suggestions.day_range, DayRange.parse),
        (suggestions.size, Size.parse),
        (suggestions.duration, parse_duration),
        (suggestions.length, adapter(Millimetres).validate_python),
        (suggestions.position, GeoPosition.parse),
    ):
        suggested = suggest(text)
        if suggested and text == text.strip():
            read(suggested)
