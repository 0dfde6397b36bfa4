from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.booking.slots import Slot
from kiosk.visitor import state_machine
from kiosk.visitor.events import (
    Answered,
    AskedDays,
    AskedLanguage,
    AskedPerson,
    AskedSearch,
    Back,
    ChoseDay,
    ChoseLanguage,
    ChoseOffice,
    ChoseSlot,
    ChoseTopic,
    Ease,
    Eased,
    Home,
    Rated,
    Searched,
    Stay,
    Tick,
    Touched,
    TouchedTopic,
)
from kiosk.visitor.session import Page, Session, SessionLimits

LIMITS = SessionLimits(settle_s=0.0)
START, END = datetime(2026, 10, 13, 11, tzinfo=UTC), datetime(2026, 10, 13, 12, tzinfo=UTC)
SLOT = Slot(office="shis", topic="home", start=START, end=END)
VISIT = (Touched(), ChoseLanguage("ar"), ChoseTopic("home"), ChoseSlot(SLOT))
DAY = date(2026, 10, 13)
BY_DAYS = (AskedDays("shis"), ChoseDay(DAY), ChoseSlot(SLOT))
PAGES = (Page.ATTRACT, Page.LANGUAGE, Page.TOPIC, Page.HELP, Page.TICKET)


def advance(session, event, now_s, limits):
    return state_machine.advance(session, event, now_s, limits).session


def deadline_of(session):
    """Return when a tick is due, which a tick at once does not change."""
    return state_machine.advance(session, Tick(), float("-inf"), LIMITS).deadline_s


def after(*events, now_s=0.0, session=None):
    session = session or Session()
    for event in events:
        session = advance(session, event, now_s, LIMITS)
    return session


def at(page):
    return after(*VISIT[: PAGES.index(page)])


def test_a_visit_goes_from_slides_to_ticket():
    assert [after(*VISIT[:count]).page for count in range(5)] == list(PAGES)
    assert at(Page.TICKET) == Session(Page.TICKET, "ar", "home", SLOT, "shis")


def test_back_undoes_each_step():
    session = at(Page.TICKET)
    for page in reversed(PAGES[:-1]):
        session = advance(session, Back(), 0.0, LIMITS)
        assert session == at(page)


def test_who_listens_hears_a_topic_first_and_opens_it_with_another_touch():
    listens = after(Eased(Ease(listening=True)), session=at(Page.TOPIC))
    aloud = SessionLimits(settle_s=0.4, reads_first=True)
    pointed = advance(listens, ChoseTopic("home"), 1.0, aloud)
    assert (pointed.page, pointed.pointed) == (Page.TOPIC, "home")
    assert advance(pointed, ChoseTopic("home"), 1.2, aloud) == pointed  # a hand that trembles
    assert advance(pointed, ChoseTopic("work"), 2.0, aloud).pointed == "work"
    opened = advance(pointed, ChoseTopic("home"), 2.0, aloud)
    assert (opened.page, opened.topic, opened.pointed) == (Page.HELP, "home", None)
    assert advance(listens, ChoseTopic("home"), 1.0, SessionLimits()).page is Page.HELP  # cannot be heard
    assert advance(at(Page.TOPIC), ChoseTopic("home"), 1.0, aloud).page is Page.HELP


def test_a_booking_without_a_time_has_an_office_and_no_slot():
    session = after(ChoseOffice("torg"), session=at(Page.HELP))
    assert (session.page, session.office, session.slot) == (Page.TICKET, "torg", None)


def test_by_days_back_undoes_each_step_too():
    steps = [after(*BY_DAYS[:count], session=at(Page.HELP)) for count in range(4)]
    assert [step.page for step in steps] == [Page.HELP, Page.DAYS, Page.DAY, Page.TICKET]
    assert (steps[3].office, steps[3].day, steps[3].slot) == ("shis", DAY, SLOT)
    for before, step in pairwise(steps):
        assert after(Back(), session=step) == before
    asked = after(ChoseOffice("shis"), session=steps[1])
    assert (asked.page, asked.slot) == (Page.TICKET, None)
    assert after(Back(), session=asked) == steps[1]


def test_by_days_only_the_office_that_was_asked_for():
    days, day = (after(*BY_DAYS[:count], session=at(Page.HELP)) for count in (1, 2))
    assert after(ChoseOffice("torg"), session=days) is days
    assert after(ChoseSlot(SLOT), session=days) is days
    elsewhere = ChoseSlot(replace(SLOT, office="torg"))
    assert after(elsewhere, AskedDays("torg"), ChoseOffice("shis"), session=day) is day


