"""Hostile and defective web hosts."""

import gzip
import threading
import tracemalloc
import zlib
from contextlib import suppress

import pytest

from kiosk.net import connections, deadline
from kiosk.net.addresses import is_protected_url, may_follow
from kiosk.sync.site_fetcher import settled_etag, usable_etag

PORTAL = b"<html><body>Welcome to the library's network. Accept the terms.</body></html>"


@pytest.fixture
def tricks(world):
    return world.server.tricks


def redirect(there, status=302):
    return lambda handler: handler.say(status, {"Location": there})


def test_captive_portal_is_never_content(world, tricks, warned):
    kiosk = world.kiosk()
    before = kiosk.poll().generation
    tricks["/"] = lambda handler: handler.say(200, {"Content-Type": "text/html"}, PORTAL)
    poll = kiosk.poll()
    assert poll.problem.startswith("refused: not valid metadata")
    assert kiosk.current() == before
    tricks.clear()
    assert kiosk.poll().problem == ""
    warned()


@pytest.mark.parametrize("part", ["targets.json", "feed.yaml", "snapshot.json", "2.root.json", "media/"])
def test_captive_portal_in_the_middle_of_an_update(world, tricks, warned, part):
    tricks[part] = lambda handler: handler.say(200, {}, PORTAL)
    kiosk = world.kiosk()
    poll = kiosk.poll()
    assert poll.generation is None
    assert poll.problem
    tricks.clear()
    assert kiosk.poll().generation
    warned()


def test_redirect_to_another_host_is_refused(world, tricks, warned):
    tricks["timestamp"] = redirect("https://portal.example/login")
    assert "redirects to https://portal.example/login" in world.kiosk().poll().problem
    warned()


def test_redirect_on_the_same_host_is_followed(world, tricks):
    tricks["/old/"] = lambda handler: handler.say(301, {"Location": handler.path.replace("/old/", "/")})
    assert world.kiosk(url=f"{world.url}/old").poll().problem == ""


def test_redirects_in_a_circle(world, tricks, warned):
    tricks["timestamp"] = redirect("/metadata/timestamp.json")
    assert "too many redirects" in world.kiosk().poll().problem
    assert len(world.server.asked) == 4
    warned()


@pytest.mark.parametrize(
    ("asked", "there", "may"),
    [
        ("https://feed.example/a", "https://feed.example/b", True),
        ("https://feed.example/a", "https://feed.example:8443/b", True),
        ("https://feed.example/a", "http://feed.example/b", False),
        ("https://feed.example/a", "https://evil.example/b", False),
        ("https://feed.example/a", "https://feed.example@evil.example/b", False),
        ("https://feed.example/a", "file:///etc/passwd", False),
        ("http://127.0.0.1:1/a", "http://127.0.0.1:2/b", True),
        ("http://127.0.0.1:1/a", "http://10.0.0.1/b", False),
        ("https://feed.example/a", "", False),
    ],
)
def test_which_redirects_are_followed(asked, there, may):
    assert may_follow(asked, there) is may


@pytest.mark.parametrize(
    "url", ["http://localhost.evil.example/", "http://127.0.0.1.evil.example/", "http://0/"]
)
def test_lookalikes_of_this_machine_are_not_private(url):
    assert not is_protected_url(url)


@pytest.mark.parametrize("status", [403, 404, 429, 500, 503])
def test_refusals_are_reported(world, tricks, warned, status):
    tricks["timestamp"] = lambda handler: handler.say(status)
    assert f"the host returned status {status}" in world.kiosk().poll().problem
    warned()


def test_too_large_timestamp_is_cut_off(world, tricks, warned):
    tricks["timestamp"] = lambda handler: handler.say(200, {}, b" " * 100_000)
    assert "larger than the signed size" in world.kiosk().poll().problem
    warned()


def test_compressed_bomb_is_cut_off(world, tricks, warned):
    bomb = gzip.compress(bytes(64 << 20))
    tricks["timestamp"] = lambda handler: handler.say(200, {"Content-Encoding": "gzip"}, bomb)
    assert "larger than the signed size" in world.kiosk().poll().problem
    warned()


def test_answer_that_is_not_http(world, tricks, warned):
    def nonsense(handler):
        handler.wfile.write(b"SSH-2.0-OpenSSH\r\n")
        handler.close_connection = True

    tricks["timestamp"] = nonsense
    assert "no answer" in world.kiosk().poll().problem
    warned()


class Clock:
    """A clock that advances five seconds at each reading."""

    def __init__(self):
        self.now = 0.0

    def monotonic(self):
        self.now += 5.0
        return self.now


def drip(handler, data):
    """Send byte by byte; by the kiosk's clock, it is one byte per second."""
    handler.close_connection = True
    try:
        for byte in data:
            handler.wfile.write(bytes((byte,)))
            handler.wfile.flush()
    except OSError:
        pass


