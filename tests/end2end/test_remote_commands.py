"""`kiosk screens …` on a real player through a real mosquitto with TLS, passwords, the ACL and accounts."""

import json
import subprocess
import sys
import threading
from datetime import timedelta

import pytest
from typer.testing import CliRunner

from kiosk.cli.demo import SCREEN, publish_sample, serve_folder
from kiosk.cli.main import build
from kiosk.device.device_status import RESTART
from kiosk.fleet import mqtt_topics
from kiosk.fleet.mqtt import MqttClient, MqttMessage
from kiosk.fleet.screen_commands import CommandAnswer, new_command, write_answer, write_command
from kiosk.publish.keyring import load_keyring
from kiosk.resources import sample_feed
from kiosk.trust.signed_commands import sign_command
from tests import days
from tests.end2end.broker import broker

# paho leaves the socket of a failed handshake to the garbage collector, which closes it
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
PATIENCE_S = 60
TRUSTING = (
    "from kiosk.device import clock_trust; clock_trust.is_synchronized = lambda: True\n"
    "from kiosk.cli.main import main; main()"
)
"""The player on a machine whose clock was set over the network, whatever holds for this one."""


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    with broker(tmp_path_factory.mktemp("broker"), ["admin", "exporter", "door"], ["anna"]) as running:
        yield running


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    publish_sample(sample_feed(), folder / "site", folder / "keys")
    with serve_folder(folder / "site") as url:
        yield url, folder


@pytest.fixture
def screens(real, site, tmp_path):
    """Run `kiosk screens …` as the admin of the site and the enroller of the broker."""
    url, folder = site

    def run(action, *words, user="admin"):
        access, printed = real.access(user), tmp_path / f"{user}.yaml"
        printed.write_text(
            f"host: localhost\nport: {access.port}\nca: {access.ca}\nuser: {user}\n"
            f"password: {access.password}\nsite: {url}\n",
            encoding="utf-8",
        )
        given = ["screens", action, SCREEN, "--keys", str(folder / "keys"), "--broker", str(printed), *words]
        return CliRunner().invoke(build([f"screens {action}"]), given)

    return run


class Person:
    """A connection to the broker, and what it hears."""

    def __init__(self, access, *topics):
        self.heard, self.came = [], threading.Condition()
        self.client = MqttClient(access, access.user, topics, self._take)
        self.client.open()
        assert self.client.wait_until_up(PATIENCE_S), self.client.trouble
        assert not topics or self.client.wait_until_subscribed(PATIENCE_S)

    def _take(self, message):
        with self.came:
            self.heard.append(message)
            self.came.notify_all()

    def wait_for(self, what, is_it=lambda _message: True):
        def found():
            return [m for m in self.heard if m.topic == mqtt_topics.of(SCREEN, what) and is_it(m)]

        with self.came:
            assert self.came.wait_for(found, PATIENCE_S), f"no {what}: {self.heard}"
            return found()[-1].payload

    def send(self, what, payload, screen=SCREEN):
        assert self.client.send_surely(MqttMessage(mqtt_topics.of(screen, what), payload))


@pytest.fixture
def person(real):
    opened = []

    def make(user, *topics):
        opened.append(Person(real.access(user), *topics))
        return opened[-1]

    yield make
    for each in opened:
        each.client.close()


class Player:
    """`kiosk run` in a process of its own, on a device that was enrolled by one line; `anna` listens."""

    def __init__(self, folder, anna):
        self.folder, self.anna, self.process = folder, anna, None

    def start(self):
        log = (self.folder / "player.log").open("ab")
        words = [sys.executable, "-c", TRUSTING, "run", "--config", self.folder / "etc/kiosk.yaml"]
        self.process = subprocess.Popen([*words, "--state", self.folder / "state"], stderr=log)
        log.close()

    def wait_until_on(self):
        self.anna.wait_for("online", lambda message: message.payload == b"1" and not message.retain)

    def log(self):
        return (self.folder / "player.log").read_text(encoding="utf-8")

    def end(self):
        if self.process:
            self.process.terminate()
            self.process.wait(PATIENCE_S)


@pytest.fixture
def player(screens, kiosk_setup, tmp_path, person):
    """A player that shows its slides and is known to be on."""
    done = screens("enrol", user="enroller")
    assert done.exit_code == 0, done.output
    set_up = kiosk_setup("--enrol", "-", typed=f"{done.stdout.splitlines()[-1]}\n")
    assert set_up.returncode == 0, set_up.stderr
    made = Player(tmp_path, person("anna", "infodisk/screens/#"))
    made.start()
    made.wait_until_on()
    made.anna.wait_for("status", lambda m: not m.retain and json.loads(m.payload)["shown"])
    yield made
    made.end()


