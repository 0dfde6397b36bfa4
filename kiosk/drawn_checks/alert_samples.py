"""Sample alerts for checks and previews: one of each kind that has its own texts, and long ones.

They depend only on the feed and the moment.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from kiosk.feed.alert_rules import AlertKind
from kiosk.feed.live_slides import WeatherSlide
from kiosk.frozen import frozen
from kiosk.live.live_data import Alert
from kiosk.ui.screen_context import ScreenContext
from kiosk.ui.slides.alert_contents import alert_contents, warning_contents
from kiosk.ui.slides.slide_card import SlideContent

_HEADLINES: dict[AlertKind, str] = {
    "gas": "Farlig rök från en brand",
    "fire": "Brand i en industrilokal",
    "water": "Koka dricksvattnet",
    "weather": "Röd varning för vind",
    "evacuation": "Lämna området",
    "all_clear": "Faran är över",
    "other": "Viktigt meddelande till allmänheten",
}
_LONG = (
    "Viktigt meddelande till allmänheten i Hässelby-Vällingby: kraftig rökutveckling vid en brand i en "
    "industrilokal, stanna inomhus tills vidare"
)
_WORDS = "Räddningstjänsten uppmanar alla i närheten av Johannelunds industriområde att genast gå inomhus."
"""About as long as the text on one page may be."""

_WARNING = "Gul varning från SMHI: snöfall, Stockholms län"
_LONG_WARNING = (
    "Orange varning från SMHI: plötslig ishalka och snöfall i kombination med vind, Västra Götalands län"
)
"""As long as the text on one page may be."""


@frozen
class AlertSample:
    """A page of an alert in its usual form, and in the other forms that it may take."""

    name: str
    content: SlideContent
    others: tuple[SlideContent, ...]


def alert_samples(context: ScreenContext, language: str, now: datetime) -> Iterator[AlertSample]:
    """Yield the pages of all alerts that may interrupt a screen; none if its feed has no alerts.

    Pages with the sender's own text, which is Swedish, come with the first language of the screen only.
    """
    if not context.feed.alerts:
        return
    if any(isinstance(slide, WeatherSlide) for slide in context.feed.slides.values()):
        yield _warning_sample(context, language, now)
    for kind in context.feed.alert_texts.kinds():
        usual = _alert(context, kind, now)
        long = replace(usual, headline=_LONG)
        forms = [usual, long]
        if any(rule.exercises for rule in context.feed.alerts.values()):
            forms.append(replace(long, exercise=True))
        first, *others = (alert_contents((form,), context, (language,)) for form in forms)
        yield AlertSample(kind, first[0], tuple(pages[0] for pages in others))
        if kind == "other" and language == context.screen.turns[0]:
            yield AlertSample("words", first[1], tuple(page for pages in others for page in pages[1:]))


def _warning_sample(context: ScreenContext, language: str, now: datetime) -> AlertSample:
    """Return the page, after the weather slide, of a warning that interrupts nothing."""
    usual = replace(_alert(context, "weather", now), headline=_WARNING)
    forms = usual, replace(usual, headline=_LONG_WARNING)
    first, *others = (warning_contents((form,), context, language) for form in forms)
    return AlertSample("warning", first[0], tuple(page for pages in others for page in pages))


def _alert(context: ScreenContext, kind: AlertKind, now: datetime) -> Alert:
    return Alert(
        identifier="sample",
        sender="sample",
        kind=kind,
        severity="severe",
        certainty="observed",
        start=now,
        end=now + timedelta(hours=1),
        headline=_HEADLINES[kind],
        words=_WORDS,
        offices=(context.office_id,),
    )
