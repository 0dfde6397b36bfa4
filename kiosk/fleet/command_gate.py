"""Admits each signed command at most once, only for this screen, and within two minutes of signing.

The nonces of admitted commands are stored on disk, so that they survive a restart. A command is recorded
before it is carried out: a power cut may prevent that, but no command is ever carried out twice.
"""

from __future__ import annotations

import logging
from dataclasses import field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from kiosk import system
from kiosk.feed.wall_time import Now
from kiosk.fleet.screen_commands import ScreenCommand
from kiosk.frozen import frozen

FILE = "commands.json"
WINDOW = timedelta(minutes=2)
"""How far the clocks of an admin and a screen may differ, and how long a command may travel."""

NEVER = datetime(1970, 1, 1, tzinfo=UTC)

log = logging.getLogger(__name__)


class CommandRefusedError(Exception):
    """A signed command is not carried out; the message says why."""


class CommandReplayedError(CommandRefusedError):
    """It was received before. No answer is sent, because it would be mistaken for that to the first one."""


@frozen
class CommandRecord:
    """The admitted commands: the time of signing by nonce. Commands signed before `floor` are refused."""

    floor: datetime = NEVER
    seen: dict[str, datetime] = field(default_factory=dict)

    def check(self, command: ScreenCommand, screen: str, now: datetime) -> None:
        """Raise `CommandRefusedError` unless the command may be carried out. Pure."""
        if command.screen != screen:
            raise CommandRefusedError(f"it is for the screen {command.screen!r}")
        if abs(now - command.at) > WINDOW:
            raise CommandRefusedError(f"it was signed at {_utc(command.at)}, and it is {_utc(now)} here")
        if command.nonce in self.seen or command.at < self.floor:
            raise CommandReplayedError("it was received before")

    def following(self, command: ScreenCommand) -> CommandRecord:
        """Return the record with one more command, without those that the floor refuses anyway. Pure."""
        seen = {**self.seen, command.nonce: command.at}
        floor = max(self.floor, max(seen.values()) - 2 * WINDOW)
        return CommandRecord(floor, {nonce: at for nonce, at in seen.items() if at >= floor})


class CommandGate:
    """The record of one screen, on its disk."""

    def __init__(self, folder: Path, screen: str) -> None:
        self._path, self._screen = folder / FILE, screen
        self._record: CommandRecord | None = None

    def admit(self, command: ScreenCommand, now: Now) -> None:
        """Record a command; raises `CommandRefusedError` if it may not be carried out."""
        if now is None:
            raise CommandRefusedError("the clock of this screen is not trusted")
        if self._record is None:
            self._record = self._read(now)
        self._record.check(command, self._screen, now)
        following = self._record.following(command)
        try:
            system.write_atomically(self._path, msgspec.json.encode(following))
        except OSError as bad:
            raise CommandRefusedError(f"it cannot be recorded: {bad.strerror}") from bad
        self._record = following

    def _read(self, now: datetime) -> CommandRecord:
        """Return the record; if it is damaged, one that refuses every command that may have been admitted."""
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=CommandRecord)
        except FileNotFoundError:
            return CommandRecord()
        except (OSError, ValueError, RecursionError) as bad:
            log.warning("%s is damaged; no command is carried out for two minutes: %s", self._path, bad)
            return CommandRecord(floor=now + WINDOW + timedelta.resolution)


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"
