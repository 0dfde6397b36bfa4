"""Receipt printers that speak ESC/POS: real-time status (DLE EOT), pictures in strips (GS v 0), and a cut.

Commands and bits are those of Epson's ESC/POS Application Programming Guide. Text mode is not used: it
supports neither Arabic nor Ethiopic. Each call opens a new connection, since most printers accept one at a
time.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress

from kiosk.printers.printer import Condition, Paper, PrinterStatus, Raster
from kiosk.printers.transport import Transport

ANSWER_S = 1.0
STRIP_S = 4.0
"""The time limit for a strip of 30 mm; the slowest printers need half a second."""

PRINTED_S = 3.0
"""How long to wait for the confirmation that everything is printed; some printers never send it."""

STRIP_ROWS = 240
"""The oldest printers accept only 256 rows per command."""

ROW_STEP = 24
"""Pictures are padded to a multiple of the print head's height: some printers drop a partial row block."""

_POLL_S = 0.1
_INITIALIZE = b"\x1b@"
_CUT = b"\x1dVB\x00"  # feed to the cutter, leave a corner
_CLEAR_BUFFERS = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"  # DLE DC4 8: works offline too
_REQUEST_PRINTED = b"\x1dr\x01"  # GS r 1: answered after everything sent before it

_PRINTER, _CAUSE, _SENSORS = 1, 2, 4  # n of DLE EOT n
_OFFLINE = 0x08
_COVER, _PAPER_END, _ERROR = 0x04, 0x20, 0x40
_NEAR_END, _NO_PAPER = 0x0C, 0x60


class EscposPrinter:
    """A receipt printer with a roll of `paper`; `open_transport` opens a connection to it."""

    def __init__(self, open_transport: Callable[[], Transport], paper: Paper) -> None:
        self._open, self._paper = open_transport, paper
        self._unfinished = True  # an earlier run may have left data in the printer
        self._begun = False

    def status(self) -> PrinterStatus:
        """Query the state, its cause and the paper."""
        return self._with_transport(lambda transport: self._status(_Conversation(transport)))

    def print(self, raster: Raster, abandoned: threading.Event) -> PrinterStatus:
        """Send the picture in strips and wait until it is printed; clear what was not printed."""
        if raster.width > self._paper.width:
            raise ValueError(f"{raster.width} dots are wider than the paper's {self._paper.width}")
        self.purge()
        if self._unfinished:
            return self._cause(
                PrinterStatus(Condition.OFFLINE, "earlier data cannot be cleared", self._paper)
            )
        self._unfinished = True
        status = self._with_transport(lambda transport: self._send(transport, raster, abandoned))
        if status.can_print:
            self._unfinished = self._begun = False
            return status
        self.purge()
        return self._cause(status)

    def purge(self) -> None:
        """Clear the printer's buffers if the last picture was not finished, and cut off the printed part."""
        if self._unfinished:
            with suppress(OSError), self._open() as transport:
                transport.write(_CLEAR_BUFFERS + _INITIALIZE + _CUT * self._begun, ANSWER_S)
                self._unfinished = self._begun = False

    def interrupt(self) -> None:
        """Do nothing: each step has a time limit, and the job is cancelled between steps."""

    def _with_transport(self, do: Callable[[Transport], PrinterStatus]) -> PrinterStatus:
        try:
            with self._open() as transport:
                return do(transport)
        except OSError as error:
            return PrinterStatus(Condition.OFFLINE, str(error), self._paper)

    def _cause(self, failure: PrinterStatus) -> PrinterStatus:
        """Return why a printer stopped, if it answers now; a failed job stays failed."""
        if failure.condition is not Condition.OFFLINE:
            return failure
        status = self.status()
        return failure if status.can_print else status

    def _send(self, transport: Transport, raster: Raster, abandoned: threading.Event) -> PrinterStatus:
        status = self._print(_Conversation(transport), raster, abandoned)
        if not status.can_print:
            transport.drop()
        return status

    def _print(
        self, conversation: _Conversation, raster: Raster, abandoned: threading.Event
    ) -> PrinterStatus:
        """Send each strip once the previous one was accepted, so that a hung printer holds only one."""
        status = self._status(conversation)
        conversation.answer_s = STRIP_S
        for part in (_INITIALIZE, *strips(raster), _CUT + _REQUEST_PRINTED):
            if not status.can_print:
                return status
            if abandoned.is_set():
                return self._abandoned_status()
            self._begun = True
            conversation.transport.write(part, STRIP_S)
            status = self._status(conversation)
        return self._outcome(conversation, status, abandoned)

    def _abandoned_status(self) -> PrinterStatus:
        return PrinterStatus(Condition.UNKNOWN, "abandoned", self._paper)

    def _outcome(
        self, conversation: _Conversation, status: PrinterStatus, abandoned: threading.Event
    ) -> PrinterStatus:
        """Return the status once everything is printed, or at the first problem before that."""
        deadline = time.monotonic() + PRINTED_S
        while status.can_print and not conversation.printed and time.monotonic() < deadline:
            if abandoned.wait(_POLL_S):
                return self._abandoned_status()
            status = self._status(conversation)
        if conversation.printed and not status.can_print:  # this ticket used the last of the roll
            return PrinterStatus(Condition.PAPER_LOW, status.detail, self._paper)
        return status

    def _status(self, conversation: _Conversation) -> PrinterStatus:
        try:
            condition, detail = _condition(
                conversation.ask(_PRINTER), conversation.ask(_CAUSE), conversation.ask(_SENSORS)
            )
        except TimeoutError:
            condition, detail = Condition.UNKNOWN, "does not report its state"
        return PrinterStatus(condition, detail, self._paper)


