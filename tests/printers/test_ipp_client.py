"""Anything may answer at a printer’s address: invalid responses are refused in time, and count as offline."""

import struct
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from kiosk.printers import ipp_client
from kiosk.printers.ipp_client import IppClient
from kiosk.printers.ipp_message import BusyError, IppError
from kiosk.printers.print_worker import PrintWorker
from kiosk.printers.printer import Condition
from kiosk.printers.printer_address import printer_at
from tests.net.raw_server import drips, raw_server

OK = struct.pack(">BBHI", 2, 0, 0, 1)


class Stub(ThreadingHTTPServer):
    """Answers each request with `reply(handler)`."""

    daemon_threads = False
    reply = None
    asked = b""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.ended = threading.Event()

    @property
    def uri(self):
        return f"ipp://127.0.0.1:{self.server_port}/ipp/print"


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        self.server.asked = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.reply(self)

    def log_message(self, *_):
        pass


def answers(body, status=200):
    def reply(handler):
        handler.send_response(status)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return reply


def drips_body(handler):
    """Send a byte now and then, for as long as the client reads."""
    handler.send_response(200)
    handler.end_headers()
    try:
        while not handler.server.ended.wait(0.02):
            handler.wfile.write(b"\x02")
    except OSError:
        pass


def hangs_up(handler):
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(OK)
    handler.close_connection = True


@pytest.fixture
def stub():
    with Stub() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.ended.set()
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    "reply",
    [
        answers(b"<!doctype html><title>It works</title>"),
        answers(b""),
        answers(OK + b"\x03"),
        answers(b"no", 401),
        answers(b"broken", 500),
        answers(b"", 302),
        answers(b"\x02" * (ipp_client.MAX_ANSWER_BYTES + 1)),
        hangs_up,
        drips_body,
    ],
)
def test_invalid_response_counts_as_offline(stub, reply, monkeypatch):
    monkeypatch.setattr(IppClient._ask, "__defaults__", ((), b"", 0.3))
    stub.reply = reply
    status = printer_at(stub.uri).status()
    assert (status.condition, bool(status.detail)) == (Condition.OFFLINE, True)


@pytest.mark.parametrize(("status", "error"), [(0x0507, BusyError), (0x0400, IppError), (0x0501, IppError)])
def test_error_status_raises_the_matching_error(stub, status, error):
    stub.reply = answers(struct.pack(">BBHI", 2, 0, status, 1) + b"\x03")
    with pytest.raises(error, match=f"{status:#06x}"):
        IppClient(stub.uri, "me").cancel(7)


def test_request_begins_with_the_attributes_that_the_standard_requires(stub):
    """RFC 8011, 4.1.4 to 4.1.5: charset, language, then the target of the operation."""
    stub.reply = answers(OK + b"\x03")
    IppClient(stub.uri, "me").cancel(7)
    names = [
        b"attributes-charset",
        b"attributes-natural-language",
        b"printer-uri",
        b"job-id",
        b"requesting-user-name",
    ]
    places = [stub.asked.index(name) for name in names]
    assert places == sorted(places)


@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n"])
def test_close_does_not_wait_for_a_printer_that_responds_byte_by_byte(head, monkeypatch):
    """In the body or the header: `interrupt` ends the query, and `purge` has its own time limit."""
    asked, attributes = threading.Event(), []
    monkeypatch.setattr("kiosk.printers.ipp_printer.PURGE_S", 0.2)

    def script(connection, server):
        asked.set()
        drips(head, b"x")(connection, server)

    with raw_server(script) as server:
        worker = PrintWorker(printer_at(f"ipp{server.url.removeprefix('http')}/ipp/print"))
        worker.query_status(attributes.append)
        assert asked.wait(20)
        worker.close()
    assert (attributes[0].condition, attributes[0].detail) == (Condition.OFFLINE, "the request was cancelled")


def test_header_sent_byte_by_byte_counts_as_offline(monkeypatch):
    monkeypatch.setattr(IppClient._ask, "__defaults__", ((), b"", 0.3))
    with raw_server(drips(b"HTTP/1.1 200 OK\r\n", b"x")) as server:
        status = printer_at(f"ipp{server.url.removeprefix('http')}/ipp/print").status()
    assert (status.condition, "too slow" in status.detail) == (Condition.OFFLINE, True)


def test_purge_ignores_an_unreachable_printer():
    printer_at("ipp://127.0.0.1:9/ipp/print").purge()
