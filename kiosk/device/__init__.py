"""The composition root of a screen: `kiosk` builds and connects the parts in the other modules."""

from kiosk.device import plain_imports  # noqa: F401  # must precede the imports below
from kiosk.device.device_app import DeviceApp
from kiosk.device.kiosk import Kiosk
from kiosk.device.qt_application import SignalWatch, make_application
from kiosk.device.settings_error import Unconfigured

__all__ = ["DeviceApp", "Kiosk", "SignalWatch", "Unconfigured", "make_application"]
