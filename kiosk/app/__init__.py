"""The composition root: `kiosk` wires the parts of one screen; the other modules are what it needs."""

from kiosk.app import before_qt  # noqa: F401  # as its name says
from kiosk.app.application import SignalWatch, make_application
from kiosk.app.kiosk import Kiosk
from kiosk.app.station import Station
from kiosk.app.unconfigured import Unconfigured

__all__ = ["Kiosk", "SignalWatch", "Station", "Unconfigured", "make_application"]
