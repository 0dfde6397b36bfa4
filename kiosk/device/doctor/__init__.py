"""What is wrong with a device, and how to mend it. Looks and asks; changes nothing."""

from kiosk.device.doctor.all_diagnoses import examine
from kiosk.device.doctor.diagnosis import Diagnosis, Health

__all__ = ["Diagnosis", "Health", "examine"]
