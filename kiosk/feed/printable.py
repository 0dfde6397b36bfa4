"""Making text from outside safe to print on a terminal or in a log.

A web host, a folder's name or a signed text can hold escape sequences that rewrite a terminal, line breaks
that forge a log entry, or bidirectional controls that show words in a different order. Here all of these are
replaced by their code points, and passwords in addresses are removed.
"""

from __future__ import annotations

import json
import logging
import re
from types import TracebackType

MAX_CHARACTERS = 2000
"""The maximum length of a line in a log or an error; text to be signed is printed in full by `printable`."""

_INVISIBLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2065\u2800\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8\ufffc"
    "\U0001d159\U000e0000-\U000e0fff]"
)
"""Fillers, selectors and blanks that Unicode counts among the letters, marks and symbols: nothing is drawn
for them (`Default_Ignorable_Code_Point` in the Unicode Character Database, and three blank ones)."""

_PASSWORD = re.compile(r"(?<=://)([^\s/:@\[]*):(?![0-9]{0,5}(?:[/\s]|$))[^\s]*@")
"""The user and the password before the host of an address (RFC 3986, section 3.2.1), up to the last `@`.

A port number followed by a path is not a password, even if the path contains an `@`.
"""


def is_visible(text: str) -> bool:
    """Return whether every character of `text` is visible; of all spaces, only the ordinary one is."""
    return text.isprintable() and not draws_nothing(text)


def draws_nothing(text: str) -> bool:
    """Return whether `text` contains a filler, selector or blank (see `_INVISIBLE`)."""
    return not text.isascii() and _INVISIBLE.search(text) is not None


def printable(text: str) -> str:
    """Return `text` with every invisible character replaced by its code point."""
    return text if is_visible(text) else "".join(map(_visible, text))


def _visible(character: str) -> str:
    if is_visible(character):
        return character
    point = ord(character)
    if point <= 0xFF:  # noqa: PLR2004  # as Python writes them
        return f"\\x{point:02x}"
    return f"\\u{point:04x}" if point <= 0xFFFF else f"\\U{point:08x}"  # noqa: PLR2004  # likewise


def without_passwords(text: str) -> str:
    """Return `text` with the password of every address in it replaced by dots."""
    return _PASSWORD.sub(r"\1:…@", text)


def safe_line(text: object, limit: int = MAX_CHARACTERS) -> str:
    """Return `text` as one printable line of bounded length, without passwords."""
    line = printable(without_passwords(str(text)))
    return line if len(line) <= limit else f"{line[:limit]}…"


def printable_json(value: object) -> str:
    """Return `value` as indented JSON, with every invisible character escaped."""
    lines = without_passwords(json.dumps(value, ensure_ascii=False, indent=2)).split("\n")
    return "\n".join("".join(map(_json_visible, line)) for line in lines)


def printable_value(value: object) -> str:
    """Return all of `value` as JSON on one line, with every invisible character escaped."""
    return "".join(map(_json_visible, json.dumps(value, ensure_ascii=False)))


def _json_visible(character: str) -> str:
    return character if is_visible(character) else json.dumps(character)[1:-1]


class PrintableFormatter(logging.Formatter):
    """Writes each log record as one safe line, and each line of its traceback as one."""

    def format(self, record: logging.LogRecord) -> str:
        """See `logging.Formatter.format`."""
        message = safe_line(record.getMessage())
        safe = {"msg": message, "args": (), "exc_text": None}  # another handler may have cached it raw
        return super().format(logging.makeLogRecord(record.__dict__ | safe))

    def formatException(  # noqa: N802  # logging's name
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        """See `logging.Formatter.formatException`."""
        return "\n".join(map(safe_line, super().formatException(ei).split("\n")))
