"""The rows of the window's lists, built from the feed. Pure."""

from __future__ import annotations

from collections.abc import Collection

from kiosk.feed.localized_text import Text
from kiosk.feed.message_catalog import in_language, tr
from kiosk.feed.models import Feed
from kiosk.feed.slides import TopicSlide
from kiosk.frozen import frozen
from kiosk.studio.core.overview import ScreenNow
from kiosk.studio.window import words

_NAMES = ("title", "caption")


@frozen
class SeenScreen:
    """What is known about a screen apart from the feed."""

    picture: str = ""
    """The address of a picture of it; empty until there is one."""

    from_wall: bool = False
    """Whether the screen took the picture itself."""

    follows: str = ""
    trouble: str = ""
    """Why the device needs attention."""


@frozen
class ScreenRow:
    """One screen on the first page."""

    key: str
    title: str
    office: str
    now_text: str
    next_text: str
    fine: bool
    reason: str
    picture: str
    portrait: bool
    from_wall: bool
    follows: str
    """Whether it shows the last published version, in words; empty if that is unknown."""


@frozen
class ChoiceRow:
    """Something to choose, by its id."""

    key: str
    name: str


@frozen
class TickRow:
    """Something that is ticked or not, by its id."""

    key: str
    name: str
    on: bool


def screen_row(feed: Feed, on: ScreenNow, language: str, seen: SeenScreen) -> ScreenRow:
    """Return the row of a screen on the first page."""
    screen = feed.screens[on.screen]
    reason = ""
    if not on.slides:
        reason = in_language(words.NOTHING_ON, language)
    elif not on.fine:
        worst = on.problems[0]
        problem = tr("{file}: {message}", file=worst.position.file, message=worst.message)
        reason = in_language(problem, language)
    reason = reason or seen.trouble
    return ScreenRow(
        on.screen,
        screen_name(feed, on.screen, language),
        text_in(feed, feed.offices[on.office].name, language),
        slide_name(feed, on.slides[0], language) if on.slides else reason,
        _next_change(feed, on, language),
        on.fine and not seen.trouble,
        reason,
        seen.picture,
        screen.resolution.height > screen.resolution.width,
        seen.from_wall,
        seen.follows,
    )


def _next_change(feed: Feed, on: ScreenNow, language: str) -> str:
    """Return when the slides of a screen change next, and the first that is added or, if none, removed."""
    if on.until is None or set(on.then) == set(on.slides):
        return ""
    come = [slide for slide in on.then if slide not in on.slides]
    end = [slide for slide in on.slides if slide not in on.then]
    name = slide_name(feed, (come or end)[0], language)
    what = name if come else in_language(tr("without “{slide}”", slide=name), language)
    return f"{on.until.astimezone(feed.zone):%Y-%m-%d %H:%M}: {what}"


def screen_name(feed: Feed, screen: str, language: str) -> str:
    """Return the display name of a screen: its id without that of its office, and its office's name."""
    if screen not in feed.screens:
        return screen
    office = feed.screens[screen].office
    rest = screen.removeprefix(office).strip("-").replace("-", " ")
    name = text_in(feed, feed.offices[office].name, language)
    return f"{rest[0].upper()}{rest[1:]} · {name}" if rest else name


def slide_name(feed: Feed, slide: str, language: str) -> str:
    """Return the display name of a slide: its title, its caption or its topic, otherwise its id."""
    shown = feed.slides[slide]
    if isinstance(shown, TopicSlide):
        return text_in(feed, feed.topics[shown.topic].title, language)
    named = next((each for each in _NAMES if isinstance(getattr(shown, each, None), Text)), "")
    return text_in(feed, getattr(shown, named), language) if named else slide


def text_in(feed: Feed, text: Text, language: str) -> str:
    """Return a text in the language of the window, or in the first fallback language that it has."""
    return text.in_first(feed.chain(language)).text


def part_shown(parts: Collection[str], before: str) -> str:
    """Return the part that a page shows first: the one shown before if it still exists, or the first one."""
    return before if before in parts else next(iter(parts), "")
