"""An alert takes over: at once, in each language, in the sender's own words, and until it ends."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.feed.alert_rules import AlertRule, AlertTexts
from kiosk.feed.localized_text import Text
from kiosk.live.live_data import Alert, AlertList, LiveData
from kiosk.ui.scene import without_marks
from kiosk.ui.slides.alert_contents import BESIDE, CUT, alert_contents, parts
from kiosk.ui.slides.slide_queue import SlideQueue
from tests.ui.conftest import TUESDAY

HOUR = timedelta(hours=1)
WORDS = "Det brinner i en industrilokal. Röken kan vara farlig. " * 5
ALERT = Alert(
    identifier="A1",
    sender="vma@sr.example",
    kind="gas",
    severity="severe",
    certainty="observed",
    start=TUESDAY,
    end=TUESDAY + 9 * timedelta(minutes=1),
    headline="Rök vid brand",
    words=WORDS.strip(),
    offices=("torget",),
)


def live(*alerts):
    return LiveData(generated_at=TUESDAY, alerts={"vma": AlertList(as_of=TUESDAY, alerts=alerts)})


@pytest.fixture
def context(context_of, sample):
    texts = AlertTexts(gas=Text({"sv": "Gå in.", "en": "Go inside.", "ar": "ادخل."}))
    rules = {"vma": AlertRule(senders=("vma@sr.example",), exercises=True)}
    return context_of("torget-window", replace(sample, alerts=rules, alert_texts=texts), live=live(ALERT))


def test_instruction_in_each_language_and_all_of_the_senders_words(context):
    pages = alert_contents((ALERT,), context)
    turns = context.screen.turns
    shown = [page for page in pages if page.body in {"Gå in.", "Go inside.", "ادخل."}]
    assert [page.language for page in shown] == list(turns)
    assert {page.language: page.body for page in shown}["en"] == "Go inside."
    assert all("Rök vid brand" in page.figure for page in pages)
    assert {page.icon for page in pages} == {"danger-gas"}
    words = [page.body for page in pages if page not in shown]
    assert " ".join(words) == ALERT.words
    assert {page.language for page in pages if page not in shown} == {"sv"}


def test_a_long_headline_is_shown_in_full_on_a_page_of_its_own(context):
    headline = "Viktigt meddelande till allmänheten: kraftig rökutveckling vid en brand i en industrilokal"
    pages = alert_contents((replace(ALERT, headline=headline, words=""),), context)
    assert [page.body for page in pages if not page.figure] == [headline]
    beside = {without_marks(page.figure) for page in pages if page.figure}
    assert beside == {f"Viktigt meddelande till allmänheten: kraftig rökutveckling{CUT}"}
    assert len(beside.pop()) <= BESIDE
    unbroken = alert_contents((replace(ALERT, headline="x" * 140, words=""),), context)
    assert "".join(page.body for page in unbroken if not page.figure) == "x" * 140
    assert {len(without_marks(page.figure)) for page in unbroken if page.figure} == {BESIDE}


def test_an_exercise_says_so_on_every_page(context):
    pages = alert_contents((replace(ALERT, exercise=True),), context)
    assert all(page.state for page in pages)
    assert pages[0].state == "Övning – ingen fara"
    assert not any(page.state for page in alert_contents((ALERT,), context))


def test_an_alert_begins_at_its_second_and_ends_at_its_second(context):
    before = TUESDAY - timedelta(seconds=1)
    queue = SlideQueue(context)
    queue.look(before)
    assert queue.next_content(before).kind != "alert"
    assert not queue.taken_over
    assert queue.look(TUESDAY)
    assert queue.taken_over
    kinds = [queue.next_content(TUESDAY).kind for _ in range(20)]
    assert set(kinds) == {"alert"}
    assert not queue.look(TUESDAY + timedelta(minutes=8))
    assert queue.look(ALERT.end)
    assert queue.next_content(ALERT.end).kind != "alert"


def test_a_page_behind_the_desk_says_nothing_once_its_alert_has_ended(context):
    queue = SlideQueue(context)
    queue.look(TUESDAY)
    page = queue.next_content(TUESDAY)
    assert queue.content_now(page, queue.turn, TUESDAY) == page
    queue.look(ALERT.end)
    ended = queue.content_now(page, queue.turn, ALERT.end)
    assert (ended.figure, ended.body, ended.kind) == ("", "", "alert")


def test_an_update_is_seen_at_once_from_its_first_page(context):
    queue = SlideQueue(context)
    queue.look(TUESDAY)
    first = queue.next_content(TUESDAY)
    queue.next_content(TUESDAY)
    queue.use(replace(context, live=live(replace(ALERT, headline="Röken har drivit bort"))))
    assert queue.look(TUESDAY)
    again = queue.next_content(TUESDAY)
    assert (again.language, "drivit bort" in again.figure) == (first.language, True)


def test_a_cancelled_alert_and_a_source_that_falls_silent_end_it(context):
    for changed, at in ((live(), TUESDAY), (live(replace(ALERT, end=TUESDAY + HOUR)), TUESDAY + HOUR / 5)):
        queue = SlideQueue(context)
        queue.look(TUESDAY)
        queue.use(replace(context, live=changed))
        assert queue.look(at)
        assert queue.next_content(at).kind != "alert"


def test_no_alert_without_a_trusted_time(context):
    queue = SlideQueue(context)
    queue.look(None)
    assert queue.next_content(None).kind != "alert"


def test_words_are_divided_between_words():
    assert parts("ett två tre fyra", 8) == ["ett två", "tre fyra"]
    assert parts("", 8) == []
    assert parts("ett två tre fyra fem", 18) == ["ett två tre", "fyra fem"]  # no word is left alone
    assert parts("x" * 20, 8) == ["x" * 20]
