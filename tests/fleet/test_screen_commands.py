"""Encoded commands and answers, and the admin's side, which accepts only the answer to its own command."""

import json

import pytest

from kiosk.fleet import mqtt_topics
from kiosk.fleet.command_client import AnswerListener
from kiosk.fleet.mqtt import MqttMessage
from kiosk.fleet.screen_commands import (
    MAX_ANSWER,
    CommandAnswer,
    CommandError,
    new_command,
    read_command,
    read_command_answer,
    write_answer,
    write_command,
)
from tests.fleet.test_command_gate import NOW

NONCE = "0f" * 16
GOOD = {"screen": "hall", "action": "sync", "at": "2026-11-25T11:00:00Z", "nonce": NONCE}


def test_a_command_survives_the_round_trip():
    made = new_command("hall", "identify", NOW)
    assert read_command(write_command(made)) == made
    assert made.nonce != new_command("hall", "identify", NOW).nonce


@pytest.mark.parametrize(
    "change",
    [
        {"action": "shell"},
        {"action": "restart; reboot"},
        {"at": "2026-11-25T11:00:00"},
        {"at": 12},
        {"nonce": ""},
        {"nonce": f"{NONCE}0"},
        {"nonce": f"{NONCE[:-1]}\n"},
        {"screen": None},
    ],
)
def test_an_invalid_command_is_refused(change):
    with pytest.raises(CommandError):
        read_command(json.dumps({**GOOD, **change}).encode())


@pytest.mark.parametrize("payload", [b"", b"[]", b"\xff", b"{}", b"[" * 100_000])
def test_an_invalid_payload_is_refused(payload):
    with pytest.raises(CommandError):
        read_command(payload)


def answer(**values):
    return CommandAnswer(**{"nonce": NONCE, "done": True, **values})


def test_an_answer_survives_the_round_trip():
    full = answer(words="printed", lines=("one", "two"), picture="/9j/")
    assert read_command_answer(write_answer(full)) == full


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"\xff", b'{"nonce": 1, "done": true}', b" " * (MAX_ANSWER + 1), b"[" * 100_000]
)
def test_an_invalid_answer_is_refused(data):
    with pytest.raises(CommandError):
        read_command_answer(data)


def test_texts_in_an_answer_are_printable_lines():
    found = read_command_answer(write_answer(answer(words="a\x1b[31m\nb", lines=("c\u202ed",))))
    assert "\x1b" not in found.words
    assert "\n" not in found.words
    assert "\u202e" not in found.lines[0]


def listened(*messages):
    listener = AnswerListener("hall", NONCE)
    for each in messages:
        listener.handle(each)
    return listener.wait(0)


def sent(given, screen="hall", *, retain=False):
    return MqttMessage(mqtt_topics.of(screen, "answer"), write_answer(given), retain)


def test_the_screens_answer_to_this_command_counts():
    assert listened(sent(answer())) == answer()


@pytest.mark.parametrize(
    "message",
    [
        sent(answer(), "door"),
        sent(answer(nonce="1f" * 16)),
        sent(answer(), retain=True),
        MqttMessage(mqtt_topics.of("hall", "status"), write_answer(answer())),
        MqttMessage(mqtt_topics.of("hall", "answer"), b"nonsense"),
    ],
    ids=["another device", "another command", "retained", "another topic", "nonsense"],
)
def test_every_other_answer_is_ignored(message):
    assert listened(message) is None


def test_the_first_answer_counts():
    assert listened(sent(answer()), sent(answer(done=False))) == answer()
