"""An X screen of its own, shown over VNC on the loopback address only, by TigerVNC's Xvnc."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

SIZE = "1920x1080"


class VncError(RuntimeError):
    """The screen cannot be served."""


@dataclass(frozen=True)
class VncScreen:
    """Where windows go (`display`), and where a viewer finds them (`port` on 127.0.0.1)."""

    display: int
    port: int


@contextmanager
def vnc_screen() -> Iterator[VncScreen]:
    """Run Xvnc while the block runs."""
    program = shutil.which("Xtigervnc")
    if not program:
        raise VncError("--vnc needs TigerVNC: apt install tigervnc-standalone-server")
    port = _free_port()
    reader, writer = os.pipe()
    command = [
        program, "-displayfd", str(writer), "-rfbport", str(port), "-geometry", SIZE,
        "-localhost", "-SecurityTypes", "None", "-AlwaysShared",
    ]  # fmt: skip
    server = subprocess.Popen(command, pass_fds=(writer,), stderr=subprocess.DEVNULL)  # noqa: S603  # our own words
    os.close(writer)
    try:
        yield VncScreen(_display(reader), port)
    finally:
        server.terminate()
        server.wait()


def _display(reader: int) -> int:
    """Return the number that Xvnc writes once it is ready."""
    with os.fdopen(reader) as pipe:
        number = pipe.readline().strip()
    if not number:
        raise VncError("TigerVNC ended before its screen was ready")
    return int(number)


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