@pytest.mark.parametrize("page", PAGES[2:])
def test_another_language_keeps_the_place(page):
    before = at(page)
    asked = after(AskedLanguage(), session=before)
    assert asked.shown is Page.LANGUAGE
    assert after(ChoseLanguage("so"), session=asked) == replace(before, language="so")
    assert after(Back(), session=asked) == before
    assert after(ChoseLanguage("so"), session=before) == replace(before, language="so")


def test_language_can_be_chosen_from_the_slides():
    assert after(ChoseLanguage("so")) == Session(Page.TOPIC, "so")


@pytest.mark.parametrize("page", PAGES[1:])
def test_home_leaves_nothing(page):
    assert after(Home(), Home(), now_s=7.0, session=at(page)) == Session(last_touch=7.0)


@pytest.mark.parametrize("page", PAGES[2:])
def test_starting_over_can_be_undone_for_five_seconds(page):
    leaving = after(Home(), now_s=7.0, session=at(page))
    assert leaving.leaving
    assert deadline_of(leaving) == 12.0
    assert after(Back(), ChoseTopic("study"), Touched(), session=leaving) is leaving
    assert after(Stay(), now_s=11.0, session=leaving) == replace(at(page), last_touch=11.0)
    assert after(Home(), now_s=8.0, session=leaving) == Session(last_touch=8.0)
    assert advance(leaving, Tick(), 11.9, LIMITS) is leaving
    assert advance(leaving, Tick(), 12.0, LIMITS) == Session(last_touch=12.0)


def test_the_second_of_two_quick_touches_does_not_leave():
    leaving = state_machine.advance(at(Page.TICKET), Home(), 7.0, SessionLimits()).session
    assert advance(leaving, Home(), 7.2, SessionLimits()) is leaving


def test_a_slide_about_a_topic_opens_it_in_the_language_of_the_slide():
    session = after(TouchedTopic("home", "ar"))
    assert (session.page, session.topic, session.language) == (Page.HELP, "home", "ar")
    back = after(Back(), Back(), session=session)
    assert (back.page, back.language, back.nearest) == (Page.LANGUAGE, None, "ar")
    assert after(ChoseSlot(SLOT), session=session).page is Page.TICKET


def test_the_language_of_the_slide_is_remembered_until_the_visitor_leaves():
    assert after(Touched("so")).nearest == "so"
    assert after(Touched("so"), Back()) == Session()


@pytest.mark.parametrize(
    ("page", "events"),
    [
        (Page.ATTRACT, (ChoseTopic("home"), ChoseSlot(SLOT), Back(), Home(), Stay())),
        (Page.LANGUAGE, (AskedLanguage(), ChoseTopic("home"), ChoseSlot(SLOT))),
        (Page.TOPIC, (ChoseSlot(SLOT), ChoseOffice("torg"))),
        (Page.HELP, (ChoseTopic("study"), ChoseDay(DAY))),
        (Page.TICKET, (ChoseTopic("study"), ChoseSlot(SLOT), ChoseOffice("torg"))),
    ],
)
def test_what_does_not_fit_the_page_changes_nothing(page, events):
    session = at(page)
    assert all(advance(session, event, 5.0, LIMITS) is session for event in events)


def test_slot_of_another_topic_is_no_choice():
    session = at(Page.HELP)
    assert after(ChoseSlot(replace(SLOT, topic="study")), session=session) is session


def test_idle_visitor_is_warned_and_then_forgotten():
    session = at(Page.HELP)
    assert deadline_of(session) == 60.0
    assert advance(session, Tick(), 59.9, LIMITS) is session
    warned = advance(session, Tick(), 60.0, LIMITS)
    assert warned.warned
    assert deadline_of(warned) == 80.0
    assert advance(warned, Tick(), 79.9, LIMITS) is warned
    assert advance(warned, Tick(), 80.0, LIMITS) == Session(last_touch=80.0)


@pytest.mark.parametrize(("idle_s", "on_a_ticket_s"), [(60.0, 180.0), (300.0, 300.0)])
def test_whoever_scans_a_ticket_has_three_minutes(idle_s, on_a_ticket_s):
    limits = replace(LIMITS, idle_s=idle_s)
    session = at(Page.TICKET)
    assert advance(session, Tick(), on_a_ticket_s - 0.1, limits) is session
    assert advance(session, Tick(), on_a_ticket_s, limits).warned


def test_warned_visitor_has_the_whole_time_to_answer_a_late_warning():
    warned = advance(at(Page.HELP), Tick(), 300.0, LIMITS)
    assert deadline_of(warned) == 320.0


@pytest.mark.parametrize("event", [Stay(), Touched()])
def test_visitor_may_stay_as_often_as_they_like(event):
    session, now_s = at(Page.TICKET), 0.0
    for _ in range(25):
        session = advance(session, Tick(), now_s + 180, LIMITS)
        assert session.warned
        now_s += 195
        session = advance(session, event, now_s, LIMITS)
        assert session == replace(at(Page.TICKET), last_touch=now_s)


