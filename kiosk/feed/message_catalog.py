"""Messages for the people who write a feed, in English and translated.

`tr` creates a message: a string with the English text that keeps its template and values. `in_language`
returns the same message in another language, from the catalog of that language. To add a message, write
`tr("… {name} …", name=name)` and add the template to `kiosk/feed/swedish_messages.py`; a test finds templates
without a translation, and translations whose placeholders differ.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, LiteralString

LANGUAGES = ("en", "sv")
"""The languages of messages; English is the language of the templates."""

_WEEKDAYS = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "sv": ("mån", "tis", "ons", "tor", "fre", "lör", "sön"),
}


class Message(str):  # noqa: SLOT000  # it is pickled with its attributes
    """A message in English, with its template and values for translation."""

    template: str
    values: Mapping[str, object]


def tr(template: LiteralString, /, **values: object) -> Message:
    """Return the message of a template with its `{placeholders}` filled in.

    A value that is itself a message is translated with it; a sequence is joined with commas; a `datetime` is
    written with its weekday. `{count:day|days}` chooses the word that fits a number, in both languages.
    """
    message = Message(_fill(template, values, "en"))
    message.template, message.values = template, values
    return message


def to_plain(text: str) -> object:
    """Return a message as a JSON value; an ordinary string is returned unchanged."""
    if not isinstance(text, Message):
        return text
    values = {name: _plain_value(each) for name, each in text.values.items()}
    return {"template": text.template, "values": values}


def _plain_value(value: object) -> object:
    if isinstance(value, str):
        return to_plain(value)
    return [_plain_value(each) for each in value] if isinstance(value, list | tuple) else value


def from_plain(value: Any) -> Any:  # noqa: ANN401  # any JSON value
    """Return the message of a value from `to_plain`; any other value is returned unchanged."""
    if isinstance(value, list):
        return [from_plain(each) for each in value]
    if not isinstance(value, dict):
        return value
    template, values = value["template"], {name: from_plain(each) for name, each in value["values"].items()}
    message = Message(_fill(template, values, "en"))
    message.template, message.values = template, values
    return message


def short_value(value: object) -> str:
    """Return a value in the form used in messages: short, and on one line."""
    if value is None:
        return tr("nothing")
    if isinstance(value, bool):
        return str(value).lower()
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else text[:57] + "…"  # noqa: PLR2004  # about half a terminal line


def error_message(error: Exception) -> str:
    """Return the message that an error was raised with, or its text."""
    first = error.args[0] if error.args else None
    return first if isinstance(first, Message) else str(error)


def in_language(text: str, language: str) -> str:
    """Return a message in one of `LANGUAGES`; an ordinary string is returned unchanged."""
    if not isinstance(text, Message) or language == "en":
        return text
    from kiosk.feed.swedish_messages import SWEDISH  # noqa: PLC0415  # devices never need it

    return _fill(SWEDISH.get(text.template, text.template), text.values, language)


def _fill(template: str, values: Mapping[str, object], language: str) -> str:
    return template.format(**{name: _value(value, language) for name, value in values.items()})


class _Number(int):
    """A number that chooses between two words: `{count:day|days}`."""

    def __format__(self, words: str) -> str:
        one, either, several = words.partition("|")
        return (one if self == 1 else several) if either else int.__format__(self, words)


def _value(value: object, language: str) -> object:
    if isinstance(value, str):
        return in_language(value, language)
    if type(value) is int:
        return _Number(value)
    if isinstance(value, datetime):
        return f"{_WEEKDAYS[language][value.weekday()]} {value:%Y-%m-%d %H:%M}"
    if isinstance(value, Sequence):
        return ", ".join(str(_value(each, language)) for each in value)
    return value
