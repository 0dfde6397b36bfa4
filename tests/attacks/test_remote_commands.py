"""Somebody who can send to a screen through the broker, without an admin's key, or with one that was revoked.

The screen's verified root is that of a site in memory; only the process that verifies is in this one.
"""

import base64
import importlib
import json
from datetime import timedelta

import pytest
from PySide6.QtCore import QObject
from securesystemslib.dsse import Envelope
from securesystemslib.signer import CryptoSigner

from kiosk import isolated
from kiosk.device.remote_commands import MAX_WAITING, RemoteCommands
from kiosk.fleet.command_gate import CommandGate
from kiosk.fleet.mqtt import MqttMessage
from kiosk.fleet.screen_commands import ScreenCommand, new_command, read_command_answer, write_command
from kiosk.isolated import IsolatedError
from kiosk.trust.signed_commands import sign_command
from tests.ui.conftest import turn_until

YEAR = timedelta(days=366)


def run_here(function, data, _limits=None):
    """Do in this process what `isolated.run_named` does in another."""
    try:
        return getattr(importlib.import_module(function[0]), function[1])(data)
    except Exception as bad:
        raise IsolatedError(str(bad)) from bad


class Screen(QObject):
    """What a screen's commands see of it, and what they make it do."""

    def __init__(self, sim, stored):
        super().__init__()
        self.stored, self.time, self.trusted = stored, sim.now, True
        self.ran, self.answers = [], []
        self.commands = self.restarted = None
        self.restart()

    def now(self):
        return self.time if self.trusted else None

    def run(self, action, on_done):
        self.ran.append(action)
        on_done(done=True, words="carried out")

    def restart(self):
        """Begin as after a restart: what is not on the disk is forgotten."""
        if self.commands:
            self.commands.close()
        gate = CommandGate(self.stored.store.folder, "hall")
        self.commands = RemoteCommands(self, gate, self.run, self._answer)

    def _answer(self, data):
        self.answers.append(read_command_answer(data))

    def receive(self, payload, **more):
        """Receive one message, and wait until it has been judged."""
        self.commands.handle(MqttMessage("infodisk/screens/hall/command", payload, **more))
        turn_until(lambda: self.commands._waiting == 0)


@pytest.fixture
def screen(qapp, sim, kiosk, monkeypatch):
    monkeypatch.setattr(isolated, "run_named", run_here)
    made = Screen(sim, kiosk)
    yield made
    made.commands.close()


@pytest.fixture
def order(sim):
    """Sign a command, by default with the key of an admin."""

    def make(signer=None, action="restart", screen="hall", later=timedelta(0)):
        command = new_command(screen, action, sim.now + later)
        return sign_command(write_command(command), signer or sim.signers["targets"][0])

    return make


def test_an_admins_command_is_carried_out_and_answered(screen, order):
    screen.receive(order(action="identify"))
    assert screen.ran == ["identify"]
    assert [(each.done, each.words) for each in screen.answers] == [(True, "carried out")]


def test_one_admin_is_enough_where_a_feed_needs_two(sim, kiosk, screen, order):
    second = CryptoSigner.generate_ed25519()
    root = sim.signed.root.signed
    root.add_key(second.public_key, "targets")
    root.roles["targets"].threshold = 2
    sim.new_root()
    sim.signers["targets"].append(second)
    sim.publish("Signed by two")
    assert kiosk.poll().problem == ""
    for signer in sim.signers["targets"]:
        screen.receive(order(signer))
    assert screen.ran == ["restart", "restart"]


@pytest.mark.parametrize("name", ["root", "online", "slots", "live"])
def test_no_other_key_of_the_site_commands_a_screen(sim, screen, order, warned, name):
    screen.receive(order(sim.signers[name][0]))
    assert (screen.ran, screen.answers) == ([], [])
    assert warned() == ["a command is refused: no key that may command screens has signed it"]


def test_a_foreign_key_does_not_even_under_the_id_of_an_admins(sim, screen, order, warned):
    false = json.loads(order(CryptoSigner.generate_ed25519()))
    screen.receive(json.dumps(false).encode())
    false["signatures"][0]["keyid"] = sim.signers["targets"][0].public_key.keyid
    screen.receive(json.dumps(false).encode())
    assert (screen.ran, screen.answers) == ([], [])
    assert len(warned()) == 2


def test_a_revoked_key_counts_until_the_next_poll_and_no_longer(sim, kiosk, screen, order, warned):
    thief = sim.exchange("targets", ["targets"])[0]
    sim.new_root()
    sim.publish("Second")
    screen.receive(order(thief))
    assert screen.ran == ["restart"]
    assert kiosk.poll().problem == ""
    screen.receive(order(thief))
    assert screen.ran == ["restart"]
    screen.receive(order())
    assert screen.ran == ["restart", "restart"]
    assert warned() == ["a command is refused: no key that may command screens has signed it"]


