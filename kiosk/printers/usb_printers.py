"""Find the device file of a USB printer, created by the kernel's driver `usblp`."""

from __future__ import annotations

from pathlib import Path

SYSFS = Path("/sys/class/usbmisc")
DEVICES = Path("/dev/usb")


def device_file(vendor: str, product: str, sysfs: Path = SYSFS, devices: Path = DEVICES) -> Path:
    """Return the file of the printer with these ids, four hex digits each; raises `FileNotFoundError`.

    It is looked up each time, since a printer may get another number when it is reconnected.
    """
    for entry in sorted(sysfs.glob("lp*")):
        if _ids(entry) == (vendor, product):
            return devices / entry.name
    raise FileNotFoundError(f"no USB printer {vendor}:{product}")


def _ids(entry: Path) -> tuple[str, str] | None:
    """Return the ids of the USB device above the printer's interface."""
    device = (entry / "device").resolve().parent
    try:
        return (device / "idVendor").read_text().strip(), (device / "idProduct").read_text().strip()
    except OSError:
        return None
