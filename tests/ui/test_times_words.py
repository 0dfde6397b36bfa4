"""What the pages of times say of each office and topic, and what they do not know."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.booking.slots import SlotAge
from kiosk.ui.desk.days_page import day_choices
from kiosk.ui.desk.desk_state import DeskState
from kiosk.ui.phrases import phrases
from kiosk.ui.slides.attract_bar import office_words
from kiosk.ui.slides.slide_rows import next_times, when_to_come
from kiosk.ui.times_words import freshness_words, office_times, topic_times
from kiosk.visitor.session import Page, Session
from tests.ui.conftest import TUESDAY

AN_HOUR_AGO = TUESDAY - timedelta(hours=1)
SV = phrases("sv")


@pytest.fixture
def context_without(qapp, context_of):
    """Make a context in which one source has failed: an office's times for a topic are gone."""

    def make(office="torget", since=AN_HOUR_AGO, topic="housing", now=TUESDAY):
        context = context_of(now=now)
        place = (office, topic)
        slots = tuple(slot for slot in context.slots.slots if (slot.office, slot.topic) != place)
        older = (SlotAge(office=office, topic=topic, as_of=since),)
        return context_of(now=now, slots=replace(context.slots, slots=slots, older=older))

    return make


def cards(context, topic="housing", language="sv", now=TUESDAY):
    return {card.office: card for card in office_times(context, topic, language, now)}


def test_office_whose_source_failed_is_unknown_and_the_others_are_not(context_without):
    found = cards(context_without())
    note = found["torget"].note
    assert note.startswith("Vi kan inte visa lediga tider just nu (senaste uppgift: \u206609:12\u2069).")
    assert note.endswith("Fråga i disken eller ring.")
    assert not found["torget"].slots
    assert found["lyktan"].slots
    assert not found["lyktan"].note


def test_source_of_another_office_or_topic_takes_nothing(context_without):
    found = cards(context_without("lyktan"))
    assert "senaste uppgift:" in found["lyktan"].note
    assert not found["torget"].note
    assert not any(card.note for card in cards(context_without(topic="forms")).values())


def test_days_of_an_office_whose_source_failed_are_unknown_too(context_without):
    def note(office):
        days = Session(Page.DAYS, "sv", "housing", office=office, by_days=True)
        return day_choices(DeskState(context_without(), days, TUESDAY)).note

    assert "senaste uppgift:" in note("torget")
    assert "kan inte visa" not in note("lyktan")


def test_what_was_never_known_says_so(context_without):
    assert cards(context_without(since=None))["torget"].note.startswith(
        "Vi kan inte visa lediga tider just nu. "
    )


def test_what_is_unknown_since_yesterday_tells_the_day(context_without):
    note = cards(context_without(since=datetime(2026, 11, 23, 22, 55, tzinfo=UTC)))["torget"].note
    assert "23 november" in note.replace("\u2066", "").replace("\u2069", "")


def test_nothing_free_is_only_said_of_what_is_known(context_of, context_without):
    context = context_of()
    none = context_of(slots=replace(context.slots, slots=()))
    assert freshness_words(none, "housing", "sv", TUESDAY).startswith("Inga lediga tider")
    assert cards(none)["torget"].note.startswith("Inga lediga tider")
    failed = context_without()
    empty = context_of(slots=replace(failed.slots, slots=()))
    assert "Inga lediga" not in freshness_words(empty, "housing", "sv", TUESDAY)


def test_office_that_is_not_known_says_so_though_no_other_has_a_time(context_of, context_without):
    failed = context_without()
    empty = context_of(slots=replace(failed.slots, slots=()))
    assert topic_times(empty, "housing", "sv", TUESDAY).none_free == ""
    none = context_of(slots=replace(failed.slots, slots=(), older=()))
    assert topic_times(none, "housing", "sv", TUESDAY).none_free.startswith("Inga lediga tider")


def test_nothing_free_is_never_said_where_one_can_come_without_booking(context_of):
    context = context_of()
    none = context_of(slots=replace(context.slots, slots=()))
    for topic in none.topics:
        for office in office_times(none, topic, "sv", TUESDAY):
            assert not (office.drop_in and office.note)


def test_list_that_is_too_old_is_reported_once_for_all(context_of):
    later = TUESDAY + timedelta(hours=1)
    assert "senaste uppgift:" in freshness_words(context_of(), "housing", "sv", later)
    assert not any(card.note for card in cards(context_of(), now=later).values())


def test_slides_do_not_say_nothing_free_of_a_topic_that_is_not_known(context_without):
    context = context_without()
    rows, note = next_times(context, SV, "sv", TUESDAY)
    assert note.startswith("Uppdaterat kl. ")
    assert "Kan inte visas (senaste uppgift: \u206609:12\u2069)" in [row.detail for row in rows]
    assert (
        when_to_come("housing", context, SV, TUESDAY)[0].detail
        == "Kan inte visas (senaste uppgift: \u206609:12\u2069)"
    )


def test_others_are_named_with_how_far_they_are(context_of):
    found = cards(context_of())
    assert next(iter(found)) == "torget"
    assert found["lyktan"].distance == "\u20661,1\u2069\u00a0km"
    assert not found["torget"].distance


def test_office_that_only_a_booking_system_knows_is_shown(context_of, sample):
    bare = replace(sample.offices["lyktan"], bookable=(), drop_in=())
    feed = replace(sample, offices={**sample.offices, "lyktan": bare})
    assert cards(context_of(feed=feed, slots=context_of().slots))["lyktan"].slots
    assert "lyktan" not in cards(context_of(feed=feed))


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("2026-12-24T09:00", "Stängt i dag, helgdag. Öppnar \u2066"),
        ("2027-01-05T10:00", "Öppet i dag bara till kl. \u206613:00\u2069"),
        ("2026-11-28T10:00", "Stängt i dag. Öppnar mån \u206630/11\u2069 kl. \u206610:00\u2069"),
        ("2026-11-24T08:00", "Stängt. Öppnar i dag kl. \u206610:00\u2069"),
        ("2026-11-24T17:30", "Stängt. Öppnar i morgon kl. \u206610:00\u2069"),
    ],
)
def test_closed_today_and_short_days_are_said(qapp, context_of, now, words):
    found = office_words(context_of(), "torget", SV, datetime.fromisoformat(f"{now}+00:00"))[1]
    assert found.startswith(words.removesuffix("\u2066"))
