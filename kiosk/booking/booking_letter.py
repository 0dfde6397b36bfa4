"""The e-mail with which a visitor requests a time, in Swedish for the staff who answer it."""

from __future__ import annotations

from typing import NamedTuple

from kiosk.booking.slots import Slot
from kiosk.feed.localized_text import Text
from kiosk.feed.models import Feed

SWEDISH = "sv"
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip

LANGUAGES = {
    "am": "amhariska", "ar": "arabiska", "bs": "bosniska", "ckb": "sorani", "de": "tyska",
    "en": "engelska", "es": "spanska", "fa": "persiska (farsi)", "fa_AF": "dari", "fi": "finska",
    "fr": "franska", "ku": "kurmanji", "pl": "polska", "ps": "pashto", "ro": "rumänska",
    "ru": "ryska", "so": "somaliska", "sq": "albanska", "ti": "tigrinska", "tr": "turkiska",
    "uk": "ukrainska", "ur": "urdu",
}  # fmt: skip
"""The Swedish names of the languages (Språkrådet)."""


class Letter(NamedTuple):
    """The subject and body of the e-mail; it does not identify the sender."""

    subject: str
    body: str


def letter(feed: Feed, office_id: str, topic_id: str, language: str, slot: Slot | None) -> Letter:
    """Return the e-mail about a topic at an office, for `slot` if given; it states the `language`."""
    topic = _swedish(feed, feed.topics[topic_id].title)
    when = f", {day_and_time(feed, slot)}" if slot else ""
    where = _swedish(feed, feed.offices[office_id].name)
    lines = ["Hej!", f"Jag vill boka en tid: {topic}{when}, {where}."]
    if language != SWEDISH:
        lines.append(f"Jag talar {_name(feed, language)}.")
    return Letter(f"Boka tid: {topic}{when}", "\n".join([*lines, "", "Mitt namn: ", "Mitt telefonnummer: "]))


def day_and_time(feed: Feed, slot: Slot) -> str:
    """Return the start of a slot in Swedish."""
    start = slot.start.astimezone(feed.zone)
    return f"{WEEKDAYS[start.weekday()]} {start.day} {MONTHS[start.month - 1]} kl. {start:%H:%M}"


def _swedish(feed: Feed, text: Text) -> str:
    return text.in_first(feed.chain(SWEDISH)).text


def _name(feed: Feed, language: str) -> str:
    known = feed.languages.get(language)
    return LANGUAGES.get(language) or (known.name if known else language)
