"""A warning to the public as pages: what to do in each language in turn, beside the sender's own words.

The instruction is the feed's, by the kind of the alert. The sender's words are shown in full, on as many
pages as they need, after the first language.
"""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.feed.alert_rules import AlertKind
from kiosk.live.live_data import Alert
from kiosk.ui.phrases import any_direction, phrases
from kiosk.ui.screen_context import ScreenContext
from kiosk.ui.slides.slide_card import SlideContent

ALERT_DWELL_S = 10.0
PAGE = 130
"""Characters of the sender's words on a page, read from afar."""

SWEDISH = "sv"
ICONS: dict[AlertKind, str] = {
    "gas": "danger-gas",
    "fire": "danger-fire",
    "water": "danger-water",
    "weather": "danger-weather",
    "evacuation": "danger-evacuation",
    "all_clear": "check",
    "other": "alert",
}


def alert_contents(alerts: tuple[Alert, ...], context: ScreenContext) -> tuple[SlideContent, ...]:
    """Return the pages of all alerts, one after the other; at least one if there is an alert."""
    return tuple(page for alert in alerts for page in _pages(alert, context))


def _pages(alert: Alert, context: ScreenContext) -> Iterator[SlideContent]:
    for place, language in enumerate(context.screen.turns):
        yield _instruction(alert, context, language)
        if place == 0:
            for words in parts(alert.words, PAGE):
                yield _page(alert, context, SWEDISH, body=words)


def _instruction(alert: Alert, context: ScreenContext, language: str) -> SlideContent:
    """Return what to do in one language, and the sender's headline."""
    text = context.localized(context.feed.alert_texts.of(alert.kind), language)
    return _page(alert, context, language, body=text.text)


def _page(alert: Alert, context: ScreenContext, language: str, *, body: str) -> SlideContent:
    say = phrases(language)
    return SlideContent(
        "alert",
        language,
        tone="leaf" if alert.kind == "all_clear" else "sun",
        rtl=context.is_rtl(language),
        transition="cut",
        icon=ICONS[alert.kind],
        title=say.say("warning") if alert.kind != "all_clear" else "",
        state=say.say("exercise") if alert.exercise else "",
        body=body,
        figure=any_direction(alert.headline),
    )


def parts(text: str, most: int) -> list[str]:
    """Return a text in parts of at most `most` characters, divided between words."""
    found: list[str] = []
    for word in text.split():
        if found and len(found[-1]) + 1 + len(word) <= most:
            found[-1] += f" {word}"
        else:
            found.append(word)
    return found
