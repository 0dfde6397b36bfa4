"""The diagnoses of fonts, of a hung speech service, and of web slides: off, on, or without a renderer."""

import re
import socket
from dataclasses import replace

import pytest

from kiosk.config import Config
from kiosk.device import speech_service
from kiosk.device.doctor import Health, output_checks
from kiosk.feed.slides import WebSlide
from kiosk.ui import fonts
from kiosk.ui.shell.shell import QML
from tests import feeds

ON = Config(feed="https://feed.example", screen="s1", web=True)
OFF = replace(ON, web=False)
FEED = feeds.feed({"p": {"slides": ["map"]}})
WEB = replace(FEED, slides={"map": WebSlide(kind="web", url="https://kartor.example/")})


def test_fonts_are_checked_by_the_names_in_the_theme():
    _, _, family = (QML / "Kiosk" / "Theme.qml").read_text(encoding="utf-8").partition("function family(")
    groups = re.findall(r"((?:case \"\w+\":\s+)+)return \"(.+)\";", family)
    written = {code: name for codes, name in groups for code in re.findall(r"\w+(?=\":)", codes)}
    assert written == fonts.FAMILIES


def test_a_hung_speech_service(monkeypatch, tmp_path):
    path = tmp_path / "speechd.sock"
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{path}")
    monkeypatch.setattr(speech_service, "TIMEOUT_S", 0.01)
    with socket.socket(socket.AF_UNIX) as service:
        service.bind(str(path))
        service.listen()
        found = output_checks.speech()
    assert (found.health, "does not answer" in found.seen) == (Health.WARNING, True)
    assert "end the process" in found.remedy


@pytest.mark.parametrize(
    ("config", "feed", "trouble", "health", "seen"),
    [
        (OFF, None, "", Health.WELL, "off"),
        (OFF, FEED, "", Health.WELL, "off"),
        (OFF, WEB, "", Health.WARNING, "skipped"),
        (ON, WEB, "", Health.WELL, "all that the feed names"),
        (replace(ON, web_hosts=("kartor.example",)), WEB, "", Health.WELL, "kartor.example"),
        (ON, WEB, "libnss3.so: cannot open", Health.WRONG, "libnss3.so"),
    ],
)
def test_web(monkeypatch, config, feed, trouble, health, seen):  # noqa: PLR0917  # the parts of one case
    monkeypatch.setattr(output_checks, "renderer_problem", lambda: trouble)
    found = output_checks.web(config, feed)
    assert found.health is health
    assert seen in found.seen
    assert bool(found.remedy) is (health is not Health.WELL)
