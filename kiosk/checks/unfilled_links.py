"""Booking links that cannot be filled in for a topic that the office helps with."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.booking.booking_links import booking_link, missing_variable
from kiosk.checks.check_subject import Subject
from kiosk.feed.message_catalog import tr
from kiosk.feed.models import Office
from kiosk.feed.problems import Problem, error


def check(subject: Subject) -> Iterator[Problem]:
    """Yield an error for each topic whose link is not a web address once it has been filled in."""
    feed = subject.feed
    language = next(iter(feed.languages))
    for name, office in feed.offices.items():
        for topic in sorted(_topics(office) & feed.topics.keys()):
            ways = office.booking.ways(topic)
            if ways.link and "link" in ways.order and not booking_link(feed, name, topic, language, None):
                own = topic in office.booking.topics and office.booking.topics[topic].link
                where = ("topics", topic, "link") if own else ("link",)
                what = missing_variable(ways)
                message = tr("for the topic {topic!r} the link is not a web address", topic=topic)
                if what:
                    message = tr(
                        "for the topic {topic!r} the link needs {what!r}, which is missing",
                        topic=topic,
                        what=what,
                    )
                yield error(subject.at("offices", name, "booking", *where), message)


def _topics(office: Office) -> set[str]:
    booked = {topic for rule in office.bookable for topic in rule.topics}
    return booked | {drop_in.topic for drop_in in office.drop_in} | office.booking.topics.keys()
