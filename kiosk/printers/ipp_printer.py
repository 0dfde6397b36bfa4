"""Paper printers that speak IPP, directly or through a CUPS queue.

A queue reports "idle" while its printer is out of paper, and holds new jobs, which may then be printed for
another visitor. So the device behind a queue is queried too, and a job that is not printed is cancelled.
"""

from __future__ import annotations

import socket
import threading
import time
from contextlib import suppress
from dataclasses import replace

from kiosk.net.client import HttpClient
from kiosk.net.deadline import Deadline
from kiosk.net.interrupt import Interrupt
from kiosk.printers.ipp_client import Attributes, IppClient
from kiosk.printers.ipp_message import BusyError, Field, IppError, Tag, text
from kiosk.printers.ipp_state import FORMAT, REQUESTED_ATTRIBUTES, condition_of, paper_of, text_values
from kiosk.printers.printer import Condition, PrinterStatus, Raster
from kiosk.printers.pwg_raster import pwg_page

JOB_S = 20.0
"""How long a job may take."""

BUSY_S = 5.0
"""How long a printer may be busy with earlier jobs."""

PURGE_S = 3.0
"""The time limit for cancelling jobs: the end of a session, or of the kiosk, waits for it."""

POLL_S = 0.25
_CANCELED, _ABORTED, _COMPLETED = 7, 8, 9  # RFC 8011, 5.3.7


class IppPrinter:
    """The printer or queue at an `ipp:` or `ipps:` address."""

    def __init__(self, uri: str) -> None:
        # Jobs carry this machine's name, so that another kiosk's jobs are never cancelled.
        self._interrupt = Interrupt()
        self._front = IppClient(
            uri, f"infodisk-{socket.gethostname()}", HttpClient(interrupt=self._interrupt)
        )
        self._device: IppClient | None = None

    def status(self) -> PrinterStatus:
        """Query the printer, or the queue and the device behind it: only the device knows about its paper."""
        try:
            attributes = self._front.printer(*REQUESTED_ATTRIBUTES)
            self._device = self._device_behind(attributes)
            device = self._device.printer(*REQUESTED_ATTRIBUTES) if self._device else None
        except OSError as error:
            return PrinterStatus(Condition.OFFLINE, str(error))
        condition, detail = condition_of(attributes, device)
        return PrinterStatus(condition, detail, paper_of(device or attributes))

    def print(self, raster: Raster, abandoned: threading.Event) -> PrinterStatus:
        """Send the picture as one page and wait until the job ends; cancel it if it is not printed."""
        status = self.status()
        if not status.can_print or status.paper is None:
            return status
        try:
            page, media = pwg_page(raster, status.paper.dpi), text(Tag.KEYWORD, "media", status.paper.name)
            job = self._hand_over(page, media, abandoned)
            status = self._outcome(job, abandoned)
        except OSError as error:
            status = replace(status, condition=Condition.OFFLINE, detail=str(error))
        if not status.can_print:
            self.purge()
        return status

    def purge(self) -> None:
        """Cancel all jobs of this kiosk, in the queue and in the device, even after `interrupt`."""
        http, deadline = HttpClient(), Deadline(PURGE_S)
        for client in filter(None, (self._front, self._device)):
            with suppress(OSError):
                _cancel_all(replace(client, http=http, deadline=deadline))

    def interrupt(self) -> None:
        """Cancel the current request; only `purge` works after it."""
        self._interrupt.set()

    def _device_behind(self, attributes: Attributes) -> IppClient | None:
        """Return the device behind a queue, if it speaks IPP too."""
        uri = next(iter(text_values(attributes, "device-uri")), "")
        return (
            IppClient(uri, self._front.user, self._front.http)
            if uri.startswith(("ipp://", "ipps://"))
            else None
        )

    def _hand_over(self, page: bytes, media: Field, abandoned: threading.Event) -> int:
        """Submit the job and return its id; retries while the printer is busy."""
        deadline = time.monotonic() + BUSY_S
        while True:
            try:
                return self._front.print(page, FORMAT, [media])
            except BusyError:
                if time.monotonic() > deadline or abandoned.wait(POLL_S):
                    raise

    def _outcome(self, job: int, abandoned: threading.Event) -> PrinterStatus:
        """Return the status when the job has ended, or at the first problem before that."""
        deadline = time.monotonic() + JOB_S
        while True:
            status, state = self.status(), self._front.job_state(job)
            if state == _COMPLETED:
                return status if status.can_print else replace(status, condition=Condition.PAPER_LOW)
            if state in {_CANCELED, _ABORTED}:
                return replace(status, condition=Condition.UNKNOWN, detail="the printer cancelled the job")
            if not status.can_print:
                return status
            if time.monotonic() > deadline or abandoned.wait(POLL_S):
                return replace(status, condition=Condition.UNKNOWN, detail="the job did not end")


def _cancel_all(client: IppClient) -> None:
    for job in client.unfinished():
        with suppress(IppError):  # it may have ended in the meantime
            client.cancel(job)
