"""Many hours of a kiosk's life in a few minutes: its clock runs, slides turn, visitors come, feeds change."""

import gc
import logging
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QEvent, QEventLoop, QTimer

from kiosk.cli.demo import SCREEN, serve_folder
from kiosk.device import Kiosk
from kiosk.sync.sync_config import SyncConfig
from tests import days
from tests.soak import gauge
from tests.soak.world import LogCount, Site, visit

STEP_S = 12
"""A slide's dwell time: each step shows the next slide."""

VISIT_EVERY_S = 600
PUBLISH_EVERY_S = 3600
READ_EVERY_S = 300
GARBAGE_EVERY_S = 600
"""As `kiosk/device/garbage_collection.py` does by the real clock."""

DRAW_EVERY = 5  # slides
MOST_MS = 60_000


class Clock:
    def __init__(self):
        self.start = days.now()
        self.passed = 0.0

    def now(self):
        return self.start + timedelta(seconds=self.passed)

    def seconds(self):
        return 1000.0 + self.passed


def turn(application):
    application.processEvents()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # as a running event loop does by itself


def pause(application, clock):
    """Let a second pass: a finger that comes sooner is taken for the same touch."""
    turn(application)
    clock.passed += 1


def wait_for(signal, act):
    """Act, and let Qt work until the signal comes; fails after a minute."""
    loop, end = QEventLoop(), QTimer(singleShot=True)
    heard = []
    take = partial(_heard, heard, loop)
    signal.connect(take)
    end.timeout.connect(loop.quit)
    end.start(MOST_MS)
    act()
    if not heard:
        loop.exec()
    signal.disconnect(take)
    assert heard, "it did not come"


def _heard(heard, loop, *_args):
    heard.append(1)
    loop.quit()


def soak(application, folder, hours):
    """Return what `hours` of simulated time came to."""
    site, clock, count = Site(folder), Clock(), LogCount()
    logging.getLogger().addHandler(count)
    logging.getLogger().setLevel(logging.INFO)
    site.publish()
    readings, visits, slides = [], 0, 0
    with serve_folder(site.folder) as url:
        kiosk = Kiosk(
            SyncConfig(url, site.root, folder / "state", SCREEN), clock=clock.now, monotonic=clock.seconds
        )
        kiosk.poll_s = 1e6  # polled below
        wait_for(kiosk.shell.player.slideShown, kiosk.start)
        kiosk.show(fullscreen=False)
        for passed in range(0, int(hours * 3600), STEP_S):
            clock.passed = passed
            kiosk.shell.player.advance()
            turn(application)
            slides += 1
            if slides % DRAW_EVERY == 0:
                kiosk.shell.window.grabWindow()
            if passed % GARBAGE_EVERY_S == 0:
                gc.collect()
            if passed % VISIT_EVERY_S == 0:
                visit(kiosk.shell, kiosk.context, visits, clock.now(), partial(pause, application, clock))
                visits += 1
            if passed % PUBLISH_EVERY_S == 0:
                site.publish(clock.now())
                wait_for(kiosk.polled, kiosk.poll)
            if passed % READ_EVERY_S == 0:
                readings.append(gauge.read(passed, count.lines))
        kiosk.close()
    logging.getLogger().removeHandler(count)
    assert not count.worst, count.worst
    return gauge.summary(
        readings, hours, {"slides": slides, "visits": visits, "publications": site.edition - 1}
    )
