"""The language of the commands' messages: that of the locale, unless an option overrides it."""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping
from contextvars import ContextVar
from typing import Annotated

import typer

from kiosk.feed.message_catalog import LANGUAGES

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""In order of precedence; the first that is set wins (POSIX.1-2024, XBD 8.2)."""

_chosen: ContextVar[str] = ContextVar("language", default="en")


def current() -> str:
    """Return the language of this command's messages."""
    return _chosen.get()


def choose(code: str = "") -> str:
    """Set the language of messages to `code`, or to that of the locale if it is empty; returns `code`."""
    if code and code not in LANGUAGES:
        raise typer.BadParameter(f"expected one of {', '.join(LANGUAGES)}, got {code!r}")
    _chosen.set(code or of_locale(os.environ))
    return code


def of_locale(environment: Mapping[str, str]) -> str:
    """Return the language of the locale if messages are translated into it, else English."""
    named = next((value for name in _VARIABLES if (value := environment.get(name))), "")
    if not named and os.name == "nt":
        named = locale.getlocale()[0] or ""  # such as "Swedish_Sweden"
    code = {"swedish": "sv", "english": "en"}.get(named.partition("_")[0].lower(), named[:2].lower())
    return code if code in LANGUAGES else "en"


Language = Annotated[
    str,
    typer.Option(
        "--language",
        help="The language of the messages, sv or en; by default that of the locale.",
        callback=choose,
    ),
]
