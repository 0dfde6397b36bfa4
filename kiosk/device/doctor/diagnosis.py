"""The result of one check."""

from __future__ import annotations

from enum import StrEnum

from kiosk.frozen import frozen


class Health(StrEnum):
    """The severity; a warning does not stop the kiosk."""

    WELL = "well"
    WARNING = "warning"
    WRONG = "wrong"


@frozen
class Diagnosis:
    """What was checked, its severity, what was found, and the remedy."""

    subject: str
    health: Health
    seen: str
    remedy: str = ""


def well(subject: str, seen: str) -> Diagnosis:
    """Return a diagnosis without a problem."""
    return Diagnosis(subject, Health.WELL, seen)


def warning_diagnosis(subject: str, seen: str, remedy: str) -> Diagnosis:
    """Return a diagnosis that does not stop the kiosk."""
    return Diagnosis(subject, Health.WARNING, seen, remedy)


def failed_diagnosis(subject: str, seen: str, remedy: str) -> Diagnosis:
    """Return a diagnosis that must be fixed."""
    return Diagnosis(subject, Health.WRONG, seen, remedy)
