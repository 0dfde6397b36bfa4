"""The composition root: `kiosk` wires the parts of one screen; the other modules are what it needs."""

from kiosk.app.kiosk import Kiosk, SignalWatch, make_application

__all__ = ["Kiosk", "SignalWatch", "make_application"]
