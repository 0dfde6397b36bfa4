"""Printing on paper: the device alone and behind a queue of CUPS, with the paper out and back."""

import threading

import pytest

from kiosk.printers import ipp_printer
from kiosk.printers.ipp_client import IppClient
from kiosk.printers.printer import Condition, Raster
from kiosk.printers.printer_address import printer_at
from kiosk.printers.pwg_raster import pwg_page
from tests.end2end.paper_printers import paper_printer, queue_before, until

PROCESSING, STOPPED, CANCELED, COMPLETED = 5, 6, 7, 9  # RFC 8011, 5.3.7


@pytest.fixture(scope="module")
def device():
    with paper_printer() as device:
        yield device


@pytest.fixture(scope="module")
def queue(device):
    with queue_before(device) as uri:
        yield uri


@pytest.fixture(params=["device", "queue"])
def printer(request, device):
    """Ready and with paper, either way."""
    uri = device.uri if request.param == "device" else request.getfixturevalue("queue")
    printer = printer_at(uri)
    device.load(250)
    until(lambda: printer.status().condition is Condition.READY)
    return printer


def ticket(printer):
    paper = printer.status().paper
    row_bytes = (paper.width + 7) // 8
    return Raster(paper.width, paper.height, (b"\x00\xff" * row_bytes)[:row_bytes] * paper.height)


def no_hurry():
    return threading.Event()


def test_ticket_comes_out(printer, device):
    before = len(device.pages)
    assert printer.print(ticket(printer), no_hurry()).can_print
    assert len(device.pages) == before + 1
    assert device.pages[0].read_bytes().startswith(b"RaS2PwgRaster\x00")


def test_paper_is_what_lies_in_the_tray(printer):
    paper = printer.status().paper
    assert paper.name == "iso_a4_210x297mm"
    assert (paper.width, paper.height) == (round(210 / 25.4 * paper.dpi), round(297 / 25.4 * paper.dpi))


def test_little_paper_still_prints(printer, device):
    device.load(5)
    assert printer.status().condition is Condition.PAPER_LOW


def test_paper_out_is_reported_and_nothing_is_sent(printer, device):
    before = device.pages
    device.load(0)
    assert printer.print(ticket(printer), no_hurry()).condition is Condition.PAPER_OUT
    device.load(250)
    assert printer.status().condition is Condition.READY
    assert device.pages == before


def test_job_that_waits_for_paper_does_not_come_out_with_the_next_pack(printer, device, monkeypatch):
    """The paper ends between our question and our job: the device takes the job and waits.

    Its state counts: an ippeveprinter runs its command even for a job that was cancelled while it waited.
    """
    before, printed = len(device.jobs), printer.status()
    device.load(0)
    with monkeypatch.context() as late:
        late.setattr(printer, "status", lambda: printed)
        late.setattr(ipp_printer, "JOB_S", 1.0)
        assert not printer.print(ticket(printer), no_hurry()).can_print
    device.load(250)
    until(lambda: printer.status().condition is Condition.READY)
    assert printer.print(ticket(printer), no_hurry()).can_print
    assert device.jobs[before:] == [CANCELED, COMPLETED]


class LeavesWhileItWaits:
    """A visitor who leaves once the device has taken up the newest job.

    Not sooner: an ippeveprinter completes a job that is cancelled between being taken in and being taken up,
    as its thread overwrites the state.
    """

    def __init__(self, device, before):
        self._device, self._before = device, before

    def wait(self, _timeout):
        until(lambda: set(self._device.jobs[self._before :]) & {PROCESSING, STOPPED})
        return True


def test_job_of_a_visitor_who_left_is_taken_back(printer, device, monkeypatch):
    """The paper ends under the job, so that it cannot be over before anybody leaves."""
    before, printed = len(device.jobs), printer.status()
    left = LeavesWhileItWaits(device, before)
    device.load(0)
    with monkeypatch.context() as late:
        late.setattr(printer, "status", lambda: printed)
        assert not printer.print(ticket(printer), left).can_print
    device.load(250)
    until(lambda: printer.status().condition is Condition.READY)
    assert printer.print(ticket(printer), no_hurry()).can_print
    assert device.jobs[before:] == [CANCELED, COMPLETED]


def test_purge_leaves_the_jobs_of_others(printer, device):
    other = IppClient(device.uri, "another")
    device.load(0)
    job = other.print(pwg_page(ticket(printer), 300), "image/pwg-raster", [])
    printer.purge()
    assert other.unfinished() == [job]
    other.cancel(job)
    device.load(250)
    until(lambda: not other.unfinished())


def test_printer_that_is_not_there_is_offline(device):
    assert printer_at("ipp://127.0.0.1:9/ipp/print").status().condition is Condition.OFFLINE


def test_queue_that_is_not_there_is_offline(queue):
    assert printer_at(f"{queue}-gone").status().condition is Condition.OFFLINE
