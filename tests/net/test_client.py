"""Misbehaving servers: the client keeps its limits of time and bytes, and leaks no URL."""

import gzip
import socket
import threading
import tracemalloc

import pytest

from kiosk.net import dial
from kiosk.net.client import HttpClient, Request
from kiosk.net.deadline import Deadline
from kiosk.net.errors import (
    BadRequestError,
    DeadlineError,
    InterruptedRequestError,
    NoResponseError,
    ProxyError,
    RedirectError,
    TooLargeError,
)
from kiosk.net.exchange import ResponseLimits
from tests.net.raw_server import answers, drips, raw_server, silent
from tests.sync.authority import Authority

SHORT = ResponseLimits(max_bytes=1 << 20, total_s=0.3, silence_s=20, connect_s=20)
"""A deadline that must take effect by itself: the limit of silence is never reached."""

LONG = ResponseLimits(max_bytes=1 << 20, total_s=30)
NAMED = ResponseLimits(max_bytes=1 << 20, total_s=1.5)
"""Long enough to reach the name service on a busy machine."""

HEAD = b"HTTP/1.1 200 OK\r\n"


@pytest.fixture
def client():
    made = HttpClient()
    yield made
    made.close()


@pytest.fixture
def authority(tmp_path):
    return Authority(tmp_path)


def answer(body, *headers):
    lines = [b"HTTP/1.1 200 OK", b"Content-Length: %d" % len(body), *headers]
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


