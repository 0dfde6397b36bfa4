"""The voice of a kiosk, with the speech service of the machine."""

from datetime import UTC, datetime
from time import monotonic

import pytest
from PySide6.QtMultimedia import QAudioDevice, QMediaDevices

from kiosk import resources
from kiosk.device import speech_output
from kiosk.device.speech_output import SpeechOutput
from kiosk.ui.desk.desk import Desk
from kiosk.ui.shell.read_aloud import ReadAloud


@pytest.fixture
def nowhere(monkeypatch, tmp_path):
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{tmp_path}/none")


def test_a_service_that_was_not_there_is_looked_for_again(qapp, nowhere, monkeypatch, caplog):
    desk = Desk(lambda: datetime.now(UTC), monotonic)
    voice = SpeechOutput(ReadAloud(desk))
    assert not voice.speaks("sv")
    [told] = caplog.records
    assert "speech is not available" in told.getMessage()
    monkeypatch.delenv("SPEECHD_ADDRESS")
    assert not voice.speaks("sv")
    monkeypatch.setattr(speech_output, "AGAIN_S", 0)
    assert voice.speaks("sv")
    caplog.clear()


def test_without_a_loudspeaker_it_is_silent_and_nothing_stops(qapp, monkeypatch):
    monkeypatch.setattr(QMediaDevices, "defaultAudioOutput", QAudioDevice)
    read_aloud = ReadAloud(Desk(lambda: datetime.now(UTC), monotonic))
    voice = SpeechOutput(read_aloud)
    voice.chime()
    voice.play(next(resources.sample_feed().glob("media/housing-ar-*.ogg")), 0.5)
    voice.stop()
    assert voice._player is None
