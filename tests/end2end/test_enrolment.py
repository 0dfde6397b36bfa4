"""A new device from one line: a real mosquitto with accounts, a real site over TLS, the real commands."""

import stat
import threading
from dataclasses import replace

import pytest
from typer.testing import CliRunner

from kiosk.cli.main import build
from kiosk.config_file import read_config
from kiosk.fleet import mqtt_topics
from kiosk.fleet.mqtt import MqttClient, MqttMessage
from tests.end2end.broker import broker
from tests.sync.world import Handler, World, serving

# paho leaves the socket of a failed handshake to the garbage collector, which closes it
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
PATIENCE_S = 20


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    with broker(tmp_path_factory.mktemp("broker"), ["admin", "door"]) as running:
        yield running


@pytest.fixture
def site(world, city):
    with serving(world.site, Handler, city.context()) as server:
        server.ca = city.path
        yield server


@pytest.fixture
def admin(real, world, site, tmp_path):
    """Run `kiosk screens …` as whoever may enrol screens."""
    access, printed = real.access("enroller"), tmp_path / "enroller.yaml"
    printed.write_text(
        f"host: localhost\nport: {access.port}\nca: {access.ca}\n"
        f"user: enroller\npassword: {access.password}\n"
        f"feed: {world.folder}\nsite: {site.url}\nsite_ca: {site.ca}\n",
        encoding="utf-8",
    )
    names = ["screens enrol", "screens revoke"]

    def run(*words):
        more = ("--keys", str(world.keys)) if words[0] == "enrol" else ()
        return CliRunner().invoke(build(names), ["screens", *words, *more, "--broker", str(printed)])

    return run


@pytest.fixture
def setup(kiosk_setup):
    return lambda line, *words: kiosk_setup("--enrol", "-", *words, typed=f"{line}\n")


class Line:
    """A connection of a device, and what it hears."""

    def __init__(self, access, *topics):
        self.heard, self.came = [], threading.Condition()
        self.client = MqttClient(access, "hall", topics, self._take)
        self.client.open()

    def _take(self, message):
        with self.came:
            self.heard.append(message)
            self.came.notify_all()

    def wait_for(self, topic):
        with self.came:
            return self.came.wait_for(lambda: any(m.topic == topic for m in self.heard), PATIENCE_S)


@pytest.fixture
def connect():
    opened = []

    def make(access, *topics):
        opened.append(Line(access, *topics))
        return opened[-1]

    yield make
    for each in opened:
        each.client.close()


def enrolled(admin, setup, tmp_path):
    done = admin("enrol", "hall")
    assert done.exit_code == 0, done.output
    line = done.stdout.splitlines()[-1]
    set_up = setup(line)
    assert set_up.returncode == 0, set_up.stderr
    assert line not in set_up.stdout + set_up.stderr
    return read_config(tmp_path / "etc/kiosk.yaml")


def test_one_line_makes_a_device_that_reports_for_itself_only(  # noqa: PLR0917  # fixtures
    admin, setup, connect, real, world, site, tmp_path
):
    config = enrolled(admin, setup, tmp_path)
    assert (config.feed, config.screen) == (site.url, "hall")
    assert config.root.read_bytes() == (world.keys / "root.json").read_bytes()
    assert not stat.S_IMODE(config.broker.password.stat().st_mode) & stat.S_IRWXO
    listening = connect(real.access("admin"), "infodisk/screens/#")
    assert listening.client.wait_until_subscribed(PATIENCE_S)
    device = connect(config.broker, *(mqtt_topics.of(name, "command") for name in ("hall", "door")))
    assert device.client.wait_until_subscribed(PATIENCE_S)
    for name in ("door", "hall"):
        device.client.send(MqttMessage(mqtt_topics.of(name, "status"), b"well"))
        listening.client.send(MqttMessage(mqtt_topics.of(name, "command"), b"a command"))
    assert device.wait_for(mqtt_topics.of("hall", "command"))
    assert listening.wait_for(mqtt_topics.of("hall", "status"))
    assert {m.topic for m in device.heard} == {mqtt_topics.of("hall", "command")}
    assert mqtt_topics.of("door", "status") not in {m.topic for m in listening.heard}


