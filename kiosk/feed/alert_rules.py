"""Who may alert the public on these screens, where, how serious it must be, and what is said to whom.

The rules are the admins', and signed with the feed: the machine of the live data can invent no sender.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, get_args

from kiosk.feed.constraints import Strict, limits
from kiosk.feed.localized_text import Text
from kiosk.feed.written_values import Duration, Line

AlertKind = Literal["gas", "fire", "water", "weather", "evacuation", "all_clear", "other"]
"""What an alert is about, for its pictogram and the instruction."""

Severity = Literal["minor", "moderate", "severe", "extreme"]
Certainty = Literal["unlikely", "possible", "likely", "observed"]

SEVERITIES: tuple[str, ...] = get_args(Severity)
CERTAINTIES: tuple[str, ...] = get_args(Certainty)
"""From the least to the most; what a sender leaves unknown counts as less than any."""


@dataclass(frozen=True, kw_only=True)
class AlertRule(Strict):
    """Which alerts of one source interrupt everything."""

    senders: Annotated[tuple[Line, ...], limits(min_length=1, max_length=20)]
    """The senders that are believed, as their alerts name them."""

    areas: Annotated[tuple[Line, ...], limits(max_length=50)] = ()
    """Codes of counties and municipalities, such as 01 and 0180; polygons are held against the offices."""

    severity: Severity = "severe"
    certainty: Certainty = "likely"
    """The least that interrupts."""

    exercises: bool = False
    """Whether exercises are shown, as exercises; tests never are."""

    valid_for: Duration = 600.0
    """Seconds after which what the source said is not believed any more."""


@dataclass(frozen=True, kw_only=True)
class AlertTexts(Strict):
    """What to do, by kind of alert, in the languages of the feed; `other` stands in for those not given."""

    gas: Text | None = None
    fire: Text | None = None
    water: Text | None = None
    weather: Text | None = None
    evacuation: Text | None = None
    all_clear: Text | None = None
    other: Text | None = None

    def of(self, kind: AlertKind) -> Text | None:
        """Return the instruction for a kind of alert, None if the feed has none."""
        own: Text | None = getattr(self, kind)
        return own or (None if kind == "all_clear" else self.other)