@pytest.mark.parametrize(
    "data",
    [
        b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 60_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n" + b"x" * 9000,
    ],
    ids=["head", "body"],
)
def test_host_that_sends_byte_by_byte_is_abandoned(world, tricks, monkeypatch, warned, data):
    monkeypatch.setattr(deadline, "time", Clock())
    monkeypatch.setattr(connections, "BUFFER", 1)
    monkeypatch.setattr("kiosk.net.client.CHUNK", 1)
    tricks["timestamp"] = lambda handler: drip(handler, data)
    assert "too slow" in world.kiosk().poll().problem
    warned()


def gzip_without_end():
    """The header of a compressed body, and an empty block."""
    packer = zlib.compressobj(wbits=31)
    return packer.compress(b"") + packer.flush(zlib.Z_SYNC_FLUSH), b"\x00\x00\x00\xff\xff"


@pytest.mark.parametrize(
    ("head", "again"),
    [
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n", b"X: y\r\n"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip_without_end()[0], gzip_without_end()[1]),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n", gzip.compress(b"")),
    ],
    ids=["heads", "trailers", "blocks", "members"],
)
def test_endless_response_without_content_is_abandoned(world, tricks, warned, head, again):
    def endless(handler):
        handler.close_connection = True
        with suppress(OSError):
            handler.wfile.write(head)
            for _ in range(2000):
                handler.wfile.write(again * 2000)

    tricks["timestamp"] = endless
    assert "the host sends more than" in world.kiosk().poll().problem
    warned()


def test_redirect_with_a_bomb_is_not_unpacked(world, tricks, warned):
    bomb = gzip.compress(bytes(64 << 20))
    headers = {"Location": "https://portal.example/", "Content-Encoding": "gzip"}
    tricks["timestamp"] = lambda handler: handler.say(302, headers, bomb)
    tracemalloc.start()
    try:
        assert "redirects to" in world.kiosk().poll().problem
        assert tracemalloc.get_traced_memory()[1] < 16 << 20
    finally:
        tracemalloc.stop()
    warned()


def test_redirect_to_no_address_is_reported(world, tricks, warned):
    tricks["timestamp"] = redirect("https://[")
    assert "redirects to https://[" in world.kiosk().poll().problem
    warned()


@pytest.mark.parametrize("tag", ['"' + "a" * 60_000 + '"', '"a\r\n b"', "a", '"å"', '"a', ""])
def test_invalid_etag_is_not_stored(tag):
    assert usable_etag({"ETag": tag}) == ""


@pytest.mark.parametrize("tag", ['"a1-b2"', 'W/"a1"', '""'])
def test_valid_etag_is_stored(tag):
    assert usable_etag({"ETag": tag}) == tag


def test_etag_that_the_host_refuses_later_does_not_stop_updates(world, tricks):
    kiosk, huge = world.kiosk(), {"ETag": '"' + "a" * 60_000 + '"'}
    tricks["timestamp"] = lambda handler: handler.say(200, huge, handler.body())
    assert kiosk.poll().problem == ""
    tricks["timestamp"] = lambda handler: handler.say(
        431 if handler.headers["If-None-Match"] else 200, {}, handler.body()
    )
    assert kiosk.poll().problem == ""


def test_close_ends_a_running_poll(world, tricks):
    kiosk = world.kiosk()

    def slow(handler):
        kiosk.close()
        handler.say(200, {}, handler.body())

    tricks["/media/"] = slow
    assert "was cancelled" in kiosk.poll().problem
    assert kiosk.status().problem == ""


def test_environment_does_not_choose_the_proxy(world, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/nonsense")
    assert world.kiosk().poll().problem == ""


def test_configured_proxy_is_used(world, warned):
    assert "no answer" in world.kiosk(proxy="http://127.0.0.1:1").poll().problem
    warned()


@pytest.mark.parametrize(
    ("changed", "etag"),
    [("12:00:00", ""), ("11:59:59", ""), ("11:59:58", '"a"'), ("", '"a"'), ("99:99:99", '"a"')],
)
def test_etag_of_a_file_that_has_just_changed_is_not_stored(changed, etag):
    headers = {"ETag": '"a"', "Date": "Mon, 23 Nov 2026 12:00:00 GMT"}
    if changed:
        headers["Last-Modified"] = f"Mon, 23 Nov 2026 {changed} GMT"
    assert settled_etag(headers) == etag


@pytest.mark.parametrize("part", ["timestamp", "targets.json", "media/"])
def test_host_that_falls_silent_is_abandoned(world, tricks, monkeypatch, warned, part):
    heard = threading.Event()

    def silence(handler):
        heard.wait(20)
        handler.close_connection = True

    tricks[part] = silence
    kiosk = world.kiosk()
    with monkeypatch.context() as impatient:
        impatient.setattr("kiosk.sync.site_fetcher.SILENCE_S", 0.2)
        assert "sent nothing for 0.2 s" in kiosk.poll().problem
    heard.set()
    tricks.clear()
    assert kiosk.poll().problem == ""
    warned()


def test_etag_with_a_date_without_a_zone_is_stored():
    """RFC 5322 writes an unknown zone as -0000, which Python parses as no zone."""
    headers = {"ETag": '"a"', "Date": "Mon, 23 Nov 2026 12:00:00 GMT"}
    assert settled_etag({**headers, "Last-Modified": "Mon, 23 Nov 2026 11:00:00 -0000"}) == '"a"'
