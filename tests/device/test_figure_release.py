"""The release of a screen's figures, and which months are sent to the broker, and sent again."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from kiosk.config import Broker
from kiosk.device import figure_release
from kiosk.device.figure_release import FigureMessages, FigureRelease
from kiosk.device.status_reporter import StatusReporter
from kiosk.fleet.crash_report import CrashRecorder
from kiosk.fleet.screen_status import ScreenStatus
from kiosk.usage.figure_archive import FigureArchive
from kiosk.usage.month_figures import read_month, unpacked
from kiosk.usage.usage_store import CountedEvent, UsageStore, hour_of

ZONE = ZoneInfo("Europe/Stockholm")
NOON = datetime(2026, 11, 25, 11, tzinfo=UTC)


@pytest.fixture
def store(tmp_path):
    made = UsageStore(tmp_path / "counts.sqlite", "hall")
    for month, day in ((10, 5), (11, 24), (11, 25)):
        hour = hour_of(datetime(2026, month, day, 9, tzinfo=UTC))
        made.add({CountedEvent(hour, "times unknown", "housing"): 7})
    yield made
    made.close()


@pytest.fixture
def archive(tmp_path, store):
    made = FigureArchive(tmp_path / "figures", "hall")
    for _ in range(2):
        made.settle(store, ZONE, date(2026, 11, 25))  # one month at a time
    return made


@pytest.fixture
def messages(archive):
    return FigureMessages(archive, "hall")


def topics(messages):
    return [each.topic for each in iter(messages.take_next, None)]


def test_each_month_is_sent_once_newest_first(messages):
    assert topics(messages) == [
        "infodisk/screens/hall/figures/2026-11",
        "infodisk/screens/hall/figures/2026-10",
    ]
    assert topics(messages) == []


def test_a_month_is_sent_as_released(messages, archive):
    message = messages.take_next()
    assert message.retain
    assert unpacked(message.payload) == archive.document("2026-11")
    assert [each.count for each in read_month(unpacked(message.payload)).figures.cells] == [7]


def test_only_a_changed_month_is_sent_again(messages, archive, store):
    topics(messages)
    store.add({CountedEvent(hour_of(NOON + timedelta(days=1)), "qr", "shown"): 1})
    archive.settle(store, ZONE, date(2026, 11, 26))
    assert topics(messages) == ["infodisk/screens/hall/figures/2026-11"]


def test_after_a_lost_connection_all_months_are_sent_again(messages):
    topics(messages)
    messages.forget()
    assert len(topics(messages)) == 2


def test_a_month_that_the_broker_would_refuse_is_not_sent(messages, monkeypatch, caplog):
    """The broker would close the connection again and again, and no status would arrive."""
    monkeypatch.setattr(figure_release, "MAX_PAYLOAD", 10)
    assert topics(messages) == []
    assert "too large to send" in caplog.text
    caplog.clear()


def test_the_reporter_sends_one_month_at_a_time(qapp, tmp_path, monkeypatch, messages):
    status = ScreenStatus(screen="hall", at=NOON, started=NOON, version="1")
    reporter = StatusReporter(
        Broker(host="127.0.0.1"), "hall", lambda: status, CrashRecorder(tmp_path, tmp_path)
    )
    reporter.figures, sent, is_up = messages, [], [True]
    monkeypatch.setattr(reporter._mqtt_client, "send", sent.append)
    monkeypatch.setattr(reporter._mqtt_client, "is_up", lambda: is_up[0])
    for _ in range(3):
        reporter.check()
    names = [each.topic.rpartition("/")[2] for each in sent]
    assert names == ["status", "2026-11", "2026-10"]
    for is_up[0] in (False, True):
        reporter.check()
    assert [each.topic.rpartition("/")[2] for each in sent[3:]] == ["status", "2026-11"]
    reporter.stop()


class Counter:
    def __init__(self, store):
        self.store = store

    def run_on_store(self, job):
        job(self.store)


@pytest.fixture
def release(qapp, tmp_path, store):
    from PySide6.QtCore import QObject  # noqa: PLC0415  # as the other parts of a device

    kiosk = QObject()
    kiosk.now, kiosk.context = lambda: NOON, SimpleNamespace(feed=SimpleNamespace(zone=ZONE))
    made = FigureRelease(kiosk, Counter(store), tmp_path, "hall")
    yield made
    made.close()


def until(release):
    return read_month(release.archive.document("2026-11")).until


def test_a_day_is_over_an_hour_after_midnight(release, store):
    """By then, all counts from before midnight have been written."""
    store.add({CountedEvent(hour_of(NOON + timedelta(days=1)), "qr", "shown"): 1})
    for now, day in (
        (datetime(2026, 11, 25, 23, 59, tzinfo=UTC), 25),
        (datetime(2026, 11, 26, 0, 1, tzinfo=UTC), 26),
    ):
        release._kiosk.now = lambda now=now: now
        release.settle()
        assert until(release) == date(2026, 11, day)


def test_nothing_is_released_while_the_clock_is_not_trusted(release):
    release._kiosk.now = lambda: None
    release.settle()
    assert release.archive.versions == {}
