"""What a report says of the second questions, and the part of a campaign."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from kiosk.usage.html_report import html_page
from kiosk.usage.open_figures import records
from kiosk.usage.period_figures import figures_of
from kiosk.usage.released_figures import Days, release
from kiosk.usage.report_comparisons import write_report
from kiosk.usage.report_content import ReportInput
from kiosk.usage.report_names import AskedQuestion, ReportNames
from kiosk.usage.report_questions import questions
from kiosk.usage.usage_store import Cell

NOVEMBER = Days(date(2026, 11, 1), date(2026, 11, 30))
ANSWERS = {"yes": "Ja, lätt", "no": "Nej"}
USUAL = AskedQuestion("way", "Hittade du hit?", ANSWERS)
DIALOGUE = AskedQuestion(
    "dialogue",
    "Vad är viktigast?",
    {"park": "Parken"},
    date(2026, 11, 9),
    date(2026, 11, 29),
    is_campaign=True,
)


def subject(*counted, asked=(USUAL, DIALOGUE), language="en"):
    cells = [
        Cell("torget", datetime(2026, 11, 24, 9, tzinfo=UTC), "answer", value, count)
        for value, count in counted
    ]
    later = Cell("torget", datetime(2026, 12, 10, tzinfo=UTC), "page", "topic", 1)
    figures = figures_of(release([*cells, later], ZoneInfo("Europe/Stockholm"), date(2026, 12, 10)), NOVEMBER)
    return ReportInput(replace(figures, screens=("torget",)), ReportNames(questions=asked), language)


def sections(*counted, **more):
    return {each.heading: each for each in questions(subject(*counted, **more))}


def test_each_question_and_each_campaign_has_a_part_of_its_own():
    found = sections(("way/yes", 23), ("way/no", 8), ("dialogue/park", 12))
    assert list(found) == ["Hittade du hit?", "Campaign: Vad är viktigast?"]
    usual, campaign = found.values()
    assert usual.sentences == ("About 35 answers. Most often: Ja, lätt (71\N{NO-BREAK SPACE}%).",)
    assert usual.table.rows == (("Ja, lätt", 25), ("Nej", 10))
    assert campaign.sentences[0] == "Asked from 2026-11-09 to 2026-11-29."


def test_an_answer_that_is_hidden_is_not_told_as_nothing():
    found = sections(("way/yes", 23), ("way/no", 4))
    assert found["Hittade du hit?"].table.rows == (("Ja, lätt", 25), ("Nej", "–"))
    assert found["Campaign: Vad är viktigast?"].sentences[-1] == "Too few to show."


def test_a_campaign_of_another_time_has_no_part():
    earlier = replace(DIALOGUE, first=date(2026, 9, 1), last=date(2026, 10, 31))
    assert sections(asked=(earlier,)) == {}


def test_a_question_that_is_no_more_is_told_by_its_id():
    found = sections(("gone/yes", 12), asked=())
    assert found["gone"].table.rows == (("yes", 10),)


@pytest.mark.parametrize(
    ("language", "words"), [("sv", "Kampanj: Vad är viktigast?"), ("en", "Campaign: Vad är viktigast?")]
)
def test_the_page_and_the_figures_have_it(language, words):
    about = subject(("dialogue/park", 12), language=language)
    assert f"<h2>{words}</h2>" in html_page(write_report(about))
    (record,) = records(about.figures, about.names)
    assert (record.value, record.name, record.number) == ("dialogue/park", "Vad är viktigast?: Parken", 10)
