"""The published form of a feed: one `feed.yaml`, written in the JSON that every YAML 1.2 reader also reads.

What is signed is read by one program only, so it is written for speed: JSON is a subset of YAML 1.2
(section 1.3).
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
    """Return the feed in a published `feed.yaml`; raises `ContentError` if it cannot be shown."""
    return read_as(Feed, data, "feed.yaml")


def read_as(model: type[M], data: bytes, file: str) -> M:
    """Return the `model` that published bytes hold; raises `ContentError`."""
    from pydantic import ValidationError  # noqa: PLC0415  # the player loads no pydantic

    try:
        value: M = adapter(model).validate_json(data)
    except ValidationError as bad:
        raise ContentError([_problem(file, part["loc"], part["msg"]) for part in bad.errors()]) from bad
    return value


def _problem(file: str, where: tuple[int | str, ...], message: str) -> Problem:
    if not where:
        return error(Position(file), tr("{reason}", reason=message))
    return error(Position(file), tr("{place}: {reason}", place=".".join(map(str, where)), reason=message))