def changed_payload(order):
    envelope = json.loads(order)
    command = {**json.loads(base64.b64decode(envelope["payload"])), "action": "logs"}
    return {**envelope, "payload": base64.b64encode(json.dumps(command).encode()).decode()}


FORGERIES = {
    "unsigned": lambda order: {**json.loads(order), "signatures": []},
    "changed": changed_payload,
    "bare": lambda order: json.loads(base64.b64decode(json.loads(order)["payload"])),
    "another type": lambda order: {**json.loads(order), "payloadType": "application/vnd.tuf+json"},
    "no text as type": lambda order: {**json.loads(order), "payloadType": 7},
    "signed twice": lambda order: {**json.loads(order), "signatures": 2 * json.loads(order)["signatures"]},
    "a list": lambda _order: [],
    "the old request": lambda _order: {"ask": "picture"},
}


@pytest.mark.parametrize("forgery", FORGERIES)
def test_what_is_not_signed_as_it_is_does_nothing(screen, order, warned, forgery):
    screen.receive(json.dumps(FORGERIES[forgery](order())).encode())
    assert (screen.ran, screen.answers) == ([], [])
    assert "a command is refused" in warned()[0]


@pytest.mark.parametrize("payload", [b"", b"\xff\x00", b"[" * 8000, b" " * 9000, b'{"payload": 1}'])
def test_nonsense_does_nothing(screen, warned, payload):
    screen.receive(payload)
    assert (screen.ran, screen.answers) == ([], [])
    assert "a command is refused" in warned()[0]


def test_a_signed_payload_that_is_no_known_command_does_nothing(sim, screen, warned):
    command = ScreenCommand(screen="hall", action="sh -c reboot", at=sim.now, nonce="a" * 32)
    screen.receive(sign_command(write_command(command), sim.signers["targets"][0]))
    assert (screen.ran, screen.answers) == ([], [])
    assert "not a command of this version" in warned()[0]


def test_what_an_admin_has_signed_for_another_purpose_is_no_command(sim, screen, warned):
    other = Envelope(write_command(new_command("hall", "restart", sim.now)), "application/vnd.x+json", {})
    other.sign(sim.signers["targets"][0])
    screen.receive(json.dumps(other.to_dict()).encode())
    assert (screen.ran, screen.answers) == ([], [])
    assert warned() == ["a command is refused: a signed document of another type"]


@pytest.mark.parametrize("restarts", [False, True])
def test_a_replay_does_nothing_and_is_not_answered(screen, order, warned, restarts):
    recorded = order()
    screen.receive(recorded)
    if restarts:
        screen.restart()
    screen.receive(recorded)
    assert (screen.ran, len(screen.answers)) == (["restart"], 1)
    assert warned() == ["a command is refused: it was received before"]


def test_a_command_for_another_screen_does_nothing(screen, order, warned):
    screen.receive(order(screen="door"))
    assert screen.ran == []
    assert warned() == ["a command is refused: it is for the screen 'door'"]


@pytest.mark.parametrize("later", [-YEAR, timedelta(minutes=-3), timedelta(minutes=3), YEAR])
def test_a_command_of_another_time_does_nothing_and_says_why(screen, order, warned, later):
    screen.receive(order(later=later))
    assert screen.ran == []
    assert [each.done for each in screen.answers] == [False]
    assert "it was signed at" in screen.answers[0].words
    warned()


def test_a_command_recorded_long_ago_stays_too_old_for_a_clock_that_is_not_trusted(screen, order, warned):
    screen.trusted = False
    screen.receive(order())
    assert screen.ran == []
    assert warned() == ["a command is refused: the clock is not trusted"]


def test_keys_that_have_expired_count_no_more(screen, order, warned):
    screen.time += YEAR
    screen.receive(order(later=YEAR))
    assert screen.ran == []
    assert warned() == ["a command is refused: the keys that this screen knows have expired"]


def test_a_retained_command_does_nothing(screen, order):
    screen.receive(order(), retain=True)
    assert screen.ran == []


def test_a_new_device_without_keys_obeys_nobody(screen, order, warned):
    (screen.stored.store.tuf / "root.json").unlink()
    screen.receive(order())
    assert screen.ran == []
    assert warned() == ["a command is refused: this screen knows no keys yet"]


def test_a_flood_starts_few_processes(screen, order):
    flood = [order(action="logs") for _ in range(50)]
    for each in flood:
        screen.commands.handle(MqttMessage("infodisk/screens/hall/command", each))
    turn_until(lambda: screen.commands._waiting == 0)
    assert len(screen.ran) == MAX_WAITING
