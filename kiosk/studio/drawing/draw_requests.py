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


@dataclass(frozen=True)
class DrawReply:
    """A picture as PNG, empty if it cannot be drawn, and what is wrong on it in words."""

    key: str
    png: bytes
    findings: tuple[str, ...] = ()
