"""What an admin may command a screen to do from afar, and what the screen answers. Values only.

The set of actions is closed and takes no arguments: nothing that is sent can become a command line, a path or
an address. `kiosk/trust/signed_commands.py` signs and verifies; `kiosk/fleet/command_gate.py` refuses
replays.
"""

from __future__ import annotations

import base64
import json
import secrets
from datetime import datetime
from typing import Annotated, Literal, TypeAlias

import msgspec

from kiosk.feed.constraints import adapter, limits
from kiosk.fleet.crash_report import ForeignMessage, ShortText
from kiosk.frozen import frozen

Action: TypeAlias = Literal["restart", "sync", "logs", "test-ticket", "screenshot", "identify"]

MAX_ENVELOPE = 8 << 10  # bytes
MAX_ANSWER = 256 << 10
"""Bytes: the limit of `deploy/mosquitto` for one message."""

MAX_LINES = 400
MAX_LINE_BYTES = 200_000
"""Bytes of all log lines of an answer, as JSON."""

MAX_PICTURE = 240_000
"""Characters of base64: it fits in an answer."""

_NONCE_BYTES = 16

Nonce = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{32}$")]


class CommandError(ValueError):
    """A command or an answer that is not valid."""


@frozen(kw_only=True)
class ScreenCommand:
    """One command: for one screen, at one time, and once."""

    screen: str
    action: Action
    at: Annotated[datetime, msgspec.Meta(tz=True)]
    nonce: Nonce


@frozen(kw_only=True)
class CommandAnswer(ForeignMessage):
    """The answer of a screen to the command with the same nonce."""

    nonce: Annotated[str, limits(max_length=32)]
    done: bool
    words: ShortText = ""
    """What was done, or why nothing was."""

    lines: Annotated[tuple[ShortText, ...], limits(max_length=MAX_LINES)] = ()
    picture: Annotated[str, limits(max_length=MAX_PICTURE)] = ""
    """A JPEG in base64."""


def new_command(screen: str, action: Action, now: datetime) -> ScreenCommand:
    """Return a command with a nonce of its own."""
    return ScreenCommand(screen=screen, action=action, at=now, nonce=secrets.token_hex(_NONCE_BYTES))


def write_command(command: ScreenCommand) -> bytes:
    """Return what is signed."""
    return msgspec.json.encode(command)


def read_command(payload: bytes) -> ScreenCommand:
    """Return the command in a payload whose signature was verified; raises `CommandError`."""
    try:
        return msgspec.json.decode(payload, type=ScreenCommand)
    except (msgspec.DecodeError, ValueError, RecursionError) as bad:
        raise CommandError(f"not a command of this version: {bad}") from bad


def write_answer(answer: CommandAnswer) -> bytes:
    """Return the message that `read_answer` reads."""
    return msgspec.json.encode(answer)


def read_command_answer(data: bytes) -> CommandAnswer:
    """Return the answer in a message from a screen; raises `CommandError`."""
    from pydantic import ValidationError  # noqa: PLC0415  # the player only writes

    if len(data) > MAX_ANSWER:
        raise CommandError(f"an answer of {len(data)} bytes, more than {MAX_ANSWER}")
    try:
        answer: CommandAnswer = adapter(CommandAnswer).validate_json(data)
    except ValidationError as bad:
        raise CommandError(bad.errors()[0]["msg"]) from bad
    return answer


def verification_request(envelope: bytes, root: bytes, now: datetime) -> bytes:
    """Return the input of `verification_output` in `kiosk.trust`, which runs in a process of its own."""
    parts = {"envelope": envelope, "root": root}
    encoded = {name: base64.b64encode(data).decode() for name, data in parts.items()}
    return json.dumps({**encoded, "now": now.isoformat()}).encode()
