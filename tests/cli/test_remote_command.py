"""`kiosk screens restart` and the like, as far as they go without a broker."""

import json

import pytest
from securesystemslib.dsse import Envelope

from kiosk.cli.screens_screenshot import jpeg
from kiosk.fleet.mqtt import MqttError
from kiosk.fleet.screen_commands import CommandAnswer
from kiosk.publish import sealing
from kiosk.publish.key_secrets import KeySecrets
from kiosk.publish.keyring import keep_key, load_keyring, make_key

ACTIONS = ("identify", "logs", "restart", "screenshot", "sync", "test-ticket")
JPEG = "/9j/4AAQ/9k="


@pytest.fixture
def sent(monkeypatch):
    """What was sent, and what the screen answers."""
    found = []

    def send(_broker, screen, nonce, envelope, timeout_s):
        found.append((screen, Envelope.from_dict(json.loads(envelope)), timeout_s))
        return CommandAnswer(nonce=nonce, done=True, words="well", lines=("one", "two"), picture=JPEG)

    monkeypatch.setattr("kiosk.fleet.command_client.send_command", send)
    return found


@pytest.fixture
def command(run, world, tmp_path):
    (tmp_path / "broker.yaml").write_text(f"host: broker.example\nfeed: {world.folder}\n", encoding="utf-8")

    def make(action, screen="hall", *words):
        more = ("-o", tmp_path / "hall.jpg") if action == "screenshot" else ()
        given = ("--keys", world.keys, "--broker", tmp_path / "broker.yaml")
        return run("screens", action, screen, *given, *more, *words)

    return make


@pytest.mark.parametrize("action", ACTIONS)
def test_each_command_signs_one_action_for_one_screen_and_prints_the_answer(command, sent, world, action):
    done = command(action)
    assert done.exit_code == 0, done.output
    screen, envelope, timeout_s = sent[0]
    order = json.loads(envelope.payload)
    assert (screen, order["screen"], order["action"]) == ("hall", "hall", action)
    assert list(envelope.signatures) == [load_keyring(world.keys).called("targets").public_key.keyid]
    assert timeout_s == (180 if action == "sync" else 30)
    if action == "logs":
        assert (done.stdout, done.stderr) == ("one\ntwo\n", "hall: well\n")
    elif action == "screenshot":
        assert (world.base / "hall.jpg").read_bytes().startswith(b"\xff\xd8\xff")
    else:
        assert done.stdout == "hall: well\n"


def test_no_two_commands_are_the_same(command, sent):
    command("sync")
    command("sync")
    first, second = (json.loads(envelope.payload) for _, envelope, _ in sent)
    assert first["nonce"] != second["nonce"]


@pytest.mark.parametrize("screen", ["+", "#", "hall/command", "Hall", "", "hal", "admin"])
def test_only_a_screen_of_the_feed_is_commanded(command, sent, screen):
    done = command("restart", screen)
    assert (done.exit_code, sent) == (1, [])
    assert done.stderr.startswith("kiosk: ")


def test_a_screen_that_refuses_is_1_with_its_reason(command, monkeypatch):
    no = CommandAnswer(nonce="", done=False, words="somebody is using the screen; try again later")
    monkeypatch.setattr("kiosk.fleet.command_client.send_command", lambda *_: no)
    done = command("restart")
    assert (done.exit_code, done.stderr) == (1, f"kiosk: hall: {no.words}\n")


def test_a_screen_that_is_silent_is_1(command, monkeypatch):
    def fails(*_):
        raise MqttError("hall did not answer within 30 s")

    monkeypatch.setattr("kiosk.fleet.command_client.send_command", fails)
    done = command("restart")
    assert (done.exit_code, "did not answer" in done.stderr) == (1, True)


def test_a_key_that_came_after_the_trusted_root_signs_by_itself(command, sent, world):
    (world.keys / "targets.pem").unlink()
    anna = make_key(world.keys, "anna")
    assert command("restart").exit_code == 0
    assert anna.public_key.keyid in sent[0][1].signatures
    assert load_keyring(world.keys).called("online").public_key.keyid not in sent[0][1].signatures


def test_without_a_key_for_feeds_it_says_so(command, sent, world):
    for name in ("targets", "slots", "live"):
        (world.keys / f"{name}.pem").unlink()
    done = command("restart")
    assert (done.exit_code, sent) == (1, [])
    assert "may sign feeds" in done.stderr


def test_another_key_can_be_chosen_and_an_unknown_one_is_named(command, sent, world):
    assert command("restart", "hall", "--key", "root").exit_code == 0
    assert list(sent[0][1].signatures) == [load_keyring(world.keys).called("root").public_key.keyid]
    done = command("restart", "hall", "--key", "anna")
    assert (done.exit_code, "no key called anna" in done.stderr) == (1, True)


def test_a_key_behind_a_passphrase_signs_too(command, sent, world, tmp_path, monkeypatch):
    monkeypatch.setattr(sealing, "SCRYPT_COST", 1 << 8)
    secret = tmp_path / "secret"
    secret.write_text("a long passphrase\n", encoding="utf-8")
    secret.chmod(0o600)
    keep_key(world.keys, "targets", KeySecrets(), "a long passphrase")
    assert command("restart", "hall", "--passphrase-file", secret).exit_code == 0
    assert len(sent[0][1].signatures) == 1


@pytest.mark.parametrize("picture", ["", "PHN2Zy8+", "/9j/", "not base64!", "/9j/4AAQ"])
def test_only_a_jpeg_is_written(command, monkeypatch, tmp_path, picture):
    given = CommandAnswer(nonce="", done=True, picture=picture)
    monkeypatch.setattr("kiosk.fleet.command_client.send_command", lambda *_: given)
    assert command("screenshot").exit_code == 1
    assert not (tmp_path / "hall.jpg").exists()


def test_a_jpeg_is_what_begins_and_ends_as_one():
    assert jpeg(JPEG) == b"\xff\xd8\xff\xe0\x00\x10\xff\xd9"
