"""Screens and an admin on a real mosquitto with TLS, passwords and the ACL of `deploy/mosquitto`."""

import json
import platform
import subprocess
import sys
import threading
import urllib.request
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from cryptography import x509
from typer.testing import CliRunner

from kiosk import __version__
from kiosk.cli.demo import SCREEN
from kiosk.cli.main import build
from kiosk.cli.nudge import nudge_screens
from kiosk.config import Broker
from kiosk.feed.constraints import adapter
from kiosk.fleet import mqtt_topics, prometheus_exporter
from kiosk.fleet.fleet_client import connected_client
from kiosk.fleet.mqtt import MqttClient, MqttError, MqttMessage
from kiosk.fleet.screen_status import ScreenStatus, write_status
from tests.end2end.broker import broker
from tests.end2end.fleet_station import admins_file, reporting_station, run_beside
from tests.ui.conftest import turn_until

PATIENCE_S = 30
NOW = datetime(2026, 11, 25, 11, tzinfo=UTC)
WELL = ScreenStatus(screen="hall", at=NOW, started=NOW, version="1", generation="abc", clock_trusted=True)


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    users = ("admin", "publisher", "hall", "window", SCREEN)
    with broker(tmp_path_factory.mktemp("broker"), users) as running:
        yield running


class Client:
    """A line, and what it heard."""

    def __init__(self, access, ears, presence=""):
        self.heard, self.came = [], threading.Condition()
        self.link = MqttClient(access, access.user, ears, self._take, presence)
        self.link.open()
        assert (self.link.wait_until_subscribed if ears else self.link.wait_until_up)(PATIENCE_S)

    def _take(self, message):
        with self.came:
            self.heard.append(message)
            self.came.notify_all()

    def wait_for(self, topic, payload=None):
        def is_here():
            return any(m.topic == topic and payload in {None, m.payload} for m in self.heard)

        with self.came:
            assert self.came.wait_for(is_here, PATIENCE_S), f"{topic} did not come: {self.heard}"


@pytest.fixture
def client(real):
    opened = []

    def make(user, *ears, presence=""):
        opened.append(Client(real.access(user), ears, presence))
        return opened[-1]

    yield make
    for each in opened:
        each.link.close()


