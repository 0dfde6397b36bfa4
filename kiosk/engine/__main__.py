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

from PySide6.QtCore import QUrl
from PySide6.QtNetwork import QNetworkProxy
from PySide6.QtWidgets import QApplication

from kiosk.engine.drawing import Drawing
from kiosk.web.order import MOST_LINE, Order, read_order

HEAP_BYTES = 1 << 30
"""What each of its processes may take."""

PR_SET_PDEATHSIG = 1  # linux/prctl.h


def flags(order: Order) -> str:
    """Return what Chromium is told; its own resolver knows no host but those of the order."""
    known = [host.partition(":")[0] for host in order.hosts]
    known += [QUrl(order.proxy).host()] if order.proxy else []
    rules = ", ".join(["MAP * ~NOTFOUND", *(f"EXCLUDE {host}" for host in known)])
    return (
        "--disable-gpu --mute-audio --disable-background-networking --log-level=3 "
        f'--force-webrtc-ip-handling-policy=disable_non_proxied_udp "--host-resolver-rules={rules}"'
    )


def confine() -> None:
    """Let the kernel end this process with the kiosk, and give none of its processes too much memory."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_DATA, (HEAP_BYTES, HEAP_BYTES))


def go_through(proxy: QUrl) -> None:
    """Ask the web through a proxy."""
    kind, port = QNetworkProxy.ProxyType.HttpProxy, proxy.port(8080)
    words = (proxy.host(), port, proxy.userName(), proxy.password())
    QNetworkProxy.setApplicationProxy(QNetworkProxy(kind, *words))


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
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = flags(order)
    application = QApplication(["infodisk-web"])
    if order.proxy:
        go_through(QUrl(order.proxy))
    drawing = Drawing(order, answer)
    drawing.start()
    application.exec()


if __name__ == "__main__":
    main()
