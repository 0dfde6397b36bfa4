"""What the player and the sync process tell each other: one JSON line each way."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime
from pathlib import Path
from typing import Any

from kiosk.sync.sync_config import SyncConfig

MAX_LINE = 1 << 16  # bytes


@dataclass(frozen=True)
class SyncRequest:
    """One poll of the site: what the device was told, and what the player holds at the moment."""

    config: SyncConfig
    in_use: frozenset[str] = frozenset()
    """The ids of generations that may be on the screen; they are not deleted."""

    rejected: Mapping[str, str] = field(default_factory=dict)
    """Why, by id, generations could not be shown; they are not tried again."""

    scrubbed_to: str = ""
    """Where the last poll stopped checking the stored media."""

    clock_trusted: bool = False
    """Whether the clock of the device is right; only then it bounds how long a signature may last."""

    def line(self) -> bytes:
        """Return what `read_request` reads."""
        config = {name: str(value) for name, value in asdict(self.config).items() if value is not None}
        return _line(
            {
                "config": config,
                "in_use": sorted(self.in_use),
                "rejected": dict(self.rejected),
                "scrubbed_to": self.scrubbed_to,
                "clock_trusted": self.clock_trusted,
            }
        )


@dataclass(frozen=True)
class SyncOutcome:
    """What a poll brought: the id of a new or repaired generation, whether new times, and what went wrong."""

    generation: str = ""
    slots: bool = False
    unshowable: tuple[str, str] | None = None
    """The id of a feed that this version cannot show, and why."""

    problem: str = ""
    failed: bool = False
    """Whether the problem may be gone at the next poll without a change on the site."""

    signed_until: datetime | None = None
    scrubbed_to: str = ""
    left_out_media: tuple[str, ...] = ()
    """The media that this screen does not show because decoding them is harmful, and why."""

    def line(self) -> bytes:
        """Return what `read_outcome` reads."""
        return _line(asdict(self))


def read_request(line: bytes) -> SyncRequest:
    """Return the request in a line; raises `ValueError`."""
    told = json.loads(line)
    given = told["config"]
    paths = {name: Path(given[name]) for name in ("root", "state", "ca", "baked") if name in given}
    config = SyncConfig(**given | paths)
    return SyncRequest(
        config, frozenset(told["in_use"]), told["rejected"], told["scrubbed_to"], told["clock_trusted"]
    )


def read_outcome(line: bytes) -> SyncOutcome:
    """Return the outcome in a line; raises `ValueError`."""
    told: dict[str, Any] = json.loads(line)
    if not isinstance(told, dict) or told.keys() != {each.name for each in fields(SyncOutcome)}:
        raise ValueError("not the outcome of a poll")
    until = told["signed_until"]
    unshowable = told["unshowable"] and tuple(told["unshowable"])
    return SyncOutcome(
        **told
        | {
            "signed_until": until and datetime.fromisoformat(until),
            "unshowable": unshowable,
            "left_out_media": tuple(told["left_out_media"]),
        }
    )


def _line(told: dict[str, Any]) -> bytes:
    return json.dumps(told, default=datetime.isoformat).encode() + b"\n"
