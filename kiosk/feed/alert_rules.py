"""Rules for the alerts that interrupt screens: senders, areas, minimum severity, and the texts to show.

Admins sign the rules with the feed, so the machine that publishes live data cannot add a sender.
"""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from kiosk.feed.constraints import Strict, limits
from kiosk.feed.localized_text import Text
from kiosk.feed.written_times import Duration
from kiosk.feed.written_values import Line
from kiosk.frozen import frozen

AlertKind = Literal["gas", "fire", "water", "weather", "evacuation", "all_clear", "other"]
"""What an alert is about; determines its pictogram and instruction."""

Severity = Literal["minor", "moderate", "severe", "extreme"]
Certainty = Literal["unlikely", "possible", "likely", "observed"]

SEVERITIES: tuple[str, ...] = get_args(Severity)
CERTAINTIES: tuple[str, ...] = get_args(Certainty)
"""In ascending order; a value that a sender leaves unknown ranks below all of them."""


@frozen(kw_only=True)
class AlertRule(Strict):
    """Which alerts of one source interrupt everything else."""

    senders: Annotated[tuple[Line, ...], limits(min_length=1, max_length=20)]
    """The trusted senders, as their alerts name them."""

    areas: Annotated[tuple[Line, ...], limits(max_length=50)] = ()
    """Codes of counties and municipalities, such as 01 and 0180; polygons are matched against the offices."""

    severity: Severity = "severe"
    certainty: Certainty = "likely"
    """The minimum severity and certainty of an alert that interrupts."""

    exercises: bool = False
    """Whether exercises are shown, marked as such; tests never are."""

    valid_for: Duration = 600.0
    """Seconds after which an answer of the source expires."""


@frozen(kw_only=True)
class AlertTexts(Strict):
    """The instructions to show, by kind of alert, in the languages of the feed; `other` is the default."""

    gas: Text | None = None
    fire: Text | None = None
    water: Text | None = None
    weather: Text | None = None
    evacuation: Text | None = None
    all_clear: Text | None = None
    other: Text | None = None

    def of(self, kind: AlertKind) -> Text | None:
        """Return the instruction for a kind of alert, or None if the feed has none."""
        own: Text | None = getattr(self, kind)
        return own or (None if kind == "all_clear" else self.other)

    def kinds(self) -> tuple[AlertKind, ...]:
        """Return the kinds that have their own instruction, and `other`."""
        kinds: tuple[AlertKind, ...] = get_args(AlertKind)
        return tuple(kind for kind in kinds if kind == "other" or getattr(self, kind) is not None)
