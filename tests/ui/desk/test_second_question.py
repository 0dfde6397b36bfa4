"""The question after the faces: what it says, in which language, and what is counted of it."""

from dataclasses import replace

import pytest

from kiosk.feed.localized_text import Text
from kiosk.feed.models import Question, ReadyAnswer, When
from kiosk.feed.written_times import Day
from tests.ui.walk import go

YES_NO = (ReadyAnswer(id="yes", text=Text("Ja")), ReadyAnswer(id="no", text=Text("Nej")))


def asked(name, words, **more):
    return Question(id=name, text=Text(words), answers=YES_NO, **more)


@pytest.fixture
def screen(screen_of, context_of):
    screen = screen_of(context_of())
    screen.counted = []
    screen.desk.happened.connect(lambda *what: screen.counted.append(what))
    return screen


def test_it_is_asked_in_the_readers_language_and_answered_by_one_touch(screen, sample):
    go(screen, "question", "so")
    question = sample.questions[0]
    assert question.text.root["so"] in screen.words()
    assert screen.names("answer-") == [f"answer-{each.id}" for each in question.answers]
    screen.counted.clear()
    screen.touch("answer-web")
    assert screen.counted == [("answer", f"{question.id}/web")]
    assert question.text.root["so"] not in screen.words()
    assert screen.page == "farewell"
    screen.time.pass_by(3)
    screen.desk._tick()
    assert screen.page == "attract"


def test_whoever_does_not_answer_is_not_held_up(screen):
    go(screen, "question", "sv")
    screen.counted.clear()
    screen.touch("home")
    assert (screen.page, screen.counted) == ("attract", [])


def test_a_missing_translation_is_shown_in_a_fallback_with_its_name(screen_of, context_of, sample):
    first = Question(id="way", text=Text({"sv": "Hittade du hit?"}), answers=YES_NO)
    screen = screen_of(context_of(feed=replace(sample, questions=(first,))))
    go(screen, "question", "ar")
    assert "Hittade du hit?" in screen.words()
    assert sample.languages["sv"].name in screen.words()


def test_questions_take_turns(screen_of, context_of, sample):
    feed = replace(sample, questions=(asked("one", "Ett?"), asked("two", "Två?")))
    screen, heard = screen_of(context_of(feed=feed)), []
    for _ in range(3):
        go(screen, "question", "sv")
        heard.append(screen.desk.session.question)
    assert sorted(heard[:2]) == ["one", "two"]
    assert heard[2] == heard[0]


def test_without_a_question_thanks_follow_the_face(screen_of, context_of, sample):
    screen = screen_of(context_of(feed=replace(sample, questions=())))
    go(screen, "question", "sv")
    assert screen.names("answer-") == []
    assert "Tack!" in screen.words()


def test_a_campaign_is_not_asked_by_a_clock_that_is_not_trusted(screen_of, context_of, sample):
    campaign = asked("dialogue", "Kampanj?", when=When(since=Day(2026, 1, 1)))
    feed, trusted = replace(sample, questions=(asked("usual", "Vanlig?"), campaign)), [True]
    screen = screen_of(context_of(feed=feed), trusted=lambda: trusted[0])
    go(screen, "question", "sv")
    assert screen.desk.session.question == "dialogue"
    go(screen, "farewell", "sv")
    trusted[0] = False
    screen.time.pass_by(0.5)
    screen.pages.farewell_page.rate(3)
    assert screen.desk.session.question == "usual"
