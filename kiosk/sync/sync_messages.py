"""The messages between the player and the sync process: one JSON line in each direction."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, field, fields
from datetime import datetime
from pathlib import Path
from typing import Any

from kiosk.frozen import frozen
from kiosk.sync.sync_config import SyncConfig

MAX_LINE = 1 << 16  # bytes


@frozen
class SyncRequest:
    """One poll of the site: the device's settings, and the state of the player."""

    config: SyncConfig
    in_use: frozenset[str] = frozenset()
    """The ids of the generations that may be on the screen and must not be deleted."""

    rejected: Mapping[str, str] = field(default_factory=dict)
    """The generations that could not be shown and are not retried: the reason by id."""

    scrubbed_to: str = ""
    """Where the last poll stopped verifying the stored media."""

    clock_trusted: bool = False
    """Whether the device's clock is trusted; only then does it limit the lifetime of signatures."""

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


@frozen
class SyncOutcome:
    """The outcome of a poll: the id of a new or repaired generation, what else is new, and any problem."""

    generation: str = ""
    slots: bool = False
    live: bool = False
    unshowable: tuple[str, str] | None = None
    """The id of a feed that this version cannot show, and why."""

    problem: str = ""
    failed: bool = False
    """Whether the next poll may succeed without a change on the site."""

    signed_until: datetime | None = None
    admins_signed_until: datetime | None = None
    """When the first signature expires that only admins' keys can renew."""

    certificate_until: datetime | None = None
    """When the certificate of the site's host expires."""

    scrubbed_to: str = ""
    left_out_media: tuple[str, ...] = ()
    """The media that this screen does not show because decoding them is harmful, and why."""

    def line(self) -> bytes:
        """Return what `read_outcome` reads."""
        return _line(asdict(self))


def read_request(line: bytes) -> SyncRequest:
    """Return the request in a line; raises `ValueError`."""
    request = json.loads(line)
    given = request["config"]
    paths = {
        name: Path(given[name])
        for name in ("root", "state", "ca", "baked", "proxy_password")
        if name in given
    }
    config = SyncConfig(**given | paths)
    return SyncRequest(
        config,
        frozenset(request["in_use"]),
        request["rejected"],
        request["scrubbed_to"],
        request["clock_trusted"],
    )


_ENDS = ("signed_until", "admins_signed_until", "certificate_until")


def read_outcome(line: bytes) -> SyncOutcome:
    """Return the outcome in a line; raises `ValueError`."""
    outcome: dict[str, Any] = json.loads(line)
    if not isinstance(outcome, dict) or outcome.keys() != {each.name for each in fields(SyncOutcome)}:
        raise ValueError("not the outcome of a poll")
    ends = {name: outcome[name] and datetime.fromisoformat(outcome[name]) for name in _ENDS}
    unshowable = outcome["unshowable"] and tuple(outcome["unshowable"])
    return SyncOutcome(
        **outcome
        | ends
        | {
            "unshowable": unshowable,
            "left_out_media": tuple(outcome["left_out_media"]),
        }
    )


def _line(outcome: dict[str, Any]) -> bytes:
    return json.dumps(outcome, default=datetime.isoformat).encode() + b"\n"