def test_a_screen_that_is_gone_is_known_to_be_gone(real, client):
    admin = client("admin", *mqtt_topics.ALL)
    code = (
        "import sys; from kiosk.config import Broker; from kiosk.fleet.mqtt import MqttClient\n"
        "from kiosk.feed.constraints import adapter\n"
        "told = adapter(Broker).validate_json(sys.argv[1])\n"
        "link = MqttClient(told, told.user, (), print, 'infodisk/screens/window/online'); link.open()\n"
        "assert link.wait_until_up(30)\n"
        "print('up', flush=True); sys.stdin.read()"
    )
    access = adapter(Broker).dump_json(real.access("window")).decode()
    with subprocess.Popen(
        [sys.executable, "-c", code, access], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as screen:
        assert screen.stdout.readline() == b"up\n"
        admin.wait_for(mqtt_topics.of("window", "online"), b"1")
        screen.kill()
    admin.wait_for(mqtt_topics.of("window", "online"), b"0")


def test_a_device_can_speak_for_itself_only(client):
    admin = client("admin", *mqtt_topics.ALL)
    hall = client("hall", "infodisk/screens/#", mqtt_topics.NUDGE)
    hall.link.send(MqttMessage(mqtt_topics.of("window", "status"), b"false", retain=True))
    hall.link.send(MqttMessage(mqtt_topics.NUDGE, b"false"))
    hall.link.send(MqttMessage(mqtt_topics.of("hall", "status"), write_status(WELL), retain=True))
    admin.wait_for(mqtt_topics.of("hall", "status"))
    client("publisher").link.send(MqttMessage(mqtt_topics.NUDGE, b"look"))
    hall.wait_for(mqtt_topics.NUDGE, b"look")
    assert [m for m in admin.heard if m.topic == mqtt_topics.of("window", "status")] == []
    assert [m.topic for m in hall.heard] == [mqtt_topics.NUDGE]


@pytest.mark.parametrize("change", [{"password": None}, {"user": "nobody"}])
def test_nobody_without_credentials_is_let_in(real, change, caplog):
    access = replace(real.access("hall"), **change)
    with pytest.raises(MqttError, match="refused the connection"):
        _open_and_look(access, monkey_patience=2)
    assert "refuses this device" in caplog.text
    caplog.clear()


def _open_and_look(access, monkey_patience):
    from kiosk.fleet import fleet_client as admin  # noqa: PLC0415  # its patience is changed here

    kept, admin.CONNECT_S = admin.CONNECT_S, monkey_patience
    try:
        with connected_client(access):
            pass
    finally:
        admin.CONNECT_S = kept


# paho leaves the socket of a failed handshake to the garbage collector, which closes it
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")
def test_a_broker_with_another_certificate_is_not_trusted(real, tmp_path, caplog):
    from tests.end2end.broker import make_certificates  # noqa: PLC0415  # only here

    make_certificates(tmp_path)
    with pytest.raises(MqttError, match=r"refused the connection: .*certificate verify failed"):
        _open_and_look(real.access("admin", ca=tmp_path / "ca.crt"), monkey_patience=2)
    assert "certificate verify failed" in caplog.text
    caplog.clear()


@pytest.fixture
def station(qapp, real, site, tmp_path, monkeypatch):
    monkeypatch.delenv("RUNTIME_DIRECTORY", raising=False)
    with reporting_station(real, site, tmp_path / "state") as made:
        turn_until(lambda: made.reporter._sent and made.reporter._sent.shown)
        yield made


def kiosk_status(real, *words):
    return run_beside("status", *words, "--broker", admins_file(real, "admin"))


def test_a_real_kiosk_tells_how_it_is(real, station):
    known = json.loads(kiosk_status(real, SCREEN, "--json").stdout)
    assert known[0]["screen"] == SCREEN
    assert known[0]["online"] is True
    assert known[0]["generation"] == station.kiosk.generation_id
    assert known[0]["problem"] == ""
    assert known[0]["feed_version"] >= 2
    assert known[0]["feed_date"].startswith("20")
    certificate = x509.load_pem_x509_certificate((real.folder / "broker.crt").read_bytes())
    assert datetime.fromisoformat(known[0]["broker_certificate_until"]) == certificate.not_valid_after_utc
    assert known[0]["admins_signed_until"]
    assert any("certificate of the broker expires" in each for each in known[0]["troubles"])
    assert known[0]["version"] == __version__
    assert known[0]["hostname"] == platform.node()
    assert known[0]["os"]
    assert {"addresses", "model"} <= known[0].keys()


def test_a_nudge_makes_it_look_at_the_feed(client, station):
    before = station.kiosk.stored.status().looked_at
    station.reporter._soon.setInterval(0)
    client("publisher").link.send(MqttMessage(mqtt_topics.NUDGE, b"look"))
    turn_until(lambda: station.kiosk.stored.status().looked_at != before)


def test_an_admin_nudges_by_the_command_and_by_publishing(real, client, monkeypatch):
    hall = client("hall", mqtt_topics.NUDGE)
    done = CliRunner().invoke(build(["nudge"]), ["nudge", "--broker", str(admins_file(real, "publisher"))])
    assert done.exit_code == 0, done.output
    hall.wait_for(mqtt_topics.NUDGE, b"look")
    hall.heard.clear()
    monkeypatch.setattr("platformdirs.user_config_path", lambda _name: real.folder)
    nudge_screens()
    hall.wait_for(mqtt_topics.NUDGE, b"look")


def test_it_outlasts_a_broker_that_goes_away_and_speaks_again(real, station):
    real.stop()
    turn_until(lambda: not station.reporter._mqtt_client.is_up())
    real.start_again()
    turn_until(station.reporter._mqtt_client.is_up)
    turn_until(lambda: station.reporter._sent is not None)


def test_a_crash_is_sent_once(client, station):
    admin = client("admin", *mqtt_topics.ALL)
    station.watchdog.crash_recorder.find("1.0", "abc")
    station.reporter._sent = None
    turn_until(lambda: any(m.topic == mqtt_topics.of(SCREEN, "crash") for m in admin.heard))
    assert station.watchdog.crash_recorder.unsent() is None


def test_the_table_and_prometheus_tell_of_an_unwell_screen(real, client, station):
    client("hall", presence=mqtt_topics.of("hall", "online")).link.send(
        MqttMessage(
            mqtt_topics.of("hall", "status"),
            write_status(replace(WELL, mode="safe", printer="paper-out")),
            retain=True,
        )
    )
    table = kiosk_status(real)
    assert table.exit_code == 1
    assert "safe" in table.stdout
    assert SCREEN in table.stdout
    text = scraped(real)
    assert 'infodisk_screen_safe_mode{screen="hall"} 1.0' in text
    assert f'infodisk_screen_online{{screen="{SCREEN}"}} 1.0' in text
    assert "infodisk_broker_connected 1.0\n" in text


def scraped(real):
    with (
        connected_client(real.access("admin")) as opened,
        prometheus_exporter.serve_metrics(
            opened.registry.entries, opened.mqtt_client.is_up, "127.0.0.1", 0
        ) as port,
    ):
        opened.settle()
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
            return answer.read().decode()


def test_a_screen_that_never_spoke_is_reported(real, station):
    done = kiosk_status(real, "lobby")
    assert done.exit_code == 1
    assert "never" in done.stdout


def test_a_device_cannot_take_the_connection_of_another(real, client):
    hall = client("hall", presence=mqtt_topics.of("hall", "online"))
    thief = MqttClient(real.access("window"), "hall", (), lambda _message: None)
    thief.open()
    try:
        assert thief.wait_until_up(PATIENCE_S)
        hall.link.send(MqttMessage(mqtt_topics.of("hall", "status"), write_status(WELL), retain=True))
        client("admin", *mqtt_topics.ALL).wait_for(mqtt_topics.of("hall", "status"))
    finally:
        thief.close()
    log = (real.folder / "mosquitto.log").read_text(encoding="utf-8")
    assert "Client hall already connected" not in log
