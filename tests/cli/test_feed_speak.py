"""`kiosk feed speak`: drafts of recordings, named in the feed, and stale once a text has changed."""

import io
import shlex
import sys

import av
import pytest

from kiosk.feed.recording_names import is_draft
from kiosk.media import espeak_library

FEED = {
    "feed": (
        "name: A\nlanguages: {sv: {name: Svenska}, so: {name: Soomaali}, "
        "ar: {name: العربية, direction: rtl}}\n"
    ),
    "offices/torg": "name: A\naddress: B\nhours: [mon 10:00-16:00]\nbooking: {link: 'https://b.example'}\n",
    "screens/hall": "office: torg\nsize: 530 x 300\nresolution: 1920 x 1080\nlanguages: [sv, so, ar]\n",
    "topics/home": (
        "# a comment\ntitle: {sv: Bostad, so: Guri, ar: سكن}\nicon: forms\n"
        "summary: {sv: Hjälp, so: Caawimo}\n"
        "help: [{sv: Ansökan, so: Codsi}]\nbring: [{sv: Pass, so: Baasaboor}]\ntakes: 30 min\n"
    ),
    "playlists/all": "slides: [hello]\n",
    "slides/hello": "kind: message\ntitle: Hej\n",
}
ENGINE = """
import io, sys, wave
from pathlib import Path
said = sys.stdin.buffer.read().decode()
if "fails" in sys.argv: sys.exit("no such voice")
with Path(sys.argv[1]).open("a", encoding="utf-8") as log: log.write(sys.argv[2] + ": " + said)
file = io.BytesIO()
with wave.open(file, "wb") as sound:
    sound.setnchannels(1); sound.setsampwidth(2); sound.setframerate(16000)
    sound.writeframes(b"\\1\\2" * 8000)
target = sys.stdout.buffer if sys.argv[3] == "-" else open(sys.argv[3], "wb")
target.write(b"" if "silent" in sys.argv else file.getvalue())
"""


@pytest.fixture
def folder(tmp_path):
    for name, text in FEED.items():
        path = tmp_path / "feed" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "engine.py").write_text(ENGINE, encoding="utf-8")
    return tmp_path / "feed"


@pytest.fixture
def speak(run, folder, monkeypatch):
    monkeypatch.setattr("kiosk.cli.feed_speak.icons", lambda: {"forms"})

    def spoken(*words, output="{output}", engine=True, more=""):
        command = [
            sys.executable,
            folder.parent / "engine.py",
            folder.parent / "said.txt",
            "{language}",
            output,
        ]
        line = f"{shlex.join(map(str, command))} {more}"
        done = run("feed", "speak", folder, *(("--engine", line) if engine else ()), *words)
        return done.exit_code, done.output

    return spoken


def spoken_log(folder):
    log = folder.parent / "said.txt"
    text = log.read_text("utf-8") if log.exists() else ""
    log.unlink(missing_ok=True)
    return text


def media(folder):
    return sorted(path.name for path in folder.glob("media/*"))


@pytest.mark.parametrize("output", ["{output}", "-"])
def test_a_topic_is_spoken_once_as_it_stands_on_its_page(speak, folder, output):
    assert speak("--topic", "home", "--language", "sv", output=output)[0] == 0
    assert spoken_log(folder) == "sv: Bostad.\nHjälp.\nAnsökan.\nTa med dig:\nPass.\nUngefär 30 minuter.\n"
    [name] = media(folder)
    text = (folder / "topics/home.yaml").read_text("utf-8")
    assert text == FEED["topics/home"] + f"speech:\n  sv: media/{name}\n"
    with av.open(io.BytesIO((folder / "media" / name).read_bytes())) as sound:
        assert sound.streams.audio[0].codec_context.name in {"opus", "libopus"}
    code, output = speak("--topic", "home", "--language", "sv")
    assert (code, spoken_log(folder), media(folder)) == (0, "", [name])
    assert "drafts that fit the texts: 1" in output


