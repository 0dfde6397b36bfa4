"""A warning to the public as pages: what to do in each language in turn, beside the sender's own words.

The instruction is the feed's, by the kind of the alert. The sender's words are shown in full, on as many
pages as they need, after the first language; a long headline is the first of them, and only its beginning
stands beside the instructions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.feed.alert_rules import AlertKind
from kiosk.ui.phrases import any_direction, phrases
from kiosk.ui.screen_context import ScreenContext
from kiosk.ui.slides.slide_card import SlideContent

if TYPE_CHECKING:
    from kiosk.live.live_data import Alert

ALERT_DWELL_S = 10.0
PAGE = 100
"""Characters of the sender's words on a page, read from afar."""

BESIDE = 60
"""Characters of the headline beside an instruction, in letters that are large enough."""

LINE = 30
"""Characters of the headline on one line."""

CUT = "\u00a0…"
"""The end of a headline whose rest is on a page of its own."""

MOST_WARNINGS = 2
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


def alert_contents(
    alerts: tuple[Alert, ...], context: ScreenContext, languages: tuple[str, ...] = ()
) -> tuple[SlideContent, ...]:
    """Return the pages of all alerts, one after the other; at least one if there is an alert.

    They are in the languages of the screen, unless others are given.
    """
    turns = languages or context.screen.turns
    return tuple(page for alert in alerts for page in _pages(alert, context, turns))


def warning_contents(
    alerts: tuple[Alert, ...], context: ScreenContext, language: str
) -> tuple[SlideContent, ...]:
    """Return the headlines of warnings that interrupt nothing, as pages after the weather."""
    return tuple(
        replace(_page(alert, context, language, body=any_direction(words)), kind="warning", figure="")
        for alert in alerts[:MOST_WARNINGS]
        for words in parts(alert.headline, PAGE)
    )


def _pages(alert: Alert, context: ScreenContext, languages: tuple[str, ...]) -> Iterator[SlideContent]:
    for place, language in enumerate(languages):
        yield _instruction(alert, context, language)
        if place == 0:
            yield from _words(alert, context)


def _words(alert: Alert, context: ScreenContext) -> Iterator[SlideContent]:
    """Yield the sender's words; the headline stands beside them only if it takes no more than a line."""
    headline = alert.headline if len(alert.headline) > BESIDE else ""
    for words in (*parts(headline, PAGE), *parts(alert.words, PAGE)):
        page = _page(alert, context, SWEDISH, body=words)
        yield page if len(alert.headline) <= LINE else replace(page, figure="")


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
        figure=any_direction(_beside(alert.headline)),
    )


def _beside(headline: str) -> str:
    """Return a headline, or as much of it as has room beside an instruction."""
    if len(headline) <= BESIDE:
        return headline
    return _filled(headline, BESIDE - len(CUT))[0][: BESIDE - len(CUT)] + CUT


def parts(text: str, most: int) -> list[str]:
    """Return a text in as few parts of at most `most` characters as it needs, of much the same length."""
    found = _filled(text, most)
    shorter = range(len(text) // max(len(found), 1), most)
    return next((each for size in shorter if len(each := _filled(text, size)) == len(found)), found)


def _filled(text: str, most: int) -> list[str]:
    """Return a text in parts of at most `most` characters, divided between words."""
    found: list[str] = []
    for word in text.split():
        if found and len(found[-1]) + 1 + len(word) <= most:
            found[-1] += f" {word}"
        else:
            found.append(word)
    return found
