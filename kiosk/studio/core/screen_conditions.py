"""The current state of the screens: whether each is healthy, and a screenshot that it takes.

A screenshot requires a signed command. It is requested only from screens that are online, one after another,
and only with keys that need no passphrase, so that opening a window never asks for one.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, suppress
from datetime import datetime
from pathlib import Path

from kiosk.config import Broker
from kiosk.feed.message_catalog import Message, tr
from kiosk.fleet.command_client import send_command
from kiosk.fleet.fleet_client import FleetClient
from kiosk.fleet.mqtt import MqttError
from kiosk.fleet.screen_commands import new_command, write_command
from kiosk.fleet.screen_registry import ScreenEntry
from kiosk.fleet.screen_status import QUIET_FOR
from kiosk.frozen import frozen
from kiosk.publish.command_keys import command_signers
from kiosk.publish.keyring import load_keyring
from kiosk.publish.publish_errors import PublishError
from kiosk.trust.metadata_rules import read_metadata
from kiosk.trust.signed_commands import sign_command

ANSWER_S = 8.0
"""How long to wait for a screen: it answers within a second, unless it is in use or cannot answer at all."""

JPEG_STARTS, JPEG_ENDS = b"\xff\xd8\xff", b"\xff\xd9"


@frozen
class ScreenCondition:
    """One screen: why it needs attention (empty if it is healthy), and its screenshot if there is one."""

    screen: str
    reason: Message | str = ""
    picture: bytes = b""
    """A JPEG."""


Connect = Callable[[], AbstractContextManager[FleetClient]]
TakePicture = Callable[[str], bytes]


def query_conditions(
    connect: Connect,
    take_picture: TakePicture,
    screens: Collection[str],
    now: datetime,
    is_over: Callable[[], bool],
) -> Iterator[ScreenCondition]:
    """Yield the state of each screen, then again each screen with its screenshot. Raises `MqttError`."""
    with connect() as fleet:
        fleet.registry.expect(screens)
        fleet.settle()
        entries = [each for each in fleet.registry.entries() if each.screen in screens]
    conditions = [ScreenCondition(each.screen, trouble(each, now)) for each in entries]
    yield from conditions
    online = {each.screen for each in entries if each.online}
    for each in conditions:
        if is_over():
            return
        if each.screen in online and (picture := take_picture(each.screen)):
            yield ScreenCondition(each.screen, each.reason, picture)


def trouble(entry: ScreenEntry, now: datetime) -> Message | str:
    """Return why a screen needs attention, in words for a communicator; empty if it is healthy."""
    status = entry.status
    if status is None:
        return tr("It has never reported: is it set up and switched on?")
    if not entry.online:
        return tr("It has been off or without a network since {time}.", time=status.at)
    if now - status.at > QUIET_FOR:
        return tr("It has not reported since {time}.", time=status.at)
    if not status.generation:
        return tr("It has not downloaded anything to show yet.")
    first = next(iter(entry.troubles(now)), "")
    return tr("It needs IT: {trouble}", trouble=first) if first else ""


def picture_taker(broker: Broker, keys: Path, clock: Callable[[], datetime]) -> TakePicture:
    """Return a function that requests a screenshot from a screen, and returns no bytes if that fails."""

    def take(screen: str) -> bytes:
        with suppress(PublishError, MqttError, OSError, binascii.Error):
            ring = load_keyring(keys)
            signers = command_signers(ring, read_metadata(ring.trusted_root()).signed)
            plain = [each for each in signers if ring.kept(each.public_key.keyid) == "file"]
            if plain:
                order = new_command(screen, "screenshot", clock())
                envelope = sign_command(write_command(order), *plain)
                answer = send_command(broker, screen, order.nonce, envelope, ANSWER_S)
                return jpeg_of(answer.picture)
        return b""

    return take


def jpeg_of(picture: str) -> bytes:
    """Return the JPEG in an answer, or no bytes if it is anything else; raises `binascii.Error`."""
    data = base64.b64decode(picture, validate=True)
    return data if data.startswith(JPEG_STARTS) and data.endswith(JPEG_ENDS) else b""
