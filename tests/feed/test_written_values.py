import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from kiosk.feed import web_addresses, written_sizes, written_times, written_values
from kiosk.feed.message_catalog import short_value
from kiosk.feed.written_sizes import Size
from kiosk.feed.written_times import TimeRange, WeeklyHours

MINUTES = st.integers(0, 1440)
RANGES = st.builds(TimeRange, MINUTES, MINUTES)
ANYTHING = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.text("0123456789 :-xsminhd.,"),
    st.lists(st.integers()),
)  # fmt: skip
TYPES = {
    "duration": written_times.Duration, "day": written_times.Day,
    "millimetres": written_sizes.Millimetres, "line": written_values.Line,
    "id": written_values.Id, "language": written_values.LanguageCode, "days": written_times.DayRange,
    "link": web_addresses.LinkTemplate, "url": web_addresses.WebAddress,
    "host": web_addresses.Host, "phone": web_addresses.Phone,
    "email": web_addresses.Email, "media": web_addresses.MediaPath,
    "range": TimeRange, "weekly": WeeklyHours, "size": Size,
}  # fmt: skip


def read(kind, value):
    return TypeAdapter(TYPES[kind]).validate_python(value)


@given(st.sampled_from(sorted(TYPES)), ANYTHING)
def test_anything_is_read_or_refused(kind, value):
    with contextlib.suppress(ValidationError):
        again = read(kind, value)
        assert read(kind, again) == again


@given(RANGES, st.frozensets(st.integers(0, 6), min_size=1))
def test_hours_read_back_as_they_are_written(span, days):
    assert TimeRange.parse(str(span)) == span
    assert WeeklyHours.parse(str(WeeklyHours(days, span))) == WeeklyHours(days, span)


@given(st.integers(1, 10**8))
def test_durations_read_back_as_they_are_written(tenths):
    seconds = round(tenths / 10, 1)
    written = written_times.write_duration(seconds)
    assert written_times.parse_duration(written) == seconds


@given(st.integers(1, 99_999), st.integers(1, 99_999))
def test_sizes_read_back_as_they_are_written(width, height):
    assert Size.parse(str(Size(width, height))) == Size(width, height)


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("12 s", 12), ("90s", 90), ("1 min 30 s", 90), ("2 h", 7200), ("14 d", 14 * 86400), ("500 ms", 0.5),
     (15, 15), ("15", 15), (" 0.5 ", 0.5),
     ("1.5 h", 5400)],
)  # fmt: skip
def test_durations_as_people_write_them(written, seconds):
    assert written_times.parse_duration(written) == seconds


@pytest.mark.parametrize("written", ["12 12", "s", "-3", "1e3", "-3 s", "0 s", 0, -1, True, "1 week", "12 s!",
                                     None, 1e300, 10**400,
                                     "9999999999 d", float("nan"), float("inf")])  # fmt: skip
def test_what_is_no_duration(written):
    with pytest.raises(PydanticCustomError, match="expected a length of time above zero, such as '12 s'"):
        written_times.parse_duration(written)


@pytest.mark.parametrize(
    ("written", "days", "hours"),
    [
        ("tue 13:00-16:00", {1}, (780, 960)),
        ("mon-fri 9:00-16:30", {0, 1, 2, 3, 4}, (540, 990)),
        ("Mon, Wed 09:00–12:00", {0, 2}, (540, 720)),
        ("daily 00:00-24:00", {0, 1, 2, 3, 4, 5, 6}, (0, 1440)),
        ("fri-mon 22:00-02:00", {4, 5, 6, 0}, (1320, 120)),
        ("Tuesday 13:00-16:00", {1}, (780, 960)),
    ],
)
def test_weekly_hours_as_people_write_them(written, days, hours):
    assert WeeklyHours.parse(written) == WeeklyHours(frozenset(days), TimeRange(*hours))


@pytest.mark.parametrize(
    ("kind", "written", "expected"),
    [
        ("weekly", "13:00-16:00", "weekdays and a time range such as 'tue 13:00-16:00'"),
        ("weekly", "tis 13:00-16:00", "weekdays such as 'mon-fri' or 'tue, thu' out of mon, tue"),
        ("weekly", "tue 13-16", "a time of day such as '09:30', got '13'"),
        ("range", "25:00-26:00", "a time of day such as '09:30'"),
        ("range", "24:01-24:30", "a time of day such as '09:30'"),
        ("range", "1300", "a time range such as '13:00-16:00'"),
        ("day", "24/12 2026", "a date such as '2026-12-24'"),
        ("day", "2026-02-30", "a day that exists (February 2026 has 28 days)"),
        ("day", "2028-02-30", "a day that exists (February 2028 has 29 days)"),
        ("day", "31/11/2026", "a day that exists (November 2026 has 30 days)"),
        ("day", "2026-13-01", "a month from 01 to 12"),
        ("day", "20261224", "a date such as '2026-12-24'"),
        ("size", "1920", "a width and a height such as '1920 x 1080' or '530 x 300 mm'"),
        ("size", "00 x 5", "a width and a height"),
        ("millimetres", "4 feet", "a length such as '600 mm' or '4 m'"),
        ("millimetres", "0 mm", "a length such as"),
        ("link", "http://a.example", "a web address that starts with https://"),
        ("link", "https://[::1", "a web address that starts with https://"),
        ("link", "javascript:alert(1)", "a web address that starts with https://"),
        ("url", "http://127.0.0.1/", "a web address that starts with https://, got 'http://127.0.0.1/'"),
        ("url", "https://anna@kartor.example/", "a web address without a user name"),
        ("url", "https://kartor.example/{office}", "an address without U"),
        ("link", "https://kartor.example/{office", "one name in each pair of braces"),
        ("link", "https:// kartor.example/", "an address without U"),
        ("host", "https://kartor.example", "the name of a host such as 'kartor.example'"),
        ("host", "kartor.example/torget", "the name of a host"),
        ("host", "*.example", "the name of a host"),
        ("host", "kartor.example:port", "the name of a host"),
        ("phone", "call us", "a telephone number such as '08-465 004 00'"),
        ("email", "a b@c", "an e-mail address"),
        ("email", "mailto:torget@kommun.example", "an e-mail address"),
        ("email", "a@kommun.example;b@kommun.example", "an e-mail address"),
        ("id", "Hässelby", "an id of lower-case letters, digits and hyphens"),
        ("language", "swedish", "a language code such as 'sv' or 'fa_AF'"),
        ("media", "media/../feed.yaml", "a file below media/ such as 'media/welcome.svg'"),
        ("media", "../../etc/passwd", "a file below media/"),
        ("media", "/etc/passwd", "a file below media/"),
        ("media", "media/.hidden", "a file below media/"),
        ("media", "media\\a.png", "a file below media/"),
        ("media", "media/a\0.png", "a name of visible characters only, without U+0000"),
    ],
)
def test_wrong_values_say_what_is_expected(kind, written, expected):
    with pytest.raises(ValidationError, match=expected.replace("'", ".").replace("(", r"\(")[:40]) as bad:
        read(kind, written)
    assert expected in bad.value.errors()[0]["msg"]


