"""Why a source could not be read.

SourceError
├── NoAnswer    no answer, or not in time, or a server error (5xx)
├── Refused     the credentials or the address are not accepted (401, 403, 404 …)
├── TooOften    the server asks for a pause of `seconds` (429)
└── BadAnswer   the answer is too large, too slow to read, or not valid for this kind of source
"""

from __future__ import annotations


class SourceError(Exception):
    """A source that could not be read; its message is one line."""


class NoAnswer(SourceError):  # noqa: N818  # named for what happened
    """There was no answer, or not in time."""


class Refused(SourceError):  # noqa: N818  # named for what happened
    """The server does not accept the credentials or the address."""


class TooOften(SourceError):  # noqa: N818  # named for what happened
    """The server was called too often; it may be called again after `seconds`."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        super().__init__(f"too many requests; it may be called again in {seconds:.0f} s")


class BadAnswer(SourceError):  # noqa: N818  # named for what happened
    """The answer is not valid for this kind of source."""
