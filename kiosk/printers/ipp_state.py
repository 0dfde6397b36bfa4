"""The condition and the paper of an IPP printer, from its attributes (RFC 8011, 5.4; PWG 5100.14)."""

from __future__ import annotations

import re

from kiosk.printers.ipp_client import Attributes
from kiosk.printers.printer import Condition, Paper

FORMAT = "image/pwg-raster"
WANTED_DPI = 300
MARGIN_MM = 10
"""Hardly any printer has larger unprintable margins."""

_A4 = "iso_a4_210x297mm"
_GREY = "sgray_8"
_DOTS_PER_INCH = 3
_STOPPED = 5
_NUMBER = r"[0-9]{1,5}(?:\.[0-9]{1,3})?"
_SIZE = re.compile(rf"_(?P<width>{_NUMBER})x(?P<height>{_NUMBER})(?P<unit>mm|in)$")  # PWG 5101.1, 5
_SIDES_MM = 40, 450
"""The minimum and maximum length of a side of a sheet; other sizes are ignored as implausible."""

_RANGE_DPI = 72, 1200
"""A ticket is drawn at the printer's resolution; a higher one would exhaust the kiosk's memory."""

_MM = {"mm": 1.0, "in": 25.4}
_RESOLUTIONS = ("pwg-raster-document-resolution-supported", "printer-resolution-supported")
_FORMATS = ("document-format-supported", "pwg-raster-document-type-supported")
_STATE = ("printer-state", "printer-state-reasons", "printer-is-accepting-jobs")
REQUESTED_ATTRIBUTES = (*_STATE, *_FORMATS, *_RESOLUTIONS, "media-ready", "media-default", "device-uri")
_REASONS = {
    "cover-open": Condition.COVER_OPEN,
    "door-open": Condition.COVER_OPEN,
    "interlock-open": Condition.COVER_OPEN,
    "input-tray-missing": Condition.COVER_OPEN,
    "media-empty": Condition.PAPER_OUT,
    "media-needed": Condition.PAPER_OUT,
    "media-jam": Condition.UNKNOWN,
    "marker-supply-empty": Condition.UNKNOWN,
    "toner-empty": Condition.UNKNOWN,
    "no-pwg-raster": Condition.UNKNOWN,
    "other-error": Condition.UNKNOWN,
    "offline": Condition.OFFLINE,
    "shutdown": Condition.OFFLINE,
    "paused": Condition.OFFLINE,
    "stopped": Condition.OFFLINE,
    "stopped-partly": Condition.OFFLINE,
    "connecting-to-device": Condition.OFFLINE,
    "timed-out": Condition.OFFLINE,
    "media-low": Condition.PAPER_LOW,
}
"""The condition for each reason (RFC 8011, 5.4.12); the first that applies is reported."""

_SEVERITY = re.compile(r"-(report|warning|error)$")


def condition_of(attributes: Attributes, device: Attributes | None = None) -> tuple[Condition, str]:
    """Return the condition of a printer, or of a queue and the device behind it, and the reasons.

    The reasons that a queue reports are ignored if its device can be queried: they describe the device as it
    was after the last job.
    """
    reporter = attributes if device is None else device
    reasons = _derived(attributes) + ([] if device is None else _derived(device)) + _reported(reporter)
    known = set(map(_known, reasons))
    conditions = (condition for reason, condition in _REASONS.items() if reason in known)
    return next(conditions, Condition.READY), ", ".join(reasons)


def paper_of(attributes: Attributes) -> Paper:
    """Return the loaded sheet, at the resolution to draw for."""
    ready, default = text_values(attributes, "media-ready"), text_values(attributes, "media-default")
    loaded = [name for name in default if name in ready or not ready] + [*ready]
    name, sides = next((name, sides) for name in [*loaded, _A4] if (sides := _sides_mm(name)))
    dpi = _dpi(attributes)
    width, height = (round(side / 25.4 * dpi) for side in sides)
    return Paper(width, height, dpi, round(MARGIN_MM / 25.4 * dpi), name)


def _sides_mm(name: str) -> tuple[float, float] | None:
    """Return the width and height in the name of a sheet size; None if missing or implausible."""
    size = _SIZE.search(name)
    if not size:
        return None
    width, height = (float(size[side]) * _MM[size["unit"]] for side in ("width", "height"))
    shortest, longest = _SIDES_MM
    return (width, height) if shortest <= min(width, height) <= max(width, height) <= longest else None


def text_values(attributes: Attributes, name: str) -> tuple[str, ...]:
    """Return the text values of an attribute."""
    return tuple(value for value in attributes.get(name, ()) if isinstance(value, str))


def _dpi(attributes: Attributes) -> int:
    """Return the supported resolution that is closest to `WANTED_DPI`."""
    resolutions = (value for name in _RESOLUTIONS for value in attributes.get(name, ()))
    lowest, highest = _RANGE_DPI
    square = [
        v[0]
        for v in resolutions
        if isinstance(v, tuple) and v[0] == v[1] and v[2] == _DOTS_PER_INCH and lowest <= v[0] <= highest
    ]
    return min(square, key=lambda dpi: abs(dpi - WANTED_DPI), default=WANTED_DPI)


def _known(reason: str) -> str:
    """Return the reason as a key of `_REASONS`; unknown errors become `other-error`."""
    bare = _SEVERITY.sub("", reason)
    return bare if bare in _REASONS or not reason.endswith("-error") else "other-error"


def _reported(attributes: Attributes) -> list[str]:
    """Return the reasons that a printer reports."""
    return [reason for reason in text_values(attributes, "printer-state-reasons") if reason != "none"]


def _derived(attributes: Attributes) -> list[str]:
    """Return why a printer or queue cannot accept a job, according to its other attributes."""
    reasons = []
    if attributes.get("printer-state") == (_STOPPED,):
        reasons.append("stopped")
    if attributes.get("printer-is-accepting-jobs") == (False,):
        reasons.append("paused")
    if not _accepts_our_format(attributes):
        reasons.append("no-pwg-raster")
    return reasons


def _accepts_our_format(attributes: Attributes) -> bool:
    """Return whether the printer accepts our raster format; CUPS queues convert between raster types."""
    formats, kinds = (text_values(attributes, name) for name in _FORMATS)
    return FORMAT in formats and (not kinds or _GREY in kinds)
