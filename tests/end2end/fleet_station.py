"""A screen of the sample feed that reports to a real broker, and commands of an admin beside it."""

import threading
from contextlib import contextmanager

from typer.testing import CliRunner

from kiosk.cli.demo import SCREEN
from kiosk.cli.main import build
from kiosk.config import Config
from kiosk.device import DeviceApp
from kiosk.sync.sync_config import SyncConfig
from tests.ui.conftest import turn_until

REPORT_MS = 50


@contextmanager
def reporting_station(real, site, state, prepare=lambda _station: None):
    """A screen that is shown; `prepare` gets it before it starts."""
    url, root = site
    config = Config(feed=url, root=root, screen=SCREEN, state=state, broker=real.access(SCREEN), poll=3600.0)
    station = DeviceApp(config, SyncConfig(url, root, config.state, SCREEN))
    try:
        station.reporter._timer.setInterval(REPORT_MS)
        prepare(station)
        station.start(fullscreen=True)
        turn_until(lambda: station.kiosk.stored.status().shown)
        yield station
    finally:
        station.close()


def admins_file(real, user):
    """The file that an admin writes to say where the broker is."""
    access, path = real.access(user), real.folder / "broker.yaml"
    path.write_text(
        f"host: localhost\nport: {access.port}\nca: {access.ca}\nuser: {user}\npassword: {access.password}\n",
        encoding="utf-8",
    )
    return path


def run_beside(*words):
    """Run a command in a thread of its own, while the kiosk's event loop turns."""
    done = []
    command = build([words[0]])
    run = threading.Thread(target=lambda: done.append(CliRunner().invoke(command, list(map(str, words)))))
    run.start()
    turn_until(lambda: done)
    run.join()
    return done[0]
