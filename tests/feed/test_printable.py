import json
import logging
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.feed.printable import PrintableFormatter, printable, printable_json, safe_line, without_passwords


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Öppet 10–12, 😀 مرحبا", "Öppet 10–12, 😀 مرحبا"),
        ("\x1b]0;owned\x07", "\\x1b]0;owned\\x07"),
        ("a\r\nb", "a\\x0d\\x0ab"),
        ("\x9b31m", "\\x9b31m"),
        ("abc\u202efed\u2066", "abc\\u202efed\\u2066"),
        ("a\u200bb\u2028c", "a\\u200bb\\u2028c"),
        ("\udcff", "\\udcff"),
        ("\U000e0041", "\\U000e0041"),
    ],
)
def test_what_cannot_be_seen_is_written_as_its_code_point(text, shown):
    assert printable(text) == shown


@given(st.text())
def test_nothing_is_left_that_cannot_be_seen(text):
    assert printable(text).isprintable()
    assert safe_line(text, 80).isprintable()
    assert len(safe_line(text, 80)) <= 81


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("http://anna:hunter2@proxy.example:3128", "http://anna:…@proxy.example:3128"),
        ("davs://anna:p@ss@host.example/signs: no", "davs://anna:…@host.example/signs: no"),
        ("sftp://:secret@host.example", "sftp://:…@host.example"),
        ("davs://anna:pa/ss@host.example/", "davs://anna:…@host.example/"),
        ("davs://anna:12?34@host.example/", "davs://anna:…@host.example/"),
        ("http://anna:1234@proxy.example", "http://anna:…@proxy.example"),
        ("no answer from https://a:b@c/ via http://d:e@f", "no answer from https://a:…@c/ via http://d:…@f"),
        ("sftp://anna@host.example/srv", "sftp://anna@host.example/srv"),
        ("https://host.example:8443/a@b", "https://host.example:8443/a@b"),
        ("https://[::1]:8443/a@b", "https://[::1]:8443/a@b"),
        ("write to anna@host.example: now", "write to anna@host.example: now"),
    ],
)
def test_passwords_in_addresses_are_left_out(text, shown):
    assert without_passwords(text) == shown


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_json_for_a_terminal_says_the_same(value):
    text = printable_json(value)
    assert all(line.isprintable() for line in text.split("\n"))
    if "://" not in text:
        assert json.loads(text) == value


def record(message, *args, exc_info=None):
    return logging.LogRecord("kiosk", logging.WARNING, "x.py", 1, message, args, exc_info)


def test_a_log_record_is_one_safe_line():
    formatted = PrintableFormatter("%(levelname)s %(message)s").format(
        record("the host returned status %s", "500\nERROR forged \x1b[2J http://a:b@c/")
    )
    assert formatted == "WARNING the host returned status 500\\x0aERROR forged \\x1b[2J http://a:…@c/"


def test_a_traceback_is_safe_too():
    try:
        int("\x1b[2J")
    except ValueError:
        written = record("unexpected", exc_info=sys.exc_info())
    written.exc_text = "\x1b[2J as another handler wrote it"
    formatted = PrintableFormatter("%(message)s").format(written)
    assert "ValueError: invalid literal for int() with base 10: '\\x1b[2J'" in formatted
    assert "\x1b" not in formatted
    assert formatted.count("\n") > 1