def test_a_revoked_device_is_cut_off_at_once(admin, setup, connect, tmp_path, caplog):
    device = connect(enrolled(admin, setup, tmp_path).broker)
    assert device.client.wait_until_up(PATIENCE_S)
    gone, lost = threading.Event(), device.client._client
    lost.on_disconnect = lambda *_: gone.set()
    assert admin("revoke", "hall").exit_code == 0
    assert gone.wait(PATIENCE_S)
    device.client.close()
    again = connect(read_config(tmp_path / "etc/kiosk.yaml").broker)
    assert not again.client.wait_until_up(2)
    assert "Not authorized" in again.client.trouble
    caplog.clear()
    done = admin("revoke", "hall")
    assert (done.exit_code, "no account hall" in done.stderr) == (1, True)


def test_enrolled_again_only_the_new_line_counts(admin, setup, connect, tmp_path, caplog):
    old = enrolled(admin, setup, tmp_path).broker
    kept = tmp_path / "old.password"
    kept.write_bytes(old.password.read_bytes())
    kept.chmod(0o600)
    new = enrolled(admin, setup, tmp_path).broker
    refused = connect(replace(old, password=kept))
    assert not refused.client.wait_until_up(2)
    refused.client.close()
    caplog.clear()
    assert connect(new).client.wait_until_up(PATIENCE_S)


def test_a_qr_code_is_for_its_owner_only(admin, tmp_path):
    picture = tmp_path / "hall.png"
    assert admin("enrol", "hall", "-o", str(picture)).exit_code == 0
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert stat.S_IMODE(picture.stat().st_mode) == 0o600


def test_a_screen_that_the_feed_does_not_have_gets_nothing(admin):
    done = admin("enrol", "hal")
    assert (done.exit_code, "the feed has no screen hal; it has door, hall" in done.stderr) == (1, True)


@pytest.mark.parametrize("person", ["admin", "enroller", "exporter", "publisher"])
@pytest.mark.parametrize("command", ["enrol", "revoke"])
def test_accounts_of_people_are_neither_given_to_devices_nor_ended(admin, command, person):
    done = admin(command, person)
    assert done.exit_code == 1
    assert "is a user of the broker, not a screen" in done.output
    assert admin("enrol", "hall").exit_code == 0  # the enroller may still do so


def test_a_line_that_cannot_be_written_leaves_the_old_password(admin, setup, connect, tmp_path):
    config = enrolled(admin, setup, tmp_path)
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert admin("enrol", "hall", "-o", str(tmp_path / "file/line.txt")).exit_code == 1
    assert connect(config.broker).client.wait_until_up(PATIENCE_S)


def test_a_site_with_another_root_is_not_trusted(admin, setup, site, tmp_path):
    line = admin("enrol", "hall").stdout.splitlines()[-1]
    other = World(tmp_path / "other")
    other.publish()
    site.tricks["root.json"] = lambda handler: handler.say(
        200, {}, (other.site / "metadata/1.root.json").read_bytes()
    )
    done = setup(line)
    assert (done.returncode, "do not trust this site" in done.stderr) == (1, True)
    assert not (tmp_path / "etc/kiosk.yaml").exists()


@pytest.mark.parametrize("line", ["INFODISK1AAAA", "hello"])
def test_a_wrong_line_changes_nothing(setup, tmp_path, line):
    done = setup(line)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert "enrolment line" in done.stderr
    assert not (tmp_path / "etc/kiosk.yaml").exists()


@pytest.mark.parametrize("words", [("--screen", "door"), ("--offline",)])
def test_a_line_and_what_it_sets_exclude_each_other(setup, words):
    done = setup("INFODISK1AAAA", *words)
    assert (done.returncode, "--enrol" in done.stderr) == (2, True)


def test_somebody_who_may_not_give_accounts_is_reported(real, world, site, tmp_path, monkeypatch):
    monkeypatch.setattr("kiosk.fleet.broker_accounts.ANSWER_S", 1.0)
    access, printed = real.access("admin"), tmp_path / "broker.yaml"
    printed.write_text(
        f"host: localhost\nport: {access.port}\nca: {access.ca}\nuser: admin\npassword: {access.password}\n"
        f"site: {site.url}\n",
        encoding="utf-8",
    )
    words = ["screens", "enrol", "hall", "--keys", str(world.keys), "--broker", str(printed)]
    done = CliRunner().invoke(build(["screens enrol"]), words)
    assert (done.exit_code, "may not manage accounts" in done.stderr) == (1, True)
