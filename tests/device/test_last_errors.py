"""The last warnings: all of them for staff on site, none that could reveal a visit for the fleet."""

import logging

import pytest

from kiosk.device.last_errors import KEPT_ERRORS, LastErrors


@pytest.fixture
def errors():
    return LastErrors()


def warn(errors, name, words="something"):
    record = logging.LogRecord(name, logging.WARNING, __file__, 1, words, None, None)
    record.created = 1_764_068_400.0  # 2025-11-25 11:00:00 UTC
    errors.handle(record)


@pytest.mark.parametrize(
    "name",
    [
        "root",
        "paho.mqtt.client",
        "qt",
        "kiosk.device.ticket_printer",
        "kiosk.printers.print_worker",
        "kiosk.ui.desk.desk",
        "kiosk.ui.shell.shell",
        "kiosk.usage.usage_store",
        "kiosk.visitor.state_machine",
    ],
)
def test_lines_that_could_reveal_a_visit_stay_on_the_device(errors, name):
    warn(errors, name, "housing")
    assert list(errors.lines) == [f"2025-11-25 11:00 {name}: housing"]
    assert not errors.for_fleet


def test_warnings_from_visits_do_not_displace_those_for_the_fleet(errors):
    warn(errors, "kiosk.sync.stored_feed", "the update failed: no answer")
    for _ in range(KEPT_ERRORS):
        warn(errors, "kiosk.printers.print_worker")
    assert list(errors.for_fleet) == ["2025-11-25 11:00 kiosk.sync.stored_feed: the update failed: no answer"]


def test_only_the_last_ones_are_kept(errors):
    for number in range(KEPT_ERRORS + 1):
        warn(errors, "kiosk.sync.update", f"{number}")
    assert [line[-1] for line in errors.for_fleet] == [
        f"{number}"[-1] for number in range(1, KEPT_ERRORS + 1)
    ]


def test_a_line_is_one_printable_line_without_secrets(errors):
    warn(errors, "kiosk.fleet.mqtt", "a\x1b[31m\nb https://anna:secret@feed.example")
    line = errors.for_fleet[0]
    assert not {"\x1b", "\n"} & set(line)
    assert "secret" not in line
