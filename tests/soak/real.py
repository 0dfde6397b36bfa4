"""A whole station in real time: visits, publications, a broker that goes away, a printer without paper."""

import logging
import time
from contextlib import closing

from PySide6.QtCore import QEventLoop, QTimer

from kiosk.cli.demo import SCREEN
from kiosk.config import Config
from kiosk.device import DeviceApp
from kiosk.printers.printer_address import printer_at
from kiosk.sync.sync_config import SyncConfig
from tests.end2end.broker import broker
from tests.end2end.feed_host import nginx
from tests.printers.receipt_printer import PAPER_OUT, READY, ReceiptPrinter
from tests.soak import gauge
from tests.soak.world import DistantSite, LogCount, visit

READ_EVERY_S = 5


def sit():
    """Let a second pass: a finger that comes sooner is taken for the same touch."""
    loop = QEventLoop()
    QTimer.singleShot(1000, loop, loop.quit)
    loop.exec()


class Plan:
    """What happens in this world, each at its own pace in seconds."""

    def __init__(self, paces):
        self.paces = paces
        self.next = {name: pace for name, (pace, _) in paces.items()}
        self.done = dict.fromkeys(paces, 0)

    def look(self, passed):
        for name, (pace, act) in self.paces.items():
            if passed >= self.next[name]:
                self.next[name] = passed + pace
                act()
                self.done[name] += 1


def soak(_application, folder, minutes):
    """Return what so many real minutes came to."""
    site, count = DistantSite(folder), LogCount()
    logging.getLogger().addHandler(count)
    logging.getLogger().setLevel(logging.INFO)
    site.publish()
    (folder / "broker").mkdir()
    with (
        closing(site),
        nginx(site.folder, folder / "nginx") as port,
        broker(folder / "broker", (SCREEN,)) as real,
        ReceiptPrinter() as paper,
    ):
        url = f"http://127.0.0.1:{port}"
        config = Config(
            feed=url,
            root=site.root,
            screen=SCREEN,
            state=folder / "state",
            broker=real.access(SCREEN),
            poll=20.0,
        )
        sync = SyncConfig(url, site.root, config.state, SCREEN)
        station = DeviceApp(config, sync, printer_at(paper.uri))
        station.start(fullscreen=True)
        summary = _live(station, minutes, site, real, paper, count)
        station.close()
    logging.getLogger().removeHandler(count)
    return summary


def _live(station, minutes, site, real, paper, count):  # noqa: PLR0917  # the whole world
    readings, begun = [], time.monotonic()
    kiosk = station.kiosk
    faults = {"broker": True}

    def look_in():
        if kiosk.context:
            visit(kiosk.shell, kiosk.context, plan.done["visits"], kiosk.stored.status().looked_at, sit)

    def broker_fault():
        faults["broker"] = not faults["broker"]
        real.start_again() if faults["broker"] else real.stop()

    def printer_fault():
        paper.state = PAPER_OUT if paper.state is READY else READY
        station.device_status.print_test()

    def measure():
        readings.append(gauge.read(time.monotonic() - begun, count.lines))

    plan = Plan({
        "visits": (20, look_in), "publications": (60, site.publish), "broker_changes": (45, broker_fault),
        "printer_changes": (30, printer_fault), "readings": (READ_EVERY_S, measure),
    })  # fmt: skip
    loop, look = QEventLoop(), QTimer(interval=250)

    def tick():
        passed = time.monotonic() - begun
        look.stop()  # a visit turns the loop itself
        plan.look(passed)
        look.start()
        if passed > minutes * 60:
            loop.quit()

    look.timeout.connect(tick)
    look.start()
    loop.exec()
    look.stop()
    if not faults["broker"]:
        real.start_again()
    return gauge.summary(readings, minutes / 60, plan.done)
