"""Every diagnosis in order, including those that need the stored feed."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from kiosk.config import Config
from kiosk.device.doctor import connection_checks, hardware_checks, output_checks
from kiosk.device.doctor.diagnosis import Diagnosis, failed_diagnosis, warning_diagnosis, well
from kiosk.feed.live_slides import live_sources
from kiosk.feed.models import Feed
from kiosk.live.freshness import age_line, source_ages, stale_sources
from kiosk.live.live_data import LiveData
from kiosk.live.shown_live import load_kept
from kiosk.sync.store import LIVE_SHOWN, Generation
from kiosk.sync.stored_feed import StoredFeed
from kiosk.sync.sync_config import SyncConfig
from kiosk.ui import fonts

SESSION = Path("/run/infodisk")
"""The runtime folder of `infodisk.service`, with its Wayland socket."""

PATIENCE_S = 5


def diagnose(config: Config, sync: SyncConfig) -> Iterator[Diagnosis]:
    """Yield each diagnosis as soon as it is made."""
    generation = StoredFeed(sync).current()
    screen = generation.feed.screens.get(config.screen) if generation else None
    yield hardware_checks.display()
    yield hardware_checks.gpu()
    yield hardware_checks.touch(screen.touch if screen else None)
    yield power(config)
    if generation and screen:
        _application()
        yield from output_checks.fonts(generation.feed, screen.languages)
    yield output_checks.speech()
    yield output_checks.web(config, generation.feed if generation else None)
    yield output_checks.printer(config)
    yield connection_checks.network()
    yield from connection_checks.reach(config)
    yield hardware_checks.clock()
    yield hardware_checks.disk(config.state)
    yield from hardware_checks.files(config)
    yield content(config, generation)
    if generation and live_sources(generation.feed):
        yield live(generation.feed, load_kept(StoredFeed(sync).read_note(LIVE_SHOWN)), datetime.now(UTC))


def power(config: Config) -> Diagnosis:
    """Check that the command for switching the display is installed, and that the compositor supports it."""
    if config.power is None:
        return well("power", "the screen is always on")
    tool = "cec-ctl" if config.power.by == "cec" else "wlr-randr"
    if not shutil.which(tool):
        package = "v4l-utils" if config.power.by == "cec" else "wlr-randr"
        return failed_diagnosis("power", f"{tool} is missing: the screen stays on", f"apt install {package}")
    if tool == "wlr-randr" and (SESSION / "wayland-0").exists() and (why := _refusal()):
        return failed_diagnosis(
            "power", f"the screen stays on: {why}", "use Debian 13, or power: {by: cec} for a television"
        )
    return well("power", f"switched by {tool}")


def _refusal() -> str:
    """Return why the session's compositor cannot switch outputs, or an empty string."""
    env = {**os.environ, "XDG_RUNTIME_DIR": str(SESSION), "WAYLAND_DISPLAY": "wayland-0"}
    try:
        subprocess.run(["wlr-randr"], env=env, capture_output=True, text=True, check=True, timeout=PATIENCE_S)  # noqa: S607  # found on PATH
    except subprocess.CalledProcessError as bad:
        return str(bad.stderr).strip() or f"wlr-randr ended with {bad.returncode}"
    except subprocess.TimeoutExpired:
        return "the compositor does not answer"
    return ""


def content(config: Config, generation: Generation | None) -> Diagnosis:
    """Check that a feed with this screen is stored."""
    if generation is None:
        return warning_diagnosis(
            "content", "nothing is stored yet", "wait for the first sync, or run kiosk sync"
        )
    if config.screen not in generation.feed.screens:
        return failed_diagnosis(
            "content", f"the feed has no screen {config.screen}", "check screen: in the configuration"
        )
    return well("content", f"generation {generation.id[:12]}")


def live(feed: Feed, data: LiveData | None, now: datetime) -> Diagnosis:
    """Check the age of each live data source in the feed."""
    ages = "; ".join(age_line(name, as_of) for name, as_of in source_ages(feed, data).items())
    stale = stale_sources(feed, data, now)
    if not stale:
        return well("live data", ages)
    remedy = f"run kiosk live, which prints what is wrong with {', '.join(stale)}"
    return warning_diagnosis("live data", f"too old to be shown: {', '.join(stale)}; {ages}", remedy)


def _application() -> None:
    """Create Qt's application if there is none, since fonts need it. No window is shown."""
    if QGuiApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        global _kept  # noqa: PLW0603  # Qt's application must outlive this function
        _kept = fonts.make_application(["kiosk", "doctor"])


_kept: QGuiApplication | None = None
