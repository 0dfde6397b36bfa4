"""The renderer process: reads one request from stdin, writes the result to stdout, and exits. Never imported.

It leaves no data behind: its profile is off the record. The kernel kills it when it exceeds its limits of
time or memory. Chromium's own sandbox is always on, so it does not run as root.
"""

from __future__ import annotations

import os
import resource
import signal
import sys

from PySide6.QtWidgets import QApplication

from kiosk import system
from kiosk.web_renderer.chromium import flags, permitted
from kiosk.web_renderer.page_capture import PageCapture
from kiosk.webshot.render_request import MAX_LINE_BYTES, RenderResult, WebError, read_render_request

HEAP_BYTES = 1 << 30
"""The memory limit of this process and of each of its child processes."""


def confine() -> None:
    """Let the kernel kill this process with the kiosk, and limit its memory."""
    system.end_with_parent()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    system.limit_heap(HEAP_BYTES)


def main() -> None:
    """Handle one request."""
    confine()
    request = read_render_request(sys.stdin.buffer.readline(MAX_LINE_BYTES))
    signal.alarm(request.patience_s)
    output = os.fdopen(os.dup(1), "wb")
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):  # child processes of the browser must not inherit them
        os.dup2(null, stream)
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    try:
        request, addresses = permitted(request)
    except WebError as bad:
        output.write(RenderResult(problem=str(bad)).line())
        output.flush()
        os._exit(0)  # a name look-up may still be blocked
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = flags(request, addresses)
    application = QApplication(["infodisk-web"])
    capture = PageCapture(request, output)
    capture.start()
    application.exec()


if __name__ == "__main__":
    main()
