"""A kiosk's window over a whole X screen; tells of each frame, in JSON, how large and of what page."""

import json
import sys

from kiosk.device.lockdown import Lockdown
from kiosk.ui import fonts
from kiosk.ui.front import Front
from tests.ui.conftest import Time, sample_feed, world_on


def main():
    application = fonts.make_application(sys.argv)
    time = Time()
    front = Front(lambda: time.now, lambda: time.seconds)
    window = front.window

    def tell():
        screen = application.primaryScreen()
        whole = screen is not None and window.geometry() == screen.geometry()
        state = {"size": window.size().toTuple(), "whole": whole, "page": front.desk.page}
        sys.stdout.write(f"{json.dumps(state)}\n")
        sys.stdout.flush()

    window.frameSwapped.connect(tell)
    front.use(world_on(sample_feed(), "torget-desk"))
    Lockdown(window).close()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
