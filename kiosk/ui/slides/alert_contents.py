"""A public warning as pages: what to do, in each language in turn, and the sender's own words.

The instruction comes from the feed, by the kind of alert. After the first language, the sender's words are
shown in full, on as many pages as they need. A long headline comes first among them, and only its beginning
is shown beside the instructions.
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
"""The maximum number of characters of the sender's words on a page, to be read from a distance."""

BESIDE = 60
"""The maximum number of characters of the headline beside an instruction, in large enough letters."""

LINE = 30
"""The number of characters of the headline that fit on one line."""

CUT = "\u00a0…"
"""The end of a headline that is cut short; the full headline has its own page."""

MAX_WARNINGS = 2
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

    They are in the screen's languages unless `languages` is given.
    """
    turns = languages or context.screen.turns
    return tuple(page for alert in alerts for page in _pages(alert, context, turns))


def warning_contents(
    alerts: tuple[Alert, ...], context: ScreenContext, language: str
) -> tuple[SlideContent, ...]:
    """Return the headlines of warnings that interrupt nothing, as pages to show after the weather."""
    return tuple(
        replace(_page(alert, context, language, body=any_direction(words)), kind="warning", figure="")
        for alert in alerts[:MAX_WARNINGS]
        for words in parts(alert.headline, PAGE)
    )


def _pages(alert: Alert, context: ScreenContext, languages: tuple[str, ...]) -> Iterator[SlideContent]:
    for place, language in enumerate(languages):
        yield _instruction(alert, context, language)
        if place == 0:
            yield from _words(alert, context)


def _words(alert: Alert, context: ScreenContext) -> Iterator[SlideContent]:
    """Yield the sender's words; the headline is shown beside them only if it fits on one line."""
    headline = alert.headline if len(alert.headline) > BESIDE else ""
    for words in (*parts(headline, PAGE), *parts(alert.words, PAGE)):
        page = _page(alert, context, SWEDISH, body=words)
        yield page if len(alert.headline) <= LINE else replace(page, figure="")


def _instruction(alert: Alert, context: ScreenContext, language: str) -> SlideContent:
    """Return the page that says what to do in one language, with the sender's headline."""
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
    """Return a headline, or as much of it as fits beside an instruction."""
    if len(headline) <= BESIDE:
        return headline
    return _split(headline, BESIDE - len(CUT))[0][: BESIDE - len(CUT)] + CUT


def parts(text: str, limit: int) -> list[str]:
    """Split a text between words into as few parts of at most `limit` characters as possible, evenly."""
    fewest = _split(text, limit)
    shorter = range(len(text) // max(len(fewest), 1), limit)
    return next((even for size in shorter if len(even := _split(text, size)) == len(fewest)), fewest)


def _split(text: str, limit: int) -> list[str]:
    """Split a text between words, with each part but the last as full as `limit` characters allow."""
    filled: list[str] = []
    for word in text.split():
        if filled and len(filled[-1]) + 1 + len(word) <= limit:
            filled[-1] += f" {word}"
        else:
            filled.append(word)
    return filled
