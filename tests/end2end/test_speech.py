"""A page read aloud by a speech-dispatcher of the test's own, by eSpeak NG's voices, into no sound card."""

import os
import re
import subprocess
from dataclasses import replace

import pytest

from kiosk.device.espeak_voices import PATH, use_plain_voices
from kiosk.device.speech_output import SpeechOutput
from kiosk.feed.localized_text import Text
from tests.ui.conftest import turn_until
from tests.ui.walk import go, settle

SETTINGS = """
LogLevel 5
AudioOutputMethod "libao"
AddModule "espeak-ng" "sd_espeak-ng" ""
DefaultModule espeak-ng
"""


@pytest.fixture
def service(tmp_path, monkeypatch):
    """Start the service, and let all that speak find it; gives the file in which it tells what is asked."""
    (tmp_path / "speechd.conf").write_text(SETTINGS)
    (tmp_path / ".libao").write_text("default_driver=null\n")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv(PATH, "")
    del os.environ[PATH]
    use_plain_voices()
    where = ("-S", tmp_path / "socket", "-C", tmp_path, "-P", tmp_path / "pid", "-L", tmp_path)
    process = subprocess.Popen(
        ["speech-dispatcher", "--run-single", "-c", "unix_socket", *where, "-t", "0"],
        env=os.environ | {"HOME": str(tmp_path)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{tmp_path}/socket")
    turn_until((tmp_path / "socket").exists)
    yield tmp_path / "speech-dispatcher.log"
    process.terminate()
    process.wait(30)


@pytest.fixture
def screen(service, screen_of, context_of, sample):
    """Open a screen whose first topic has a title in Finnish only."""
    topic = replace(sample.topics["housing"], title=Text({"fi": "Asunnon hakeminen"}))
    feed = replace(sample, topics=sample.topics | {"housing": topic})
    screen = screen_of(context_of(feed=feed))
    read_aloud = screen.shell.read_aloud
    read_aloud.serve(SpeechOutput(read_aloud), screen.shell.window)
    return screen


def log_of(log):
    return log.read_text(encoding="utf-8", errors="replace")


def spoken(log):
    """Return what was said, each with the voice it was said in."""
    voice, lines = "", []
    heard = r"DATA:\|SET SELF SYNTHESIS_VOICE (\S+)|Queueing message \|([^|]*)\|"
    for name, text in re.findall(heard, log_of(log)):
        voice, lines = (name, lines) if name else (voice, [*lines, (voice, text.strip())])
    return lines


COST = "Gratis · Ungefär 30 minuter"
LAST_LINE = "Få råd om du kan bli av med din bostad"


def test_a_page_is_read_line_by_line_each_by_the_voice_of_its_language(screen, service):
    read_aloud, captions = screen.shell.read_aloud, []
    read_aloud.changed.connect(lambda: captions.append(read_aloud.property("caption")))
    go(screen, "help", "sv", toggleListening=1)
    settle()
    turn_until(lambda: captions and captions[-1] == "" and LAST_LINE in captions)
    lines = [text for _, text in spoken(service)]
    assert lines[0] == "Asunnon hakeminen"
    assert lines.index(COST) < lines.index("Vi hjälper dig att") < lines.index("Ställa dig i bostadskö")
    assert [each for each in dict.fromkeys(captions) if each] == list(dict.fromkeys(lines))
    voices = dict(map(reversed, spoken(service)))
    assert voices["Asunnon hakeminen"] != voices[COST]


def test_it_is_silent_at_once_when_the_visitor_goes_home(screen, service):
    go(screen, "help", "sv", toggleListening=1)
    settle()
    turn_until(lambda: spoken(service))
    screen.touch("home")
    screen.touch("leave")
    assert screen.shell.read_aloud.property("caption") == ""
    turn_until(lambda: log_of(service).rfind("CANCEL ALL") > log_of(service).rfind("Queueing message"))
    assert COST not in [text for _, text in spoken(service)]


def test_languages_without_a_voice_are_distinguished_from_the_others(screen):
    speaker = screen.shell.read_aloud._speaker
    turn_until(lambda: speaker.speaks("sv"))
    languages = screen.desk._context.screen.languages
    assert {code for code in languages if not speaker.speaks(code)} == {"ar", "so", "ti", "ckb"}
