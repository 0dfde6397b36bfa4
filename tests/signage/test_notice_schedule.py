"""Which notices run, where and when."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kiosk.feed.models import Notice
from kiosk.signage.notice_schedule import Notices
from tests import feeds
from tests.feeds import feed, screen

NOON = datetime(2026, 11, 24, 11, tzinfo=UTC)
NOTICES = {
    "always": {"text": "Hej"},
    "today": {"text": "I dag", "when": {"since": "2026-11-24", "until": "2026-11-24"}},
    "elsewhere": {"text": "Där", "where": {"screens": ["s2"]}},
}


@pytest.fixture
def notices():
    base = feed(screens={"s1": screen(), "s2": screen()})
    found = {name: feeds.valid(Notice, value) for name, value in NOTICES.items()}
    return Notices(replace(base, notices=found), "s1")


def test_a_notice_runs_where_and_when_it_says(notices):
    assert notices.at(NOON) == ("always", "today")


def test_a_notice_ends_on_time(notices):
    assert notices.at(datetime(2026, 11, 24, 22, 59, 59, tzinfo=UTC)) == ("always", "today")
    assert notices.at(datetime(2026, 11, 24, 23, tzinfo=UTC)) == ("always",)


def test_an_untrusted_clock_leaves_the_undated(notices):
    assert notices.at(None) == ("always",)