def test_no_one_is_waited_for_on_the_slides():
    assert deadline_of(Session()) is None
    assert advance(Session(), Tick(), 1e9, LIMITS) == Session()


@pytest.mark.parametrize(
    "wrong",
    [
        {"page": Page.ATTRACT, "language": "sv"},
        {"page": Page.ATTRACT, "ease": Ease(contrast=True)},
        {"page": Page.TOPIC, "language": "sv", "query": "ho"},
        {"page": Page.TOPIC, "language": "sv", "face": 3},
        {"page": Page.TOPIC},
        {"page": Page.TICKET, "language": "sv", "topic": "home"},
        {"page": Page.HELP, "language": "sv", "topic": "home", "slot": SLOT},
        {"page": Page.HELP, "language": "sv", "topic": "home", "asides": (Page.HELP,)},
        {"page": Page.DAY, "language": "sv", "topic": "home", "office": "torg", "by_days": True},
        {"page": Page.DAYS, "language": "sv", "topic": "home", "office": "torg"},
        {"page": Page.DAYS, "language": "sv", "topic": "home", "office": "torg", "by_days": True, "day": DAY},
        {"page": Page.TICKET, "language": "sv", "topic": "home", "office": "torg", "day": DAY},
        {"page": Page.HELP, "language": "sv", "topic": "home", "by_days": True},
    ],
)
def test_what_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError, match="invalid data"):
        Session(**wrong)


def test_a_language_chosen_in_the_midst_of_a_search_ends_the_search():
    searching = Session(page=Page.TOPIC, language="sv", asides=(Page.SEARCH,), query="ho")
    chosen = advance(searching, ChoseLanguage("ar"), 1.0, SessionLimits())
    assert (chosen.shown, chosen.query, chosen.language) == (Page.TOPIC, "", "ar")


def test_an_error_which_is_logged_says_nothing_of_what_a_visitor_chose():
    with pytest.raises(ValueError, match="topic") as refused:
        Session(page=Page.ATTRACT, language="so", topic="divorce", slot=SLOT)
    assert not {"divorce", "so", SLOT.office} & set(str(refused.value).replace(":", " ").split())
    assert "Slot(" not in str(refused.value)


events = st.sampled_from([
    Touched(), AskedLanguage(), ChoseLanguage("sv"), ChoseLanguage("ar"), ChoseTopic("home"),
    ChoseTopic("study"), ChoseSlot(SLOT), ChoseOffice("torg"), Back(), Stay(), Tick(), Home(),
    AskedDays("shis"), ChoseDay(DAY), AskedSearch(), Searched("ho"), AskedPerson(), Rated(4),
    Eased(Ease(text_size=2, contrast=True)),
])  # fmt: skip


@given(st.lists(st.tuples(events, st.floats(0, 100)), max_size=40))
def test_whatever_happens_a_visit_ends_and_leaves_nothing(history):
    session, now_s = Session(), 0.0
    for event, pause_s in history:
        now_s += pause_s
        session = advance(session, event, now_s, LIMITS)
    home = after(Home(), Home(), now_s=now_s, session=session)
    assert replace(home, last_touch=0.0) == Session()
    deadlines = 0
    while (deadline := deadline_of(session)) is not None:
        session, deadlines = advance(session, Tick(), deadline, LIMITS), deadlines + 1
        assert deadlines <= 2
    assert replace(session, last_touch=0.0) == Session()


@pytest.mark.parametrize("page", PAGES[1:])
def test_a_person_can_be_asked_for_on_every_page_and_back_uncovers_it(page):
    before = at(page)
    asked = after(AskedPerson(), session=before)
    assert asked.shown is Page.PERSON
    assert after(Back(), session=asked) == before


def test_language_can_be_changed_above_an_aside_and_the_aside_stays():
    asked = after(AskedPerson(), AskedLanguage(), ChoseLanguage("so"), session=at(Page.HELP))
    assert (asked.shown, asked.page, asked.language) == (Page.PERSON, Page.HELP, "so")


def test_asides_do_not_pile_up():
    session = at(Page.TOPIC)
    for _ in range(5):
        session = after(AskedSearch(), AskedLanguage(), AskedPerson(), AskedLanguage(), session=session)
    assert len(session.asides) == 3


def test_a_search_ends_with_a_topic_or_with_nothing():
    searching = after(AskedSearch(), Searched("ho"), session=at(Page.TOPIC))
    assert (searching.shown, searching.query) == (Page.SEARCH, "ho")
    assert after(ChoseTopic("home"), session=searching) == at(Page.HELP)
    assert after(Back(), session=searching) == at(Page.TOPIC)


