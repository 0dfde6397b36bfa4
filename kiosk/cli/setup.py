"""`kiosk-setup`: make a kiosk of this device, for root; and before each start, what only root may set."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli import tell
from kiosk.cli.device import CONFIG, CONFIG_OPTION, device, sync_config
from kiosk.config import Config
from kiosk.config_file import read_config, write_config
from kiosk.feed.problems import ContentError
from kiosk.system import write_whole

SERVICE = "infodisk.service"
GROUP = "infodisk"
"""Whom the service runs as; the package makes it."""

BACKLIGHTS = Path("/sys/class/backlight")
TOUCH_RULE = Path("/run/udev/rules.d/70-infodisk-touch.rules")


def main() -> None:
    """Run the command line of this process, and end the process."""
    typer.run(setup)


def setup(  # noqa: PLR0913, PLR0917  # each is one thing that a device must be told
    feed: Annotated[str | None, typer.Option(help="The address of the site, https://…")] = None,
    root: Annotated[
        Path | None, typer.Option(help="The trusted root.json.", dir_okay=False, exists=True)
    ] = None,
    screen: Annotated[str | None, typer.Option(help="The id of the screen.")] = None,
    config: Path = CONFIG_OPTION,
    start: Annotated[bool, typer.Option(help="Start the kiosk now and at every boot.")] = True,
    apply: Annotated[
        bool, typer.Option("--apply", help="Only set brightness, touch and CUPS as the configuration says.")
    ] = False,
) -> None:
    """Keep the feed, the key and the screen of this device, and start the kiosk. Other settings stay."""
    if apply:
        prepare(device(config))
        return
    kept_root = config.parent / "root.json"
    told = device(config, feed=feed, root=kept_root if root else None, screen=screen)
    sync_config(told)
    if not root and not told.root.exists():
        tell.fail(f"{told.root} is not there: give --root root.json, which `kiosk feed init` made")
    with tell.errors(OSError, ValueError):
        changed = keep(told, root, kept_root, config)
    tell.say(f"{config}: screen {told.screen}, feed {told.feed}{'' if changed else ', as before'}")
    if start:
        _systemctl("enable", SERVICE)
        _systemctl("restart", SERVICE)


def keep(told: Config, root: Path | None, kept_root: Path, config: Path = CONFIG) -> bool:
    """Write the configuration and the trusted key, each in one rename; return whether anything changed.

    A file that says the same stays as it is, with its comments. Raises `ValueError`.
    """
    os.umask(0o022)  # the kiosk reads them as another user
    changed = False
    if root:
        data = root.read_bytes()
        check_root(data, root)
        if not kept_root.exists() or kept_root.read_bytes() != data:
            changed = True
            write_whole(kept_root, data)
    if not _says(config, told):
        changed = True
        write_whole(config, write_config(told))
    if "@" in (told.proxy or ""):
        _hide(config)
    return changed


def _hide(config: Path) -> None:
    """Let only root and the kiosk read a configuration whose proxy address holds a password."""
    try:
        shutil.chown(config, group=GROUP)
    except (LookupError, PermissionError):
        tell.say(
            f"{config} holds a password, and there is no group {GROUP} that could read it alone", err=True
        )
    else:
        config.chmod(0o640)


def _says(config: Path, told: Config) -> bool:
    """Return whether the file says all of this already; one that lacks something does not."""
    try:
        return config.exists() and read_config(config) == told
    except ContentError:
        return False


def check_root(data: bytes, path: Path) -> None:
    """Raise `ValueError` if these bytes are not a trusted root."""
    from tuf.api.exceptions import RepositoryError
    from tuf.api.metadata import Root

    from kiosk.trust.metadata_rules import read_metadata

    try:
        root = read_metadata(data)
        root.signed.verify_delegate(Root.type, root.signed_bytes, root.signatures)
    except (RepositoryError, ValueError, AttributeError, TypeError) as bad:
        raise ValueError(f"{path} is not a trusted root: {bad}") from bad


def prepare(told: Config) -> None:
    """Set what only root may set, and wait the longer the more often the kiosk has just crashed."""
    import time

    from kiosk.fleet.crash_history import CrashHistory
    from kiosk.printers import cups

    set_light_and_touch(told)
    if cups.is_local_queue(told.printer) and cups.keep_no_job_files():
        _systemctl("try-restart", "cups.service")
    time.sleep(CrashHistory(told.state / "health").wait_s)


def set_light_and_touch(told: Config) -> None:
    """Set the brightness of every backlight, and how the touch glass lies over the picture."""
    for light in BACKLIGHTS.glob("*") if told.brightness else ():
        most = int((light / "max_brightness").read_text(encoding="ascii"))
        level = max(1, most * (told.brightness or 100) // 100)
        (light / "brightness").write_text(str(level), encoding="ascii")
    rule = touch_rule(told.touch)
    if rule != (TOUCH_RULE.read_text(encoding="ascii") if TOUCH_RULE.exists() else ""):
        TOUCH_RULE.parent.mkdir(parents=True, exist_ok=True)
        TOUCH_RULE.write_text(rule, encoding="ascii")
        for step in (["control", "--reload"], ["trigger", "--subsystem-match=input", "--settle"]):
            subprocess.run(["/usr/bin/udevadm", *step], check=False)  # noqa: S603  # words of our own


def touch_rule(matrix: str | None) -> str:
    """Return the udev rule that gives libinput a calibration matrix."""
    wanted = 'ENV{ID_INPUT_TOUCHSCREEN}=="1", ENV{LIBINPUT_CALIBRATION_MATRIX}'
    return f'{wanted}="{matrix}"\n' if matrix else ""


def _systemctl(verb: str, unit: str) -> None:
    tool = shutil.which("systemctl")
    if tool is None or not Path("/run/systemd/system").is_dir():
        tell.say(f"systemd does not run here: nothing was done to {verb} {unit}", err=True)
        return
    if subprocess.run([tool, verb, unit], check=False, env=os.environ).returncode:  # noqa: S603  # our own
        tell.fail(f"systemctl could not {verb} {unit}: see journalctl -u {unit}")
