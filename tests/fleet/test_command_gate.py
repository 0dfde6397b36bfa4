"""A command is admitted once, by the screen that it names, and only soon after it was signed."""

from datetime import UTC, datetime, timedelta

import pytest

from kiosk import system
from kiosk.fleet.command_gate import FILE, CommandGate, CommandRefusedError, CommandReplayedError
from kiosk.fleet.screen_commands import ScreenCommand, new_command

NOW = datetime(2026, 11, 25, 11, tzinfo=UTC)


def command(seconds=0.0, screen="hall"):
    return new_command(screen, "restart", NOW + timedelta(seconds=seconds))


@pytest.fixture
def gate(tmp_path):
    return CommandGate(tmp_path, "hall")


@pytest.mark.parametrize("seconds", [-120, -1, 0, 1, 120])
def test_a_current_command_is_admitted(gate, seconds):
    gate.admit(command(seconds), NOW)


@pytest.mark.parametrize("seconds", [-31_536_000, -121, 121, 31_536_000])
def test_an_old_and_a_future_command_are_refused_with_both_times(gate, seconds):
    with pytest.raises(CommandRefusedError, match=r"signed at .* UTC, and it is 2026-11-25 11:00:00 UTC"):
        gate.admit(command(seconds), NOW)


def test_another_zone_is_the_same_time(gate):
    at = datetime.fromisoformat("2026-11-25T12:00:30+01:00")
    gate.admit(ScreenCommand(screen="hall", action="sync", at=at, nonce="a" * 32), NOW)


def test_a_command_for_another_screen_is_refused(gate):
    with pytest.raises(CommandRefusedError, match="it is for the screen 'door'"):
        gate.admit(command(screen="door"), NOW)


def test_without_a_trusted_clock_nothing_is_admitted(gate, tmp_path):
    with pytest.raises(CommandRefusedError, match="clock of this screen is not trusted"):
        gate.admit(command(), None)
    assert not (tmp_path / FILE).exists()


@pytest.mark.parametrize("restarted", [False, True])
def test_a_replay_is_refused_also_after_a_restart(gate, tmp_path, restarted):
    first = command()
    gate.admit(first, NOW)
    again = CommandGate(tmp_path, "hall") if restarted else gate
    for later in (0, 60, 119):
        with pytest.raises(CommandReplayedError, match="received before"):
            again.admit(first, NOW + timedelta(seconds=later))
    again.admit(command(), NOW)


def test_no_replay_is_admitted_after_the_clock_is_set_back_and_the_record_stays_small(gate, tmp_path):
    admitted = []
    for minute in range(600):
        admitted.append(command(60 * minute))
        gate.admit(admitted[-1], admitted[-1].at)
    assert (tmp_path / FILE).stat().st_size < 1000
    for old in admitted:
        with pytest.raises(CommandReplayedError):
            CommandGate(tmp_path, "hall").admit(old, old.at)


def test_a_command_from_a_fast_clock_does_not_block_others(gate):
    gate.admit(command(120), NOW)
    gate.admit(command(-120), NOW)


@pytest.mark.parametrize("damage", [b"", b"[]", b"{", b'{"seen": 1}', b"\xff" * 40])
def test_a_damaged_record_admits_nothing_for_two_minutes(gate, tmp_path, damage, caplog):
    first = command(100)
    gate.admit(first, NOW)
    (tmp_path / FILE).write_bytes(damage)
    again = CommandGate(tmp_path, "hall")
    for each in (first, command(120)):
        with pytest.raises(CommandRefusedError):
            again.admit(each, NOW)
    again.admit(command(121), NOW + timedelta(seconds=121))
    assert "damaged" in caplog.text
    caplog.clear()


def test_a_command_that_cannot_be_recorded_is_not_carried_out(gate, monkeypatch):
    def fails(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(system, "write_atomically", fails)
    with pytest.raises(CommandRefusedError, match="cannot be recorded: No space left"):
        gate.admit(command(), NOW)
