"""The published form of a feed: one `feed.yaml`, written as JSON, a subset of YAML 1.2 (section 1.3).

Only this program reads what is signed, so the format is chosen for speed.
"""

from __future__ import annotations

from typing import TypeVar

from kiosk.feed.constraints import adapter
from kiosk.feed.message_catalog import tr
from kiosk.feed.models import Feed
from kiosk.feed.problems import ContentError, Position, Problem, error

M = TypeVar("M")

MAX_FEED_BYTES = 32 << 20


def write_feed(feed: Feed) -> bytes:
    """Return the bytes of `feed.yaml`; equal feeds give equal bytes."""
    return adapter(type(feed)).dump_json(feed, exclude_defaults=True, by_alias=True) + b"\n"


def read_feed(data: bytes) -> Feed:
    """Return the feed in a published `feed.yaml`; raises `ContentError` if it is invalid."""
    return read_as(Feed, data, "feed.yaml")


def read_as(model: type[M], data: bytes, file: str) -> M:
    """Return the `model` in published bytes; raises `ContentError`."""
    from pydantic import ValidationError  # noqa: PLC0415  # the player does not load pydantic

    try:
        value: M = adapter(model).validate_json(data)
    except ValidationError as bad:
        raise ContentError([_problem(file, part["loc"], part["msg"]) for part in bad.errors()]) from bad
    return value


def _problem(file: str, where: tuple[int | str, ...], message: str) -> Problem:
    if not where:
        return error(Position(file), tr("{reason}", reason=message))
    return error(Position(file), tr("{place}: {reason}", place=".".join(map(str, where)), reason=message))
