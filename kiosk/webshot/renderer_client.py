"""Runs the renderer for one picture at a time, and validates its result.

The renderer is either a child process with a temporary folder, or started by a systemd unit for each
connection to a socket: a browser cannot set up its own sandbox inside that of the kiosk's unit.
"""

from __future__ import annotations

import logging
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import BinaryIO

from kiosk.webshot.render_request import (
    MAX_LINE_BYTES,
    RenderRequest,
    RenderResult,
    WebError,
    check_picture,
    read_render_result,
)

SERVICE = Path("/run/infodisk-web.socket")
"""The socket of the systemd service, on devices that have one."""

INHERITED = ("PATH", "LANG", "PYTHONPATH", "FONTCONFIG_FILE")
"""The environment variables that a child process inherits."""

GRACE_S = 5
"""How much longer than the renderer's time limit to wait for its result."""

EXIT_S = 2
"""How long a renderer may take to exit after it has closed its connection."""

STDERR_BYTES = 2000
"""How much of the renderer's stderr is logged after a crash."""

STILL_RUNNING = "still running"
FINAL = ("SIGALRM", "SIGKILL", STILL_RUNNING, "")
"""Exits that are not retried: the renderer exceeded a limit or was killed, or is a service (exit unknown)."""

log = logging.getLogger(__name__)

COMMAND = (sys.executable, "-m", "kiosk.web_renderer")


def has_renderer() -> bool:
    """Return whether the renderer is installed."""
    return SERVICE.is_socket() or find_spec("PySide6.QtWebEngineWidgets") is not None


def renderer_problem() -> str:
    """Return why the renderer cannot be loaded, such as a missing library; empty if it can be."""
    if SERVICE.is_socket():
        return ""
    load = (sys.executable, "-c", "import kiosk.web_renderer.page_capture")
    done = subprocess.run(load, capture_output=True, text=True, check=False)  # noqa: S603  # a fixed command
    return (done.stderr.strip().splitlines() or ["it crashes"])[-1] if done.returncode else ""


class RendererExitedError(WebError):
    """The renderer exited without a result."""

    def __init__(self, how: str = "") -> None:
        super().__init__(f"the renderer exited without a picture{how and f' ({how})'}")
        self.how = how


class RendererClient:
    """Takes pictures. Used from one worker thread; `close` may be called from another."""

    def __init__(self, command: Sequence[str] = COMMAND) -> None:
        self._command = command
        self._connection: socket.socket | None = None
        self._closed = False

    def take(self, request: RenderRequest) -> tuple[bytes, RenderResult]:
        """Return the requested PNG and its result; raises `WebError`.

        If the renderer crashes by itself, it is run once more.
        """
        try:
            return self._take(request)
        except RendererExitedError as bad:
            if bad.how in FINAL:
                raise
        return self._take(request)

    def _take(self, request: RenderRequest) -> tuple[bytes, RenderResult]:
        try:
            with _service() if SERVICE.is_socket() else _process(self._command) as connection:
                self._connection = connection
                return self._ask(connection, request)
        except OSError as bad:
            raise WebError(f"the renderer cannot be reached: {bad.strerror or bad}") from bad
        finally:
            self._connection = None

    def _ask(self, connection: socket.socket, request: RenderRequest) -> tuple[bytes, RenderResult]:
        try:
            if not self._closed:
                return _ask(connection, request)
        except (RendererExitedError, ConnectionResetError, BrokenPipeError) as bad:
            if not self._closed:
                raise RendererExitedError from bad
        raise WebError("the kiosk is closing")

    def close(self) -> None:
        """Cancel the current picture, and every later one."""
        self._closed = True
        connection = self._connection
        if connection:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


def _ask(connection: socket.socket, request: RenderRequest) -> tuple[bytes, RenderResult]:
    until = time.monotonic() + request.patience_s + GRACE_S
    connection.settimeout(request.patience_s)
    connection.sendall(request.line())
    head = b""
    while b"\n" not in head and len(head) < MAX_LINE_BYTES:
        head += _receive(connection, until)
    line, _, data = head.partition(b"\n")
    result = read_render_result(line)
    parts = [data]
    left = result.size - len(data)
    while left > 0:
        parts.append(_receive(connection, until))
        left -= len(parts[-1])
    picture = b"".join(parts)[: result.size]
    check_picture(picture, request)
    return picture, result


def _receive(connection: socket.socket, until: float) -> bytes:
    connection.settimeout(max(0.001, until - time.monotonic()))
    data = connection.recv(1 << 16)
    if not data:
        raise RendererExitedError
    return data


@contextmanager
def _service() -> Iterator[socket.socket]:
    with closing(socket.socket(socket.AF_UNIX)) as connection:
        connection.connect(str(SERVICE))
        yield connection


@contextmanager
def _process(command: Sequence[str]) -> Iterator[socket.socket]:
    """Run the renderer for the duration of the block; its child processes end with it."""
    ours, theirs = socket.socketpair()
    folder = TemporaryDirectory(prefix="infodisk-web-", ignore_cleanup_errors=True)
    with ours, folder as home, TemporaryFile() as stderr:
        with theirs:
            process = subprocess.Popen(  # noqa: S603  # a fixed command
                command,
                stdin=theirs.fileno(),
                stdout=theirs.fileno(),
                stderr=stderr,
                env=_environment(Path(home)),
                start_new_session=True,
            )
        try:
            yield ours
        except RendererExitedError as bad:
            raise RendererExitedError(_exit_of(process, stderr)) from bad
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _exit_of(process: subprocess.Popen[bytes], stderr: BinaryIO) -> str:
    """Return how a renderer that closed its connection exited, and log the end of its stderr."""
    with suppress(subprocess.TimeoutExpired):
        process.wait(EXIT_S)
    status = process.poll()
    how = f"exit status {status}"
    if status is None:
        how = STILL_RUNNING
    elif status < 0:
        how = signal.Signals(-status).name
    stderr.seek(max(0, stderr.seek(0, os.SEEK_END) - STDERR_BYTES))
    log.info("the renderer exited (%s): %s", how, ascii(stderr.read()))
    return how


def _environment(home: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in INHERITED if name in os.environ}
    return kept | dict.fromkeys(("HOME", "TMPDIR", "XDG_RUNTIME_DIR"), str(home))