def test_everything_that_is_translated_is_spoken_and_what_is_not_is_reported(speak, folder):
    code, output = speak()
    assert code == 0, output
    assert [name.split("-draft-")[0] for name in media(folder)] == [
        *("home-so", "home-sv", "language-ar", "language-so", "language-sv")
    ]
    assert "not all texts are translated: 1" in output
    assert "sv: Svenska.\nVälj språk.\n" in spoken_log(folder)
    assert "name: Svenska, speech: media/language-sv-draft-" in (folder / "feed.yaml").read_text("utf-8")


def test_a_draft_is_spoken_again_once_a_text_has_changed_and_the_old_file_goes(speak, folder, run):
    speak("--topic", "home")
    before = media(folder)
    file = folder / "topics/home.yaml"
    file.write_text(file.read_text("utf-8").replace("Baasaboor", "Baasaboor sax ah"), encoding="utf-8")
    output = speak("--topic", "home", "--dry-run")[1]
    assert "home-so: stale" in output
    assert (media(folder), "home-sv" in output) == (before, False)
    spoken_log(folder)
    assert speak("--topic", "home")[0] == 0
    assert "Baasaboor sax ah" in spoken_log(folder)
    after = media(folder)
    assert (len(after), len({*after} & {*before})) == (2, 1)


def test_what_a_person_has_read_is_never_replaced(speak, folder):
    (folder / "media").mkdir()
    (folder / "media/home.ogg").write_bytes(b"a voice")
    file = folder / "topics/home.yaml"
    file.write_text(FEED["topics/home"] + "speech: {sv: media/home.ogg}\n", encoding="utf-8")
    assert "read by a person: 1" in speak("--topic", "home")[1]
    assert "sv:" not in spoken_log(folder)
    assert "sv: media/home.ogg, so: media/home-so-draft-" in file.read_text("utf-8")


@pytest.mark.parametrize(
    ("more", "reason"),
    [("fails", "failed: no such voice"), ("silent", "wrote no sound")],
)
def test_an_engine_that_fails_changes_nothing_and_says_why(speak, folder, more, reason):
    code, output = speak("--topic", "home", more=more)
    assert (code, media(folder)) == (1, [])
    assert reason in output
    assert (folder / "topics/home.yaml").read_text("utf-8") == FEED["topics/home"]


def test_an_engine_that_is_not_there_is_reported(run, folder, speak):
    done = run("feed", "speak", folder, "--engine", "no-such-engine-here")
    assert (done.exit_code, "no-such-engine-here cannot be run" in done.output) == (1, True)


def test_words_that_the_feed_does_not_know_are_wrong_usage(speak):
    for option in ("--topic", "--language"):
        code, output = speak(option, "nothing")
        assert (code, "the feed has no 'nothing'" in output) == (2, True)


class TestVowelMarks:
    """Arabic is written without them; eSpeak NG reads only texts that have them."""

    @pytest.fixture
    def arabic(self, speak, folder, monkeypatch):
        monkeypatch.setattr(espeak_library, "_library", lambda: pytest.fail("it must not be spoken"))
        return lambda: speak("--language", "ar", "--texts", folder.parent / "texts", engine=False)

    def test_a_text_without_them_is_written_for_them_to_be_added(self, arabic, folder):
        code, output = arabic()
        assert (code, media(folder)) == (1, [])
        assert "add the vowel marks to" in output
        assert (folder.parent / "texts/language-ar.txt").read_text("utf-8").startswith("العربية.\n")

    def test_a_text_with_other_words_is_refused(self, arabic, folder):
        arabic()
        (folder.parent / "texts/language-ar.txt").write_text("الصُّومَالِيَّةُ.", encoding="utf-8")
        assert "differs from the text in the feed" in arabic()[1]
        assert media(folder) == []

    def test_a_text_with_them_is_spoken(self, speak, folder):
        """With an engine in place of eSpeak NG: whether that has a voice is not what is tried here."""
        texts = folder.parent / "texts"
        texts.mkdir()
        (texts / "language-ar.txt").write_text("العَرَبِيَّةُ. اخْتَرْ اللُّغَةَ.", encoding="utf-8")
        code, output = speak("--language", "ar", "--texts", texts)
        assert code == 0, output
        assert "العَرَبِيَّةُ" in spoken_log(folder)
        assert is_draft(media(folder)[0])
