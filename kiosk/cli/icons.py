"""The product's pictograms, which a feed may refer to."""

from __future__ import annotations

from kiosk.resources import assets


def icons() -> frozenset[str]:
    """Return the names of all pictograms."""
    return frozenset(path.stem for path in (assets() / "icons").glob("*.svg"))
