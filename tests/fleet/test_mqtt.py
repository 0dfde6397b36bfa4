"""Lost connections and invalid secrets; `tests/end2end/test_fleet.py` tests the rest with a real broker."""

import pytest
from paho.mqtt.client import Client

from kiosk.config import Broker
from kiosk.fleet.mqtt import MqttClient, MqttError, MqttMessage


@pytest.fixture
def link():
    return MqttClient(Broker(host="127.0.0.1"), "hall", (), lambda _message: None, presence="here")


def test_a_message_without_confirmation_does_not_count_as_sent(link):
    assert not link.send_surely(MqttMessage("nudge", b"look"))


def test_connection_lost_during_close_is_closed(link, monkeypatch):
    monkeypatch.setattr(Client, "is_connected", lambda _self: True)  # as it was a moment ago
    left = []
    monkeypatch.setattr(Client, "disconnect", lambda _self: left.append(1))
    link.close()
    assert left == [1]


@pytest.mark.parametrize("mode", [0o644, 0o604, 0o642, 0o777])
@pytest.mark.parametrize("field", ["password", "key", "certificate"])
def test_a_world_readable_secret_is_refused(tmp_path, mode, field):
    path = tmp_path / "secret"
    path.write_text("hunter2", encoding="utf-8")
    path.chmod(mode)
    files = {field: path} if field != "key" else {"certificate": tmp_path / "own.crt", "key": path}
    broker = Broker(host="127.0.0.1", **files)
    with pytest.raises(MqttError, match=r"everybody on this machine may read the .* run: chmod 640 ") as bad:
        MqttClient(broker, "hall", (), lambda _message: None)
    assert "hunter2" not in str(bad.value)


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o400])
def test_a_password_with_restricted_access_is_used(tmp_path, mode):
    path = tmp_path / "broker.password"
    path.write_text("hunter2\n", encoding="utf-8")
    path.chmod(mode)
    MqttClient(Broker(host="127.0.0.1", password=path), "hall", (), lambda _message: None)


@pytest.mark.parametrize(
    ("data", "reported"), [(b"", "is empty"), (b"\xff", "it is not text"), (None, "No such file")]
)
def test_an_invalid_password_file_is_reported(tmp_path, data, reported):
    path = tmp_path / "broker.password"
    if data is not None:
        path.write_bytes(data)
        path.chmod(0o600)
    with pytest.raises(MqttError, match=f"the broker's password .*{reported}"):
        MqttClient(Broker(host="127.0.0.1", password=path), "hall", (), lambda _message: None)