@pytest.mark.parametrize(
    ("kind", "written", "meant"),
    [
        ("url", "https://anna@kartor.example/", "https://kartor.example/"),
        ("url", "https://kartor.example:99999/", ""),
        ("url", "kartor.example", "https://kartor.example"),
        ("email", "mailto:torget@kommun.example", "torget@kommun.example"),
        ("email", "Torget <torget@kommun.example>", "torget@kommun.example"),
        ("email", "a@kommun.example, b@kommun.example", ""),
        ("phone", "08\u2013465\u00a0004 00", "08-465 004 00"),
        ("phone", "08-465 004 00 (växel)", "08-465 004 00"),
    ],
)
def test_what_was_meant_by_an_address(kind, written, meant):
    with pytest.raises(ValidationError) as bad:
        read(kind, written)
    assert bad.value.errors()[0]["ctx"]["meant"] == meant


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://kartor.example", "kartor.example"),
        ("https://KARTOR.example:443/a?b=https://other.example#c", "kartor.example"),
        ("https://kartor.example:8443/", "kartor.example:8443"),
        ("kartor.example:8443", "kartor.example:8443"),
        ("https://väder.example/", "xn--vder-loa.example"),
        ("http://kartor.example/", ""),
        ("https://kartor.example@other.example/", ""),
        ("https://kartor.example\\@other.example/", ""),
        ("file:///etc/passwd", ""),
        ("data:text/html,x", ""),
        ("", ""),
    ],
)
def test_hosts_are_compared_as_engines_do(address, host):
    assert web_addresses.host_of(address) == host


def test_lengths_and_sizes_as_people_write_them():
    assert [read("millimetres", each) for each in ("600 mm", "60cm", "4 m", 600)] == [600, 600, 4000, 600]
    assert read("size", "1210×680 mm") == Size(1210, 680)


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("media/a\x1b[2J.png", "U+001B (a control character)"),
        ("media/a\n.png", "U+000A"),
        ("media/a\x85.png", "U+0085"),
        ("media/a\u202egnp.exe", "U+202E (RIGHT-TO-LEFT OVERRIDE)"),
        ("media/a\u2066b.png", "U+2066 (LEFT-TO-RIGHT ISOLATE)"),
        ("media/a\u200f.png", "U+200F (RIGHT-TO-LEFT MARK)"),
        ("media/a\u200bb.png", "U+200B (ZERO WIDTH SPACE)"),
        ("media/a\u2060b.png", "U+2060 (WORD JOINER)"),
        ("media/\ufeffa.png", "U+FEFF (ZERO WIDTH NO-BREAK SPACE)"),
        ("media/a\u00adb.png", "U+00AD (SOFT HYPHEN)"),
        ("media/a\u200db.png", "U+200D (ZERO WIDTH JOINER)"),
        ("media/a\u2028b.png", "U+2028 (LINE SEPARATOR)"),
    ],
)
def test_media_whose_name_shows_not_all_of_it(name, sign):
    with pytest.raises(ValidationError) as bad:
        read("media", name)
    assert f"expected a name of visible characters only, without {sign}" in bad.value.errors()[0]["msg"]


@pytest.mark.parametrize(
    "name",
    [
        "😀" * 60 + "/å ä.png",
        "👩🏽\u200d💻 ❤\ufe0f\u200d🔥.png",
        "تذكرة.png",
        "می\u200cخواهم.png",  # Persian, which is written so
        "क्\u200dष.png",
        "Hälsa på – öppet.png",
        "åa\u0308.png",
    ],
)
def test_media_with_names_of_the_world(name):
    assert read("media", f"media/{name}") == f"media/{name}"


def test_shown_is_short_and_on_one_line():
    assert len(short_value("x" * 500)) <= 60
    assert "\n" not in short_value("a\nb")
    assert short_value(None) == "nothing"


def test_dates_pass_through():
    assert written_times.parse_date(date(2026, 12, 24)) == written_times.parse_date("2026-12-24")


def test_clock_reads_back():
    assert written_times.clock_text(written_times.parse_clock("09:30")) == "09:30"
