"""Conditions for showing a slide: the weather, alerts, whether the office is open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from kiosk.feed.alert_rules import AlertKind
from kiosk.feed.constraints import Strict, before
from kiosk.frozen import frozen

Sky = Literal["clear", "partly", "cloudy", "fog", "rain", "sleet", "snow", "thunder"]
"""The state of the sky, or the precipitation."""

AlertState = Literal["none", "any"] | AlertKind


@frozen
class LiveFacts:
    """The current situation; None means unknown and meets no condition."""

    weather: Sky | None = None
    alerts: frozenset[AlertKind] | None = None
    open: bool | None = None


UNKNOWN = LiveFacts()
"""Nothing is known."""


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


@frozen(kw_only=True)
class SlideCondition(Strict):
    """The conditions for showing a slide; each key that is given must be met."""

    weather: Annotated[tuple[Sky, ...], before(_as_list, schema=Sky | tuple[Sky, ...])] = ()
    """The weather is one of these."""

    alert: AlertState | None = None
    """There is no alert, any alert, or an alert of this kind."""

    open: bool | None = None
    """Whether the screen's office is open."""

    def unmet(self, facts: LiveFacts) -> Iterator[str]:
        """Yield a description of each condition that is not met."""
        if self.weather and facts.weather not in self.weather:
            wanted = " or ".join(self.weather)
            yield f"weather {facts.weather or 'not known'}, not {wanted}"
        if self.alert is not None and not self._alert_is_met(facts.alerts):
            known = "not known" if facts.alerts is None else ", ".join(sorted(facts.alerts)) or "none"
            yield f"alert {known}, not {self.alert}"
        if self.open is not None and facts.open is not self.open:
            state = "not known to be open" if facts.open is None else "open" if facts.open else "closed"
            yield f"the office is {state}"

    def _alert_is_met(self, alerts: frozenset[AlertKind] | None) -> bool:
        if alerts is None:
            return False
        if self.alert == "none":
            return not alerts
        return bool(alerts) if self.alert == "any" else self.alert in alerts

    def is_met(self, facts: LiveFacts) -> bool:
        """Return whether all conditions are met."""
        return next(self.unmet(facts), None) is None
