"""The content of a QR code: the URL, telephone call or e-mail with which a visitor books.

Invalid configuration never raises: unusable ways are skipped, and if none is left, visitors book at the desk.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from kiosk.booking.booking_letter import letter
from kiosk.booking.slots import Slot
from kiosk.feed.booking_ways import Way, Ways
from kiosk.feed.link_templates import fill_in, names_in
from kiosk.feed.models import Feed
from kiosk.feed.web_addresses import is_web_address
from kiosk.frozen import frozen

COUNTRY = "+46"
"""The country code for national numbers: Sweden's."""

Values = dict[str, Any]  # uritemplate's own type is a union of twelve, and invariant

_URI = "%/:?#[]@!$&'()*+,;=-._~"
_IN_ADDRESS = "@!$'*+-._~"


@frozen
class BookingOptions:
    """How to book: the usable ways in order, and the data for each."""

    ways: tuple[Way, ...]
    link: str = ""
    phone: str = ""
    email: str = ""
    code: str = ""
    """The content of the QR code: the URI of the first way that a phone can use; empty if none."""

    @property
    def coded(self) -> Way:
        """The way that the QR code is for; the desk if there is no code."""
        return next((way for way in self.ways if way != "desk"), "desk")


def booking_options(
    feed: Feed, office_id: str, topic_id: str, language: str, slot: Slot | None
) -> BookingOptions:
    """Return how a reader of `language` books a topic at an office, at the time of `slot` if given."""
    ways = feed.offices[office_id].booking.ways(topic_id)
    link = booking_link(feed, office_id, topic_id, language, slot)
    order = tuple(way for way in ways.order if way != "link" or link) or ("desk",)
    codes = {
        "link": lambda: link,
        "phone": lambda: tel(ways.phone or ""),
        "email": lambda: mailto(ways.email or "", *letter(feed, office_id, topic_id, language, slot)),
    }
    first = next((way for way in order if way != "desk"), None)
    return BookingOptions(
        ways=order,
        link=link if "link" in order else "",
        phone=(ways.phone or "") if "phone" in order else "",
        email=(ways.email or "") if "email" in order else "",
        code=codes[first]() if first else "",
    )


def booking_link(feed: Feed, office_id: str, topic_id: str, language: str, slot: Slot | None) -> str:
    """Return the booking URL; empty if the office has none, or none for this topic.

    The template (RFC 6570) is filled in with `office`, `topic`, `lang`, `provider`, `service`, and with the
    start of `slot` in the feed's zone: `slot` (ISO 8601 with offset), `date`, `month` and `time`, which are
    undefined without a slot. A link that needs a `service` is unusable for a topic without one.
    """
    ways = feed.offices[office_id].booking.ways(topic_id)
    if not ways.link:
        return ""
    values: Values = {"office": office_id, "topic": topic_id, "lang": language} | _start(feed, slot)
    values |= {"provider": ways.provider, "service": ways.service}
    try:
        address = "" if missing_variable(ways) else fill_in(ways.link, values)
    except ValueError:  # an invalid template; `kiosk check` reports it
        return ""
    return quote(address, safe=_URI) if is_web_address(address) else ""


def missing_variable(ways: Ways) -> str:
    """Return the first of `provider` and `service` that the link needs but that is not set; empty if none."""
    needed = [name for name in names_in(ways.link or "") if name in {"provider", "service"}]
    return next((name for name in needed if not getattr(ways, name)), "")


def _start(feed: Feed, slot: Slot | None) -> Values:
    if slot is None:
        return {}
    start = slot.start.astimezone(feed.zone)
    written = start.isoformat(timespec="minutes")
    return {"slot": written, "date": written[:10], "month": written[:7], "time": written[11:16]}


def tel(phone: str) -> str:
    """Return the `tel:` URI of a number (RFC 3966); national numbers get the country code."""
    number = "".join(char for char in phone if char in "+0123456789")
    if number.startswith("00"):
        number = f"+{number[2:]}"
    elif number.startswith("0"):
        number = COUNTRY + number[1:]
    return f"tel:{number}"


def mailto(address: str, subject: str, body: str) -> str:
    """Return the `mailto:` URI of an e-mail (RFC 6068), with CRLF line ends, percent-encoded."""
    lines = "\r\n".join(body.splitlines())
    to = quote(address, safe=_IN_ADDRESS)
    return f"mailto:{to}?subject={quote(subject, safe='')}&body={quote(lines, safe='')}"
