"""The engine's own process: reads one order from stdin, answers on stdout, and ends. Run, never imported.

Nothing outlives it: its profile is off the record, and what it leaks is gone. The kernel ends it when it
takes too long or too much. Chromium's own sandbox is always on, so that it does not run as root.
"""

from __future__ import annotations

import base64
import ctypes
import json
import os
import resource
import signal
import sys

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication

from kiosk import system
from kiosk.web_renderer.page_capture import PageCapture
from kiosk.webshot.render_request import MOST_LINE, RenderRequest, read_order

HEAP_BYTES = 1 << 30
"""What each of its processes may take."""

PR_SET_PDEATHSIG = 1  # linux/prctl.h


def flags(order: RenderRequest) -> str:
    """Return what Chromium is told; it knows no host and no way but to those of the order."""
    hosts = [host.partition(":")[0] for host in order.hosts]
    known = [*hosts, QUrl(order.proxy).host()] if order.proxy else hosts
    rules = ", ".join(["MAP * ~NOTFOUND", *(f"EXCLUDE {host}" for host in known)])
    return (
        "--disable-gpu --mute-audio --disable-background-networking --log-level=3 "
        f'--force-webrtc-ip-handling-policy=disable_non_proxied_udp "--host-resolver-rules={rules}" '
        f"--proxy-pac-url={ways(hosts, order.proxy)}"
    )


def ways(hosts: list[str], proxy: str) -> str:
    """Return the script by which Chromium finds a way to each host, as an address that holds it.

    All asks it: pages, hints to connect early, and WebRTC, which the interceptor never sees. A proxy that
    cannot be found is no way (RFC 2606, section 2).
    """
    way = f"PROXY {proxy.rpartition('@')[2].removeprefix('http://')}" if proxy else "DIRECT"
    choice = f"{json.dumps(hosts)}.includes(host) ? {json.dumps(way)} : 'PROXY nowhere.invalid:1'"
    script = f"function FindProxyForURL(url, host) {{ return {choice} }}"
    return f"data:application/x-ns-proxy-autoconfig;base64,{base64.b64encode(script.encode()).decode()}"


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
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = flags(order)
    application = QApplication(["infodisk-web"])
    drawing = PageCapture(order, answer)
    drawing.start()
    application.exec()


if __name__ == "__main__":
    main()
