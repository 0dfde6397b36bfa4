from dataclasses import replace
from datetime import UTC, datetime

from kiosk.booking.slots import Slot
from kiosk.visitor.events import (
    Answered,
    AskedPerson,
    Back,
    ChoseLanguage,
    ChoseSlot,
    ChoseTopic,
    Home,
    Rated,
    Touched,
)
from kiosk.visitor.session import Session, SessionLimits
from kiosk.visitor.state_machine import advance

LIMITS = SessionLimits(settle_s=0.0, may_ask=True)
START, END = datetime(2026, 10, 13, 11, tzinfo=UTC), datetime(2026, 10, 13, 12, tzinfo=UTC)
SLOT = Slot(office="shis", topic="home", start=START, end=END)


def counted(*events, question=""):
    session, found, limits = Session(), [], replace(LIMITS, question=question)
    for event in events:
        turn = advance(session, event, 0.0, limits)
        found += [f"{each.kind} {each.value}" for each in turn.happened]
        session = turn.session
    return found


def test_a_whole_visit():
    visit = (
        Touched(),
        ChoseLanguage("so"),
        ChoseTopic("home"),
        ChoseSlot(SLOT),
        Home(),
        Home(),
        Rated(5),
    )
    assert counted(*visit) == [
        "visit begun",
        "page language",
        "page topic",
        "language so",
        "page help",
        "topic home",
        "page ticket",
        "face 5",
    ]


def test_an_answer_counts_with_its_question_and_nothing_besides():
    seen = (Touched(), ChoseLanguage("so"), ChoseTopic("home"), Home(), Home())
    more = counted(*seen, Rated(5), Answered("yes"), Answered("no"), question="way")
    assert more == [*counted(*seen), "face 5", "answer way/yes"]


def test_going_back_is_not_reaching():
    there = (Touched(), ChoseLanguage("so"), ChoseTopic("home"))
    assert counted(*there, Back(), Back()) == counted(*there)


def test_a_person_asked_for_counts_once():
    assert counted(Touched(), AskedPerson(), ChoseLanguage("sv"))[2:] == [
        "page person",
        "page topic",
        "language sv",
    ]
