"""Why a source could not be read.

SourceError
├── NoAnswer    nobody answered, or not in time, or the server is in trouble (5xx)
├── Refused     the credentials or the address are not accepted (401, 403, 404 …)
├── TooOften    the server wants to be left alone for `seconds` (429)
└── BadAnswer   what came is too large, too slow to read, or not what this kind of source says
"""

from __future__ import annotations


class SourceError(Exception):
    """A source that could not be read; its message is one line."""


class NoAnswer(SourceError):  # noqa: N818  # named for what happened
    """Nobody answered, or not in time."""


class Refused(SourceError):  # noqa: N818  # named for what happened
    """The server does not accept the credentials or the address."""


class TooOften(SourceError):  # noqa: N818  # named for what happened
    """The server was asked too often; it may be asked again after `seconds`."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        super().__init__(f"asked too often; it may be asked again in {seconds:.0f} s")


class BadAnswer(SourceError):  # noqa: N818  # named for what happened
    """What came is not what this kind of source says."""
