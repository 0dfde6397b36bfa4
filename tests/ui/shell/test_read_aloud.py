"""Reading aloud: what is on the glass, in its own language, and silence at once when anything is done."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtMultimedia import QMediaPlayer

from kiosk import resources
from kiosk.device.speech_output import SpeechOutput
from kiosk.feed.localized_text import Text
from tests.ui.conftest import Ear, turn_until
from tests.ui.walk import go, settle

RECORDING = "media/housing-ar-draft-3a1d44d850ac.ogg"


def heard(screen):
    return screen.shell.read_aloud._speaker.heard


def say_all(screen):
    """Let each line end, as a voice would."""
    lines = []
    while screen.shell.read_aloud._line:
        lines.append(heard(screen)[-1])
        screen.shell.read_aloud.line_ended()
    return lines


def listen(screen, page, language="sv"):
    go(screen, page, language, toggleListening=1)
    settle()
    return say_all(screen)


def test_help_is_read_from_top_to_bottom(screen_of, context_of):
    lines = [text for _, text in listen(screen_of(context_of()), "help")]
    assert lines[0] == "Söka bostad"
    read = [
        lines.index(each) for each in ("Ta med dig", "Gratis · Ungefär 30 minuter", "Ställa dig i bostadskö")
    ]
    assert read == sorted(read)


@pytest.mark.parametrize(
    "page", ["language", "topic", "search", "help", "ticket", "person", "farewell", "warning"]
)
def test_every_page_can_be_heard(screen_of, context_of, page):
    assert listen(screen_of(context_of()), page, "so")


def test_each_language_names_itself(screen_of, context_of):
    lines = listen(screen_of(context_of()), "language")
    assert ("ti", "ትግርኛ") in lines
    assert ("fa_AF", "دری") in lines


def test_text_that_is_not_translated_is_read_by_the_voice_of_its_own_language(screen_of, context_of, sample):
    topic = replace(sample.topics["housing"], title=Text({"sv": "Söka bostad"}))
    feed = replace(sample, topics=sample.topics | {"housing": topic})
    assert ("sv", "Söka bostad") in listen(screen_of(context_of(feed=feed)), "topic", "ti")


def test_each_part_of_a_topic_is_read_by_the_voice_of_its_own_language(screen_of, context_of, sample):
    partly = {
        "title": Text({"sv": "Bostad"}),
        "summary": Text({"fi": "Asunto"}),
        "cost": Text({"en": "Free"}),
    }
    topic = replace(sample.topics["housing"], **partly)
    feed = replace(sample, topics=sample.topics | {"housing": topic})
    screen = screen_of(context_of(feed=feed))
    assert {("sv", "Bostad"), ("fi", "Asunto"), ("en", "Free")} <= set(listen(screen, "help", "ti"))
    assert {"Svenska", "English"} <= set(screen.words().splitlines())


def test_marks_of_direction_are_not_read(screen_of, context_of):
    line_ended = "".join(text for _, text in listen(screen_of(context_of()), "help", "en"))
    assert "12:30" in line_ended
    assert not set(line_ended) & set("\u2066\u2068\u2069")


@pytest.mark.parametrize("name", ["back", "home", "listen", "person"])
def test_any_step_is_followed_by_silence_at_once(screen_of, context_of, name):
    screen = screen_of(context_of())
    go(screen, "help", "sv", toggleListening=1)
    settle()
    assert screen.shell.read_aloud._line
    before = len(heard(screen))
    screen.touch(name)
    assert heard(screen)[before] == ("silence", "")


def test_the_warning_is_heard_even_by_one_who_does_not_listen(screen_of, context_of):
    screen = screen_of(context_of())
    go(screen, "warning", "sv")
    assert heard(screen)[-1] == ("chime", "")


def test_a_recording_is_played_where_there_is_one(screen_of, context_of, sample):
    topic = replace(sample.topics["housing"], speech={"so": "media/square.svg"})
    feed = replace(sample, topics=sample.topics | {"housing": topic})
    screen = screen_of(context_of(feed=feed))
    go(screen, "help", "so", toggleListening=1)
    settle()
    assert heard(screen)[-1] == ("recording", "square.svg")


def test_without_a_voice_only_the_page_that_was_recorded_is_offered(screen_of, context_of):
    screen = screen_of(context_of())
    screen.shell.read_aloud._speaker.speaks = lambda _language: False
    go(screen, "topic", "ar")
    assert not screen.item("listen").isEnabled()
    go(screen, "help", "ar", toggleListening=1)
    assert screen.item("listen").isEnabled()
    assert heard(screen)[-1] == ("recording", RECORDING.removeprefix("media/"))
    go(screen, "person", "ar")
    assert not screen.item("listen").isEnabled()


def test_the_recording_of_the_sample_feed_can_be_played(qapp, sample):
    player = QMediaPlayer()
    player.setSource(QUrl.fromLocalFile(resources.sample_feed() / sample.topics["housing"].speech["ar"]))
    turn_until(lambda: player.mediaStatus() is QMediaPlayer.MediaStatus.LoadedMedia)
    assert player.hasAudio()
    assert 20_000 < player.duration() < 90_000


def test_the_spoken_word_is_marked(screen_of, context_of):
    screen = screen_of(context_of())
    go(screen, "help", "sv", toggleListening=1)
    settle()
    screen.shell.read_aloud.at_word(5, 6)
    assert screen.item("caption").property("text") == "Söka <u><b>bostad</b></u>"


def test_listening_and_volume_end_with_the_session(screen_of, context_of):
    screen = screen_of(context_of())
    go(screen, "help", "sv", toggleListening=1)
    screen.touch("louder")
    assert screen.pages.accessibility.value.volume == 0.75
    screen.touch("home")
    screen.touch("leave")
    assert screen.page == "attract"
    heard = screen.pages.accessibility.value
    assert (heard.listening, heard.volume) == (False, 0.5)


def test_without_a_voice_nothing_is_offered(screen_of, context_of):
    screen = screen_of(context_of())
    screen.shell.read_aloud._speaker.speaks = lambda language: language == "sv"
    go(screen, "topic", "ti")
    assert not screen.item("listen").isEnabled()
    go(screen, "topic", "sv")
    assert screen.item("listen").isEnabled()


def test_engine_of_qt_says_a_page_and_marks_its_words(screen_of, context_of):
    """Through QtTextToSpeech itself, with the engine that is made for tests."""
    screen = screen_of(context_of())
    read_aloud = screen.shell.read_aloud
    speaker = SpeechOutput(read_aloud, engine="mock")
    assert speaker.speaks("en")
    assert not speaker.speaks("ti")
    assert not speaker.speaks("ar")
    read_aloud.serve(speaker, screen.shell.window)
    captions = set()
    read_aloud.changed.connect(lambda: captions.add(read_aloud.property("caption")))
    go(screen, "person", "en", toggleListening=1)
    turn_until(lambda: any("<u>" in caption for caption in captions))
    turn_until(lambda: any("08-465" in caption for caption in captions))
    screen.touch("home")
    screen.touch("leave")
    turn_until(lambda: not read_aloud.property("caption"))


def test_engine_that_is_missing_is_no_speaker(screen_of, context_of, caplog, qtlog):
    screen = screen_of(context_of())
    with qtlog.disabled():
        assert not SpeechOutput(screen.shell.read_aloud, engine="nothing-of-the-kind").speaks("sv")
    assert "speech is not available" in caplog.text
    caplog.clear()


def test_each_language_that_can_be_heard_has_a_button_that_names_it_and_listening_goes_on(
    screen_of, context_of
):
    screen = screen_of(context_of())
    go(screen, "language", "sv")
    assert set(screen.names("speak-")) == {f"speak-{code}" for code in context_of().screen.languages}
    screen.touch("speak-fi")
    assert heard(screen)[-1] == ("fi", "Suomi. Valitse kieli")
    assert say_all(screen) == [("fi", "Suomi. Valitse kieli")]
    assert screen.desk.session.ease.listening
    screen.touch("language-fi")
    assert ("fi", "Missä haluat apua?") in say_all(screen)


def test_language_that_nobody_can_say_has_no_button(screen_of, context_of, monkeypatch):
    monkeypatch.setattr(Ear, "speaks", lambda _self, language: language == "sv")
    screen = screen_of(context_of())
    go(screen, "language", "sv")
    assert screen.names("speak-") == ["speak-sv"]


def test_recording_names_a_language_that_no_voice_speaks(screen_of, context_of, sample, monkeypatch):
    monkeypatch.setattr(Ear, "speaks", lambda _self, language: language == "sv")
    recorded = replace(sample.languages["ar"], speech=RECORDING)
    screen = screen_of(context_of(feed=replace(sample, languages=sample.languages | {"ar": recorded})))
    go(screen, "language", "sv")
    screen.touch("speak-ar")
    assert heard(screen)[-1][0] == "recording"


def test_topic_is_read_at_the_first_touch_and_opened_by_the_second(screen_of, context_of):
    screen = screen_of(context_of())
    listen(screen, "topic")
    screen.touch("topic-forms")
    assert screen.page == "topic"
    assert say_all(screen)[0][1] == "Ansökningar och blanketter"
    screen.touch("topic-housing")
    assert (screen.page, say_all(screen)[0]) == ("topic", ("sv", "Söka bostad"))
    screen.touch("topic-housing")
    assert (screen.page, screen.desk.session.topic) == ("help", "housing")


def test_topic_with_a_recording_opens_at_once_where_no_recording_can_be_heard(
    screen_of, context_of, monkeypatch
):
    """Such as without the headphones that alone may speak."""
    monkeypatch.setattr(Ear, "speaks", lambda _self, _language: False)
    monkeypatch.setattr(Ear, "plays", lambda _self: False)
    screen = screen_of(context_of())
    go(screen, "topic", "ar", toggleListening=1)
    screen.touch("topic-housing")
    assert screen.page == "help"


def test_topic_opens_at_once_where_it_cannot_be_heard(screen_of, context_of, monkeypatch):
    monkeypatch.setattr(Ear, "speaks", lambda _self, _language: False)
    screen = screen_of(context_of())
    go(screen, "topic", "so", toggleListening=1)
    screen.touch("topic-forms")
    assert screen.page == "help"
