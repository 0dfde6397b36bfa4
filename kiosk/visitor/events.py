"""The events of a visitor's session, and the accessibility settings."""

from __future__ import annotations

from datetime import date

from kiosk.booking.slots import Slot
from kiosk.frozen import frozen

TEXT_SCALES = (1.0, 1.5, 2.0)
VOLUMES = (0.25, 0.5, 0.75, 1.0)


@frozen
class Ease:
    """The accessibility settings: indices into `TEXT_SCALES` and `VOLUMES`, and three switches."""

    text_size: int = 0
    contrast: bool = False
    lower: bool = False
    listening: bool = False
    volume: int = 1


@frozen
class Touched:
    """The screen was touched anywhere; `language` is the language of the slide on it, if there was one."""

    language: str | None = None


@frozen
class TouchedTopic:
    """A slide about the topic `id`, shown in `language`, was touched."""

    id: str
    language: str


@frozen
class AskedLanguage:
    """The visitor wants another language."""


@frozen
class ChoseLanguage:
    """The visitor reads the language `code`."""

    code: str


@frozen
class ChoseTopic:
    """The visitor wants help with the topic `id`."""

    id: str


@frozen
class AskedSearch:
    """The visitor wants to search for a topic."""


@frozen
class Searched:
    """The visitor has typed `query` so far."""

    query: str


@frozen
class AskedPerson:
    """The visitor wants to talk to a person."""


@frozen
class Eased:
    """The visitor changed the accessibility settings to `ease`."""

    ease: Ease


@frozen
class Rated:
    """The visitor rates the visit with one of `FACES`."""

    face: int


@frozen
class Answered:
    """The visitor chose `answer`, one of the predefined answers to the second question."""

    answer: str


@frozen
class AskedDays:
    """The visitor wants to see all days with free times at this office."""

    office: str


@frozen
class ChoseDay:
    """The visitor wants to see all times of this day."""

    day: date


@frozen
class ChoseSlot:
    """The visitor wants this time."""

    slot: Slot


@frozen
class ChoseOffice:
    """The visitor wants this office, without a time: by phone, by e-mail or at the desk."""

    office: str


@frozen
class Back:
    """Go back one page."""


@frozen
class Home:
    """Start over: at once if nothing can be lost or if sent twice, otherwise after time to undo it."""


@frozen
class Stay:
    """The visitor confirms that they are still there."""


@frozen
class Tick:
    """The deadline may have passed."""


Event = (
    Touched | TouchedTopic | AskedLanguage | ChoseLanguage | ChoseTopic | AskedDays | ChoseDay | ChoseSlot
    | ChoseOffice | AskedSearch | Searched | AskedPerson | Eased | Rated | Answered
    | Back | Home | Stay | Tick
)  # fmt: skip