def test_a_page_that_has_just_come_cannot_be_turned():
    limits = SessionLimits(settle_s=0.4)
    topic = advance(at(Page.LANGUAGE), ChoseLanguage("sv"), 10.0, limits)
    assert advance(topic, ChoseTopic("home"), 10.3, limits) is topic
    assert advance(topic, Back(), 10.3, limits) is topic
    assert advance(topic, ChoseTopic("home"), 10.4, limits).page is Page.HELP
    home = advance(topic, Home(), 11.0, limits)
    assert advance(home, Touched(), 11.2, limits) is home


def test_ease_lasts_as_long_as_the_session():
    ease = Ease(text_size=2, contrast=True, lower=True, listening=True, volume=3)
    session = after(Eased(ease), AskedPerson(), Back(), Back(), session=at(Page.TICKET))
    assert session.ease == ease
    assert after(Home(), Home(), session=session) == Session()
    assert after(Back(), Back(), session=session).ease == ease
    assert after(Eased(ease)) == Session()


def test_the_question_comes_once_after_help_was_seen_and_blocks_nobody():
    limits = SessionLimits(settle_s=0.0, may_ask=True)
    asked = advance(advance(at(Page.TICKET), Home(), 4.0, limits), Home(), 5.0, limits)
    assert asked == Session(Page.FAREWELL, "ar", last_touch=5.0)
    assert advance(asked, Touched(), 6.0, limits) == Session(last_touch=6.0)
    assert advance(asked, Tick(), 5.0 + limits.farewell_s, limits).page is Page.ATTRACT
    rated = advance(asked, Rated(4), 6.0, limits)
    assert advance(rated, Rated(1), 6.1, limits) is rated
    assert advance(rated, Tick(), 6.0 + limits.thanks_s, limits).page is Page.ATTRACT
    assert advance(asked, Rated(6), 6.0, limits) is asked


def rated(limits):
    asked = advance(advance(at(Page.TICKET), Home(), 4.0, limits), Home(), 5.0, limits)
    return advance(asked, Rated(4), 6.0, limits)


def test_one_more_question_follows_the_rating_and_blocks_nobody():
    limits = SessionLimits(may_ask=True, question="way")
    asked = rated(limits)
    assert (asked.face, asked.question, asked.questioned) == (4, "way", True)
    assert advance(asked, Answered("yes"), 6.3, limits) is asked  # the second of two quick touches
    assert advance(asked, Tick(), 6.0 + limits.question_s - 0.1, limits) is asked
    assert advance(asked, Tick(), 6.0 + limits.question_s, limits).page is Page.ATTRACT
    assert advance(asked, Touched(), 7.0, limits) == Session(last_touch=7.0, turned_at=7.0)
    answered = advance(asked, Answered("yes"), 7.0, limits)
    assert (answered.answer, answered.questioned) == ("yes", False)
    assert advance(answered, Answered("no"), 8.0, limits) is answered
    assert advance(answered, Touched(), 8.0, limits) is answered
    assert advance(answered, Tick(), 7.0 + limits.thanks_s, limits).page is Page.ATTRACT


def test_without_a_question_nothing_is_answered():
    limits = SessionLimits(may_ask=True)
    assert rated(limits).question is None
    assert advance(rated(limits), Answered("yes"), 7.0, limits) == rated(limits)
    assert advance(at(Page.HELP), Answered("yes"), 7.0, limits) == at(Page.HELP)


@pytest.mark.parametrize("page", [Page.LANGUAGE, Page.TOPIC])
def test_one_who_saw_no_help_is_not_asked(page):
    limits = SessionLimits(may_ask=True)
    once = advance(at(page), Home(), 5.0, limits)
    assert advance(once, Home(), 6.0, limits).page is Page.ATTRACT


def test_one_answer_says_all_that_comes_of_a_touch():
    turn = state_machine.advance(Session(), Touched(), 5.0, LIMITS)
    assert (turn.session.page, turn.deadline_s, turn.came, turn.left) == (Page.LANGUAGE, 65.0, True, False)
    assert [each.value for each in turn.happened] == ["begun", "language"]
    home = state_machine.advance(turn.session, Home(), 6.0, LIMITS)
    assert (home.reached, home.deadline_s, home.came, home.left) == (Page.ATTRACT, None, False, True)


def test_a_sign_of_life_changes_nothing_that_is_seen_and_moves_the_deadline():
    turn = state_machine.advance(at(Page.HELP), Touched(), 9.0, LIMITS)
    assert (turn.changed, turn.reached, turn.happened, turn.deadline_s) == (False, None, (), 69.0)
