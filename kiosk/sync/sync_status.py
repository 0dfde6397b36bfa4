"""The status of syncing, for the fleet view. It contains no secrets and no data about visitors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime

from kiosk.frozen import frozen


@frozen
class SyncStatus:
    """The state of one screen's feed, for a remote admin. Times are in UTC; None means never."""

    generation: str = ""
    """The id of the current generation, empty on a new device."""

    shown: str = ""
    """The id of the last generation that the player has shown."""

    looked_at: datetime | None = None
    """When the site was last polled, whatever the outcome."""

    reached_at: datetime | None = None
    """When the device last had everything that the site publishes."""

    problem: str = ""
    failures: int = 0
    """The number of failed polls in a row."""

    signed_until: datetime | None = None
    """When the first of the stored signatures expires."""

    admins_signed_until: datetime | None = None
    """When the first signature expires that only admins' keys can renew."""

    certificate_until: datetime | None = None
    """When the certificate of the site's host expires."""

    rejected: Mapping[str, str] = field(default_factory=dict)
    """The generations that could not be shown: the reason by id."""

    left_out_media: tuple[str, ...] = ()
    """The media that this screen does not show because decoding them is harmful, and why."""

    free_bytes: int = 0
