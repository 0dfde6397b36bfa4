"""How soon an alert is seen: after the data with it are activated, and after its own beginning."""

import os
import statistics
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtCore import QCoreApplication

from kiosk.feed.alert_rules import AlertRule
from kiosk.live.live_data import Alert, AlertList, LiveData
from kiosk.ui import fonts
from tests.bench.rows import Row, print_rows
from tests.screenshots import open_screen

ALERTS = 20
MOST_S = 60.0
ALERT = Alert(
    identifier="",
    sender="vma@vma.example",
    severity="severe",
    certainty="observed",
    start=datetime(2026, 11, 24, tzinfo=UTC),
    end=datetime(2026, 11, 25, tzinfo=UTC),
    headline="Varning",
    words="Gå in.",
)


def rows():
    _application = fonts.make_application([])
    screen = open_screen("torget-window")
    feed = screen.shell._context.feed
    rule = AlertRule(senders=("vma@vma.example",))
    context = replace(screen.shell._context, feed=replace(feed, alerts={"vma": rule}))
    screen.shell.use(context)
    office = context.office_id
    took = {"activation": [], "beginning": []}
    for number in range(ALERTS):
        for what, ahead in (("activation", 0.0), ("beginning", 0.3)):
            took[what].append(takeover(screen, context, office, number, ahead))
    for what, each in took.items():
        yield Row(f"alert: from its {what} to the screen, median of {ALERTS}", statistics.median(each), "s")
        yield Row(
            f"alert: from its {what} to the screen, longest", max(each), "s", 1 if what == "activation" else 2
        )
    screen.shell.close()


def takeover(screen, context, office, number, ahead):
    """The seconds from the beginning of an alert until it is seen, by a clock that runs."""
    begun, clock = time.monotonic(), screen.time.now
    start = clock + timedelta(seconds=ahead)
    end, headline = start + timedelta(minutes=5), f"Varning {number}"
    made = replace(ALERT, identifier=str(number), start=start, end=end, headline=headline, offices=(office,))
    known = {"vma": AlertList(as_of=clock, alerts=(made,))}
    screen.shell.use(replace(context, live=LiveData(generated_at=clock, alerts=known)))
    wait(screen, clock, begun, lambda: is_seen(screen, number))
    found = time.monotonic() - begun - ahead
    screen.shell.use(replace(context, live=None))
    wait(screen, screen.time.now, time.monotonic(), lambda: not is_seen(screen))
    return found


def wait(screen, clock, begun, until):
    while not until():
        screen.time.now = clock + timedelta(seconds=time.monotonic() - begun)
        QCoreApplication.processEvents()
        if time.monotonic() - begun > MOST_S:
            raise RuntimeError("the alert was neither seen nor ended")


def is_seen(screen, number=None):
    seen = screen.shell.player._seen
    is_alert = seen is not None and seen.value.kind == "alert"
    return is_alert and (number is None or f"Varning {number}" in seen.value.figure)


if __name__ == "__main__":
    print_rows(rows())
