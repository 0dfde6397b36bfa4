"""Which questions are asked second: a campaign's instead of the usual ones, where and while it lasts."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kiosk.feed.models import Question
from kiosk.signage.question_schedule import Questions
from tests import feeds
from tests.feeds import feed, screen

ANSWERS = [{"id": "yes", "text": "Ja"}, {"id": "no", "text": "Nej"}]
WEEKS = {"since": "2026-11-09", "until": "2026-11-29"}


def question(name, **more):
    return feeds.valid(Question, {"id": name, "text": "Hur?", "answers": ANSWERS, **more})


def at(moment, *asked, on="s1"):
    base = feed(screens={"s1": screen(), "s2": screen()})
    return Questions(replace(base, questions=asked), on).at(moment)


USUAL, DIALOGUE = question("usual"), question("dialogue", when=WEEKS)


@pytest.mark.parametrize(
    ("moment", "asked"),
    [
        (datetime(2026, 11, 8, 22, 59, tzinfo=UTC), ("usual",)),
        (datetime(2026, 11, 8, 23, tzinfo=UTC), ("dialogue",)),
        (datetime(2026, 11, 29, 22, 59, tzinfo=UTC), ("dialogue",)),
        (datetime(2026, 11, 29, 23, tzinfo=UTC), ("usual",)),
    ],
)
def test_a_campaign_replaces_the_usual_question_while_it_lasts(moment, asked):
    assert at(moment, USUAL, DIALOGUE) == asked


def test_an_untrusted_clock_asks_what_has_no_dates():
    assert at(None, USUAL, DIALOGUE) == ("usual",)
    assert at(None, DIALOGUE) == ()


def test_a_question_is_asked_where_it_says():
    here = question("here", when=WEEKS, where={"screens": ["s2"]})
    noon = datetime(2026, 11, 24, 11, tzinfo=UTC)
    assert at(noon, USUAL, here) == ("usual",)
    assert at(noon, USUAL, here, on="s2") == ("here",)


def test_several_of_a_campaign_take_turns():
    noon = datetime(2026, 11, 24, 11, tzinfo=UTC)
    assert at(noon, USUAL, DIALOGUE, question("other", when=WEEKS)) == ("dialogue", "other")


@pytest.mark.parametrize(
    "answers", [[], ANSWERS[:1], [*ANSWERS, ANSWERS[0]], [{**ANSWERS[0], "id": str(n)} for n in range(7)]]
)
def test_a_question_has_two_to_six_answers_each_with_an_id_of_its_own(answers):
    with pytest.raises(ValueError, match=r"answers"):
        question("usual", answers=answers)
