"""Once free times are too old, nothing offers them: no slide, no page that is open, no ticket, no paper."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.booking.slots import SlotAge
from kiosk.ui.desk.ticket_image import Words
from kiosk.visitor.events import AskedDays, Back, ChoseLanguage, ChoseTopic, Touched
from tests.ui.conftest import TUESDAY, Time
from tests.ui.slides.test_player import playing
from tests.ui.walk import go, settle

OLD_S = 16 * 60


def offered(screen):
    """Return the times that can be chosen; the key of a slot has its time, that of a day its date."""
    return [name for name in screen.names("slot-") if "2026" in name]


@pytest.mark.parametrize("page", ["help", "days", "day"])
def test_an_open_page_takes_its_times_back(screen_of, context_of, page):
    screen = screen_of(context_of())
    go(screen, page, "sv")
    assert offered(screen)
    screen.time.pass_by(OLD_S)
    screen.desk._reword()
    settle()
    assert not offered(screen)
    assert "senaste uppgift:" in screen.words()
    assert ("Be om en tid" in screen.words()) is (page != "day")
    assert "Ingen ledig tid" not in screen.words()
    assert "Annan tid" not in screen.words()


def test_an_open_page_is_worded_anew_when_its_times_grow_too_old(screen_of, context_of):
    """Not at the next round of the refresh, up to 20 seconds later."""
    screen = screen_of(context_of())
    go(screen, "help", "sv")
    screen.time.now = TUESDAY + timedelta(seconds=13 * 60 - 3)  # the list was two minutes old
    screen.desk._reword()
    assert screen.desk._refresh.interval() == 3050
    screen.time.now += timedelta(seconds=4)
    screen.desk._reword()
    assert not offered(screen)
    assert screen.desk._refresh.interval() == 20_000


@pytest.mark.parametrize(("age_s", "kinds"), [(0, set()), (OLD_S, {"times unknown"})])
def test_times_that_are_not_known_are_not_counted_as_none_free(screen_of, context_of, age_s, kinds):
    screen, counted = screen_of(context_of()), []
    screen.time.pass_by(age_s)
    screen.desk.happened.connect(lambda kind, _value: counted.append(kind))
    for event in (Touched(), ChoseLanguage("sv"), ChoseTopic("housing")):
        screen.desk.send(event)
        screen.time.pass_by(1)
    assert {"none free", "times unknown"} & set(counted) == kinds


def test_going_back_to_a_topic_without_times_counts_it_once(screen_of, context_of):
    """Those who found none are taken from those who asked; counted twice, they would take others' answers."""
    screen, counted = screen_of(context_of()), []
    screen.time.pass_by(OLD_S)
    screen.desk.happened.connect(lambda kind, _value: counted.append(kind))
    for event in (Touched(), ChoseLanguage("sv"), ChoseTopic("housing"), AskedDays("torget"), Back()):
        screen.desk.send(event)
        screen.time.pass_by(1)
    assert screen.page == "help"
    assert counted.count("times unknown") == 1


def test_a_ticket_names_no_time_that_is_no_longer_known(screen_of, context_of):
    screen = screen_of(context_of())
    go(screen, "ticket", "en")
    (slot,) = {screen.desk.session.slot}
    time = f"{screen.desk._context.local(slot.start):%H:%M}"
    assert time in screen.words()
    assert "slot=" in screen.pages.ticket_page.ticket.link
    screen.time.pass_by(OLD_S)
    screen.desk._reword()
    settle()
    for words in (screen.words(), paper(screen)):
        assert time not in words
    assert "Available times cannot be shown now" in screen.words()
    assert "slot=" not in screen.pages.ticket_page.ticket.link
    assert not screen.pages.ticket_page.value.has_time
    assert screen.pages.ticket_page.value.calendar_qr.isEmpty()


def paper(screen):
    return "\n".join(part.text for part in screen.desk.printed_parts() if isinstance(part, Words))


def test_the_slides_take_their_times_back(screen_of, context_of, sample):
    screen = screen_of(context_of(feed=playing(sample, "next-times")))
    content = screen.shell.player.card.value
    assert content.rows
    screen.time.pass_by(OLD_S)
    screen.shell.player._reconsider()
    assert screen.shell.player.card.value.rows == ()
    assert "senaste uppgift:" in screen.shell.player.card.value.body


def test_a_source_that_is_older_than_the_list_takes_its_times_with_it(screen_of, context_of):
    """A list that was made at 10:10 from what a calendar said at 09:58 has times until 10:13."""
    context = context_of()
    then = TUESDAY - timedelta(minutes=14)
    older = (SlotAge(office="torget", topic="housing", as_of=then),)
    context = replace(context, slots=replace(context.slots, older=older))
    screen = screen_of(context)
    go(screen, "help", "sv")
    assert [name for name in offered(screen) if "torget" in name]
    screen.time.now = TUESDAY + timedelta(seconds=61)
    screen.desk._reword()
    assert not [name for name in offered(screen) if "torget" in name]
    assert any(row.bookable for row in screen.pages.next_times.value.elsewhere)


def test_a_clock_that_is_set_back_makes_nothing_fresh(screen_of, context_of):
    """What the context judges by is an instant that never goes back, see `SlotsAge`."""
    latest = TUESDAY + timedelta(seconds=OLD_S)
    time = Time()
    screen = screen_of(context_of(slots_instant=lambda now: now and max(now, latest)), time)
    go(screen, "help", "sv")
    assert not offered(screen)