DRIPS = {
    "status": drips(b"", b"HTTP/1.1"),
    "head": drips(HEAD, b"x"),
    "continue": drips(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "body": drips(HEAD + b"Content-Length: 9000000\r\n\r\n", b"x"),
    "body without a length": drips(HEAD + b"\r\n", b"x"),
    "size of a chunk": drips(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"0"),
    "trailers": drips(HEAD + b"Transfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n", b"X: y\r\n"),
    "gzip": drips(HEAD + b"Content-Encoding: gzip\r\n\r\n", gzip.compress(b"")),
    "nothing": silent,
}


@pytest.mark.parametrize("script", DRIPS.values(), ids=DRIPS)
@pytest.mark.parametrize("tls", [False, True], ids=["plain", "TLS"])
def test_deadline_holds_against_one_byte_at_a_time(authority, script, tls):
    with raw_server(script, authority.context() if tls else None) as server:
        client = HttpClient(ca=authority.path)
        with pytest.raises(DeadlineError):
            client.fetch(Request(server.url), SHORT)
        client.close()


def handshake_drips(connection, server):
    """A TLS record with a stated length of 16 kB, sent byte by byte."""
    connection.recv(1)
    connection.sendall(b"\x16\x03\x03\x40\x00")
    while not server.ended.wait(0.01):
        connection.sendall(b"\x02")


def test_deadline_holds_during_the_tls_handshake(client):
    with raw_server(handshake_drips) as server, pytest.raises(DeadlineError):
        client.fetch(Request(server.url.replace("http:", "https:")), SHORT)


@pytest.mark.parametrize("tls", [False, True], ids=["plain", "TLS"])
def test_deadline_holds_against_a_host_that_does_not_read(authority, tls):
    client = HttpClient(ca=authority.path)
    with raw_server(silent, authority.context() if tls else None) as server, pytest.raises(DeadlineError):
        client.fetch(Request(server.url, "POST", body=bytes(64 << 20)), SHORT)
    client.close()


@pytest.mark.parametrize("script", [silent, drips(HEAD, b"x")], ids=["silent", "drips"])
def test_deadline_holds_against_a_proxy(script):
    with raw_server(script) as server:
        client = HttpClient(proxy=server.url)
        with pytest.raises(DeadlineError):
            client.fetch(Request("https://feed.example/"), SHORT)
        client.close()


@pytest.mark.parametrize("url", ["http://feed.example/", "https://feed.example/"])
def test_deadline_that_passes_before_the_proxy_is_contacted_is_reported_as_such(url):
    class Passing(Deadline):
        looks = 0

        def left_s(self, received=0):
            self.looks += 1
            if self.looks > 1:
                raise DeadlineError("too slow")
            return super().left_s(received)

    client = HttpClient(proxy="http://127.0.0.1:9")
    with pytest.raises(DeadlineError):
        client.fetch(Request(url), LONG, Passing(30))
    client.close()


def test_proxy_that_refuses_is_reported_as_such():
    with raw_server(answers(b"HTTP/1.1 407 \x1b[31mNo\r\nContent-Length: 0\r\n\r\n")) as server:
        client = HttpClient(proxy=server.url)
        with pytest.raises(ProxyError, match="407") as bad:
            client.fetch(Request("https://feed.example/"), LONG)
        client.close()
    assert "\x1b" not in str(bad.value)


@pytest.fixture
def slow_names(monkeypatch):
    """A name service that answers when the test is over."""
    over, real = threading.Event(), socket.getaddrinfo

    def look_up(host, *more, **named):
        if host == "slow.example":
            over.wait(20)
        return real("127.0.0.1", *more, **named)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    yield over
    over.set()
    for thread in threading.enumerate():
        if thread.name == "resolver":
            thread.join(20)


def test_deadline_holds_against_a_slow_name_service(client, slow_names):
    # a name, since an address needs no look-up
    with pytest.raises(DeadlineError, match="name service"):
        dial_by_name(client)


def dial_by_name(client, limits=NAMED):
    real = dial._look_up

    def only_by_name(host, port, flags=0):
        if flags:
            raise OSError
        return real(host, port)

    dial._look_up = only_by_name
    try:
        client.fetch(Request("https://slow.example/"), limits)
    finally:
        dial._look_up = real


def test_unknown_host_name(client, monkeypatch):
    def unknown(*_more, **_named):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(NoResponseError, match=r"no answer: feed\.example: Name or service not known"):
        client.fetch(Request("https://feed.example/"), LONG)


def test_next_address_of_a_host_is_tried(client, monkeypatch):
    with raw_server(answers(answer(b"here"))) as server:
        other = ("127.0.0.1", 1)
        here = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", server.port))
        monkeypatch.setattr(dial, "_look_up", lambda *_: [(*here[:4], other), here])
        assert client.fetch(Request(server.url), LONG).body == b"here"


def test_one_deadline_spans_several_requests(client):
    deadline = Deadline(30)
    with raw_server(answers(answer(b"here"))) as server:
        assert client.fetch(Request(server.url), LONG, deadline).body == b"here"
    deadline.seconds = deadline.elapsed_s + 0.3
    with raw_server(silent) as server, pytest.raises(DeadlineError):
        client.fetch(Request(server.url), LONG, deadline)


@pytest.mark.parametrize("script", [silent, answers(HEAD), answers(HEAD + b"Content-Length: 9\r\n\r\n")])
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_interrupt_ends_a_wait(script, scheme):
    asked = threading.Event()

    def watched(connection, server):
        asked.set()
        script(connection, server)

    client = HttpClient()
    with raw_server(watched) as server:
        thread = threading.Thread(target=lambda: (asked.wait(20), client.interrupt.set()))
        thread.start()
        with pytest.raises(InterruptedRequestError):
            client.fetch(Request(server.url.replace("http", scheme)), LONG)
        thread.join()
    with pytest.raises(InterruptedRequestError):
        client.fetch(Request(server.url), LONG)


def test_interrupt_ends_a_name_look_up(client, slow_names, monkeypatch):
    real = socket.getaddrinfo

    def interrupting(host, *more, **named):
        client.interrupt.set()
        return real(host, *more, **named)

    monkeypatch.setattr(socket, "getaddrinfo", interrupting)
    with pytest.raises(InterruptedRequestError):
        dial_by_name(client, LONG)


def test_redirect_is_followed_only_if_allowed(client):
    with raw_server(answers(answer(b"there"))) as there:
        moved = f"HTTP/1.1 302 Found\r\nLocation: {there.url}/x\r\nContent-Length: 0\r\n\r\n".encode()
        with raw_server(answers(moved)) as server:
            assert client.fetch(Request(server.url), LONG).status == 302
            followed = client.fetch(Request(server.url, may_follow=lambda *_: True), LONG)
            assert (followed.body, followed.url) == (b"there", f"{there.url}/x")
            with pytest.raises(RedirectError):
                client.fetch(Request(server.url, may_follow=lambda *_: False), LONG)
            with pytest.raises(RedirectError):
                client.fetch(Request(server.url, "POST", body=b"x", may_follow=lambda *_: True), LONG)
        assert len(there.heard) == 1


def test_oversized_body_takes_no_memory(client):
    def endless(connection, server):
        server.head(connection)
        connection.sendall(HEAD + b"\r\n")
        for _ in range(300):
            connection.sendall(bytes(1 << 20))

    tracemalloc.start()
    try:
        with raw_server(endless) as server, pytest.raises(TooLargeError):
            client.fetch(Request(server.url), LONG)
        assert tracemalloc.get_traced_memory()[1] < 16 << 20
    finally:
        tracemalloc.stop()


def test_decompression_bomb_takes_no_memory(client):
    bomb = gzip.compress(bytes(100 << 20))
    tracemalloc.start()
    try:
        with (
            raw_server(answers(answer(bomb, b"Content-Encoding: gzip"))) as server,
            pytest.raises(TooLargeError),
        ):
            client.fetch(Request(server.url), LONG)
        assert tracemalloc.get_traced_memory()[1] < 16 << 20
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "data",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\x1b[31m\r\n",
        b"\x1b[31mSSH-2.0\r\n",
        b"HTTP/1.1 \x1b[31m OK\r\n\r\n",
        b"",
    ],
)
def test_incomplete_response_is_reported_in_printable_text(client, data):
    def hangs_up(connection, server):
        server.head(connection)
        connection.sendall(data)

    with raw_server(hangs_up) as server, pytest.raises(NoResponseError) as bad:
        client.fetch(Request(server.url), LONG)
    assert str(bad.value).isprintable()


