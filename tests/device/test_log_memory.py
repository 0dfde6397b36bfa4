"""The log lines that an admin can request: the last hour, and nothing about visits."""

import logging

import msgspec
import pytest

from kiosk.device.log_memory import LogMemory
from kiosk.device.visit_free_loggers import VISIT_FREE
from kiosk.fleet.screen_commands import MAX_ANSWER, MAX_LINES, CommandAnswer, write_answer

NOW = 1_764_068_400.0  # 2025-11-25 11:00:00 UTC


@pytest.fixture
def memory():
    return LogMemory()


def logged(memory, name, words="something", seconds_ago=0.0, level=logging.INFO):
    record = logging.LogRecord(name, level, __file__, 1, words, None, None)
    record.created = NOW - seconds_ago
    memory.handle(record)


def test_lines_of_the_last_hour_in_their_order(memory):
    for seconds_ago in (3601, 3600, 3599, 60, 0):
        logged(memory, "kiosk.sync.stored_feed", f"{seconds_ago} s ago", seconds_ago)
    assert memory.last_hour(NOW) == (
        "10:00:01 INFO kiosk.sync.stored_feed: 3599 s ago",
        "10:59:00 INFO kiosk.sync.stored_feed: 60 s ago",
        "11:00:00 INFO kiosk.sync.stored_feed: 0 s ago",
    )


@pytest.mark.parametrize(
    "name",
    [
        "root",
        "kiosk",
        "kiosk.booking.slots",
        "kiosk.device.device_status",
        "kiosk.device.kiosk_of_tomorrow",
        "kiosk.device.qt_application",
        "kiosk.device.ticket_printer",
        "kiosk.printers.print_worker",
        "kiosk.ui.desk.desk",
        "kiosk.ui.shell.shell",
        "kiosk.usage.usage_store",
        "kiosk.visitor.state_machine",
        "paho.mqtt.client",
        "qml",
        "qt",
    ],
)
def test_lines_that_could_reveal_a_visit_are_left_out(memory, name):
    logged(memory, name, "housing", level=logging.ERROR)
    assert memory.last_hour(NOW) == ()


@pytest.mark.parametrize("name", VISIT_FREE)
def test_lines_that_admins_need_are_kept(memory, name):
    logged(memory, name)
    assert len(memory.last_hour(NOW)) == 1


def test_tracebacks_and_debug_messages_are_left_out(memory):
    assert memory.level == logging.INFO
    error = (ValueError, ValueError("what a visitor typed"), None)
    record = logging.LogRecord("kiosk.device.kiosk", logging.ERROR, __file__, 1, "failed", None, error)
    record.created = NOW
    memory.handle(record)
    assert memory.last_hour(NOW) == ("11:00:00 ERROR kiosk.device.kiosk: failed",)


def test_a_line_is_one_printable_line(memory):
    logged(memory, "kiosk.fleet.mqtt", "a\x1b[31m\nb https://anna:secret@feed.example")
    line = memory.last_hour(NOW)[0]
    assert "\x1b" not in line
    assert "\n" not in line
    assert "secret" not in line


@pytest.mark.parametrize("letter", ["a", "å", "\u0645", "\U0001f600", '"'])
def test_the_newest_lines_fit_in_an_answer_whatever_they_contain(memory, letter):
    for number in range(2 * MAX_LINES):
        logged(memory, "kiosk.sync.update", f"{number} {letter * 290}")
    lines = memory.last_hour(NOW)
    data = write_answer(CommandAnswer(nonce="a" * 32, done=True, words="w" * 300, lines=lines))
    assert len(data) <= MAX_ANSWER
    assert f"{2 * MAX_LINES - 1} " in lines[-1]
    assert len(lines) >= 150
    assert msgspec.json.decode(data)["lines"] == list(lines)
