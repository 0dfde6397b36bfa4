"""Receives commands from the broker. A separate process verifies each signature; no command is run twice.

Commands without a valid signature are logged, but not answered.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from kiosk import isolated
from kiosk.device.kiosk import Kiosk
from kiosk.feed.printable import safe_line
from kiosk.fleet.command_gate import CommandGate, CommandRefusedError, CommandReplayedError
from kiosk.fleet.mqtt import MqttMessage
from kiosk.fleet.screen_commands import (
    MAX_ENVELOPE,
    Action,
    CommandAnswer,
    CommandError,
    ScreenCommand,
    read_command,
    verification_request,
    write_answer,
)
from kiosk.isolated import IsolatedError, ProcessLimits

VERIFIER = ("kiosk.trust.signed_commands", "verification_output")
LIMITS = ProcessLimits(cpu_s=10, wall_s=30.0, memory=1 << 30)
MAX_WAITING = 4
"""Further commands are dropped: each needs a process."""

MAX_WORDS = 300  # characters

log = logging.getLogger(__name__)


class RemoteCommands(QObject):
    """The commands for one screen. `run` carries one out, `answer` sends an encoded answer."""

    verified = Signal(bytes)  # the payload, from the worker's thread; empty if it was refused

    def __init__(
        self,
        kiosk: Kiosk,
        gate: CommandGate,
        run: Callable[[Action, Callable[..., None]], None],
        answer: Callable[[bytes], None],
    ) -> None:
        super().__init__(kiosk)
        self._kiosk, self._gate, self._run, self._answer = kiosk, gate, run, answer
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="commands")
        self._waiting = 0
        self.verified.connect(self._carry_out)

    @Slot(object)
    def handle(self, message: MqttMessage) -> None:
        """Handle one message; a retained one is ignored, since it may be old."""
        if message.retain or self._waiting >= MAX_WAITING:
            return
        now, root = self._kiosk.now(), self._kiosk.stored.store.signed("root")
        if now is None:
            _refuse("the clock is not trusted")
        elif not root:
            _refuse("this screen knows no keys yet")
        elif len(message.payload) > MAX_ENVELOPE:
            _refuse("it is too large")
        else:
            self._waiting += 1
            self._worker.submit(self._verify, verification_request(message.payload, root, now))

    def _verify(self, request: bytes) -> None:
        payload = b""
        try:
            payload = isolated.run_named(VERIFIER, request, LIMITS)
        except IsolatedError as bad:
            _refuse(bad)
        self.verified.emit(payload)

    @Slot(bytes)
    def _carry_out(self, payload: bytes) -> None:
        self._waiting -= 1
        if not payload:
            return
        try:
            command = read_command(payload)
            self._gate.admit(command, self._kiosk.now())
        except (CommandError, CommandReplayedError) as bad:
            _refuse(bad)
        except CommandRefusedError as bad:
            _refuse(bad)
            self._finish(command, done=False, words=f"refused: {bad}")
        else:
            log.info("an admin's command: %s", command.action)
            self._run(command.action, partial(self._finish, command))

    def _finish(
        self,
        command: ScreenCommand,
        *,
        done: bool,
        words: str = "",
        lines: tuple[str, ...] = (),
        picture: str = "",
    ) -> None:
        line = safe_line(words, MAX_WORDS)
        answer = CommandAnswer(nonce=command.nonce, done=done, words=line, lines=lines, picture=picture)
        self._answer(write_answer(answer))

    def close(self) -> None:
        """Wait for the current verification process, and start no other."""
        self.verified.disconnect(self._carry_out)
        self._worker.shutdown(wait=True, cancel_futures=True)


def _refuse(why: object) -> None:
    log.warning("a command is refused: %s", safe_line(why, MAX_WORDS))
