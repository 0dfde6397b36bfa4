"""One thing that was looked at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Health(StrEnum):
    """How something is; a warning does not stop the kiosk."""

    WELL = "well"
    WARNING = "warning"
    WRONG = "wrong"


@dataclass(frozen=True)
class Diagnosis:
    """What was looked at, how it is, what was seen, and how to mend it."""

    subject: str
    health: Health
    seen: str
    remedy: str = ""


def well(subject: str, seen: str) -> Diagnosis:
    """Return a finding with which nothing is wrong."""
    return Diagnosis(subject, Health.WELL, seen)


def warning(subject: str, seen: str, remedy: str) -> Diagnosis:
    """Return a finding that the kiosk can live with."""
    return Diagnosis(subject, Health.WARNING, seen, remedy)


def wrong(subject: str, seen: str, remedy: str) -> Diagnosis:
    """Return a finding that must be mended."""
    return Diagnosis(subject, Health.WRONG, seen, remedy)