def test_status_is_reported_with_its_standard_reason(client):
    with raw_server(answers(b"HTTP/1.1 404 \x1b[31mGone\r\nContent-Length: 0\r\n\r\n")) as server:
        response = client.fetch(Request(server.url), LONG)
    assert (response.status, response.reason) == (404, "Not Found")


@pytest.mark.parametrize("url", ["https://", "https://[", "feed.example", "https://feed.example:99999/"])
def test_invalid_url_is_refused(client, url):
    with pytest.raises(BadRequestError):
        client.fetch(Request(url), LONG)


@pytest.mark.parametrize("header", ["a\r\nB: c", "a\nb"])
def test_header_injection_is_refused(client, header):
    with raw_server(silent) as server, pytest.raises(BadRequestError):
        client.fetch(Request(server.url, headers={"If-None-Match": header}), LONG)


def test_url_is_in_no_error_message(client):
    with raw_server(silent) as server, pytest.raises(DeadlineError) as bad:
        client.fetch(Request(f"{server.url}/secret"), SHORT)
    assert "secret" not in str(bad.value)


def test_cookies_are_kept_only_on_request(client):
    with raw_server(answers(answer(b"", b"Set-Cookie: oc_session=1; path=/"))) as server:
        for asking in (client, HttpClient(cookies=True)):
            for _ in range(2):
                asking.fetch(Request(server.url), LONG)
                asking.close()
            assert (b"oc_session=1" in server.heard[-1]) is (asking is not client)


def test_connection_is_reused(client):
    with raw_server(answers(answer(b"here"))) as server:
        for _ in range(2):
            assert client.fetch(Request(server.url), LONG).body == b"here"
        assert len(server.threads) == 2  # the accepting thread, and one connection
        client.close()
