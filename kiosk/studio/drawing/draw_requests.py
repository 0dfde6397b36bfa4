"""What the Studio asks its drawing process for, and what that answers: plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.feed.models import Feed


@dataclass(frozen=True)
class DrawnFeed:
    """The feed that slides are drawn from, and the moment that they are seen at."""

    feed: Feed
    folder: Path
    now: datetime


@dataclass(frozen=True)
class DrawRequest:
    """One slide on one screen in one language; `key` names the picture for the one who asks."""

    key: str
    screen: str
    slide: str
    language: str
    width: int = 960
    """Pixels of the longer side of the picture: the Studio shows it smaller than the screen does."""

    at: datetime | None = None
    """The moment that it is seen at; that of the feed if not given."""


@dataclass(frozen=True)
class DrawnFault:
    """One thing that is wrong on a picture, or with the file in a `field` of the slide."""

    message: str
    field: str = ""


@dataclass(frozen=True)
class DrawReply:
    """A picture as PNG, empty if it cannot be drawn, and what is wrong on it."""

    key: str
    png: bytes
    findings: tuple[DrawnFault, ...] = ()
