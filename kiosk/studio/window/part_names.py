"""The display names of parts of the feed. Pure."""

from __future__ import annotations

from kiosk.feed.message_catalog import in_language, tr
from kiosk.feed.models import Feed
from kiosk.studio.window import words
from kiosk.studio.window.field_names import FIELD_NAMES
from kiosk.studio.window.rows_shown import screen_name, slide_name, text_in


def part_name(feed: Feed | None, file: str, language: str) -> str:
    """Return the display name of a file of the feed, such as `Slide Welcome`."""
    kind, _, rest = file.partition("/")
    part = rest.removesuffix(".yaml")
    if not part:
        return in_language(words.KINDS["settings"], language)
    if kind not in words.KINDS:
        return rest
    name = tr("{kind} {name}", kind=words.KINDS[kind], name=own_name(feed, kind, part, language))
    return in_language(name, language)


def own_name(feed: Feed | None, kind: str, part: str, language: str) -> str:
    """Return the display name of a part in one of the folders; its id if it is not in the feed."""
    if feed and kind == "slides" and part in feed.slides:
        return slide_name(feed, part, language)
    if feed and kind == "screens":
        return screen_name(feed, part, language)
    if feed and kind == "offices" and part in feed.offices:
        return text_in(feed, feed.offices[part].name, language)
    if feed and kind == "topics" and part in feed.topics:
        return text_in(feed, feed.topics[part].title, language)
    return part


def place_name(feed: Feed | None, path: tuple[str | int, ...], language: str) -> str:
    """Return the display name of a value in a file: the names of its field and of its language."""
    return ", ".join(_step_name(feed, step, language) for step in path)


def _step_name(feed: Feed | None, step: str | int, language: str) -> str:
    if isinstance(step, int):
        return f"{step + 1}"
    if feed and step in feed.languages:
        return feed.languages[step].name
    return in_language(FIELD_NAMES.get(step, step), language)
