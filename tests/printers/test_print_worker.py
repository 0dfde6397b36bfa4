"""The print worker: no caller waits for it, and jobs are cancelled when their visitor leaves."""

import queue
import threading

import pytest

from kiosk.printers.print_worker import PrintWorker
from kiosk.printers.printer import Condition, PrinterStatus, Raster

READY = PrinterStatus(Condition.READY)
PICTURE = Raster(8, 1, b"\xff")
PATIENCE_S = 10


class SlowPrinter:
    """Prints until it is abandoned, and records the calls."""

    def __init__(self):
        self.calls = []
        self.printing = threading.Event()

    def status(self):
        self.calls.append("status")
        return READY

    def print(self, _raster, abandoned):
        self.calls.append("print")
        self.printing.set()
        assert abandoned.wait(PATIENCE_S)
        return PrinterStatus(Condition.UNKNOWN, "abandoned")

    def purge(self):
        self.calls.append("purge")

    def interrupt(self):
        self.calls.append("interrupt")


class BrokenPrinter(SlowPrinter):
    def status(self):
        raise RuntimeError("a fault in the program")

    purge = status


@pytest.fixture
def printer():
    return SlowPrinter()


@pytest.fixture
def worker(printer):
    worker = PrintWorker(printer)
    yield worker
    worker.close()


@pytest.fixture
def answers():
    return queue.Queue()


def test_answer_is_reported(worker, answers):
    worker.query_status(answers.put)
    assert answers.get(timeout=PATIENCE_S) == READY
    assert worker.last == READY


def test_job_is_cancelled_when_its_visitor_leaves(worker, printer, answers):
    worker.print(PICTURE, answers.put)
    assert printer.printing.wait(PATIENCE_S)
    worker.reset()
    assert not answers.get(timeout=PATIENCE_S).can_print
    worker.query_status(answers.put)
    assert answers.get(timeout=PATIENCE_S) == READY
    assert printer.calls == ["print", "purge", "status"]


def test_abandoned_job_does_not_change_the_status(worker, printer, answers):
    worker.query_status(answers.put)
    answers.get(timeout=PATIENCE_S)
    worker.print(PICTURE, answers.put)
    assert printer.printing.wait(PATIENCE_S)
    worker.reset()
    assert answers.get(timeout=PATIENCE_S).condition is Condition.UNKNOWN
    assert worker.last == READY


def test_waiting_job_is_not_printed_after_its_visitor_left(worker, printer, answers):
    worker.print(PICTURE, answers.put)
    assert printer.printing.wait(PATIENCE_S)
    worker.print(PICTURE, answers.put)
    worker.reset()
    answers.get(timeout=PATIENCE_S)
    assert not answers.get(timeout=PATIENCE_S).can_print
    assert printer.calls.count("print") == 1


def test_close_cancels_everything(printer, answers):
    worker = PrintWorker(printer)
    worker.print(PICTURE, answers.put)
    assert printer.printing.wait(PATIENCE_S)
    worker.close()
    assert printer.calls == ["print", "interrupt", "purge"]


def test_bug_is_reported_as_a_broken_printer(answers, caplog):
    worker = PrintWorker(BrokenPrinter())
    worker.query_status(answers.put)
    assert answers.get(timeout=PATIENCE_S).condition is Condition.UNKNOWN
    worker.close()
    assert [record.exc_info[0] for record in caplog.records if record.exc_info] == [
        RuntimeError,
        RuntimeError,
    ]
    caplog.clear()


def test_each_change_of_condition_is_logged_once(worker, answers, caplog):
    caplog.set_level("INFO")
    for _ in range(3):
        worker.query_status(answers.put)
        answers.get(timeout=PATIENCE_S)
    assert [record.getMessage().strip() for record in caplog.records] == ["printer: ready"]


def test_queries_during_a_job_share_one_answer(worker, printer, answers):
    worker.print(PICTURE, answers.put)
    assert printer.printing.wait(PATIENCE_S)
    for _ in range(50):
        worker.query_status(answers.put)
    worker.reset()
    for _ in range(51):
        answers.get(timeout=PATIENCE_S)
    worker.query_status(answers.put)
    answers.get(timeout=PATIENCE_S)  # so the preceding reset has finished
    worker.close()
    assert printer.calls == ["print", "status", "purge", "status", "interrupt", "purge"]


def test_close_drops_waiting_jobs(worker, printer, answers):
    worker.print(PICTURE, answers.put)
    assert printer.printing.wait(PATIENCE_S)
    for _ in range(3):
        worker.print(PICTURE, answers.put)
    worker.close()
    assert printer.calls == ["print", "interrupt", "purge"]
