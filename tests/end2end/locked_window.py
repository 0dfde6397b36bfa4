"""A kiosk's window over a whole X screen; tells of each frame, in JSON, how large and of what page."""

import json
import sys

from kiosk.device.lockdown import Lockdown
from kiosk.ui import fonts
from kiosk.ui.shell.shell import Shell
from tests.ui.conftest import Time, context_on, sample_feed


def main():
    application = fonts.make_application(sys.argv)
    time = Time()
    shell = Shell(lambda: time.now, lambda: time.seconds)
    window = shell.window

    def report():
        screen = application.primaryScreen()
        whole = screen is not None and window.geometry() == screen.geometry()
        state = {"size": window.size().toTuple(), "whole": whole, "page": shell.desk.page}
        sys.stdout.write(f"{json.dumps(state)}\n")
        sys.stdout.flush()

    window.frameSwapped.connect(report)
    shell.use(context_on(sample_feed(), "torget-desk"))
    Lockdown(window).close()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