class _Conversation:
    """Queries over one transport; `printed` is set once the printer confirms that everything is printed."""

    def __init__(self, transport: Transport) -> None:
        self.transport = transport
        self.printed = False
        self.answer_s = ANSWER_S

    def ask(self, what: int) -> int:
        """Return the answer to DLE EOT `what`; its fixed bits distinguish it from the answer to GS r."""
        self.transport.write(bytes((0x10, 0x04, what)), self.answer_s)
        deadline = time.monotonic() + self.answer_s
        while True:
            answers = [
                byte for byte in self.transport.read(deadline - time.monotonic()) if self._is_status(byte)
            ]
            if answers:
                return answers[-1]

    def _is_status(self, byte: int) -> bool:
        self.printed = self.printed or not byte & 0x90
        return byte & 0x93 == 0x12  # noqa: PLR2004  # the fixed bits of DLE EOT's answers


def _condition(printer: int, cause: int, sensors: int) -> tuple[Condition, str]:
    """Return the condition that three answers encode; an open cover and missing paper take precedence."""
    detail = f"{printer:02x} {cause:02x} {sensors:02x}"
    if cause & _COVER:
        return Condition.COVER_OPEN, detail
    if cause & _PAPER_END or sensors & _NO_PAPER:
        return Condition.PAPER_OUT, detail
    if cause & _ERROR:
        return Condition.UNKNOWN, f"error {detail}"
    if printer & _OFFLINE:
        return Condition.OFFLINE, detail
    return (Condition.PAPER_LOW if sensors & _NEAR_END else Condition.READY), detail


def strips(raster: Raster) -> Iterator[bytes]:
    """Yield the picture as commands of at most `STRIP_ROWS` rows, padded with white at the bottom."""
    width = raster.row_bytes
    bits = raster.bits + bytes(width * (-raster.height % ROW_STEP))
    for start in range(0, len(bits), width * STRIP_ROWS):
        strip = bits[start : start + width * STRIP_ROWS]
        size = width.to_bytes(2, "little") + (len(strip) // width).to_bytes(2, "little")
        yield b"\x1dv0\x00" + size + strip
