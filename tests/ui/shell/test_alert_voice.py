"""Alerts read out: each line once, in its language, while its page is seen; silence when someone needs it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.feed.alert_rules import AlertRule, AlertTexts
from kiosk.feed.localized_text import Text
from kiosk.live.live_data import Alert, AlertList, LiveData
from kiosk.ui.shell.alert_voice import AFTER_CHIME_MS
from kiosk.ui.slides.player import MAX_LINGERS
from tests.ui.conftest import TUESDAY, Ear, turn_until

ALERT = Alert(
    identifier="A1",
    sender="vma@sr.example",
    kind="gas",
    severity="severe",
    certainty="observed",
    start=TUESDAY,
    end=TUESDAY + timedelta(minutes=9),
    headline="Rök vid brand",
    words="Det brinner i en industrilokal.",
    offices=("torget",),
)


def live(*alerts):
    return LiveData(generated_at=TUESDAY, alerts={"vma": AlertList(as_of=TUESDAY, alerts=alerts)})


@pytest.fixture
def alarm(screen_of, context_of, sample):
    """Open a screen in Swedish and English on which alerts are heard."""
    texts = AlertTexts(gas=Text({"sv": "Gå in.", "en": "Go inside."}))
    screens = {**sample.screens}
    screens["torget-desk"] = replace(screens["torget-desk"], languages=("sv", "en"), slide_languages=())
    rules = {"vma": AlertRule(senders=("vma@sr.example",), exercises=True)}
    feed = replace(sample, alerts=rules, alert_texts=texts, screens=screens)
    return AlarmScreen(screen_of(context_of(feed=feed)), context_of(feed=feed))


class AlarmScreen:
    """A screen, what it is told, and what is heard of it."""

    def __init__(self, screen, context):
        self.screen, self.context = screen, context
        self.voice, self.player = screen.shell.alert_voice, screen.shell.player
        self.ear = Ear(self.voice)
        self.voice.serve(lambda _voice: self.ear)
        self.voice._begin.setInterval(0)

    def use(self, *alerts):
        self.screen.shell.use(replace(self.context, live=live(*alerts)))
        self.settle()

    def settle(self):
        turn_until(lambda: self.player._seen is self.player.card and not self.voice._begin.isActive())

    def turn(self):
        self.player._give_way()
        self.settle()

    def lines(self):
        """End each line of the page, as a voice would; return what is heard since the last call."""
        while self.voice.is_speaking():
            self.voice.line_ended()
        heard = [line for line in self.ear.heard if line[0] != "silence"]
        self.ear.heard.clear()
        return heard


FIRST = [("chime", ""), ("sv", "Varning"), ("sv", "Gå in."), ("sv", "Rök vid brand")]
WORDS = [("sv", "Det brinner i en industrilokal.")]
ENGLISH = [("en", "Warning"), ("en", "Go inside.")]


def test_each_line_is_said_once_in_its_language_while_it_is_seen(alarm):
    alarm.use(ALERT)
    assert alarm.lines() == FIRST
    for page in (WORDS, ENGLISH, [], [], []):
        alarm.turn()
        assert alarm.lines() == page


def test_a_long_headline_is_said_in_full_where_it_is_seen_in_full(alarm):
    headline = "Viktigt meddelande till allmänheten: kraftig rökutveckling vid en brand i en industrilokal"
    alarm.use(replace(ALERT, headline=headline))
    assert alarm.lines() == FIRST[:3]
    alarm.turn()
    assert alarm.lines() == [("sv", headline)]


def test_an_exercise_is_said_to_be_one_before_anything_else(alarm):
    alarm.use(replace(ALERT, exercise=True))
    assert alarm.lines()[:3] == [("chime", ""), ("sv", "Övning – ingen fara"), ("sv", "Varning")]


def test_a_page_stays_until_it_is_read_and_a_voice_without_end_does_not_hold_it_for_ever(alarm):
    alarm.use(ALERT)
    card = alarm.player.card
    alarm.player._give_way()
    assert alarm.player.card is card
    alarm.lines()
    alarm.player._give_way()
    assert alarm.player.card is not card
    alarm.settle()
    card = alarm.player.card
    for _ in range(MAX_LINGERS):
        alarm.player._give_way()
        assert alarm.player.card is card
    alarm.player._give_way()
    assert alarm.player.card is not card


def test_a_voice_that_does_not_end_a_line_holds_no_further_page(alarm, caplog):
    alarm.use(ALERT)
    alarm.voice._give_up()
    assert not alarm.voice.is_speaking()
    assert [each.levelname for each in caplog.records] == ["WARNING"]
    caplog.clear()
    alarm.ear.heard.clear()
    alarm.turn()
    assert alarm.lines() == FIRST[1:2]  # it is tried again
    assert not alarm.voice.is_speaking()
    alarm.voice.line_ended()
    alarm.turn()
    assert alarm.voice.is_speaking()


def test_what_an_update_words_differently_is_said_and_nothing_else(alarm):
    alarm.use(ALERT)
    alarm.lines()
    alarm.use(replace(ALERT, headline="Röken har drivit bort"))
    assert alarm.lines() == [("chime", ""), ("sv", "Röken har drivit bort")]


def test_the_end_of_an_alert_is_silence_and_another_one_is_heard_in_full(alarm):
    alarm.use(ALERT)
    alarm.use()
    assert alarm.ear.heard[-1] == ("silence", "")
    assert not alarm.voice.is_speaking()
    assert alarm.lines() == FIRST[:2]
    alarm.use(ALERT)
    assert alarm.lines() == FIRST


def test_a_visitor_is_not_talked_over_and_what_was_cut_off_is_said_after_the_visit(alarm):
    alarm.use(ALERT)
    alarm.voice.line_ended()
    alarm.screen.tap(alarm.screen.shell.window.contentItem().boundingRect().center().toPoint())
    turn_until(lambda: alarm.screen.shell.has_visitor)
    assert alarm.ear.heard[-1] == ("silence", "")
    assert not alarm.voice.is_speaking()
    alarm.lines()
    alarm.screen.shell.desk.visitorLeft.emit()
    alarm.settle()
    heard = alarm.lines()
    for _ in range(2):
        alarm.turn()
        heard += alarm.lines()
    assert heard == [*WORDS, FIRST[3], *ENGLISH, FIRST[2]]


def test_a_language_without_a_voice_is_passed_over(alarm):
    alarm.ear.speaks = lambda language: language == "en"
    alarm.use(ALERT)
    assert alarm.lines() == FIRST[:1]
    alarm.turn()
    assert alarm.lines() == []
    alarm.turn()
    assert alarm.lines() == ENGLISH


def test_a_screen_whose_sound_is_out_says_nothing(alarm):
    alarm.ear.plays = lambda: False
    alarm.use(ALERT)
    assert alarm.lines() == []


def test_the_chime_is_heard_before_the_words(screen_of, context_of):
    assert screen_of(context_of()).shell.alert_voice._begin.interval() == AFTER_CHIME_MS
