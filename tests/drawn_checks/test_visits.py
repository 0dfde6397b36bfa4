from dataclasses import replace
from datetime import date

from kiosk.booking.slots import open_slots
from kiosk.drawn_checks.visits import places
from kiosk.feed.models import Targets, When
from kiosk.visitor.events import Answered, AskedLanguage, ChoseDay, ChoseLanguage, Touched
from kiosk.visitor.session import Page
from tests.ui.conftest import TUESDAY


def test_every_page_is_reached_by_the_shortest_way(context_of):
    found = {place.name: place for place in places(context_of(), "ar", TUESDAY)}
    reached = {name.partition("-")[0] for name in found}
    assert reached >= {page.value for page in Page} - {"attract"}
    assert {"warning", "farewell-thanks", "print-ready", "print-printing", "print-printed"} <= found.keys()
    assert {f"help-{topic}" for topic in context_of().feed.topics} <= found.keys()
    assert "ticket-housing-time" in found
    assert len(found["topic"].events) == 2


def test_every_page_is_reached_in_the_readers_language(context_of):
    for place in places(context_of(), "ar", TUESDAY):
        assert ChoseLanguage("ar") in place.events, place.name


def test_the_first_page_is_seen_once_before_a_language_is_chosen(context_of):
    context = context_of()
    first, *others = [
        [place.events for place in places(context, language, TUESDAY) if place.name == "language"]
        for language in context.screen.languages
    ]
    assert first == [(Touched(),)]
    assert all(len(ways) == 1 and AskedLanguage() in ways[0] for ways in others)


def test_each_question_is_drawn_on_any_day(context_of, sample):
    """Also those of a campaign that has not begun yet."""
    usual = sample.questions[0]
    later = replace(usual, id="dialogue", when=When(since=date(2099, 1, 1)))
    elsewhere = replace(usual, id="elsewhere", where=Targets(screens=("kompassen-desk",)))
    context = context_of(feed=replace(sample, questions=(usual, later, elsewhere)))
    found = {place.name: place for place in places(context, "ar", TUESDAY)}
    asked = [usual.id, "dialogue"]
    assert [each.question for each in found.values() if each.question] == [n for n in asked for _ in range(2)]
    assert found["farewell-dialogue-thanks"].events[-1] == Answered(usual.answers[0].id)


def test_names_are_files(context_of):
    assert all("/" not in place.name for place in places(context_of(), "sv", TUESDAY))


def test_days_are_shown_only_if_the_topic_has_times_on_them_here(context_of):
    context = context_of("kompassen-desk")
    days = {
        topic: {
            context.local(slot.start).date()
            for slot in open_slots(context.slots, topic, TUESDAY)
            if slot.office == context.office_id
        }
        for topic in context.topics
    }
    reached = list(places(context, "sv", TUESDAY))
    found = {
        place.name.removeprefix("day-"): event.day
        for place in reached
        for event in place.events
        if isinstance(event, ChoseDay)
    }
    assert found.keys() == {topic for topic in days if days[topic]}
    assert {place.name for place in reached if "days" in place.name} == {f"days-{topic}" for topic in found}
    assert all(day in days[topic] for topic, day in found.items())
