"""The hardware: display, GPU, touch, disk, files and clock, read from Linux's interfaces."""

from __future__ import annotations

import os
import re
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

from kiosk.config import Config
from kiosk.device.clock_trust import has_battery_clock, is_synchronized
from kiosk.device.doctor.diagnosis import Diagnosis, failed_diagnosis, warning_diagnosis, well

SYS = Path("/sys/class/drm")
RENDER = Path("/dev/dri")
INPUT = Path("/proc/bus/input/devices")
DIRECT = 0x2
"""INPUT_PROP_DIRECT in linux/input-event-codes.h: a touchscreen, not a touchpad."""

LITTLE = 500_000_000  # bytes


def display(folder: Path = SYS) -> Diagnosis:
    """Check that a display is connected."""
    connected = [
        path.parent.name.split("-", 1)[-1]
        for path in sorted(folder.glob("card*-*/status"))
        if path.read_text(encoding="ascii").strip() == "connected"
    ]
    if connected:
        return well("display", f"connected: {', '.join(connected)}")
    return failed_diagnosis(
        "display", "no screen is connected", "plug it in and switch it on before the device starts"
    )


def gpu(folder: Path = RENDER) -> Diagnosis:
    """Check that this user may use a GPU."""
    nodes = sorted(folder.glob("renderD*"))
    if not nodes:
        return warning_diagnosis(
            "GPU", "none: everything is drawn by the processor", "check that the kernel's driver is loaded"
        )
    if not os.access(nodes[0], os.R_OK | os.W_OK):
        return failed_diagnosis(
            "GPU", f"{nodes[0]} may not be used", "add the user infodisk to the group render"
        )
    return well("GPU", nodes[0].name)


def touch(wanted: bool | None, file: Path = INPUT) -> Diagnosis:  # noqa: FBT001  # the value in the feed, or None
    """Check that there is a touchscreen if the feed says so."""
    devices = [block for block in _text(file).split("\n\n") if _is_touch(block)]
    names = [match[1] for block in devices if (match := re.search(r'N: Name="([^"]*)"', block))]
    if names:
        return well("touch", ", ".join(names))
    if wanted:
        return failed_diagnosis(
            "touch", "the feed says touch, but no touchscreen is found", "plug in its USB cable"
        )
    return well("touch", "none")


def _is_touch(block: str) -> bool:
    properties = re.search(r"B: PROP=([0-9a-f]+)", block)
    return properties is not None and bool(int(properties[1], 16) & DIRECT) and "B: ABS=" in block


def disk(state: Path) -> Diagnosis:
    """Check that the state folder is writable and has space."""
    place = next((path for path in (state, *state.parents) if path.exists()), Path("/"))
    free = shutil.disk_usage(place).free
    if not os.access(place, os.W_OK):
        return failed_diagnosis(
            "disk", f"{place} is not writable", "mount it read-write, and give it to the user infodisk"
        )
    if free < LITTLE:
        return failed_diagnosis(
            "disk", f"{free // 1_000_000} MB are left at {place}", "free some space, or enlarge the partition"
        )
    return well("disk", f"{free / 1e9:.1f} GB are left at {place}")


def files(config: Config) -> Iterator[Diagnosis]:
    """Check that the configured files are readable, and that nobody else can read the secrets."""
    named = {
        "trusted key": config.root,
        "proxy's authority": config.ca,
        "proxy's password": config.proxy_password,
    }
    if config.broker:
        named |= {"broker's authority": config.broker.ca, "broker's password": config.broker.password}
    if config.figures_drop:
        named["drop's password"] = config.figures_drop.password
    for name, path in named.items():
        if path is not None:
            yield _file(name, path, secret=name.endswith("password"))


def _file(name: str, path: Path, *, secret: bool) -> Diagnosis:
    try:
        mode = path.stat().st_mode
        path.read_bytes()
    except OSError as bad:
        return failed_diagnosis(
            "files", f"the {name} {path}: {bad.strerror}", "create it, readable by the user infodisk"
        )
    if secret and mode & (stat.S_IRWXO | stat.S_IWGRP):
        return failed_diagnosis(
            "files", f"others may read the {name} {path}", f"chown infodisk {path}; chmod 600 {path}"
        )
    return well("files", f"the {name} {path}")


def clock() -> Diagnosis:
    """Check that the clock can be trusted."""
    if is_synchronized():
        return well("clock", "set over the network")
    if has_battery_clock():
        return warning_diagnosis(
            "clock", "kept by a battery, not set over the network", "timedatectl set-ntp true"
        )
    return failed_diagnosis(
        "clock", "not set: only undated content is shown", "timedatectl set-ntp true; allow NTP out"
    )


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
