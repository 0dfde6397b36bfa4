"""The commands that an admin can send to a screen, and the screen's answers. Values only.

The set of actions is fixed, and none takes arguments: nothing in a command can become a command line, a path
or an address. `kiosk/trust/signed_commands.py` signs and verifies; `kiosk/fleet/command_gate.py` refuses
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
"""Bytes: the limit for one message in `deploy/mosquitto`."""

MAX_LINES = 400
MAX_LINE_BYTES = 200_000
"""Bytes of all log lines in an answer, as JSON."""

MAX_PICTURE = 240_000
"""Characters of base64, so that a picture fits in an answer."""

_NONCE_BYTES = 16

Nonce = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{32}$")]


class CommandError(ValueError):
    """An invalid command or answer."""


@frozen(kw_only=True)
class ScreenCommand:
    """One command for one screen, signed at one time, to be carried out once."""

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
    """What was done, or why nothing was done."""

    lines: Annotated[tuple[ShortText, ...], limits(max_length=MAX_LINES)] = ()
    picture: Annotated[str, limits(max_length=MAX_PICTURE)] = ""
    """A JPEG in base64."""


def new_command(screen: str, action: Action, now: datetime) -> ScreenCommand:
    """Return a command with a new nonce."""
    return ScreenCommand(screen=screen, action=action, at=now, nonce=secrets.token_hex(_NONCE_BYTES))


def write_command(command: ScreenCommand) -> bytes:
    """Return the payload to sign."""
    return msgspec.json.encode(command)


def read_command(payload: bytes) -> ScreenCommand:
    """Return the command in a payload whose signature has been verified; raises `CommandError`."""
    try:
        return msgspec.json.decode(payload, type=ScreenCommand)
    except (msgspec.DecodeError, ValueError, RecursionError) as bad:
        raise CommandError(f"not a command of this version: {bad}") from bad


def write_answer(answer: CommandAnswer) -> bytes:
    """Return the message that `read_command_answer` reads."""
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
    """Return the input of `verification_output` in `kiosk.trust`, which runs in a separate process."""
    parts = {"envelope": envelope, "root": root}
    encoded = {name: base64.b64encode(data).decode() for name, data in parts.items()}
    return json.dumps({**encoded, "now": now.isoformat()}).encode()
