"""`kiosk-setup`, run as root: turns a device into a kiosk, and applies what needs root before each start."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Annotated, Any

import typer

from kiosk.cli import output, setup_updates
from kiosk.cli.device import CONFIG_OPTION, device, sync_config
from kiosk.cli.options import CONTEXT
from kiosk.cli.setup_enrolment import enrolled
from kiosk.cli.setup_files import Files, Given
from kiosk.cli.setup_trial import try_settings
from kiosk.config import CONFIG, Config
from kiosk.config_file import read_config, write_config
from kiosk.feed.problems import ContentError
from kiosk.system import write_atomically

SERVICE = "infodisk.service"
GROUP = "infodisk"
"""The user that the service runs as; the package creates it."""

BACKLIGHTS = Path("/sys/class/backlight")
TOUCH_RULE = Path("/run/udev/rules.d/70-infodisk-touch.rules")


def main() -> None:
    """Run the command line of this process, and exit."""
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, context_settings=CONTEXT)
    app.command()(setup)
    app()


def _file(text: str) -> Any:  # noqa: ANN401  # as typer.Option
    return typer.Option(None, help=text, dir_okay=False, exists=True)


ROOT_OPTION = _file("The trusted root.json.")
PROXY_PASSWORD_OPTION = _file("The file with the password for http://USER@HOST:PORT.")
CA_OPTION = _file("Additional certificate authorities (PEM).")
BROKER_PASSWORD_OPTION = _file("The file with this screen's password at the broker.")
BROKER_CA_OPTION = _file("The certificate authority of the broker (PEM).")
UPDATES_KEY_OPTION = _file("The public key of the repository, infodisk.asc.")
ENROL_OPTION = typer.Option(
    None,
    metavar="FILE",
    help="The file with the line of `kiosk screens enrol`, or - to type or scan it: sets all of the above.",
)


def setup(
    feed: Annotated[str | None, typer.Option(help="The address of the site, https://…")] = None,
    root: Path | None = ROOT_OPTION,
    screen: Annotated[str | None, typer.Option(help="The id of the screen.")] = None,
    proxy: Annotated[str | None, typer.Option(help="The address of a web proxy, http://HOST:PORT.")] = None,
    proxy_password: Path | None = PROXY_PASSWORD_OPTION,
    ca: Path | None = CA_OPTION,
    broker: Annotated[str | None, typer.Option(help="The broker for the status, HOST[:PORT].")] = None,
    broker_password: Path | None = BROKER_PASSWORD_OPTION,
    broker_ca: Path | None = BROKER_CA_OPTION,
    enrol: Path | None = ENROL_OPTION,
    updates: Annotated[
        str | None, typer.Option(help="The apt repository that the device upgrades itself from, https://…")
    ] = None,
    updates_key: Path | None = UPDATES_KEY_OPTION,
    config: Path = CONFIG_OPTION,
    start: Annotated[bool, typer.Option(help="Start the kiosk now and at every boot.")] = True,
    offline: Annotated[bool, typer.Option("--offline", help="Save without testing: no network yet.")] = False,
    apply: Annotated[
        bool, typer.Option("--apply", help="Only set brightness, touch and CUPS as configured.")
    ] = False,
) -> None:
    """Test the feed, the screen and the broker, save them, and start the kiosk. Other settings stay."""
    if apply:
        prepare(device(config))
        return
    if (broker_password or broker_ca) and not broker:
        raise typer.BadParameter("--broker-password and --broker-ca need --broker")
    if (updates is None) != (updates_key is None):
        raise typer.BadParameter("--updates and --updates-key need each other")
    files = Files(config.parent, root, ca, broker_password, broker_ca, proxy_password)
    with enrolled(enrol, Given(feed, screen, broker, proxy, files), offline=offline) as given:
        configure(config, given, offline=offline)
    if updates and updates_key:
        upgrade_from(updates, updates_key)
    if start:
        _systemctl("enable", SERVICE)
        _systemctl("restart", SERVICE)


def upgrade_from(url: str, key: Path) -> None:
    """Set up nightly upgrades of this device; exit with 1 if something is wrong."""
    with output.exit_on(OSError, ValueError):
        changed = setup_updates.save_updates(url, key.read_bytes(), setup_updates.ETC)
    if not setup_updates.TOOL.exists():
        output.echo("no security update until: apt-get install unattended-upgrades", err=True)
    if changed:
        _systemctl("daemon-reload")
        _systemctl("restart", "apt-daily-upgrade.timer")
        _systemctl("enable", *setup_updates.TIMERS)
        _systemctl("restart", *setup_updates.TIMERS)
    output.echo(f"upgrades at night from {url}, to what the feed permits")


def configure(config: Path, given: Given, *, offline: bool) -> None:
    """Test the settings and save them; save nothing and exit with 1 if something is wrong."""
    files = given.files
    settings = device(config, **given.settings(), **files.kept("root", "ca", "proxy_password"))
    sync = sync_config(settings)
    root = files.root
    if not root and not settings.root.exists():
        output.fail(f"{settings.root} is missing: give --root root.json, which `kiosk site init` created")
    with output.exit_on(OSError, ValueError):
        if root:
            check_root(root.read_bytes(), root)
        if not offline:
            try_settings(*files.where_they_are(settings, sync))
        changed = keep(settings, files, config)
    as_before = "" if changed else ", as before"
    output.echo(f"{config}: screen {settings.screen}, feed {settings.feed}{as_before}")


def keep(settings: Config, files: Files, config: Path = CONFIG) -> bool:
    """Write the configuration and the files, each atomically; return whether anything changed.

    A file with the same values is left unchanged, with its comments. Raises `OSError`.
    """
    os.umask(0o022)  # the kiosk reads them as another user
    changed = False
    for path, data, is_secret in files.copies():
        if not path.exists() or path.read_bytes() != data:
            changed = True
            write_atomically(path, data, mode=0o600 if is_secret else 0o666)
        if is_secret:
            _hide(path)
    if not _is_current(config, settings):
        changed = True
        write_atomically(config, write_config(settings))
    return changed


def _hide(path: Path) -> None:
    """Make a password file readable only by root and the kiosk."""
    try:
        shutil.chown(path, group=GROUP)
    except (LookupError, PermissionError):
        output.echo(f"{path}: the group {GROUP}, which must read this password, does not exist", err=True)
    else:
        path.chmod(0o640)


def _is_current(config: Path, settings: Config) -> bool:
    """Return whether the file already contains all these settings."""
    try:
        return config.exists() and read_config(config) == settings
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


def prepare(settings: Config) -> None:
    """Apply the settings that need root, then back off: the more recent crashes, the longer the wait."""
    import time

    from kiosk.fleet.crash_history import CrashHistory
    from kiosk.printers import cups

    set_light_and_touch(settings)
    if cups.is_local_queue(settings.printer) and cups.keep_no_job_files():
        _systemctl("try-restart", "cups.service")
    time.sleep(CrashHistory(settings.state / "health").wait_s)


def set_light_and_touch(settings: Config) -> None:
    """Set the brightness of every backlight, and the calibration of the touch panel."""
    for light in BACKLIGHTS.glob("*") if settings.brightness else ():
        maximum = int((light / "max_brightness").read_text(encoding="ascii"))
        level = max(1, maximum * (settings.brightness or 100) // 100)
        (light / "brightness").write_text(str(level), encoding="ascii")
    rule = touch_rule(settings.touch)
    if rule != (TOUCH_RULE.read_text(encoding="ascii") if TOUCH_RULE.exists() else ""):
        TOUCH_RULE.parent.mkdir(parents=True, exist_ok=True)
        TOUCH_RULE.write_text(rule, encoding="ascii")
        for step in (["control", "--reload"], ["trigger", "--subsystem-match=input", "--settle"]):
            subprocess.run(["/usr/bin/udevadm", *step], check=False)  # noqa: S603  # fixed words


def touch_rule(matrix: str | None) -> str:
    """Return the udev rule that gives libinput a calibration matrix."""
    wanted = 'ENV{ID_INPUT_TOUCHSCREEN}=="1", ENV{LIBINPUT_CALIBRATION_MATRIX}'
    return f'{wanted}="{matrix}"\n' if matrix else ""


def _systemctl(verb: str, *units: str) -> None:
    tool = shutil.which("systemctl")
    if tool is None or not Path("/run/systemd/system").is_dir():
        output.echo(f"systemd is not running here: could not {' '.join((verb, *units))}", err=True)
        return
    if subprocess.run([tool, verb, *units], check=False, env=os.environ).returncode:  # noqa: S603  # fixed
        words = " ".join((verb, *units))
        output.fail(f"systemctl could not {words}: see journalctl -u {units[-1] if units else 'init.scope'}")
