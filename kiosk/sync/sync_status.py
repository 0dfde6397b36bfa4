"""How syncing goes, as one value for the fleet view; it holds no secret and nothing of a visitor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class SyncStatus:
    """What an admin far away wants to know of one screen's feed. Times are in UTC, None before the first."""

    generation: str = ""
    """The id of the generation that is current, empty on a new device."""

    shown: str = ""
    """The id of the last generation that the player has really shown."""

    looked_at: datetime | None = None
    """When the site was last asked, with whatever outcome."""

    reached_at: datetime | None = None
    """When everything that the site shows was last here."""

    problem: str = ""
    failures: int = 0
    """How many looks in a row have failed."""

    signed_until: datetime | None = None
    """When the first signature of what is here runs out."""

    rejected: Mapping[str, str] = field(default_factory=dict)
    """Why, by id, generations were not shown."""

    left_out_media: tuple[str, ...] = ()
    """The media that this screen does not show because decoding them is harmful, and why."""

    free_bytes: int = 0
