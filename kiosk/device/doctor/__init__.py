"""Diagnoses a device and suggests remedies. Changes nothing."""

from kiosk.device.doctor.all_diagnoses import diagnose
from kiosk.device.doctor.diagnosis import Diagnosis, Health

__all__ = ["Diagnosis", "Health", "diagnose"]
