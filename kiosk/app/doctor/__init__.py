"""What is wrong with a device, and how to mend it. Looks and asks; changes nothing."""

from kiosk.app.doctor.finding import Finding, Health
from kiosk.app.doctor.visit import examine

__all__ = ["Finding", "Health", "examine"]