def test_an_admin_commands_a_screen_from_afar(screens, player, site, tmp_path):
    done = screens("identify")
    assert (done.exit_code, done.stdout) == (0, f"{SCREEN}: shows its id for ten seconds\n"), done.output
    picture = tmp_path / "screenshot.jpg"
    assert screens("screenshot", "-o", str(picture)).exit_code == 0
    assert picture.read_bytes().startswith(b"\xff\xd8\xff")
    done = screens("sync")
    assert (done.exit_code, "up to date, shows version" in done.stdout) == (0, True), done.output
    done = screens("test-ticket")
    assert (done.exit_code, "there is no printer to test" in done.stderr) == (1, True)
    done = screens("logs")
    assert done.exit_code == 0
    assert "kiosk.device.remote_commands: an admin's command: sync" in done.stdout
    assert "lines in the last hour" in done.stderr
    recorded = player.anna.wait_for("command")
    assert screens("restart").stdout == f"{SCREEN}: restarts now\n"
    assert player.process.wait(PATIENCE_S) == RESTART
    restart = player.anna.wait_for("command")
    _refuses(player, site, restart, recorded)


def _refuses(player, site, *recorded):
    """Start the screen again: it refuses what was recorded before, and obeys what is new."""
    player.anna.heard.clear()
    player.start()
    player.wait_until_on()
    for each in recorded:
        player.anna.send("command", each)
    fresh = new_command(SCREEN, "logs", days.now())
    player.anna.send("command", _signed(site, fresh))
    answer = json.loads(player.anna.wait_for("answer"))
    assert answer["nonce"] == fresh.nonce
    assert [line.partition(": ")[2] for line in answer["lines"] if "command" in line] == [
        *["a command is refused: it was received before"] * len(recorded),
        "an admin's command: logs",
    ]
    assert player.process.poll() is None


def _signed(site, command, name="targets"):
    return sign_command(write_command(command), load_keyring(site[1] / "keys").called(name))


def test_what_no_admin_signed_for_this_screen_now_is_refused(player, site):
    now = days.now()
    admins = load_keyring(site[1] / "keys").called("targets")
    refused = {
        "unsigned": b'{"action": "restart"}',
        "wrong key": _signed(site, new_command(SCREEN, "restart", now), "online"),
        "another screen": _signed(site, new_command("door", "restart", now)),
        "old": _signed(site, new_command(SCREEN, "restart", now - timedelta(hours=1))),
        "future": _signed(site, new_command(SCREEN, "restart", now + timedelta(hours=1))),
        "not a command": sign_command(b'{"action": "restart"}', admins),
    }
    for number, each in enumerate(refused.values(), 1):
        player.anna.send("command", each)
        _wait_for_refusals(player, number)
    assert player.process.poll() is None
    assert "an admin's command" not in player.log()


def _wait_for_refusals(player, count):
    _wait_until(lambda: player.log().count("a command is refused") >= count, player.log)


def _wait_until(condition, words):
    look = threading.Event()
    for _ in range(PATIENCE_S * 10):
        if condition():
            return
        look.wait(0.1)
    raise AssertionError(words())


def test_a_revoked_admin_commands_no_more(player, screens, site):
    _url, folder = site
    thief = load_keyring(folder / "keys").called("targets")
    keys = ["--keys", str(folder / "keys")]
    app = build(["site keys rotate"])
    rotated = CliRunner().invoke(
        app, ["site", "keys", "rotate", str(folder / "site"), "targets", "targets", *keys]
    )
    assert rotated.exit_code == 0, rotated.output
    assert player.anna.client.send_surely(MqttMessage(mqtt_topics.NUDGE, b"look"))
    stored = player.folder / "state/tuf/root.json"
    _wait_until(lambda: json.loads(stored.read_bytes())["signed"]["version"] > 1, player.log)
    player.anna.send(
        "command", sign_command(write_command(new_command(SCREEN, "restart", days.now())), thief)
    )
    _wait_for_refusals(player, 1)
    assert "no key that may command screens has signed it" in player.log()
    assert screens("identify").exit_code == 0


def test_a_device_neither_commands_nor_answers_for_another(real, person):
    anna = person("anna", "infodisk/screens/#")
    door = person("door", "infodisk/screens/#")
    for what in ("command", "answer", "status"):
        door.client.send(
            MqttMessage(mqtt_topics.of(SCREEN, what), write_answer(CommandAnswer(nonce="", done=True)))
        )
    door.client.send(MqttMessage(mqtt_topics.of("door", "answer"), b"last"))
    with anna.came:
        assert anna.came.wait_for(lambda: any(m.payload == b"last" for m in anna.heard), PATIENCE_S)
    assert [m.topic for m in anna.heard if not m.retain] == [mqtt_topics.of("door", "answer")]
    anna.send("command", b"for the hall")
    anna.send("command", b"for the door", "door")
    with door.came:
        assert door.came.wait_for(lambda: door.heard, PATIENCE_S)
    assert [m.payload for m in door.heard] == [b"for the door"]


def test_the_exporter_sees_no_answer(person):
    door, exporter = person("door"), person("exporter", "infodisk/screens/#")
    door.send("answer", b"a log", "door")
    door.send("status", b"a status", "door")
    with exporter.came:
        assert exporter.came.wait_for(
            lambda: any(m.payload == b"a status" for m in exporter.heard), PATIENCE_S
        )
    assert mqtt_topics.of("door", "answer") not in {m.topic for m in exporter.heard}
