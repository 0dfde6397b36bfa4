"""A separate X screen that TigerVNC's Xvnc serves over VNC, on the loopback address only."""

from __future__ import annotations

import os
import shutil
import socket
import struct
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from kiosk.frozen import frozen

SIZE = "1920x1080"
SOCKETS = Path("/tmp/.X11-unix")  # noqa: S108  # where X keeps its sockets
TRIES = 5


class VncError(RuntimeError):
    """The screen cannot be served."""


@frozen
class VncScreen:
    """The X `display` for windows, and the `port` on 127.0.0.1 for a viewer."""

    display: int
    port: int


@contextmanager
def vnc_screen() -> Iterator[VncScreen]:
    """Run Xvnc while the block runs; raises `VncError` if it cannot."""
    program = shutil.which("Xtigervnc")
    if not program:
        raise VncError("--vnc needs TigerVNC: apt install tigervnc-standalone-server")
    for _ in range(TRIES):
        with _server(program) as screen:
            if screen:
                yield screen
                return
    raise VncError("TigerVNC ended before its screen was ready")


@contextmanager
def _server(program: str) -> Iterator[VncScreen | None]:
    """Start a server; yield None if it has ended, or if another one took the same display number.

    With -displayfd, which takes no lock, two servers started together report the same number, and one of
    them ends (seen with X.Org 21.1).
    """
    port = _free_port()
    reader, writer = os.pipe()
    command = [
        program, "-displayfd", str(writer), "-rfbport", str(port), "-geometry", SIZE,
        "-localhost", "-SecurityTypes", "None", "-AlwaysShared",
    ]  # fmt: skip
    server = subprocess.Popen(command, pass_fds=(writer,), stderr=subprocess.DEVNULL)  # noqa: S603  # fixed words
    os.close(writer)
    try:
        with os.fdopen(reader) as pipe:
            number = pipe.readline().strip()
        is_ours = bool(number) and _listener(SOCKETS / f"X{number}") == server.pid
        yield VncScreen(int(number), port) if is_ours else None
    finally:
        server.terminate()
        server.wait()


def _listener(path: Path) -> int:
    """Return the id of the process that listens on a Unix socket, or 0."""
    with socket.socket(socket.AF_UNIX) as client, suppress(OSError):
        client.connect(str(path))
        pid, _, _ = struct.unpack("3i", client.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))
        return int(pid)
    return 0


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
