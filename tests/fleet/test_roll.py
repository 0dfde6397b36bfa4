from datetime import UTC, datetime

from kiosk.fleet import topics
from kiosk.fleet.blackbox import CrashReport
from kiosk.fleet.link import Message
from kiosk.fleet.roll import MAX_SCREENS, Entry, Roll
from kiosk.fleet.status import ScreenStatus

NOW = datetime(2026, 11, 24, 9, 12, tzinfo=UTC)
WELL = ScreenStatus(
    screen="hall", at=NOW, started=NOW, version='1 "x"\n', generation="abc" * 9, clock_trusted=True
)
STATUS = Message(topics.of("hall", "status"), WELL.model_dump_json().encode())
ONLINE = Message(topics.of("hall", "online"), b"1")


def roll_of(*messages):
    roll = Roll()
    for message in messages:
        roll.take(message)
    return roll


def test_a_screen_is_what_its_messages_say_in_whatever_order():
    for messages in ((STATUS, ONLINE), (ONLINE, STATUS)):
        (entry,) = roll_of(*messages).entries()
        assert entry == Entry("hall", WELL, online=True)
        assert entry.troubles(NOW) == ()


def test_a_crash_is_told_for_a_day():
    report = CrashReport(at=NOW, version="1", generation="", fault="f", lines=())
    crash = Message(topics.of("hall", "crash"), report.model_dump_json().encode())
    (entry,) = roll_of(STATUS, ONLINE, crash).entries()
    assert entry.crash == report
    assert len(entry.troubles(NOW)) == 1
    assert "silent" in entry.troubles(NOW.replace(day=27))[0]


def test_what_is_broken_or_none_of_ours_changes_nothing(caplog):
    roll = roll_of(STATUS, ONLINE)
    before = roll.entries()
    roll.take(Message(topics.of("hall", "status"), b"{"))
    roll.take(Message("infodisk/nudge", b"look"))
    roll.take(Message("elsewhere", b""))
    assert roll.entries() == before
    assert "no status" in caplog.text
    caplog.clear()


def test_a_broker_cannot_fill_the_memory():
    roll = roll_of(*(Message(topics.of(f"s{number}", "online"), b"1") for number in range(MAX_SCREENS + 5)))
    assert len(roll.entries()) == MAX_SCREENS


def test_a_screen_that_is_expected_is_there_and_unwell():
    roll = Roll()
    roll.expect(["lobby"])
    assert roll.entries()[0].troubles(NOW) == ("has never said how it is",)
