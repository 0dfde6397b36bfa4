"""The kiosk's speech output, with the machine's speech service."""

import os
import socket
from time import monotonic

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtMultimedia import QAudioDevice, QMediaDevices

from kiosk import resources
from kiosk.device import speech_output, speech_service
from kiosk.device.speech_output import SpeechOutput
from kiosk.ui.desk.desk import Desk
from kiosk.ui.shell.read_aloud import ReadAloud
from kiosk.ui.shell.speaker import SpokenLine
from tests import days


@pytest.fixture
def nowhere(monkeypatch, tmp_path):
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{tmp_path}/none")


def test_a_missing_service_is_looked_for_again(qapp, nowhere, monkeypatch, caplog):
    desk = Desk(days.now, monotonic)
    voice = SpeechOutput(ReadAloud(desk))
    assert not voice.speaks("sv")
    [reported] = caplog.records
    assert "speech is not available" in reported.getMessage()
    monkeypatch.delenv("SPEECHD_ADDRESS")
    assert not voice.speaks("sv")
    monkeypatch.setattr(speech_output, "RETRY_S", 0)
    assert voice.speaks("sv")
    caplog.clear()


def test_a_hung_service_is_not_used(qapp, monkeypatch, tmp_path, caplog):
    """Its library would wait forever, and block the screen."""
    path = tmp_path / "speechd.sock"
    with socket.socket(socket.AF_UNIX) as service:
        service.bind(str(path))
        service.listen()
        monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{path}")
        monkeypatch.setattr(speech_service, "TIMEOUT_S", 0.01)
        voice = SpeechOutput(ReadAloud(Desk(days.now, monotonic)))
        assert not voice.speaks("sv")
    assert [each.getMessage() for each in caplog.records] == [
        "speech is not available: the speech service does not answer"
    ]
    caplog.clear()
    assert not speech_service.is_stuck()  # it is not running, and can be started


class Output:
    """A fake sound output with a name."""

    def __init__(self, name):
        self.name = name

    def description(self):
        return self.name.title()

    def id(self):
        return QByteArray(self.name.encode())

    def isNull(self):  # noqa: N802  # Qt's name
        return False


@pytest.fixture
def outputs(monkeypatch):
    """A function that sets the available sound outputs; the loudspeaker is the system's choice."""

    def there_are(*names):
        monkeypatch.setattr(QMediaDevices, "audioOutputs", lambda: [Output(name) for name in names])

    monkeypatch.setattr(QMediaDevices, "defaultAudioOutput", lambda: Output("loudspeaker"))
    monkeypatch.setenv(speech_output.SINK, "loudspeaker")
    return there_are


def test_with_configured_headphones_no_other_output_is_used(qapp, outputs):
    voice = SpeechOutput(ReadAloud(Desk(days.now, monotonic)), "mock", "USB-Headset")
    outputs("loudspeaker")
    assert not voice.plays()
    assert not voice.speaks("en")
    voice.chime()
    assert voice._player is None
    outputs("loudspeaker", "alsa_output.usb-headset.analog-stereo")
    assert voice.plays()
    assert voice._device().name == "alsa_output.usb-headset.analog-stereo"
    assert voice.speaks("en")
    assert os.environ[speech_output.SINK] == "alsa_output.usb-headset.analog-stereo"


def test_unplugged_headphones_end_the_reading(qapp, outputs):
    read_aloud = ReadAloud(Desk(days.now, monotonic))
    voice, ended = SpeechOutput(read_aloud, "mock", "headset"), []
    outputs("headset")
    assert voice.speaks("en")
    outputs("loudspeaker")
    read_aloud.line_ended = lambda: ended.append(True)
    voice.say(SpokenLine("Find a home", "en"), 0.5)
    assert ended == [True]


def test_without_configured_headphones_the_system_chooses(qapp, outputs):
    voice = SpeechOutput(ReadAloud(Desk(days.now, monotonic)), "mock")
    outputs("headset")
    assert voice.plays()
    assert voice._device().name == "loudspeaker"
    assert os.environ[speech_output.SINK] == "loudspeaker"


def test_without_a_loudspeaker_it_is_silent(qapp, monkeypatch):
    monkeypatch.setattr(QMediaDevices, "defaultAudioOutput", QAudioDevice)
    read_aloud = ReadAloud(Desk(days.now, monotonic))
    voice = SpeechOutput(read_aloud)
    voice.chime()
    voice.play(next(resources.sample_feed().glob("media/housing-ar-*.ogg")), 0.5)
    voice.stop()
    assert voice._player is None
