"""A receipt printer on a TCP port: answers DLE EOT, parses what we send, and keeps the picture."""

import queue
import socket
import struct
import threading
import time
from dataclasses import dataclass, field

from kiosk.printers.printer import Raster

READY = {1: 0x12, 2: 0x12, 3: 0x12, 4: 0x12}
PAPER_LOW = READY | {4: 0x1E}
PAPER_OUT = {1: 0x1A, 2: 0x32, 3: 0x12, 4: 0x7E}
COVER_OPEN = {1: 0x1A, 2: 0x16, 3: 0x12, 4: 0x12}
CUTTER_STUCK = {1: 0x1A, 2: 0x52, 3: 0x1A, 4: 0x12}
SWITCHED_OFF = READY | {1: 0x1A}

CLEAR = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"
PATIENCE_S = 10


@dataclass
class Paper:
    """The rows printed since the last cut."""

    width: int = 0
    rows: list = field(default_factory=list)


class UnfinishedError(Exception):
    """The bytes received so far are not a complete command."""


class ReceiptPrinter:
    """The public attributes determine how the printer behaves, and may be changed while it runs."""

    def __init__(self):
        self.state = READY
        self.answers = True
        self.reports_printed = True
        self.hangs_after = None  # bytes of a picture
        self.runs_out_after = None  # rows of a picture
        self.strips, self.cleared, self.bare_cuts, self.strange = [], 0, 0, b""
        self.pages = queue.Queue()
        self.cut_at = 0.0
        self._paper = Paper()
        self.freed = threading.Event()
        self.changed = threading.Condition()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, daemon=True)

    @property
    def uri(self):
        return f"escpos://127.0.0.1:{self.port}?width=512"

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self.freed.set()
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(PATIENCE_S)

    def page(self):
        """Return the next page that was cut off."""
        return self.pages.get(timeout=PATIENCE_S)

    def wait_until(self, holds):
        with self.changed:
            assert self.changed.wait_for(holds, PATIENCE_S)

    def _serve(self):
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            with connection:
                self._talk(connection)

    def _talk(self, connection):
        pending = b""
        try:
            while data := connection.recv(1024):
                pending = self._take(pending + data, connection)
        except ConnectionResetError:
            pass
        with self.changed:
            self.changed.notify_all()

    def _take(self, data, connection):
        while data:
            try:
                used = self._command(data, connection)
            except UnfinishedError:
                break
            data = data[used:]
            with self.changed:
                self.changed.notify_all()
        return data

    def _command(self, data, connection):
        """Execute the command at the start of `data`; return its length."""
        need(data, 2)
        obey = {
            b"\x10\x04": self._report_state,
            b"\x10\x14": self._clear,
            b"\x1b@": lambda _data, _connection: 2,
            b"\x1dv": self._picture,
            b"\x1dV": self._cut,
            b"\x1dr": self._report_printed,
        }.get(data[:2], self._wonder)
        return obey(data, connection)

    def _report_state(self, data, connection):
        need(data, 3)
        self._answer(connection, self.state[data[2]])
        return 3

    def _clear(self, data, _connection):
        need(data, len(CLEAR))
        assert data.startswith(CLEAR)
        self.cleared += 1
        self._paper = Paper()
        return len(CLEAR)

    def _report_printed(self, data, connection):
        need(data, 3)
        if self.reports_printed and self.state in (READY, PAPER_LOW):
            self._answer(connection, 0x00)
        return 3

    def _wonder(self, data, _connection):
        self.strange += data[:1]
        return 1

    def _answer(self, connection, byte):
        if self.answers:
            connection.sendall(bytes((byte,)))

    def _picture(self, data, _connection):
        self._maybe_hang(len(data))
        need(data, 8)
        mode, width, height = struct.unpack("<2xBxHH", data[:8])
        assert mode == 0x30
        need(data, 8 + width * height)
        self.strips.append(height)
        self._paper.width = width * 8
        body = data[8 : 8 + width * height]
        self._paper.rows += [body[at : at + width] for at in range(0, len(body), width)]
        if self.runs_out_after is not None and len(self._paper.rows) > self.runs_out_after:
            self.state, self.runs_out_after = PAPER_OUT, None
        return 8 + width * height

    def _maybe_hang(self, so_far):
        if self.hangs_after is not None and so_far > self.hangs_after:
            self.freed.wait(PATIENCE_S)

    def _cut(self, data, _connection):
        need(data, 4)
        rows = self._paper.rows
        self.cut_at = time.perf_counter()
        if rows and self.state in (READY, PAPER_LOW):
            self.pages.put(Raster(self._paper.width, len(rows), b"".join(rows)))
            self._paper = Paper()
        self.bare_cuts += not rows
        return 4


def need(data, size):
    if len(data) < size:
        raise UnfinishedError
