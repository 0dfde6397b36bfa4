"""The engine's own process: reads one order from stdin, answers on stdout, and ends. Run, never imported.

Nothing outlives it: its profile is off the record, and what it leaks is gone. The kernel ends it when it
takes too long or too much. Chromium's own sandbox is always on, so that it does not run as root.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys

from PySide6.QtWidgets import QApplication

from kiosk import system
from kiosk.web_renderer.chromium import flags, permitted
from kiosk.web_renderer.page_capture import PageCapture
from kiosk.webshot.render_request import MOST_LINE, RenderResult, WebError, read_order

HEAP_BYTES = 1 << 30
"""What each of its processes may take."""

PR_SET_PDEATHSIG = 1  # linux/prctl.h


def confine() -> None:
    """Let the kernel end this process with the kiosk, and give none of its processes too much memory."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    system.limit_heap(HEAP_BYTES)


def main() -> None:
    """Serve one order."""
    confine()
    order = read_order(sys.stdin.buffer.readline(MOST_LINE))
    signal.alarm(order.patience_s)
    answer = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):  # the browser's children shall not have them
        os.dup2(nothing, stream)
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    try:
        order, places = permitted(order)
    except WebError as bad:
        answer.write(RenderResult(problem=str(bad)).line())
        answer.flush()
        os._exit(0)  # a name service may still be waited for
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = flags(order, places)
    application = QApplication(["infodisk-web"])
    drawing = PageCapture(order, answer)
    drawing.start()
    application.exec()


if __name__ == "__main__":
    main()
