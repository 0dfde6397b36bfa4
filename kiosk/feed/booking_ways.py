"""The ways to book a time at an office, their order, and exceptions for single topics."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, fields
from typing import Annotated, Any, Literal, get_args

from kiosk.feed.constraints import Strict, after, limits
from kiosk.feed.link_templates import names_in
from kiosk.feed.message_catalog import tr
from kiosk.feed.problems import nearest
from kiosk.feed.web_addresses import Email, LinkTemplate, Phone
from kiosk.feed.written_values import Id, Line, raise_expected
from kiosk.frozen import frozen

Way = Literal["link", "phone", "email", "desk"]
WAYS: tuple[Way, ...] = get_args(Way)

VARIABLES = ("office", "topic", "lang", "slot", "date", "month", "time", "provider", "service")
"""The variables of a link template; see `kiosk.booking.booking_links`."""


def _known_variables(link: str) -> str:
    strange = [name for name in names_in(link) if name not in VARIABLES]
    if strange:
        names = tuple(f"{{{name}}}" for name in VARIABLES)
        what = tr("a link with no parts to fill in other than {names}", names=names)
        probably = nearest(strange[0], VARIABLES)
        raise_expected(what, f"{{{strange[0]}}}", probably and f"{{{probably}}}")
    return link


def _each_once(ways: tuple[Way, ...]) -> tuple[Way, ...]:
    return ways if len(set(ways)) == len(ways) else raise_expected(tr("each way once"), ", ".join(ways))


@frozen(kw_only=True)
class Ways(Strict):
    """Ways to book. A value of None is inherited from the office, or missing there too."""

    by: Annotated[tuple[Way, ...], limits(min_length=1), after(_each_once)] | None = None
    """The ways in order of preference; a QR code contains the first one that a phone can use."""

    link: Annotated[LinkTemplate, after(_known_variables)] | None = None
    phone: Phone | None = None
    email: Email | None = None
    provider: Line | None = None
    """The id of the office in the booking system, for links with `{provider}`."""

    service: Line | None = None
    """The id of the topic in the booking system, for links with `{service}`."""

    @property
    def order(self) -> tuple[Way, ...]:
        """The ways in order: those in `by`, otherwise all that are configured, with the desk last."""
        return self.by or tuple(way for way in WAYS if way == "desk" or getattr(self, way))


@frozen(kw_only=True)
class Booking(Ways):
    """How a time is booked at an office, with exceptions for single topics."""

    topics: Mapping[Id, Ways] = field(default_factory=dict)

    def check(self) -> None:
        """Refuse an office without a way to book, and a way without the value it needs."""
        if not (self.by or self.link or self.phone or self.email):
            raise_expected(tr("a way to book: 'link', 'phone', 'email', or 'by: [desk]'"), None)
        for topic in (None, *self.topics):
            ways = self.ways(topic)
            lacking = [way for way in ways.by or () if way != "desk" and not getattr(ways, way)]
            if lacking:
                what = tr("{way!r}, since 'by' lists it", way=lacking[0])
                if topic:
                    what = tr(
                        "{way!r} for the topic {topic!r}, since 'by' lists it",
                        way=lacking[0],
                        topic=topic,
                    )
                raise_expected(what, None)

    def ways(self, topic: str | None) -> Ways:
        """Return the ways for a topic: the office's, overridden by those of the topic."""
        own = self.topics.get(topic) if topic else None
        return Ways(**{each.name: _first(own, self, each.name) for each in fields(Ways)})


def _first(own: Ways | None, general: Ways, name: str) -> Any:  # noqa: ANN401  # the value of any field
    values: Iterable[Any] = (getattr(ways, name) for ways in (own, general) if ways)
    return next((value for value in values if value is not None), None)
