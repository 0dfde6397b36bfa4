"""The slides say how to be read to: in their language, seldom, never where something else is heard."""

from dataclasses import replace

import pytest

from kiosk.ui.phrases import phrases
from kiosk.ui.shell.speech_hint import MIN_INTERVAL_S, SpeechHint
from kiosk.visitor.events import Touched
from tests.ui.conftest import Ear
from tests.ui.walk import act

EVERY_S = 600.0


@pytest.fixture
def hinting(screen_of, context_of):
    """Open a screen whose slides hint; gives it and what is heard."""

    def make(every_s=EVERY_S):
        screen = screen_of(context_of("torget-desk"))
        shell = screen.shell
        hint = SpeechHint(shell.player, shell.alert_voice, lambda: screen.time.seconds, every_s)
        ear = Ear(hint)
        hint.serve(ear)
        return screen, ear

    return make


def see(screen, **changes):
    """Let the slide be seen anew, perhaps as another."""
    card = screen.shell.player._seen
    card.show(replace(card.value, **changes))
    screen.shell.player.cardSeen.emit(card)


def test_it_speaks_the_language_of_the_slide(hinting):
    screen, ear = hinting()
    screen.time.pass_by(EVERY_S)
    see(screen, language="fi")
    assert ear.heard == [("fi", phrases("fi").say("speech_hint"))]


def test_it_speaks_no_more_often_than_asked_for(hinting):
    screen, ear = hinting()
    see(screen)
    screen.time.pass_by(EVERY_S - 1)
    see(screen)
    assert ear.heard == []
    screen.time.pass_by(1)
    see(screen)
    see(screen)
    assert len(ear.heard) == 1
    screen.time.pass_by(EVERY_S)
    see(screen)
    assert len(ear.heard) == 2


def test_no_device_makes_it_speak_all_the_time(hinting):
    screen, ear = hinting(every_s=1.0)
    screen.time.pass_by(MIN_INTERVAL_S - 1)
    see(screen)
    assert ear.heard == []


def test_a_slide_in_a_language_without_a_voice_leaves_the_hint_to_the_next(hinting):
    screen, ear = hinting()
    ear.speaks = lambda language: language != "ti"
    screen.time.pass_by(EVERY_S)
    see(screen, language="ti")
    assert ear.heard == []
    see(screen, language="sv")
    assert len(ear.heard) == 1


def test_it_is_silent_while_a_visitor_is_there_or_has_stopped_the_slides(hinting):
    screen, ear = hinting()
    screen.time.pass_by(EVERY_S)
    screen.shell.player.toggleHold()
    see(screen)
    screen.shell.player.toggleHold()
    act(screen, screen.desk.send, Touched())
    see(screen)
    assert ear.heard == []


def test_a_touch_ends_it(hinting):
    screen, ear = hinting()
    screen.time.pass_by(EVERY_S)
    see(screen)
    act(screen, screen.desk.send, Touched())
    assert ear.heard[-1] == ("silence", "")


def test_it_never_speaks_over_an_alert_or_a_film_with_sound(hinting, monkeypatch):
    screen, ear = hinting()
    screen.time.pass_by(EVERY_S)
    monkeypatch.setattr(screen.shell.alert_voice, "is_speaking", lambda: True)
    see(screen)
    monkeypatch.undo()
    see(screen, kind="video", sound=True)
    assert ear.heard == []
    see(screen, kind="video", sound=False)
    assert len(ear.heard) == 1
