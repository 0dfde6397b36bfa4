"""The identity of the machine (name, system, hardware), its temperature, and the memory of this process."""

from __future__ import annotations

import os
import platform
from functools import cache
from pathlib import Path

from kiosk.frozen import frozen

THERMAL = Path("/sys/class/thermal")
DMI = Path("/sys/class/dmi/id")
DEVICE_TREE = Path("/proc/device-tree/model")


@frozen
class MachineIdentity:
    """Host name, operating system and hardware model; empty where unknown."""

    hostname: str
    os: str
    model: str


@cache
def machine_identity() -> MachineIdentity:
    """Return the identity of this machine, read once."""
    return MachineIdentity(platform.node(), os_name(), hardware_model())


def os_name() -> str:
    """Return the name of the operating system, such as `Debian GNU/Linux 13 (trixie)`."""
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return platform.platform()


def hardware_model(dmi: Path = DMI, device_tree: Path = DEVICE_TREE) -> str:
    """Return the vendor and model of the hardware, from a PC's firmware or a board's device tree."""
    pc_model = " ".join(filter(None, (_line(dmi / name) for name in ("sys_vendor", "product_name"))))
    return pc_model or _line(device_tree)


def _line(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip(" \n\0")
    except OSError:
        return ""


def temperature_c(folder: Path = THERMAL) -> float | None:
    """Return the temperature of the hottest zone in degrees Celsius; None without a sensor."""
    temperatures = []
    for zone in folder.glob("thermal_zone*/temp"):
        try:
            temperatures.append(int(zone.read_text(encoding="ascii")) / 1000)
        except (OSError, ValueError):
            continue
    return max(temperatures, default=None)


def memory_mb() -> float:
    """Return the resident memory of this process, in MB (10⁶ bytes)."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
