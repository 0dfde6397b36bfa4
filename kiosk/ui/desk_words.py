"""What each page of the desk says, as rows: worded for a visitor's language at one moment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.feed.localized_text import Text
from kiosk.feed.models import Office
from kiosk.feed.wall_time import Now
from kiosk.ui.bar import office_words
from kiosk.ui.phrases import any_direction, isolated, phrases
from kiosk.ui.world import World

STAFF_LANGUAGE = "sv"
"""What the guides at the desk read."""


@dataclass(frozen=True)
class LanguageRow:
    """A language to choose, named and asked for in itself."""

    code: str
    name: str
    prompt: str
    rtl: bool


@dataclass(frozen=True)
class TopicRow:
    """A topic to choose; its tags name the languages of title and summary that are not the reader's."""

    topic: str
    title: str
    summary: str
    pictogram: str
    language: str
    tag: str
    note_language: str
    note_tag: str


@dataclass(frozen=True)
class LetterRow:
    """A letter that leads on."""

    letter: str


@dataclass(frozen=True)
class LineRow:
    """One line of a list; `tag` names its language where that is not the reader's."""

    text: str
    language: str
    tag: str


@dataclass(frozen=True)
class FactRow:
    """One fact of a ticket."""

    label: str
    value: str
    detail: str
    icon: str


def language_rows(world: World) -> tuple[LanguageRow, ...]:
    """Return the screen's languages in its order."""
    return tuple(
        LanguageRow(
            code, world.feed.languages[code].name, phrases(code).say("choose_language"), world.is_rtl(code)
        )
        for code in world.screen.languages
    )


def topic_rows(world: World, language: str) -> tuple[TopicRow, ...]:
    """Return the screen's topics in its order."""
    return tuple(topic_row(world, name, language) for name in world.topics)


def topic_row(world: World, name: str, language: str) -> TopicRow:
    """Return one topic as a choice."""
    topic = world.feed.topics[name]
    title, summary = world.localized(topic.title, language), world.localized(topic.summary, language)
    return TopicRow(
        topic=name,
        title=title.text,
        summary=summary.text,
        pictogram=topic.icon,
        language=title.language,
        tag=world.tag(title.language, language),
        note_language=summary.language,
        note_tag=world.tag(summary.language, language),
    )


def line_rows(world: World, texts: Iterable[Text], language: str) -> tuple[LineRow, ...]:
    """Return the lines of a list."""
    found = (world.localized(text, language) for text in texts)
    return tuple(LineRow(each.text, each.language, world.tag(each.language, language)) for each in found)


def topic_texts(world: World, language: str) -> dict[str, tuple[str, ...]]:
    """Return what each topic can be found by, its title first."""
    topics = {name: world.feed.topics[name] for name in world.topics}
    return {
        name: tuple(world.text(text, language) for text in (topic.title, topic.summary, *topic.help))
        for name, topic in topics.items()
    }


def takes_words(world: World, topic: str, language: str) -> str:
    """Return how long a topic takes, in words; nothing if the feed does not say."""
    takes = world.feed.topics[topic].takes
    return phrases(language).minutes(round(takes / 60)) if takes else ""


def person_facts(world: World, language: str, now: Now) -> tuple[FactRow, ...]:
    """Return where there is a person to talk to, until when, and how to reach one otherwise."""
    office, say = world.office, phrases(language)
    state = office_words(world, world.office_id, say, now, "staff_until")[1]
    name, way = world.text(office.name, language), way_to(world, office, language)
    facts = [FactRow(say.say("when"), state, "", "clock")] if state else []
    facts.append(FactRow(say.say("where"), name, way, "location"))
    if office.booking.phone:
        facts.append(FactRow(say.say("phone"), isolated(office.booking.phone), "", "phone"))
    return tuple(facts)


def way_to(world: World, office: Office, language: str) -> str:
    """Return the address of an office and where in the house it is."""
    parts = (office.address, office.place)
    return " · ".join(any_direction(world.text(part, language)) for part in parts if part)
