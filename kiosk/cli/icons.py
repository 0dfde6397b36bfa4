"""The pictograms that the product has, which a feed may name."""

from __future__ import annotations

from kiosk.resources import assets


def icons() -> frozenset[str]:
    """Return the names of all pictograms."""
    return frozenset(path.stem for path in (assets() / "icons").glob("*.svg"))
