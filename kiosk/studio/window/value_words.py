"""A value of the feed in readable form: names instead of keys and ids, one line per field. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from unicodedata import bidirectional

from kiosk.feed.message_catalog import in_language, tr
from kiosk.feed.models import Feed, Media
from kiosk.publish.json_differences import MISSING
from kiosk.publish.three_way import Path
from kiosk.studio.core.repeat_words import rule_sentence
from kiosk.studio.window.field_names import NO, VALUE_NAMES, YES
from kiosk.studio.window.part_names import own_name, place_name

MEDIA = "media/"

_PARTS = {
    "slides": "slides",
    "screens": "screens",
    "office": "offices",
    "offices": "offices",
    "topic": "topics",
    "topics": "topics",
}
"""The folder of the parts that a key refers to."""


def value_in_words(feed: Feed | None, path: Path, value: object, language: str) -> str:
    """Return the whole value at a path, in words."""
    if value is MISSING:
        return in_language(tr("(removed)"), language)
    if isinstance(value, Media):
        return in_language(tr("a file of {size} kB", size=-(-value.size // 1024)), language)
    if isinstance(value, Mapping) or (isinstance(value, list) and _has_fields(value)):
        return "\n".join(_lines(feed, (), value, language))
    return _leaf(feed, path, value, language)


def _has_fields(items: list[object]) -> bool:
    return any(isinstance(each, Mapping | list) for each in items)


def _lines(feed: Feed | None, path: Path, value: object, language: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, each in value.items():
            shown = _rule(each, value.get("since"), language) if key == "repeat" else each
            yield from _lines(feed, (*path, key), shown, language)
    elif isinstance(value, list) and _has_fields(value):
        for place, each in enumerate(value):
            yield from _lines(feed, (*path, place), each, language)
    else:
        shown = _leaf(feed, path, value, language).rstrip()
        between = "\n" if "\n" in shown else " "
        yield f"{_isolated(place_name(feed, path, language))}:{between}{_isolated(shown)}"


def _isolated(text: str) -> str:
    """Isolate right-to-left text from the text beside it (UAX 9)."""
    return f"\u2068{text}\u2069" if any(bidirectional(each) in {"R", "AL"} for each in text) else text


def _leaf(feed: Feed | None, path: Path, value: object, language: str) -> str:
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    if isinstance(value, list):
        return ", ".join(_leaf(feed, path, each, language) for each in value)
    if isinstance(value, bool):
        return in_language(YES if value else NO, language)
    if isinstance(value, str) and value in VALUE_NAMES.get(key, {}):
        return in_language(VALUE_NAMES[key][value], language)
    if isinstance(value, str) and key in _PARTS:
        return own_name(feed, _PARTS[key], value, language)
    if isinstance(value, str) and feed and key in _LANGUAGES and value in feed.languages:
        return feed.languages[value].name
    return "" if value is None else str(value).removeprefix(MEDIA)


_LANGUAGES = {"languages", "slide_languages", "drafts"}


def _rule(rule: object, since: object, language: str) -> str:
    """Return a rule in words; the rule itself if it cannot be read."""
    try:
        first = date.fromisoformat(since) if isinstance(since, str) else date.min
        return in_language(rule_sentence(str(rule), first), language)
    except (KeyError, ValueError):
        return str(rule)
